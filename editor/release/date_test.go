package release

import (
	"errors"
	"testing"
	"time"

	"communique/assets/languages"
)

func TestNewDate(t *testing.T) {
	for name, tt := range map[string]struct {
		year, month, day int
		want             string // "" where there is no such day
	}{
		"a day":                   {2024, 9, 11, "2024-09-11"},
		"a leap day":              {2024, 2, 29, "2024-02-29"},
		"no leap day":             {2023, 2, 29, ""},
		"a century has none":      {1900, 2, 29, ""},
		"a fourth century has it": {2000, 2, 29, "2000-02-29"},
		"day 31 of 30":            {2024, 6, 31, ""},
		"day 0":                   {2024, 6, 0, ""},
		"month 0":                 {2024, 0, 1, ""},
		"month 13":                {2024, 13, 1, ""},
		"the first year":          {1, 1, 1, "0001-01-01"},
		"year 0":                  {0, 12, 31, ""},
		"the last year":           {9999, 12, 31, "9999-12-31"},
		"a year of five figures":  {10000, 1, 1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, ok := NewDate(tt.year, time.Month(tt.month), tt.day)
			if d.String() != tt.want || ok != (tt.want != "") || d.IsZero() == ok {
				t.Fatalf("got %v, %t", d, ok)
			}
			if !ok {
				return
			}
			var back Date
			if err := back.UnmarshalText([]byte(d.String())); err != nil || back != d {
				t.Errorf("read back: %v, %v", back, err)
			}
			if at := d.Time(); at != time.Date(tt.year, time.Month(tt.month), tt.day, 0, 0, 0, 0, time.UTC) || DateOf(at) != d {
				t.Errorf("midnight is %v", at)
			}
		})
	}
}

// A day is that of the clock on the wall, wherever the clock hangs.
func TestDateOfIsTheDayOfTheWall(t *testing.T) {
	at := time.Date(2024, 9, 11, 23, 30, 0, 0, time.UTC)
	if d := DateOf(at.In(time.FixedZone("", 6*3600))); d.String() != "2024-09-12" {
		t.Errorf("got %v", d)
	}
}

func TestDatesRefuse(t *testing.T) {
	for _, text := range []string{"2024-9-11", "11.09.2024", "2024-09-11T00:00:00Z", " 2024-09-11", "2024-02-30", "0000-01-01", "-", "20240911"} {
		d := Date{2024, 9, 11}
		var value *ValueError
		if err := d.UnmarshalText([]byte(text)); !errors.As(err, &value) || value.Field != "date" || value.Value != text || d != (Date{2024, 9, 11}) {
			t.Errorf("%q: %v, %v", text, d, err)
		}
	}
	d := Date{2024, 9, 11}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("nothing is no date: %v, %v", d, err)
	}
}

func TestDatesCompare(t *testing.T) {
	days := []Date{{}, {2023, 12, 31}, {2024, 1, 1}, {2024, 1, 2}, {2024, 9, 11}, {2024, 10, 2}, {2025, 1, 1}}
	for i, a := range days {
		for j, b := range days {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("%v to %v: %d", a, b, got)
			}
		}
	}
}

func TestDatesInWords(t *testing.T) {
	months := []string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
	for i, month := range months {
		d := Date{2024, time.Month(i + 1), 3}
		if got := d.InWords("ru"); got != "3 "+month+" 2024 года" {
			t.Errorf("got %q", got)
		}
		if got := d.InWords("en"); got != "3 "+time.Month(i+1).String()+" 2024" {
			t.Errorf("got %q", got)
		}
	}
	for language, want := range map[string]string{
		"kk": "2024 жылғы 11 қыркүйек", "ky": "2024-жылдын 11-сентябры", "tg": "11 сентябри соли 2024", "hy": "2024 թվականի սեպտեմբերի 11",
		"be": "11 верасня 2024 года", "uk": "11 вересня 2024 року", "uz": "2024-yil 11-sentabr", "uz-Cyrl": "2024 йил 11 сентябрь", "kk-KZ": "2024 жылғы 11 қыркүйек", "kk-Latn": "11.09.2024",
		"az": "11 sentyabr 2024", "ro-MD": "11 septembrie 2024", "ka": "2024 წლის 11 სექტემბერი", "de": "11. September 2024", "zh": "2024年9月11日", "ar": "11 سبتمبر 2024", "pl": "11.09.2024",
		"en-GB": "11 September 2024", "fr": "11 septembre 2024", "": "11 September 2024",
	} {
		if got := (Date{2024, 9, 11}).InWords(language); got != want {
			t.Errorf("%s: %s, not %s", language, got, want)
		}
	}
	if got := (Date{2024, 5, 1}).InWords("fr") + ", " + (Date{2024, 5, 1}).InWords("de"); got != "1er mai 2024, 1. Mai 2024" {
		t.Errorf("got %s", got)
	}
	for _, language := range languages.All() {
		if _, known := dates[language]; !known || len(dates) != len(languages.All()) {
			t.Errorf("%s has no dates, or there are dates of no language", language)
		}
	}
	if got := (Date{}).InWords("ru") + (Date{}).InWords("en"); got != "" {
		t.Errorf("no date is %q", got)
	}
}

