package intake

import (
	"cmp"
	"slices"
	"strings"

	"communique/editor/regexp"
)

// titleAlone returns where the dateline and the lead begin behind the headline of a page, as a town in its place, or the verb and the
// words of the lead tell; where a text is bare of a site's foot, only where the lead says its headline again.
func titleAlone(text string, bare bool) []int {
	town := townStart(text)
	lead := cmp.Or(town, sentenceStartIn(text, bare), speechStart(text))
	title := strings.TrimRight(text[:lead], " ")
	if title == "" {
		return nil
	}
	day, at := dayIn(title)
	start := cmp.Or(placeBeforeDay(title, max(at, 0)), at)
	switch {
	case at < 1 || at+day.length < len(title) || !endsTitle(title[:start]):
		return []int{lead}
	case town > 0: // «… лагеря 26 мая 2025 г. Ростов-на-Дону. Прокуратура …»
		return []int{start}
	}
	return []int{start, lead} // «… моста г. Якутск, 14.08.2025 Приглашаем …»
}

// speechStart returns where somebody begins to speak behind the headline; 0 where nobody does.
func speechStart(text string) int {
	m := speech.FindStringSubmatchIndex(text[:boundary(text, headlineLength)])
	if m == nil || !endsTitle(text[:m[2]]) {
		return 0
	}
	return m[2]
}

// townStart returns where a known place stands alone before a sentence, behind the headline; 0 where none does.
func townStart(text string) int {
	for i := range text[:boundary(text, headlineLength)] {
		if i == 0 || text[i-1] != ' ' {
			continue
		}
		if _, n, sure := leadingPlace(text[i:], false); n > 0 && (sure || townInCapitals(text[i:i+n]) && dash.MatchString(text[i+n:])) && townStop.MatchString(text[i+n:]) && endsTitle(text[:i]) && isSetApart(text[i:i+n], strings.TrimRight(text[:i], " ")) {
			return i
		}
	}
	return 0
}

// isSetApart reports whether a town is rather that of a dateline than the last word of a sentence, «Министр посетил Казань»: it
// is in capitals as nothing before it, «г.» stands before it, or a day.
func isSetApart(place, title string) bool {
	if day, at := dayIn(title); at >= 0 && at+day.length == len(title) {
		return true
	}
	return townInCapitals(place) && title != strings.ToUpper(title) || town.MatchString(place)
}

// sentenceStartIn returns where the sentence of a lead begins behind a headline; 0 where nothing tells.
func sentenceStartIn(text string, bare bool) int {
	words := strings.Fields(firstSentence(text))
	start := 0
	if languageOf(text) == "ru" { // whose verbs are known
		start = leadStart(words)
		if start > 0 && (!saysTwice(words[:start], words[start:]) || bare && saidAgain(words[:start], words[start:]) < saidLeast) {
			return 0
		}
	} else {
		start = againStart(words)
	}
	title := strings.Join(words[:start], " ") + " "
	if start == 0 || !strings.HasPrefix(text, title) {
		return 0
	}
	return len(title)
}

// againStart returns the word at which a sentence begins that says its headline again: with the word that this begins with, with
// a day, in English with a word that only begins sentences, or with the only capital behind a headline most of which it says; 0
// where there is none.
func againStart(words []string) int {
	for i := 2; i < len(words)-2 && i <= titleLongest; i++ {
		title, lead := words[:i], words[i:]
		again := saidAgain(title, lead)
		if again == 0 || !endsTitle(strings.Join(title, " ")) {
			continue
		}
		switch {
		case dayAt(strings.Join(lead[:min(len(lead), dayWords)], " ")).length > 0:
			return i
		case !capital(lead[0]):
		case folded(lead[0]) == folded(title[0]), slices.Contains(articles, lead[0]), slices.Contains(beginning, lead[0]) && !capital(lead[1]),
			again >= saidMost/2 && !slices.ContainsFunc(title[1:], capital):
			return i
		}
	}
	return 0
}

// articles are in capitals where an English sentence begins.
var articles = strings.Fields(`The A An`)

// saysTwice reports whether what would be a headline and the sentence behind it each say something: parts of one sentence have
// its verb only once. A headline without a verb is said again by the lead, and does not say where: «На концерте …».
func saysTwice(title, lead []string) bool {
	return beginWeight(lead) > 0 && slices.ContainsFunc(lead, isVerbIn) &&
		(slices.ContainsFunc(title, isVerbIn) || saidAgain(title, lead) > 0 && !slices.Contains(saysWhere, title[0]))
}

// saysWhere are words that a headline begins with only where it has a verb.
var saysWhere = strings.Fields(`В Во На`)

// saidLeast is what a headline weighs that its lead is said to say again.
const saidLeast = saidMost / 3

// townStop ends a place before the sentence of a lead, perhaps behind who reports: «… о тишине КЕМЕРОВО. Комитет …».
var townStop = regexp.MustCompile(`^\s?(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))?\s?(?:\.|[–—]|--?)\s["«“]?\p{Lu}`)
