package dateline

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// TestAPlaceAndADay stand in a line of their own; the place is a name, and no longer than one.
func TestAPlaceAndADay(t *testing.T) {
	long := "П" + strings.Repeat("а", (PlaceLength-4)/2) // with its comma it is as long as a place may be
	for line, want := range map[string]string{
		"Бишкек, 11 сентября 2024 года": "Бишкек|2024-09-11", "Вашингтон, округ Колумбия, 11.09.2024": "Вашингтон, округ Колумбия|2024-09-11", "Бишкек,\u00a011.09.2024": "Бишкек|2024-09-11", "г. Бишкек, 11.09.2024": "Бишкек|2024-09-11",
		"бишкек, 11.09.2024": "", "Дом 5, 11.09.2024": "", "Бишкек 11.09.2024": "Бишкек|2024-09-11", ", 11.09.2024": "|2024-09-11", "Бишкек,": "", "Бишкек, вчера": "", "Бишкек, 11.09.2024, 12:00": "Бишкек|2024-09-11", "Бишкек, 12:00, 11.09.2024": "Бишкек|2024-09-11",
		"Бишкек, 11.09.2024 слово": "", "": "", "Тема: план, 11.09.2024": "", long + ", 11.09.2024": long + "|2024-09-11", long + "аааа, 11.09.2024": "",
	} {
		d, ok := Of(line, false)
		got := ""
		if ok {
			got = d.Place + "|" + d.Date.String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// TestADayBeforeASentence is taken off its paragraph only where something parts them, or a word is run onto it.
func TestADayBeforeASentence(t *testing.T) {
	for paragraph, want := range map[string]string{ // what is left, and «!» where that is a repair
		"11.09.2024 Стороны рады.": "Стороны рады.", "11.09.2024 – Стороны рады.": "Стороны рады.", "11.09.2024, 5 сторон рады.": "5 сторон рады.", "11.09.2024\u00a0«Стороны» рады.": "«Стороны» рады.",
		"11.09.2024Стороны рады.": "Стороны рады.!", "11.09.202411 сентября рады.": "11 сентября рады.!", "11.09.2024стороны рады.": "стороны рады.!",
		"11.09.2024«Стороны» рады.": "", "11.09.2024 стороны рады.": "", "11.09.2024": "", "11.09.2024 ": "", "11.09.2024 – ": "", "32.09.2024 Стороны рады.": "", "Стороны рады.": "", "": "", "11.09.2024. Стороны рады.": "",
	} {
		d, rest, repaired := Part(paragraph)
		got := rest
		if repaired != nil {
			got += "!"
		}
		if d.IsZero() {
			if got != paragraph {
				t.Errorf("%q: no date, and left %q", paragraph, got)
			}
			got = ""
		} else if d != (release.Date{Year: 2024, Month: 9, Day: 11}) {
			t.Errorf("%q: %s", paragraph, d)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", paragraph, got, want)
		}
	}
}

// TestADayAlone in its line, with a time on either side.
func TestADayAlone(t *testing.T) {
	for line, is := range map[string]bool{
		"11.09.2024": true, "11 сентября 2024 года": true, "11.09.2024 г.": true, "«11» сентября 2024 г.": true, "2024-09-11": true, "September 11, 2024": true, "12:00 11.09.2024": true, "12:00, 11.09.2024": true, "11.09.2024, 12:00": true, "11.09.2024 12:00 ": true,
		"": false, "12:00": false, "11.09": false, "11.09.2024 слово": false, "слово 11.09.2024": false, "11.09.2024 12:00 слово": false, "31.02.2024": false, "12:00 13:00 11.09.2024": false,
	} {
		d, ok := Of(line, false)
		if got := ok && d.Dated && !d.Located; got != is {
			t.Errorf("%q is a day: %t", line, got)
		}
	}
}
