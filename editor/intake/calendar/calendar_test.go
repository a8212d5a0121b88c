package calendar

import "testing"

// TestDays of a text, with their year and without it.
func TestDays(t *testing.T) {
	for text, want := range map[string]struct {
		day     string // the first and the last, and what follows
		without int    // bytes of a day without its year at the start
	}{
		"11 сентября 2024 года в Минске":               {"2024-09-11 2024-09-11| в Минске", len("11 сентября")},
		"с 31 декабря 2025 года по 2 января 2026 года": {"2025-12-31 2026-01-02|", 0},
		"Thursday, August 19, 2026 – The":              {"2026-08-19 2026-08-19|– The", 0},
		"«11» сентября 2024 г.":                        {"2024-09-11 2024-09-11|", 0},
		"11.IX.2025":                                   {"2025-09-11 2025-09-11|", 0},
		"08/19/2022":                                   {"2022-08-19 2022-08-19|", 0},
		"enero 20, 2016":                               {"2016-01-20 2016-01-20|", 0},
		"26 октября с.г. в Минске":                     {"", len("26 октября с.г.")},
		"Sept. 11":              {"", len("Sept. 11")},
		"26 делегатов":          {"", 0},
		"32 октября":            {"", 0},
		"11 сентября 2568 года": {"", len("11 сентября")},
		"":                      {"", 0},
	} {
		got := ""
		if d := DayAt(text); d.Length > 0 {
			got = d.From.String() + " " + d.Until.String() + "|" + text[d.Length:]
		}
		if n := WithoutYear(text); got != want.day || n != want.without {
			t.Errorf("%q: %q and %d bytes without a year, want %q and %d", text, got, n, want.day, want.without)
		}
	}
}

// TestDaysWithin a text are found where a word begins.
func TestDaysWithin(t *testing.T) {
	for text, at := range map[string]int{
		"on 5 May 2024 and on 6 May 2024": len("on "), "№11.05.2024": -1, "(11.05.2024)": len("("), "without one": -1,
	} {
		if _, got := DayIn(text); got != at {
			t.Errorf("%q: at %d, want %d", text, got, at)
		}
	}
	if got := FirstWithoutYear("Встреча 5 мая. Вторая 6 мая."); got != "5 мая" {
		t.Errorf("the first day without a year is %q", got)
	}
}

// TestClocks are read with their zone, to their end.
func TestClocks(t *testing.T) {
	for text, want := range map[string]string{
		"12:00 мск, зал": "12:00 мск", "at 9:30 a.m. EST": "at 9:30 a.m. EST", "18h30 ": "18h30 ", "5:7": "", "12 мая": "",
	} {
		if got := Clock.FindString(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
