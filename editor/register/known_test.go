package register

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/grammar"
)

// office knows people whose names no table has.
func office() Registers {
	return Registers{People: []Person{
		{First: "Ксанф", Patronymic: "Пробович", Last: "Озеро", Gender: grammar.Masculine, Posts: []Post{{Title: "Глава Совета Пробных Дел"}}},
		{First: "Ё", Last: "Пробчжон", Full: "Пробчжон Ё Чжон", Short: "Пробчжон", Gender: grammar.Feminine},
		{First: "Бакыт"},
		{Last: "Безымянный"},
	}}
}

func TestWhereAKnownNameBegins(t *testing.T) {
	for phrase, want := range map[string]string{
		"Глава Озеро Ксанф Озеро":      "Ксанф Озеро",
		"министр Озеро Ксанф":          "Озеро Ксанф",
		"министр Ксанф Пробович Озеро": "Ксанф Пробович Озеро",
		"министр Озеро Ксанф Пробович": "Озеро Ксанф Пробович",
		"министр К. Озеро":             "К. Озеро",
		"министр К.П. Озеро":           "К.П. Озеро",
		"министр Озеро К. П.":          "Озеро К. П.",
		"министр Озеро К.П.":           "Озеро К.П.",
		"Пробчжон Ё Чжон":              "Пробчжон Ё Чжон",
		"министр Пробчжон":             "Пробчжон",
		"министр Ё Пробчжон":           "Ё Пробчжон",
		"  министр   Бакыт ":           "Бакыт",
		"министр Безымянный":           "Безымянный",
		"министр Субакыт":              "",
		"министр П. Озеро":             "",
		"Ксанф Озеро, министр":         "",
		"":                             "",
	} {
		if got := office().NameAtEnd(phrase); got != want {
			t.Errorf("%s: %q", phrase, got)
		}
	}
}

func TestWhereAKnownPostEnds(t *testing.T) {
	for phrase, want := range map[string]string{
		"Глава Совета Пробных Дел Пробел Хз":  "Глава Совета Пробных Дел",
		" Глава Совета Пробных Дел Пробел Хз": "Глава Совета Пробных Дел",
		"Глава Совета Пробных Дел":            "",
		"Глава Совета Пробных Делегатов":      "",
		"": "",
	} {
		if got := office().PostAtStart(phrase); got != want {
			t.Errorf("%s: %q", phrase, got)
		}
	}
}

// What is typed declines with what the registers know of the name and the post.
func TestAPhraseIsDeclinedAsTheRegistersKnowIt(t *testing.T) {
	r := office().With(Registers{People: []Person{
		{First: "Анна", Last: "Пробная", Forms: grammar.Forms{"gen": "Анны-свет Пробной"}, Posts: []Post{{Title: "министр проб", Forms: grammar.Forms{"gen": "министра-свет проб"}}}},
	}})
	for phrase, want := range map[string]string{
		"министр проб Анна Пробная":      "министра-свет проб Анны-свет Пробной",
		"министр дел Анна Пробная":       "министра дел Анны-свет Пробной",
		"Анна Пробная":                   "Анны-свет Пробной",
		"министр проб":                   "министра проб",
		"секретарь Озеро Ксанф":          "секретаря Озеро Ксанфа",
		"секретарь Ё Пробчжон":           "секретаря Ё Пробчжон",
		"Глава Совета Пробных Дел Хз Цц": "Главы Совета Пробных Дел Хза Цца",
		"король Хз":                      "короля Хза",
	} {
		if got := r.Declined(grammar.House{}, phrase).Forms["gen"]; got != want {
			t.Errorf("%s: %q", phrase, got)
		}
	}
	if d := r.Declined(grammar.House{}, "секретарь Озеро Ксанф"); d.Guess || d.Gender != grammar.Masculine {
		t.Errorf("the card's gender is not taken: %+v", d)
	}
	if p := r.Parse("королева Ксанти"); p.Gender != grammar.Feminine {
		t.Errorf("the post's gender is not taken: %+v", p)
	}
}

