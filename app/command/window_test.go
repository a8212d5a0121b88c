package command

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"communique/app/library"
)

// TestWindow: without a command the window is opened, on what the flags name.
func TestWindow(t *testing.T) {
	for name, test := range map[string]struct {
		args            []string
		opened          bool
		config, library string
		status          int
	}{
		"nothing":          {nil, true, "", "", 7},
		"a library":        {[]string{"--library", "x.db"}, true, "", "x.db", 7},
		"both":             {[]string{"--library=x.db", "--config", "conf"}, true, "conf", "x.db", 7},
		"help":             {[]string{"--library", "x.db", "--help"}, false, "", "", done},
		"version":          {[]string{"--version"}, false, "", "", done},
		"a file":           {[]string{"x.release.toml"}, false, "", "", misuse},
		"an unknown word":  {[]string{"--library", "x.db", "fly"}, false, "", "", misuse},
		"an unknown flag":  {[]string{"--colour"}, false, "", "", misuse},
		"a flag with none": {[]string{"--library"}, false, "", "", misuse},
		"a command":        {[]string{"styles", "list"}, false, "", "", done},
	} {
		t.Run(name, func(t *testing.T) {
			var out, told bytes.Buffer
			opened, config, library := false, "", ""
			status := Run(Params{
				Args: test.args, Stdout: &out, Stderr: &told, Language: "en", Version: "1.2.3", Getenv: func(string) string { return t.TempDir() },
				Window: func(c, l string) int {
					opened, config, library = true, c, l
					return 7
				},
			})
			if status != test.status || opened != test.opened || config != test.config || library != test.library {
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
		Window: func(string, string) int { panic("Секретный заголовок") },
	})
	if text := told.String(); status != couldNot || !strings.Contains(text, "Ошибка в самой программе") || strings.Contains(text, "Секретный") || !strings.Contains(text, "window_test.go") {
		t.Errorf("status %d, told %q", status, text)
	}
}

// TestALibraryKeptElsewhere: what is looked after on a server has no backups here, and
// says so.
func TestALibraryKeptElsewhere(t *testing.T) {
	o := newOffice(t)
	for name, args := range map[string][]string{"a list": {"backup"}, "a copy": {"backup", o.path("copy.db")}, "a restore": {"restore-backup", o.path("copy.db")}, "verify": {"verify"}} {
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
