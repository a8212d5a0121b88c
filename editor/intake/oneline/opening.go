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
)

// flatStarts returns where, in a text that runs on from its headline, the dateline begins and the lead: the day
// behind its place, as agencies have it («… план МОСКВА, 3 мая – Совет …», "… Plan BATON ROUGE, La. (May 3, 2025) – …"), or
// before it, as sites have it («… план 3 мая 2025 года Москва Совет …»). It returns nil where there is none.
func flatStarts(text string) []int {
	text = strings.TrimSpace(text[:wording.Boundary(text, dateline.OpeningReach)])
	if starts := startsAtWire(text); starts != nil {
		return starts
	}
	for at := 1; at < len(text); at++ {
		if !utf8.RuneStart(text[at]) || !calendar.StartsToken(text, at) {
			continue
		}
		clause, _, _ := strings.Cut(text[at:], "—") // "2025—The"
		whole := calendar.DayAt(clause).Length
		length := cmp.Or(whole, calendar.WithoutYear(text[at:]))
		if length == 0 {
			continue
		}
		if starts := startsAtDay(text, at, length, whole > 0); starts != nil {
			return starts
		}
		at += length - 1
	}
	return nil
}

// startsAtDay returns them where the day of so many bytes at byte at is the dateline's; whole says that it has
// its month and year.
func startsAtDay(text string, at, length int, whole bool) []int {
	day, rest, stamped := text[at:at+length], text[at+length:], false
	if whole {
		if lead := leadBehindTitle(text, at+length); lead > 0 {
			return []int{lead}
		}
		hour := len(hourBehindDay.FindString(rest))
		before := len(hourBeforeDay.FindString(text[:at]))
		stamped, rest = hour+before > 0, rest[hour:]
		at -= before
	}
	parted := whole && !unicode.IsLetter(wording.LastRune(strings.TrimRight(text[:at], " \u00a0")))
	if start := placeBeforeDay(text, at); start > 0 && (parted || !placeFollows(rest)) && endsTitle(text[:start]) && leadFollows(day, rest, parted) {
		return []int{start}
	}
	if title, on := strings.CutSuffix(text[:at], " On "); on && whole && endsTitle(title) { // "… Minister On Tuesday, 20 May 2025, the …"
		return []int{len(title) + 1}
	}
	if !endsTitle(text[:at]) {
		return nil
	}
	return startsBehindDay(text, at, day, rest, whole, stamped)
}

// leadBehindTitle returns where the lead begins behind a headline that ends at byte end with its place and day; 0 where it does not end so.
func leadBehindTitle(text string, end int) int {
	title, begun := text[:end], strings.TrimLeft(text[end:], " \u00a0")
	if !wording.StartsSentence(begun) || !letterhead.WhenInTitle(title).Dated || utf8.RuneCountInString(title) > wording.HeadlineLength {
		return 0
	}
	return len(text) - len(begun)
}

// startsBehindDay is startsAtDay where what stands behind the day tells it: stamped says that its hour does.
func startsBehindDay(text string, at int, day, rest string, whole, stamped bool) []int {
	if behind := dateline.Separators.FindString(rest); whole && strings.ContainsAny(behind, "–—-") && dateline.OpeningOf(text[at:]).Located || reportedBehind(rest) {
		return []int{at}
	}
	if lead := leadBehindDay(day, rest); whole && lead > 0 {
		return []int{at, len(text) - len(rest) + lead}
	}
	if begun := strings.TrimLeft(rest, " \u00a0"); stamped && wording.StartsSentence(begun) { // as a site stamps it
		return []int{at, len(text) - len(begun)}
	}
	return nil
}

