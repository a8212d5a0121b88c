package register

import (
	"slices"
	"strings"

	"communique/editor/words"
)

// Mention is an entry of an Index that a text names: its words from From to before To.
type Mention struct {
	Hit      Hit
	From, To int
}

// Mentions returns the entries that a text of words names in full, in any of their cases or by another of their names;
// longer names come before shorter ones.
func (x *Index) Mentions(text []words.Word) []Mention {
	places := map[string][]int{}
	for i, w := range text {
		places[w.Folded] = append(places[w.Folded], i)
	}
	var found []Mention
	for i := range x.entries {
		e := &x.entries[i]
		if !e.in(places) {
			continue
		}
		forms := append([]string{e.hit.Name}, e.called...)
		for _, form := range e.hit.Forms {
			if !slices.Contains(forms, form) {
				forms = append(forms, form)
			}
		}
		for _, form := range forms {
			var name []string
			for w := range words.In(form) {
				name = append(name, w.Folded)
			}
			if len(name) == 0 {
				continue
			}
			for _, at := range places[name[0]] {
				if stands(text, at, name) {
					found = append(found, Mention{e.hit, at, at + len(name)})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Mention) int { return (b.To - b.From) - (a.To - a.From) })
	return found
}

// in reports whether a text has any of the entry's words.
func (e *entry) in(text map[string][]int) bool {
	for word := range strings.FieldsSeq(e.words) {
		if len(text[word]) > 0 {
			return true
		}
	}
	return false
}

func stands(text []words.Word, at int, name []string) bool {
	if at+len(name) > len(text) {
		return false
	}
	for i, word := range name {
		if text[at+i].Folded != word {
			return false
		}
	}
	return true
}
