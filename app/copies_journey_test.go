package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJourneyMergeACopy lays a conflicted copy beside the library, as a program does that
// synchronises the folder: the window tells of it, and the button there leads to one that brings
// in what only the copy has.
func TestJourneyMergeACopy(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	library := filepath.Join(d.home, "data", "communique", "library.db")
	copied := filepath.Join(filepath.Dir(library), "library (1).db")
	data, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(copied, data, 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(d.home, "только там.txt")
	if err := os.WriteFile(text, []byte("Визит завершился\n\n3 мая 2023 года в Бишкеке завершился визит.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.communique("import", text, "--save", "--library", copied)
	window := d.open()
	d.openFound("учения", drillHeadline)
	before := d.corner()
	d.wait("the notice", func() bool { return !strings.Contains(d.dot("940+710"), "#FFFFFF") }) // its cross
	if _, err := d.tool("xdotool", "mousemove", "870", "712", "click", "1"); err != nil {
		t.Fatal(err)
	}
	d.wait("the copies", func() bool { return d.corner() != before })
	d.keys("Return") // the button of the first copy
	d.wait("what only the copy had", func() bool { return len(d.list()) == 3 })
	d.wait("the copy to be put aside", func() bool {
		_, err := os.Stat(filepath.Join(filepath.Dir(library), "merged", "library (1).db"))
		return err == nil
	})
	d.wait("what came of it to be left", func() bool {
		d.keys("Escape")
		return d.corner() == before
	})
	d.opened(drillHeadline)
	d.leaves(window)
}
