package app_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	meetingHeadline = "Встреча Генерального секретаря с Президентом"
	drillHeadline   = "Учение «Рубеж» завершилось"

	meetingText = meetingHeadline + "\n\n11 сентября 2024 года в Бишкеке состоялась встреча, на которой обсудили план дорог.\n\nОна прошла хорошо.\n"
	drillText   = drillHeadline + "\n\n2 мая 2023 года в Душанбе завершилось учение, в котором участвовали связисты.\n"
)

// oldReleases is a folder to import.
func (d *desktop) oldReleases() string {
	d.t.Helper()
	dir := filepath.Join(d.home, "Старые релизы")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	for name, text := range map[string]string{"встреча.txt": meetingText, "учение.txt": drillText} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			d.t.Fatal(err)
		}
	}
	return dir
}

func (d *desktop) versions(id string) int {
	var all []json.RawMessage
	if err := json.Unmarshal(d.communique("history", id, "--json"), &all); err != nil {
		d.t.Fatal(err)
	}
	return len(all)
}

// found is the number of the only release that a query finds.
func (d *desktop) found(query string) string {
	id, _, _ := strings.Cut(string(d.communique("search", query)), "\t")
	return id
}

// TestJourneyFindChangeAndBringBack finds an old release by another form of
// its words, changes it, and brings its first version back by keyboard.
func TestJourneyFindChangeAndBringBack(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	id := d.found("встречи президентов")
	d.open()
	d.openFound("встречи президентов", meetingHeadline)
	d.keys("ctrl+t", "ctrl+End")
	d.write(" Условились о новой.")
	d.wait("the change", func() bool {
		return strings.Contains(string(d.communique("show", id)), "Условились о новой.")
	})
	if n := d.versions(id); n != 2 {
		t.Errorf("%d versions", n)
	}
	d.dialog("ctrl+r")
	d.look("history")
	d.keys("Tab", "Tab", "Tab", "Tab", "Return") // from the list over what changed to the button that brings the version back
	d.wait("the first version", func() bool { return !strings.Contains(string(d.communique("show", id)), "Условились") })
	if n := d.versions(id); n != 3 {
		t.Errorf("%d versions: the changed text must stay", n)
	}
}

// TestJourneyTwoWindows edits in one window what another has open.
func TestJourneyTwoWindows(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	id := d.found("учения")
	text := func() string { return string(d.communique("show", id)) }
	openDrill := func() {
		d.openFound("учения", drillHeadline)
		d.keys("ctrl+t", "ctrl+End")
	}
	first := d.open()
	openDrill()
	d.write(" Первый.")
	d.wait("the first window's text", func() bool { return strings.Contains(text(), "Первый.") })
	d.open()
	openDrill()
	d.write(" Второй.")
	d.keys("ctrl+s")
	d.opened(drillHeadline) // it has heard the keys
	if strings.Contains(text(), "Второй.") {
		t.Fatal("two windows edited one release")
	}
	d.kill(first)
	d.wait("the second window to take over", func() bool {
		d.keys("ctrl+t", "ctrl+End")
		d.write("!")
		return strings.Contains(text(), "!")
	})
	if !strings.Contains(text(), "Первый.") {
		t.Error("the first window's text is gone")
	}
}

// TestJourneyTheListByMouse opens releases with clicks: two go to the text, one leaves the
// keyboard in the list, where Enter goes on. A field above the text is changed where it
// stands, and how the window stood is there again the next time.
func TestJourneyTheListByMouse(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	meeting, drill := d.found("встречи президентов"), d.found("учения")
	says := func(id, words string) func() bool {
		return func() bool { return strings.Contains(string(d.communique("show", id)), words) }
	}
	click := func(x, y string, more ...string) {
		if _, err := d.tool("xdotool", append([]string{"mousemove", x, y, "click"}, more...)...); err != nil {
			t.Fatal(err)
		}
	}
	window := d.open()
	click("100", "215", "--repeat", "2", "--delay", "80", "1")
	d.opened(meetingHeadline)
	d.keys("ctrl+End")
	d.write("Условились о новой.")
	d.wait("what was typed after a double click", says(meeting, "Условились о новой."))
	click("100", "325", "1")
	d.opened(drillHeadline)
	d.keys("Return", "ctrl+End")
	d.write("Связь была хорошей.")
	d.wait("what was typed after a click and Enter", says(drill, "Связь была хорошей."))
	d.keys("shift+F6", "Tab", "Return") // above the text the place is the second
	d.keys("ctrl+a")
	d.write("Пробный")
	d.keys("Return")
	d.wait("the place", func() bool {
		return strings.Contains(string(d.communique("show", drill, "--json")), `"Пробный"`)
	})
	d.keys("F9", "ctrl+4", "F10")
	d.leaves(window)
	kept, err := os.ReadFile(filepath.Join(d.home, "config", "communique", "settings.toml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"library_folded = true", "inspector_folded = true", `tab = "details"`} {
		if !strings.Contains(string(kept), line) {
			t.Errorf("the settings lack %s:\n%s", line, kept)
		}
	}
}
