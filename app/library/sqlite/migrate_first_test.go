package sqlite

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// oldLibrary makes a library of the first layout that holds these rows.
func oldLibrary(t *testing.T, texts ...string) string {
	t.Helper()
	l := fresh(t)
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
	for n, text := range texts {
		r, _ := release.Parse([]byte(text)) // one cannot be read
		sum := sha256.Sum256([]byte(text))
		made := time.Date(2020, 1, n+1, 10, 0, 0, 0, time.UTC).UnixMilli()
		if _, err := tx.ExecContext(ctx, `INSERT INTO release (revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)`, n+1, r.Headline, r.Place, r.Lead, r.Date.String(),
			string(r.Status), string(r.Kind), r.Language, made, made+1000, map[bool]any{true: made}[strings.Contains(text, "корзин")], text, sum[:]); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return l.path
}

func encoded(t *testing.T, r release.Release) string {
	t.Helper()
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Everything that a save writes now is filled in for what was there before.
func TestMigrationFillsIn(t *testing.T) {
	embargoed := headed("Совет принял план дорог", "2024-09-11")
	embargoed.Lead = "Он обсудил дороги, мосты, школы и больницы."
	embargoed.Embargo = release.Embargo{At: now(), Zone: "Etc/UTC"}
	twin := embargoed
	twin.Date = release.Date{Year: 2023, Month: 1, Day: 1}
	path := oldLibrary(t, encoded(t, embargoed), encoded(t, twin), encoded(t, headed("Без даты", "")), encoded(t, headed("Из корзины", "2024-09-11")), "нечитаемый текст")
	l := open(t, path)
	got := list(t, l, "")
	if names := headlines(got); names != " Без даты Совет принял план дорог Совет принял план дорог" {
		t.Fatalf("listed: %q", names)
	}
	if !got[2].Twin || !got[3].Twin || got[2].Embargo.String() != embargoed.Embargo.String() || got[2].Revision != 1 || got[3].Revision != 2 {
		t.Errorf("got %+v", got[2:])
	}
	if found := list(t, l, "повтор:да"); len(found) != 2 {
		t.Errorf("twins: %+v", found)
	}
	if found := list(t, l, "дороги больница год:2023"); len(found) != 1 {
		t.Errorf("found %+v", found)
	}
	positions, err := l.Find(ctx, library.ParseQuery("", false, nil), 0)
	if err != nil || !positions[1].Day().IsZero() {
		t.Errorf("without a date it stands at %v, %v", positions[1].Day(), err)
	}
	if len(list(t, l, "корзины")) != 0 || len(list(t, l, "нечитаемый")) != 0 {
		t.Error("what lies in the trash or cannot be read is found")
	}
	if trashed, err := l.Trashed(ctx); err != nil || headlines(trashed) != "Из корзины" {
		t.Errorf("in the trash: %v, %v", trashed, err)
	}
	var damaged *library.DamagedError
	if _, _, err := l.Get(ctx, 5); !errors.As(err, &damaged) {
		t.Errorf("what could not be read: %v", err)
	}
	if err := l.Restore(ctx, 4); err != nil || headlines(list(t, l, "корзины")) != "Из корзины" {
		t.Error("not found after it came back", err)
	}
	versions, err := l.History(ctx, 1)
	if err != nil || len(versions) != 1 || !versions[0].Saved.Equal(time.Date(2020, 1, 1, 10, 0, 1, 0, time.UTC)) {
		t.Errorf("history %+v, %v", versions, err)
	}
	var begun int64
	if err := l.db.QueryRowContext(ctx, `SELECT begun FROM release WHERE id = 1`).Scan(&begun); err != nil || begun != versions[0].Saved.UnixMilli() {
		t.Errorf("its version began at %d, %v", begun, err)
	}
	if again := open(t, path); len(list(t, again, "")) != 5 || strings.Count(files(t, l.BackupFolder()), ".db") != 1 {
		t.Errorf("opened again: %s", files(t, l.BackupFolder()))
	}
}

// A migration that fails leaves the old file as it was, readable for the old
// program.
func TestAMigrationThatFails(t *testing.T) {
	path := oldLibrary(t, encoded(t, headed("Встреча", "2024-09-11")))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(filepath.Dir(path), "backups"), "a file")
	if l, err := Open(Params{Path: path, Now: now}); err == nil {
		_ = l.Close()
		t.Error("migrated without a backup")
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed: %v", err)
	}
	if err := os.Remove(filepath.Join(filepath.Dir(path), "backups")); err != nil {
		t.Fatal(err)
	}
	old, err := openReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	_ = old.Close()
	blocked := oldLibrary(t, encoded(t, headed("Встреча", "2024-09-11")))
	l := &Library{path: blocked, now: now}
	if l.db, err = sql.Open("sqlite", source(blocked)); err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.ExecContext(ctx, `CREATE TABLE unpaired (word TEXT)`); err != nil { // in the migration's way
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if l, err := Open(Params{Path: blocked, Now: now}); err == nil {
		_ = l.Close()
		t.Fatal("migrated half")
	}
	if l.db, err = sql.Open("sqlite", source(blocked)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.db.Close() }()
	var version, folded int
	if err := l.db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil || version != 1 {
		t.Errorf("version %d, %v", version, err)
	}
	if err := l.db.QueryRowContext(ctx, `SELECT count(folded) FROM release`).Scan(&folded); err != nil || folded != 1 {
		t.Errorf("the old table is changed: %d, %v", folded, err)
	}
}
