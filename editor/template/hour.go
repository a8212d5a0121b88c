package template

import (
	"maps"
	"strings"

	"communique/editor/grammar"
)

// withHours takes the hour that was typed beside a date to the time that the template says with it, where nobody
// gave that. typed are the dates whose hour no field takes, or another than it has, as they were.
func (t Template) withHours(values map[string]Value) (dated map[string]Value, typed map[string]string) {
	dated, typed = maps.Clone(values), map[string]string{}
	for _, field := range t.Fields {
		text := strings.TrimSpace(values[field.Name].Text)
		if field.Kind != Date || text == "" {
			continue
		}
		date, hour := cutHour(text)
		beside := t.timeBeside(field.Name)
		if bare := untilDay.ReplaceAllString(hour, ""); bare != hour && (beside == "" || t.saysUntil(beside)) {
			hour = bare
		}
		if !isHour(hour) {
			continue
		}
		dated[field.Name] = Value{Text: date, Forms: values[field.Name].Forms}
		switch {
		case beside != "" && values[beside].Text == "":
			dated[beside] = Value{Text: hour}
		case beside == "" || !isSameTime(values[beside].Text, hour):
			typed[field.Name] = text
		}
	}
	return dated, typed
}

// cutHour parts a date from the hour before or behind it: «12 декабря 2026, 10:00», "10 a.m. on 12 December". The hour is ""
// where none is there.
func cutHour(text string) (date, hour string) {
	const longest = 120 // a date with its weekday and an hour with its zone
	if len(text) > longest {
		return text, ""
	}
	for _, between := range []string{", ", " в ", " at ", " on ", " "} {
		for at := 0; ; at += len(between) {
			next := strings.Index(text[at:], between)
			if next < 0 {
				break
			}
			at += next
			before, behind := text[:at], text[at+len(between):]
			if isHour(untilDay.ReplaceAllString(behind, "")) && mayBeDate(before) {
				return before, behind
			}
			if isHour(untilDay.ReplaceAllString(before, "")) && mayBeDate(behind) {
				return behind, before
			}
		}
	}
	return text, ""
}

// isHour reports a time of the day, and no number alone, which may be of the date.
func isHour(text string) bool {
	_, ok := grammar.ParseTimes(text)
	return ok && strings.Trim(text, "0123456789,; ") != ""
}

// mayBeDate reports a date, if only without its year.
func mayBeDate(text string) bool {
	bare := untilDay.ReplaceAllString(text, "")
	return isDated(bare) || isDated(withYear(bare, "2028")) // a leap year
}

// withLastHour is the day on which something ends with the hour that was typed beside it: «до 12:00 17 апреля», "until noon on
// 17 April". Where nothing ends then, the day stays as it is.
func (f *filling) withLastHour(p placeholder, typed, written string) string {
	_, hour := cutHour(typed)
	hour = untilDay.ReplaceAllString(hour, "")
	if !p.ends || !isHour(hour) {
		return written
	}
	clock := f.time(placeholder{field: p.field}, hour)
	if f.template.Language == "en" {
		return clock + " on " + written
	}
	return clock + " " + written
}

// timeBeside is the field of the time that the texts of the template say right beside a date; "" where none is.
func (t Template) timeBeside(date string) string {
	for _, text := range t.texts() {
		all := scan(text)
		for i := range len(all) - 1 {
			one, next := all[i], all[i+1]
			if one.field == date {
				one, next = next, one
			}
			between := strings.Trim(text[all[i].end:all[i+1].start], " []")
			if field := t.field(one.field); next.field == date && field != nil && field.Kind == Time && (between == "" || between == "on") {
				return one.field
			}
		}
	}
	return ""
}

// saysUntil reports a field before which a text of the template says that its time is the last one.
func (t Template) saysUntil(time string) bool {
	for _, text := range t.texts() {
		for _, p := range scan(text) {
			before := strings.TrimRight(text[:p.start], " [")
			if p.field == time && (strings.HasSuffix(before, " до") || strings.HasSuffix(before, " until")) {
				return true
			}
		}
	}
	return false
}

// isSameTime reports two times that say the same.
func isSameTime(one, other string) bool {
	a, read := grammar.ParseTimes(one)
	b, also := grammar.ParseTimes(other)
	return read && also && a.From.Hour == b.From.Hour && a.From.Minute == b.From.Minute
}
