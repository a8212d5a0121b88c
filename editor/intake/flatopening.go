package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
)

// flatStarts returns where, in a text that runs on from its headline, the dateline begins and the lead: the day
// behind its place, as agencies have it («… план МОСКВА, 3 мая 2025 года – Совет …»), or before it, as sites
// have it («… план 3 мая 2025 года Москва Совет …»). It returns nil where there is none.
func flatStarts(text string) []int {
	text = strings.TrimSpace(text[:boundary(text, openingReach)])
	for from := 0; ; {
		day, at := dayIn(text[from:])
		if at < 0 {
			return nil
		}
		at += from
		from = at + day.length
		if start := placeBeforeDay(text, at); start > 0 && endsTitle(text[:start]) && closesDay.MatchString(text[at+len(strings.TrimRight(text[at:from], ".")):]) {
			return []int{start}
		}
		if lead := leadBehindDay(text[from:]); lead > 0 && endsTitle(text[:at]) {
			return []int{at, from + lead}
		}
	}
}

// endsTitle reports whether the start of a text that runs on may be its headline: it ends neither with a sentence nor
// with a word that another one follows.
func endsTitle(title string) bool {
	title = strings.TrimSpace(title)
	return title != "" && utf8.RuneCountInString(title) <= headlineLength && !sentenceEnd(title) && !goesOnBehind(title[strings.LastIndexAny(title, " \u00a0")+1:]) &&
		strings.Count(title, "«") == strings.Count(title, "»")
}

// goesOnBehind reports whether another word must follow one in a headline.
func goesOnBehind(word string) bool {
	return strings.ContainsRune(",:;–—-", lastRune(word)) || slices.Contains(unended, word) || len(grammar.CasesAfter(word)) > 0 && strings.ToLower(word) == word
}

// townWords is how many words a place has at most before the day of a dateline.
const townWords = 5

// placeBeforeDay returns where the place begins that a day at byte at belongs to: a known one, or one in capitals, which a
// comma may part from it; 0 where there is none.
func placeBeforeDay(text string, at int) (start int) {
	end := len(strings.TrimRight(text[:at], " \u00a0,"))
	if end == at {
		return 0
	}
	for i, n := end, 0; i > 0 && n < townWords; n++ {
		i = strings.LastIndexAny(text[:i], " \u00a0")
		word := i + 1
		if i > 0 && strings.HasPrefix(text[i:], "\u00a0") {
			word++
		}
		_, length, sure := leadingPlace(text[word:], true)
		if name := text[word:end]; length == len(name) && (sure || strings.ToUpper(name) == name && utf8.RuneCountInString(name) > 3) {
			start = word
		}
	}
	return start
}

// leadBehindDay returns where the sentence begins behind a day and its place, or behind the day alone where a word begins it
// that only begins sentences; 0 where there is none.
func leadBehindDay(rest string) int {
	behind := strings.TrimLeft(rest, " \u00a0,|.")
	if len(behind) == len(rest) || behind == "" {
		return 0
	}
	place, lead := placeBefore(behind)
	if first, _, _ := strings.Cut(behind, " "); place == "" && slices.Contains(beginnings, first) {
		return len(rest) - len(behind)
	}
	lead = strings.TrimLeft(lead, " \u00a0.–—-")
	if place == "" || lead == "" || !startsSentence(lead) {
		return 0
	}
	return len(rest) - len(lead)
}