// The hour behind a day and the one before it, as a site stamps its texts: «12 июля 2016, 11:23», «• 18:12 21.07.2023», «09:55 / 01 мая 2020».
var (
	hourBehindDay = regexp.MustCompile(`^,?[\s\x{00a0}]+(?:[|/•·–—][\s\x{00a0}]*)?(?:(?:в|at)[\s\x{00a0}])?\d{1,2}:\d{2}\b(?:\s?[ap]\.?m\b\.?)?`)
	hourBeforeDay = regexp.MustCompile(`(?:[•·|][\s\x{00a0}]*)?\d{1,2}:\d{2}(?:,?|[\s\x{00a0}]*[/|•·–—])[\s\x{00a0}]+$`)
)

// reportedBehind reports whether a place and who reports stand behind a day: «5 октября, Минск /Корр. БЕЛТА/. …».
func reportedBehind(rest string) bool {
	m := dateline.Separators.FindString(rest)
	_, n, _ := dateline.LeadingPlace(rest[len(m):], false)
	behind := strings.TrimLeft(rest[len(m)+n:], " \u00a0")
	return n > 0 && strings.HasPrefix(behind, "/") && dateline.Agency.MatchString(behind)
}

// placeFollows reports whether a known place stands behind a day, before a sentence: that is the dateline's, and what is before the day the headline's.
func placeFollows(rest string) bool {
	behind := strings.TrimLeft(rest, " \u00a0,|.")
	place, lead := placeBefore(behind)
	return place != "" && wording.StartsSentence(strings.TrimLeft(lead, " \u00a0.–—-"))
}

// leadFollows reports whether what stands behind a day begins a lead: a sign that closes a dateline, or a sentence,
// where a sign parts the day from its place.
func leadFollows(day, rest string, parted bool) bool {
	stops := day[len(strings.TrimRight(day, ".")):]
	return dateline.ClosesDay.MatchString(stops+rest) || parted && wording.StartsSentence(strings.TrimLeft(rest, " \u00a0)]"))
}

// endsTitle reports whether the start of a text that runs on may be its headline: it ends neither with a sentence nor
// with a word that another one follows.
func endsTitle(title string) bool {
	title = strings.TrimSpace(title)
	return title != "" && utf8.RuneCountInString(title) <= wording.HeadlineLength && (!wording.SentenceEnd(title) || endsShort(title) || calledOut.MatchString(title) || IsCall(title) || Exclaims(title) && strings.Count(title, " ") > 1) && !goesOnBehind(title[strings.LastIndexAny(title, " \u00a0")+1:]) &&
		strings.Count(title, "«") == strings.Count(title, "»")
}

// calledOut is what something is called with a call, at the end of a headline: «Заседание форума «Всё для дела!»».
var calledOut = regexp.MustCompile(`\p{Ll} «[^«».:]{2,40}[!?]»$`)

// endsShort reports whether a text ends with a word cut short: «180 тыс. руб.».
func endsShort(text string) bool {
	whole, stop := strings.CutSuffix(text, ".")
	return stop && wording.ShortWord.MatchString(whole)
}

// goesOnBehind reports whether another word must follow one in a headline.
func goesOnBehind(word string) bool {
	return strings.ContainsRune(",:;–—-", wording.LastRune(word)) || slices.Contains(wording.Unended, word) || len(grammar.CasesAfter(word)) > 0 && strings.ToLower(word) == word
}

// townWords is how many words a place has at most before the day of a dateline.
const townWords = 5

// placeBeforeDay returns where the place begins that a day at byte at belongs to: a known one, or one in capitals, which a
// comma, a dash, a bracket or a full stop may part from it («Астана. 28 ноября. WIRE – …»); 0 where there is none.
func placeBeforeDay(text string, at int) int {
	end := len(strings.TrimRight(text[:at], " \u00a0,;:|–—-(["))
	if end == at {
		return 0
	}
	return cmp.Or(placeUntil(text, end, at), placeUntil(text, len(strings.TrimRight(text[:end], ".")), at))
}

