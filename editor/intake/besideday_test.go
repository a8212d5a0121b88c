package intake

import (
	"testing"
)

const besideDayLead = "Совет завода утвердил план развития. Об этом говорится в сообщении компании."

// TestNamesBesideADay: beside a day an unknown name is a town's, and none of an organisation or of the paper.
func TestNamesBesideADay(t *testing.T) {
	for name, place := range map[string]string{"Пробнинск": "Пробнинск", "Конь-Камень": "Конь-Камень", "Роспробнадзор": "", "Медиарелиз": "", "Пресс-анонс": "", "Пресс-тур": "", "Официально": ""} {
		for _, text := range []string{
			name + "\n12 марта 2025 года\n\nЗавод открыл новый цех\n\n" + besideDayLead,
			"Завод открыл новый цех\n\n12 марта 2025 года\n" + name + "\n\n" + besideDayLead,
		} {
			got := readSingle(t, text)
			if got.Place != place || got.Headline != "Завод открыл новый цех" || got.Lead != besideDayLead {
				t.Errorf("%s: place %q, headline %q, lead %q", name, got.Place, got.Headline, got.Lead)
			}
		}
	}
}

// TestNamesBeforeTheLead: a greeting, an organisation and an English word before the sentence are no places.
func TestNamesBeforeTheLead(t *testing.T) {
	for name, place := range map[string]string{"Пробнинск": "Пробнинск", "Москва": "Москва", "Роспробнадзор": "", "Здравствуйте": "", "Victory": ""} {
		if got := readSingle(t, "Завод открыл новый цех\n12 марта 2025 года\n\n"+name+". "+besideDayLead); got.Place != place {
			t.Errorf("%s: place %q", name, got.Place)
		}
	}
}

// TestDayBeforeWhatIsAnnounced: the day of what will be is the headline's, and not that of the text.
func TestDayBeforeWhatIsAnnounced(t *testing.T) {
	const below = "\n\n" + besideDayLead
	for headline, want := range map[string]string{
		"30 сентября 2025 года Музей города проведёт день открытых дверей": "30 сентября 2025 года Музей города проведёт день открытых дверей",
		"9 мая 2025 года Парад Победы пройдёт на площади":                  "9 мая 2025 года Парад Победы пройдёт на площади",
		"30 сентября 2025 года\tОбластной театр открывает сезон":           "Областной театр открывает сезон",
		"14 марта 2025 года\tЗавод открыл новый цех":                       "Завод открыл новый цех",
		"14 марта 2025 года\tО заседании совета":                           "О заседании совета",
	} {
		if got := readSingle(t, headline+below); got.Headline != want || got.Date.IsZero() != (want == headline) {
			t.Errorf("%q: %q, %v", headline, got.Headline, got.Date)
		}
	}
}
