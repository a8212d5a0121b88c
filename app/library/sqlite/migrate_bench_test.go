//go:build unix

package sqlite_test

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/export/file"
)

// BenchmarkMigration opens a library of the first format, of 20,000 releases. The baseline is
// the backup alone that is taken before. What is renewed behind, while the library is in use, is
// reported apart.
func BenchmarkMigration(b *testing.B) {
	const releases = 20_000
	dir := b.TempDir()
	older := filepath.Join(dir, "older.db")
	writeOlder(b, older, releases)
	var clock, migrating, copying, renewing time.Duration
	for n := range b.N {
		path := filepath.Join(dir, fmt.Sprint(n), "library.db")
		copyLibrary(b, older, path)
		begun, start := spent(b), time.Now()
		l := mustOpen(b, path)
		clock += time.Since(start)
		migrating += spent(b) - begun
		begun = spent(b)
		if err := l.BackUp(ctx, filepath.Join(dir, fmt.Sprint(n), "copy.db")); err != nil {
			b.Fatal(err)
		}
		copying += spent(b) - begun
		begun = spent(b)
		if err := l.Renew(ctx); err != nil {
			b.Fatal(err)
		}
		renewing += spent(b) - begun
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*releases/clock.Seconds(), "releases/s")
	b.ReportMetric(float64(b.N)*releases/migrating.Seconds(), "releases/CPU-s")
	b.ReportMetric(float64(migrating)/float64(copying), "x-of-a-backup")
	b.ReportMetric(renewing.Seconds()/float64(b.N), "CPU-s-behind")
}

// writeOlder makes a library of layout 2, with texts of the first format, as the program of
// its time left it.
func writeOlder(b *testing.B, path string, releases int) {
	b.Helper()
	run := func(statements ...string) {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			b.Fatal(err)
		}
		for _, statement := range statements {
			_, failed := db.ExecContext(ctx, statement)
			err = errors.Join(err, failed)
		}
		if err := errors.Join(err, db.Close()); err != nil {
			b.Fatal(err)
		}
	}
	l := mustOpen(b, path)
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	run(`DROP TABLE words`, `CREATE VIRTUAL TABLE words USING fts5 (headline, text, speakers, place, tags, facets,
			content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0")`)
	l = mustOpen(b, path)
	for some := range slices.Chunk(slices.Collect(librarytest.Releases(releases)), 1000) {
		if _, err := l.SaveNew(ctx, library.IncomingOf(some...)); err != nil {
			b.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	inFirstFormat(b, path)
	run(
		`DROP TABLE unrenewed`, `DROP TRIGGER release_made`, `DROP TRIGGER release_said`, `DROP TRIGGER release_gone`, `DROP TABLE unpaired`, `DROP TABLE unindexed`,
		`DROP INDEX release_edited`, `DROP INDEX release_edited_within`, `ALTER TABLE release DROP COLUMN brought`, `ALTER TABLE release DROP COLUMN twin`, `ALTER TABLE release DROP COLUMN author`, `ALTER TABLE version DROP COLUMN author`,
		`DROP TABLE request`, `DROP TABLE change`, `DROP TABLE checked`, `DROP TABLE shown`, `DROP TABLE picture_file`, `DROP TABLE picture`, `DROP INDEX release_uuid`,
		`ALTER TABLE release DROP COLUMN uuid`, `ALTER TABLE release DROP COLUMN release_number`, `PRAGMA application_id = 0`, `PRAGMA user_version = 2`,
	)
}

// own are the lines of a text that the first format did not have.
var own = regexp.MustCompile(`(?m)^(uuid = ".*"|id = \d+)\n`)

// inFirstFormat writes the texts of a library as a program of the first format wrote them.
func inFirstFormat(b *testing.B, path string) {
	b.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		b.Fatal(err)
	}
	for id := 1; ; id++ {
		var text string
		err := tx.QueryRowContext(ctx, `SELECT text FROM release WHERE id = ?`, id).Scan(&text)
		if errors.Is(err, sql.ErrNoRows) {
			break
		}
		text = own.ReplaceAllString(strings.Replace(text, "format = 2", "format = 1", 1), "")
		sum := sha256.Sum256([]byte(text))
		_, failed := tx.ExecContext(ctx, `UPDATE release SET text = ?, checksum = ? WHERE id = ?`, text, sum[:], id)
		if err := errors.Join(err, failed); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

func copyLibrary(b *testing.B, from, to string) {
	b.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(os.MkdirAll(filepath.Dir(to), 0o700), file.Create(to, data)); err != nil {
		b.Fatal(err)
	}
}
