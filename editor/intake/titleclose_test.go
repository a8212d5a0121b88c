package intake

import (
	"testing"
)

// When and where a headline says at its end is when and where something was said; a day of what it tells of is not.
func TestWhenAHeadlineClosesWithIt(t *testing.T) {
	const text = "\n\nО переговорах\n\n12 ноября в Париже состоится заседание Совета по вопросам безопасности с участием министров.\n\nСтороны отметили рост товарооборота.\n"
	for title, want := range map[string][2]string{
		"Брифинг официального представителя МИД М.В.Пробной, Москва, 10 ноября 2021 года":               {"2021-11-10", "Москва"},
		"Выступление Министра С.В.Пробного на встрече, посвящённой дорогам, Нью-Йорк, 20 марта 2024 г.": {"2024-03-20", "Нью-Йорк"},
		"Ответы Министра на вопросы газеты, Сочи, Красная Поляна, 3 мая 2023 года":                      {"2023-05-03", "Сочи, Красная Поляна"},
		"О встрече, Москва, 10 ноября 2021 года, и о том, что за ней последует":                         {"", "Париж"},
		"О встрече министров стран Совета, которая пройдёт 20 марта 2024 года":                          {"", "Париж"},
	} {
		r := readSingle(t, title+text)
		if r.Headline != title || r.Date.String() != want[0] || r.Place != want[1] {
			t.Errorf("%s: %s | %s | %s", title, r.Headline, r.Date, r.Place)
		}
	}
	const title, lead = "Выступление Министра С.В.Пробного на встрече, Бишкек, 20 марта 2024 года", "Мы провели содержательные переговоры с коллегой и рассмотрели весь комплекс вопросов."
	r := readSingle(t, title+" "+lead+" Стороны отметили рост товарооборота и договорились о следующей встрече, которая пройдёт осенью. Её подготовят министры.\n")
	if r.Headline != title || r.Lead[:len(lead)] != lead || r.Date.String() != "2024-03-20" || r.Place != "Бишкек" {
		t.Errorf("in one line: %s | %s | %s | %s", r.Headline, r.Date, r.Place, r.Lead)
	}
}
