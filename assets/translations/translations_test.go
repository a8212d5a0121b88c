package translations

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/template"

	"github.com/BurntSushi/toml"
)

var argument = regexp.MustCompile(`\{\{\.\w+\}\}`)

// TestLanguagesAreInStep holds the two languages together: the same files,
// the same names, the same arguments in each.
func TestLanguagesAreInStep(t *testing.T) {
	ru, en := read(t, "ru"), read(t, "en")
	for name := range maps.Keys(ru) {
		if _, ok := en[name]; !ok {
			t.Errorf("%s is missing in English", name)
		}
	}
	for name, text := range en {
		other, ok := ru[name]
		if !ok {
			t.Errorf("%s is missing in Russian", name)
			continue
		}
		if got, want := arguments(other), arguments(text); !slices.Equal(got, want) {
			t.Errorf("%s: Russian takes %v, English %v", name, got, want)
		}
	}
}

// Each sentence is read alone as it is in its file.
func TestEverySentenceIsReadAlone(t *testing.T) {
	for _, lang := range Languages() {
		words, err := New(lang)
		if err != nil {
			t.Fatal(err)
		}
		all := read(t, lang)
		entries := 0
		for _, in := range words.files {
			entries += len(in())
		}
		if entries != len(all) {
			t.Errorf("%s: %d entries of %d sentences", lang, entries, len(all))
		}
		for name, want := range all {
			var alone map[string]any
			e, _ := words.entry(name)
			if err := toml.Unmarshal([]byte(e.toml), &alone); err != nil || len(alone) != 1 {
				t.Errorf("%s: %q, %v", name, e.toml, err)
			}
			got, said := alone[name], words.Text(name)
			if plural, is := got.(map[string]any); is {
				got, said = plural["other"], words.Plural(name, 5)
			}
			if got != want || strings.HasPrefix(said, "⟦") || !strings.Contains(want, "{{") && said != want {
				t.Errorf("%s: got %q, which says %q, want %q", name, got, said, want)
			}
		}
	}
}

// TestRussianIsRussian catches a sentence left untranslated.
func TestRussianIsRussian(t *testing.T) {
	letters := regexp.MustCompile(`\p{Cyrillic}`)
	alike := []string{"about-title", "hint-embargo", "language-en"} // names that are no Russian words
	for name, text := range read(t, "ru") {
		plain := argument.ReplaceAllString(text, "")
		if regexp.MustCompile(`[a-z]{3}`).MatchString(plain) && !letters.MatchString(plain) && !slices.Contains(alike, name) {
			t.Errorf("%s is not in Russian: %q", name, text)
		}
	}
}

func read(t *testing.T, lang string) map[string]string {
	t.Helper()
	names, err := fs.Glob(files, "*."+lang+".toml")
	if err != nil || len(names) == 0 {
		t.Fatal(err, names)
	}
	all := map[string]string{}
	for _, name := range names {
		var messages map[string]any
		if _, err := toml.DecodeFS(files, name, &messages); err != nil {
			t.Fatal(name, err)
		}
		for key, value := range messages {
			if _, twice := all[key]; twice {
				t.Errorf("%s: %s is given twice", name, key)
			}
			switch value := value.(type) {
			case string:
				all[key] = value
			case map[string]any:
				all[key], _ = value["other"].(string)
			}
			if strings.TrimSpace(all[key]) == "" {
				t.Errorf("%s: %s is empty", name, key)
			}
		}
	}
	return all
}

func arguments(text string) []string {
	found := argument.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// A sentence is filled as its template would be.
func TestFilled(t *testing.T) {
	for _, lang := range Languages() {
		words, err := New(lang)
		if err != nil {
			t.Fatal(err)
		}
		filled := 0
		for name, text := range read(t, lang) {
			e, _ := words.entry(name)
			if _, plain := e.plain(); !plain {
				continue
			}
			args := map[string]any{"Other": 3}
			for i, arg := range arguments(text) {
				args[strings.Trim(arg, "{}.")] = []any{"«a\"b{{.Other}}»", 17, fs.ErrExist, []string{"x", "y"}}[i%4]
				filled++
			}
			var want strings.Builder
			if err := template.Must(template.New("").Parse(text)).Execute(&want, args); err != nil {
				t.Fatal(name, err)
			}
			if got := words.Text(name, args); got != want.String() {
				t.Errorf("%s: got %q, want %q", name, got, want.String())
			}
		}
		if filled < 100 {
			t.Errorf("%s: %d arguments", lang, filled)
		}
	}
}

// What every start of the command line says stands in one file: the others are not read for it.
func TestCommandsAreInOneFile(t *testing.T) {
	words, err := New("en")
	if err != nil {
		t.Fatal(err)
	}
	for name := range read(t, "en") {
		kind, _, _ := strings.Cut(name, "-")
		if !slices.Contains([]string{"command", "flag", "argument"}, kind) {
			continue
		}
		if e, _ := words.entry(name); e.file != "command.en.toml" {
			t.Errorf("%s stands in %s", name, e.file)
		}
	}
}

// TestDecimals: a Russian sentence has a comma in them.
func TestDecimals(t *testing.T) {
	for language, want := range map[string]string{"ru": "2,5", "en": "2.5"} {
		w, err := New(language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Text("error-style-room", map[string]any{"Key": "page.top", "Left": 2.5, "Least": 80.0}); !strings.Contains(got, want) || !strings.Contains(got, "80") || strings.Contains(got, "80.0") || !strings.Contains(got, "page.top") {
			t.Errorf("%s: %s", language, got)
		}
	}
}

// TestNumber writes counts as each language parts their thousands.
func TestNumber(t *testing.T) {
	for _, c := range []struct {
		n      int
		ru, en string
	}{
		{0, "0", "0"},
		{999, "999", "999"},
		{2203, "2203", "2,203"},
		{12345, "12\u00a0345", "12,345"},
		{100000, "100\u00a0000", "100,000"},
		{-1234567, "-1\u00a0234\u00a0567", "-1,234,567"},
	} {
		for lang, want := range map[string]string{"ru": c.ru, "en": c.en} {
			words, err := New(lang)
			if err != nil {
				t.Fatal(err)
			}
			if got := words.Number(c.n); got != want {
				t.Errorf("%s: %d is %q, not %q", lang, c.n, got, want)
			}
		}
	}
	words, err := New("ru")
	if err != nil {
		t.Fatal(err)
	}
	if got := words.Text("command-differing", map[string]any{"Count": 12345}); !strings.Contains(got, "12\u00a0345") {
		t.Errorf("a count that is no plural is %q", got)
	}
	if got := words.Plural("library-count", 12345); !strings.HasPrefix(got, "12\u00a0345 ") {
		t.Errorf("the count of releases is %q", got)
	}
}
