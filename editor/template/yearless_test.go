package template

import (
	"errors"
	"strings"
	"testing"

	"communique/editor/release"
)

// yearlessTemplate has a date of the release and another that may lack a year.
func yearlessTemplate(t *testing.T, language string) Template {
	t.Helper()
	parsed, err := Parse([]byte(`
name = "dates"
title = "Dates"
language = "` + language + `"
kind = "news"
headline = "{until.day}"
date = "{date}"
lead = "{date}"
[[fields]]
name = "date"
kind = "date"
label = "Date"
[[fields]]
name = "until"
kind = "date"
label = "Until"
[[blocks]]
kind = "paragraph"
text = "… {until}"
`))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// TestADateWithoutAYear tries dates as people write them within a year: the one nearest to the release is meant, and
// told as a guess.
func TestADateWithoutAYear(t *testing.T) {
	today := release.Date{Year: 2031, Month: 5, Day: 1}
	for _, c := range []struct {
		name, language, date, until, want string
		guessed                           bool
	}{
		{"as that of the release", "ru", "5 марта 2027 года", "8 марта", "… 8 марта 2027 года.", true},
		{"in the next year", "ru", "28 декабря 2026 года", "12 января", "… 12 января 2027 года.", true},
		{"in the year before", "ru", "3 января 2027 года", "29 декабря", "… 29 декабря 2026 года.", true},
		{"in figures", "ru", "05.03.2027", "08.03", "… 8 марта 2027 года.", true},
		{"in figures with a full stop", "ru", "05.03.2027", "08.03.", "… 8 марта 2027 года.", true},
		{"from one to another", "ru", "5 марта 2027 года", "8–10 марта", "… 8–10 марта 2027 года.", true},
		{"in both years", "ru", "29 декабря 2026 года", "30 декабря – 2 января", "… 30 декабря 2026 года – 2 января 2027 года.", true},
		{"from one to another, the year behind the last", "ru", "29 декабря 2026 года", "с 30 декабря по 2 января 2027 года", "… 30 декабря 2026 года – 2 января 2027 года.", true},
		{"the weekday tells", "ru", "5 марта 2027 года", "среда, 8 марта", "… 8 марта 2028 года.", true},
		{"inclusive", "ru", "5 марта 2027 года", "до 8 марта включительно", "… 8 марта 2027 года.", true},
		{"inclusive, with its year", "en", "5 March 2027", "by 8 March 2027 inclusive", "… 8 March 2027.", false},
		{"a week", "ru", "5 марта 2027 года", "неделя 8–14 марта 2027 года", "… 8–14 марта 2027 года.", false},
		{"a week from one day to another", "ru", "5 марта 2027 года", "неделя с 8 по 14 марта", "… 8–14 марта 2027 года.", true},
		{"a week in English", "en", "5 March 2027", "week of 8–14 March 2027", "… 8–14 March 2027.", false},
		{"until which", "ru", "5 марта 2027 года", "до 8 марта 2027 года", "… 8 марта 2027 года.", false},
		{"until which, without a year", "en", "5 March 2027", "by 8 March", "… 8 March 2027.", true},
		{"a leap day", "ru", "5 марта 2027 года", "29 февраля", "… 29 февраля 2028 года.", true},
		{"with its year", "ru", "5 марта 2027 года", "8 марта 2029 года", "… 8 марта 2029 года.", false},
		{"without a release's date", "ru", "", "8 марта", "… 8 марта 2031 года.", true},
		{"in English", "en", "5 March 2027", "8 March", "… 8 March 2027.", true},
		{"in English, the month first", "en", "5 March 2027", "March 8", "… 8 March 2027.", true},
		{"in English, days", "en", "March 5, 2027", "March 8-10", "… 8–10 March 2027.", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			filled, err := yearlessTemplate(t, c.language).Fill(Office{Today: today}, map[string]Value{"date": {Text: c.date}, "until": {Text: c.until}})
			if err != nil {
				t.Fatal(err)
			}
			if got := filled.Release.Blocks[0].Text; got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if guessed := len(filled.Guesses) > 0; guessed != c.guessed {
				t.Errorf("guesses: %v", filled.Guesses)
			}
			for _, g := range filled.Guesses {
				if !strings.Contains(c.want, g.Form) || g.Text != c.until {
					t.Errorf("guess %v", g)
				}
			}
			if kept := Values(filled.Release)["until"].Text; !isDated(kept) {
				t.Errorf("kept as %s, which another year could read otherwise", kept)
			}
		})
	}
}

// TestADateInNoYear tries what no year makes a date, and a date that nothing tells a year of.
func TestADateInNoYear(t *testing.T) {
	for name, c := range map[string]struct {
		until string
		today release.Date
	}{
		"no day of the calendar": {"31 июня", release.Date{Year: 2031, Month: 5, Day: 1}},
		"from one to one before": {"12 сентября – 11 сентября 2027 года", release.Date{Year: 2031, Month: 5, Day: 1}},
		"words":                  {"скоро", release.Date{Year: 2031, Month: 5, Day: 1}},
		"no day to be near to":   {"8 марта", release.Date{}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := yearlessTemplate(t, "ru").Fill(Office{Today: c.today}, map[string]Value{"until": {Text: c.until}})
			if refused := new(FieldError); !errors.As(err, &refused) {
				t.Errorf("taken: %v", err)
			}
		})
	}
}

// TestASnippetsDateWithoutAYear has the year of its release's day.
func TestASnippetsDateWithoutAYear(t *testing.T) {
	filled, guesses, err := yearlessTemplate(t, "ru").FillTexts(Office{}.House, map[string]Value{"until": {Text: "8 марта"}}, Office{}.Registers, release.Date{Year: 2027, Month: 3, Day: 1}, []string{"до {until}"})
	if err != nil || filled[0] != "до 8 марта 2027 года" || len(guesses) != 1 {
		t.Error(filled, guesses, err)
	}
}
