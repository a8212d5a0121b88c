package proof

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
	"communique/editor/wordset"
)

// day is a date that a text names.
type day struct {
	first, last      int // tokens
	day, month, year int // year 0 where the text does not say it
	weekday          int // token of the weekday beside it; -1 for none
}

// date is the day of the calendar; false where there is no such day, or no year.
func (d day) date() (release.Date, bool) {
	if d.year == 0 {
		return release.Date{}, false
	}
	return release.NewDate(d.year, time.Month(d.month), d.day)
}

// days are the dates of a text: «11 сентября 2024 года», 11.09.2024, "September 11, 2024".
func (p *passage) days() []day {
	var found []day
	for i := 0; i < len(p.tokens); i++ {
		if p.tokens[i].address {
			continue
		}
		d, ok := p.dayAt(i)
		if !ok {
			continue
		}
		d.weekday = p.weekdayBeside(d)
		found = append(found, d)
		i = d.last
	}
	return found
}

// dayAt is the date that begins at a token; false for none.
func (p *passage) dayAt(i int) (day, bool) {
	switch {
	case p.is(i, figure) && p.is(i+1, space):
		return p.dayInWords(i, i+2)
	case p.is(i, figure) && p.piece(i+1) == "-" && p.is(i+2, word) && p.wordFollows(i+2): // «31-го ноября»
		return p.dayInWords(i, i+4)
	case p.endsAsOrdinal(i) && p.wordFollows(i+1):
		if p.piece(i+3) == "of" && p.wordFollows(i+3) { // "the 31st of November"
			return p.dayInWords(i, i+5)
		}
		return p.dayInWords(i, i+3)
	case p.is(i, figure):
		return p.dayInFigures(i)
	case p.is(i, word):
		return p.dayBehindMonth(i)
	}
	return day{}, false
}

// endsAsOrdinal reports whether an English ending of ordinals is glued to the number at i: "31st".
func (p *passage) endsAsOrdinal(i int) bool {
	return p.is(i, figure) && p.is(i+1, word) && ordinalEndings.Has(p.piece(i+1))
}

var ordinalEndings = wordset.Of("st nd rd th")

// dayInFigures is 11.09.2024; what has one more number before it is no date.
func (p *passage) dayInFigures(i int) (day, bool) {
	if !p.dayAndMonth(i) || !p.is(i+4, figure) || len(p.piece(i+4)) != 4 || p.piece(i-1) == "." {
		return day{}, false
	}
	return day{first: i, last: i + 4, day: number(p.piece(i)), month: number(p.piece(i + 2)), year: number(p.piece(i + 4))}, true
}

// dayAndMonth reports whether the first two numbers of a date in figures stand at i, each
// with its stop: «11.09.».
func (p *passage) dayAndMonth(i int) bool {
	return p.is(i, figure) && len(p.piece(i)) <= 2 && p.piece(i+1) == "." &&
		p.is(i+2, figure) && len(p.piece(i+2)) == 2 && p.piece(i+3) == "."
}

// dayInWords is «11 сентября 2024 года», also without the year, by the tokens of its day
// and month. The end of a time or of a fraction is no day: «10:11 мая».
func (p *passage) dayInWords(i, at int) (day, bool) {
	if len(p.piece(i)) > 2 || !p.is(at, word) || p.is(i-2, figure) && strings.Contains(".,:", p.piece(i-1)) {
		return day{}, false
	}
	month, ok := genitiveMonth(p.piece(at))
	if !ok || p.folded[at-2] == "лет" { // «улица 50-лет Октября»
		return day{}, false
	}
	return p.withYear(day{first: i, last: at, day: number(p.piece(i)), month: month}), true
}

// dayBehindMonth is "September 11, 2024" and "Sept. 11th".
func (p *passage) dayBehindMonth(i int) (day, bool) {
	at := p.behindShortMonth(i) + 1
	if !p.is(at-1, space) || !p.is(at, figure) || len(p.piece(at)) > 2 || !startsUpper(p.piece(i)) || isCyrillic(p.piece(i)) {
		return day{}, false
	}
	month, ok := grammar.Month(p.piece(i))
	if !ok {
		return day{}, false
	}
	d := day{first: i, last: at, day: number(p.piece(at)), month: int(month)}
	if p.endsAsOrdinal(at) {
		d.last++
	}
	if year := d.last + 3; p.piece(d.last+1) == "," && p.is(d.last+2, space) && p.is(year, figure) && len(p.piece(year)) == 4 {
		d.last, d.year = year, number(p.piece(year))
		return d, true
	}
	const longest = 31 // days of a month; a larger number counts something
	return d, d.day <= longest && p.isNoCount(i, d.last)
}

// behindShortMonth is the token behind a month, and behind the stop of one that is shortened: "Sept.".
func (p *passage) behindShortMonth(i int) int {
	const longest = len("Sept")
	if p.piece(i+1) == "." && len(p.piece(i)) <= longest && englishMonths.Has(p.piece(i)) {
		return i + 2
	}
	return i + 1
}

