package grammar

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"communique/editor/regexp"
	"communique/editor/release"
)

// Month returns the month that a word names: Russian in the nominative or the
// genitive, English in full or in three letters, Tajik.
func Month(word string) (time.Month, bool) {
	word = strings.TrimSuffix(strings.ToLower(word), ".")
	for i, stem := range monthStems {
		for _, s := range stem {
			if strings.HasPrefix(word, s) && len(word)-len(s) <= 2*2 {
				return time.Month(i + 1), true
			}
		}
		if english := time.Month(i + 1).String(); strings.EqualFold(word, english) || strings.EqualFold(word, english[:3]) || word == "sept" && i == 8 {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}

// monthStems are what the Russian months have in common in every case («март»,
// «марта»); a stem may be followed by two letters at most. The Tajik names are
// the Russian ones but for spelling.
var monthStems = [12][]string{
	{"январ"},
	{"феврал"},
	{"март"},
	{"апрел"},
	{"май", "мая", "мае", "маю"},
	{"июн"},
	{"июл"},
	{"август"},
	{"сентябр", "сентябри"},
	{"октябр"},
	{"ноябр"},
	{"декабр"},
}

var (
	dottedDate  = regexp.MustCompile(`^(\d{1,2})[./](\d{1,2})[./](\d{4})$`)
	isoDate     = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	dayFirst    = regexp.MustCompile(`^(\d{1,2})\s+(\p{L}+)\.?,?\s+(?:соли\s+)?(\d{4})(?:\s*(?:года|год|г\.?))?$`)
	monthFirst  = regexp.MustCompile(`^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$`)
	whiteSpaces = regexp.MustCompile(`[\s\x{00a0}\x{202f}]+`)
)

// ParseDate reads a date as people type it: 11.09.2024, 2024-09-11,
// «11 сентября 2024 года», "11 September 2024", "September 11, 2024", or as another of the
// languages of releases writes it («2024 жылғы 11 қыркүйек»). A day
// the calendar does not have is no date, and neither is one before the year 1000.
func ParseDate(text string) (release.Date, bool) {
	text = strings.TrimSpace(whiteSpaces.ReplaceAllString(text, " "))
	if m := dottedDate.FindStringSubmatch(text); m != nil {
		return date(m[3], m[2], m[1])
	}
	if m := isoDate.FindStringSubmatch(text); m != nil {
		return date(m[1], m[2], m[3])
	}
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		if d, ok := namedDate(m[3], m[2], m[1]); ok {
			return d, true
		}
	}
	if m := monthFirst.FindStringSubmatch(text); m != nil {
		if d, ok := namedDate(m[3], m[1], m[2]); ok {
			return d, true
		}
	}
	return foreignDate(text)
}

// InDate reports whether a word, letters alone, may stand in what ParseDates reads.
func InDate(word string) bool {
	if _, is := Month(word); is {
		return true
	}
	word = strings.ToLower(word)
	return foreignMonth()[word] > 0 || slices.Contains(besideDates, word) || slices.Contains(rangeWords, word)
}

// rangeWords stand between the days of a range.
var rangeWords = []string{"с", "со", "по"}

// betweenDates are what people write between the days of a range: a dash, or
// «с … по …».
var (
	dashed   = regexp.MustCompile(`^(.+?)\s*[–—-]\s*(.+)$`)
	fromTo   = regexp.MustCompile(`(?i)^со?\s+(.+?)\s+по\s+(.+)$`)
	onlyDay  = regexp.MustCompile(`^\d{1,2}$`)
	noYear   = regexp.MustCompile(`^(\d{1,2})\s+(\p{L}+)$`)
	dayMonth = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.?$`)
)

// ParseDates reads a day as ParseDate does, or the days from one to another:
// «11–12 сентября 2024 года», «с 30 сентября по 2 октября 2024», «11–12.09.2024».
func ParseDates(text string) (from, until release.Date, ok bool) {
	text = strings.TrimSpace(whiteSpaces.ReplaceAllString(text, " "))
	if d, ok := ParseDate(text); ok {
		return d, d, true
	}
	m := fromTo.FindStringSubmatch(text)
	if m == nil {
		m = dashed.FindStringSubmatch(text)
	}
	if m == nil {
		return from, until, false
	}
	if until, ok = ParseDate(m[2]); !ok {
		return from, until, false
	}
	from, ok = dateBefore(m[1], until)
	if !ok || from.Compare(until) >= 0 {
		return release.Date{}, release.Date{}, false
	}
	return from, until, true
}

// dateBefore reads the first day of a range, whose month or year the last one tells.
func dateBefore(text string, until release.Date) (release.Date, bool) {
	year, month := strconv.Itoa(until.Year), strconv.Itoa(int(until.Month))
	if onlyDay.MatchString(text) {
		return date(year, month, text)
	}
	if m := dayMonth.FindStringSubmatch(text); m != nil {
		return date(year, m[2], m[1])
	}
	if m := noYear.FindStringSubmatch(text); m != nil {
		return namedDate(year, m[2], m[1])
	}
	return ParseDate(text)
}

func namedDate(year, month, day string) (release.Date, bool) {
	m, ok := Month(month)
	if !ok {
		return release.Date{}, false
	}
	return date(year, strconv.Itoa(int(m)), day)
}

func date(year, month, day string) (release.Date, bool) {
	y, errY := strconv.Atoi(year)
	m, errM := strconv.Atoi(month)
	d, errD := strconv.Atoi(day)
	if errY != nil || errM != nil || errD != nil || y < 1000 || m < 1 || m > 12 {
		return release.Date{}, false
	}
	return release.NewDate(y, time.Month(m), d)
}
