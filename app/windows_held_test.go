package app_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/export"
)

// holder builds the stand-in for Acrobat, and returns what has it hold files until they are
// let go: from who would write, and behind "-x" from who would read too.
func holder(t *testing.T) (hold func(paths ...string) (letGo func())) {
	t.Helper()
	exe := standIn(t, "holder")
	return func(paths ...string) func() {
		t.Helper()
		cmd := exec.Command("wine", append([]string{exe}, paths...)...)
		cmd.Stderr = os.Stderr
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); strings.TrimSpace(line) != "held" {
			t.Fatalf("not held: %q, %v", line, err)
		}
		return func() {
			_ = in.Close()
			_ = cmd.Wait()
		}
	}
}

// standIn builds a program for Windows out of testdata.
func standIn(t *testing.T, name string) (exe string) {
	t.Helper()
	exe = filepath.Join(t.TempDir(), name+".exe")
	build := exec.Command("x86_64-w64-mingw32-gcc", "-municode", "-O1", "-o", exe, "testdata/"+name+".c")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	return exe
}

// TestWindowsHeldOpen has another program hold each file that the program writes: it is told
// which one to close, the file keeps every byte, nothing is left beside it, and what was
// wanted is done when the file is let go.
func TestWindowsHeldOpen(t *testing.T) {
	asWindows(t)
	hold := holder(t)
	home := filepath.Join(t.TempDir(), "Пётр Образцов")
	config, out := filepath.Join(home, "config"), filepath.Join(home, "out")
	for _, dir := range []string{config, out} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	put := func(path, text string) string {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	put(filepath.Join(config, "settings.toml"), office)
	text, snippet := filepath.Join(home, "учение.txt"), filepath.Join(home, "snippet.txt")
	said := func(more string) { // makes what is written next differ
		put(text, drillHeadline+"\n\nДушанбе, 2 мая 2023 г. — Учение завершилось. "+more+"\n")
		put(snippet, "Справка. "+more+"\n")
	}
	said("Первое.")
	library := filepath.Join(home, "library.db")
	run := func(args ...string) (told string, status int) {
		t.Helper()
		cmd := exec.Command(binary, args...)
		cmd.Env = append(os.Environ(), "COMMUNIQUE_CONFIG="+config, "COMMUNIQUE_LIBRARY="+library)
		both, _ := cmd.CombinedOutput()
		return string(both), cmd.ProcessState.ExitCode()
	}
	type step struct {
		args   []string
		writes string // the file that is held; "" is each that args write below out
	}
	steps := map[string]step{
		"a draft":      {[]string{"new", "--template", "call", "--force", "-o", filepath.Join(out, "draft.release.toml")}, ""},
		"a text read":  {[]string{"import", text, "--force", "-o", out}, ""},
		"a register":   {[]string{"people", "export", "--force", filepath.Join(out, "people.csv")}, ""},
		"the people":   {[]string{"people", "add", "Образцов Пётр"}, filepath.Join(config, "people.toml")},
		"the words":    {[]string{"words", "add", "Пробнинский"}, filepath.Join(config, "words.toml")},
		"the snippets": {[]string{"snippets", "add", "Справка", snippet, "--force"}, filepath.Join(config, "snippets.toml")},
		"the library":  {[]string{"import", text, "--save"}, library},
		"the care":     {[]string{"care"}, library},
		"a version":    {[]string{"restore", "1", "1"}, library},
		"the trash":    {[]string{"trash", "1"}, library},
		"the package":  {[]string{"export", text, "--to", "package", "--force", "-o", out}, ""},
	}
	for _, form := range export.Forms() {
		steps[string(form)] = step{[]string{"export", text, "--to", string(form), "--force", "-o", out}, ""}
	}
	if told, status := run("import", text, "--save"); status != 0 {
		t.Fatal(told)
	}
	for name, s := range steps {
		t.Run(name, func(t *testing.T) {
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
			if err := os.Mkdir(out, 0o700); err != nil {
				t.Fatal(err)
			}
			said("Прежнее.")
			if told, status := run(s.args...); status != 0 {
				t.Fatalf("status %d: %s", status, told)
			}
			written := []string{s.writes}
			if s.writes == "" {
				written = files(t, out)
			}
			before := contents(t, written)
			around := files(t, home)
			said("Новое.")
			again := slices.Clone(s.args)
			if i := slices.Index(again, "add"); i >= 0 && len(again) == i+2 { // a card or a word is added once
				again[i+1] += "ский"
			}
			letGo := hold(written...)
			told, status := run(again...)
			letGo()
			if status != 1 || !strings.Contains(told, "открыт в другой программе: закройте его там") ||
				!slices.ContainsFunc(written, func(path string) bool { return strings.Contains(told, filepath.Base(path)) }) {
				t.Errorf("held: status %d: %s", status, told)
			}
			if after := contents(t, written); !slices.Equal(after, before) {
				t.Errorf("it is changed: %q", after)
			}
			if now := files(t, home); !slices.Equal(now, around) {
				t.Errorf("there were %q, and are %q", around, now)
			}
			if told, status := run(again...); status != 0 {
				t.Errorf("let go: status %d: %s", status, told)
			}
		})
	}
}

// contents reads files.
func contents(t *testing.T, paths []string) (all []string) {
	t.Helper()
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}

// TestWindowsClipboardHeld has another program hold the clipboard: what was to be cut stays in
// the text, the person is told, and what is copied when it is let go is there.
func TestWindowsClipboardHeld(t *testing.T) {
	asWindows(t)
	hold := holder(t)
	d := newDesktop(t)
	d.settle()
	d.open(filepath.Join(d.oldReleases(), "учение.txt"))
	d.opened(drillHeadline)
	text := func() string { return string(d.communique("show", "1")) }
	before := text()
	letGo, clear := hold("-c"), d.corner()
	d.keys("ctrl+t", "ctrl+a", "ctrl+x")
	d.wait("the words", func() bool { return d.corner() != clear })
	d.look("clipboard-held")
	d.keys("Escape")
	d.wait("the words to go", func() bool { return d.corner() == clear })
	d.keys("ctrl+t", "ctrl+End")
	d.write(" whole")
	d.wait("what was typed", func() bool { return strings.Contains(text(), "whole") })
	if after := text(); strings.Replace(after, " whole", "", 1) != before {
		t.Errorf("the text is:\n%s\nand was:\n%s", after, before)
	}
	letGo()
	d.copied("the text", func(text string) bool { return strings.Contains(text, "whole") }, "ctrl+t", "ctrl+a", "ctrl+c")
}

// TestWindowsHeldFromReaders has another program keep from everybody what the program reads: it
// is told which file to close, and read when it is let go while it is waited for.
func TestWindowsHeldFromReaders(t *testing.T) {
	asWindows(t)
	hold := holder(t)
	home := filepath.Join(t.TempDir(), "Пётр Образцов")
	config := filepath.Join(home, "config")
	put := func(name, text string) string {
		path := filepath.Join(home, name)
		err := os.MkdirAll(filepath.Dir(path), 0o700)
		if err == nil {
			err = os.WriteFile(path, []byte(text), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	settings := put("config/settings.toml", office)
	style := put("config/styles/своё.toml", "base = \"plain\"\n")
	text := put("учение.txt", drillHeadline+"\n\nДушанбе, 2 мая 2023 г. — Учение завершилось.\n")
	notice := put("share/communique-update.toml", "format = 1\nversion = \"0.0.1\"\n")
	snippet, backup, people := put("snippet.txt", "Справка.\n"), filepath.Join(home, "backup.db"), filepath.Join(home, "people.csv")
	run := func(args ...string) (told string, status int) {
		t.Helper()
		cmd := exec.Command(binary, args...)
		cmd.Env = append(os.Environ(), "COMMUNIQUE_CONFIG="+config, "COMMUNIQUE_LIBRARY="+filepath.Join(home, "library.db"))
		both, _ := cmd.CombinedOutput()
		return string(both), cmd.ProcessState.ExitCode()
	}
	for _, args := range [][]string{{"import", text, "--save"}, {"backup", backup}, {"people", "add", "Образцов Пётр"}, {"people", "export", people}} {
		if told, status := run(args...); status != 0 {
			t.Fatal(told)
		}
	}
	for name, step := range map[string]struct {
		held string
		args []string
	}{
		"a text imported":      {text, []string{"import", text, "--force", "-o", home}},
		"a text exported":      {text, []string{"export", text, "--to", "md", "--force", "-o", home}},
		"a text checked":       {text, []string{"check", text}},
		"a register":           {people, []string{"people", "import", people}},
		"a snippet":            {snippet, []string{"snippets", "add", "Справка", snippet, "--force"}},
		"the settings":         {settings, []string{"list"}},
		"a house style":        {style, []string{"export", text, "--style", "своё", "--to", "pdf", "--force", "-o", home}},
		"a backup merged":      {backup, []string{"merge", backup}},
		"a backup in place":    {backup, []string{"restore-backup", backup}},
		"an update's notice":   {notice, []string{"update", "--from", "Z:" + filepath.Dir(notice)}},
		"the library searched": {filepath.Join(home, "library.db"), []string{"search", "учение"}},
	} {
		t.Run(name, func(t *testing.T) {
			letGo := hold("-x", step.held)
			told, status := run(step.args...)
			letGo()
			if status != 1 || !strings.Contains(told, filepath.Base(step.held)) ||
				!strings.Contains(told, "открыт в другой программе: закройте его там") && !strings.Contains(told, "is open in another program: close it there") { // the settings have the language
				t.Errorf("held: status %d: %s", status, told)
			}
			letGo = hold("-x", step.held)
			time.AfterFunc(time.Second, letGo)
			if told, status := run(step.args...); status != 0 {
				t.Errorf("let go: status %d: %s", status, told)
			}
		})
	}
}
