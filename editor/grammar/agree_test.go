package grammar

import "testing"

func TestAgreement(t *testing.T) {
	for phrase, want := range map[string]Gender{
		"сессия Совета": Feminine, "консультации": Plural, "совместные учения": Plural, "учения «Рубеж»": Plural, "заседание Совета": Neuter,
		"телефонный разговор": Masculine, "рабочая встреча": Feminine, "пленарное заседание": Neuter, "переговоры": Plural,
		"конференция": Feminine, "брифинг": Masculine, "круглый стол": Masculine, "МИД": Masculine, "": Masculine,
	} {
		if got := Agreement(phrase); got != want {
			t.Errorf("%s: %s, want %s", phrase, got, want)
		}
	}
}

func TestSplitPost(t *testing.T) {
	for phrase, want := range map[string][2]string{
		"Генеральный секретарь Совета Иван Пробный":           {"Генеральный секретарь Совета", "Иван Пробный"},
		"Министр иностранных дел Республики Пётр Образцов":    {"Министр иностранных дел Республики", "Пётр Образцов"},
		"Президент Кыргызской Республики Садыр Пробнов":       {"Президент Кыргызской Республики", "Садыр Пробнов"},
		"Президент Республики Казахстан Касым-Жомарт Пробнов": {"Президент Республики Казахстан", "Касым-Жомарт Пробнов"},
		"Министр обороны И. Пробнов":                          {"Министр обороны", "И. Пробнов"},
		"Посол Пробнов Иван Петрович":                         {"Посол", "Пробнов Иван Петрович"},
		"Министр иностранных дел Кыргызской Республики":       {"Министр иностранных дел Кыргызской Республики", ""},
		"Иван Пробный": {"", "Иван Пробный"},
		"Ани Пробнян":  {"", "Ани Пробнян"},
		"":             {"", ""},
	} {
		if post, name := SplitPost(phrase, nil); post != want[0] || name != want[1] {
			t.Errorf("%s: %q, %q", phrase, post, name)
		}
	}
}

func TestEnumerate(t *testing.T) {
	for _, tt := range []struct {
		items []string
		want  string
	}{{nil, ""}, {[]string{"А"}, "А"}, {[]string{"А", "Б"}, "А и Б"}, {[]string{"А", "Б", "В"}, "А, Б и В"}} {
		if got := Enumerate(tt.items, "и"); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
