package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"

	"communique/app/library"
)

// old makes the library that an older program left.
func old(t testing.TB, layout int) string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("testdata", "old", fmt.Sprintf("layout-%d.sql", layout)))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	run(t, path, string(script))
	return path
}

// run runs SQL on a file that nobody has open.
func run(t testing.TB, path, script string) {
	t.Helper()
	db, err := sql.Open("sqlite", source(path))
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(ctx, script)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// texts are the stored texts of a file, the older versions' differences too.
func texts(t testing.TB, path string) map[string]string {
	t.Helper()
	db, err := sql.Open("sqlite", fileURI(path)+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	all := map[string]string{}
	for table, query := range map[string]string{"release": `SELECT id, hex(text) FROM release`, "version": `SELECT release * 100 + number, hex(body) FROM version`} {
		rows, err := db.QueryContext(ctx, query)
		if table == "version" && err != nil {
			continue // of the first layout
		}
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, text string
			if err := rows.Scan(&id, &text); err != nil {
				t.Fatal(err)
			}
			all[table+id] = text
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func uuids(t testing.TB, l *Library) map[int64]string {
	t.Helper()
	entries := list(t, l, "")
	trashed, err := l.Trashed(ctx)
	if err != nil {
		t.Fatal(err)
	}
	all := map[int64]string{}
	for _, e := range append(entries, trashed...) {
		all[e.ID] = e.UUID
	}
	return all
}

// TestOldLibraries opens what each program so far has left. The texts stay as they
// lie there; each release has a UUID, which only what it says decides.
func TestOldLibraries(t *testing.T) {
	var before map[int64]string
	for layout := 1; layout < len(migrations); layout++ {
		t.Run(fmt.Sprint("layout ", layout), func(t *testing.T) {
			path := old(t, layout)
			was := texts(t, path)
			l := open(t, path)
			if now := texts(t, path); !reflect.DeepEqual(now, was) {
				t.Error("texts were rewritten")
			}
			if got := headlines(list(t, l, "больницы школ")); got != "Совет принял план строительства дорог Совет принял план строительства дорог" {
				t.Errorf("found %s", got)
			}
			if trashed, err := l.Trashed(ctx); err != nil || headlines(trashed) != "Thrown away" {
				t.Errorf("%+v, %v", trashed, err)
			}
			if _, e, err := l.Get(ctx, 1); err != nil || e.Number != "14-с" {
				t.Errorf("release 1 is listed as number %q, %v", e.Number, err)
			}
			all := uuids(t, l)
			seen := map[string]bool{}
			for id, u := range all {
				if uuid.Validate(u) != nil || seen[u] {
					t.Errorf("release %d has %q", id, u)
				}
				seen[u] = true
				if r, e, err := l.Get(ctx, id); err != nil || r.UUID != u || e.UUID != u {
					t.Errorf("read as %q, %q, %v", r.UUID, e.UUID, err)
				}
			}
			if got := headlines(list(t, l, "Снимкова витрины")); layout >= 3 && got != "Открылась выставка" {
				t.Errorf("by whom a picture is and what it shows finds %q", got)
			}
			delete(all, 5) // only the first layout's has no date that cannot be read
			delete(all, 6) // nor a picture
			if len(all) != 4 || before != nil && !reflect.DeepEqual(all, before) {
				t.Errorf("got %v\nnot %v", all, before)
			}
			before = all
			if got := leads(t, l, 1); strings.Count(got, "Совет обсудил") != map[bool]int{true: 1, false: 3}[layout == 1] {
				t.Errorf("versions %s", got)
			}
			if r, err := l.Version(ctx, 1, 1); err != nil || r.UUID != all[1] {
				t.Errorf("the first version is %q, %v", r.UUID, err)
			}
			if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
				t.Errorf("%+v, %v", problems, err)
			}
			backups, err := l.Backups()
			if err != nil || len(backups) != 1 || !strings.Contains(backups[0].Path, fmt.Sprintf("before-version-%d", len(migrations))) || verifyFile(ctx, backups[0].Path) != nil {
				t.Fatalf("no good backup before: %v, %v", backups, err)
			}
		})
	}
}

// A text of the first format is written anew with the first change, and not before.
func TestSavingWhatAnOlderProgramWrote(t *testing.T) {
	path := old(t, 2)
	l := open(t, path)
	r, e, err := l.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	same, err := l.Save(ctx, 1, e.Revision, r)
	if err != nil || !reflect.DeepEqual(same, e) {
		t.Errorf("nothing was changed: %+v, %v", same, err)
	}
	blank := r
	blank.UUID = ""
	if same, err = l.Save(ctx, 1, e.Revision, blank); err != nil || !reflect.DeepEqual(same, e) {
		t.Errorf("nothing was changed, and the UUID not known: %+v, %v", same, err)
	}
	before := leads(t, l, 1)
	r.Lead = "новый лид"
	now, err := l.SaveVersion(ctx, 1, e.Revision, r)
	if err != nil || now.UUID != e.UUID || now.Revision != e.Revision+1 {
		t.Fatalf("%+v, %v", now, err)
	}
	if got := leads(t, l, 1); got != "новый лид "+before {
		t.Errorf("versions %s", got)
	}
	if got, _, err := l.Get(ctx, 1); err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("%+v, %v", got, err)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%+v, %v", problems, err)
	}
}

// What the older program brought in is known, however few its words are.
func TestWhatAnOlderProgramBroughtIsKnown(t *testing.T) {
	l := open(t, old(t, 2))
	for _, id := range []int64{1, 3} {
		r, _, err := l.Get(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		r.UUID = ""
		if b, err := l.SaveNew(ctx, library.IncomingOf(r)); err != nil || !b[0].Known || b[0].ID != id {
			t.Errorf("release %d: %+v, %v", id, b, err)
		}
	}
	for number := int64(1); number <= 3; number++ { // with its UUID, as this program writes it
		r, err := l.Version(ctx, 1, number)
		if err != nil {
			t.Fatal(err)
		}
		if b, err := l.SaveNew(ctx, library.IncomingOf(r)); err != nil || !b[0].Known || b[0].Differs {
			t.Errorf("version %d: %+v, %v", number, b, err)
		}
		r.Notes = "поправлено в файле"
		if b, err := l.SaveNew(ctx, library.IncomingOf(r)); err != nil || !b[0].Known || !b[0].Differs {
			t.Errorf("version %d, edited: %+v, %v", number, b, err)
		}
	}
}

// A damaged library of an older program, and an older backup, are read as well.
func TestRecoveringWhatAnOlderProgramLeft(t *testing.T) {
	path := old(t, 2)
	backup := filepath.Join(filepath.Dir(path), "backups", "library-2024-09-10.db")
	if err := os.MkdirAll(filepath.Dir(backup), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := copyFile(path, backup); err != nil {
		t.Fatal(err)
	}
	want := uuids(t, open(t, old(t, 2)))
	run(t, path, `UPDATE release SET text = replace(text, 'дороги', 'дорога') WHERE id = 2`)
	l, r, err := Recover(ctx, Params{Path: path, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	if got := uuids(t, l); !reflect.DeepEqual(got, want) || r.Lost != 0 || r.Backup.Path != backup {
		t.Errorf("got %v\nnot %v; %+v", got, want, r)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%+v, %v", problems, err)
	}
	if _, err := l.RestoreBackup(ctx, backup); err != nil || !reflect.DeepEqual(uuids(t, l), want) {
		t.Errorf("an older backup: %v", err)
	}
}

// many makes a library of the layout before, with n releases more, ten of each words.
func many(t testing.TB, n int) string {
	t.Helper()
	path := old(t, 2)
	run(t, path, fmt.Sprintf(`WITH RECURSIVE more (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM more WHERE n < 99 + %d)
		INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name)
		SELECT n, 1, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, n / 10, position + n, 1, begun, name
		FROM release JOIN more WHERE id = 1`, n))
	return path
}

// TestAMigrationIsInterrupted ends the program in the middle, again and again: what
// was done is done, and the next start goes on.
func TestAMigrationIsInterrupted(t *testing.T) {
	path := many(t, 3*namelessAtOnce)
	of := 3*namelessAtOnce + 5
	interrupted := errors.New("interrupted")
	starts, heard := 0, 0
	for begun := true; begun; starts++ {
		func() {
			defer func() {
				if value := recover(); value != nil && value != interrupted { //nolint:errorlint // what was panicked with
					panic(value)
				}
			}()
			batches, last := 0, -1
			l, err := Open(Params{Path: path, Now: now, Progress: func(done, all int) {
				if done <= last || done > all || all != 2*of-starts*indexedAtOnce { // the index and the UUIDs
					t.Errorf("start %d: %d of %d after %d", starts, done, all, last)
				}
				last = done
				heard++
				if batches++; batches == 2 && starts < 3 {
					panic(interrupted)
				}
			}})
			if err != nil {
				t.Fatal(err)
			}
			begun = false
			defer func() { _ = l.Close() }()
			if problems, err := l.checkFile(ctx); err != nil || len(problems) > 0 {
				t.Error(problems, err)
			}
			var left int
			if err := l.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM release WHERE uuid IS NULL) + (SELECT count(*) FROM unindexed)
				+ (SELECT count(*) FROM release WHERE trashed IS NULL AND position NOT IN (SELECT rowid FROM words))`).Scan(&left); err != nil || left != 0 {
				t.Errorf("%d left, %v", left, err)
			}
			if backups, err := l.Backups(); err != nil || len(backups) != 1 {
				t.Errorf("backups: %v, %v", backups, err)
			}
		}()
	}
	indexed, named := (of-3*indexedAtOnce)/indexedAtOnce+1, of/namelessAtOnce+1
	if starts != 4 || heard != 3*2+indexed+named+1 {
		t.Errorf("%d starts, %d times told", starts, heard)
	}
	if _, err := Open(Params{Path: path, Now: now, Progress: func(int, int) { t.Error("there is nothing left to do") }}); err != nil {
		t.Error(err)
	}
}

// A library that was brought up to date is ours when that comes from the log into the file.
func TestAMigratedLibraryIsOurs(t *testing.T) {
	l := open(t, old(t, len(migrations)-1))
	for n := range 2 {
		save(t, l, headed(fmt.Sprint("Встреча ", n), "2024-09-11"))
		l.truncate(ctx)
	}
	save(t, l, headed("Ещё одна", "2024-09-11"))
}

// TestMigration opens a library of the first layout.
func TestMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	old := headed("Старая встреча", "2020-02-02")
	text, err := old.Encode()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	for _, s := range []string{`DROP TABLE unpaired`, `DROP TABLE unindexed`, `DROP TABLE unrenewed`, `DROP TABLE change`, `DROP TABLE request`, `DROP TABLE checked`, `DROP TABLE shown`, `DROP TABLE picture_file`, `DROP TABLE picture`, `DROP TABLE words`, `DROP TABLE vocabulary`, `DROP TABLE version`, `DROP TABLE release`, `PRAGMA user_version = 1`} {
		if _, err := l.db.ExecContext(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := migrations[0](ctx, &transaction{Tx: tx}); err != nil {
		t.Fatal(err)
	}
	for _, trashed := range []any{nil, 5} {
		if _, err := tx.ExecContext(ctx, `INSERT INTO release (revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum)
			VALUES (4, 'Старая встреча', '', '', '2020-02-02', 'draft', 'news', 'ru', 1000, 1000, ?, '', ?, ?)`, trashed, string(text), sum[:]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, path)
	found := list(t, l, "встречи год:2020")
	if len(found) != 1 || found[0].Revision != 4 {
		t.Errorf("got %+v", found)
	}
	if backups, err := l.Backups(); err != nil || len(backups) != 1 || !strings.Contains(backups[0].Path, fmt.Sprintf("before-version-%d", len(migrations))) {
		t.Errorf("no backup before: %v, %v", backups, err)
	}
	e := resave(t, l, found[0], "новый лид")
	if got := leads(t, l, e.ID); !strings.HasPrefix(got, "новый лид Лид: Старая") {
		t.Errorf("got %s", got)
	}
	if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 1 {
		t.Errorf("got %v, %v", trashed, err)
	}
}
