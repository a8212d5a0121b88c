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
