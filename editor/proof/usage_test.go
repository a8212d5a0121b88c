package proof

import (
	"slices"
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

// TestFormsThatACardVouchesFor: a name whose sex a card tells, or whose forms a person set, is in one case as the card has it.
func TestFormsThatACardVouchesFor(t *testing.T) {
	cards := NewRegisters(register.Registers{People: []register.Person{
		{First: "Рене", Last: "Мавзаль", Gender: grammar.Masculine},
		{First: "Иван", Last: "Тихий", Forms: grammar.Forms{grammar.Instrumental: "Иваном Тихого"}},
	}}, grammar.House{})
	for text, want := range map[string][2]bool{ // without the cards, with them
		"Прошла встреча министра культуры Рене Мавзаля.": {true, false},
		"Прошла встреча с Иваном Тихого.":                {true, false},
		"Прошла встреча с Петром Тихого.":                {true, true},
	} {
		r := release.New("ru")
		r.Lead = text
		for i, registers := range []*Registers{nil, cards} {
			found := slices.ContainsFunc(Check(r, Params{Registers: registers}), func(f Finding) bool { return f.Code == NameCase })
			if found != want[i] {
				t.Errorf("%q, cards %v: found %v", text, registers != nil, found)
			}
		}
	}
}
