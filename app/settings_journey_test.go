package app_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestJourneyTwoWriters has two lines of commands add people at once, while a
// window is open that knows none of them and is closed at the end.
func TestJourneyTwoWriters(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	const each = 50
	var group sync.WaitGroup
	for writer := range 2 {
		group.Go(func() {
			for i := range each {
				cmd := exec.Command(binary, "people", "add", fmt.Sprintf("Иван Пробный-%d-%d", writer, i))
				cmd.Env = d.env
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, out)
				}
			}
		})
	}
	group.Wait()
	d.leaves(window)
	if got := strings.Count(string(d.communique("people", "list")), "\n"); got != 2*each {
		t.Errorf("%d people", got)
	}
}

// TestJourneyTheRegistersOfOthers has the registers open while a command adds a card and an
// editor takes it out of the file: the list follows, and the notice brings the card back.
func TestJourneyTheRegistersOfOthers(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.dialog("ctrl+shift+p")
	listed := func() bool { return !d.white(700, 252) } // the first card is chosen
	if listed() {
		t.Fatal("a card is listed")
	}
	d.communique("people", "add", "--post", "посол", "Юрий Кравец")
	d.wait("the card of the command", listed)
	if err := os.WriteFile(filepath.Join(d.home, "config", "communique", "people.toml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.wait("the empty list", func() bool { return !listed() })
	d.keys("Escape")
	d.wait("the notice", func() bool { return d.notice(754) })
	d.look("registers-of-others")
	d.point(d.cross(754)-70, 754, "click", "1")
	d.wait("the card again", func() bool { return strings.Contains(string(d.communique("people", "list")), "Юрий Кравец") })
	d.leaves(window)
}

// TestJourneyAWrongLine opens the window with a line of the settings that
// cannot be read, closes it, and asks a command for a PDF.
func TestJourneyAWrongLine(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	path := filepath.Join(d.home, "config", "communique", "settings.toml")
	text := office + "\n[export]\nstyle = 5\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	window := d.open()
	d.wait("what is wrong to be told", d.darkened)
	d.leaveAll()
	d.keys("ctrl+shift+n")
	d.write("Релиз")
	d.wait("the release", func() bool { return len(d.list()) == 1 })
	d.leaves(window)
	cmd := exec.Command(binary, "export", "1", "--to", "pdf", "-o", d.home)
	cmd.Env = d.env
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "style = 5") {
		t.Errorf("%v: %s", err, out)
	}
	if found, _ := filepath.Glob(filepath.Join(d.home, "*.pdf")); len(found) > 0 {
		t.Errorf("a PDF without its letterhead: %v", found)
	}
	if copied, err := os.ReadFile(path + ".bak"); err != nil || string(copied) != text {
		t.Errorf("the copy holds %q, %v", copied, err)
	}
	if now, err := os.ReadFile(path); err != nil || !strings.Contains(string(now), "Совет содружества") {
		t.Errorf("the settings are %s, %v", now, err)
	}
}

// TestJourneyTheLook sets contrast, motion and where newer versions are found, by keys. An address
// that nothing is found at keeps the dialog; Escape leaves it as it was.
func TestJourneyTheLook(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	stored := func() string {
		data, err := os.ReadFile(filepath.Join(d.home, "config", "communique", "settings.toml"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	ground := d.corner()
	form := func() {
		d.dialog("ctrl+comma")
		d.keys("ctrl+Tab", "ctrl+Tab", "ctrl+Tab", "ctrl+Tab", "Tab")
		for range 2 { // the second of each
			d.keys("space", "Down", "Return", "Tab")
		}
	}
	form()
	d.write("ftp://council.example")
	d.keys("ctrl+Return")
	d.look("look-refused")
	d.keys("Escape") // what is wrong
	d.holds("ftp://council.example")
	d.keys("Escape")
	d.look("look-asked") // whether that is to be lost
	d.keys("Escape")
	d.holds("ftp://council.example")
	d.keys("Escape", "ctrl+Return")
	d.leaveAll()
	if d.corner() != ground || strings.Contains(stored(), "contrast") {
		t.Fatalf("Escape has set something:\n%s", stored())
	}
	form()
	folder := filepath.Join(d.home, "Programmy")
	d.write(folder)
	d.keys("ctrl+Return")
	d.wait("the settings", func() bool { return strings.Contains(stored(), folder) })
	for _, line := range []string{"contrast = \"high\"", "motion = \"none\""} {
		if !strings.Contains(stored(), line) {
			t.Errorf("no %s in\n%s", line, stored())
		}
	}
	d.wait("the contrast", func() bool { return d.corner() == "#FFFFFF" })
	d.look("look")
	d.leaves(window)
}
