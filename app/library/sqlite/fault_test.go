package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// furnished is a library in a file: releases 1 and 2 with versions and pictures, 3 in the
// trash, 4 that shows a picture no more.
func furnished(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	c := &clock{now()}
	l.now = c.now
	one, two := add(t, l, 1), add(t, l, 2)
	for i, r := range []release.Release{showing("Первый", one), showing("Второй", one, two), headed("Третий", "2024-09-12"), showing("Четвёртый", two)} {
		e := save(t, l, r)
		c.at = c.at.Add(2 * time.Minute)
		e = resave(t, l, e, fmt.Sprint("Другой лид ", i))
		if i == 3 {
			r, _, _ = l.Get(ctx, e.ID)
			r.Blocks = nil
			if _, err := l.Save(ctx, e.ID, e.Revision, r); err != nil {
				t.Fatal(err)
			}
		}
		c.at = c.at.Add(2 * time.Minute)
	}
	if err := l.Trash(ctx, 3); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// furnish opens a copy of a library, minutes after the last save.
func furnish(t *testing.T, data []byte) *Library {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, path)
	l.now = func() time.Time { return now().Add(time.Hour) }
	return l
}

// tables are those that a trigger can watch; of the index's own the one with an entry for each
// release, as the others are written when the index likes.
func tables(t *testing.T, l *Library) []string {
	t.Helper()
	rows, err := l.db.QueryContext(ctx, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' AND (name NOT LIKE 'words_%' OR name = 'words_docsize') ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		all = append(all, name)
	}
	return all
}

// contents are the rows of every table.
func contents(t *testing.T, l *Library) string {
	t.Helper()
	var b strings.Builder
	for _, table := range tables(t, l) {
		rows, err := l.db.QueryContext(ctx, `SELECT * FROM `+table) //nolint:gosec // of the library's own
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		var lines []string
		for rows.Next() {
			if err := rows.Scan(values...); err != nil {
				t.Fatal(err)
			}
			line := table
			for _, v := range values {
				line += fmt.Sprintf(" %v", *v.(*any))
			}
			lines = append(lines, line)
		}
		_ = rows.Close()
		slices.Sort(lines)
		b.WriteString(strings.Join(lines, "\n") + "\n")
	}
	return b.String()
}

