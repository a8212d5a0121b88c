package command

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// alike are names that every language writes in the same letters: of forms and formats, of
// programs, of variables, and words that are typed as they are.
var alike = strings.Fields(`
	Communique communique COMMUNIQUE COMMUNIQUE_LIBRARY COMMUNIQUE_CONFIG
	PDF Word HTML XLSX ODS CSV TOML JSON SARIF CI Markdown ninjs NITF NewsML-G2 Windows windows-1251 docx doc odt rtf eml txt html md toml pdf zip aff dic hunspell dictionaries man
	bash zsh fish powershell source Out-String Invoke-Expression
	package ru en m f em spaced closed everywhere names never newest oldest best edited version copy meeting
	person post place org phrase nom gen dat acc ins prep`)

// said is all that the command line says of its commands in a language: the help of each,
// the manual, and what is wrong about words and flags.
func said(t *testing.T, language string) (texts map[string]string, typed []string) {
	t.Helper()
	o := newOffice(t)
	o.language = language
	texts = map[string]string{"--version": o.must("--version"), "manual": o.must("manual")}
	wrong := func(line []string) {
		status, out, told := o.run(line...)
		if status != misuse || out != "" {
			t.Errorf("%q: status %d, %q, %q", line, status, out, told)
		}
		texts[strings.Join(line, " ")] = told
	}
	c := &cli{params: Params{Language: language}}
	c.words = c.speak(language)
	root := c.root()
	for _, words := range commands() {
		texts[strings.Join(words, " ")+" --help"] = o.must(append(words, "--help")...)
		wrong(append(slices.Clone(words), "--99"))
		if !slices.Contains(words, "search") { // there it keeps a word out
			wrong(append(slices.Clone(words), "-9"))
		}
		wrong(append(slices.Clone(words), "--json=99", "--library"))
		cmd, _, err := root.Find(words)
		if err != nil {
			t.Fatal(err)
		}
		typed = append(typed, words...)
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			typed = append(typed, "--"+f.Name, f.Name)
			if f.Value.Type() != "bool" {
				wrong(append(slices.Clone(words), "--"+f.Name))
			}
			if f.Value.Type() == "int" || f.Value.Type() == "int64" {
				wrong(append(slices.Clone(words), "--"+f.Name, "99x"))
			}
		})
	}
	for _, line := range []string{"show", "show 1 2", "list 1", "export", "export 1", "new", "completion", "completion 9", "people add", "trash 1 --restore --erase", "check 1 --json --sarif", "lst", "people lst", "help lst"} {
		wrong(strings.Fields(line))
	}
	return texts, typed
}

// TestOneLanguageAtATime: the help, the manual and the errors of usage have no word of
// the other language, but what is typed as it is.
func TestOneLanguageAtATime(t *testing.T) {
	latin, cyrillic := regexp.MustCompile(`[A-Za-z][A-Za-z0-9_-]*`), regexp.MustCompile(`\p{Cyrillic}+`)
	russian, typed := said(t, "ru")
	typed = append(typed, checks()...)
	macro := regexp.MustCompile(`(?m)^\.[A-Za-z]+|\\\(dq|\\e`)
	for line, text := range russian {
		if !cyrillic.MatchString(text) {
			t.Errorf("%s: nothing is Russian: %s", line, text)
		}
		text = strings.ReplaceAll(macro.ReplaceAllString(text, ""), `\-`, "-")
		for _, word := range latin.FindAllString(text, -1) {
			bare := strings.TrimLeft(strings.TrimSuffix(word, "-"), "-")
			if !slices.Contains(typed, bare) && !slices.Contains(alike, bare) && len(bare) > 1 && !strings.Contains(line, bare) {
				t.Errorf("%s: %q in Russian", line, word)
			}
		}
	}
	english, _ := said(t, "en")
	for line, text := range english {
		for _, word := range cyrillic.FindAllString(text, -1) {
			if word != "ё" {
				t.Errorf("%s: %q in English", line, word)
			}
		}
	}
}

