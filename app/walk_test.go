package app_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// walkEnv makes the test binary the window that is walked: it says what to press.
const walkEnv = "COMMUNIQUE_TEST_WALK"

// TestWalk presses every command of the menu, every button of the window and of
// the dialogs that come of them, in the real driver. The window runs in a process
// of its own, so that its end ends no test, and a walker in it looks at what a
// person would see: a dialog, where the caret is, whether a key is still down.
func TestWalk(t *testing.T) {
	tests := map[string]struct {
		settings string // "" is a first start
		keyboard string // the layout that is on
		releases int    // in the library
		parts    string // what is walked, see walker.walk
	}{
		"a busy computer":               {office, "us", 0, "ahead"},
		"first start":                   {"", "us", 0, "menu"},
		"nothing in the library":        {office, "us", 0, "bar"},
		"one release, Russian keyboard": {office, "ru", 1, "menu window"},
		"many releases, in English": {
			strings.Replace(office, `language = "ru"`, `language = "en"`, 1), "us", 70, "menu buttons",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			if tt.settings != "" {
				d.settleAs(tt.settings)
			}
			for n := range tt.releases {
				d.communique("import", "--save", d.releaseFile(n))
			}
			if tt.releases > 0 && len(d.list()) != tt.releases {
				t.Fatalf("%d releases are in the library, not %d", len(d.list()), tt.releases)
			}
			d.walk(tt.keyboard, tt.parts)
		})
	}
}

// releaseFile is a release to import, another for each number.
func (d *desktop) releaseFile(n int) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "релиз.txt")
	text := fmt.Sprintf("Встреча номер %d в Пробном\n\n%d сентября 2024 года в Пробном состоялась встреча номер %d.\n\nГости прибыли из Бишкека.\n", n+1, n%28+1, n+1)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// walk runs the window with a walker in it, takes over what it found, and returns what it pressed.
func (d *desktop) walk(keyboard, parts string) (pressed map[string]bool) {
	d.t.Helper()
	pressed = map[string]bool{}
	said := saidNames(d.t)
	self, err := os.Executable()
	if err != nil {
		d.t.Fatal(err)
	}
	window := exec.Command(self)
	window.Env = append(d.env, walkEnv+"="+parts, "COMMUNIQUE_TEST_KEYBOARD="+keyboard)
	var trouble strings.Builder
	window.Stderr = &trouble
	out, err := window.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	if err := window.Start(); err != nil {
		d.t.Fatal(err)
	}
	stuck := time.AfterFunc(walkPatience, func() {
		_, _ = d.tool("import", "-window", "root", filepath.Join(os.TempDir(), "communique-walk-stuck.png"))
		_ = window.Process.Kill()
	})
	defer stuck.Stop()
	last := ""
	for lines := bufio.NewScanner(out); lines.Scan(); {
		last = lines.Text()
		if fault, ok := strings.CutPrefix(last, "FAULT "); ok {
			d.t.Error(fault)
			continue
		}
		if what, ok := strings.CutPrefix(last, pressedMark); ok {
			file, name, _ := strings.Cut(what, "\t")
			pressed[said.line(file, name)] = true
		}
		d.t.Log(last)
	}
	if err := window.Wait(); err != nil {
		d.t.Errorf("the window ended after %q: %v\n%s", last, err, trouble.String())
	}
	if strings.Contains(trouble.String(), "Error in Fyne call thread") {
		d.t.Errorf("a widget was touched away from the UI goroutine:\n%s", trouble.String())
	}
	return pressed
}

// walkPatience ends a walk that stands still; one takes some minutes, and on a busy machine, where all
// settings are pressed at once, half an hour.
const walkPatience = 30 * time.Minute
