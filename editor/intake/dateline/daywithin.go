package dateline

import (
	"strconv"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/wordset"
)

// DatedWithin finds the day in the first sentence of a lead that does not begin with it, and
// the place beside it: the one behind it, or the only one of the sentence.
func DatedWithin(sentence string) (d Dateline) {
	found, at := dayOfEvent(sentence)
	if at < 0 {
		return d
	}
	d.Date, d.Dated = found.From, true
	if m := InPlace.FindString(sentence[at+found.Length:]); m != "" {
		if d.Place = gazetteer.At(sentence[at+found.Length+len(m):]); d.Place != "" {
			return d
		}
	}
	if d.Place, _ = placeElsewhere(sentence[at+found.Length:]); d.Place != "" {
		return d
	}
	d.Place = onlyPlaceIn(sentence)
	return d
}

// onlyPlaceIn is the place that a sentence says something was in; "" where it names several, and which of them nobody says.
func onlyPlaceIn(sentence string) (only string) {
	for _, m := range preposition.FindAllStringIndex(sentence, -1) {
		place := gazetteer.At(sentence[m[1]:])
		if !wording.InCyrillic(place) && register.ShippedAreas()[place] && !cityStates.Has(place) { // no text is from a state that does not say so
			continue
		}
		if place != "" && only != "" && place != only {
			return ""
		}
		if place != "" {
			only = place
		}
	}
	return only
}

// cityStates are states that are a town, too, or whose capital is called as they are.
var cityStates = wordset.Of("Singapore Monaco Luxembourg Djibouti")

// onThisDay says that something was on the day of the paper.
var onThisDay = regexp.MustCompile(`(?i)(?:^|[\s\x{00a0}])(?:today|сегодня)(?:[\s\x{00a0},.]|$)`)

// PlaceOfDay is the place of a sentence that is of the day of the paper: it says so, or that day without its year.
func PlaceOfDay(sentence string, date release.Date) string {
	day, ok := grammar.ParseDate(calendar.FirstWithoutYear(sentence) + " " + strconv.Itoa(date.Year))
	if !onThisDay.MatchString(sentence) && (!ok || day != date) {
		return ""
	}
	return onlyPlaceIn(sentence)
}

// dayOfEvent finds the first day of a sentence on which something was or is, and where it begins: none of those that only tell which
// paper is meant, from when or until when something holds, when somebody lived or what is remembered.
func dayOfEvent(sentence string) (found calendar.Day, at int) {
	for from := 0; ; {
		found, at = calendar.DayIn(sentence[from:])
		if at < 0 {
			return found, at
		}
		at += from
		if !isOfSomethingElse(sentence[:at], sentence[at+found.Length:]) && found.From.Year >= calendar.FirstYear && found.Until.Year-found.From.Year <= 1 {
			return found, at
		}
		from = at + found.Length
	}
}

// isOfSomethingElse reports whether a day between these words of a sentence is none on which something was: of another paper, «… (2016/06/19)»,
// "issued on …", or, in English, one that is still to come.
func isOfSomethingElse(before, behind string) bool {
	if ofSomethingElse.MatchString(before) {
		return true
	}
	if wording.InCyrillic(before) {
		return false
	}
	if strings.HasSuffix(before, " the ") && strings.IndexFunc(behind, unicode.IsLetter) > 0 { // "the November 1, 2019 meeting"
		return true
	}
	if m := madeOn.FindStringSubmatch(before); m != nil && !wasDone.MatchString(m[1]) {
		return true
	}
	return strings.HasSuffix(before, "(") && strings.HasPrefix(behind, ")") && !onDayBefore.MatchString(before) || ToCome.MatchString(before)
}

var (
	// madeOn is what stands before the day of another paper, and wasDone before what was done on the day itself.
	madeOn  = regexp.MustCompile(`(?:^|\s)(\S+)\s(?:issued|published|adopted|released|signed|passed|enacted|announced|posted|filed)\son\s$`)
	wasDone = regexp.MustCompile(`^(?i:was|were|been|being|is|are|be|has|have|had|today|and)$`)
	// onDayBefore tells that a day in brackets is the one on which something was.
	onDayBefore = regexp.MustCompile(`(?i:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s?\($`)
	// ToCome is what is told before the day on which it will be.
	ToCome = regexp.MustCompile(`\s(?:will|shall|scheduled|to be held|slated|planned|due)\s`)
)

// ofSomethingElse is what stands before a day that is none of an event: «Указа от …», «до …», "the Act of …", «№ 12.05.2024».
var ofSomethingElse = regexp.MustCompile(`(?:^|[\s\x{00a0}(\d])(?:(?i:от|до|после|раньше|ранее|позднее|позже|начиная с|родил(?:ся|ась)|dated|until|till|to|through|before|after|since|by|as of|from|effective|ended|ending|expired?s?|born(?: on)?)|[кс]|№|No\.?)[\s\x{00a0}]+$|(?:^|\s)(?i:act|law|decree|order|resolution|agreement|treaty|decision|regulation|letter)\sof\s$`)

var preposition = regexp.MustCompile(`(?:^|[\s\x{00a0}(])(?:[Вв]о?|[Ii]n)[\s\x{00a0}]+(?:г\.[\s\x{00a0}]*)?`)

// SameDayWithYear is the day that a lead begins with, without its year, where the text says it once more with that: «Душанбе, 13 ноября.
// Совет на заседании 13 ноября 2025 года …».
func SameDayWithYear(lead string, below []release.Block) release.Date {
	if o := OpeningOf(lead); !o.Dated || !o.Date.IsZero() {
		return release.Date{}
	}
	opening := calendar.FirstWithoutYear(lead[:wording.Boundary(lead, OpeningReach)])
	for _, text := range append([]string{lead}, textsOf(below)...) {
		text = text[:wording.Boundary(text, wording.SentenceReach)]
		d, at := calendar.DayIn(text)
		if at < 0 {
			continue
		}
		if n := calendar.WithoutYear(text[at:]); n > 0 && strings.TrimRight(text[at:at+n], ".") == opening {
			return d.From
		}
	}
	return release.Date{}
}

func textsOf(blocks []release.Block) (texts []string) {
	for _, b := range blocks {
		texts = append(texts, b.Text)
	}
	return texts
}