// TestSettingsDecideTheLanguage: what the settings say is heard by help and by wrong words
// as by everything else, wherever they are named.
func TestSettingsDecideTheLanguage(t *testing.T) {
	o := newOffice(t)
	o.language, o.flags = "en", nil
	dir := filepath.Dir(o.write("config/settings.toml", "language = \"ru\"\n"))
	for _, line := range [][]string{{"--help"}, {"help", "list"}, {"list", "--colour"}, {"lst"}, {"--version"}, {"manual"}} {
		for _, flag := range [][]string{{"--config", dir}, {"--config=" + dir}} {
			if _, out, told := o.run(append(slices.Clone(line), flag...)...); !strings.ContainsAny(out+told, "абвгде") {
				t.Errorf("%v %v: %s%s", line, flag, out, told)
			}
		}
	}
	o.env = map[string]string{"COMMUNIQUE_CONFIG": dir}
	if _, out, _ := o.run("--help"); !strings.Contains(out, "Как пишется") {
		t.Errorf("by the environment: %s", out)
	}
}

// TestHelpNamesAllValues: what a flag takes is what its help lists, and what a shell
// offers for it.
func TestHelpNamesAllValues(t *testing.T) {
	o := newOffice(t)
	o.meeting()
	for line, wants := range map[string][]string{
		"export --to ":                  {"pdf", "docx", "txt", "html", "md", "eml", "ninjs", "package", "toml"},
		"export --to pdf,":              {"pdf,docx", "pdf,txt"},
		"export --style ":               {"plain"},
		"export ":                       {"1\t"},
		"show ":                         {"1\t"},
		"diff 1 ":                       {"1\t"},
		"show 1 --version ":             {"1\t"},
		"new --template ":               {"meeting\t", "statement\t"},
		"new --template meeting --set ": {"date=\t", "host=\t"},
		"templates show ":               {"meeting\t"},
		"styles show ":                  {"plain"},
		"list --sort ":                  {"newest", "oldest"},
		"check --only ":                 {"quotes-straight"},
		"decline --case ":               {"nom", "prep"},
		"typeset --dash ":               {"em", "en"},
		"import --differing ":           {"version", "copy"},
		"help ":                         {"export\t"},
		"help people ":                  {"add\t"},
	} {
		words := strings.Split(line, " ")
		out := o.must(append([]string{"__complete"}, words...)...)
		for _, want := range wants {
			if !slices.ContainsFunc(strings.Split(out, "\n"), func(got string) bool { return strings.HasPrefix(got, want) }) {
				t.Errorf("%q is not offered for %q: %s", want, line, out)
			}
		}
	}
	help := o.must("help", "export")
	for _, form := range []string{"pdf", "docx", "txt", "html", "md", "eml", "ninjs", "package", "toml"} {
		if !strings.Contains(help, form) {
			t.Errorf("help export does not name %s", form)
		}
	}
}

// TestCompletionMakesNothing: a key in a shell makes no library, and tells no errors.
func TestCompletionMakesNothing(t *testing.T) {
	o := newOffice(t)
	for _, line := range []string{"show ", "export ", "show 1 --version ", "quotes ", "new --template x --set "} {
		out := o.must(append([]string{"__complete"}, strings.Split(line, " ")...)...)
		if strings.Contains(out, o.dir) || exists(o.path("library.db")) {
			t.Errorf("%q: %s", line, out)
		}
	}
}

// TestNearCommands: a word with a letter that is wrong is told what it is near to.
func TestNearCommands(t *testing.T) {
	o := newOffice(t)
	for line, want := range map[string]string{"lst": "list", "exprt": "export", "people ad": "add", "help lst": "list"} {
		if _, _, told := o.run(strings.Fields(line)...); !strings.Contains(told, "Похожа: "+want) {
			t.Errorf("%s: %s", line, told)
		}
	}
	if _, _, told := o.run("полёт"); strings.Contains(told, "Похожа") {
		t.Errorf("nothing is near: %s", told)
	}
}
