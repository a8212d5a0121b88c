package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
	"communique/editor/spelling/english"
	"communique/editor/words"
	"communique/editor/wordset"
)

const tableKind = release.Table

// spaceTwice finds more than one space between words; those before a sign that closes are another check's.
func spaceTwice(p *passage, out *report) {
	if p.kind == tableKind {
		return
	}
	for i, t := range p.tokens {
		text := p.text[t.start:t.end]
		if t.kind != space || utf8.RuneCountInString(text) < 2 || i == 0 || i == len(p.tokens)-1 || p.is(i-1, line) || p.is(i+1, line) || p.isBeforeSign(i) {
			continue
		}
		put := " "
		if strings.ContainsRune(text, '\u00a0') {
			put = "\u00a0"
		}
		out.mend(p, t.start, t.end, put)
	}
}

// spaceBeforeSign finds a space before a sign that stands by the word before it, and one
// behind a sign that opens.
func spaceBeforeSign(p *passage, out *report) {
	if !p.hugsSigns() {
		return
	}
	for i := 1; i+1 < len(p.tokens); i++ {
		before, after := p.piece(i-1), p.piece(i+1)
		switch {
		case !p.is(i, space) || p.tokens[i].address:
		case p.isBeforeSign(i):
			out.mend(p, p.tokens[i].start, p.tokens[i+1].end, after+p.spaceLacks(i+1))
		case p.is(i-1, sign) && strings.Contains("«(", before) && (p.is(i+1, word) || p.is(i+1, figure)) && !p.standsApart(i, after):
			out.mend(p, p.tokens[i-1].start, p.tokens[i].end, before)
		}
	}
}

// hugsSigns reports whether signs stand by the words before them: French has spaces there.
func (p *passage) hugsSigns() bool {
	return p.kind != tableKind && p.language != "" && p.language != "fr"
}

// isBeforeSign reports whether the space at i is one too many, before a sign that closes.
func (p *passage) isBeforeSign(i int) bool {
	return p.hugsSigns() && i > 0 && p.closesBehind(i) && !p.tokens[i].address && !p.standsApart(i, p.piece(i+1)) && !p.repeatedApart(i-1)
}

// closesBehind reports whether a sign that stands by the word before it follows the space
// at i.
func (p *passage) closesBehind(i int) bool {
	return p.is(i+1, sign) && strings.Contains(",;:.!?»)]", p.piece(i+1)) && p.tokens[i-1].kind != line
}

// spaceLacks is a space where the sign at i has a word run onto it: «идёт .Гости», «дождь ,снег».
func (p *passage) spaceLacks(i int) string {
	if strings.Contains(".,;:!?", p.piece(i)) && p.is(i+1, word) {
		return " "
	}
	return ""
}

// opensSentence reports whether a word run onto the full stop at i begins a sentence,
// rather than being a domain or a file's name.
func (p *passage) opensSentence(i int) bool {
	next := p.piece(i + 1)
	return p.is(i-2, word) && isRussianWord(next) && startsUpper(next)
}

// standsApart spares what is no end of a clause: « .ru», « …», « :)», «2 : 1», « ...».
func (p *passage) standsApart(i int, after string) bool {
	next := i + 2
	switch after {
	case ".":
		return p.is(next, word) && !p.opensSentence(i+1) || p.is(next, figure) || p.piece(next) == "."
	case ":":
		return p.is(i-1, figure) && p.is(next, space) && p.is(next+1, figure) || strings.Contains(")(/", p.piece(next)) && p.piece(next) != ""
	case "!", "?":
		return p.is(i-1, sign) || p.piece(next) == after // «?? »
	case "»", ")", "]":
		return p.is(i-1, sign) && p.piece(i-1) != "." && p.piece(i-1) != "»"
	}
	return false
}

// spaceMissing finds a sign with the next word run onto it: «раз,два», «слово.Слово»,
// «раз«два».
func spaceMissing(p *passage, out *report) {
	for i := 1; i+1 < len(p.tokens); i++ {
		if !p.is(i, sign) || p.tokens[i].address || !p.is(i+1, word) && p.piece(i+1) != "«" || p.piece(i) == "." && p.is(i-1, space) {
			continue
		}
		mark := p.piece(i)
		if !p.cutsWords(i, mark) {
			continue
		}
		at := p.tokens[i]
		if mark == "«" || mark == "(" {
			out.mend(p, at.start, at.end, " "+mark)
			continue
		}
		out.mend(p, at.start, at.end, mark+" ")
	}
}

// cutsWords reports whether the sign at i has a word run onto it that a space should part
// from it, rather than being part of a name, a number or a word with an ending.
func (p *passage) cutsWords(i int, mark string) bool {
	switch mark {
	case ",", ";":
		return p.commaCuts(i)
	case "!", "?":
		return p.endsRussianWord(i) && isRussianWord(p.piece(i+1))
	case ":":
		return p.endsRussianWord(i) && (isRussianWord(p.piece(i+1)) || p.piece(i+1) == "«")
	case ".":
		return p.stopCuts(i)
	case "»":
		return runsOntoMark(p.piece(i + 1))
	case "(", ")":
		return p.bracketCuts(i)
	case "«":
		return p.endsRussianWord(i) && p.is(i+1, word)
	}
	return false
}

