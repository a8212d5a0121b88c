package template

import (
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// TestAnHourBesideADate has the hour that was typed in the field of a date where the template says it, or tells that it is left out.
func TestAnHourBesideADate(t *testing.T) {
	parsed, err := Parse([]byte(`
name = "dates"
title = "Dates"
language = "ru"
kind = "news"
headline = "Заявки до {deadline.day}"
date = "{date}"
lead = "{date} {time.at} начало."
[[fields]]
name = "date"
kind = "date"
label = "Когда"
[[fields]]
name = "time"
kind = "time"
label = "Во сколько"
[[fields]]
name = "deadline"
kind = "date"
label = "Заявки до"
[[fields]]
name = "hour"
kind = "time"
label = "До какого часа"
[[fields]]
name = "until"
kind = "date"
label = "Конец"
[[blocks]]
kind = "paragraph"
text = "Заявки до[ {hour}] {deadline}."
[[blocks]]
kind = "paragraph"
text = "Конец {until}."
[[fields]]
name = "last"
kind = "date"
label = "Последний день"
[[blocks]]
kind = "paragraph"
text = "Вопросы[ до {last}]."
`))
	if err != nil {
		t.Fatal(err)
	}
	const lead = "12 декабря 2026 года в 10:00 начало."
	for _, c := range []struct {
		name   string
		values string
		want   string // the lead and the blocks
		told   string // as what was typed is noted, "" where all is said
	}{
		{"behind a comma", "date=12 декабря 2026, 10:00", lead, ""},
		{"behind «в»", "date=12 декабря 2026 года в 10:00", lead, ""},
		{"behind figures", "date=12.12.2026 10:00", lead, ""},
		{"before the day", "date=10:00, 12 декабря 2026 г.", lead, ""},
		{"with its weekday", "date=суббота, 12 декабря 2026, 10:00", lead, ""},
		{"the same twice", "date=12 декабря 2026, 10:00|time=10:00", lead, ""},
		{"another one", "date=12 декабря 2026, 11:00|time=10:00", lead, "12 декабря 2026, 11:00"},
		{"with a zone", "date=12 декабря 2026, 10:00 по московскому времени", "12 декабря 2026 года в 10:00 по московскому времени начало.", ""},
		{"until an hour, behind the day", "date=12.12.2026|time=10:00|deadline=1 декабря 2026, до 18:00", lead + " Заявки до 18:00 1 декабря 2026 года.", ""},
		{"until an hour that something begins", "date=12 декабря 2026, до 10:00", lead, "error"},
		{"until an hour that no field takes", "date=12.12.2026|time=10:00|until=14 декабря 2026, до 18:00", lead + " Конец 14 декабря 2026 года.", "14 декабря 2026, до 18:00"},
		{"until when", "date=12.12.2026|time=10:00|deadline=до 1 декабря 2026 г. 18:00", lead + " Заявки до 18:00 1 декабря 2026 года.", ""},
		{"without a year", "date=12.12.2026|time=10:00|deadline=1 декабря, 18:00", lead + " Заявки до 18:00 1 декабря 2026 года.", "1 декабря"},
		{"no field for it", "date=12.12.2026|time=10:00|until=14.12.2026, 18:00", lead + " Конец 14 декабря 2026 года.", "14.12.2026, 18:00"},
		{"the hour of a last day", "date=12.12.2026|time=10:00|last=1 декабря 2026, 18:00", lead + " Вопросы до 18:00 1 декабря 2026 года.", "1 декабря 2026, 18:00"},
		{"until the hour of a last day", "date=12.12.2026|time=10:00|last=1 декабря, до 18:00", lead + " Вопросы до 18:00 1 декабря 2026 года.", "1 декабря, до 18:00"},
		{"a last day without an hour", "date=12.12.2026|time=10:00|last=1 декабря", lead + " Вопросы до 1 декабря 2026 года.", "1 декабря"},
		{"days one by one", "date=10, 11 и 12 декабря 2026 года|time=10:00", "10–12 декабря 2026 года в 10:00 начало.", ""},
		{"days one by one without a year", "date=10, 11 и 12 декабря|time=10:00", "10–12 декабря 2026 года в 10:00 начало.", "10, 11 и 12 декабря"},
		{"no hour", "date=12 декабря 2026, 10", "", "error"},
		{"no date", "date=скоро, 10:00", "", "error"},
	} {
		t.Run(c.name, func(t *testing.T) {
			values := map[string]Value{}
			for pair := range strings.SplitSeq(c.values, "|") {
				field, text, _ := strings.Cut(pair, "=")
				values[field] = Value{Text: text}
			}
			filled, err := parsed.Fill(Office{Today: release.Date{Year: 2026, Month: 11, Day: 1}}, values)
			if (err != nil) != (c.told == "error") {
				t.Fatalf("%v", err)
			}
			if err != nil {
				return
			}
			got := filled.Release.Lead
			for _, b := range filled.Release.Blocks {
				got += " " + b.Text
			}
			if got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
			told := ""
			for _, g := range filled.Guesses {
				told = g.Text
			}
			if told != c.told {
				t.Errorf("told: %q, want %q", told, c.told)
			}
		})
	}
}

// TestHoursOfALongText tries a text that is far too long for a date, which is not looked through.
func TestHoursOfALongText(t *testing.T) {
	long := strings.Repeat("1 января, ", 100_000)
	start := time.Now()
	if _, hour := cutHour(long); hour != "" || time.Since(start) > time.Second {
		t.Errorf("%q in %v", hour, time.Since(start))
	}
}
