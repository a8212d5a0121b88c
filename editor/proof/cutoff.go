package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// cutOff finds a text that stops in the middle: its last paragraph ends
// without a mark that ends sentences.
func cutOff(w *whole, out *report) {
	behind := "" // what was passed over last
	for i := len(w.texts) - 1; i >= 0; i-- {
		p := w.texts[i]
		if p.Field != release.LeadField && p.Field != release.BlocksField || p.Part != release.Words {
			continue
		}
		if isAppended(p.text) || p.signs() || behind != "" && announcing.Has(lower(lastWord(strings.TrimSpace(p.text)))) || labelled.MatchString(behind) {
			behind = p.text
			continue
		}
		if p.kind != release.Paragraph && p.kind != release.Quotation && p.kind != "" || isEnded(p.text) {
			return
		}
		trimmed := strings.TrimRightFunc(p.text, unicode.IsSpace)
		out.add(p, len(trimmed)-len(lastWord(trimmed)), len(trimmed))
		return
	}
}

// announcing are the last words of a line that says whom to ask, with the contacts in the lines behind it.
var announcing = wordset.Of("contact contacts обращаться контакты контактам")

// isAppended reports whether a paragraph is no sentence but what people put
// under the last one: an end sign ("###"), a date, a link, a signature.
func isAppended(text string) bool {
	text = strings.TrimSpace(text)
	if strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return true
	}
	const longestDate = 100 // bytes
	if len(text) <= longestDate {
		if _, ok := grammar.ParseDate(text); ok {
			return true
		}
	}
	return isAddress(lastWord(text)) || isSignature(text) || agencyBehind.MatchString(text) || endsInNumber(text) || isLabel(text) || fullDateAtEnd.MatchString(text)
}

// agencyBehind is the agency in brackets behind the last sentence: "(ENA)".
var agencyBehind = regexp.MustCompile(`[.!?…»”"][\s\x{00a0}]\(\p{Lu}[\p{Lu}\d/ -]{1,20}\)$`)

// labels are how short lines begin that a site or an office puts under its texts.
var labels = []string{"пресс-", "версия для печати", "печать", "поделиться", "источник", "фото", "управление информации", "департамент информации", "отдел информации", "читать далее", "читайте также", "наверх"}

// isLabel reports whether a line is no sentence that was cut: «Пресс-служба», «Версия для
// печати».
func isLabel(text string) bool {
	const longest = 4 // words
	low := lower(text)
	return len(strings.Fields(text)) <= longest && slices.ContainsFunc(labels, func(l string) bool { return strings.HasPrefix(low, l) })
}

// signs reports whether a line is a post with a name: «Губернатор области Иван Пробный».
func (p *passage) signs() bool {
	people := p.people()
	if len(people) == 0 || len(strings.Fields(p.text)) > longestSignature || len(p.tokens) == 0 {
		return false
	}
	n := people[len(people)-1]
	return n.last == len(p.tokens)-1 && n.has(grammar.Nominative) && grammar.IsTitleNoun(p.piece(0))
}

// fullDateAtEnd is a day of the calendar that ends a line, as lists of links have it.
var fullDateAtEnd = regexp.MustCompile(`[\s\x{00a0}]\d{1,2}[\s\x{00a0}]\p{L}+[\s\x{00a0}]\d{4}[\s\x{00a0}]года$`)

// isAddress reports whether a word is a site or an e-mail address, which takes
// no full stop.
func isAddress(word string) bool {
	return strings.HasPrefix(word, "@") || strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.Contains(strings.Trim(word, "@"), "@")
}

// partedFigures are the number of a phone or a house: figures that signs part.
var partedFigures = regexp.MustCompile(`^[+(]?\d+\)?(?:[-–‑/]\d+)+$`)

// labelled is a line of a list that says when and where, or whom to ask: "Venue: Town Hall".
var labelled = regexp.MustCompile(`^\p{Lu}[\p{L}. ]{1,20}:[\s\x{00a0}]`)

// labelledFigures are an hour, or the number of a phone, behind what it is called: "Cell: 082 611 8197".
var labelledFigures = regexp.MustCompile(`^\p{L}[\p{L}. ]{1,20}:[\s\x{00a0}]*[+(]?\d[\d\s\x{00a0}.:()–-]{3,}$`)

// endsInNumber reports whether a line of contacts ends in the number of a phone or a house.
func endsInNumber(text string) bool {
	word := lastWord(text)
	return labelledFigures.MatchString(text) || partedFigures.MatchString(word) && (len(strings.Fields(text)) <= longestSignature || phoneEnd.MatchString(word))
}

// phoneEnd is how the numbers of phones end: «000-00-01», "470-3322".
var phoneEnd = regexp.MustCompile(`\d{2,3}-\d{2}-\d{2}$|\d{3}-\d{4}$`)

// longestSignature is how many words a line with a name, a post or a credit has.
const longestSignature = 10

// isSignature reports whether a short line has two capitals or more, on every
// word but the small ones («и», "of", "the"): «Пресс-служба Совета».
func isSignature(text string) bool {
	words := strings.Fields(text)
	if len(words) > longestSignature || isEnded(text) {
		return false
	}
	capitals := 0
	for _, word := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "«\"“("))
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r) && utf8.RuneCountInString(word) > 3:
			return false
		}
	}
	return capitals > 1
}

func lastWord(text string) string {
	space := strings.LastIndexFunc(text, unicode.IsSpace)
	if space < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[space:])
	return text[space+size:]
}

// isEnded reports whether text ends as a sentence does, in whatever script, or with a closing
// quotation mark, or is all in brackets. Thai and Lao end their sentences with nothing.
func isEnded(text string) bool {
	text = strings.TrimSpace(text)
	if strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") {
		return true
	}
	text = strings.TrimRightFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(")]>*）】", r) })
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(otherEnds, r) || unicode.In(r, unicode.Sentence_Terminal, unicode.Pf, unicode.Thai, unicode.Lao)
}

// otherEnds are the marks that end a sentence or a quotation and that Unicode counts among neither:
// Sentence_Terminal has «.», «。», «।», «։», «؟» and their like.
const otherEnds = "…⋯“\"」』》〉՞՜។༎"
