package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"communique/app/library"
)

// addPictures brings pictures, and which versions of releases show them, also those
// that the library does not have.
var addPictures = statements(
	`ALTER TABLE release ADD COLUMN uuid TEXT`, // NULL until catchUp has come by
	`CREATE UNIQUE INDEX release_uuid ON release (uuid)`,
	`CREATE TABLE picture (
		id    INTEGER PRIMARY KEY,
		hash  TEXT NOT NULL UNIQUE, -- SHA-256 of the file, in small hexadecimal letters
		since INTEGER NOT NULL      -- when it was added, or a save let go of it; milliseconds since 1970, UTC
	) STRICT`,
	// Apart, so that nothing but the file itself writes megabytes.
	`CREATE TABLE picture_file (
		picture INTEGER PRIMARY KEY REFERENCES picture (id) ON DELETE CASCADE,
		data    BLOB NOT NULL
	) STRICT`,
	`CREATE TABLE shown (
		release INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE ON UPDATE CASCADE,
		version INTEGER NOT NULL,
		picture TEXT NOT NULL, -- its hash
		PRIMARY KEY (release, version, picture)
	) STRICT, WITHOUT ROWID`,
	`CREATE INDEX shown_picture ON shown (picture)`,
)

// AddPicture is as library.Releases has it.
func (l *Library) AddPicture(ctx context.Context, file []byte) (string, error) {
	if err := library.CheckPicture(file); err != nil {
		return "", err
	}
	hash := library.PictureHash(file)
	err := l.write(ctx, func(tx *transaction) error {
		var id int64
		err := tx.QueryRowContext(ctx, `INSERT INTO picture (hash, since) VALUES (?, ?)
			ON CONFLICT (hash) DO UPDATE SET since = excluded.since RETURNING id`, hash, l.now().UnixMilli()).Scan(&id)
		if err != nil {
			return err
		}
		if _, err := pictureFile(ctx, tx, hash); err == nil {
			return nil // it is there, and whole
		}
		_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO picture_file (picture, data) VALUES (?, ?)`, id, file)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("add a picture: %w", l.explain(err))
	}
	return hash, nil
}

// Picture is as library.Releases has it.
func (l *Library) Picture(ctx context.Context, hash string) ([]byte, error) {
	file, err := pictureFile(ctx, l.db, hash)
	if err != nil {
		return nil, fmt.Errorf("read a picture: %w", l.explain(err))
	}
	return file, nil
}

// pictureFile reads a picture and compares it with its hash.
func pictureFile(ctx context.Context, from interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}, hash string,
) ([]byte, error) {
	var file []byte
	err := from.QueryRowContext(ctx, `SELECT data FROM picture_file JOIN picture ON picture.id = picture_file.picture WHERE hash = ?`, hash).Scan(&file)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, &library.MissingPictureError{Hash: hash}
	case err != nil:
		return nil, err
	case library.PictureHash(file) != hash:
		return nil, &library.DamagedPictureError{Hash: hash}
	}
	return file, nil
}

// show notes which pictures the version in row shows.
func show(ctx context.Context, tx *transaction, id int64, row row) error {
	for _, hash := range row.release.Pictures() {
		if _, err := tx.exec(ctx, `INSERT INTO shown (release, version, picture) VALUES (?, ?, ?)`, id, row.version.number, hash); err != nil {
			return err
		}
	}
	return nil
}

// letGo forgets what a version showed that is written over. The clock of those
// pictures begins anew: undoing may bring them back.
func letGo(ctx context.Context, tx *transaction, id int64, row row) error {
	if _, err := tx.exec(ctx, `UPDATE picture SET since = ? WHERE hash IN (SELECT picture FROM shown WHERE release = ? AND version = ?)`,
		row.saved.UnixMilli(), id, row.version.number); err != nil {
		return err
	}
	_, err := tx.exec(ctx, `DELETE FROM shown WHERE release = ? AND version = ?`, id, row.version.number)
	return err
}

// dropSpare erases the pictures that no version of any release shows any more.
func (l *Library) dropSpare(ctx context.Context, tx *transaction) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM picture WHERE since < ? AND NOT EXISTS (SELECT 1 FROM shown WHERE shown.picture = picture.hash)`,
		l.now().Add(-library.SpareLife).UnixMilli())
	return err
}

// unseen counts the pictures that a version of some release shows and that are not
// there, and returns those releases, the newest first.
func (l *Library) unseen(ctx context.Context) (pictures int, shownBy []library.Entry, err error) {
	const gone = `shown WHERE picture NOT IN (SELECT hash FROM picture JOIN picture_file ON picture_file.picture = picture.id)`
	if err := l.db.QueryRowContext(ctx, `SELECT count(DISTINCT picture) FROM `+gone).Scan(&pictures); err != nil {
		return 0, nil, fmt.Errorf("count the pictures that are not there: %w", l.explain(err))
	}
	shownBy, err = l.entries(ctx, `WHERE id IN (SELECT shown.release FROM `+gone+`) ORDER BY position DESC, id DESC`)
	return pictures, shownBy, err
}

// checkPictures compares every picture that a release shows with its hash.
func (l *Library) checkPictures(ctx context.Context) ([]library.Problem, error) {
	if l.layout < layoutPictures {
		return nil, nil // it was made before there were pictures
	}
	var problems []library.Problem
	for last := int64(0); ; {
		var hash string
		var file []byte
		err := l.db.QueryRowContext(ctx, `SELECT id, hash, data FROM picture LEFT JOIN picture_file ON picture = id WHERE id > ? ORDER BY id LIMIT 1`, last).
			Scan(&last, &hash, &file)
		if errors.Is(err, sql.ErrNoRows) {
			return problems, nil
		}
		if held := library.PictureHash(file); err == nil && held != hash {
			p := library.Problem{Picture: hash}
			err = l.db.QueryRowContext(ctx, `SELECT release, headline FROM shown JOIN release ON id = release WHERE picture IN (?, ?) LIMIT 1`, hash, held).
				Scan(&p.ID, &p.Headline)
			if err == nil {
				problems = append(problems, p)
			}
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil && !errors.Is(err, sql.ErrNoRows) { // nobody misses what nothing shows
			return append(problems, library.Problem{Detail: err.Error()}), nil
		}
	}
}
