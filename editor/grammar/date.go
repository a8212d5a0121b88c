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

// afterYear may stand behind a year, and ordinal behind the figures of a day.
const (
	afterYear = `(?:\s*(?:года|году|год|г\.?))?`
	ordinal   = `(?:-?(?:го|ое|е|st|nd|rd|th))?`
)

var (
	figuredDate = regexp.MustCompile(`^(\d{1,2})([./-])\s?(\d{1,2})([./-])\s?(\d{4}|\d{2})` + afterYear + `$`)
	isoDate     = regexp.MustCompile(`^(\d{4})([./-])(\d{1,2})([./-])(\d{1,2})$`)
	chineseDate = regexp.MustCompile(`^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]$`)
	mongolDate  = regexp.MustCompile(`^(\d{4})\s?оны?\s(\d{1,2})\s?(?:дугаар|дүгээр|-?р)?\s?сарын\s(\d{1,2})(?:\s?-?(?:ны|ний))?(?:\sөдөр)?$`)
	dayFirst    = regexp.MustCompile(`^(\d{1,2})` + ordinal + `(?:\s+of)?(?:\s+|[./-])(\p{L}+)\.?,?(?:\s+|[./-])(?:соли\s+)?(\d{4})` + afterYear + `$`)
	monthFirst  = regexp.MustCompile(`^(\p{L}+)\.?\s+(\d{1,2})` + ordinal + `,?\s+(\d{4})$`)
	whiteSpaces = regexp.MustCompile(`[\s\x{00a0}\x{202f}]+`)
)

// ParseDate reads a date as people type it: 11.09.2024, 11.09.24, 2024-09-11,
// «11 сентября 2024 года», «среда, 11-го сент. 2024 г.», «11-сен, 2024», "11 September 2024", "September 11th, 2024",
// or as another of the languages of releases writes it («2024 жылғы 11 қыркүйек»). A day
// the calendar does not have is no date, and neither is one before the year 1000, nor one on
// another day of the week than the text says. Of figures the day is first unless the year is.
func ParseDate(text string) (release.Date, bool) {
	text = strings.TrimRight(strings.TrimSpace(whiteSpaces.ReplaceAllString(text, " ")), " .,;")
	if rest, day := cutWeekday(text); rest != text {
		d, ok := parseDay(rest)
		if !ok || d.Time().Weekday() != day {
			return release.Date{}, false
		}
		return d, true
	}
	return parseDay(text)
}

