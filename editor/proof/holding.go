package proof

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
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
		seen := f.seen()
		count[seen]++
		return r.Covers(seen, count[seen])
	})
}

// Seen is what an override keeps of findings.
func Seen(findings []Finding) []release.Accepted {
	var seen []release.Accepted
	for _, f := range findings {
		seen = append(seen, f.seen())
	}
	return seen
}

// seen is the finding as an override keeps it, with what it stands for.
func (f Finding) seen() release.Accepted {
	one := f.Acceptance()
	if f.More > 0 {
		one.More, one.Rest = f.More, fmt.Sprintf("%016x", f.rest)
	}
	return one
}

// digest tells the finding from others for Accepted.Rest. Digests of several are added up.
func (f Finding) digest() uint64 {
	a := f.Acceptance()
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %d", a.Code, a.Text, a.Field, a.Block))
	return binary.BigEndian.Uint64(sum[:])
}
