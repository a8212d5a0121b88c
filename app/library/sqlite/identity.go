package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"communique/app/library"
	"communique/editor/release"
)

// identified is a release as it was stored, with its UUID: texts of the first format
// have none.
func identified(r release.Release, uuid string) release.Release {
	if r.UUID == "" {
		r.UUID = uuid
	}
	return r
}

// ownUUID returns the UUID under which release id is saved: the one it has, or for a
// new one (id 0) the one that is wanted, unless another release has that.
func ownUUID(ctx context.Context, tx *transaction, id int64, wanted string) (string, error) {
	if id == 0 {
		return freeUUID(ctx, tx, id, wanted)
	}
	var own string
	err := tx.QueryRowContext(ctx, `SELECT coalesce(uuid, '') FROM release WHERE id = ?`, id).Scan(&own)
	if errors.Is(err, sql.ErrNoRows) {
		return "", &library.MissingError{ID: id}
	}
	return own, err
}

// freeUUID returns wanted, or a new UUID where that is none or another release than
// id has it.
func freeUUID(ctx context.Context, tx *transaction, id int64, wanted string) (string, error) {
	var taken bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM release WHERE uuid = ? AND id <> ?)`, wanted, id).Scan(&taken)
	if err != nil || wanted != "" && !taken {
		return wanted, err
	}
	fresh, err := uuid.NewRandom()
	return fresh.String(), err
}

// namelessAtOnce is how many releases get their UUIDs in one transaction: few enough
// that others may write in between, many enough that the disk is not waited for.
const namelessAtOnce = 2000

// identifySome gives some releases of an older program the UUIDs that follow from what they
// say, and returns how many.
func identifySome(ctx context.Context, tx *transaction) (int, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, fingerprint, day, CASE fingerprint WHEN 0 THEN text ELSE '' END FROM release WHERE uuid IS NULL ORDER BY id LIMIT ?`, namelessAtOnce)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	given := map[int64]string{}
	var ids []int64
	for rows.Next() {
		var id, fingerprint int64
		var day string
		var text []byte
		if err := rows.Scan(&id, &fingerprint, &day, &text); err != nil {
			return 0, err
		}
		ids = append(ids, id)
		if fingerprint == 0 { // its words are too few to know it by
			text = upToDate(text)
		}
		given[id] = library.Identity(fingerprint, day, text)
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	for _, id := range ids {
		if err := identify(ctx, tx, id, given[id]); err != nil {
			return 0, err
		}
	}
	return len(ids), nil
}

// upToDate is a text as this program writes it, so that the same words have the same
// UUID whoever wrote them. What cannot be read stays as it is.
func upToDate(text []byte) []byte {
	r, err := release.Parse(text)
	if err != nil {
		return text
	}
	r.UUID = ""
	if now, err := r.Encode(); err == nil {
		return now
	}
	return text
}

// identify gives a release a UUID; a twin of one that has it gets another.
func identify(ctx context.Context, tx *transaction, id int64, uuid string) error {
	for _, uuid := range []string{uuid, library.Following(fmt.Sprintf("%s %d", uuid, id))} {
		result, err := tx.exec(ctx, `UPDATE OR IGNORE release SET uuid = ? WHERE id = ?`, uuid, id)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n > 0 {
			return err
		}
	}
	return fmt.Errorf("no UUID for release %d", id)
}
