package command

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"communique/app/library"
)

// TestWindow: without a command the window is opened, on what the flags name.
func TestWindow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "Релиз 1.release.toml")
	here, err := os.Getwd()
	if err := errors.Join(err, os.WriteFile(file, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		args            []string
		opened          bool
		files           []string
		config, library string
		status          int
	}{
		"nothing":          {nil, true, nil, "", "", 7},
		"a library":        {[]string{"--library", "x.db"}, true, nil, "", "x.db", 7},
		"both":             {[]string{"--library=x.db", "--config", "conf"}, true, nil, "conf", "x.db", 7},
		"help":             {[]string{"--library", "x.db", "--help"}, false, nil, "", "", done},
		"version":          {[]string{"--version"}, false, nil, "", "", done},
		"a file":           {[]string{file}, true, []string{file}, "", "", 7},
		"a file here":      {[]string{"window_test.go"}, true, []string{filepath.Join(here, "window_test.go")}, "", "", 7},
		"files elsewhere":  {[]string{"--library", "x.db", file, file}, true, []string{file, file}, "", "x.db", 7},
		"no file":          {[]string{"x.release.toml"}, false, nil, "", "", misuse},
		"not all of them":  {[]string{file, "x.release.toml"}, false, nil, "", "", misuse},
		"an unknown word":  {[]string{"--library", "x.db", "fly"}, false, nil, "", "", misuse},
		"an unknown flag":  {[]string{"--colour"}, false, nil, "", "", misuse},
		"a flag with none": {[]string{"--library"}, false, nil, "", "", misuse},
		"a command":        {[]string{"styles", "list"}, false, nil, "", "", done},
	} {
		t.Run(name, func(t *testing.T) {
			var out, told bytes.Buffer
			opened, config, library, files := false, "", "", []string(nil)
			status := Run(Params{
				Args: test.args, Stdout: &out, Stderr: &told, Language: "en", Version: "1.2.3", Getenv: func(string) string { return t.TempDir() },
				Window: func(c, l string, f []string) int {
					opened, config, library, files = true, c, l, f
					return 7
				},
			})
			if status != test.status || opened != test.opened || config != test.config || library != test.library || len(files)+len(test.files) > 0 && !slices.Equal(files, test.files) {
				t.Errorf("status %d, opened %v on %q, %q\n%s%s", status, opened, config, library, out.String(), told.String())
			}
		})
	}
}

// TestADoubleClickIsNoMistake: cobra would tell who starts the program on Windows
// by a double click to use a console.
func TestADoubleClickIsNoMistake(t *testing.T) {
	if newOffice(t).must("styles", "list"); cobra.MousetrapHelpText != "" {
		t.Errorf("it would say %q", cobra.MousetrapHelpText)
	}
}

// TestAFaultIsToldInWords: a fault of the program is no wrong usage, and a script
// gets a sentence instead of a stack.
func TestAFaultIsToldInWords(t *testing.T) {
	var told strings.Builder
	status := Run(Params{
		Language: "ru", Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &told, Getenv: func(string) string { return "" },
		Window: func(string, string, []string) int { panic("Секретный заголовок") },
	})
	if text := told.String(); status != couldNot || !strings.Contains(text, "Ошибка в самой программе") || strings.Contains(text, "Секретный") || !strings.Contains(text, "window_test.go") {
		t.Errorf("status %d, told %q", status, text)
	}
}

// TestALibraryKeptElsewhere: what is looked after on a server has no backups here, and
// says so.
func TestALibraryKeptElsewhere(t *testing.T) {
	o := newOffice(t)
	for name, args := range map[string][]string{"a list": {"backup"}, "a copy": {"backup", o.path("copy.db")}, "a restore": {"restore-backup", o.path("copy.db")}, "verify": {"verify"}, "care": {"care"}, "recover": {"recover"}, "merge": {"merge"}} {
		var told strings.Builder
		status := Run(Params{
			Args: append(slices.Clone(o.flags), args...), Language: "ru", Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &told,
			Getenv: func(name string) string { return o.env[name] }, Now: func() time.Time { return o.now },
			Library: func(path string, existing bool, progress func(done, of int)) (library.Store, error) {
				kept, err := o.library(path, existing, progress)
				return struct{ library.Store }{kept}, err
			},
		})
		if status != couldNot || !strings.Contains(told.String(), "следят не здесь") {
			t.Errorf("%s: status %d, told %q", name, status, told.String())
		}
	}
}
