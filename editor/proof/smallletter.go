package proof

import (
	"strings"
	"unicode/utf8"

	"communique/editor/words"
)

// smallLetter finds a sentence that begins with a small letter: behind a full stop whose
// word is no abbreviation. Whether a comma was meant, or a capital, only a person knows.
func smallLetter(p *passage, out *report) {
	if !p.russian() || !p.prose() {
		return
	}
	for i := 1; i+2 < len(p.tokens); i++ {
		if p.piece(i) != "." || !p.is(i-1, word) && !strings.Contains("%»)", p.piece(i-1)) || !p.is(i+1, space) || !p.is(i+2, word) || p.tokens[i].address {
			continue
		}
		before, after := p.piece(i-1), p.piece(i+2)
		if !isCyrillic(after) || !isLower(after) || p.piece(i+3) == ")" || p.is(i-1, word) && !endsSentence(before) {
			continue
		}
		out.add(p, p.tokens[i+2].start, p.tokens[i+2].end)
	}
}

// endsSentence reports whether a full stop behind a word ends a sentence rather than an
// abbreviation.
func endsSentence(text string) bool {
	const shortest = 4 // letters of a word that is no abbreviation
	return isLower(text) && isCyrillic(text) && !shortenedWords[text] && utf8.RuneCountInString(text) >= shortest && words.Known(words.Fold(text)) != nil
}

// shortenedWords are words that are abbreviations as well.
var shortenedWords = wordSet("корп полк факс указ прим след медь числ соли пред соч собр прил табл мест обит стен цикл план стат смен стал край комп сред город район")

// capitalWithin finds a capital in the middle of a word: «встРеча», «ВСтреча». Units
// («кВт») and names of firms («РусГидро») are written so.
func capitalWithin(p *passage, out *report) {
	for i, t := range p.tokens {
		if t.kind != word || t.address {
			continue
		}
		text := p.piece(i)
		if put, is := lowered(text); is {
			out.mend(p, t.start, t.end, put)
		}
	}
}

// lowered is a word without its capital in the wrong place; false where there is none.
func lowered(text string) (string, bool) {
	const shortest = 5 // letters: units are shorter
	runes := []rune(text)
	if len(runes) < shortest || !isCyrillic(text) {
		return "", false
	}
	var capitals []int
	for i, r := range runes {
		switch {
		case !isLetter(r):
			return "", false // the parts of «вице-Премьер» may have their own
		case isUpper(r):
			capitals = append(capitals, i)
		}
	}
	folded := words.Fold(text)
	switch {
	case len(capitals) == 1 && capitals[0] > 0:
		if words.Known(folded) == nil {
			return "", false
		}
		return lower(text), true
	case len(capitals) == 2 && capitals[0] == 0 && capitals[1] == 1:
		if words.Known(folded) == nil {
			return "", false
		}
		return string(runes[0]) + lower(string(runes[1:])), true
	}
	return "", false
}