func TestNewEmbargo(t *testing.T) {
	for name, tt := range map[string]struct {
		day          string
		hour, minute int
		zone         string
		want         string // "" where there is no such time
	}{
		"noon":                        {"2024-09-11", 12, 0, "Asia/Bishkek", "2024-09-11T12:00:00+06:00[Asia/Bishkek]"},
		"midnight":                    {"2024-09-11", 0, 0, "Asia/Bishkek", "2024-09-11T00:00:00+06:00[Asia/Bishkek]"},
		"the last minute":             {"2024-09-11", 23, 59, "Europe/Moscow", "2024-09-11T23:59:00+03:00[Europe/Moscow]"},
		"UTC":                         {"2024-09-11", 9, 30, "Etc/UTC", "2024-09-11T09:30:00Z[Etc/UTC]"},
		"before summer time":          {"2024-03-31", 1, 59, "Europe/Berlin", "2024-03-31T01:59:00+01:00[Europe/Berlin]"},
		"the hour that is skipped":    {"2024-03-31", 2, 30, "Europe/Berlin", ""},
		"its first minute":            {"2024-03-31", 2, 0, "Europe/Berlin", ""},
		"after it":                    {"2024-03-31", 3, 0, "Europe/Berlin", "2024-03-31T03:00:00+02:00[Europe/Berlin]"},
		"the half hour skipped":       {"2024-10-06", 2, 15, "Australia/Lord_Howe", ""},
		"a day that is skipped":       {"2011-12-30", 12, 0, "Pacific/Apia", ""},
		"24 o'clock":                  {"2024-09-11", 24, 0, "Asia/Bishkek", ""},
		"minute 60":                   {"2024-09-11", 12, 60, "Asia/Bishkek", ""},
		"a negative hour":             {"2024-09-11", -1, 0, "Asia/Bishkek", ""},
		"a day the calendar has not":  {"", 12, 0, "Asia/Bishkek", ""},
		"no zone":                     {"2024-09-11", 12, 0, "", ""},
		"the zone of the computer":    {"2024-09-11", 12, 0, "Local", ""},
		"a zone nobody knows":         {"2024-09-11", 12, 0, "Asia/Nowhere", ""},
		"an abbreviation for a zone":  {"2024-09-11", 12, 0, "MSK", ""},
		"a path that leads elsewhere": {"2024-09-11", 12, 0, "../../etc/passwd", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := Date{2024, 2, 30}
			if tt.day != "" {
				if err := d.UnmarshalText([]byte(tt.day)); err != nil {
					t.Fatal(err)
				}
			}
			e, err := NewEmbargo(d, tt.hour, tt.minute, tt.zone)
			if tt.want == "" {
				var value *ValueError
				if !errors.As(err, &value) || value.Field != "embargo" || !e.IsZero() {
					t.Errorf("got %v, %v", e, err)
				}
				return
			}
			if err != nil || e.String() != tt.want || e.IsZero() {
				t.Fatalf("got %v, %v", e, err)
			}
			var back Embargo
			if err := back.UnmarshalText([]byte(tt.want)); err != nil || back.String() != tt.want || back.Zone != tt.zone || !back.At.Equal(e.At) {
				t.Errorf("read back: %v, %v", back, err)
			}
		})
	}
	_, err := NewEmbargo(Date{2024, 3, 31}, 2, 5, "Europe/Berlin")
	if want := `embargo: bad value "2024-03-31 02:05 Europe/Berlin"`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := NewEmbargo(Date{2024, 3, 31}, 2, 5, "Nowhere"); err == nil || err.Error() != `embargo: bad value "Nowhere"` {
		t.Errorf("got %v", err)
	}
}

func TestEmbargoesAreReadExactly(t *testing.T) {
	for text, ok := range map[string]bool{
		"":                          true,
		"2024-09-11T12:00:00+06:00": true,
		"2024-09-11T12:00:00Z":      true,
		"2024-09-11T12:00:00+06:00[Asia/Bishkek]":   true,
		"2024-10-27T02:30:00+01:00[Europe/Berlin]":  true, // the second of two
		"2024-09-11T12:00:00+03:00[Asia/Bishkek]":   false,
		"2024-03-31T02:30:00+01:00[Europe/Berlin]":  false, // skipped
		"2024-09-11T12:00:00+06:00[Asia/Bishkek":    false,
		"2024-09-11T12:00:00+06:00Asia/Bishkek]":    false,
		"2024-09-11T12:00:00+06:00[]":               false,
		"2024-09-11T12:00:00Z[]":                    false,
		"2024-09-11T12:00:00Z[Local]":               false,
		"2024-09-11T12:00:00Z[Nowhere]":             false,
		"2024-09-11T12:00:00":                       false,
		"11.09.2024 12:00":                          false,
		"0000-09-11T12:00:00Z":                      false,
		"0001-01-01T00:00:00Z":                      false, // Go's own zero would be no embargo
		"2024-09-11T12:00:00+06:00[Asia/Bishkek] ":  false,
		"2024-09-11T12:00:00.5+06:00[Asia/Bishkek]": false,
	} {
		e := Embargo{At: time.Unix(1, 0), Zone: "Etc/UTC"} // reading replaces what was there
		err := e.UnmarshalText([]byte(text))
		var value *ValueError
		switch {
		case ok && (err != nil || e.String() != text):
			t.Errorf("%q: got %v, %v", text, e, err)
		case !ok && (!errors.As(err, &value) || value.Field != "embargo" || value.Value != text || !e.IsZero()):
			t.Errorf("%q: got %v, %v", text, e, err)
		}
	}
}
