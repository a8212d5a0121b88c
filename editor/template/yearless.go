package template

import (
	"maps"
	"strconv"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/release"
)

// withDays are the values with dates that can be read: without their hours, and with their years. typed are those that were
// typed otherwise, as they were.
func (t Template) withDays(values map[string]Value, today release.Date) (dated map[string]Value, typed map[string]string) {
	dated, hours := t.withHours(values)
	dated, typed = t.withYears(dated, today)
	maps.Copy(typed, hours)
	return dated, typed
}

// withYears gives the dates that were typed without a year the one in which they are nearest to the date of the
// release, to another that was given, or to today. typed are those dates as they were.
func (t Template) withYears(values map[string]Value, today release.Date) (dated map[string]Value, typed map[string]string) {
	dated, typed = maps.Clone(values), map[string]string{}
	for _, field := range t.Fields {
		text := strings.TrimSpace(values[field.Name].Text)
		if field.Kind != Date || text == "" || isDated(text) {
			continue
		}
		bare := ofWeek.ReplaceAllString(untilDay.ReplaceAllString(inclusive.ReplaceAllString(text, ""), ""), "$1")
		whole := bare
		if !isDated(bare) {
			if whole = nearestYear(bare, t.around(values, today)); whole == "" {
				continue
			}
			typed[field.Name] = text
		}
		dated[field.Name] = Value{Text: whole, Forms: values[field.Name].Forms}
	}
	return dated, typed
}

func isDated(text string) bool {
	_, _, ok := grammar.ParseDates(text)
	return ok
}

// around is the date near which those without a year are: that of the first field that has one, or today.
func (t Template) around(values map[string]Value, today release.Date) release.Date {
	for _, field := range t.Fields {
		if field.Kind != Date {
			continue
		}
		if from, _, ok := grammar.ParseDates(values[field.Name].Text); ok {
			return from
		}
	}
	return today
}

// nearestYear is a text that lacks the year of its date, with that of the three around a day in which it is nearest to it; ""
// where it is no date in any of them. A weekday that stands there tells the year too.
func nearestYear(text string, to release.Date) string {
	if whole := overNewYear(text); whole != "" || to.IsZero() {
		return whole
	}
	found, nearest := "", 0
	for _, year := range []int{to.Year, to.Year + 1, to.Year - 1} {
		whole := withYear(text, strconv.Itoa(year))
		from, _, ok := grammar.ParseDates(whole)
		if over := overNewYear(whole); !ok && over != "" {
			whole = over
			from, _, ok = grammar.ParseDates(whole)
		}
		if !ok {
			continue
		}
		days := int(from.Time().Sub(to.Time()).Abs().Hours())
		if found == "" || days < nearest {
			found, nearest = whole, days
		}
	}
	return found
}

// withYear is a date with a year behind it, as the rest of it is written.
func withYear(text, year string) string {
	if endsInFigures.MatchString(text) {
		return strings.TrimRight(text, ".") + "." + year
	}
	return text + " " + year
}

// endsInFigures is a date whose last day is written in figures: 08.03.
var endsInFigures = regexp.MustCompile(`\d{1,2}\.\d{1,2}\.?$`)

// overNewYear are days of two years of which only the last is told, with both: 30 декабря 2026 – 2 января 2027; "" for others.
func overNewYear(text string) string {
	found := twoDays.FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	until, _, ok := grammar.ParseDates(found[2])
	if !ok {
		return ""
	}
	whole := withYear(found[1], strconv.Itoa(until.Year-1)) + " – " + found[2]
	if from, _, ok := grammar.ParseDates(whole); !ok || from.Month <= until.Month {
		return ""
	}
	return whole
}

// untilDay is what stands before the day until which something is done, which the template says itself.
var untilDay = regexp.MustCompile(`^(?i:до|не позднее|until|till|by|no later than) `)

// inclusive is what may stand behind the last day.
var inclusive = regexp.MustCompile(`,? \(?(?i:включительно|inclusive(?:ly)?)\)?$`)

// ofWeek is what stands before the days of a week: неделя с 12 по 18 апреля, week of 12–18 April.
var ofWeek = regexp.MustCompile(`^(?i:(?:the )?week (?:of|from) |недел[яюи]:? )((?:со? |from )?\d.*(?:[–—-]| по | to ).*|\p{L}+\.? \d{1,2}(?:[–—-]| to ).*)$`)

// twoDays are days from one to another.
var twoDays = regexp.MustCompile(`^(?:со? |from )?(.*\d.*?)(?: ?[–—] ?| - | по | to )(.+)$`)
