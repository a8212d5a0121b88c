package release

import (
	"fmt"
	"strings"

	"communique/assets/languages"
)

// English is whose usage an office follows in English dates and times.
type English string

// The usages: the United Nations Editorial Manual («11 September 2024»,
// «3.30 p.m.») and The Associated Press Stylebook («Sept. 11, 2024», «3:30 p.m.»).
const (
	EnglishUN English = ""
	EnglishAP English = "ap"
)

// UsagesOfEnglish lists the usages, the program's own first.
func UsagesOfEnglish() []English { return []English{EnglishUN, EnglishAP} }

// monthsAP are the months beside a day; the short ones are written out.
var monthsAP = [...]string{"Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."}

// Day writes a date without its year; "" for no date.
func (e English) Day(d Date) string {
	switch {
	case d.IsZero():
		return ""
	case e == EnglishAP:
		return fmt.Sprintf("%s %d", monthsAP[d.Month-1], d.Day)
	}
	return fmt.Sprintf("%d %s", d.Day, d.Month)
}

// Date writes a date; "" for none.
func (e English) Date(d Date) string {
	switch {
	case d.IsZero():
		return ""
	case e == EnglishAP:
		return fmt.Sprintf("%s, %d", e.Day(d), d.Year)
	}
	return fmt.Sprintf("%s %d", e.Day(d), d.Year)
}

// Dates writes the days from one date to another: 11–12 September 2024.
func (e English) Dates(from, until Date) string {
	switch {
	case from == until:
		return e.Date(from)
	case from.Year != until.Year:
		return e.Date(from) + " – " + e.Date(until)
	case e == EnglishAP:
		return fmt.Sprintf("%s, %d", e.Days(from, until), until.Year)
	}
	return fmt.Sprintf("%s %d", e.Days(from, until), until.Year)
}

// Days writes the days of one year without it: Sept. 11-12 for the AP.
func (e English) Days(from, until Date) string {
	switch {
	case from == until:
		return e.Day(from)
	case from.Month != until.Month:
		return e.Day(from) + " – " + e.Day(until)
	case e == EnglishAP:
		return fmt.Sprintf("%s-%d", e.Day(from), until.Day)
	}
	return fmt.Sprintf("%d–%s", from.Day, e.Day(until))
}

// FromTo says from which day to which: "from 9 to 13 September 2024"; of one day
// "on 9 September 2024".
func (e English) FromTo(from, until Date) string {
	switch {
	case from == until:
		return "on " + e.Date(from)
	case from.Year != until.Year:
		first := "from " + e.Date(from)
		if e == EnglishAP { // a year between commas
			first += ","
		}
		return first + " to " + e.Date(until)
	case e == EnglishAP && from.Month == until.Month:
		return fmt.Sprintf("from %s to %d, %d", e.Day(from), until.Day, until.Year)
	case from.Month == until.Month:
		return fmt.Sprintf("from %d to %s", from.Day, e.Date(until))
	}
	return "from " + e.Day(from) + " to " + e.Date(until)
}

// Time writes a time of the day.
func (e English) Time(hour, minute int) string {
	switch {
	case minute == 0 && hour == 12:
		return "noon"
	case minute == 0 && hour%24 == 0:
		return "midnight"
	}
	half := "a.m."
	if hour%24 >= 12 {
		half = "p.m."
	}
	point := "."
	if e == EnglishAP {
		point = ":"
	}
	hours := fmt.Sprint((hour+11)%12 + 1)
	if minute > 0 {
		hours += fmt.Sprintf("%s%02d", point, minute)
	}
	return hours + " " + half
}

// DateInWords is the release's date as its language has it, and in English the
// office's usage.
func (r Release) DateInWords() string { return r.inWords(r.Date) }

// EmbargoInWords is the day of the release's embargo as DateInWords writes one, and the time
// in figures: «1 марта 2027 года, 09:00»; "" where there is none. It tells no zone.
func (r Release) EmbargoInWords() string {
	if r.Embargo.IsZero() {
		return ""
	}
	comma := languages.Comma(r.Language)
	if languages.Of(r.Language) == "zh" { // a day and its hour are parted by a space alone
		comma = " "
	}
	return r.inWords(DateOf(r.Embargo.At)) + comma + r.Embargo.At.Format("15:04")
}

func (r Release) inWords(d Date) string {
	if base, _, _ := strings.Cut(r.Language, "-"); base == "en" {
		return r.English.Date(d)
	}
	return d.InWords(r.Language)
}
