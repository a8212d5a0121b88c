package template

import (
	"strings"
	"testing"

	"communique/editor/grammar"
)

// A house that writes no ё finds none in any of the shipped templates, whatever
// they are filled with; one that has it in names finds it nowhere else.
func TestYoInEveryTemplate(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, given := range values(t, "ru") {
		for _, name := range shipped {
			tmpl, err := set.Find(name, "ru")
			if err != nil {
				t.Fatal(err)
			}
			typed := chosen(tmpl, given, 0)
			for field, value := range typed {
				if tmpl.field(field).Kind == Text { // what a person writes stays
					value.Text = strings.ReplaceAll(value.Text, "ё", "е")
					typed[field] = value
				}
			}
			for _, yo := range []grammar.Yo{grammar.YoNowhere, grammar.YoInNames} {
				filled, err := tmpl.Fill(Office{House: grammar.House{Yo: yo}, Registers: office}, typed)
				if err != nil {
					t.Fatal(err)
				}
				var text strings.Builder
				write(&text, filled.Release)
				for _, word := range strings.Fields(text.String()) {
					if strings.Contains(word, "ё") && (yo == grammar.YoNowhere || strings.ToLower(word) == word) {
						t.Errorf("%q, %s: %s", yo, name, word)
					}
				}
			}
		}
	}
}

func TestYoOfTheTemplate(t *testing.T) {
	tmpl := Template{
		Name: "try", Language: "ru", Kind: "news", Headline: "{guest.full}", Lead: "Её итоги {guest:подвёл/подвела/подвело/подвели} {guest.ins.full}; {stage} {org.gen} {place.in} учтён",
		Fields: []Field{{Name: "guest", Kind: Person}, {Name: "stage", Kind: Choice, Options: []string{"приём"}}, {Name: "org", Kind: Organisation}, {Name: "place", Kind: Place}},
	}
	given := map[string]Value{"guest": {Text: "Учёный секретарь Пётр Пробнёв"}, "stage": {Text: "приём"}, "org": {Text: "Объединённый штаб"}, "place": {Text: "Могилёв"}}
	for yo, want := range map[grammar.Yo][2]string{
		grammar.YoEverywhere: {"Учёный секретарь Пётр Пробнёв", "Её итоги подвёл Учёным секретарём Петром Пробнёвым; приём Объединённого штаба в Могилёве учтён"},
		grammar.YoInNames:    {"Ученый секретарь Пётр Пробнёв", "Ее итоги подвел Ученым секретарем Петром Пробнёвым; прием Объединенного штаба в Могилёве учтен"},
		grammar.YoNowhere:    {"Ученый секретарь Петр Пробнев", "Ее итоги подвел Ученым секретарем Петром Пробневым; прием Объединенного штаба в Могилеве учтен"},
	} {
		filled, err := tmpl.Fill(Office{House: grammar.House{Yo: yo}, Registers: office}, given)
		if err != nil || filled.Release.Headline != want[0] || filled.Release.Lead != want[1] {
			t.Errorf("%q: %s; %s; %v", yo, filled.Release.Headline, filled.Release.Lead, err)
		}
	}
}

// TestYoOfEveryPlaceholder: every word and case in which a text can ask for a field of each
// kind has ё as the house writes it, certain or guessed; in English nothing is touched.
func TestYoOfEveryPlaceholder(t *testing.T) {
	typed := map[FieldKind][]string{
		Text:         {"ёмкий отчёт", "приём и учёт", "о подсчёте", "как учёл совет", "то, что ведёт", "Пётр Хмелёв", "учёный секретарь Семён Зуёв", "в селе Тёплом", "удалённо", "Могилёв", "Объединённый штаб и Счётная палата", "три отчёта", "трёх лётчиков", "зёбр", "«Жёлтый дом»", "жёлудь, орёл и лёд", "9–10 марта 2027 года"},
		Choice:       {"расчётный"},
		Time:         {"10:00 по кишинёвскому времени", "10:00 (кишинёвское время)", "днём", "после приёма", "в 10:00 по тёплому времени"},
		Date:         {"11.09.2024", "3–4 марта 2027 года"},
		Place:        {"Могилёв", "село Тёплое", "полигон «Зелёный»", "Орёл и Кремль", "Королёв", "пёстрая зёбра"},
		Person:       {"Учёный секретарь Пётр Хмелёв", "Семён", "Зуёв Семён", "актёр Ён Ё Чжон", "Алёна Зёбрак, лётчик", "Счётная палата", "секретарь Пётр Лёд"},
		People:       {"лётчик Пётр Хмелёв; актёр Семён Зуёв", "Пётр Хмелёв и Семён Зуёв", "партнёры, Счётная палата и другие", "учёные"},
		Organisation: {"Объединённый штаб", "Счётная палата", "«Жёлтый дом»", "Зёбра", "МЧС и Учёный совет", "приёмная"},
	}
	fill := func(language string, yo grammar.Yo, field Field, text, typed string) string {
		tmpl := Template{Name: "try", Language: language, Kind: "news", Headline: "{a}", Lead: text, Fields: []Field{field}}
		filled, err := tmpl.Fill(Office{House: grammar.House{Yo: yo}, Registers: office}, map[string]Value{"a": {Text: typed}})
		if err != nil {
			t.Fatal(err)
		}
		return filled.Release.Lead
	}
	changed := 0
	for kind, values := range typed {
		field := Field{Name: "a", Kind: kind, Options: typed[Choice]}
		for _, placeholder := range placeholdersOf(kind) {
			for _, value := range values {
				text := "Её итоги: " + placeholder + " подведёт."
				free := fill("ru", grammar.YoAsWritten, field, text, value)
				if got := fill("ru", grammar.YoEverywhere, field, text, value); got != free {
					t.Errorf("%s, %s: %s and %s", value, placeholder, got, free)
				}
				never := fill("ru", grammar.YoNowhere, field, text, value)
				if want := strings.NewReplacer("ё", "е", "Ё", "Е").Replace(free); never != want {
					t.Errorf("%s, %s: %s, want %s", value, placeholder, never, want)
				}
				names := fill("ru", grammar.YoInNames, field, text, value)
				for _, word := range strings.Fields(names) {
					if strings.Contains(word, "ё") && strings.ToLower(word) == word {
						t.Errorf("%s, %s, names only: %s", value, placeholder, word)
					}
				}
				if strings.Contains(free, "Хмелёв") && !strings.Contains(names, "Хмелёв") {
					t.Errorf("%s, %s, names only: %s", value, placeholder, names)
				}
				if never != free {
					changed++
				}
				english := strings.ReplaceAll(text, "Её", "Ёё")
				if a, b := fill("en", grammar.YoNowhere, field, english, value), fill("en", grammar.YoAsWritten, field, english, value); a != b {
					t.Errorf("%s, %s in English: %s and %s", value, placeholder, a, b)
				}
			}
		}
	}
	if changed < 500 {
		t.Errorf("only %d texts had a ё", changed)
	}
}

// placeholdersOf are all that a text can ask of a field a.
func placeholdersOf(kind FieldKind) []string {
	cases := []string{""}
	if modifiers[kind].cases {
		for _, c := range grammar.Cases() {
			cases = append(cases, "."+string(c))
		}
	}
	var all []string
	for _, c := range cases {
		for _, word := range append([]string{""}, modifiers[kind].words...) {
			if word != "" {
				word = "." + word
			}
			all = append(all, "{a"+c+word+"}")
		}
	}
	return append(all, "{a:учёл/учла/учло/учли}")
}
