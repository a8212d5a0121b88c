package sqlite

import (
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// findingsOf is how many findings a list shows of a release, and of one that is read.
func findingsOf(t *testing.T, l *Library, id int64) int {
	t.Helper()
	_, e, err := l.Get(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, listed := range list(t, l, "") {
		if listed.ID == id && listed.Findings != e.Findings {
			t.Errorf("listed with %d findings, read with %d", listed.Findings, e.Findings)
		}
	}
	return e.Findings
}

// TestNoteChecked keeps the count of findings for the very text that was checked.
func TestNoteChecked(t *testing.T) {
	l := fresh(t)
	said := func(headline string) release.Release {
		r := release.New("ru")
		r.Headline = headline
		return r
	}
	again := func(e library.Entry, headline string) library.Entry {
		t.Helper()
		e, err := l.Save(ctx, e.ID, e.Revision, said(headline))
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	e := save(t, l, said("Встреча"))
	other := save(t, l, said("Учение"))
	note := func(id, revision int64, findings, want int) {
		t.Helper()
		if err := l.NoteChecked(ctx, id, revision, findings); err != nil {
			t.Error(err)
		}
		if got := findingsOf(t, l, e.ID); got != want {
			t.Errorf("%d findings are listed, not %d", got, want)
		}
	}
	note(other.ID, other.Revision, 4, 0)
	note(e.ID, e.Revision, 3, 3)
	note(e.ID, e.Revision, 2, 2)
	note(e.ID, e.Revision+1, 7, 2) // no text of that revision is there
	note(99, 1, 7, 2)

	if same := again(e, "Встреча"); same.Findings != 2 {
		t.Errorf("the same text saved again has %d findings", same.Findings)
	}
	changed := again(e, "Встреча в Пробном")
	if got := findingsOf(t, l, e.ID); got != 0 || changed.Findings != 0 {
		t.Errorf("a text that nobody checked is listed with %d findings", got)
	}
	note(e.ID, e.Revision, 5, 0) // an answer that comes late
	note(e.ID, changed.Revision, 1, 1)
	if got := findingsOf(t, l, other.ID); got != 4 {
		t.Errorf("the other has %d", got)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, l.path)
	if got := findingsOf(t, l, e.ID); got != 1 {
		t.Errorf("opened again, %d are listed", got)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}
