package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

// TestConflictedCopies: what the programs that synchronise folders call the file that they have
// kept, and what a person or this program calls others that lie there.
func TestConflictedCopies(t *testing.T) {
	for name, want := range map[string]bool{
		"library (DESKTOP-7QK's conflicted copy 2026-11-27).db":         true, // Dropbox
		"library (конфликтующая копия PRESS 2026-11-27).db":             true,
		"library (Копия с конфликтами пользователя Анна 2026-11-27).db": true,
		"library (conflicted copy 2026-11-27 134501).db":                true, // Nextcloud
		"library (Анна's conflicted copy 2026-11-27 134501) (1).db":     true,
		"library_conflict-20261127-134501.db":                           true, // ownCloud
		"library.sync-conflict-20261127-134501-ABCDEFG.db":              true, // Syncthing
		"library-DESKTOP-7QK.db":                                        true, // OneDrive
		"library-DESKTOP-7QK-2.db":                                      true,
		"library-ПРЕСС.db":                                              true,
		"library-Annas-MacBook-Pro.db":                                  true,
		"library (1).db":                                                true, // Яндекс Диск, Google Drive
		"library [Conflict].db":                                         true,
		"library 2.db":                                                  true, // iCloud
		"library (SFConflict anna@example.com 2026-11-27-13-45-01).db":  true, // Seafile
		"library (In Konflikt stehende Kopie von PRESS 2026-11-27).db":  true, // Dropbox, in the languages of neighbours
		"library (Copie en conflit de PRESS 2026-11-27).db":             true, //nolint:misspell // it is French
		"library (Copia in conflitto di PRESS 2026-11-27).db":           true,
		"library (конфліктна копія PRESS 2026-11-27).db":                true,
		"library (PRESS çakışan kopyası 2026-11-27).db":                 true,
		"library_PRESS_Nov-27-134501-2026_Conflict.db":                  true, // Synology Drive
		"library (# Edit conflict 2026-11-27 a1b2c3d #).db":             true, // Proton Drive
		"library (case clash from Анна 2026-11-27 134501).db":           true, // Nextcloud
		"library (# Name clash 2026-11-27 a1b2c3d #).db":                true, // Proton Drive
		"library_PRESS_Nov-27-134501-2026_CaseConflict.db":              true, // Synology Drive
		"library (anna v1).db":                                          true, // offline files of Windows
		"library.Conflict.db":                                           true, // Resilio
		"library (Case Conflict 1).db":                                  true, // Dropbox
		"library (PRESS 的冲突副本 2026-11-27).db":                           true,
		"library (Local conflict copy).db":                              true, // MEGA
		"library_conflict_20261127_134501_a1b2c3.db":                    true, // kDrive
		"library.conflict2.db":                                          true, // rclone
		"library.db.conflict1":                                          true,
		"library.db.conflict-of-interest":                               false,
		"library (копия 2).db":                                          false, // what persons and their tools make
		"library — копия.db":                                            false,
		"library - Copy.db":                                             false,
		"library.db~HEAD":                                               false,
		"library.db.orig":                                               false,
		"library (clash of the titans).db":                              false,
		"library (v1).db":                                               false,
		"library.db":                                                    false,
		"library_press_2026.db":                                         false,
		"library-damaged-2026-11-27-150405.db":                          false,
		"library-2026-11-27.db":                                         false,
		"library-old.db":                                                false,
		"library 2026.db":                                               false,
		"library (1).db-wal":                                            false,
		"library (1).txt":                                               false,
		"other (1).db":                                                  false,
		"library (для печати).db":                                       false,
		"library-Анна.db":                                               false,
	} {
		l := fresh(t)
		save(t, l, headed("Встреча", "2024-09-11"))
		path := filepath.Join(filepath.Dir(l.path), name)
		if name != "library.db" {
			if err := l.BackUp(ctx, path); err != nil {
				t.Fatal(name, err)
			}
		}
		got, err := l.ConflictedCopies()
		if err != nil || slices.Contains(got, path) != want || len(got) > 1 {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// TestACopyIsRead: with what lies in its log, whatever its layout, and left to the byte as it was.
func TestACopyIsRead(t *testing.T) {
	l := fresh(t)
	other := open(t, filepath.Join(t.TempDir(), "library.db"))
	e := save(t, other, headed("Чужой", "2024-09-11"))
	resave(t, other, e, "в журнале")
	path := filepath.Join(filepath.Dir(l.path), "library (1).db")
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(other.path + end)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, path+end, string(data))
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	read := func(path string) (all []string) {
		copied, err := l.OpenCopy(path)
		if err != nil {
			t.Fatal(path, err)
		}
		err = copied.All(ctx, func(e library.Entry, past []library.Past) error {
			all = append(all, e.Headline, e.Lead)
			return nil
		})
		if err := errors.Join(err, copied.Close()); err != nil {
			t.Error(path, err)
		}
		return all
	}
	if got := read(path); !slices.Equal(got, []string{"Чужой", "в журнале"}) {
		t.Errorf("got %q", got)
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(path), "library (1)*"))
	if after, unread := os.ReadFile(path); err != nil || unread != nil || string(after) != string(before) || len(names) != 2 {
		t.Errorf("it was changed, or there lie %q", names)
	}
	aside, err := l.SetAside(path)
	if err != nil || aside != filepath.Join(filepath.Dir(l.path), "merged", "library (1).db") || len(read(aside)) != 2 {
		t.Errorf("put aside as %s, %v", aside, err)
	}
	if err := l.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	if second, err := l.SetAside(path); err != nil || second != filepath.Join(filepath.Dir(l.path), "merged", "library (1)-2.db") {
		t.Errorf("a second one as %s, %v", second, err)
	}
	if got, err := l.ConflictedCopies(); err != nil || len(got) != 0 {
		t.Errorf("still told: %v, %v", got, err)
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "communique-copy-*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestACopyThatCannotBePutAside stays where it is: the folder has one of its name, and the next
// name is too long for the disk.
func TestACopyThatCannotBePutAside(t *testing.T) {
	l := fresh(t)
	const longest = 255 // bytes of a name
	dir, name := filepath.Dir(l.path), "library ("
	name += strings.Repeat("1", longest-len(name+").db")) + ").db"
	if err := os.Mkdir(filepath.Join(dir, "merged"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(dir, name), filepath.Join(dir, "merged", name)} {
		writeFile(t, path, path)
	}
	var trouble *os.PathError
	if aside, err := l.SetAside(filepath.Join(dir, name)); aside != "" || !errors.As(err, &trouble) {
		t.Errorf("put aside as %q, %v", aside, err)
	}
	if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
		t.Error(err)
	}
}

// TestWhatIsNoCopy is told by the path that the person has named.
func TestWhatIsNoCopy(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	l := fresh(t)
	dir := t.TempDir()
	foreign, damaged := filepath.Join(dir, "foreign.db"), filepath.Join(dir, "damaged.db")
	run(t, foreign, `CREATE TABLE bookmark (id INTEGER); PRAGMA user_version = 3`)
	writeFile(t, damaged, "no database at all, but as long as one has to be before it is read as one at all, which takes a hundred bytes")
	var no *library.NoLibraryError
	var another *library.ForeignError
	var itself *library.ItselfError
	if _, err := l.OpenCopy(damaged); !errors.As(err, &no) || no.Path != damaged {
		t.Errorf("damaged: %v", err)
	}
	if _, err := l.OpenCopy(foreign); !errors.As(err, &another) || another.Path != foreign {
		t.Errorf("foreign: %v", err)
	}
	var folder *os.PathError
	if _, err := l.OpenCopy(dir); !errors.As(err, &folder) || folder.Path != dir {
		t.Errorf("a folder: %v", err)
	}
	if _, err := l.OpenCopy(l.path); !errors.As(err, &itself) || itself.Path != l.path {
		t.Errorf("itself: %v", err)
	}
	if _, err := l.OpenCopy(filepath.Join(dir, "none.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("nothing: %v", err)
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "communique-copy-*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestVersionsShowTheirPictures also where they came to lie beneath the newest text.
func TestVersionsShowTheirPictures(t *testing.T) {
	l, c := clocked(t)
	other := open(t, filepath.Join(t.TempDir(), "library.db"))
	other.now = c.now
	hash := func(l *Library, n int) string {
		h, err := l.AddPicture(ctx, jpeg(n))
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	e := save(t, l, showing("Снимок", hash(l, 1)))
	r, _, err := l.Get(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	there := save(t, other, r)
	c.at = c.at.Add(time.Hour)
	mine, theirs := hash(l, 2), hash(l, 3)
	r = showing("Снимок", mine)
	if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	if _, err = other.Save(ctx, there.ID, there.Revision, showing("Снимок", theirs)); err != nil {
		t.Fatal(err)
	}
	var past []library.Past
	if err := other.All(ctx, func(_ library.Entry, all []library.Past) error { past = all; return nil }); err != nil {
		t.Fatal(err)
	}
	if added, err := l.AddVersions(ctx, e.ID, past, ""); err != nil || !added.Beneath {
		t.Fatalf("%+v, %v", added, err)
	}
	c.at = c.at.AddDate(1, 0, 0)
	if err := l.eraseOld(ctx); err != nil {
		t.Fatal(err)
	}
	for _, hash := range []string{mine, theirs} {
		if _, err := l.Picture(ctx, hash); err != nil {
			t.Errorf("%s was erased, though a version shows it: %v", hash, err)
		}
	}
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Без снимка", "2024-09-11")); err != nil {
		t.Fatal(err)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}
