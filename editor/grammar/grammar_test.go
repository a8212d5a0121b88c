package grammar

import (
	"strings"
	"testing"
)

// house is the program's own usage.
var house House

func TestParseCase(t *testing.T) {
	for code, want := range map[string]Case{"nom": Nominative, "ТВ": Instrumental, "prep": Prepositional, "род": Genitive} {
		if got, ok := ParseCase(code); !ok || got != want {
			t.Errorf("%s: got %q", code, got)
		}
	}
	if _, ok := ParseCase("voc"); ok {
		t.Error("a seventh case")
	}
}

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"11.09.2024":                    "2024-09-11",
		"1/2/2024":                      "2024-02-01",
		"2024-09-11":                    "2024-09-11",
		"11 сентября 2024 года":         "2024-09-11",
		"11\u00a0сентября 2024\u00a0г.": "2024-09-11",
		"3 мая 2025":                    "2025-05-03",
		"18 декабри соли 2020":          "2020-12-18",
		"11 September 2024":             "2024-09-11",
		"25 Aug 2023":                   "2023-08-25",
		"March 27, 2025":                "2025-03-27",
		" 29.02.2024 ":                  "2024-02-29",
		"29.02.2023":                    "",
		"31 июня 2024":                  "",
		"11 сентябрь":                   "",
		"марта 2024":                    "",
		"11 маркиза 2024":               "",
		"00.00.2024":                    "",
		"сегодня":                       "",
		"":                              "",
	} {
		if got, ok := ParseDate(text); got.String() != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestParseDates(t *testing.T) {
	for text, want := range map[string]string{
		"11.09.2024":               "2024-09-11 2024-09-11",
		"2024-09-11":               "2024-09-11 2024-09-11",
		"11–12 сентября 2024 года": "2024-09-11 2024-09-12",
		"11-12 сентября 2024":      "2024-09-11 2024-09-12",
		"11–12.09.2024":            "2024-09-11 2024-09-12",
		"30.09–02.10.2024":         "2024-09-30 2024-10-02",
		"30 сентября – 2 октября 2024 года":       "2024-09-30 2024-10-02",
		"31 декабря 2024 года — 1 января 2025 г.": "2024-12-31 2025-01-01",
		"с 9 по 11 сентября 2024 года":            "2024-09-09 2024-09-11",
		"Со 2 по 5 сентября 2024":                 "2024-09-02 2024-09-05",
		"с 30 сентября по 2 октября 2024 года":    "2024-09-30 2024-10-02",
		"11–12 September 2024":                    "2024-09-11 2024-09-12",
		"12–11 сентября 2024 года":                "",
		"31–32 сентября 2024 года":                "",
		"31 декабря – 1 января 2025 года":         "", // in which year it begins is not said
		"11–12 сентября":                          "",
		"–":                                       "",
		"":                                        "",
	} {
		from, until, ok := ParseDates(text)
		if got := strings.TrimSpace(from.String() + " " + until.String()); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("11 сентября 2024 года")
	f.Add("1 сентября 0001")
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := ParseDate(text)
		if !ok {
			return
		}
		if again, ok := ParseDate(d.InWords("ru")); !ok || again != d {
			t.Errorf("%q: %v, then %v", text, d, again)
		}
	})
}
