package template

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
	"communique/editor/release"
)

// daysWithoutYear writes the days within an English text that have no year as the office writes the others: "7–13 June" or
// "June 7-13". A name, as of 8 March Square, stays.
func daysWithoutYear(text string, house release.English) string {
	text = rewriteDays(text, monthFirst, [3]int{1, 2, 3}, house)
	if house == release.EnglishAP {
		text = rewriteDays(text, dayFirst, [3]int{3, 1, 2}, house)
	}
	return text
}

// rewriteDays writes what an expression finds as the office does; at tells where in it month, day and last day are.
func rewriteDays(text string, days *regexp.Regexp, at [3]int, house release.English) string {
	var b strings.Builder
	until := 0
	for _, m := range days.FindAllStringSubmatchIndex(text, -1) {
		if goesOn(text[m[1]:]) {
			continue
		}
		var parts [3]string
		for i, group := range at {
			if m[2*group] >= 0 {
				parts[i] = text[m[2*group]:m[2*group+1]]
			}
		}
		b.WriteString(text[until:m[0]] + daysOf(parts[0], parts[1], parts[2], house))
		until = m[1]
	}
	return b.String() + text[until:]
}

// goesOn reports what stands behind a day and makes it something else: its year, more of a name, a time.
func goesOn(behind string) bool {
	if yearBehind.MatchString(behind) {
		return true
	}
	word, spaced := strings.CutPrefix(behind, " ")
	first, _ := utf8.DecodeRuneInString(word)
	return spaced && unicode.IsUpper(first)
}

// daysOf writes days in figures of a month.
func daysOf(month, from, until string, house release.English) string {
	parsed, _ := time.Parse("January", month) // the expressions have no other
	first, _ := strconv.Atoi(from)
	last := first
	if until != "" {
		last, _ = strconv.Atoi(until)
	}
	const leap = 2000
	return house.Days(release.Date{Year: leap, Month: parsed.Month(), Day: first}, release.Date{Year: leap, Month: parsed.Month(), Day: last})
}

// dayFirst and monthFirst are days without a year, yearBehind what stands behind those that have one or are none.
var (
	dayFirst   = regexp.MustCompile(`\b(\d{1,2})(?:[–-](\d{1,2}))? ` + monthNames + `\b`)
	monthFirst = regexp.MustCompile(`\b` + monthNames + ` (\d{1,2})(?:[–-](\d{1,2}))?\b`)
	yearBehind = regexp.MustCompile(`^(?:,? \d|[.:–-]\d)`)
)

const monthNames = `(January|February|March|April|May|June|July|August|September|October|November|December)`
