package sqlite

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"communique/app/library"
)

// TestWhatTheFileMaySay: what a checkpoint writes goes on from what the file said before, by the
// newest change and who wrote it, the number of its schema, its mark and its length.
func TestWhatTheFileMaySay(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if !l.checkpoint(ctx) {
		t.Fatal("no checkpoint")
	}
	known, err := readPast(ctx, l.path)
	if err != nil {
		t.Fatal(err)
	}
	resave(t, l, e, "ещё раз")
	if !l.checkpoint(ctx) {
		t.Fatal("no checkpoint")
	}
	now, err := readPast(ctx, l.path)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		change func(p *past)
		want   bool
	}{
		"what it says":             {func(*past) {}, true},
		"what it said":             {func(p *past) { *p = known }, true},
		"another program's mark":   {func(p *past) { p.mark++ }, false},
		"a change we know, theirs": {func(p *past) { p.writer++ }, false},
		"a change we do not know":  {func(p *past) { p.change++ }, false},
		"of another making":        {func(p *past) { p.layout++ }, false},
		"with fewer pages":         {func(p *past) { p.pages = known.pages - 1 }, false},
		"with more":                {func(p *past) { p.pages++ }, true},
	} {
		said := now
		tt.change(&said)
		if got, err := l.mayFollow(ctx, known, said); err != nil || got != tt.want {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	if got, err := l.mayFollow(ctx, now, known); err != nil || got {
		t.Errorf("what it said, after what it says: %v, %v", got, err)
	}
}

// TestACopyOfTheSameSize: a copy of before that is written over the library is told by when that was,
// where it has as many bytes.
func TestACopyOfTheSameSize(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	e = resave(t, l, e, "раз")
	if !l.checkpoint(ctx) {
		t.Fatal("no checkpoint")
	}
	older := filepath.Join(t.TempDir(), "older.db")
	data, err := os.ReadFile(l.path)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, older, string(data))
	e = resave(t, l, e, "два")
	if !l.checkpoint(ctx) {
		t.Fatal("no checkpoint")
	}
	e = resave(t, l, e, "три")
	if info, err := os.Stat(l.path); err != nil || info.Size() != int64(len(data)) {
		t.Fatalf("%d bytes, not %d, %v", info.Size(), len(data), err)
	}
	if err := errors.Join(overwriteWith(older, l.path), os.Chtimes(l.path, time.Time{}, now().Add(time.Hour))); err != nil {
		t.Fatal(err)
	}
	var lost *library.LostFileError
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Третья", "2024-09-11")); !errors.As(err, &lost) || lost.Reason != rewritten {
		t.Errorf("%v", err)
	}
}

// TestNothingOfOursIsMixedWithAnothersLog: where another log lies beside the file, ours is not brought into it,
// but into a copy.
func TestNothingOfOursIsMixedWithAnothersLog(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if !l.checkpoint(ctx) {
		t.Fatal("no checkpoint")
	}
	e = resave(t, l, e, "в журнале")
	log, err := os.ReadFile(l.path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(l.path + "-wal"); err != nil {
		t.Fatal(err)
	}
	writeFile(t, l.path+"-wal", string(log))
	before, err := os.ReadFile(l.path)
	if err != nil {
		t.Fatal(err)
	}
	var lost *library.LostFileError
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Третья", "2024-09-11")); !errors.As(err, &lost) || lost.Reason != parted {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(l.path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file has changed, %v", err)
	}
	copied := open(t, lost.Copy)
	if r, _, err := copied.Get(ctx, e.ID); err != nil || r.Lead != "в журнале" {
		t.Errorf("in the copy: %q, %v", r.Lead, err)
	}
}

// TestNoConnectionToWhatCameInItsPlace: a new connection would mix our log with somebody else's file, or
// their log with ours.
func TestNoConnectionToWhatCameInItsPlace(t *testing.T) {
	for reason, befall := range map[string]func(path string) error{
		gone:   func(path string) error { return os.Rename(elsewhere(t), path) },
		parted: func(path string) error { return os.Remove(path + "-wal") },
	} {
		l := fresh(t)
		save(t, l, headed("Встреча", "2024-09-11"))
		if err := befall(l.path); err != nil {
			t.Fatal(err)
		}
		var lost *library.LostFileError
		conn, err := connector{l}.Connect(ctx)
		if !errors.As(err, &lost) || lost.Reason != reason || conn != nil {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
