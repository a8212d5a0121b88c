package proof

import (
	"time"

	"communique/editor/release"
	"communique/editor/wordset"
)

// weekdays are the days of the week in the forms that stand beside a date.
var weekdays = map[string]time.Weekday{
	"воскресенье": 0, "воскресенья": 0, "понедельник": 1, "понедельника": 1, "вторник": 2, "вторника": 2, "среда": 3, "среду": 3, "среды": 3,
	"четверг": 4, "четверга": 4, "пятница": 5, "пятницу": 5, "пятницы": 5, "суббота": 6, "субботу": 6, "субботы": 6,
	"воскресенью": 0, "понедельнику": 1, "вторнику": 2, "среде": 3, "четвергу": 4, "пятнице": 5, "субботе": 6,
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

// weekdayBeside is the token of the weekday before a date («во вторник, 11 сентября») or
// behind it («11 сентября 2024 года, в среду»; «11 сентября (среда)»); -1 for none.
func (p *passage) weekdayBeside(d day) int {
	if i := p.weekdayBefore(d.first); i >= 0 {
		return i
	}
	return p.weekdayBehind(d.last)
}

func (p *passage) weekdayBefore(first int) int {
	const farthest = 4 // spaces and signs between the two
	i := first - 1
	for n := 0; n < farthest && (p.is(i, space) || p.piece(i) == "," || p.piece(i) == "(" || p.piece(i) == "." || p.piece(i) == "the"); n++ {
		i--
	}
	if i < first-1 && (p.isWeekday(i) && p.piece(i+1) != "." || p.isShortWeekday(i)) {
		return i
	}
	return -1
}

// shortWeekdays are the days of the week as tables have them.
var shortWeekdays = map[string]time.Weekday{"вс": 0, "пн": 1, "вт": 2, "ср": 3, "чт": 4, "пт": 5, "сб": 6, "sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "tues": 2, "weds": 3, "thur": 4, "thurs": 4}

func (p *passage) isShortWeekday(i int) bool {
	_, ok := shortWeekdays[lower(p.piece(i))]
	return ok && (isCyrillic(p.piece(i)) && isLower(p.piece(i)) || startsUpper(p.piece(i)) && isTitle(p.piece(i))) // "they wed May 5"
}

// weekdayAt is the day of the week that the word at i names.
func (p *passage) weekdayAt(i int) time.Weekday {
	text := lower(p.piece(i))
	if day, ok := shortWeekdays[text]; ok {
		return day
	}
	return weekdays[text]
}

// beforeWeekday are what stands between a date and its weekday, beside spaces.
var beforeWeekday = wordset.Of(", ( в во года г . on")

func (p *passage) weekdayBehind(last int) int {
	const farthest = 8 // tokens
	for i := last + 1; i <= last+farthest; i++ {
		if p.isWeekday(i) || p.isShortWeekday(i) && p.piece(i-1) == "(" {
			return i
		}
		endsSentence := p.piece(i) == "." && p.piece(i-1) != "г"
		if endsSentence || !p.is(i, space) && !beforeWeekday.Has(p.piece(i)) {
			break
		}
	}
	return -1
}

func (p *passage) isWeekday(i int) bool {
	_, ok := weekdays[lower(p.piece(i))]
	return ok
}

// weekdayWrong finds a weekday that the calendar gives to another date.
func weekdayWrong(w *whole, out *report) {
	for _, p := range w.texts {
		for _, d := range p.dates {
			if d.weekday < 0 {
				continue
			}
			at, ok := d.date()
			if d.year == 0 {
				at, ok = dayNear(d, w.release.Date)
			}
			said := p.weekdayAt(d.weekday)
			if right := at.Time().Weekday(); ok && right != said && (d.year != 0 || !p.speaksOfYearWith(d, said)) {
				t := p.tokens[d.weekday]
				f := out.add(p, t.start, t.end)
				f.Other = weekdayName(p, right)
			}
		}
	}
}

// dayNear is the date of a day whose year a text does not say: the one nearest to the release,
// unless it is so far off that another year may be meant.
func dayNear(d day, own release.Date) (release.Date, bool) {
	const farthest = 92 * 24 * time.Hour // a quarter of a year
	if own.IsZero() {
		return release.Date{}, false
	}
	for year := own.Year - 1; year <= own.Year+1; year++ {
		at, ok := release.NewDate(year, time.Month(d.month), d.day)
		if ok && at.Time().Sub(own.Time()).Abs() <= farthest {
			return at, true
		}
	}
	return release.Date{}, false
}

// speaksOfYearWith reports whether a text names a year in which a day falls on a weekday.
func (p *passage) speaksOfYearWith(d day, said time.Weekday) bool {
	for i, t := range p.tokens {
		if t.kind != figure || t.end-t.start != len("2024") || !p.standsAsYear(i) {
			continue
		}
		if at, ok := release.NewDate(number(p.piece(i)), time.Month(d.month), d.day); ok && at.Time().Weekday() == said {
			return true
		}
	}
	return false
}

func weekdayName(p *passage, d time.Weekday) string {
	if p.language != "ru" {
		return d.String()
	}
	return [...]string{"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"}[d]
}
