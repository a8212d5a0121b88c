package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
)

// TestNumbersAfterARestore: an id is never given twice, what another window knew is a
// conflict with what it saves next, and it hears that anything may have changed.
func TestNumbersAfterARestore(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	path := filepath.Join(t.TempDir(), "backup.db")
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	gone := save(t, l, headed("Новый", "2024-09-12"))
	e = resave(t, l, e, "после копии")
	other := open(t, l.path)
	if _, err := other.Changes(ctx); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Hour)
	if _, err := l.RestoreBackup(ctx, path); err != nil {
		t.Fatal(err)
	}
	if all, err := other.Changes(ctx); err != nil || !slices.Equal(all, []library.Change{{}}) {
		t.Errorf("the other hears %+v, %v", all, err)
	}
	if fresh := save(t, l, headed("Следующий", "2024-09-12")); fresh.ID <= gone.ID {
		t.Errorf("id %d was given before", fresh.ID)
	}
	_, back, err := l.Get(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 { // until the revision would be the one that the other window knows
		back = resave(t, l, back, "снова "+back.Saved.String())
		c.at = c.at.Add(time.Hour)
		var conflict *library.ConflictError
		if _, err := other.Save(ctx, e.ID, e.Revision, headed("Встреча", "2024-09-10")); !errors.As(err, &conflict) {
			t.Errorf("the other window's save: %v", err)
		}
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

// TestAnAnswerOfBeforeARestore: what was answered before a backup took the library's place is asked anew.
func TestAnAnswerOfBeforeARestore(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	asked, said := library.WithRequest(ctx, "запрос"), headed("Встреча перенесена", "2024-09-11")
	if _, err := l.Save(asked, e.ID, e.Revision, said); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "backup.db")
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	if _, err := l.RestoreBackup(ctx, path); err != nil {
		t.Fatal(err)
	}
	_, back, err := l.Get(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	resave(t, l, back, "после копии")
	var conflict *library.ConflictError
	if _, err := l.Save(asked, e.ID, e.Revision, said); !errors.As(err, &conflict) {
		t.Errorf("got %v", err)
	}
}

// TestALostClaim: a lock that others do not meet any more holds nothing.
func TestALostClaim(t *testing.T) {
	l := fresh(t)
	for name, lose := range map[string]func() error{
		"removed":  func() error { return os.RemoveAll(l.deskFolder()) },
		"replaced": func() error { return os.Rename(l.deskFolder(), l.deskFolder()+"-away") },
	} {
		if _, ok, err := l.Claim(ctx, 7); !ok || err != nil {
			t.Fatal(name, err)
		}
		if err := lose(); err != nil {
			t.Fatal(err)
		}
		var lost *library.LostClaimError
		if _, ok, err := l.Claim(ctx, 7); ok || !errors.As(err, &lost) || lost.ID != 7 {
			t.Errorf("%s: %t, %v", name, ok, err)
		}
		if _, ok, err := l.Claim(ctx, 7); !ok || err != nil {
			t.Errorf("%s, taken anew: %t, %v", name, ok, err)
		}
		other := open(t, l.path)
		if _, ok, err := other.Claim(ctx, 7); ok || err != nil {
			t.Errorf("%s: another has it too: %v", name, err)
		}
		l.Leave(7)
	}
}

// TestAnswersAreForgotten: a request is remembered for a day, and its release's end ends it.
func TestAnswersAreForgotten(t *testing.T) {
	l, c := clocked(t)
	r := headed("Встреча", "2024-09-11")
	count := func(want int) {
		t.Helper()
		var n int
		if err := l.db.QueryRow(`SELECT count(*) FROM request`).Scan(&n); err != nil || n != want {
			t.Errorf("%d are remembered, not %d, %v", n, want, err)
		}
	}
	first, err := l.Save(library.WithRequest(ctx, "а"), 0, 0, r)
	if err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Hour)
	if _, err := l.Save(library.WithRequest(ctx, "б"), 0, 0, headed("Учения", "2024-09-11")); err != nil {
		t.Fatal(err)
	}
	count(2)
	if err := errors.Join(l.Trash(ctx, first.ID), l.Erase(ctx, first.ID)); err != nil {
		t.Fatal(err)
	}
	count(1)
	c.at = c.at.Add(requestLife + time.Second)
	if err := l.eraseOld(ctx); err != nil {
		t.Fatal(err)
	}
	count(0)
}

// TestManyChanges: what was not asked for in a long time is told as any change, and little
// is kept of it.
func TestManyChanges(t *testing.T) {
	l := fresh(t)
	other := open(t, l.path)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	do(t, l, `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i <= ?) INSERT INTO change (release, uuid, writer) SELECT 1, '', 0 FROM n`, keptChanges)
	if err := l.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if all, err := other.Changes(ctx); err != nil || !slices.Equal(all, []library.Change{{}}) {
		t.Errorf("got %+v, %v", all, err)
	}
	var n int
	if err := l.db.QueryRow(`SELECT count(*) FROM change`).Scan(&n); err != nil || n != keptChanges {
		t.Errorf("%d are kept, %v", n, err)
	}
	if _, err := l.SaveNew(ctx, library.IncomingOf(slices.Collect(librarytest.Releases(manyChanges+1))...)); err != nil {
		t.Fatal(err)
	}
	if all, err := other.Changes(ctx); err != nil || !slices.Equal(all, []library.Change{{}}) {
		t.Errorf("of many at once: %+v, %v", all, err)
	}
}

// TestWhatCouldNotBeToldIsTold: a question that failed is answered the next time.
func TestWhatCouldNotBeToldIsTold(t *testing.T) {
	l := fresh(t)
	other := open(t, l.path)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	for _, column := range [][2]string{{"uuid", "hidden"}, {"hidden", "uuid"}} {
		if _, err := l.db.Exec(`ALTER TABLE change RENAME COLUMN ` + column[0] + ` TO ` + column[1]); err != nil {
			t.Fatal(err)
		}
		all, err := other.Changes(ctx)
		if told := err == nil && slices.Equal(all, []library.Change{{ID: e.ID, UUID: e.UUID}}); told != (column[1] == "uuid") {
			t.Errorf("with a column called %s: %+v, %v", column[1], all, err)
		}
	}
}

// TestAnotherAuthorBeginsAVersion: what two people write within a minute is two versions.
func TestAnotherAuthorBeginsAVersion(t *testing.T) {
	l := fresh(t)
	l.author = "Анна"
	e := resave(t, l, save(t, l, headed("Встреча", "2024-09-11")), "раз")
	e = resave(t, l, e, "два")
	other := open(t, l.path)
	other.author = "Борис"
	resave(t, other, e, "три")
	versions, err := l.History(ctx, e.ID)
	if err != nil || len(versions) != 3 || versions[0].Author != "Борис" || versions[1].Author != "Анна" {
		t.Errorf("%+v, %v", versions, err)
	}
}
