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
			typed := chosen(tmpl, given)
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
