package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// secret are words that no other release has: of the newest text, of an older version, of what
// was typed and written over, one that shares its beginning with a word of others, and a short one as the
// index has it behind the mark, of a headline and of a pair.
var secret = []string{"ксилофонист", "зюйдвестка", "щебетунья", "протоколомания", headlineMark + "ямб"}

// holding returns which secret words the bytes of a file hold.
func holding(t *testing.T, paths ...string) (held []string) {
	t.Helper()
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		for _, word := range secret {
			// The index writes what a word shares with the one before once.
			if bytes.Contains(data, []byte(word)) || bytes.Contains(data, []byte(word)[4:]) {
				held = append(held, filepath.Base(path)+" "+word)
			}
		}
	}
	return held
}

// Of what was erased nothing is left: not in the file, not in its log, not among the words that
// are offered, and not in what is backed up later.
func TestWhatIsErasedIsGone(t *testing.T) {
	for name, erase := range map[string]func(t *testing.T, l *Library, id int64){
		"by a person": func(t *testing.T, l *Library, id int64) {
			if err := l.Erase(ctx, id); err != nil {
				t.Fatal(err)
			}
		},
		"by the calendar": func(t *testing.T, l *Library, _ int64) {
			l.now = func() time.Time { return now().Add(library.TrashLife + time.Hour) }
			if err := l.eraseOld(ctx); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			l := open(t, path)
			for i := range 200 {
				save(t, l, longRelease(i))
			}
			save(t, l, headed("Протокол о протоколах", "2024-09-11"))
			r := headed("Тайный "+secret[1], "2024-09-11")
			e := save(t, l, r)
			for _, word := range []string{secret[2], secret[0] + " и " + secret[3] + ", щук ямб"} {
				r.Headline = "Тайный " + word
				r.Blocks = []release.Block{{Kind: release.Paragraph, Text: strings.Repeat("Об этом знает "+word+". ", 500)}}
				var err error
				if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
					t.Fatal(err)
				}
			}
			held := strings.Join(holding(t, path, path+"-wal"), " ")
			for _, word := range secret {
				if !strings.Contains(held, word) {
					t.Fatalf("the test looks for nothing: %q", word)
				}
			}
			if err := l.Trash(ctx, e.ID); err != nil {
				t.Fatal(err)
			}
			erase(t, l, e.ID)
			backup := filepath.Join(t.TempDir(), "copy.db")
			if err := l.BackUp(ctx, backup); err != nil {
				t.Fatal(err)
			}
			if got := holding(t, path, path+"-wal", backup); len(got) > 0 {
				t.Errorf("still there: %q", got)
			}
			var there int
			if err := l.db.QueryRow(`SELECT count(*) FROM vocabulary WHERE word IN (?, ?, ?, ?)`, secret[0], secret[1], secret[2], secret[3]).Scan(&there); err != nil || there != 0 {
				t.Errorf("%d words are offered, %v", there, err)
			}
			if got := len(list(t, l, "протокол")); got != 1 {
				t.Errorf("others: %d found", got)
			}
			if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
				t.Error(problems, err)
			}
		})
	}
}

// A backup can be read by its owner alone from its first byte on, and one that fails leaves
// nothing.
func TestBackupsArePrivate(t *testing.T) {
	l := fresh(t)
	for i := range 50 {
		save(t, l, longRelease(i))
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "copy.db")
	if err := privately(path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 || info.Size() != 0 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := l.BackUp(stopped, path); err == nil || files(t, dir) != "" {
		t.Errorf("%v, left: %s", err, files(t, dir))
	}
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	abandonedOne, begun := filepath.Join(l.BackupFolder(), "library-2024-09-01.db.part"), filepath.Join(l.BackupFolder(), "library-2024-09-11.db.part")
	writeFile(t, abandonedOne, "half")
	writeFile(t, begun, "half")
	for path, at := range map[string]time.Time{abandonedOne: now().Add(-48 * time.Hour), begun: now()} {
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.prune(); err != nil || !strings.Contains(files(t, l.BackupFolder()), "09-11.db.part") || strings.Contains(files(t, l.BackupFolder()), "09-01") {
		t.Errorf("%v: %s", err, files(t, l.BackupFolder()))
	}
}
