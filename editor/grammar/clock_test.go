package grammar

import (
	"testing"

	"communique/editor/release"
)

func TestTimes(t *testing.T) {
	for text, want := range map[string][4]string{
		"11.00":   {"11.00", "в 11.00", "11 a.m.", "at 11 a.m."},
		"в 15.30": {"15.30", "в 15.30", "3.30 p.m.", "at 3.30 p.m."},
		"9:05":    {"9:05", "в 9:05", "9.05 a.m.", "at 9.05 a.m."},
		"10:00 по московскому времени": {"10:00 по московскому времени", "в 10:00 по московскому времени", "10 a.m. Moscow time", "at 10 a.m. Moscow time"},
		"10:00 (мск)":                           {"10:00 по московскому времени", "в 10:00 по московскому времени", "10 a.m. Moscow time", "at 10 a.m. Moscow time"},
		"10:00, время бишкекское":               {"10:00 по бишкекскому времени", "в 10:00 по бишкекскому времени", "10 a.m. Bishkek time", "at 10 a.m. Bishkek time"},
		"10:00 (бишкекское время)":              {"10:00 по бишкекскому времени", "в 10:00 по бишкекскому времени", "10 a.m. Bishkek time", "at 10 a.m. Bishkek time"},
		"10:00 бишкекское время":                {"10:00 по бишкекскому времени", "в 10:00 по бишкекскому времени", "10 a.m. Bishkek time", "at 10 a.m. Bishkek time"},
		"14:00 по местному времени":             {"14:00 по местному времени", "в 14:00 по местному времени", "2 p.m. local time", "at 2 p.m. local time"},
		"14:00 по времени Парижа":               {"14:00 по времени Парижа", "в 14:00 по времени Парижа", "2 p.m. по времени Парижа", "at 2 p.m. по времени Парижа"},
		"10:00 местного времени":                {"10:00 по местному времени", "в 10:00 по местному времени", "10 a.m. local time", "at 10 a.m. local time"},
		"10 часов 5 минут (мск)":                {"10:05 по московскому времени", "в 10:05 по московскому времени", "10.05 a.m. Moscow time", "at 10.05 a.m. Moscow time"},
		"14:00 по пробному времени":             {"14:00 по пробному времени", "в 14:00 по пробному времени", "2 p.m. по пробному времени", "at 2 p.m. по пробному времени"},
		"с 10:00 до 12:00":                      {"10:00–12:00", "с 10:00 до 12:00", "10 a.m. to noon", "from 10 a.m. to noon"},
		"10.00-12.30":                           {"10.00–12.30", "с 10.00 до 12.30", "10 a.m. to 12.30 p.m.", "from 10 a.m. to 12.30 p.m."},
		"с 10 до 11 часов":                      {"10:00–11:00", "с 10:00 до 11:00", "10 a.m. to 11 a.m.", "from 10 a.m. to 11 a.m."},
		"с 9:00 до 10:00 (по минскому времени)": {"9:00–10:00 по минскому времени", "с 9:00 до 10:00 по минскому времени", "9 a.m. to 10 a.m. Minsk time", "from 9 a.m. to 10 a.m. Minsk time"},
		"3 p.m.":                         {"15:00", "в 15:00", "3 p.m.", "at 3 p.m."},
		"at 3:30 pm, Moscow time":        {"15:30 по московскому времени", "в 15:30 по московскому времени", "3.30 p.m. Moscow time", "at 3.30 p.m. Moscow time"},
		"from 2 to 3 p.m.":               {"14:00–15:00", "с 14:00 до 15:00", "2 p.m. to 3 p.m.", "from 2 p.m. to 3 p.m."},
		"11 a.m. to 1 p.m. Yerevan time": {"11:00–13:00 по ереванскому времени", "с 11:00 до 13:00 по ереванскому времени", "11 a.m. to 1 p.m. Yerevan time", "from 11 a.m. to 1 p.m. Yerevan time"},
		"7:30 PM local time":             {"19:30 по местному времени", "в 19:30 по местному времени", "7.30 p.m. local time", "at 7.30 p.m. local time"},
		"2 to 4 p.m. Central":            {"14:00–16:00 Central", "с 14:00 до 16:00 Central", "2 p.m. to 4 p.m. Central", "from 2 p.m. to 4 p.m. Central"},
		"9 a.m. (CEST)":                  {"9:00 CEST", "в 9:00 CEST", "9 a.m. CEST", "at 9 a.m. CEST"},
		"12:00 UTC":                      {"12:00 (UTC)", "в 12:00 (UTC)", "noon (UTC)", "at noon (UTC)"},
		"12:00 (UTC+6)":                  {"12:00 (UTC+6)", "в 12:00 (UTC+6)", "noon (UTC+6)", "at noon (UTC+6)"},
		"10:00 МСК+3":                    {"10:00 (МСК+3)", "в 10:00 (МСК+3)", "10 a.m. (MSK+3)", "at 10 a.m. (MSK+3)"},
		"10:00 по Гринвичу":              {"10:00 по Гринвичу", "в 10:00 по Гринвичу", "10 a.m. GMT", "at 10 a.m. GMT"},
		"полдень":                        {"12:00", "в 12:00", "noon", "at noon"},
		"24:00":                          {"24:00", "в 24:00", "midnight", "at midnight"},
		"25:00":                          {}, "10:60": {}, "13 p.m.": {}, "утром": {}, "": {}, "10:00–10:00": {}, "после 10:00": {}, "2024": {}, "11.09.2024": {},
		"14 ч 30 мин":                     {"14:30", "в 14:30", "2.30 p.m.", "at 2.30 p.m."},
		"14 ч. 05 мин. (мск)":             {"14:05 по московскому времени", "в 14:05 по московскому времени", "2.05 p.m. Moscow time", "at 2.05 p.m. Moscow time"},
		"с 14 часов 30 минут до 16 часов": {"14:30–16:00", "с 14:30 до 16:00", "2.30 p.m. to 4 p.m.", "from 2.30 p.m. to 4 p.m."},
		"10-30":            {"10:30", "в 10:30", "10.30 a.m.", "at 10.30 a.m."},
		"в 9-00":           {"9:00", "в 9:00", "9 a.m.", "at 9 a.m."},
		"с 10-30 до 12-00": {"10:30–12:00", "с 10:30 до 12:00", "10.30 a.m. to noon", "from 10.30 a.m. to noon"},
		"10-30 (мск)":      {"10:30 по московскому времени", "в 10:30 по московскому времени", "10.30 a.m. Moscow time", "at 10.30 a.m. Moscow time"},
		"10-12":            {"10:00–12:00", "с 10:00 до 12:00", "10 a.m. to noon", "from 10 a.m. to noon"},
		"10-15":            {}, // a quarter past ten, or ten to fifteen
		"10-15 (мск)":      {},
		"10:00-15:00":      {"10:00–15:00", "с 10:00 до 15:00", "10 a.m. to 3 p.m.", "from 10 a.m. to 3 p.m."},
		"10–15 часов":      {"10:00–15:00", "с 10:00 до 15:00", "10 a.m. to 3 p.m.", "from 10 a.m. to 3 p.m."},
		"7":                {"7:00", "в 7:00", "7 a.m.", "at 7 a.m."},
	} {
		got, ok := ParseTimes(text)
		if !ok {
			if want[0] != "" {
				t.Errorf("%q is not read", text)
			}
			continue
		}
		said := [4]string{got.Text(), got.At(), got.English(release.EnglishUN), got.AtEnglish(release.EnglishUN)}
		if said != want {
			t.Errorf("%q: %q", text, said)
		}
		again, ok := ParseTimes(got.Text())
		if !ok || again.Text() != got.Text() {
			t.Errorf("%q, read again: %q, %v", text, again.Text(), ok)
		}
	}
	for adjective := range zones {
		zone := zoneOf(adjective)
		for _, text := range []string{"10:00 " + zone.Russian, "10 a.m. " + zone.English} {
			if got, ok := ParseTimes(text); !ok || got.Zone != zone {
				t.Errorf("%q: %+v, %v", text, got, ok)
			}
		}
	}
}

func FuzzParseTimes(f *testing.F) {
	f.Add("с 10:00 до 12:30 по московскому времени")
	f.Add("3 p.m. to 4 p.m. (UTC−3)")
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := ParseTimes(text)
		if !ok {
			return
		}
		if again, ok := ParseTimes(got.Text()); !ok || again.Text() != got.Text() {
			t.Errorf("%q: %q, then %q", text, got.Text(), again.Text())
		}
	})
}
