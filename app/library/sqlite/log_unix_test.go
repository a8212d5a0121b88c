//go:build unix

package sqlite

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// TestTheIndexIsCut has a program cut off the index of the log, which Windows lets nobody do: what is
// typed then is called saved only where it lies in the library, and lies beside otherwise.
func TestTheIndexIsCut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	r := release.New("ru")
	r.Headline = "Первый"
	e, err := l.Save(ctx, 0, 0, r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path+"-shm", 0); err != nil {
		t.Fatal(err)
	}
	r.Headline = "Второй"
	var lost *library.LostFileError
	if _, err := l.Save(ctx, e.ID, e.Revision, r); !errors.As(err, &lost) {
		t.Fatalf("a save says %v", err)
	}
	if text, err := os.ReadFile(lost.Text); err != nil || !bytes.Contains(text, []byte("Второй")) {
		t.Errorf("beside lies %q, %v", text, err)
	}
	if kept, _, err := open(t, path).Get(ctx, e.ID); err != nil || kept.Headline != "Первый" {
		t.Errorf("the library has %q, %v", kept.Headline, err)
	}
}

// TestTheLogIsRemovedWhileManyAreWritten: it is begun anew, for which no connection may be in use, before
// and behind what writes many; what was written is there.
func TestTheLogIsRemovedWhileManyAreWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	save(t, l, headed("Первый", "2024-09-11"))
	remove := func() error { return errors.Join(os.Remove(path+"-wal"), os.Remove(path+"-shm")) }
	if err := remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.SaveNew(ctx, library.IncomingOf(headed("Второй", "2024-09-12"))); err != nil {
		t.Errorf("removed before: %v", err)
	}
	err := l.writeMany(ctx, func(tx *transaction) error {
		row, err := l.newRow(headed("Третий", "2024-09-13"))
		if err != nil {
			return err
		}
		_, err = l.insert(ctx, tx, row)
		return errors.Join(err, remove())
	})
	if err != nil {
		t.Errorf("removed meanwhile: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	if got := headlines(list(t, open(t, path), "")); got != "Третий Второй Первый" {
		t.Errorf("the library has %s", got)
	}
}

// TestTheIndexOfTheLogIsCut: it is read where it lies, and what another program has cut off would end this one.
func TestTheIndexOfTheLogIsCut(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if err := os.Truncate(l.path+"-shm", 0); err != nil {
		t.Fatal(err)
	}
	var lost *library.LostFileError
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Встреча перенесена", "2024-09-11")); !errors.As(err, &lost) {
		t.Fatalf("a save says %v", err)
	}
	if text, err := os.ReadFile(lost.Text); err != nil || !bytes.Contains(text, []byte("перенесена")) {
		t.Errorf("beside lies %q, %v", text, err)
	}
}