// isNoCount reports whether what stands around "September 11" lets it be a day. Behind "on" it is one.
func (p *passage) isNoCount(i, last int) bool {
	before := ""
	if p.is(i-1, space) {
		before = p.fold(i - 2)
	}
	return before == "on" || !beforeMonth.Has(before) && p.endsDay(last+1)
}

// beforeMonth are words that a month stands behind, and no day: "In February 31 were freed".
var beforeMonth = wordset.Of("in last this next early late mid since")

// endsDay reports whether what stands behind "September 11" lets it be a day: "In May 20 people
// came" counts people.
func (p *passage) endsDay(i int) bool {
	if p.is(i, space) {
		return behindDay.Has(p.piece(i+1)) || p.piece(i+1) == "(" || p.isDash(i+1)
	}
	next := p.piece(i)
	return i >= len(p.tokens) || next == ";" || next == ")" || (next == "," || next == ".") && !p.is(i+1, figure)
}

// behindDay are words that go on behind a day, or a year.
var behindDay = wordset.Of("a an the this last next at in on and or to by from for the with as when was is were will of through until after before during without about against near despite under over around between among amid ahead because since while but although if so than it he she they we there")

// genitiveMonth is the month that stands behind a day: «мая», "May".
func genitiveMonth(text string) (int, bool) {
	month, ok := grammar.Month(text)
	if !ok || !isCyrillic(text) && !startsUpper(text) || isCyrillic(text) && !strings.HasSuffix(lower(text), "я") && !strings.HasSuffix(lower(text), "а") {
		return 0, false
	}
	return int(month), true
}

// withYear adds the year that stands behind a day and month.
func (p *passage) withYear(d day) day {
	at := p.behindShortMonth(d.last)
	if p.piece(at) == "," && isASCII(p.piece(d.last)) { // "11 September, 2024"
		at++
	}
	if p.is(at, space) && p.is(at+1, figure) && len(p.piece(at+1)) == 4 {
		d.last = at + 1
		d.year = number(p.piece(d.last))
	}
	return d
}

// number is what figures say; 0 where they say nothing.
func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		n, _ = strconv.Atoi(withoutUnseen(text))
	}
	return n
}

// dayImpossible finds dates that no calendar has: 31 июня, 30.02.2024.
func dayImpossible(p *passage, out *report) {
	for _, d := range p.dates {
		year := d.year
		if year == 0 {
			year = 2024 // a leap year
		}
		if d.month == 0 && d.day == 0 || strings.HasPrefix(p.piece(d.first), "00") || d.month == 0 {
			continue // noughts are to be filled in
		}
		if d.month > 12 && d.day > 12 && !p.speaksOfDay(d.first) {
			continue // the number of a document
		}
		if _, ok := release.NewDate(year, time.Month(d.month), d.day); !ok && year > 0 {
			out.add(p, p.tokens[d.first].start, p.tokens[d.last].end)
		}
	}
}

// speaksOfDay reports whether the word before a token says that a day follows: «до
// 15.13.2024», «от 15.13.2024».
func (p *passage) speaksOfDay(i int) bool {
	switch lower(p.piece(i - 2)) {
	case "до", "от", "с", "по", "состоялась", "состоялся", "состоялось", "состоится", "прошла", "прошёл", "прошло", "пройдёт", "пройдет", "срок", "дата", "после", "начнётся", "начнется":
		return p.is(i-1, space)
	}
	return p.is(i-1, space) && (p.piece(i-2) == ":" || p.isDash(i-2)) && p.folded[max(i-3, 0)] == "дата"
}

// laterThan are words that speak of what is to come: such a lead may name another day.
var laterThan = []string{"состоится", "состоятся", "пройдет", "пройдут", "будет", "будут", "начнется", "откроется", "планируется", "намечен", "ожидается", "запланирован", "приглашает", "will", "is to", "scheduled"}

// held are words that speak of what the release itself is about: a statement names the
// day of something else.
var held = []string{"состоял", "прошел", "прошла", "прошло", "прошли", "провел", "проходит", "встретил", "принял", "посетил", "подписал", "подписан", "вручил", "вручен", "запустил", "запущен", "завершил", "открыл", "открыт", "начал", "стартовал", "обсудил", "поздравил", "наградил", "награжден", "выпустил", "построен", "передан", "заработал", "избран", "назначен", "прибыл", "итоги", "was held", "were held", "took place", " met ", " held ", "visited", "signed", "opened", "launched", "hosted", "received", "completed", "began", "unveiled", "concluded", "welcomed", "awarded", "presented", "adopted", "approved", "entered service", "arrived", "elected", "appointed", "celebrated", "planted", "donated"}

