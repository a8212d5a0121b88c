package app_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // the library as another program has it open
)

// raw opens the library's file as another program would, one that waits for its turn.
func (d *desktop) raw() *sql.Conn {
	d.t.Helper()
	file := filepath.Join(d.home, "data", "communique", "library.db")
	db, err := sql.Open("sqlite", file+"?_pragma=busy_timeout(60000)")
	if err != nil {
		d.t.Fatal(err)
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = conn.Close(); _ = db.Close() })
	return conn
}

// do runs a statement on the library behind the program's back.
func (d *desktop) do(conn *sql.Conn, statement string) {
	d.t.Helper()
	if _, err := conn.ExecContext(context.Background(), statement); err != nil {
		d.t.Fatal(err)
	}
}

// white reports whether a dot is the paper of a dialog.

// TestJourneyDamage opens a library with a text that is not what was saved: the window tells of it
// unasked, and makes the library anew with what is whole.
func TestJourneyDamage(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	id := d.found("встречи президентов")
	conn := d.raw()
	d.do(conn, "UPDATE release SET text = replace(text, 'Бишкеке', 'Бишкекe') WHERE id = "+id)
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	window := d.open()
	d.wait("the damage", d.darkened)
	d.look("damage")
	d.keys("ctrl+Return")
	kept := func() bool {
		all, _ := filepath.Glob(filepath.Join(d.home, "data", "communique", "library-damaged-*.db"))
		return len(all) > 0
	}
	d.wait("the damaged file beside the new one", kept)
	// Narrower than the dialog before, which is looked for first, and wider than the progress.
	d.wait("what came back", func() bool { return !d.white(930, 400) && d.white(390, 400) })
	d.look("damage-recovered")
	d.leaveAll()
	if n := len(d.list()); n != 1 { // no backup was made before the damage
		t.Errorf("%d releases came back", n)
	}
	d.communique("verify")
	d.leaves(window)
}

// TestJourneyWorkThatWaits imports while another program writes into the library: how far it is
// is shown, and Escape stops it; without the other program it is done.
func TestJourneyWorkThatWaits(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("list") // makes the library
	window := d.open()
	conn := d.raw()
	releases := d.oldReleases()
	imports := func() {
		d.dialog("ctrl+shift+o")
		d.holds(d.home) // the folder is looked at while the dialog is open already
		d.write(releases)
		d.holds(releases)
		d.keys("ctrl+Return")
	}
	d.do(conn, "BEGIN IMMEDIATE")
	imports()
	d.wait("how far it is", func() bool { return !d.white(300, 400) && d.darkened() && d.white(440, 400) }) // narrower than the chooser, which is gone
	d.look("progress")
	d.keys("Escape")
	d.wait("the end of the work", func() bool { d.leaveAll(); return !d.darkened() })
	d.do(conn, "ROLLBACK")
	if n := len(d.list()); n != 0 {
		t.Errorf("%d releases are in the library of an import that was stopped", n)
	}
	imports()
	d.wait("the releases", func() bool { return len(d.list()) == 2 })
	d.leaveAll()
	d.leaves(window)
}

// TestJourneyWhatIsNotSaved leaves the window while another program keeps the library from
// taking the text: the window stays, the text is saved as a file, and when the library takes it
// again, it is there.
func TestJourneyWhatIsNotSaved(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Первый")
	d.wait("the release", func() bool { return len(d.list()) == 1 })
	conn := d.raw()
	d.do(conn, "BEGIN IMMEDIATE")
	d.write(" визит")
	d.keys("ctrl+q")
	d.wait("what is not saved", d.darkened)
	d.look("not-saved")
	d.keys("Escape")
	d.wait("the window", func() bool { return !d.darkened() })
	d.holds("Первый визит")
	d.keys("ctrl+q")
	d.wait("what is not saved", d.darkened)
	d.keys("ctrl+Return") // into another file
	d.rescue("Первый визит", "not-saved-rescued")
	d.do(conn, "ROLLBACK")
	d.wait("the release", func() bool { return len(d.list()) == 1 && d.list()[0].Headline == "Первый визит" })
	d.leaves(window)
}

// issuedWithoutLead is an issued release that the checks would keep in the office.
const issuedWithoutLead = `format = 1
language = "ru"
kind = "news"
status = "issued"
headline = "Встреча в Пробном"
date = "2024-09-11"
place = "Бишкек"
[[contacts]]
name = "Пётр Образцов"
email = "press@council.example"
`

// TestJourneyAnIssuedReleaseLeavesInSpiteOfFindings exports a release that was issued and has
// findings: who sends it all the same, and why, is asked, and kept in its history.
func TestJourneyAnIssuedReleaseLeavesInSpiteOfFindings(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	path, _ := d.put("встреча.toml", issuedWithoutLead)
	d.communique("import", "--save", path)
	window := d.open()
	d.keys("F4")
	d.write("встреча")
	d.keys("Return")
	d.holds("Встреча в Пробном", "ctrl+t")
	d.dialog("ctrl+shift+c")
	d.look("leaving")
	d.keys("Return") // nothing is said yet
	d.look("leaving-unsaid")
	d.keys("Escape")
	d.wait("the window", func() bool { return !d.darkened() })
	d.dialog("ctrl+shift+c")
	d.write("Анна Озерова")
	d.keys("Tab")
	d.write("так решено")
	d.keys("ctrl+Return")
	d.wait("the clipboard", func() bool { return strings.Contains(d.clipboard(), "Встреча в Пробном") })
	d.wait("who sent it", func() bool {
		return len(d.stored().Overrides) == 1 && d.stored().Overrides[0].Who == "Анна Озерова"
	})
	d.leaves(window)
}

// rescue writes a text that cannot be saved into a file, which a dialog asks for, looks at the window then, and leaves
// the dialogs.
func (d *desktop) rescue(text, look string) {
	d.t.Helper()
	file := filepath.Join(d.home, "визит.toml")
	d.keys("ctrl+a")
	d.write(file)
	d.keys("Return")
	d.wait("the file", func() bool {
		data, err := os.ReadFile(file)
		return err == nil && strings.Contains(string(data), text)
	})
	d.look(look)
	d.leaveAll()
}
