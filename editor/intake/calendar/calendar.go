// Package calendar reads the days that releases write, in each of their languages: with their year and without it, one or several, in words and in figures.
package calendar

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Day is a day, or the days from one to another, at the start of a text.
type Day struct {
	From, Until release.Date
	Length      int // bytes
}

// MostWords is of how many words the longest of them is: «с 31 декабря 2025 года по 2 января 2026 года».
const MostWords = 10

// DayAt reads the day at the start of text, with its year; its length is 0 where there is none.
func DayAt(text string) Day {
	if !beginsDay(text) {
		return Day{}
	}
	var best Day
	words, begin := 0, 0
	for i := 0; i <= len(text) && words < MostWords; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if i < len(text) && !unicode.IsSpace(r) {
			i += size
			continue
		}
		if !allOfDay(text[begin:i]) || best.Length > 0 && beginsSentence(text[begin:i]) {
			break
		}
		if words++; i > 0 && hasYear(text[:i]) {
			if d := dayOf(text[:i]); d.Length > 0 {
				best = d
			} else if bare := strings.TrimRight(text[:i], ".,:;։)!-–/"); len(bare) < i {
				best = cmp.Or(dayOf(bare), best)
			}
		}
		i += max(size, 1)
		begin = i
	}
	return best
}

// beginsSentence reports whether a word behind a day is the first of its sentence, and no month or weekday: "… de 2022 - A cooperativa …".
func beginsSentence(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && !namesMonth(strings.TrimRight(word, ".,")) && !grammar.StartsWithForeignWeekday(word) && !Weekday.MatchString(word+" ")
}

// dayOf reads a text that is a day, and nothing else.
func dayOf(text string) Day {
	from, until, ok := grammar.ParseDates(spelledDay(text))
	if !ok || until.Year > LastYear {
		return Day{}
	}
	return Day{from, until, len(text)}
}

// allOfDay reports whether each word of a text may stand in a day: the first that may not
// ends it.
func allOfDay(text string) bool {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !grammar.InDate(word) && !slices.Contains(dayParts, strings.ToLower(word)) {
			return false
		}
	}
	return true
}

// dayParts are the words of a day beside those of a date: weekdays, and the endings of
// numbers.
var dayParts = strings.Fields(`понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье
	monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun го ое е st nd rd th of the
	i ii iii iv v vi vii viii ix x xi xii`)

// hasYear reports whether a text may have a year: four figures together, or dots between its
// figures. Reading a day costs more than looking for one.
func hasYear(text string) bool {
	figures, dots := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if figures++; figures == 4 {
				return true
			}
			continue
		case r == '.' && figures > 0:
			dots++
		}
		figures = 0
	}
	return dots > 1
}

// beginsDay reports whether text begins as a day does: with a figure, a word before the first
// of several days, a weekday or a month.
func beginsDay(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsDigit(first):
		return true
	case !unicode.IsLetter(first):
		return marked.MatchString(text)
	case fromDay.MatchString(text) || grammar.StartsWithForeignWeekday(text) || strings.ContainsRune(weekdayLetters, unicode.ToLower(first)) && Weekday.MatchString(text):
		return true
	case !unicode.IsUpper(first):
		return smallMonth(text)
	}
	word := text[:len(text)-len(strings.TrimLeftFunc(text, unicode.IsLetter))]
	_, month := grammar.Month(word)
	return month
}

// weekdayLetters are those that weekdays begin with.
const weekdayLetters = "пвсчmtwfs"

