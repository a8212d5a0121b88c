package sqlite

import (
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/editor/release"
)

// TestASaveReadsNoStatementAnew: what one has run the next one takes, whichever connection it has.
func TestASaveReadsNoStatementAnew(t *testing.T) {
	l, err := Open(Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }() // nothing is written any more
	r := release.New("ru")
	id, revision := int64(0), int64(0)
	save := func(headline string) error {
		r.Headline = headline
		e, err := l.Save(t.Context(), id, revision, r)
		if err == nil {
			id, revision = e.ID, e.Revision
		}
		return err
	}
	var kept []string
	for _, headline := range []string{"Встреча", "Встреча прошла", "Встреча прошла в Бишкеке", "Заседание"} {
		if err := save(headline); err != nil {
			t.Fatal(err)
		}
		before := kept
		kept = slices.Sorted(maps.Keys(l.statements.all))
		if headline == "Заседание" && !slices.Equal(before, kept) {
			t.Errorf("%d statements after %d", len(kept), len(before))
		}
	}
	if len(kept) < 8 {
		t.Errorf("kept %q", kept)
	}
	const used = `DELETE FROM unpaired`
	if l.statements.all[used] == nil {
		t.Fatal("not kept")
	}
	if l.statements.all[used], err = l.db.Prepare(`SELECT json('{')`); err != nil { // which cannot be run
		t.Fatal(err)
	}
	if save("Учение") == nil {
		t.Error("a save has not run what is kept")
	}
	delete(l.statements.all, used)
	if err := save("Учение"); err != nil {
		t.Errorf("a statement that is not kept: %v", err)
	}
}
