package oneline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// titleAlone returns where the dateline and the lead begin behind the headline of a page, as a town in its place, or the verb and the
// words of the lead tell; where a text is bare of a site's foot, only where the lead says its headline again; dated says
// that its day stands before it.
func titleAlone(text string, bare, dated bool) []int {
	town := townStart(text)
	if town == 0 && dated {
		town = placeBehindTitle(text)
	}
	lead := cmp.Or(town, sentenceStartIn(text, bare), speechStart(text))
	title := strings.TrimRight(text[:lead], " ")
	if title == "" {
		return nil
	}
	day, at := calendar.DayIn(title)
	start := cmp.Or(placeBeforeDay(title, max(at, 0)), at)
	switch {
	case at < 1 || at+day.Length < len(title) || !endsTitle(title[:start]):
		return []int{lead}
	case isVerbIn(wording.LastWord(title[:start])): // «… откроется 1 сентября 2025 года»
		return []int{lead}
	case town > 0: // «… лагеря 26 мая 2025 г. Ростов-на-Дону. Прокуратура …»
		return []int{start}
	}
	return []int{start, lead} // «… моста г. Якутск, 14.08.2025 Приглашаем …»
}

// speechStart returns where somebody begins to speak behind the headline; 0 where nobody does.
func speechStart(text string) int {
	m := speech.FindStringSubmatchIndex(headlineWithin(text))
	if m == nil || !endsTitle(text[:m[2]]) {
		return 0
	}
	return m[2]
}

// townStart returns where a known place stands alone before a sentence, behind the headline; 0 where none does.
func townStart(text string) int {
	for i := range headlineWithin(text) {
		if i == 0 || text[i-1] != ' ' {
			continue
		}
		if _, n, sure := dateline.LeadingPlace(text[i:], false); n > 0 && (sure || townInCapitals(text[i:i+n]) && dateline.Dash.MatchString(text[i+n:])) && townStop.MatchString(text[i+n:]) && endsTitle(text[:i]) && isSetApart(text[i:i+n], strings.TrimRight(text[:i], " ")) {
			return i
		}
	}
	return 0
}

// isSetApart reports whether a town is rather that of a dateline than the last word of a sentence, «Министр посетил Казань»: it
// is in capitals as nothing before it, «г.» stands before it, or a day.
func isSetApart(place, title string) bool {
	if day, at := calendar.DayIn(title); at >= 0 && at+day.Length == len(title) {
		return true
	}
	return townInCapitals(place) && title != strings.ToUpper(title) || dateline.Town.MatchString(place)
}

// sentenceStartIn returns where the sentence of a lead begins behind a headline; 0 where nothing tells; bare says that nothing else shows
// that the text is a page.
func sentenceStartIn(text string, bare bool) int {
	if wording.LanguageOf(text) != "ru" {
		return againStart(text)
	}
	start, odds := bestCut(text)
	if odds < leastBare && bare || odds < leastPage {
		return 0
	}
	return start
}

// What the odds of a headline are at least, of a text that nothing else shows to be a page, and where its site's foot stands below it.
const (
	leastBare = -0.5
	leastPage = -1.5
)

// IsCall reports whether a text is a sentence that calls or asks, as headlines do and no greeting does.
func IsCall(text string) bool {
	words := strings.Fields(text)
	return Exclaims(text) && len(words) > 1 && asksOrCalls(words) && wording.FirstSentence(text) == text
}

// Exclaims reports whether a sentence is no statement.
func Exclaims(sentence string) bool { return strings.ContainsRune("!?", wording.LastRune(sentence)) }

// againStart returns the byte at which a sentence begins that says its headline again: with the word that this begins with, with
// a day, in English with a word that only begins sentences, or with the only capital behind a headline most of which it says; 0
// where there is none.
func againStart(text string) int {
	words, at := wordsIn(wording.FirstSentence(text))
	for i := 2; i < len(words)-2 && i <= titleLongest; i++ {
		title, lead := words[:i], words[i:]
		again := SaidAgain(title, lead)
		if again == 0 || !endsTitle(strings.Join(title, " ")) {
			continue
		}
		switch {
		case calendar.DayAt(strings.Join(lead[:min(len(lead), calendar.MostWords)], " ")).Length > 0:
			if title[i-1] == "On" { // "… Ambassador On September 12, 2023, the …"
				i--
			}
			return at[i]
		case sentenceWords.Has(strings.TrimSuffix(lead[0], ",")) && !Capital(lead[1]):
			return at[i]
		case !Capital(lead[0]):
		case wording.Folded(lead[0]) == wording.Folded(title[0]) && betterRun(words, i), wording.Folded(lead[0]) != wording.Folded(title[0]) && slices.Contains(wording.Articles, lead[0]), gazetteer.Beginning.Has(lead[0]) && !Capital(lead[1]),
			again >= SaidMost/2 && !slices.ContainsFunc(title[1:], Capital):
			return at[i]
		}
	}
	return 0
}

// betterRun reports whether no later words of a text begin as its first ones do and go on longer with them than those from word i on: "Secretary General
// Welcomes US Secretary Of State Secretary General Ann Example met …".
func betterRun(words []string, i int) bool {
	run := func(i int) (n int) {
		for n < i && i+n < len(words) && wording.Folded(words[n]) == wording.Folded(words[i+n]) {
			n++
		}
		return n
	}
	own := run(i)
	for j := i + 1; j <= min(len(words)-3, titleLongest); j++ {
		if run(j) > max(own, 1) {
			return false
		}
	}
	return true
}

