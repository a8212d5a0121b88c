package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// office is the settings of an invented press office after its first run.
const office = `language = "ru"
theme = "light"
welcomed = true

[typography]
as_typed = "off"

[organisation]
name = "Совет содружества"
site = "https://council.example"
address = "г. Пробный, ул. Образцовая, 1"

[[contacts]]
title = "Пресс-служба"
default = true
name = "Пётр Образцов"
post = "Пресс-секретарь"
organisation = "Совета содружества"
email = "press@council.example"

[[contacts.phones]]
number = "+7-000-000-00-01"
kind = "phone"

[[contacts.phones]]
number = "+7-000-000-00-02"
kind = "phone-fax"
`

// TestJourneyWriteKillFindExport types a release from a template, kills the
// program a second after the last key, finds the release again by search and
// exports it.
func TestJourneyWriteKillFindExport(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	if err := os.Mkdir(filepath.Join(d.home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	window := d.open()

	d.dialog("ctrl+n")
	d.keys("ctrl+Return") // the first template as it is
	d.wait("a draft in the library", func() bool { return len(d.list()) == 1 })
	d.keys("ctrl+t", "ctrl+End", "Return", "Return")
	d.write("Стороны условились о новой встрече в Пробном.")
	d.holds("Стороны условились о новой встрече в Пробном.")
	// The promise itself: whatever was typed is on the disk a second later.
	<-time.After(time.Second)
	d.kill(window)

	shown := string(d.communique("show", "1"))
	if !strings.Contains(shown, "Стороны условились о новой встрече в Пробном.") {
		t.Fatalf("lost after kill -9; the library has:\n%s", shown)
	}

	d.open()
	d.keys("F4")
	d.write("условились")
	d.keys("Return")
	d.holds("Стороны условились", "ctrl+t")
	for _, key := range []string{"Escape", "Return"} { // neither goes on
		d.dialog("ctrl+e")
		d.look("leaving-warned")
		d.keys(key)
		d.wait("the draft", func() bool { return !d.darkened() })
	}
	d.dialog("ctrl+e")
	d.keys("ctrl+Return", "Return")
	pdf := func() []string {
		found, _ := filepath.Glob(filepath.Join(d.home, "Documents", "*.pdf"))
		return found
	}
	// Ctrl+Enter answers the warning of the blanks that are not filled; Enter then takes
	// folder and name as they are offered.
	d.wait("the PDF", func() bool { return len(pdf()) == 1 })
	text, err := d.tool("pdftotext", pdf()[0], "-")
	if err != nil || !strings.Contains(strings.Join(strings.Fields(text), " "), "Стороны условились о новой встрече в Пробном.") {
		t.Errorf("pdftotext: %v\n%s", err, text)
	}
	if out, err := d.tool("qpdf", "--check", pdf()[0]); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
}

// TestJourneyFirstRun skips the welcome page by keyboard and copies a blank
// release for the website.
func TestJourneyFirstRun(t *testing.T) {
	d := newDesktop(t)
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Первый релиз")
	d.wait("the release in the library", func() bool {
		entries := d.list()
		return len(entries) == 1 && entries[0].Headline == "Первый релиз"
	})
	d.dialog("ctrl+shift+c") // the warning: a text is missing
	d.keys("ctrl+Return")
	d.wait("the clipboard", func() bool { return strings.Contains(d.clipboard(), "Первый релиз") })
}

// TestJourneySetAsTyped types quotation marks and a dash as a keyboard has them, in the
// office's own settings; one undo gives back what was typed.
func TestJourneySetAsTyped(t *testing.T) {
	d := newDesktop(t)
	d.settleAs(strings.Replace(office, "as_typed = \"off\"", "", 1))
	d.open()
	d.keys("ctrl+shift+n")
	d.write("\"Дом\" - в лесу")
	headline := func(want string) func() bool {
		return func() bool {
			entries := d.list()
			return len(entries) == 1 && entries[0].Headline == want
		}
	}
	d.wait("the headline", headline("«Дом»\u00a0— в\u00a0лесу"))
	d.keys("ctrl+z")
	d.wait("a space that breaks", func() bool { return !headline("«Дом»\u00a0— в\u00a0лесу")() })
}

// TestJourneyUndo takes typing back and makes it again.
func TestJourneyUndo(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("ctrl+shift+n")
	d.write("Раз Два")
	headline := func(want string) func() bool {
		return func() bool {
			entries := d.list()
			return len(entries) == 1 && strings.TrimSpace(entries[0].Headline) == want
		}
	}
	d.wait("the headline", headline("Раз Два"))
	d.keys("ctrl+z")
	d.wait("the undo", headline("Раз"))
	d.keys("ctrl+y")
	d.wait("the redo", headline("Раз Два"))
}
