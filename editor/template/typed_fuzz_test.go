package template

import (
	"strings"
	"testing"

	"communique/editor/grammar"
)

// FuzzTyped puts whatever a person may type into a field of each kind, by each word and case that it takes and between words of the
// template: nothing ends the program.
func FuzzTyped(f *testing.F) {
	for _, text := range []string{
		"The Minister, A B", "The Minister of Foreign Affairs, Jo Li", "Improve and open", "PEOPLE OF PROBIA", "12 memoranda", "On “Clean Oceans”, Room III",
		"Министр обороны Пётр Кравец", "О подготовке; Как быть", "ЛИ", "«", "", "The ", "a, b", "с 9 по 11 сентября", "1", "to", "The , ", "Dr. ", "of of, of", "ministers of Finland,  , Council and experts", " , and Council", "the  and the ", ", ", "x between the and Council",
	} {
		f.Add(text)
	}
	var lead strings.Builder
	for _, field := range blanks {
		words := modifiers[field.Kind]
		lead.WriteString("{" + field.Name + "}, is {" + field.Name + "} of {" + field.Name + "}; ")
		for _, word := range words.words {
			lead.WriteString("discussed {" + field.Name + "." + word + "}, обсудили {" + field.Name + "." + word + "} с целью {" + field.Name + "." + word + "}. ")
		}
		if words.cases {
			for _, c := range grammar.Cases() {
				lead.WriteString("{" + field.Name + "." + string(c) + "} о {" + field.Name + "." + string(c) + "} ")
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		values := map[string]Value{}
		for _, field := range blanks {
			values[field.Name] = Value{Text: text}
		}
		for _, language := range []string{"ru", "en", "kk"} {
			tmpl := Template{Name: "try", Language: language, Kind: "news", Headline: "{guest} {event:was/were} {present}", Lead: lead.String(), Fields: blanks}
			_, _ = tmpl.Fill(Office{}, values) // what it refuses is its own matter
		}
	})
}
