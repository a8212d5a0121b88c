package changing

import (
	"cmp"
	"context"

	"communique/app/window/caption"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// BlockedError says that a release cannot be issued as it is.
type BlockedError struct{ Release string } // what a person knows it by

func (e *BlockedError) Error() string { return "release " + e.Release + " cannot be issued yet" }

// Fact names the error for the translations.
func (e *BlockedError) Fact() (string, map[string]any) {
	return "issue-blocked", map[string]any{"Release": e.Release}
}

// SetStatus gives a release a status, and reports whether it had another. None is issued while
// one of the checks blocks it: a *BlockedError.
func (p Params) SetStatus(ctx context.Context, id int64, status release.Status, checks proof.Params) (set bool, err error) {
	var blocked error
	err = p.Change(ctx, id, func(s *draft.Session) bool {
		if r := s.Release(); status == release.Issued && p.blocks(ctx, r, checks) {
			blocked = &BlockedError{caption.Name(r)}
			return false
		}
		set = s.Set(release.StatusField, string(status))
		return set
	})
	return set, cmp.Or(err, blocked)
}

// blocks reports whether a finding keeps a release from being issued.
func (p Params) blocks(ctx context.Context, r release.Release, checks proof.Params) bool {
	checks.Lost = export.Lost(r, func(hash string) ([]byte, error) { return p.Store.Picture(ctx, hash) })
	return len(proof.Blockers(r, checks)) > 0
}
