package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// twiceOnPurpose are words that good texts have twice in a row.
var twiceOnPurpose = wordset.Of(`очень так нет да ну еле чуть едва вот долго далеко
	that had very ha so`)

// whatever are words that bring in a clause which is the subject of the verb behind it.
var whatever = wordset.Of("whatever whoever")

// wordTwice finds a word that stands twice in a row: «в в», «работы работы», «г. г.».
func wordTwice(p *passage, out *report) {
	if p.kind == tableKind {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || p.tokens[i].address {
			continue
		}
		if last, put := p.abbreviationTwice(i); last > 0 {
			out.mend(p, p.tokens[i].start, p.tokens[last].end, put)
			i = last
			continue
		}
		if !p.wordFollows(i) || !p.saidAgain(i) {
			continue
		}
		first := p.piece(i)
		out.mend(p, p.tokens[i].start, p.tokens[i+2].end, first)
		i++
	}
}

// saidAgain reports whether the word behind the one at i is the same. Two with capitals
// are a mistake where the dictionary has the word, and no first name follows as in lists
// («Володин Володин Вячеслав» is a defect of copied pages).
func (p *passage) saidAgain(i int) bool {
	first, second := p.piece(i), p.piece(i+2)
	switch {
	case twiceOnPurpose.Has(lower(second)):
		return false
	case p.is(i+3, sign) && p.piece(i+3) == "." && utf8.RuneCountInString(second) < 3: // «с с. Пробное»
		return false
	case p.is(i-1, space) && whatever.Has(p.fold(i-2)): // "whatever happens happens"
		return false
	case isLower(second):
		return first == second || strings.EqualFold(first, second) && p.beginsSentence(i)
	}
	return first == second && p.isTitleTwice(i)
}

// isTitleTwice reports whether the word that is said again at i has a capital and is no surname.
func (p *passage) isTitleTwice(i int) bool {
	const shortest = 4 // letters
	second := p.piece(i + 2)
	return isTitle(second) && isCyrillic(second) && !strings.Contains(second, "-") && utf8.RuneCountInString(second) >= shortest &&
		words.Has(p.folded[i]) && !grammar.IsGivenName(p.piece(i+4))
}

// abbreviations are those that a slip of the hand repeats.
var abbreviations = wordset.Of("г гг ул им тыс млн млрд руб обл пос пр")

// abbreviationTwice is the last token of «г. г.», with what was meant: behind two years it
// is «гг.».
func (p *passage) abbreviationTwice(i int) (last int, put string) {
	text := p.piece(i)
	if !abbreviations.Has(text) || p.piece(i+1) != "." {
		return 0, ""
	}
	again := i + 2
	if p.is(again, space) {
		again++
	}
	if p.piece(again) != text || p.piece(again+1) != "." {
		return 0, ""
	}
	if text == "г" && p.is(i-2, figure) && (p.isDash(i-3) || p.piece(i-3) == "-" || p.piece(i-4) == "и") {
		return again + 1, "гг."
	}
	return again + 1, text + "."
}

// isLower reports whether a word is written in small letters.
func isLower(text string) bool {
	for _, r := range text {
		if !isSmallRussian(r) && unicode.IsUpper(r) {
			return false
		}
	}
	return text != ""
}

// startsUpper reports whether a word begins with a capital.
func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// beginsSentence reports whether the token at i is the first word of a sentence, as far
// as signs tell.
func (p *passage) beginsSentence(i int) bool {
	for i--; i >= 0; i-- {
		switch t := p.tokens[i]; t.kind {
		case space:
		case line:
			return true
		case sign:
			switch p.text[t.start:t.end] {
			case "«", "„", "“", "\"", "(", "–", "—", "-":
				continue
			case ".", "!", "?", "…", ":":
				return true
			}
			return false
		default:
			return false
		}
	}
	return true
}