// bracketCuts: a bracket may hold an ending or the beginning of a word as well.
func (p *passage) bracketCuts(i int) bool {
	if p.piece(i) == ")" {
		return runsOntoMark(p.piece(i+1)) && p.endsBracketOfWords(i)
	}
	return p.partsEnglishWords(i) && p.is(i+2, space) || p.endsRussianWord(i) && p.bracketOfWords(i)
}

// partsEnglishWords reports whether the sign at i stands between two words of English: "guild(founded in 1911)".
func (p *passage) partsEnglishWords(i int) bool {
	return p.language == "en" && p.is(i-1, word) && isEnglishWord(p.piece(i-1)) && p.is(i+1, word) && isEnglishWord(p.piece(i+1))
}

// bracketOfWords reports whether the bracket that opens at i holds words rather than an
// ending: «Совет(орган содружества)» and not «участник(и)», «сотрудник(ица)».
func (p *passage) bracketOfWords(i int) bool {
	const longestEnding = 5 // letters
	for j := i + 1; j < len(p.tokens) && !isBracket(p.piece(j)); j++ {
		if p.is(j, space) {
			return true
		}
	}
	return p.is(i+1, word) && utf8.RuneCountInString(p.piece(i+1)) > longestEnding
}

// endsBracketOfWords reports whether the bracket that closes at i holds words rather than
// the beginning of a word: «(не)зависимый».
func (p *passage) endsBracketOfWords(i int) bool {
	for j := i - 1; j >= 0 && !isBracket(p.piece(j)); j-- {
		if p.is(j, space) {
			return true
		}
	}
	return false
}

func isBracket(piece string) bool { return piece == "(" || piece == ")" }

// commaCuts: behind a quotation or a bracket a lone letter may be a mark of a list.
func (p *passage) commaCuts(i int) bool {
	before, after := p.piece(i-1), p.piece(i+1)
	if p.language == "en" {
		return p.is(i-1, word) && p.is(i+1, word) && p.commaCutsEnglish(i)
	}
	if !p.is(i+1, word) || !isCyrillic(after) {
		return false
	}
	if p.is(i-1, word) {
		return isCyrillic(before)
	}
	return (before == "»" || before == ")" || before == "%" || p.is(i-1, figure)) && isRussianWord(after)
}

// commaCutsEnglish is commaCuts between two words in English.
func (p *passage) commaCutsEnglish(i int) bool {
	before := p.piece(i - 1)
	if p.beginsSentence(i-1) && isTitle(before) {
		before = lower(before) // "Wool,flax"
	}
	return (isEnglishWord(before) || isShortEnglish(before)) && isEnglishWord(p.piece(i+1))
}

// isShortEnglish reports a word of two letters: "in", "up".
func isShortEnglish(text string) bool {
	return len(text) == len("in") && isLower(text) && english.Words().Find(text) > 0
}

// stopCuts: a sentence ends behind a word in small letters and the next has a capital;
// all else may be an abbreviation or an address.
func (p *passage) stopCuts(i int) bool {
	before, after := p.piece(i-1), p.piece(i+1)
	if p.language == "en" {
		return p.is(i-1, word) && p.is(i+1, word) && isEnglishWord(before) && isCapitalised(after) && p.is(i+2, space)
	}
	if !isRussianTitle(after) && !p.opensWithLetter(i+1) {
		return false
	}
	if p.is(i-1, sign) {
		return before == "»" || before == ")" || before == "%"
	}
	return p.endsRussianWord(i) && isLower(before) && utf8.RuneCountInString(before) > 2
}

// opensWithLetter reports whether the word at i is one letter and no initial: «тепло.В саду».
func (p *passage) opensWithLetter(i int) bool {
	const letters = "ВКСОУИАЯ"
	return strings.Contains(letters, p.piece(i)) && p.wordFollows(i) && isLower(p.piece(i+2))
}

// endsRussianWord reports whether the sign at i stands right behind a Russian word.
func (p *passage) endsRussianWord(i int) bool {
	return p.is(i-1, word) && isCyrillic(p.piece(i-1))
}

// isEnglishWord reports whether a text is a word in small letters and no abbreviation.
func isEnglishWord(text string) bool {
	const shortest = 3 // letters
	return len(text) >= shortest && isLower(text) && isASCII(text)
}

// isCapitalised reports whether a text has a capital at its start alone.
func isCapitalised(text string) bool { return startsUpper(text) && isTitle(text) }

// isRussianTitle reports whether a text is a Russian word that may begin a sentence.
func isRussianTitle(text string) bool { return isRussianWord(text) && isCapitalised(text) }

// isRussianWord reports whether a text is more than a lone letter, which may be an initial.
func isRussianWord(text string) bool {
	return isCyrillic(text) && utf8.RuneCountInString(text) > 1
}

// runsOntoMark reports whether a word behind a closing quotation mark is a word of its own
// and no ending: «Вестник»ом.
func runsOntoMark(text string) bool {
	if !isLower(text) {
		return false
	}
	return runsInto.Has(text) || utf8.RuneCountInString(text) > 3 && words.Has(words.Fold(text))
}

// runsInto are short words that are typed onto a quotation mark; «ом» and «а» are endings.
var runsInto = wordset.Of("и в с на по о к из за до от что")

func isCyrillic(text string) bool {
	for _, r := range text {
		if !isSmallRussian(r) && unicode.IsLetter(r) && !unicode.Is(unicode.Cyrillic, r) {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(text)
	return isSmallRussian(r) || unicode.Is(unicode.Cyrillic, r)
}
