package template

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Times and days are written in the template's language, with the preposition they
// ask for; what is no time stays as it was typed, and is asked about where it has none.
func TestTimesOfDay(t *testing.T) {
	fields := []Field{{Name: "date", Kind: Date}, {Name: "time", Kind: Time}}
	russian, english := "{date} {time.at} в зале; до {time}.", "It starts {time.at} on {date}; until {time}."
	for _, tt := range []struct{ language, pattern, date, time, want string }{
		{"ru", russian, "11.09.2024", "10:00 по московскому времени", "11 сентября 2024 года в 10:00 по московскому времени в зале; до 10:00 по московскому времени. "},
		{"ru", russian, "11.09.2024", "с 10.00 до 12.00", "11 сентября 2024 года с 10.00 до 12.00 в зале; до 10.00–12.00. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "в 15.00.", "11 сентября 2024 года в 15.00. "},
		{"ru", "{date} в {time}.", "11.09.2024", "11-12:30", "11 сентября 2024 года в 11:00–12:30. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "по окончании сессии", "11 сентября 2024 года по окончании сессии. "},
		{"ru", "{date} в {time}.", "11.09.2024", "после сессии", "11 сентября 2024 года после сессии. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "10:00 и 16:00", "11 сентября 2024 года в 10:00 и 16:00. "},
		{"en", "It starts {time.at}.", "11.09.2024", "10 a.m. and 4 p.m.", "It starts at 10 a.m. and 4 p.m. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "10:00 и позже", "11 сентября 2024 года 10:00 и позже. 10:00 и позже"},
		{"ru", "{date} {time.at}.", "11.09.2024", "позже и 10:00", "11 сентября 2024 года позже и 10:00. позже и 10:00"},
		{"ru", "{date} {time.at}.", "11.09.2024", "утром", "11 сентября 2024 года утром. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "днём", "11 сентября 2024 года днём. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "днем", "11 сентября 2024 года днем. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "вечером", "11 сентября 2024 года вечером. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "ночью", "11 сентября 2024 года ночью. "},
		{"ru", "{date} {time.at}.", "11.09.2024", "десять утра", "11 сентября 2024 года десять утра. десять утра"},
		{"ru", "{date.span} {time.at}.", "11–12.09.2024", "3 p.m. Minsk time", "с 11 по 12 сентября 2024 года в 15:00 по минскому времени. "},
		{"en", english, "11.09.2024", "10:00 по московскому времени", "It starts at 10 a.m. Moscow time on Sept. 11, 2024; until 10 a.m. Moscow time. "},
		{"en", english, "11.09.2024", "с 10.00 до 12.30", "It starts from 10 a.m. to 12:30 p.m. on Sept. 11, 2024; until 10 a.m. to 12:30 p.m. "},
		{"en", "{time.at}.", "11.09.2024", "10:00 по пробному времени", "at 10 a.m. по пробному времени. at 10 a.m. по пробному времени"},
		{"en", "{time.at}.", "11.09.2024", "in the evening", "in the evening. "},
		{"en", "{time.at}.", "11.09.2024", "about 14:30 Astana time", "about 2:30 p.m. Astana time. "},
		{"en", "{time.at}.", "11.09.2024", "tea", "tea. tea"},
		{"en", "It took place {date.span}.", "9–13 September 2024", "", "It took place from Sept. 9 to 13, 2024. "},
		{"en", "It took place {date.span}.", "30.09–02.10.2024", "", "It took place from Sept. 30 to Oct. 2, 2024. "},
		{"en", "It took place {date.span}.", "30.12.2024–02.01.2025", "", "It took place from Dec. 30, 2024, to Jan. 2, 2025. "},
		{"en", "It took place {date.span}.", "09.09.2024", "", "It took place on Sept. 9, 2024. "},
		{"kk", "{time.at}, {time}.", "", "10:00", "[fill in: time (10:00)], 10:00. "},
	} {
		f := newFilling(Office{House: grammar.House{English: release.EnglishAP}}, Template{Name: "try", Language: tt.language, Fields: fields}, map[string]Value{"date": {Text: tt.date}, "time": {Text: tt.time}})
		got := f.text(tt.pattern)
		var guesses []string
		for _, g := range f.guesses {
			guesses = append(guesses, g.Form)
		}
		if said := fmt.Sprint(got, " ", strings.Join(guesses, "; ")); said != tt.want {
			t.Errorf("%s, %s: %s", tt.date, tt.time, said)
		}
	}
}

// Dates within a topic are written as the office has them; what was quoted, and what is a
// text of its own, stays as it was typed. Figures of no date are asked about.
func TestDatesWithinTexts(t *testing.T) {
	fields := []Field{{Name: "topic", Kind: Text}, {Name: "date", Kind: Date}}
	for _, tt := range []struct{ language, pattern, topic, want string }{
		{"ru", "Обсудили {topic.acc}.", "инцидент 11.09.26", "Обсудили инцидент 11 сентября 2026 года. "},
		{"ru", "План на {topic.acc}.", "9–13.09.2026", "План на 9–13 сентября 2026 года. "},
		{"ru", "О {topic.prep}.", "встреча 2-го марта 2026 г.", "О встрече 2 марта 2026 года. "},
		{"ru", "О {topic.prep}.", "счёт на 31.02.2026", "О счёте на 31.02.2026. счёт на 31.02.2026"},
		{"ru", "Вместо слов «{topic}» читать.", "11.09.26", "Вместо слов «11.09.26» читать. "},
		{"ru", "{topic}", "Встреча 11.09.26", "Встреча 11.09.26 "},
		{"en", "They discussed {topic}.", "the incident of 11.09.2026", "They discussed the incident of Sept. 11, 2026. "},
		{"en", "They discussed {topic}.", "09/11/2026", "They discussed Nov. 9, 2026. Nov. 9, 2026"},
		{"ky", "{topic}.", "11.09.26", "11.09.26. "},
	} {
		f := newFilling(Office{House: grammar.House{English: release.EnglishAP}}, Template{Name: "try", Language: tt.language, Fields: fields}, map[string]Value{"topic": {Text: tt.topic}})
		got := f.text(tt.pattern)
		var guesses []string
		for _, g := range f.guesses {
			guesses = append(guesses, g.Form)
		}
		if said := got + " " + strings.Join(guesses, "; "); said != tt.want {
			t.Errorf("%s: %s: %s", tt.pattern, tt.topic, said)
		}
	}
	f := newFilling(Office{}, Template{Name: "try", Language: "en", Fields: fields}, map[string]Value{"date": {Text: "09/11/2026"}})
	if got := f.text("On {date}."); got != "On 9 November 2026." || len(f.guesses) != 1 {
		t.Errorf("a date of an American or not: %s, %v", got, f.guesses)
	}
}
