package release

import (
	"strings"
	"unicode/utf8"
)

// Texts returns every text of r that is published, in the order in which it
// stands on the page, without the footer.
func (r Release) Texts() []string {
	texts := []string{r.Headline, r.Subheadline, r.Lead}
	for _, b := range r.Blocks {
		texts = append(texts, b.Text, b.Speaker)
	}
	return append(texts, r.Boilerplate)
}

// Count returns the number of words and of characters (code points, spaces
// included) of the texts of r. A dash between spaces is no word.
func (r Release) Count() (words, characters int) {
	for _, text := range r.Texts() {
		characters += utf8.RuneCountInString(text)
		for word := range strings.FieldsSeq(text) {
			if strings.Trim(word, "–—-•") != "" {
				words++
			}
		}
	}
	return words, characters
}
