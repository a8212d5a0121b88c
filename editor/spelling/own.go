package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
)

// own are the words that the office brings: the names of its registers in every case, and
// its own list.
type own struct {
	words map[string]string // folded, as they are written
	names []string          // those of the registers, for proposals
}

func newOwn(p Params) own {
	o := own{words: map[string]string{}}
	decline := func(d grammar.Declension) {
		for _, form := range d.Forms {
			o.addText(form)
		}
	}
	for _, person := range p.Registers.People {
		decline(person.Declined(p.House))
		decline(person.DeclinedShort(p.House))
		for _, post := range person.Posts {
			decline(post.Declined(p.House))
			o.addOther(post.English, post.Other)
		}
		o.addText(person.Full)
		o.addOther(person.English, person.Other)
	}
	for _, organisation := range p.Registers.Organisations {
		decline(organisation.Declined(p.House))
		o.addText(organisation.Short)
		o.addText(organisation.Abbreviation)
		o.addOther(organisation.English, organisation.Other)
	}
	for _, place := range p.Registers.Places {
		decline(place.Declined(p.House))
		o.addText(place.Official)
		o.addOther(place.English, place.Other)
	}
	for _, word := range p.Words {
		o.add(word)
		if scriptOf(firstRune(word)) == cyrillic && !isCapitals(word) {
			for _, form := range words.Forms(folded(word)) {
				o.add(likeCased(form, word))
			}
		}
	}
	return o
}

// likeCased gives a form the capital of its word.
func likeCased(form, word string) string {
	if isSmall(word) {
		return form
	}
	return titled(form)
}

func firstRune(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

func (o *own) addOther(english string, other map[string]string) {
	o.addText(english)
	for _, text := range other {
		o.addText(text)
	}
}

// addText adds each word of a name.
func (o *own) addText(text string) {
	for _, t := range tokens(text) {
		if t.skipped == "" || t.skipped == Mixed {
			o.add(t.word)
			if !isSmall(t.word) {
				o.names = append(o.names, t.word)
			}
		}
	}
}

func (o *own) add(word string) {
	word = bare(word)
	key := folded(word)
	if there, ok := o.words[key]; !ok || isSmall(word) && !isSmall(there) {
		o.words[key] = word
	}
}

// has reports whether a word is one of the office's: with a capital where it has one.
func (o *own) has(word string) bool {
	there, ok := o.words[folded(word)]
	return ok && (isSmall(there) || unicode.IsUpper(firstRune(word)))
}

func folded(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "ё", "е")
}