// dateDiffers finds a headline or a lead that begins with another day than that of the
// release.
func dateDiffers(w *whole, out *report) {
	own := w.release.Date
	told := w.release.Headline + " " + w.release.Lead
	if own.IsZero() || hasAny(told, laterThan) {
		return
	}
	isHeld := hasAny(told, held)
	for _, p := range w.texts {
		if !p.headlineOrLead() || len(p.dates) == 0 {
			continue
		}
		d := p.dates[0]
		if (isHeld || p.opensWith(d, own)) && p.beginsWith(d, own) && !d.mayBe(own) && !p.isPart(d) && d.possible() {
			f := out.add(p, p.tokens[d.first].start, p.tokens[d.last].end)
			f.Other = own.InWords(p.language)
		}
	}
}

// headlineOrLead reports whether p is what a reader sees of the release first.
func (p *passage) headlineOrLead() bool {
	return p.Field == release.HeadlineField || p.Field == release.LeadField
}

// beginsWith reports whether a day stands where a text says when it happened: anywhere in
// a headline, in a lead near its beginning, or at the end of its first sentence in English.
func (p *passage) beginsWith(d day, own release.Date) bool {
	const soon = 14 // tokens: six or seven words
	return p.Field == release.HeadlineField || d.first <= soon || p.language == "en" && p.endsFirstSentence(d, own)
}

// endsFirstSentence reports whether a first sentence ends with a day and its weekday, or with a full date that is
// near the one it is compared with: of others it is less sure what happened then.
func (p *passage) endsFirstSentence(d day, own release.Date) bool {
	ends := d.last+1 == len(p.tokens) || p.piece(d.last+1) == "."
	told := d.weekday >= 0 || d.isNear(own) && p.is(d.first-1, space) && p.fold(d.first-2) == "on"
	if !ends || !told {
		return false
	}
	return !slices.ContainsFunc(p.tokens[:d.first-1], func(t token) bool {
		text := p.text[t.start:t.end]
		return text == "." || d.weekday < 0 && bringsIn.Has(text)
	})
}

// opensWith reports whether a lead opens with a full date that is near the one it is compared with: «29 сентября 2026
// года в …», "On 29 September 2026 …".
func (p *passage) opensWith(d day, own release.Date) bool {
	on := p.language == "en" && d.first == 2 && p.fold(0) == "on"
	return p.Field == release.LeadField && (d.first == 0 || on) && d.isNear(own)
}

// isNear reports whether a day has its year, and is no more than a month from another.
func (d day) isNear(other release.Date) bool {
	const most = 31 // days
	date, full := d.date()
	return full && date.Time().Sub(other.Time()).Abs() <= most*24*time.Hour
}

// bringsIn are words that what happened on another day is brought in with.
var bringsIn = wordset.Of("that which who whose had following after since")

// mayBe reports whether d is a date, as far as the text says it.
func (d day) mayBe(date release.Date) bool {
	return d.day == date.Day && d.month == int(date.Month) && (d.year == 0 || d.year == date.Year)
}

// possible reports whether the calendar has the day; without a year, that of a year which
// is no leap year.
func (d day) possible() bool {
	at, ok := release.NewDate(max(d.year, 1), time.Month(d.month), d.day)
	return ok && !at.IsZero()
}

func hasAny(text string, pieces []string) bool {
	text = words.Fold(text)
	return slices.ContainsFunc(pieces, func(piece string) bool { return strings.Contains(text, piece) })
}

// isPart spares a day that is one of several («11–12 сентября», «с 9 по 11 сентября») or
// says of what something is («от 11 сентября», «к 9 мая»).
func (p *passage) isPart(d day) bool {
	i := d.first - 1
	if p.is(i, space) {
		i--
	}
	switch lower(p.piece(i)) {
	case "-", "–", "—", "и", "по", "до", "от", "к", "с", "со", "на", "до ", "после", "and", "to", "from", "since", "of", ",":
		return lower(p.piece(i)) != "," || p.is(i-1, figure)
	}
	return p.piece(d.last+1) == "-" || p.piece(d.last+1) == "–"
}

// isMonth reports whether a month in any of its cases stands at i.
func (p *passage) isMonth(i int) bool {
	_, ok := grammar.Month(p.piece(i))
	return ok
}

// quoted reports whether the token at i stands within quotation marks.
func (p *passage) quoted(i int) bool {
	before := p.text[:p.tokens[i].start]
	return p.kind == release.Quotation || strings.Count(before, "«") > strings.Count(before, "»") || !p.russian() && (strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, `"`)%2 > 0)
}

func dateMissing(w *whole, out *report) {
	if w.release.Date.IsZero() && w.release.UnreadText(release.DateField) == "" {
		out.in(release.DateField, "")
	}
}

func placeMissing(w *whole, out *report) {
	if isBlank(w.release.Place) {
		out.in(release.PlaceField, "")
	}
}
