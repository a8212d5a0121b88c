package sqlite

import (
	"context"
	"encoding/json"

	"communique/app/library"
	"communique/editor/release"
)

// addTwins keeps of each release whether another has the same words, so that those are found
// as a word is. Whatever changes a release notes the words of which that may have changed.
var addTwins = statements(
	`ALTER TABLE release ADD COLUMN twin INTEGER NOT NULL DEFAULT 0`,
	`CREATE TABLE unpaired (fingerprint INTEGER PRIMARY KEY) STRICT`,
	`CREATE TRIGGER release_made AFTER INSERT ON release WHEN new.fingerprint <> 0 AND `+pairing("new")+` BEGIN
		INSERT OR IGNORE INTO unpaired VALUES (new.fingerprint); END`,
	`CREATE TRIGGER release_said AFTER UPDATE OF fingerprint, trashed ON release WHEN old.fingerprint <> new.fingerprint OR old.trashed IS NOT new.trashed BEGIN
		UPDATE release SET twin = 0 WHERE id = new.id;
		INSERT OR IGNORE INTO unpaired SELECT old.fingerprint WHERE old.fingerprint <> 0 AND `+pairing("old")+`;
		INSERT OR IGNORE INTO unpaired SELECT new.fingerprint WHERE new.fingerprint <> 0 AND `+pairing("new")+`; END`,
	`CREATE TRIGGER release_gone AFTER DELETE ON release WHEN old.fingerprint <> 0 AND old.trashed IS NULL AND `+pairing("old")+` BEGIN
		INSERT OR IGNORE INTO unpaired VALUES (old.fingerprint); END`,
)

// pairing tells whether another release has the words of a row.
func pairing(row string) string {
	return `EXISTS (SELECT 1 FROM release WHERE fingerprint = ` + row + `.fingerprint AND id <> ` + row + `.id)`
}

// pairTwins brings up to date which releases have a twin that does not lie in the trash.
func pairTwins(ctx context.Context, tx *transaction) error {
	var list []byte
	err := tx.scan(ctx, `SELECT json_group_array(json_array(id, position, twin = 0)) FROM (
		SELECT id, position, twin, count(*) OVER (PARTITION BY fingerprint) > 1 AS paired FROM release
		WHERE trashed IS NULL AND fingerprint IN (SELECT fingerprint FROM unpaired) AND id NOT IN (SELECT id FROM unindexed)) WHERE twin <> paired`, nil, &list)
	if err != nil {
		return err
	}
	var all [][3]int64
	if err := json.Unmarshal(list, &all); err != nil {
		return err
	}
	for _, one := range all {
		if err := setTwin(ctx, tx, one[0], position(one[1]), one[2]); err != nil {
			return err
		}
	}
	_, err = tx.exec(ctx, `DELETE FROM unpaired`)
	return err
}

func setTwin(ctx context.Context, tx *transaction, id int64, at position, twin int64) error {
	if _, err := tx.exec(ctx, `UPDATE release SET twin = ? WHERE id = ?`, twin, id); err != nil {
		return err
	}
	var text []byte
	if err := tx.scan(ctx, `SELECT text FROM release WHERE id = ?`, []any{id}, &text); err != nil {
		return err
	}
	r, err := release.Parse(text)
	if err != nil {
		return nil //nolint:nilerr // a damaged text is told when it is opened
	}
	in, _ := library.WordsOf(r)
	return reindex(ctx, tx, at, at, in, r)
}
