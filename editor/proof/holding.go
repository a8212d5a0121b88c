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
	count := map[release.Accepted]int{}
	return slices.DeleteFunc(Blocking(findings), func(f Finding) bool {
		seen := f.Acceptance()
		count[seen] += 1 + f.More
		return r.Covers(seen, count[seen])
	})
}

// Seen is what an override keeps of findings.
func Seen(findings []Finding) []release.Accepted {
	var seen []release.Accepted
	for _, f := range findings {
		one := f.Acceptance()
		one.More = f.More
		seen = append(seen, one)
	}
	return seen
}
