package sqlite

import (
	"context"
	"fmt"
)

// addFindings brings how many findings a text had when it was checked last. It is said of
// one revision, so that no later text is taken for the one that was checked, whoever wrote
// that; and in a table of its own, since a check must not write the text anew.
var addFindings = statements(`CREATE TABLE checked (
	release  INTEGER PRIMARY KEY REFERENCES release (id) ON DELETE CASCADE ON UPDATE CASCADE,
	revision INTEGER NOT NULL, -- of the text that was checked
	findings INTEGER NOT NULL
) STRICT`)

// NoteChecked is as library.Releases has it.
func (l *Library) NoteChecked(ctx context.Context, id, revision int64, findings int) error {
	err := l.write(ctx, func(tx *transaction) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO checked (release, revision, findings) SELECT id, revision, ?3 FROM release WHERE id = ?1 AND revision = ?2
		ON CONFLICT (release) DO UPDATE SET revision = excluded.revision, findings = excluded.findings`, id, revision, findings)
		return err
	})
	if err != nil {
		return fmt.Errorf("keep what release %d was checked for: %w", id, l.explain(err))
	}
	return nil
}
