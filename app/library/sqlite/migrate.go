package sqlite

import (
	"context"
	"errors"
	"fmt"

	"communique/app/library"
)

// migrations bring a file from one version of the layout to the next; the
// file's user_version says how many it has seen.
var migrations = []func(ctx context.Context, tx *transaction) error{
	statements(`CREATE TABLE release (
		id       INTEGER PRIMARY KEY AUTOINCREMENT,
		revision INTEGER NOT NULL,
		headline TEXT NOT NULL,
		place    TEXT NOT NULL,
		lead     TEXT NOT NULL,
		day      TEXT NOT NULL, -- the release's date, YYYY-MM-DD or empty
		status   TEXT NOT NULL,
		kind     TEXT NOT NULL,
		language TEXT NOT NULL,
		created  INTEGER NOT NULL, -- milliseconds since 1970, UTC
		saved    INTEGER NOT NULL,
		trashed  INTEGER,          -- when it went to the trash
		folded   TEXT NOT NULL,
		text     TEXT NOT NULL,    -- the release's TOML form: the truth
		checksum BLOB NOT NULL     -- SHA-256 of text
	) STRICT`),
	addHistory,
	addPictures,
	missPictures,
	// The number that the office gave a release stands beside its text, for lists to show. (The
	// column number is that of the version.)
	statements(`ALTER TABLE release ADD COLUMN release_number TEXT NOT NULL DEFAULT ''`),
	addFindings,
	addSharing,
	addMark,
	keepIndex,
	addRenewal,
	// When a release was brought into the trash from elsewhere, where it has lain for longer.
	statements(`ALTER TABLE release ADD COLUMN brought INTEGER`),
	renewIndex, // it has the words of headlines
	func(ctx context.Context, tx *transaction) error {
		return errors.Join(addRuns(ctx, tx), renewIndex(ctx, tx)) // it has pairs of short words
	},
}

// What an older file lacks, by the number of its migrations.
const (
	layoutHistory  = 2 // versions, embargoes
	layoutPictures = 3 // UUIDs, pictures
	layoutNumbers  = 5 // numbers beside the text
	layoutSharing  = 7 // who saved what, and what has changed
	layoutMarked   = 8 // the mark of a library
	layoutIndexed  = 9 // words as they are found today
)

// uuidColumn reads the UUID of a release in a file of any layout.
func (l *Library) uuidColumn() string {
	if l.layout < layoutPictures {
		return `''`
	}
	return `coalesce(uuid, '')`
}

// missPictures takes what the index has of releases that show pictures out of it, so that they
// are missed there: it had no words of pictures.
func missPictures(ctx context.Context, tx *transaction) error {
	there, err := hasIndex(ctx, tx)
	if err != nil || !there {
		return err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM words WHERE rowid IN (SELECT position FROM release WHERE id IN (SELECT release FROM shown))`)
	return err
}

// authorColumn reads who saved a release.
func (l *Library) authorColumn() string {
	if l.layout < layoutSharing {
		return `''`
	}
	return `author`
}

func statements(all ...string) func(ctx context.Context, tx *transaction) error {
	return func(ctx context.Context, tx *transaction) error {
		for _, statement := range all {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	}
}

// addHistory brings versions and the order of days.
func addHistory(ctx context.Context, tx *transaction) error {
	return statements(
		`DROP INDEX IF EXISTS release_newest`,
		`ALTER TABLE release DROP COLUMN folded`,
		`ALTER TABLE release ADD COLUMN embargo TEXT NOT NULL DEFAULT ''`,
		`ALTER TABLE release ADD COLUMN fingerprint INTEGER NOT NULL DEFAULT 0`,
		`ALTER TABLE release ADD COLUMN position INTEGER NOT NULL DEFAULT 0`,
		// The newest version is the row itself; older ones stand in version.
		`ALTER TABLE release ADD COLUMN number INTEGER NOT NULL DEFAULT 1`,
		`ALTER TABLE release ADD COLUMN begun INTEGER NOT NULL DEFAULT 0`,
		`ALTER TABLE release ADD COLUMN name TEXT NOT NULL DEFAULT ''`,
		`CREATE TABLE version (
			release  INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE,
			number   INTEGER NOT NULL,
			saved    INTEGER NOT NULL, -- milliseconds since 1970, UTC
			name     TEXT NOT NULL,
			whole    INTEGER NOT NULL, -- 1: body needs no other version
			body     BLOB NOT NULL,    -- difference from the next newer version
			checksum BLOB NOT NULL,    -- SHA-256 of the version's text
			PRIMARY KEY (release, number)
		) STRICT, WITHOUT ROWID`,
		`UPDATE release SET begun = saved, position = id`, // the days follow with the index
		`CREATE UNIQUE INDEX release_position ON release (position) WHERE trashed IS NULL`,
		`CREATE INDEX release_trash ON release (trashed) WHERE trashed IS NOT NULL`,
		`CREATE INDEX release_fingerprint ON release (fingerprint)`,
	)(ctx, tx)
}

// migrate brings the file up to date. A copy of the old one is taken before.
func (l *Library) migrate(ctx context.Context) error {
	var version int
	if err := l.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("open library: %w", err)
	}
	if version > len(migrations) {
		return &library.NewerError{Version: version}
	}
	if version == len(migrations) {
		return nil
	}
	if version > 0 {
		if err := l.backupTo(ctx, l.spareName(fmt.Sprintf("before-version-%d", len(migrations)))); err != nil {
			return fmt.Errorf("back the library up before bringing it up to date: %w", err)
		}
	}
	err := l.write(ctx, func(tx *transaction) error {
		// Another copy of the program may have migrated while this one waited.
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
			return err
		}
		for _, step := range migrations[min(version, len(migrations)):] {
			if err := step(ctx, tx); err != nil {
				return err
			}
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(migrations)))
		return err
	})
	if err != nil {
		return fmt.Errorf("migrate library: %w", err)
	}
	return nil
}
