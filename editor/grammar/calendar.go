package grammar

import (
	"fmt"
	"time"

	"communique/editor/release"
)

// monthsGenitive are as a date has them after the day, in every case.
var monthsGenitive = [...]string{
	"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
}

// DateText writes a date in a case. The day in figures hides its case and the
// month stays in the genitive («11 сентября 2024 года»), so that every case
// reads alike; an empty date gives "".
func DateText(d release.Date, _ Case) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s %d года", dayAndMonth(d), d.Year)
}

func dayAndMonth(d release.Date) string {
	return fmt.Sprintf("%d %s", d.Day, monthsGenitive[(d.Month+11)%12])
}

// DateRange writes the days from one date to another, and says nothing twice:
// «11–12 сентября 2024 года», «30 сентября – 2 октября 2024 года».
func DateRange(from, until release.Date) string {
	switch {
	case from.IsZero() || from == until:
		return DateText(until, Nominative)
	case until.IsZero():
		return DateText(from, Nominative)
	case from.Year != until.Year:
		return DateText(from, Nominative) + " – " + DateText(until, Nominative)
	}
	return fmt.Sprintf("%s %d года", DayRange(from, until), until.Year)
}

// DayRange writes the days of one year without it: «11–12 сентября».
func DayRange(from, until release.Date) string {
	switch {
	case from == until:
		return dayAndMonth(from)
	case from.Month != until.Month:
		return dayAndMonth(from) + " – " + dayAndMonth(until)
	}
	return fmt.Sprintf("%d–%s", from.Day, dayAndMonth(until))
}

// FromTo says from which day to which: «с 9 по 11 сентября 2024 года», «со 2 по
// 5 сентября 2024 года»; of one day only the date.
func FromTo(from, until release.Date) string {
	first := fmt.Sprint(from.Day)
	switch {
	case from == until:
		return DateText(from, Nominative)
	case from.Year != until.Year:
		first = DateText(from, Nominative)
	case from.Month != until.Month:
		first = dayAndMonth(from)
	}
	return PrepositionBefore("с", dayAndMonth(from)) + " " + first + " по " + DateText(until, Nominative)
}

var weekdays = [...]string{"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"}

// Weekday gives the day of the week in its six forms.
func Weekday(d release.Date) Forms {
	word := weekdays[d.Time().Weekday()]
	s, _ := noun{gender: genderByEnding(word)}.decline(word)
	return s.forms()
}

// OnWeekday says on which day of the week: «в среду», «во вторник».
func OnWeekday(d release.Date) string {
	preposition := "в"
	if d.Time().Weekday() == time.Tuesday {
		preposition = "во"
	}
	return preposition + " " + Weekday(d)[Accusative]
}
