package sqlite

import (
	"path/filepath"
	"testing"
	"time"

	"communique/app/library"
)

// TestWhatIsBroughtIntoTheTrash lies there since when it says, and is kept as long as what went
// there the day it was brought, also when the library is made anew of what can be read of it.
func TestWhatIsBroughtIntoTheTrash(t *testing.T) {
	l, c := clocked(t)
	since := c.at.AddDate(-2, 0, 0).Truncate(time.Millisecond)
	past := library.Past{Version: library.Version{Saved: since.Add(-time.Hour)}, Text: []byte(encoded(t, headed("Давно", "2022-09-11")))}
	lies := func(when string, want int) {
		t.Helper()
		trashed, err := l.Trashed(ctx)
		if err != nil || len(trashed) != want || want == 1 && !trashed[0].Trashed.Equal(since) {
			t.Errorf("%s: %+v, %v", when, trashed, err)
		}
	}
	care := func(after time.Duration) {
		t.Helper()
		c.at = c.at.Add(after)
		if err := l.eraseOld(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.SaveWithHistory(ctx, []library.Archived{{Past: []library.Past{past}, Trashed: since}}); err != nil {
		t.Fatal(err)
	}
	save(t, l, headed("Сегодня", "2024-09-11"))
	care(time.Minute)
	lies("the same day", 1)
	care(library.TrashLife - time.Hour)
	lies("nearly ninety days later", 1)
	damaged := filepath.Join(t.TempDir(), "damaged.db")
	if err := l.copyPages(ctx, damaged); err != nil {
		t.Fatal(err)
	}
	whole := l
	var err error
	if l, err = rebuild(ctx, Params{Path: filepath.Join(t.TempDir(), "anew.db"), Now: c.now}, damaged, nil, &library.Recovery{}); err != nil {
		t.Fatal(err)
	}
	anew := l
	defer func() { _ = anew.Close() }()
	care(time.Minute)
	lies("made anew", 1)
	care(2 * time.Hour)
	lies("made anew, ninety days later", 0)
	l = whole
	care(0)
	lies("ninety days later", 0)
}

func TestTheTrashIsKeptForNinetyDays(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	kept := save(t, l, headed("Позже", "2024-09-11"))
	resave(t, l, e, "вторая версия")
	if err := l.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(library.TrashLife - time.Hour)
	if err := l.Trash(ctx, kept.ID); err != nil {
		t.Fatal(err)
	}
	if err := l.eraseOld(ctx); err != nil {
		t.Fatal(err)
	}
	if trashed, _ := l.Trashed(ctx); len(trashed) != 2 {
		t.Errorf("erased too early: %v", trashed)
	}
	c.at = c.at.Add(2 * time.Hour)
	if err := l.eraseOld(ctx); err != nil {
		t.Fatal(err)
	}
	if got, _ := l.Trashed(ctx); headlines(got) != "Позже" {
		t.Errorf("got %v", got)
	}
	var versions int
	if err := l.db.QueryRowContext(ctx, `SELECT count(*) FROM version`).Scan(&versions); err != nil || versions != 0 {
		t.Errorf("%d versions of what is gone, %v", versions, err)
	}
}
