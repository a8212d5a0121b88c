package intake

import (
	"strings"
	"testing"
)

// TestAHeadlineThatStandsTwice is the headline, whatever a page has above it and between the two; that is told and goes to the notes.
func TestAHeadlineThatStandsTwice(t *testing.T) {
	const title, text = "Совет принял план дорог", "Стороны обсудили план, который внесли министры. Совет примет его весной.\n\nУчастники условились о новой встрече.\n"
	for name, tt := range map[string]struct{ above, day, note, lead string }{
		"at once":               {title + "\n\n" + title + "\n\n", "", title, ""},
		"around a day":          {title + "\n\n11.09.2024\n\n" + title + "\n\n", "2024-09-11", title, ""},
		"below a menu":          {"Новости\nКонтакты\n" + title + "\n11.09.2024 12:30\n" + title + "\n", "2024-09-11", "Новости", ""},
		"below a head of items": {"• пятница, 29 марта, 13:38\n  • Погода 14°C\n\n" + title + "\n\n11 сентября 2024 | 15:53\n" + title + "\n", "2024-09-11", "Погода 14°C", ""},
		"a day in the head":     {"• 11.09.2024\n• Погода 14°C\n\n" + title + "\n\n" + title + "\n\n", "2024-09-11", "Погода 14°C", ""},
		"below a year's word":   {"Новости\nКонтакты\n11.09.2024 г.\n" + title + "\n" + title + "\n", "2024-09-11", "Новости", ""},
		"around its author":     {title + "\n\nАвтор: Анна Пробная\n\n" + title + "\n\n", "", "Автор: Анна Пробная", ""},
		"a sentence between":    {title + "\n\nСостоялось заседание Совета дорог.\n\n" + title + "\n\n", "", "", "Состоялось заседание Совета дорог."},
	} {
		r := readSingle(t, tt.above+text)
		lead := tt.lead
		if lead == "" {
			lead = "Стороны обсудили план, который внесли министры. Совет примет его весной."
		}
		if r.Headline != title || r.Date.String() != tt.day || !strings.Contains(r.Notes, tt.note) || r.Lead != lead {
			t.Errorf("%s: %s | %s | %s | %s", name, r.Headline, r.Date, r.Lead, r.Notes)
		}
	}
	for name, text := range map[string]string{
		"two words":       "Новости дня\n\nНовости дня\n\n" + text,
		"a lead":          "Заголовок заседания Совета\n\n" + title + " в Оше.\n\n" + title + " в Оше.\n\n" + text,
		"a lead of two":   title + " в Оше. Участвовали министры\n\n" + title + " в Оше. Участвовали министры\n\n" + text,
		"items of a list": "Повестка заседания Совета\n\n- принять общий план дорог\n- принять общий план дорог\n\n" + text,
		"no text below":   title + "\n\n" + title + "\n",
	} {
		if r := readSingle(t, text); strings.Contains(r.Notes, strings.SplitN(text, "\n", 2)[0]) {
			t.Errorf("%s: %s | %s", name, r.Headline, r.Notes)
		}
	}
}

// TestAHeadlineWithAFullStop: over a line that says when, or in capitals, one sentence is the headline.
func TestAHeadlineWithAFullStop(t *testing.T) {
	const text = "Стороны обсудили план, который внесли министры. Совет примет его весной.\n\nУчастники условились о новой встрече.\n"
	for above, want := range map[string]string{
		"Состоялась встреча министров дорог.\n\n11 сентября 2024 года\n\n":            "Состоялась встреча министров дорог.",
		"Состоялась встреча министров дорог.\n11.09.2024\n":                           "Состоялась встреча министров дорог.",
		"О встрече министров дорог.\n\nг. Бишкек, 11 сентября 2024 года\n\n":          "О встрече министров дорог.",
		"ЗАСЕДАНИЕ ПОСТОЯННОЙ КОМИССИИ ПО ДОРОГАМ.\n":                                 "ЗАСЕДАНИЕ ПОСТОЯННОЙ КОМИССИИ ПО ДОРОГАМ.",
		"Состоялась встреча министров дорог. Министры обсудили план.\n\n11.09.2024\n": "",
		"11 сентября 2024 года состоялась встреча министров.\n\n11.09.2024\n":         "",
		"Состоялась встреча министров дорог.\n":                                       "",
	} {
		if r := readSingle(t, above+text); r.Headline != want {
			t.Errorf("%q: %s", above, r.Headline)
		}
	}
	if r := readSingle(t, "Состоялась встреча министров дорог.\n\n11 сентября 2024 года\n"); r.Headline != "" {
		t.Errorf("over no text: %s", r.Headline)
	}
}
