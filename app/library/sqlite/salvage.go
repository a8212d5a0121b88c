package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// unreadable is how many ids in a row may fail before the rest of a damaged
// table is given up.
const unreadable = 10_000

// salvage reads pictures and releases of a damaged file one by one and saves what is
// newer than what the library has.
func (l *Library) salvage(ctx context.Context, damaged string, r *library.Recovery) error {
	db, err := sql.Open("sqlite", fileURI(damaged)+"?mode=ro")
	if err != nil {
		return nil //nolint:nilerr // nothing can be read: the backup is all there is
	}
	defer func() { _ = db.Close() }() // it was only read
	if err := l.salvagePictures(ctx, db); err != nil {
		return err
	}
	from := wreck{db: db, uuid: "uuid", author: "author", highest: -1}
	if _, err := db.ExecContext(ctx, `SELECT uuid FROM release LIMIT 0`); err != nil {
		from.uuid = "NULL" // an older program wrote it
	}
	if _, err := db.ExecContext(ctx, `SELECT author FROM release LIMIT 0`); err != nil {
		from.author = `''`
	}
	_ = db.QueryRowContext(ctx, `SELECT seq FROM sqlite_sequence WHERE name = 'release'`).Scan(&from.highest) // -1 goes on by guess
	failed := 0
	for id := int64(1); (from.highest < 0 || id <= from.highest) && failed < unreadable; id++ {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		found, err := from.read(ctx, id)
		if errors.Is(err, sql.ErrNoRows) {
			failed++
			continue
		}
		if err != nil {
			failed++
			if err := l.countLost(ctx, id, from.highest, r); err != nil {
				return err
			}
			continue
		}
		failed = 0
		if err := l.takeIn(ctx, id, found, r); err != nil {
			return err
		}
	}
	return nil
}

// wreck is a damaged file.
type wreck struct {
	db      *sql.DB
	uuid    string // the column, or NULL
	author  string // the column, or an empty text
	highest int64  // id that a release has had; -1 where that cannot be read
}

// salvaged is a release read from a damaged file.
type salvaged struct {
	release release.Release
	text    []byte
	saved   time.Time
	author  string
	trashed bool
}

func (w wreck) read(ctx context.Context, id int64) (s salvaged, err error) {
	var trashed *int64
	var saved int64
	var uuid sql.NullString
	var sum []byte
	err = w.db.QueryRowContext(ctx, `SELECT trashed, saved, `+w.uuid+`, `+w.author+`, text, checksum FROM release WHERE id = ?`, id).Scan(&trashed, &saved, &uuid, &s.author, &s.text, &sum)
	if err != nil {
		return s, err
	}
	s.saved, s.trashed = time.UnixMilli(saved), trashed != nil
	if s.release, err = verified(s.text, sum); err == nil {
		if known := identified(s.release, uuid.String); known.Validate() == nil { // no checksum covers the column
			s.release = known
		}
	}
	return s, err
}

// countLost counts a release that is neither readable nor in the backup. While
// the highest id is not known, an id that fails may never have been one.
func (l *Library) countLost(ctx context.Context, id, highest int64, r *library.Recovery) error {
	if highest < 0 {
		return nil
	}
	_, _, err := l.Get(ctx, id)
	var missing *library.MissingError
	if errors.As(err, &missing) {
		r.Lost++
		return nil
	}
	return err
}

// takeIn saves a salvaged release under its own id, unless the library has it.
func (l *Library) takeIn(ctx context.Context, id int64, found salvaged, r *library.Recovery) error {
	err := l.write(ctx, func(tx *transaction) error {
		there, err := l.stored(ctx, tx, id)
		var missing *library.MissingError
		if err != nil && !errors.As(err, &missing) {
			return err
		}
		if err == nil && (string(there.text) == string(found.text) || there.saved.After(found.saved)) {
			return nil
		}
		row, rowErr := spareRow(ctx, tx, id, found)
		if rowErr != nil {
			return rowErr
		}
		r.Salvaged++
		if err == nil {
			_, err = l.update(ctx, tx, id, there.revision, row, keep)
			return err
		}
		e, err := l.insert(ctx, tx, row)
		if err != nil || e.ID == id {
			return err
		}
		return l.renumber(ctx, tx, e.ID, id, row)
	})
	if err != nil {
		return fmt.Errorf("salvage release %d: %w", id, l.explain(err))
	}
	if found.trashed {
		return l.Trash(ctx, id)
	}
	return nil
}

// spareRow makes a row of what was salvaged, with a UUID that no other release has.
func spareRow(ctx context.Context, tx *transaction, id int64, found salvaged) (row, error) {
	made, err := newRow(found.release, found.saved, found.author)
	if err != nil {
		return row{}, err
	}
	own := made.release.UUID
	if found.release.UUID, err = freeUUID(ctx, tx, id, own); err != nil || found.release.UUID == own {
		return made, err
	}
	return newRow(found.release, found.saved, found.author)
}

// renumber gives a release just inserted the id it had.
func (l *Library) renumber(ctx context.Context, tx *transaction, from, to int64, row row) error {
	old, now := positionOf(row.release.Date, from), positionOf(row.release.Date, to)
	if _, err := tx.ExecContext(ctx, `UPDATE release SET id = ?, position = ? WHERE id = ?`, to, int64(now), from); err != nil {
		return err
	}
	if err := unindex(ctx, tx, old); err != nil {
		return err
	}
	return reindex(ctx, tx, 0, now, row.words, row.release)
}

// salvagePictures adds the pictures that can still be read in a damaged file. One is
// known by what it holds; what a release shows is so found by its hash, or not at all.
func (l *Library) salvagePictures(ctx context.Context, db *sql.DB) error {
	highest := int64(-1)
	_ = db.QueryRowContext(ctx, `SELECT coalesce(max(picture), 0) FROM picture_file`).Scan(&highest) // -1 goes on by guess
	failed := 0
	for id := int64(1); (highest < 0 || id <= highest) && failed < unreadable; id++ {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var file []byte
		if err := db.QueryRowContext(ctx, `SELECT data FROM picture_file WHERE picture = ?`, id).Scan(&file); err != nil {
			failed++
			continue
		}
		failed = 0
		_, err := l.AddPicture(ctx, file)
		var none *library.PictureError
		if err != nil && !errors.As(err, &none) {
			return err
		}
	}
	return nil
}