func parseDay(text string) (release.Date, bool) {
	if m := figuredDate.FindStringSubmatch(text); m != nil && m[2] == m[4] && (m[2] != "-" || len(m[5]) == 4) {
		return date(inFull(m[5]), m[3], m[1])
	}
	if m := isoDate.FindStringSubmatch(text); m != nil && m[2] == m[4] {
		return date(m[1], m[3], m[5])
	}
	for _, yearFirst := range []*regexp.Regexp{chineseDate, mongolDate} {
		if m := yearFirst.FindStringSubmatch(text); m != nil {
			return date(m[1], m[2], m[3])
		}
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

// inFull is a year of two figures in four, the century as POSIX has it (strptime, %y).
func inFull(year string) string {
	switch {
	case len(year) != 2:
		return year
	case year < "69":
		return "20" + year
	}
	return "19" + year
}

// cutWeekday takes the day of the week from before or behind a date: «пятница, 11 сентября
// 2026 года», "11 September 2026 (Friday)". The rest is the text itself where there is none.
func cutWeekday(text string) (rest string, day time.Weekday) {
	if rest, day := cutTwoWords(text); rest != text {
		return rest, day
	}
	if first, behind, ok := strings.Cut(text, " "); ok {
		if beforeWeekday[strings.ToLower(first)] {
			first, behind, _ = strings.Cut(behind, " ")
		}
		if day, ok := weekdayOf(first); ok {
			return behind, day
		}
	}
	before := text
	for _, word := range dayWords {
		before = strings.TrimSuffix(before, " "+word)
	}
	if at := strings.LastIndexByte(before, ' '); at > 0 {
		if day, ok := weekdayOf(before[at+1:]); ok {
			return strings.TrimRight(before[:at], ","), day
		}
	}
	return text, 0
}

// dayWords mean «день» behind the day of the week: "yakshanba kuni".
var dayWords = []string{"kuni", "куни", "күні", "күнү", "günü"}

// cutTwoWords is cutWeekday for a day that two words name: "cümə axşamı".
func cutTwoWords(text string) (rest string, day time.Weekday) {
	if strings.Count(text, " ") < 3 || !strings.Contains(text, "axşamı") && !strings.Contains(text, "ertəsi") {
		return text, 0
	}
	words := strings.Split(text, " ")
	n := len(words)
	if day, ok := weekdayOf(words[0] + " " + words[1]); ok {
		return strings.Join(words[2:], " "), day
	}
	if day, ok := weekdayOf(words[n-2] + " " + words[n-1]); ok {
		return strings.TrimRight(strings.Join(words[:n-2], " "), ","), day
	}
	return text, 0
}

// beforeWeekday are words that may stand before a weekday.
var beforeWeekday = map[string]bool{"в": true, "во": true, "on": true, "le": true, "el": true, "am": true, "den": true, "рӯзи": true}

// shortWeekdays begin with Sunday, as weekdays do.
var shortWeekdays = [...]string{"вс", "пн", "вт", "ср", "чт", "пт", "сб"}

// weekdayOf is the day of the week that a word names in Russian or English, in full or
// shortened, in the nominative or the accusative, or in another language of releases in full.
func weekdayOf(word string) (time.Weekday, bool) {
	word = strings.Trim(strings.ToLower(word), ",.()")
	for i, name := range weekdays {
		day := time.Weekday(i)
		english := strings.ToLower(day.String())
		if word == name || word == shortWeekdays[i] || word == english || word == english[:3] || strings.HasSuffix(name, "а") && word == drop(name, 1)+"у" {
			return day, true
		}
	}
	day, ok := foreignWeekday()[foldedWeekday(word)]
	return day, ok
}

// shortMonths are the months as notes and tables have them, by their first letters.
var shortMonths = [12]string{"янв", "февр", "мар", "апр", "май", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"}

// shortMonth is the month that a shortened Russian word names: «сент», «сен», «ноя».
func shortMonth(word string) (time.Month, bool) {
	for i, short := range shortMonths {
		if len(word) >= 3*2 && strings.HasPrefix(short, strings.ToLower(word)) {
			return time.Month(i + 1), true
		}
	}
	return 0, false
}

// IsAmbiguousDate reports a date in figures with slashes of which an American takes the
// first for the month: 09/11/2026.
func IsAmbiguousDate(text string) bool {
	m := figuredDate.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || m[2] != "/" || m[4] != "/" {
		return false
	}
	first, _ := strconv.Atoi(m[1])
	second, _ := strconv.Atoi(m[3])
	return first != second && first <= 12 && second <= 12
}

// InDate reports whether a word, letters alone, may stand in what ParseDates reads.
func InDate(word string) bool {
	if _, is := Month(word); is {
		return true
	}
	if _, is := shortMonth(word); is {
		return true
	}
	word = strings.ToLower(word)
	return foreignMonth()[word] > 0 || weekdayWords()[word] || isBesideDate(word) || slices.Contains(rangeWords, word)
}

// rangeWords stand between the days of a range.
var rangeWords = []string{"с", "со", "по"}

// What people write between the days of a range: a dash, or «с … по …».
var (
	dashes     = regexp.MustCompile(`\s*[–—]\s*|\s+-+\s+|\s*-\s*`)
	fromTo     = regexp.MustCompile(`(?i)^(?:со?\s+(.+?)\s+по|from\s+(.+?)\s+to)\s+(.+)$`)
	onlyDay    = regexp.MustCompile(`^(\d{1,2})` + ordinal + `$`)
	noYear     = regexp.MustCompile(`^(\d{1,2})` + ordinal + `\s+(\p{L}+)\.?$`)
	noYearUS   = regexp.MustCompile(`^(\p{L}+)\.?\s+(\d{1,2})$`)
	dayMonth   = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.?$`)
	daysListed = regexp.MustCompile(`^(\d{1,2}(?: \p{L}+)?(?:, \d{1,2}(?: \p{L}+)?)*)(?:,? (?:и|and)|,) (\d{1,2} \p{L}+\.?,? .+)$`)            // «9, 10 и 11 марта 2027 года»
	daysBehind = regexp.MustCompile(`^(?:[Ff]rom\s+)?(\p{L}+\.?)\s+(\d{1,2})(?:\s*[–—-]\s*|\s+(?:to|through|until)\s+)(\d{1,2}),?\s+(\d{4})$`) // Sept. 19-23, 2028
)

// longestDates is how long two days with all that may stand beside them can be, in bytes: a
// longer text is no date, and is not looked through for one at each of its dashes.
const longestDates = 400

// ParseDates reads a day as ParseDate does, or the days from one to another:
// «11–12 сентября 2024 года», «с 30 сентября по 2 октября 2024», «11–12.09.2024»,
// "Sept. 11-12, 2024".
func ParseDates(text string) (from, until release.Date, ok bool) {
	if len(text) > longestDates {
		return release.Date{}, release.Date{}, false
	}
	text = strings.TrimSpace(whiteSpaces.ReplaceAllString(text, " "))
	if d, ok := ParseDate(text); ok {
		return d, d, true
	}
	if m := daysBehind.FindStringSubmatch(text); m != nil {
		return datesBetween(m[2], m[3]+" "+m[1]+" "+m[4])
	}
	if m := fromTo.FindStringSubmatch(text); m != nil {
		return datesBetween(m[1]+m[2], m[3])
	}
	if before, after, between := strings.Cut(text, " to "); between { // 24 July to 9 August 2028
		return datesBetween(before, after)
	}
	if days := daysListed.FindStringSubmatch(text); days != nil {
		return datesListed(strings.Split(days[1], ", "), days[2])
	}
	for _, at := range dashes.FindAllStringIndex(text, -1) { // a date of figures may have some too
		if from, until, ok = datesBetween(text[:at[0]], text[at[1]:]); ok {
			return from, until, true
		}
	}
	return release.Date{}, release.Date{}, false
}

// datesListed reads days that are told one by one, the last with its month and year; they
// are read where they follow each other.
func datesListed(days []string, last string) (from, until release.Date, ok bool) {
	from, until, ok = datesBetween(days[0], last)
	if !ok {
		return release.Date{}, release.Date{}, false
	}
	for i, text := range days {
		day, ok := dateBefore(text, until)
		if !ok || !from.Time().AddDate(0, 0, i).Equal(day.Time()) {
			return release.Date{}, release.Date{}, false
		}
	}
	if !from.Time().AddDate(0, 0, len(days)).Equal(until.Time()) {
		return release.Date{}, release.Date{}, false
	}
	return from, until, true
}

// datesBetween reads the two days of a range.
func datesBetween(first, last string) (from, until release.Date, ok bool) {
	if until, ok = ParseDate(last); !ok {
		return from, until, false
	}
	from, ok = dateBefore(first, until)
	if !ok || from.Compare(until) >= 0 {
		return release.Date{}, release.Date{}, false
	}
	return from, until, true
}

// dateBefore reads the first day of a range, whose month or year the last one tells.
func dateBefore(text string, until release.Date) (release.Date, bool) {
	year, month := strconv.Itoa(until.Year), strconv.Itoa(int(until.Month))
	if m := onlyDay.FindStringSubmatch(text); m != nil {
		return date(year, month, m[1])
	}
	if m := dayMonth.FindStringSubmatch(text); m != nil {
		return date(year, m[2], m[1])
	}
	if m := noYear.FindStringSubmatch(text); m != nil {
		return namedDate(year, m[2], m[1])
	}
	if m := noYearUS.FindStringSubmatch(text); m != nil {
		return namedDate(year, m[1], m[2])
	}
	return ParseDate(text)
}

func namedDate(year, month, day string) (release.Date, bool) {
	m, ok := Month(month)
	if !ok {
		m, ok = shortMonth(month)
	}
	if !ok {
		return release.Date{}, false
	}
	return date(year, strconv.Itoa(int(m)), day)
}

// date is the day of three figures, as the expressions above have read them; false where the calendar has none, or the year
// has less than four.
func date(year, month, day string) (release.Date, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if y < 1000 {
		return release.Date{}, false
	}
	return release.NewDate(y, time.Month(m), d)
}
