package proof

import (
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// TestNamesInAnotherUsage: a text of before the office declined names otherwise names nobody else, and misspells nobody.
func TestNamesInAnotherUsage(t *testing.T) {
	cards := register.Registers{People: []register.Person{
		{First: "Файзали", Last: "Пробнозода", Gender: grammar.Masculine, Posts: []register.Post{{Title: "Председатель Палаты представителей"}}},
		{First: "Назгуль", Last: "Образцова", Gender: grammar.Feminine, Posts: []register.Post{{Title: "чрезвычайный посол"}}},
	}}
	for _, lead := range []string{
		"Состоялась встреча Председателя Палаты представителей Файзали Пробнозоды с чрезвычайным послом Назгулью Образцовой.",
		"Состоялась встреча Председателя Палаты представителей Файзали Пробнозода с чрезвычайным послом Назгуль Образцовой.",
	} {
		for _, house := range (grammar.House{}).Usages("ru") {
			r := release.New("ru")
			r.Headline, r.Date = "Встреча", release.Date{Year: 2024, Month: 9, Day: 11}
			r.Lead = lead
			for _, f := range Check(r, Params{Registers: NewRegisters(cards, house)}) {
				if f.Field == release.LeadField {
					t.Errorf("%+v: %s in %q", house, f.Code, f.Text)
				}
			}
		}
	}
}
