package template

import (
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// Whom an English template names is offered the next time, under the name and with the post that were typed.
func TestLearnEnglish(t *testing.T) {
	known := register.Registers{
		People: []register.Person{
			{First: "Юлия", Last: "Щеткина", Posts: []register.Post{{Title: "посол Пробии"}}},
			{First: "Анна", Last: "Озерова", English: "Anna Ozerova"},
			{First: "Zlata", Last: "Probikova"},
			{First: "Zdenek", Last: "Probik", Posts: []register.Post{{Title: "Chairman"}}},
			{First: "Пётр", Last: "Образцов"},
			{First: "Петр", Last: "Образцов"},
		},
		Places: []register.Place{{Name: "Пробноград", English: "Probnograd"}, {Name: "Probnya", Official: "Republic of Probnya"}},
	}
	tmpl := Template{Name: "try", Language: "en", Fields: blanks}
	for name, tt := range map[string]struct {
		field, text, want string
	}{
		"a post behind the name":               {"guest", "Ivan Probny, Secretary General of the Council", "Ivan|Probny||Secretary General of the Council"},
		"a post before the name":               {"guest", "President Ivan Probny", "Ivan|Probny||President"},
		"a long post before the name":          {"guest", "the Minister of Health of Probia Irina Probnaya", "Irina|Probnaya||Minister of Health of Probia"},
		"a post, a comma and the name":         {"guest", "The Minister of Trade, Irina Probnaya", "Irina|Probnaya||Minister of Trade"},
		"a courtesy":                           {"guest", "H.E. Ms. Irina Probnaya, Ambassador of Probia", "Irina|Probnaya||Ambassador of Probia"},
		"a name alone":                         {"guest", "Ivan bin Probny", "Ivan bin|Probny||"},
		"several, a line each":                 {"present", "Ivan Probny, Rector\nheads of delegations\nIrina Probnaya, Dean", "Ivan|Probny||Rector; Irina|Probnaya||Dean"},
		"the English name of a card":           {"guest", "Yulia Shchetkina, Ambassador of Probia", "Юлия|Щеткина|Yulia Shchetkina|посол Пробии"},
		"a first post":                         {"guest", "Zlata Probikova, Chairman", "Zlata|Probikova||Chairman"},
		"known with its post":                  {"guest", "Zdenek Probik, Chairman", ""},
		"known with another post":              {"guest", "Zdenek Probik, Governor", ""},
		"no English post for a Russian card":   {"guest", "Anna Ozerova, Governor", ""},
		"two cards may be meant":               {"guest", "Pyotr Obraztsov", "Pyotr|Obraztsov||"},
		"a name of everyday words":             {"guest", "Supreme Sample", ""},
		"with a post, a name of everyday ones": {"guest", "Mark Stone, Director of Programmes", "Mark|Stone||Director of Programmes"},
		"a body with a post":                   {"guest", "Human Rights Watch, director", ""},
		"a body":                               {"guest", "European Union", ""},
		"a post alone":                         {"guest", "Minister of Trade", ""},
		"a rank that is no name":               {"guest", "Chief of Staff Colonel Ivan Probny", ""},
		"a town behind the name":               {"guest", "Ivan Probny, Moscow", ""},
		"a body that has a post behind it":     {"guest", "Probny Foundation, Chairman of the Board", ""},
		"an agency with a post behind it":      {"guest", "TASS Probny, Director of the Bureau", ""},
		"a town with a post behind it":         {"guest", "Addis Ababa, Governor of the region", ""},
		"a state by its official name":         {"place", "Republic of Probnya", ""},
		"a place":                              {"place", "Probgrad", "Probgrad"},
		"a place of the registers":             {"place", "Probnograd", ""},
		"a place that the program knows":       {"place", "Geneva", ""},
		"a place of two parts":                 {"place", "Probgrad, Probia", ""},
		"no place":                             {"place", "the assembly hall", ""},
	} {
		learned := tmpl.Learn(map[string]Value{tt.field: {Text: tt.text}}, known)
		var got []string
		for _, p := range learned.Registers.People {
			title := ""
			if len(p.Posts) > 0 {
				title = p.Posts[0].Title
			}
			got = append(got, strings.Join([]string{p.First, p.Last, p.English, title}, "|"))
		}
		for _, p := range learned.Registers.Places {
			got = append(got, p.Name)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %q, not %q", name, got, tt.want)
		}
		if again := tmpl.Learn(map[string]Value{tt.field: {Text: tt.text}}, known.Add(learned.Registers)); again.Registers.Count() != 0 {
			t.Errorf("%s: learned again: %+v", name, again.Registers)
		}
	}
	tmpl.Language = "kk"
	if none := tmpl.Learn(map[string]Value{"guest": {Text: "President Ivan Probny"}}, register.Registers{}).Registers; none.Count() != 0 {
		t.Errorf("in a language that the program does not read: %+v", none)
	}
}

// What was learned is found by its first letters, and is written with its post the next time.
func TestWhatWasLearnedInEnglishIsWritten(t *testing.T) {
	tmpl := Template{Name: "try", Language: "en", Kind: "news", Headline: "{guest.full} speaks", Lead: "Words of {guest.name}.", Fields: blanks}
	learned := tmpl.Learn(map[string]Value{"guest": {Text: "Ivan Probny, Secretary General of the Council"}}, register.Registers{}).Registers
	hits := register.NewIndex(grammar.House{}, learned, release.Date{}).Find(grammar.Person, "Prob", 5)
	if len(hits) != 1 || hits[0].Text() != "Ivan Probny" {
		t.Fatalf("found %+v", hits)
	}
	filled, err := tmpl.Fill(Office{Registers: learned}, map[string]Value{"guest": {Text: hits[0].Text()}})
	if want := "Ivan Probny, Secretary General of the Council, speaks"; err != nil || filled.Release.Headline != want || filled.Release.Lead != "Words of Ivan Probny." || len(filled.Guesses) > 0 {
		t.Errorf("got %q, %q, %v, %v", filled.Release.Headline, filled.Release.Lead, filled.Guesses, err)
	}
}