// placeUntil is placeBeforeDay of a place that ends at byte end.
func placeUntil(text string, end, at int) (start int) {
	known, parted := false, strings.Trim(text[end:at], " \u00a0") != ""
	for i, n := end, 0; i > 0 && n < townWords; n++ {
		i = strings.LastIndexAny(text[:i], " \u00a0([")
		word := i + 1
		if i > 0 && strings.HasPrefix(text[i:], "\u00a0") {
			word++
		}
		_, length, sure := dateline.LeadingPlace(text[word:], true)
		if name := text[word:end]; length == len(name) && !belongsBefore(text[:word], name) && endsTitle(text[:word]) && (sure || !known && parted && standsOut(name, text[:word])) {
			start, known = word, sure
		}
	}
	if start > 0 && strings.ContainsRune("([", rune(text[start-1])) { // "(Islamabad, 9 October 2025)"
		start--
	}
	return start
}

// belongsBefore reports whether the name of a place is a part of what stands before it.
func belongsBefore(before, name string) bool {
	return declinedPlace(name) || ofState.MatchString(before) && inAnyCase(name)
}

// ofState is a noun that the name behind it belongs to: «министр Республики Конго 6 мая 2025 года».
var ofState = regexp.MustCompile(`\s(?i:республик|королевств|государств|княжеств|султанат|штат|провинци)\p{Ll}{1,3}\s$`)

// inAnyCase reports whether the name of a place may stand in the genitive.
func inAnyCase(name string) bool {
	return slices.Contains(grammar.PlaceShows(name), grammar.Genitive) || indeclinable.MatchString(name)
}

// declinedPlace reports whether a known place stands in another case than a dateline has: «посла Малайзии 22.01.2025».
func declinedPlace(text string) bool {
	text = text[len(dateline.Town.FindString(text)):]
	name, n := gazetteer.Known(text)
	return n > 0 && wording.InCyrillic(name) && !strings.Contains(name, "(") && wording.Folded(text[:n]) != wording.Folded(name)
}

// standsOut reports whether an unknown name looks like the town of a dateline behind a headline: in capitals, or one word behind small ones.
func standsOut(name, before string) bool {
	return townInCapitals(name) || !strings.Contains(name, " ") && behindSmall(before)
}

// behindSmall reports whether the word that a text ends with is in small letters: a name of one word behind it begins
// something else.
func behindSmall(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && strings.ToLower(words[len(words)-1]) == words[len(words)-1]
}

// townInCapitals reports whether the town of a place is written so: «МОСКВА», "BATON ROUGE, La.".
func townInCapitals(place string) bool {
	town, _, _ := strings.Cut(place, ",")
	return strings.ToUpper(town) == town && utf8.RuneCountInString(town) > 3
}

// leadBehindDay returns where the sentence begins behind a day and its place, or behind the day alone where that is in figures, or a
// word begins it that only begins sentences; 0 where there is none.
func leadBehindDay(day, rest string) int {
	behind := strings.TrimLeft(rest, " \u00a0,|.")
	if len(behind) == len(rest) || behind == "" {
		return 0
	}
	place, lead := placeBehindDay(behind)
	if first, _, _ := strings.Cut(behind, " "); place == "" && (calendar.InFigures(day) && wording.StartsSentence(behind) || slices.Contains(beginnings, first) || Capital(first) && wording.LanguageOf(behind) == "en") {
		return len(rest) - len(behind)
	}
	if place == "" {
		return 0
	}
	return len(rest) - len(lead)
}

// placeBehindDay reads the place that stands behind a day and before a sentence, which is the lead.
func placeBehindDay(behind string) (place, lead string) {
	place, lead = placeBefore(behind)
	if name, n, sure := dateline.LeadingPlace(behind, false); place == "" && sure && strings.HasPrefix(behind[n:], ". ") {
		place, lead = name, behind[n:]
	}
	lead = strings.TrimLeft(lead, " \u00a0.–—-")
	if !wording.StartsSentence(lead) { // «17.04.2019 Россия и Таджикистан подписали …»
		return "", ""
	}
	return place, lead
}