// TestAWriteThatFails: whatever a change writes into which table, where that fails the change
// is an error and nothing of it is left, not in the index either.
func TestAWriteThatFails(t *testing.T) {
	data := furnished(t)
	get := func(l *Library, id int64) (release.Release, library.Entry) {
		r, e, err := l.Get(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		return r, e
	}
	past := func(text string, n int64) library.Past {
		r := showing(text, library.PictureHash(jpeg(1)))
		r.UUID = "3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d"
		encoded, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		return library.Past{Version: library.Version{Number: n, Saved: now()}, Text: encoded}
	}
	for name, change := range map[string]func(l *Library) error{
		"a new release": func(l *Library) error {
			_, err := l.Save(ctx, 0, 0, showing("Пятый ёлочный", library.PictureHash(jpeg(1))))
			return err
		},
		"a release saved again": func(l *Library) error {
			r, e := get(l, 2)
			r.Lead, r.Blocks = "Совсем иначе", r.Blocks[:1]
			_, err := l.Save(ctx, 2, e.Revision, r)
			return err
		},
		"within a minute": func(l *Library) error {
			l.now = func() time.Time { return now().Add(6*time.Minute + 30*time.Second) }
			r, e := get(l, 2)
			r.Lead, r.Blocks = "Чуть иначе", nil
			_, err := l.Save(ctx, 2, e.Revision, r)
			return err
		},
		"as a version of its own": func(l *Library) error {
			r, e := get(l, 1)
			r.Lead = "Совсем иначе"
			_, err := l.SaveVersion(ctx, 1, e.Revision, r)
			return err
		},
		"several at once": func(l *Library) error {
			_, err := l.SaveNew(ctx, library.IncomingOf(headed("Шестой ясный", "2024-01-01"), headed("Седьмой", "2024-01-02")))
			return err
		},
		"with its versions": func(l *Library) error {
			_, err := l.SaveWithHistory(ctx, []library.Archived{{Past: []library.Past{past("Раньше", 1), past("Позже", 2)}, Trashed: now()}})
			return err
		},
		"what was checked":  func(l *Library) error { _, e := get(l, 1); return l.NoteChecked(ctx, 1, e.Revision, 3) },
		"a copy":            func(l *Library) error { _, err := l.Duplicate(ctx, 1); return err },
		"into the trash":    func(l *Library) error { return l.Trash(ctx, 1, 2) },
		"out of the trash":  func(l *Library) error { return l.Restore(ctx, 3) },
		"erased":            func(l *Library) error { return l.Erase(ctx, 3) },
		"a version's name":  func(l *Library) error { return l.NameVersion(ctx, 1, 1, "согласовано") },
		"the newest's name": func(l *Library) error { return l.NameVersion(ctx, 1, 2, "согласовано") },
		"an older version": func(l *Library) error {
			_, e := get(l, 1)
			_, err := l.RestoreVersion(ctx, 1, e.Revision, 1)
			return err
		},
		"a picture":       func(l *Library) error { _, err := l.AddPicture(ctx, jpeg(9)); return err },
		"a picture again": func(l *Library) error { _, err := l.AddPicture(ctx, jpeg(1)); return err },
	} {
		t.Run(name, func(t *testing.T) {
			l := furnish(t, data)
			do(t, l, `CREATE TABLE touched (what TEXT NOT NULL)`)
			for _, table := range tables(t, l) {
				for _, event := range []string{"INSERT", "UPDATE", "DELETE"} {
					if table != "touched" {
						do(t, l, fmt.Sprintf(`CREATE TRIGGER see_%s_%s BEFORE %[2]s ON %[1]s BEGIN INSERT INTO touched VALUES ('%[2]s ON %[1]s'); END`, table, event))
					}
				}
			}
			if err := change(l); err != nil {
				t.Fatal(err)
			}
			rows, err := l.db.QueryContext(ctx, `SELECT DISTINCT what FROM touched ORDER BY what`)
			if err != nil {
				t.Fatal(err)
			}
			var touched []string
			for rows.Next() {
				var what string
				if err := rows.Scan(&what); err != nil {
					t.Fatal(err)
				}
				touched = append(touched, what)
			}
			if _ = rows.Close(); len(touched) == 0 {
				t.Fatal("it writes nothing")
			}
			l = furnish(t, data)
			before := contents(t, l)
			for _, what := range touched {
				do(t, l, `CREATE TRIGGER fail BEFORE `+what+` BEGIN SELECT RAISE(ABORT, 'no room'); END`)
				if err := change(l); err == nil {
					t.Errorf("%s fails, and it says nothing", what)
				}
				do(t, l, `DROP TRIGGER fail`)
				if contents(t, l) != before {
					t.Errorf("%s fails, and something is left", what)
				}
			}
			if err := change(l); err != nil || contents(t, l) == before {
				t.Errorf("then it goes well: %v", err)
			}
		})
	}
}

// A column whose name a flipped bit has changed is whole for SQLite, and missing for every list.
func TestVerifyMissesNoColumn(t *testing.T) {
	for table, column := range map[string]string{"release": "headline", "version": "checksum", "checked": "revision", "vocabulary": "word", "request": "answered", "change": "writer"} {
		t.Run(table, func(t *testing.T) {
			l := open(t, filepath.Join(t.TempDir(), "library.db"))
			if found, err := l.Verify(ctx, nil); err != nil || len(found) > 0 {
				t.Fatal(found, err)
			}
			if _, err := l.db.ExecContext(ctx, `ALTER TABLE "`+table+`" RENAME COLUMN "`+column+`" TO "`+column+`_"`); err != nil {
				t.Fatal(err)
			}
			if found, err := l.Verify(ctx, nil); err != nil || len(found) == 0 || !strings.Contains(found[0].Detail, column) {
				t.Errorf("got %v, %v", found, err)
			}
		})
	}
}

// Troubles of the disk are told by name, whatever was being done.
func TestTroublesOfTheDisk(t *testing.T) {
	l, other := fresh(t), (*Library)(nil)
	e := save(t, l, headed("Встреча", ""))
	other = open(t, l.path)
	for _, lib := range []*Library{l, other} {
		lib.db.SetMaxOpenConns(2)
	}
	if _, err := l.db.ExecContext(ctx, `PRAGMA busy_timeout = 0`); err != nil {
		t.Fatal(err)
	}
	tx, err := other.db.BeginTx(ctx, nil) // holds the pen
	if err != nil {
		t.Fatal(err)
	}
	var storage *library.StorageError
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Мой", "")); !errors.As(err, &storage) || storage.Reason != "busy" || storage.Path != l.path {
		t.Errorf("got %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Save(ctx, e.ID, e.Revision, headed("Мой", "")); err != nil {
		t.Errorf("after the other had done: %v", err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(filepath.Dir(l.path), "moved")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	gone := &Library{path: l.path, now: now}
	if gone.db, err = sql.Open("sqlite", source(filepath.Join(moved, "none", "library.db"))); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = gone.db.Close() }()
	if _, _, err := gone.Get(ctx, e.ID); !errors.As(err, &storage) || storage.Reason != "unreachable" {
		t.Errorf("got %v", err)
	}
	text := filepath.Join(t.TempDir(), "text.db")
	writeFile(t, text, strings.Repeat("текст ", 1000))
	none := &Library{path: text, now: now}
	if none.db, err = sql.Open("sqlite", source(text)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = none.db.Close() }()
	for name, ask := range map[string]func() error{
		"get":     func() error { _, _, err := none.Get(ctx, 1); return err },
		"find":    func() error { _, err := none.Find(ctx, library.Query{}, 0); return err },
		"count":   func() error { _, err := none.Count(ctx, library.Query{}); return err },
		"entries": func() error { _, err := none.Entries(ctx, []library.Position{library.At(1, 1)}); return err },
		"typing":  func() error { _, err := none.Find(ctx, library.ParseQuery("встр", true, nil), 0); return err },
		"save":    func() error { _, err := none.Save(ctx, 0, 0, headed("А", "")); return err },
		"bring":   func() error { _, err := none.SaveNew(ctx, library.IncomingOf(headed("А", ""))); return err },
		"trash":   func() error { return none.Trash(ctx, 1) },
		"history": func() error { _, err := none.History(ctx, 1); return err },
		"version": func() error { _, err := none.Version(ctx, 1, 1); return err },
		"name":    func() error { return none.NameVersion(ctx, 1, 1, "а") },
		"verify":  func() error { _, err := none.Verify(ctx, nil); return err },
		"backup":  func() error { return none.BackUp(ctx, filepath.Join(t.TempDir(), "b.db")) },
		"add":     func() error { _, err := none.AddPicture(ctx, jpeg(1)); return err },
		"picture": func() error { _, err := none.Picture(ctx, "ab"); return err },
		"archive": func() error {
			_, err := none.SaveWithHistory(ctx, []library.Archived{{Past: []library.Past{{Version: library.Version{Saved: now()}, Text: []byte(encoded(t, headed("А", "")))}}}})
			return err
		},
		"erase old": func() error { return none.eraseOld(ctx) },
	} {
		var own *library.NoLibraryError
		if err := ask(); !errors.As(err, &own) || own.Path != text {
			t.Errorf("%s: %v", name, err)
		}
	}
}