var (
	// fromDay is what stands before a number of a day: «с 11 по 12 сентября», "le 14 octobre", "am 3. März".
	fromDay = regexp.MustCompile(`^(?:[Сс]о?|am|den|le|el|the|a|aos|lì|addì|dnia|dne|dn\.)[\s\x{00a0}]+\d`)
	// figuresBehind is a day in figures behind such a word: "dn. 15.06.2023".
	figuresBehind = regexp.MustCompile(`^(?:am|den|le|el|lì|addì|dnia|dne|dn\.)[\s\x{00a0}]+(\d{1,2}[./]\d{1,2}[./]\d{2,4})`)
	// Weekday is what some put before a date: "Thursday, August 19, 2026".
	Weekday = regexp.MustCompile(`^(?i:(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?,?)[\s\x{00a0}]+`)
	// ordinal is the ending of a day in figures: «11-го», "11th".
	ordinal = regexp.MustCompile(`(\d)(?:-(?:го|ое|е)|(?i:st|nd|rd|th))(?:[\s\x{00a0}]+of)?(?:$|[\s\x{00a0},])`)
	// unspaced are the parts of an English day that were typed together: "Nov.29, 2019", "February 09,2006".
	unspaced = regexp.MustCompile(`(?:(\p{L}{2}\.)|(\d,))(\d{1,2},|\d{4}$)`)
	// shortYear is a year of two figures: 11.09.24.
	shortYear = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.)(\d\d)$`)
	// yearWord may follow a date in figures: «11.09.2024 г.», "11.09.2024-y.".
	yearWord = regexp.MustCompile(`(\.\d{2,4}|-\d\d)[\s\x{00a0}]*(?:года|г\.?|-?(?:жыл[ыі]?|йил|yil|року|roku|թվական|[жйyрrթ])\.?|-?c[iıuü] il)$`)
	// monthFirst is a day as Americans write it, which can be no other: "08/19/2022".
	monthFirst = regexp.MustCompile(`^(0?[1-9]|1[0-2])[/.](1[3-9]|2\d|3[01])[/.](\d{4}|\d{2})$`)
	// spacedSlash stands between the figures of a day: "15 / 03 / 2016".
	spacedSlash = regexp.MustCompile(`[\s\x{00a0}]/[\s\x{00a0}]`)
	// marked is a day in the marks of a form: «11» сентября.
	marked = regexp.MustCompile(`^[«"“](\d{1,2})[»"”]`)
)

// InFigures reports whether a text has no letter: neither the ending of a number, nor a word
// for the year.
func InFigures(text string) bool { return !strings.ContainsFunc(text, unicode.IsLetter) }

// spelledDay is a day as the grammar reads it.
func spelledDay(text string) string {
	text = Weekday.ReplaceAllString(marked.ReplaceAllString(strings.TrimPrefix(text, "the "), "$1"), "")
	text = figuresBehind.ReplaceAllString(text, "$1")
	if m := romanMonth.FindStringSubmatchIndex(text); m != nil {
		month := slices.Index(romanMonths, text[m[2]:m[3]]) + 1
		text = text[:m[2]] + strconv.Itoa(month) + text[m[3]:]
	}
	if InFigures(text) {
		text = spacedSlash.ReplaceAllString(text, "/")
		if m := monthFirst.FindStringSubmatch(text); m != nil {
			text = m[2] + "." + m[1] + "." + m[3]
		}
	} else {
		text = unspaced.ReplaceAllString(text, "$1$2 $3")
		text = yearWord.ReplaceAllString(ordinal.ReplaceAllString(text, "$1 "), "$1")
	}
	return shortYear.ReplaceAllString(text, "${1}20$2")
}

// dayOfYear is a day without its year: «26 октября», «26 октября с.г.», "Sept. 11".
var dayOfYear = regexp.MustCompile(`^(?:(\d{1,2})(?:(?:\.|-го|-(?:у?[мю]и|н?чи|е|я)|th|st|nd|rd)?[\s\x{00a0}]+|-)(\p{L}+)\.?(?:[\s\x{00a0}]+(?:с|т)\.[\s\x{00a0}]*г\.)?|(\p{Lu}\p{L}+)\.?[\s\x{00a0}]+(\d{1,2}))`)

// WithoutYear returns how many bytes a day without its year takes at the start of text.
func WithoutYear(text string) int {
	m := dayOfYear.FindStringSubmatch(text)
	if m == nil || !wording.EndsWord(text[len(m[0]):]) && !strings.HasSuffix(m[0], ".") {
		return 0
	}
	n, err := strconv.Atoi(m[1] + m[4])
	if !namesMonth(m[2]+m[3]) || err != nil || n < 1 || n > 31 {
		return 0
	}
	return len(m[0])
}

// DayIn finds the first day with its year in text, and where it begins.
func DayIn(text string) (d Day, at int) {
	for i := range text {
		if i > 0 && !StartsToken(text, i) {
			continue
		}
		if d := DayAt(text[i:]); d.Length > 0 {
			return d, i
		}
	}
	return Day{}, -1
}

// StartsToken reports whether a date may begin at byte i: behind a space, a bracket or a dash.
func StartsToken(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(r) || strings.ContainsRune("(–—-", r)
}

// FirstWithoutYear is the first day of a text that may stand without its year, "" where there is none.
func FirstWithoutYear(text string) string {
	for i := range text {
		if i > 0 && !StartsToken(text, i) {
			continue
		}
		if n := WithoutYear(text[i:]); n > 0 {
			return strings.TrimRight(text[i:i+n], ".")
		}
	}
	return ""
}

// The years that releases are from: what a later one says is of another calendar, «2568 года», and what an earlier one says in a
// sentence, or a file's name, is remembered.
const (
	FirstYear = 1980
	LastYear  = 2099
)
