package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
)

// forbid forbids everybody to write to a folder and the files in it, until the test is over.
func forbid(t *testing.T, dir string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the rights of Windows are of another kind")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 { // who may write whatever the modes say
		names := append(files, dir)
		names = slices.DeleteFunc(names, func(name string) bool {
			return strings.HasSuffix(name, "-shm") // whose next write into the memory that it shows would end who has it open
		})
		if out, err := exec.Command("chattr", append([]string{"+i"}, names...)...).CombinedOutput(); err != nil {
			t.Skipf("root cannot be kept from writing here: %v: %s", err, out)
		}
		t.Cleanup(func() { _ = exec.Command("chattr", append([]string{"-i"}, names...)...).Run() })
		return
	}
	for _, name := range files {
		if err := os.Chmod(name, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
}

// TestALibraryThatMayOnlyBeRead is read whole, and refuses in words all that writes; nothing is
// written to it, beside it, or left elsewhere.
func TestALibraryThatMayOnlyBeRead(t *testing.T) {
	for name, lay := range map[string]func(t *testing.T, path string){
		"closed": func(t *testing.T, path string) { writeFile(t, path, string(furnished(t))) },
		"with the log that a computer left which lost its power": func(t *testing.T, path string) {
			from := filepath.Join(t.TempDir(), "library.db")
			writeFile(t, from, string(furnished(t)))
			l := open(t, from)
			save(t, l, headed("В журнале", "2024-09-20"))
			for _, end := range []string{"", "-wal"} {
				data, err := os.ReadFile(from + end)
				if err != nil {
					t.Fatal(err)
				}
				writeFile(t, path+end, string(data))
			}
		},
		"of an older program": func(t *testing.T, path string) {
			data, err := os.ReadFile(old(t, 5))
			if err != nil {
				t.Fatal(err)
			}
			writeFile(t, path, string(data))
		},
		"open elsewhere": func(t *testing.T, path string) {
			writeFile(t, path, string(furnished(t)))
			l := open(t, path)
			save(t, l, headed("Открыт", "2024-09-20"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, temporary := t.TempDir(), t.TempDir()
			path := filepath.Join(dir, "library.db")
			lay(t, path)
			before := namesIn(t, dir)
			forbid(t, dir)
			t.Setenv("TMPDIR", temporary)
			l, err := Open(Params{Path: path, Now: now, Existing: true})
			if err != nil {
				t.Fatal(err)
			}
			readAll(t, l)
			refusesAll(t, l, path)
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			if after := namesIn(t, dir); !slices.Equal(after, before) {
				t.Errorf("%v became %v", before, after)
			}
			if left := namesIn(t, temporary); len(left) > 0 {
				t.Errorf("%v was left", left)
			}
		})
	}
}

func namesIn(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// readAll reads all that a library can be asked.
func readAll(t *testing.T, l *Library) {
	t.Helper()
	found, err := l.Find(ctx, library.Query{}, 0)
	if err != nil || len(found) < 2 {
		t.Fatalf("found %v, %v", found, err)
	}
	entries, err := l.Entries(ctx, found)
	if err != nil || len(entries) != len(found) {
		t.Fatalf("listed %v, %v", entries, err)
	}
	for _, e := range entries {
		if _, _, err := l.Get(ctx, e.ID); err != nil {
			t.Error(err)
		}
		if _, err := l.History(ctx, e.ID); err != nil {
			t.Error(err)
		}
	}
	if hits := list(t, l, strings.Fields(entries[0].Headline)[0]); len(hits) == 0 {
		t.Error("nothing is found by its headline")
	}
	if _, err := l.Trashed(ctx); err != nil {
		t.Error(err)
	}
	if changes, err := l.Changes(ctx); err != nil || len(changes) > 0 {
		t.Errorf("changed: %v, %v", changes, err)
	}
	visited := 0
	err = l.All(ctx, func(library.Entry, []library.Past) error { visited++; return nil })
	if err != nil || visited < len(found) {
		t.Errorf("%d visited, %v", visited, err)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("verified: %v, %v", problems, err)
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := l.BackUp(ctx, copied); err != nil {
		t.Error(err)
	}
	if err := verifyFile(ctx, copied); err != nil {
		t.Error(err)
	}
}

// refusesAll tries all that writes.
func refusesAll(t *testing.T, l *Library, path string) {
	t.Helper()
	found, err := l.Find(ctx, library.Query{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := l.Entries(ctx, found)
	if err != nil {
		t.Fatal(err)
	}
	e, r := entries[0], headed("Новый", "2024-09-30")
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := l.BackUp(ctx, backup); err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func() error{
		"unwritable":   l.Unwritable,
		"save":         func() error { _, err := l.Save(ctx, 0, 0, r); return err },
		"save over":    func() error { _, err := l.Save(ctx, e.ID, e.Revision, r); return err },
		"save version": func() error { _, err := l.SaveVersion(ctx, e.ID, e.Revision, r); return err },
		"save new":     func() error { _, err := l.SaveNew(ctx, library.IncomingOf(r)); return err },
		"duplicate":    func() error { _, err := l.Duplicate(ctx, e.ID); return err },
		"checked":      func() error { return l.NoteChecked(ctx, e.ID, e.Revision, 3) },
		"trash":        func() error { return l.Trash(ctx, e.ID) },
		"restore":      func() error { return l.Restore(ctx, e.ID) },
		"erase":        func() error { return l.Erase(ctx, e.ID) },
		"picture":      func() error { _, err := l.AddPicture(ctx, librarytest.Picture(9)); return err },
		"name":         func() error { return l.NameVersion(ctx, e.ID, 1, "имя") },
		"claim":        func() error { _, _, err := l.Claim(ctx, e.ID); return err },
		"care":         func() error { _, err := l.Daily(ctx); return err },
		"recover":      func() error { _, err := l.Recover(ctx); return err },
		"restoration":  func() error { _, err := l.RestoreBackup(ctx, backup); return err },
		"aside":        func() error { _, err := l.SetAside(backup); return err },
	} {
		var trouble *library.StorageError
		if err := write(); !errors.As(err, &trouble) || trouble.Reason != "read-only" || trouble.Path != path {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWhatOthersWriteToALibraryThatIsOnlyRead is read anew.
func TestWhatOthersWriteToALibraryThatIsOnlyRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	writeFile(t, path, string(furnished(t)))
	l, err := openToRead(Params{Path: path, Now: now}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	count := func() int {
		t.Helper()
		n, err := l.Count(ctx, library.Query{})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := count()
	for n, closes := range []bool{false, true} {
		other := open(t, path)
		save(t, other, headed("Чужой", "2024-10-0"+string(rune('1'+n))))
		if closes {
			if err := other.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if changes, err := l.Changes(ctx); err != nil || !slices.Equal(changes, []library.Change{{}}) {
			t.Errorf("told %v, %v", changes, err)
		}
		if got := count(); got != before+n+1 {
			t.Errorf("%d releases, want %d", got, before+n+1)
		}
		if changes, err := l.Changes(ctx); err != nil || len(changes) > 0 {
			t.Errorf("told again: %v, %v", changes, err)
		}
	}
}

// TestAFileThatIsMadeReadOnlyIsToldAsThat, not as a disk that has gone, and can be written again later.
func TestAFileThatIsMadeReadOnlyIsToldAsThat(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", t.TempDir()) // where the text that is not taken lies
	path := filepath.Join(dir, "library.db")
	l := open(t, path)
	e := save(t, l, headed("Раз", "2024-09-20"))
	t.Run("while it is", func(t *testing.T) {
		forbid(t, dir)
		var trouble *library.StorageError
		if _, err := l.Save(ctx, e.ID, e.Revision, headed("Два", "2024-09-20")); !errors.As(err, &trouble) || trouble.Reason != "read-only" {
			t.Errorf("told %v", err)
		}
	})
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Два", "2024-09-20")); err != nil {
		t.Errorf("it cannot be written again: %v", err)
	}
}

// TestADiskThatTakesNothingIsToldAsThat: it gives the right to write, as one that has met an error does, or a share, and
// is not gone.
func TestADiskThatTakesNothingIsToldAsThat(t *testing.T) {
	dir := t.TempDir()
	l := &Library{path: filepath.Join(dir, "library.db"), now: now}
	var err error
	if l.db, err = sql.Open("sqlite", source(filepath.Join(dir, "none", "library.db"))); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.db.Close() }()
	told := func() string {
		var trouble *library.StorageError
		if _, _, err := l.Get(ctx, 1); !errors.As(err, &trouble) {
			t.Fatal(err)
		}
		return trouble.Reason
	}
	if got := told(); got != "unreachable" {
		t.Errorf("a folder that takes files: %s", got)
	}
	if left := files(t, dir); left != "" {
		t.Errorf("left behind: %s", left)
	}
	forbid(t, dir)
	if got := told(); got != readOnly {
		t.Errorf("a folder that takes none: %s", got)
	}
}
