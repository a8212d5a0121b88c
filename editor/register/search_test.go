package register

import (
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// What is typed finds by the beginnings of words, names first, of one kind or of all.
func TestFindInTheIndex(t *testing.T) {
	r := Registers{
		People: []Person{
			{First: "Анна", Last: "Советова", Patronymic: "Ильинична", English: "Anna Sovetova", Posts: []Post{{Title: "секретарь Совета", From: day("2020-01-01")}, {Title: "бывший член", Until: day("2019-01-01")}}},
			{First: "Иван", Last: "Пробный"},
		},
		Organisations: []Organisation{{Name: "Совет пробных государств", Short: "Проба", Abbreviation: "СПГ", English: "Council"}},
		Places:        []Place{{Name: "Бишкек", English: "own Bishkek"}, {Name: "Советское", Official: "Республика Советская"}},
	}
	x := NewIndex(grammar.House{}, r, release.Date{})
	for _, tt := range []struct {
		kind        grammar.Kind
		typed, want string
		limit       int
	}{
		{"", "совет", "Совет пробных государств, Советское, Анна Советова, Республика Советская", 10},
		{"", "совет", "Совет пробных государств, Советское", 2},
		{"", "совет", "Совет пробных государств", 1},
		{grammar.Person, "совет", "Анна Советова", 10},
		{grammar.Place, "советск", "Советское, Республика Советская", 10},
		{grammar.Organisation, "", "Совет пробных государств", 10},
		{"", "ильинич", "Анна Советова", 10},
		{"", "sovet", "Анна Советова", 10},
		{"", "секретаря", "Анна Советова", 10},
		{"", "бывший", "", 10}, // a post that is over
		{"", "спг", "Совет пробных государств", 10},
		{"", "проба", "Совет пробных государств", 10},
		{"", "council", "Совет пробных государств", 10},
		{"", "сов анн", "Анна Советова", 10},
		{"", "анн сов", "Анна Советова", 10},
		{"", "own", "Бишкек", 10},
		{"", "пробным", "Иван Пробный", 10},
		{"", "овет", "", 10},
		{"", "совет нет", "", 10},
	} {
		var names []string
		for _, hit := range x.Find(tt.kind, tt.typed, tt.limit) {
			names = append(names, hit.Name)
		}
		if got := strings.Join(names, ", "); got != tt.want {
			t.Errorf("%s %q: %s", tt.kind, tt.typed, got)
		}
	}
	anna := x.Find(grammar.Person, "анна", 1)[0]
	if anna.Kind != grammar.Person || anna.Post != "секретарь Совета" || anna.Forms["gen"] != "Анны Советовой" || anna.PostForms["gen"] != "секретаря Совета" || anna.Guess {
		t.Errorf("%+v", anna)
	}
	if ivan := x.Find(grammar.Person, "иван", 1)[0]; ivan.Post != "" || ivan.PostForms != nil {
		t.Errorf("%+v", ivan)
	}
	official := x.Find(grammar.Place, "республика советская", 1)[0]
	if official.Kind != grammar.Place || official.Forms["gen"] != "Республики Советская" && official.Forms["gen"] != "Республики Советской" {
		t.Errorf("%+v", official)
	}
	if n := len(x.Find(grammar.Place, "бишкек", 10)); n != 1 {
		t.Errorf("the shipped one stands beside the office's own: %d", n)
	}
	if council := x.Find(grammar.Organisation, "совет", 1)[0]; council.Forms["gen"] != "Совета пробных государств" || council.Guess {
		t.Errorf("%+v", council)
	}
	if got := x.Find("", "", 3); len(got) != 3 || got[0].Name != "Анна Советова" {
		t.Errorf("nothing typed: %+v", got)
	}
}