// sentenceWords begin English sentences before a word in small letters, and headlines nowhere but at their beginning.
var sentenceWords = wordset.Of(`Today Yesterday According Responding Speaking Following During Earlier Nearly More Thousands Hundreds These There They`)

// startsByVerb reports whether a word is a verb by its ending alone, as no name is: «Обсуждалась», «Подписан».
func startsByVerb(word string) bool {
	return Done.MatchString(word) || IsVerb(word) && (strings.HasSuffix(word, "ся") || strings.HasSuffix(word, "сь"))
}

// onlyMany reports whether a word is a noun that does something only as many: «Республики», which of one is no nominative.
func onlyMany(word string) bool {
	does := func(many bool) bool {
		return slices.ContainsFunc(grammar.NounShows(word), func(s grammar.Shown) bool {
			return s.Case == grammar.Nominative && (s.Gender == grammar.Plural) == many
		})
	}
	return does(true) && !does(false)
}

// isMany reports whether a verb says what many do.
func isMany(verb string) bool { return manyDo.MatchString(strings.ToLower(verb)) }

var manyDo = regexp.MustCompile(`(?:и|ись|[уюая]т|[уюая]тся|ны|ты)[.,;:!?»]*$`)

// hanging are words that join what is said with what was said before, and those that a part of a sentence begins with.
var hanging = wordset.Of(`и а но или что чтобы как когда если где куда пока`)

// saysTwice reports whether what would be a headline and the sentence behind it each say something: parts of one sentence have
// its verb only once. A headline without a verb is said again by the lead, and does not say where: «На концерте …».
func saysTwice(title, lead []string) bool {
	return beginWeight(lead) > 0 && slices.ContainsFunc(lead, isPredicate) &&
		(slices.ContainsFunc(title, isVerbIn) || SaidAgain(title, lead) > 0 && !slices.Contains(saysWhere, title[0]))
}

// says reports whether words have a form of a word: the first one of a sentence is not said again in it.
func says(words []string, word string) bool {
	s := stem(word)
	return s != "" && slices.ContainsFunc(words, func(other string) bool { return stem(other) == s })
}

// saysWhere are words that a headline begins with only where it has a verb.
var saysWhere = strings.Fields(`В Во На`)

// townStop ends a place before the sentence of a lead, perhaps behind who reports: «… о тишине КЕМЕРОВО. Комитет …».
var townStop = regexp.MustCompile(`^\s?` + dateline.WhoReports + `?\s?(?:\.|[–—]|--?)\s["«“]?\p{Lu}`)

// The fewest words and letters of a headline in capitals.
const (
	capitalWords   = 3
	capitalLetters = 16
)

// capitalsEnd returns where a headline in capitals ends, before words that are not; 0 where a text does not begin with one, or
// somebody's name follows, whose post may be in capitals.
func capitalsEnd(text string) int {
	at, words, letters := 0, 0, 0
	for word := range strings.FieldsSeq(headlineWithin(text)) {
		small := strings.ToLower(word) == word
		if strings.ToUpper(word) != word || small && endsBeforeDay(text[at:]) {
			break
		}
		if !small {
			words, letters = words+1, letters+utf8.RuneCountInString(word)
		}
		at += strings.Index(text[at:], word) + len(word)
		at += len(text[at:]) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace)) // a no-break space has two bytes
	}
	at = len(withoutLetters(oneLetter.ReplaceAllString(text[:min(at, len(text))], "$1")))
	if words < capitalWords || letters < capitalLetters || at >= len(text) || !endsTitle(text[:at]) || letterhead.BeginsAsWire(text) { // "WASHINGTON, D.C. - U.S. Senator …"
		return 0
	}
	if name, _, _ := strings.Cut(text[at:], " "); grammar.IsGivenName(name) && !ownVerb(strings.Fields(wording.FirstSentence(text[at:]))) {
		return 0
	}
	return at
}

// oneLetter is a word of one letter behind a headline in capitals, with which the next sentence begins: «… ПЛАН В Минске прошло …».
var oneLetter = regexp.MustCompile(`(\s)\p{Lu}\s$`)

// endsBeforeDay reports whether a headline in capitals ends before the day that text begins with: no capitals go on behind it.
func endsBeforeDay(text string) bool {
	if n := calendar.WithoutYear(text); calendar.DayAt(text).Length == 0 && strings.ToUpper(text[:n]) == text[:n] { // «… В ЧЕТВЕРГ, 22 ФЕВРАЛЯ»
		return false
	}
	return !capitalDay.MatchString(text)
}

// capitalDay is a day and what goes on behind it in capitals: «28 ОКТЯБРЯ В МИНСКЕ».
var capitalDay = regexp.MustCompile(`^\d{1,2}\s\p{Lu}{3,}\s(?:\p{Lu}{1,3}\s)?\p{Lu}{2,}`)

// capitalStarts returns where the dateline and the lead begin behind a headline in capitals.
func capitalStarts(text string, at int) []int {
	if n := dayBefore(text[at:]); n > 0 {
		return []int{at, at + n}
	}
	return []int{at}
}
