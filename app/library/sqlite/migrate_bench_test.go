package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library/librarytest"
	"communique/export/file"
)

// BenchmarkMigration opens a library of the layout before, of 20,000 releases. The
// baseline is the backup alone that is taken before.
func BenchmarkMigration(b *testing.B) {
	const releases = 20_000
	dir := b.TempDir()
	older := filepath.Join(dir, "older.db")
	writeOlder(b, older, releases)
	var migrating, copying time.Duration
	for n := range b.N {
		path := filepath.Join(dir, fmt.Sprint(n), "library.db")
		copyLibrary(b, older, path)
		start := time.Now()
		l := mustOpen(b, path)
		migrating += time.Since(start)
		start = time.Now()
		if err := l.BackUp(ctx, filepath.Join(dir, fmt.Sprint(n), "copy.db")); err != nil {
			b.Fatal(err)
		}
		copying += time.Since(start)
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*releases/migrating.Seconds(), "releases/s")
	b.ReportMetric(float64(migrating)/float64(copying), "x-of-a-backup")
}

// writeOlder makes a library as the program before this one left it.
func writeOlder(b *testing.B, path string, releases int) {
	b.Helper()
	l := mustOpen(b, path)
	for some := range slices.Chunk(slices.Collect(librarytest.Releases(releases)), 1000) {
		if _, err := l.SaveNew(ctx, some); err != nil {
			b.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		b.Fatal(err)
	}
	for _, statement := range []string{
		`DROP TRIGGER release_made`, `DROP TRIGGER release_said`, `DROP TRIGGER release_gone`, `DROP TABLE unpaired`, `DROP TABLE unindexed`,
		`DROP INDEX release_edited`, `ALTER TABLE release DROP COLUMN twin`, `ALTER TABLE release DROP COLUMN author`, `ALTER TABLE version DROP COLUMN author`,
		`DROP TABLE request`, `DROP TABLE change`, `DROP TABLE checked`, `DROP TABLE shown`, `DROP TABLE picture_file`, `DROP TABLE picture`, `DROP INDEX release_uuid`, `ALTER TABLE release DROP COLUMN uuid`, `ALTER TABLE release DROP COLUMN release_number`, `PRAGMA user_version = 2`,
	} {
		_, failed := db.ExecContext(ctx, statement)
		err = errors.Join(err, failed)
	}
	if err := errors.Join(err, db.Close()); err != nil {
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
