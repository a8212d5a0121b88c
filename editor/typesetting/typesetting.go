// Package typesetting has a whole release well set, by editor/typography: its paragraphs
// as one text, so that a quotation may run over several, and what somebody said with no
// word changed.
package typesetting

import (
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/spelling/yo"
	"communique/editor/typography"
)

// House returns the typesetter of an office: how it sets its texts, and where it writes ё.
// Where it writes ё everywhere, words get it that can be read no other way.
func House(house typography.House, usage grammar.House) typography.Typesetter {
	t := typography.Typesetter{House: house}
	switch usage.Yo {
	case grammar.YoAsWritten:
	case grammar.YoEverywhere:
		t.Spell = yo.Restored
	default:
		t.Spell = func(word string) string { return usage.Spell("", word) }
	}
	return t
}

// Set is a text of a release with what makes it well set.
type Set struct {
	release.Passage
	Edits []typography.Edit
}

// For returns the typesetter of a release: where the house has no dash of its own it takes
// the one that the release has.
func For(t typography.Typesetter, r release.Release) typography.Typesetter {
	var texts []string
	for p := range r.Passages() {
		texts = append(texts, p.Text)
	}
	return t.For(texts...)
}

// Release returns the texts of a release that are not well set, in the order of the page.
func Release(t typography.Typesetter, r release.Release) []Set {
	t = For(t, r)
	var all []Set
	for p := range r.Passages() {
		all = append(all, Set{Passage: p})
	}
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && flows(all[from].Passage) && flows(all[to].Passage) {
			to++
		}
		together(t, all[from:to])
		from = to
	}
	set := all[:0]
	for _, s := range all {
		if len(s.Edits) > 0 {
			set = append(set, s)
		}
	}
	return set
}

// flows reports whether a text is prose that goes on in the next.
func flows(p release.Passage) bool {
	return p.Field == release.LeadField || p.Field == release.BlocksField && p.Kind == release.Paragraph
}

// together sets texts that follow each other.
func together(t typography.Typesetter, texts []Set) {
	t.Quoted = t.Quoted || texts[0].Kind == release.Quotation && texts[0].Part == release.Words
	words := make([]string, len(texts))
	for i, s := range texts {
		words[i] = s.Text
	}
	at, start := 0, 0 // the text that an edit is in, and where that begins
	end := utf8.RuneCountInString(words[0])
	for _, e := range t.Edits(strings.Join(words, "\n")) {
		for e.At > end {
			at++
			start = end + 1
			end = start + utf8.RuneCountInString(words[at])
		}
		e.At -= start
		texts[at].Edits = append(texts[at].Edits, e)
	}
}

// Apply returns a copy of a release with its texts well set; marks stay on their words.
func Apply(r release.Release, set []Set) release.Release {
	r = r.Clone()
	r.Blocks = release.Numbered(r.Blocks)
	d := document.New(r)
	if d.Apply(Transaction(d, set)) != nil {
		return r // made for another release
	}
	d.Write(&r)
	return r
}

// Transaction makes the edits, as one step with an operation for each text.
func Transaction(d *document.Document, set []Set) document.Transaction {
	var t document.Transaction
	for _, s := range set {
		pieces := make([]document.Piece, len(s.Edits))
		for i, e := range s.Edits {
			pieces[i] = document.Piece{At: e.At, Gone: e.Old, Put: e.New}
		}
		t = append(t, d.Replacing(s.TextID, pieces))
	}
	return t
}

// Within returns of some edits those that lie in a selection, which begins and ends at
// places that compare tells the order of.
func Within(set []Set, start, end release.Position, compare func(a, b release.Position) int) []Set {
	var within []Set
	for _, s := range set {
		var edits []typography.Edit
		for _, e := range s.Edits {
			from, to := release.Position{TextID: s.TextID, Offset: e.At}, release.Position{TextID: s.TextID, Offset: e.End()}
			if compare(start, from) <= 0 && compare(to, end) <= 0 {
				edits = append(edits, e)
			}
		}
		if len(edits) > 0 {
			within = append(within, Set{s.Passage, edits})
		}
	}
	return within
}

// Count returns how many edits there are of each kind.
func Count(set []Set) []typography.Counted {
	var all []typography.Edit
	for _, s := range set {
		all = append(all, s.Edits...)
	}
	return typography.Count(all)
}
