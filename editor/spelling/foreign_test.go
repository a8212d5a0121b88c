package spelling

import (
	"strings"
	"testing"
)

// What is in another language than the program's is passed over, by what is said of the
// release, or by its words.
func TestLanguages(t *testing.T) {
	c := New(Params{})
	for _, test := range []struct {
		name, language, text string
		misspelt, foreign    int
	}{
		{"Russian in a French release", "fr", "Министр отметил развитие сотрудничества и подвёл итоги совещяния в столице", 1, 0},
		{"French in a French release, a line without small words", "fr", "Rencontre bilatérale officielle", 0, 3},
		{"English in a French release", "fr", "The Minister met the ambassador of the republic and gave a recepton in the capital", 1, 0},
		{"Kazakh without letters of its own", "kk", "Министр кездесу барысында ынтымактастыкты талкылады", 0, 5},
		{"Russian in a Kazakh release", "kk", "Министр обсудил с послом развитие сотрудничества в области транспорта и енергетики", 1, 0},
		{"a region behind the language", "ru-RU", "Министр обсудил сотрудничесво", 1, 0},
		{"Indonesian, by its words", "", "Menteri bertemu duta besar negara sahabat pagi tadi bersama delegation partner business", 0, 12},
		{"English with names of other tongues", "", "The Minister visited Rio de la Plata and La Paz with the delegation of the recepton", 1, 0},
		{"English with words that are unknown", "", "The recepton was heldd for the delegashun of the republic", 3, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := c.CheckIn(test.language, test.text)
			if len(r.Misspelt) != test.misspelt || r.Skipped[Foreign] != test.foreign {
				t.Errorf("%d misspelt, %d foreign, want %d and %d: %+v", len(r.Misspelt), r.Skipped[Foreign], test.misspelt, test.foreign, r.Misspelt)
			}
		})
	}
}

// The same words are another text in another language, and near a short word lies anything.
func TestFindingsByLanguage(t *testing.T) {
	find := New(Params{}).Sources()[0].Find
	const text = "Rencontre bilaterale officielle"
	if french, english := find("fr", text), find("en", text); len(french) != 0 || len(english) == 0 {
		t.Errorf("in French %v, in English %v", french, english)
	}
	for _, test := range []struct{ text, other string }{{"Подписан мемарандум сторон", "меморандум"}, {"Подписан вщо сторон", ""}} {
		if spots := find("ru", test.text); len(spots) != 1 || spots[0].Other != test.other {
			t.Errorf("%s: %+v, want %q", test.text, spots, test.other)
		}
	}
}

// Small words within names are right there alone, and what is made of a known word is right, but for one «н» in the place of two.
func TestFormations(t *testing.T) {
	c := New(Params{})
	for text, want := range map[string]string{
		"The minister of the house has met Leonardo da Vinci and the wife of Luka van der Berg with da others": "da",
		"The minister of the house met da Silva": "da",
		"Встретили Оскара ду Мело, Абд уль Хана и Анну фон дер Берг, а потом ду нас":                       "ду",
		"The denuclearization was containerised and regionalized":                                          "",
		"They were generalizd and seprized and heaterize":                                                  "generalizd seprized",
		"Облдума, районная райдума и Маджлиси намояндагон считаные дни рассматривают закон":                "",
		"Договор был подписаный и прописаный, а воробей непуганый, носок нештопаный и хлеб свежемороженый": "подписаный прописаный",
		"The denuclearsation of the peninsula": "denuclearsation",
	} {
		got := ""
		for _, m := range c.Check(text).Misspelt {
			if !m.Name {
				got = strings.TrimSpace(got + " " + m.Text)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
