package proof

import (
	"slices"

	"communique/editor/release"
)

// Holding returns those findings that keep a release in the office: what blocks one that is
// issued, but for what it was issued in spite of. A draft leaves with its mark.
func Holding(r release.Release, findings []Finding) []Finding {
	if r.Status != release.Issued {
		return nil
	}
	return slices.DeleteFunc(Blocking(findings), func(f Finding) bool {
		return slices.ContainsFunc(r.Overrides, func(o release.Override) bool { return slices.Contains(o.Codes, f.Code) })
	})
}
