package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// twiceOnPurpose are words that good texts have twice in a row.
var twiceOnPurpose = map[string]bool{
	"очень": true, "так": true, "нет": true, "да": true, "ну": true, "еле": true, "чуть": true, "едва": true, "вот": true, "долго": true, "далеко": true,
	"that": true, "had": true, "very": true, "ha": true, "so": true,
}

// wordTwice finds a word that stands twice in a row: «в в», «работы работы». Words with
// capitals may be names («Володин Володин» is a defect of copied pages, «Нью-Йорк,
// Нью-Йорк» is none), so only one that begins a sentence counts.
func wordTwice(p *passage, out *report) {
	if p.kind == tableKind {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, word) || !p.is(i+1, space) || !p.is(i+2, word) {
			continue
		}
		first, second := p.piece(i), p.piece(i+2)
		if first != second && (!strings.EqualFold(first, second) || !p.beginsSentence(i)) || twiceOnPurpose[second] || !isLower(second) || p.tokens[i].address {
			continue
		}
		if p.is(i+3, sign) && p.piece(i+3) == "." && utf8.RuneCountInString(second) < 3 { // «г. г.»
			continue
		}
		out.mend(p, p.tokens[i].start, p.tokens[i+2].end, first)
		i++
	}
}

// isLower reports whether a word is written in small letters.
func isLower(text string) bool {
	for _, r := range text {
		if unicode.IsUpper(r) {
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
