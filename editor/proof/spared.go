package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/wordset"
)

// mayFollowNoun are prepositions that may stand behind their noun, or without one: «честности
// ради», «шаг навстречу».
var mayFollowNoun = wordset.Of("ради навстречу вслед наперекор вопреки спустя против кроме сверх включая исключая за по")

// bareForms are those of «он» that have no н, which they have behind a preposition of old.
var (
	bareForms = wordset.Of("ему им ей ею ими")
	isBasic   = wordset.Of("в во на с со к ко о об от из до у без для по при за под над перед между через про среди около")
)

// adverbsAndNouns are prepositions that are adverbs and nouns as well.
var adverbsAndNouns = wordset.Of("кругом накануне прежде наподобие относительно вроде")

// spareCase spares what only looks like a preposition with its noun.
func (p *passage) spareCase(i int, preposition, text string) bool {
	if adverbsAndNouns.Has(preposition) {
		return true
	}
	before := lower(p.piece(i - 2))
	switch preposition {
	case "за":
		return before == "ни" || p.asksWhatFor(i)
	case "спустя":
		return len(grammar.NounShows(before)) > 0 // «годы спустя»
	case "о", "об":
		return strings.HasPrefix(p.folded[i+2], "котор") || p.calls(i)
	case "после":
		return !isLateEvent(text)
	case "вокруг", "мимо", "сквозь", "вблизи", "внутри", "поверх", "позади", "впереди", "напротив": // adverbs as well
		return !isAddressee(text)
	case "согласно", "благодаря":
		return text == "с" || p.piece(i-1) == "."
	case "по", "на", "в":
		return before == "по" || p.piece(i+3) == "-" || isDevice(text)
	}
	return p.piece(i+3) == "." && utf8.RuneCountInString(text) < 5
}

// isAddressee reports whether a word is a noun in the dative or the prepositional and in no other case, which hardly ever
// stands behind an adverb of place: «вокруг школе», «мимо маяку».
func isAddressee(text string) bool {
	shown := grammar.NounShows(text)
	return len(shown) > 0 && !isAdjective(text) && !slices.ContainsFunc(shown, func(s grammar.Shown) bool {
		return s.Case != grammar.Dative && s.Case != grammar.Prepositional
	})
}

// isLateEvent reports whether «после» can be nothing but the preposition of a word: that is what
// happens, or stands in a case in which no clause begins: «после окончанию», «после долгом».
func isLateEvent(text string) bool {
	r := readingOf(text)
	if isVerbalNoun(text) {
		return true
	}
	begins := func(s grammar.Shown) bool { return s.Case != grammar.Prepositional && s.Case != grammar.Instrumental }
	return len(r.noun)+len(r.adjective) > 0 && len(r.named) == 0 && !r.mayBe(text, begins)
}

// isVerbalNoun reports whether a noun is called after a verb, by its ending: «окончание».
func isVerbalNoun(text string) bool {
	return len(grammar.NounShows(text)) > 0 && slices.ContainsFunc([]string{"ние", "нию", "нием", "нии", "ниям", "ниями", "ниях", "тие", "тию", "тием", "тии"}, func(e string) bool { return strings.HasSuffix(text, e) })
}

// asksWhatFor reports whether «за» belongs to «что»: «что это за человек».
func (p *passage) asksWhatFor(i int) bool {
	const farthest = 6 // tokens
	for j := i - 2; j >= 0 && j >= i-farthest && (p.is(j, word) || p.is(j, space)); j-- {
		if p.folded[j] == "что" {
			return true
		}
	}
	return false
}

// calls reports whether «о» is a cry: «О музыка!», «о человек, ты».
func (p *passage) calls(i int) bool {
	const farthest = 10 // tokens
	for j := i + 3; j < len(p.tokens) && j < i+farthest && p.piece(j) != "."; j++ {
		if p.piece(j) == "!" || j == i+3 && p.piece(j) == "," && p.beginsSentence(i) {
			return true
		}
	}
	return false
}

// isDevice reports whether a word that the dictionary has as somebody may be a thing:
// «в загрузчик», «на счётчик».
func isDevice(text string) bool {
	return slices.ContainsFunc([]string{"чик", "щик", "тель", "тор"}, func(e string) bool { return strings.HasSuffix(text, e) })
}
