package release

import (
	"strings"
	"unicode/utf8"
)

// Texts returns every text of r that is published, in the order in which it
// stands on the page, without the footer.
func (r Release) Texts() []string {
	var texts []string
	for p := range r.Passages() {
		if p.Published() && p.Part != AlternativePart { // nobody sees that
			texts = append(texts, p.Text)
		}
	}
	return texts
}

// Count returns the number of words and of characters (code points, spaces
// included) of the texts of r. A dash between spaces is no word, and a tab no character: it
// sets the level of an item, or parts the cells of a table.
func (r Release) Count() (words, characters int) {
	for _, text := range r.Texts() {
		characters += utf8.RuneCountInString(text) - strings.Count(text, "\t")
		for word := range strings.FieldsSeq(text) {
			if strings.Trim(word, "–—-•") != "" {
				words++
			}
		}
	}
	return words, characters
}
