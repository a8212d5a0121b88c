package window

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// TestAnEmptyReleaseAlarmsNobody: what it lacks is counted, and red only when something was written,
// or when it is to leave.
func TestAnEmptyReleaseAlarmsNobody(t *testing.T) {
	s := newStage(t, settled)
	alarmed := func() bool {
		return strings.Contains(s.texts(), s.words.Plural("status-blocking", len(proof.Blocking(s.preview.Last().Findings))))
	}
	checked := func() bool { return s.lookup.Index() != nil && s.follower.Resting() && len(s.queue) == 0 }
	s.newBlank()
	s.wait("the checks", checked)
	lacks := proof.Open(s.preview.Last().Findings)
	if len(proof.Blocking(lacks)) == 0 || alarmed() || !strings.Contains(s.texts(), s.words.Plural("pane-findings", proof.Count(lacks))) {
		t.Errorf("of an empty one it says %q", s.texts())
	}
	s.exportAs(export.PDF)()
	s.wait("the question", s.dialogOpen)
	s.hands.Press(fyne.KeyEscape, 0)
	s.wait("what keeps it", alarmed)
	s.newBlank()
	s.wait("another", func() bool { return checked() && !alarmed() })
	s.focusText()
	s.write("Встреча")
	s.wait("what it lacks", alarmed)
}

// TestFindingsStandOnTheRow compares the number on the row of a release with that of its
// findings while the release is written, changed elsewhere and opened again: the row shows
// what the checks said of that very text, or nothing.
func TestFindingsStandOnTheRow(t *testing.T) {
	s := newStage(t, settled, "Встреча", "Учение")
	stored := func(id int64) int {
		_, e, err := s.shelf.Library.Get(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		return e.Findings
	}
	found := func() int { return len(proof.Open(s.check(s.doc.session.Release()))) }
	onRow := func(id int64) int {
		for _, e := range s.library.Listed() {
			if e.ID == id {
				return e.Findings
			}
		}
		return -1
	}
	rest := func(id int64) {
		t.Helper()
		s.wait("rest", func() bool {
			waits, _ := s.saver.State(s.doc)
			return s.lookup.Index() != nil && s.follower.Resting() && !waits && !s.doc.saveDue && len(s.queue) == 0
		})
		want := found()
		s.wait(fmt.Sprint("the number of ", want), func() bool { return stored(id) == want && onRow(id) == want })
	}
	if onRow(1) != 0 || onRow(2) != 0 {
		t.Fatal("findings of texts that nobody checked")
	}
	s.show(1)
	rest(1)
	few := found()
	s.focusText()
	s.write("Встреча (уточнить) прошла с с успехом.")
	rest(1)
	if found() <= few || stored(1) != found() {
		t.Errorf("%d findings after %d, %d are kept", found(), few, stored(1))
	}

	// A check that is done before its text is saved says nothing of the text before.
	_, before, _ := s.shelf.Library.Get(context.Background(), 1)
	s.shelf.gates.close("save 1")
	s.write(" Она (уточнить) прошла.")
	s.follower.Analyse()
	s.wait("the check", func() bool {
		return s.doc.checked.at == s.doc.changes && proof.Count(proof.Open(s.doc.checked.findings)) > before.Findings
	})
	s.waitFor("save 1")
	s.follower.Analyse()
	s.wait("the check of a text on its way", func() bool { return s.follower.Resting() })
	if stored(1) != before.Findings || onRow(1) != before.Findings {
		t.Errorf("%d findings are kept and %d listed of a text that was not checked", stored(1), onRow(1))
	}
	s.shelf.gates.openAll()
	rest(1)
	s.show(2)
	rest(2)
	s.settle()
	had := stored(1)
	s.change([]int64{1}, func(d *draft.Session) bool { return d.Set(release.TagsField, "визит") }, func(int) {})
	s.wait("another text, which the list has checked", func() bool { return stored(1) == 0 && onRow(1) == had })
	s.show(1)
	rest(1)
}
