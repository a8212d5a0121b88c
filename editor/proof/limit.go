package proof

import "communique/editor/release"

// Most is how many findings of one kind Check lists, those that were accepted counted apart.
// Of further ones it lists the first, which tells how many there are: a text of nothing but
// brackets has as many findings as letters, and nobody reads them.
const Most = 1000

// Count is how many findings there are, those included that are told by another's More.
func Count(findings []Finding) int {
	n := len(findings)
	for _, f := range findings {
		n += f.More
	}
	return n
}

// take keeps a finding, and returns where it is kept until the next is taken.
func (r *report) take(f Finding) *Finding {
	if len(r.found) == 2*Most {
		r.fold()
	}
	r.found = append(r.found, f)
	return &r.found[len(r.found)-1]
}

// fold keeps of the findings above Most one of each that is accepted in the same words, with
// the number of the others: whether people accepted them is known only later.
func (r *report) fold() {
	if r.folded == nil {
		r.folded = map[release.Accepted]int{}
	}
	for _, f := range r.found[Most:] {
		key := f.Acceptance()
		if i, ok := r.folded[key]; ok {
			r.further[i].More++
			continue
		}
		r.folded[key] = len(r.further)
		r.further = append(r.further, f)
	}
	r.found = r.found[:Most]
}

// all is what was found.
func (r *report) all() []Finding {
	if len(r.found) > Most {
		r.fold()
	}
	return append(r.found, r.further...)
}

// limited lists of each kind no more than Most findings and one that stands for the rest. What
// intake did was not found by a check, and is listed whole.
func limited(findings []Finding) []Finding {
	type kind struct {
		code     string
		accepted bool
	}
	listed, rest := map[kind]int{}, map[kind]int{}
	kept := findings[:0]
	for _, f := range findings {
		if f.More > 0 { // alike, for fold put them together
			f.rest = uint64(f.More) * f.digest()
		}
		k := kind{f.Code, f.Accepted}
		switch at, full := rest[k]; {
		case f.IsRepair() || listed[k] < Most:
			listed[k]++
		case full:
			kept[at].More += 1 + f.More
			kept[at].rest += f.digest() + f.rest
			continue
		default:
			rest[k] = len(kept)
		}
		kept = append(kept, f)
	}
	return kept
}
