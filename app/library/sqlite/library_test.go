package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/assets/paths"
	"communique/editor/release"
)

var ctx = context.Background()

func now() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

func open(t testing.TB, path string) *Library {
	t.Helper()
	l, err := Open(Params{Path: path, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func fresh(t testing.TB) *Library { return open(t, filepath.Join(t.TempDir(), "deep", "library.db")) }

func headed(headline, date string) release.Release {
	r := release.New("ru")
	r.Headline, r.Lead = headline, "Лид: "+headline
	if err := r.Date.UnmarshalText([]byte(date)); err != nil {
		panic(err)
	}
	return r
}

func save(t testing.TB, l *Library, r release.Release) library.Entry {
	t.Helper()
	e, err := l.Save(ctx, 0, 0, r)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// list returns what a query finds, in its order.
func list(t testing.TB, l *Library, query string) []library.Entry {
	t.Helper()
	positions, err := l.Find(ctx, library.ParseQuery(query, false, nil), 0)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := l.Entries(ctx, positions)
	if err != nil || len(entries) != len(positions) {
		t.Fatalf("%d of %d entries, %v", len(entries), len(positions), err)
	}
	return entries
}

func headlines(entries []library.Entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Headline)
	}
	return strings.Join(names, " ")
}

func TestSaveThenGet(t *testing.T) {
	l := fresh(t)
	r := headed("Встреча", "2024-09-11")
	r.Blocks = []release.Block{{ID: 1, Kind: release.Quotation, Text: "Слова", Speaker: "Иван Пробный"}}
	e := save(t, l, r)
	r.Headline = "Встреча в Пробном"
	e, err := l.Save(ctx, e.ID, e.Revision, r)
	if err != nil || e.Revision != 2 {
		t.Fatal(e, err)
	}
	got, entry, err := l.Get(ctx, e.ID)
	r.UUID = e.UUID
	if err != nil || !reflect.DeepEqual(got, r) || !reflect.DeepEqual(entry, e) {
		t.Errorf("got %+v %+v, %v\nwant %+v %+v", got, entry, err, r, e)
	}
}

func TestListIsNewestFirst(t *testing.T) {
	l := fresh(t)
	for _, r := range []release.Release{
		headed("старый", "2021-01-01"), headed("новый", "2026-01-01"), headed("сегодня", ""), headed("средний", "2023-01-01"),
	} {
		save(t, l, r)
	}
	if got := headlines(list(t, l, "")); got != "сегодня новый средний старый" {
		t.Errorf("got %s", got)
	}
}

func TestTrashAndDuplicate(t *testing.T) {
	l := fresh(t)
	r := headed("Встреча", "2024-09-11")
	r.Status = release.Issued
	e := save(t, l, r)
	copied, err := l.Duplicate(ctx, e.ID)
	if err != nil || copied.ID == e.ID || copied.Status != release.Draft {
		t.Fatal(copied, err)
	}
	if err := l.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	trashed, _ := l.Trashed(ctx)
	listed, found := list(t, l, ""), list(t, l, "встречи")
	if len(listed) != 1 || len(trashed) != 1 || len(found) != 1 || trashed[0].ID != e.ID {
		t.Errorf("listed %v, trashed %v, found %v", listed, trashed, found)
	}
	if err := l.Restore(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if listed := list(t, l, "встречи"); len(listed) != 2 {
		t.Errorf("restored: %v", listed)
	}
}

func TestTwoCopiesOfTheProgram(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	one, two := open(t, path), open(t, path)
	e := save(t, one, headed("Встреча", "2024-09-11"))
	if _, err := two.Save(ctx, e.ID, e.Revision, headed("их", "2024-09-11")); err != nil {
		t.Fatal(err)
	}
	_, err := one.Save(ctx, e.ID, e.Revision, headed("мой", "2024-09-11"))
	var conflict *library.ConflictError
	if !errors.As(err, &conflict) || conflict.ID != e.ID {
		t.Fatalf("got %v", err)
	}
	if r, _, err := one.Get(ctx, e.ID); err != nil || r.Headline != "их" {
		t.Errorf("the other's text is gone: %v %v", r.Headline, err)
	}
}

func TestTroubleIsTold(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "text.db")
	if err := os.WriteFile(file, []byte(strings.Repeat("это не библиотека ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer.db")
	l := open(t, newer)
	if _, err := l.db.ExecContext(ctx, "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		path string
		want any
	}{
		"a text file":   {file, new(*library.NoLibraryError)},
		"a newer file":  {newer, new(*library.NewerError)},
		"a folder":      {dir, new(*fs.PathError)},
		"under a file":  {filepath.Join(file, "library.db"), new(*paths.Error)},
		"NUL in a name": {"a\x00b", new(*fs.PathError)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			l, err := Open(Params{Path: tt.path, Now: now})
			if err == nil {
				_ = l.Close()
			}
			if err == nil || !errors.As(err, tt.want) {
				t.Errorf("got %T %v", err, err)
			}
		})
	}
	if data, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(data), "это не") {
		t.Error("the text file was changed")
	}
}

func TestADamagedTextIsTold(t *testing.T) {
	l := fresh(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	whole := save(t, l, headed("Целый", "2024-09-11"))
	if _, err := l.db.ExecContext(ctx, `UPDATE release SET text = replace(text, 'Лид', 'Лжд') WHERE id = ?`, e.ID); err != nil {
		t.Fatal(err)
	}
	_, _, err := l.Get(ctx, e.ID)
	var damaged *library.DamagedError
	if !errors.As(err, &damaged) || damaged.ID != e.ID || damaged.Headline != "Встреча" {
		t.Errorf("got %v", err)
	}
	if _, _, err := l.Get(ctx, whole.ID); err != nil {
		t.Errorf("the other release: %v", err)
	}
}

// TestAFullDisk limits the library's size to what it has: the save is refused
// by name, and what was acknowledged stays.
func TestAFullDisk(t *testing.T) {
	l := fresh(t)
	l.db.SetMaxOpenConns(2) // the limit holds for a connection, and one is held
	e := save(t, l, headed("Встреча", "2024-09-11"))
	if _, err := l.db.ExecContext(ctx, "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	large := headed("Большой", "2024-09-11")
	large.Notes = strings.Repeat("слово ", 100000)
	_, err := l.Save(ctx, e.ID, e.Revision, large)
	var storage *library.StorageError
	if !errors.As(err, &storage) || storage.Reason != "full" {
		t.Fatalf("got %v", err)
	}
	if r, _, err := l.Get(ctx, e.ID); err != nil || r.Headline != "Встреча" {
		t.Errorf("got %q, %v", r.Headline, err)
	}
}

// TestAReadOnlyFile takes the right to write away after the library was made.
func TestAReadOnlyFile(t *testing.T) {
	l := fresh(t)
	l.db.SetMaxOpenConns(2)
	save(t, l, headed("Встреча", "2024-09-11"))
	if _, err := l.db.ExecContext(ctx, "PRAGMA query_only = ON"); err != nil {
		t.Fatal(err)
	}
	_, err := l.Save(ctx, 0, 0, headed("Ещё", ""))
	var storage *library.StorageError
	if !errors.As(err, &storage) || storage.Reason != "read-only" {
		t.Errorf("got %v", err)
	}
}

func TestPathsWithSigns(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Пресс служба #1 100% ?x=1")
	l := open(t, filepath.Join(dir, "library.db"))
	save(t, l, headed("Встреча", ""))
	if _, err := os.Stat(filepath.Join(dir, "library.db")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(filepath.Join(dir, "library.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others can read the library: %v %v", info.Mode(), err)
	}
}

// TestPragmasHoldOnEveryConnection opens more connections than one.
func TestPragmasHoldOnEveryConnection(t *testing.T) {
	l := fresh(t)
	var conns []*sql.Conn
	for range 4 {
		c, err := l.db.Conn(ctx)
		if err != nil {
			t.Fatal(err)
		}
		conns = append(conns, c)
	}
	for _, c := range conns {
		for _, p := range pragmas {
			var got string
			if err := c.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&got); err != nil || got != p.reads {
				t.Errorf("%s is %s, %v", p.name, got, err)
			}
		}
		_ = c.Close()
	}
}

// TestAPragmaThatDoesNotTake has SQLite go on without what was asked of it: nothing is opened that would
// be saved less safely.
func TestAPragmaThatDoesNotTake(t *testing.T) {
	was := pragmas
	t.Cleanup(func() { pragmas = was })
	for i, p := range was {
		pragmas = slices.Clone(was)
		pragmas[i].reads = "what it is not"
		if l, err := Open(Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: now}); err == nil || !strings.Contains(err.Error(), p.name) {
			t.Errorf("%s: %v, %v", p.name, l, err)
		}
	}
}
