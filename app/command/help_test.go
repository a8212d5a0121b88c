package command

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

var rewrite = flag.Bool("update", false, "write the golden files anew")

// golden compares got with the file name in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *rewrite {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if g, w := line(gotLines, i), line(wantLines, i); g != w {
			t.Fatalf("%s, line %d:\n  got  %q\n  want %q", path, i+1, g, w)
		}
	}
}

func line(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// commands are the words that call each command, those below others included.
func commands() [][]string {
	c := &cli{}
	c.words = c.speak("en")
	root := c.root()
	root.InitDefaultHelpCmd()
	all := [][]string{nil}
	for i := 0; i < len(all); i++ {
		cmd, _, err := root.Find(all[i])
		if err != nil {
			panic(err)
		}
		for _, sub := range cmd.Commands() {
			if !sub.Hidden {
				all = append(all, append(append([]string{}, all[i]...), sub.Name()))
			}
		}
	}
	return all
}

// TestHelp holds the help of every command in each language, however it is asked for.
func TestHelp(t *testing.T) {
	for _, language := range []string{"ru", "en"} {
		o := newOffice(t)
		o.language = language
		var all strings.Builder
		for _, words := range commands() {
			help := o.must(append([]string{"help"}, words...)...)
			if flagged := o.must(append(words, "--help")...); flagged != help {
				t.Errorf("%v --help is not help %v:\n%s", words, words, flagged)
			}
			if strings.Contains(help, "⟦") || strings.Contains(help, "message-box") {
				t.Errorf("%v: %s", words, help)
			}
			all.WriteString("$ communique " + strings.Join(append([]string{"help"}, words...), " ") + "\n" + help + "\n")
		}
		golden(t, filepath.Join("help", language+".txt"), all.String())
	}
	o := newOffice(t)
	for _, words := range [][]string{{"people"}, {"places"}, {"organisations"}, {"styles"}, {"templates"}, {"snippets"}, {"words"}} {
		if bare, help := o.must(words...), o.must("help", words[0]); bare != help {
			t.Errorf("%v alone says\n%s", words, bare)
		}
	}
}

// full is a disk with room for some writes.
type full struct {
	room   int
	writes int
	bytes.Buffer
}

func (f *full) Write(p []byte) (int, error) {
	f.writes++
	if f.writes > f.room {
		return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
	}
	return f.Buffer.Write(p)
}

func TestHelpThatCannotBePrinted(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"help"}, {"people"}, {"help", "list"}, {"list", "--help"}} {
		var told strings.Builder
		if status := newOffice(t).runInto(&full{}, &told, args...); status != couldNot || !strings.Contains(told.String(), "нет места") {
			t.Errorf("%v: status %d, %q", args, status, told.String())
		}
	}
}

// TestCompletion: every shell gets a script of its own, with the commands' words in it.
func TestCompletion(t *testing.T) {
	o := newOffice(t)
	seen := map[string]string{}
	for shell, mark := range map[string]string{"bash": "complete -o default -F __start_communique communique", "zsh": "#compdef communique", "fish": "complete -c communique", "powershell": "Register-ArgumentCompleter"} {
		out := o.must("completion", shell)
		if !strings.Contains(out, mark) || strings.Contains(out, "__completeNoDesc") || seen[out] != "" {
			t.Errorf("%s: %.300s", shell, out)
		}
		seen[out] = shell
		if status := o.runInto(&full{}, io.Discard, "completion", shell); status != couldNot {
			t.Errorf("%s on a full disk: status %d", shell, status)
		}
	}
	if out := o.must("__complete", "lis"); !strings.HasPrefix(out, "list\tПоказать библиотеку") {
		t.Errorf("got %q", out)
	}
	if out := o.must("__complete", "completion", ""); !strings.HasPrefix(out, "bash\nzsh\nfish\npowershell\n") {
		t.Errorf("got %q", out)
	}
	if out := o.must("__complete", "new", "--"); !strings.HasPrefix(out, "--template") {
		t.Errorf("a flag that has to be given is not offered first: %q", out)
	}
}

var errCut = errors.New("the line is cut")

// cut is a standard input that ends in an error.
type cut struct{}

func (cut) Read([]byte) (int, error) { return 0, errCut }

func TestStandardInputThatFails(t *testing.T) {
	for _, args := range [][]string{{"import", "-"}, {"check", "-"}, {"typeset", "-"}, {"export", "-", "--to", "txt"}, {"decline"}, {"decline", "-"}, {"people", "import", "-"}, {"templates", "check", "-"}} {
		o := newOffice(t)
		o.in = cut{}
		if status, out, told := o.run(args...); status != couldNot || out != "" || !strings.Contains(told, errCut.Error()) {
			t.Errorf("%v: status %d, %q, %q", args, status, out, told)
		}
	}
}

// TestLongLines: a phrase may be longer than a reader's usual line, but no book.
func TestLongLines(t *testing.T) {
	o := newOffice(t)
	for letters, want := range map[int]int{40_000: done, 800_000: couldNot} {
		o.in = strings.NewReader("Иван\n" + strings.Repeat("я ", letters/2) + "\n")
		if status, _, told := o.run("decline", "--case", "gen"); status != want {
			t.Errorf("%d letters: status %d, %.200s", letters, status, told)
		}
	}
}

// TestNowhereToKeepAnything: without a home there is no folder for the settings,
// and what needs them says so.
func TestNowhereToKeepAnything(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "AppData", "LocalAppData"} {
		t.Setenv(name, "")
	}
	o := newOffice(t)
	o.flags, o.env = nil, nil
	source := o.write("wire.txt", raw)
	for _, line := range []string{
		"list", "search x", "show 1", "trash", "backup", "verify", "import " + source + " --save", "new --template meeting", "templates list", "templates show call",
		"people list", "people add Иван Пробный", "people import " + o.write("people.csv", "first;last\nИван;Пробный\n"), "people export", "places list", "organisations add Совет",
		"snippets list", "snippets add Слова " + source, "words list", "words add слово", "spell " + source, "styles list", "styles show plain", "decline Иван", "export " + source + " --to txt -o " + o.path("out"), "export " + source + " --to txt --style plain -o " + o.path("out"),
	} {
		if status, out, told := o.run(strings.Fields(line)...); status != couldNot || out != "" || told == "" {
			t.Errorf("%s: status %d, %q, %q", line, status, out, told)
		}
	}
}
