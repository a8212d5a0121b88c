package proof

import (
	"slices"

	"communique/editor/words"
)

// organisationsDiffer finds the name of an organisation of the registers with one letter
// off in one of its words.
func (r *Registers) organisationsDiffer(p *passage, out *report) {
	if r == nil || len(r.organisations) == 0 {
		return
	}
	for i := range p.tokens {
		if !p.is(i, word) || !p.wordFollows(i) {
			continue
		}
		for _, o := range slices.Concat(r.organisations[p.folded[i]], r.organisations[p.folded[i+2]]) {
			if last, differs := p.nearlySays(i, o.words); differs {
				out.add(p, p.tokens[i].start, p.tokens[last].end).Other = o.name
				break
			}
		}
	}
}

// nearlySays reports whether the words at i are those of a name but for one letter of one
// of them; with the last of them.
func (p *passage) nearlySays(i int, name []string) (last int, differs bool) {
	off := 0
	for n, word := range name {
		if n > 0 && !p.wordFollows(i+2*n-2) {
			return 0, false
		}
		switch said := p.folded[i+2*n]; {
		case said == word:
		case off == 0 && (misprint(word, said) || soundAlike(word, said)) && !words.Has(said):
			off++
		default:
			return 0, false
		}
	}
	return i + 2*len(name) - 2, off == 1
}