// Whoever is typed the other way round, with the patronymic or with initials, is the
// person of the card: with its gender and its posts, and as it was typed.
func TestReadInEachSpelling(t *testing.T) {
	r := Registers{People: []Person{
		{First: "Ольга", Patronymic: "Петровна", Last: "Король", Posts: []Post{{Title: "Председатель Комитета"}}},
		{First: "Иван", Last: "Пробный", Forms: grammar.Forms{"gen": "Иоанна Пробного"}},
	}}
	for typed, want := range map[string]string{
		"Король Ольга Петровна": "Король Ольги Петровны", "Король О.П.": "Король О.П.", "О.П. Король": "О.П. Король", "Ольга Король": "Ольги Король",
		"Иван Пробный": "Иоанна Пробного", "Пробный Иван": "Пробного Ивана", "посол Пробный И.": "посла Пробного И.",
	} {
		_, known, ok := r.Read(typed)
		if d := r.Declined(grammar.House{}, typed); !ok || d.Guess || d.Forms["gen"] != want {
			t.Errorf("%s: %t, %+v, %q", typed, ok, known, d.Forms["gen"])
		}
		if strings.Contains(typed, "Король") && (known.Gender != grammar.Feminine || len(known.Posts) != 1) {
			t.Errorf("%s: %+v", typed, known)
		}
	}
}

func BenchmarkKnown(b *testing.B) {
	var r Registers
	for i := range 10_000 {
		r.People = append(r.People, Person{First: fmt.Sprintf("Имя%d", i), Last: fmt.Sprintf("Пробнов%d", i), Posts: []Post{{Title: fmt.Sprintf("министр %d", i)}}})
	}
	for b.Loop() {
		r.Declined(grammar.House{}, "Глава Совета Пробных Дел Имя9999 Пробнов9999")
	}
}

// A post behind a name is declined as one, whether or not a register has the person.
func TestAPostBehindItsName(t *testing.T) {
	for phrase, want := range map[string]string{
		"Осипова Марина Валерьевна, заместитель директора департамента": "Осиповой Марине Валерьевне, заместителю директора департамента",
		"Анна Озерова, директор архива":                                 "Анне Озеровой, директору архива",
		"Анна Озерова – директор архива Республики":                     "Анне Озеровой – директору архива Республики",
		"Министр Анна Озерова, директор архива":                         "Министру Анне Озеровой, директору архива",
	} {
		if got := sample().Declined(grammar.House{}, phrase); got.Forms[grammar.Dative] != want || got.Gender != grammar.Feminine {
			t.Errorf("%s: %s, %v", phrase, got.Forms[grammar.Dative], got.Gender)
		}
	}
}

// Several people decline each by themselves.
func TestSeveralPeople(t *testing.T) {
	for phrase, want := range map[string]string{
		"Иван Пробный, Анна Озерова":                                                "Ивану Пробному, Анне Озеровой",
		"Мирлан Осмон уулу, Анна Озерова":                                           "Мирлану Осмон уулу, Анне Озеровой",
		"Министр обороны Иван Пробный, Министр иностранных дел Анна Озерова":        "Министру обороны Ивану Пробному, Министру иностранных дел Анне Озеровой",
		"Иван Пробный, Олег Озеров и посол Ольга Тихая":                             "Ивану Пробному, Олегу Озерову и послу Ольге Тихой",
		"Министр экономики и Первый заместитель Премьер-министра Анна Озерова":      "Министру экономики и Первому заместителю Премьер-министра Анне Озеровой",
		"Министр по делам Севера, Сибири и Востока Иван Пробный":                    "Министру по делам Севера, Сибири и Востока Ивану Пробному",
		"Генеральный секретарь Совета – руководитель Секретариата МПА Олег Пробный": "Генеральному секретарю Совета – руководителю Секретариата МПА Олегу Пробному",
		"директор театра К.С. Пробного и В.И. Озерова Анна Пробная":                 "директору театра К.С. Пробного и В.И. Озерова Анне Пробной",
		"директор школы А.Б. Озерова и В.И. Пробный":                                "директору школы А.Б. Озеровой и В.И. Пробному",
	} {
		r := sample()
		r.People = append(r.People, Person{First: "Вера", Last: "Вымыслова", Posts: []Post{{Title: "Генеральный секретарь Совета"}}})
		if got := r.Declined(grammar.House{}, phrase); got.Forms[grammar.Dative] != want || got.Guess || got.Kind != grammar.Person {
			t.Errorf("%s: %+v", phrase, got)
		}
	}
}

// TestManyAreReadInTime reads long lists; one that is tried in every way never ends.
func TestManyAreReadInTime(t *testing.T) {
	for _, item := range []string{"Армения", "А", "министр Пробный", "Иван Пробный", "Министр обороны Иван Пробный"} {
		phrase := strings.TrimSuffix(strings.Repeat(item+", ", 100), ", ")
		got := sample().Declined(grammar.House{}, phrase)
		if named := strings.Contains(item, "Иван"); named && strings.Count(got.Forms[grammar.Dative], "Ивану Пробному") != 100 || got.Forms[grammar.Nominative] != phrase {
			t.Errorf("%s: %q", item, got.Forms[grammar.Dative])
		}
	}
}
