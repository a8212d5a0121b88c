package grammar

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPluralOf(t *testing.T) {
	for phrase, want := range map[string]string{
		"министр": "министры", "Министр обороны": "Министры обороны", "новая школа": "новые школы", "летний день": "летние дни",
		"глава ведомства": "главы ведомства", "большой город": "большие города", "последнее решение": "последние решения", "ребёнок": "дети",
		"Анна Озерова": "", "министры": "", "МИД": "", "": "",
	} {
		if got, ok := PluralOf(phrase); got[Nominative] != want || ok != (want != "") {
			t.Errorf("%q: %q, %t", phrase, got, ok)
		}
	}
}

func TestFormsOfThePlural(t *testing.T) {
	forms, _ := PluralOf("новый министр обороны")
	for c, want := range map[Case]string{Genitive: "новых министров обороны", Accusative: "новых министров обороны", Instrumental: "новыми министрами обороны"} {
		if forms[c] != want {
			t.Errorf("%s: %q", c, forms[c])
		}
	}
}

func TestAdjectiveForms(t *testing.T) {
	for word, want := range map[string]string{
		"новый":      "новый новая новое новые новых новую",
		"российский": "российский российская российское российские российских российскую",
		"последний":  "последний последняя последнее последние последних последнюю",
		"большой":    "большой большая большое большие больших большую",
		"Молодой":    "Молодой Молодая Молодое Молодые Молодых Молодую",
		"общий":      "общий общая общее общие общих общую",
		"новая":      "новый новая новое новые новых новую",
	} {
		forms, ok := AdjectiveForms(word)
		got := fmt.Sprint(forms[Shown{Gender: Masculine, Case: Nominative}], " ", forms[Shown{Gender: Feminine, Case: Nominative}], " ", forms[Shown{Gender: Neuter, Case: Nominative}], " ",
			forms[Shown{Gender: Plural, Case: Nominative}], " ", forms[Shown{Gender: Plural, Case: Genitive}], " ", forms[Shown{Gender: Feminine, Case: Accusative}])
		if !ok || got != want {
			t.Errorf("%q: %q, %t", word, got, ok)
		}
	}
	for _, word := range []string{"министр", "соглашение", "в", "", "третий"} {
		if forms, ok := AdjectiveForms(word); ok {
			t.Errorf("%q: %v", word, forms)
		}
	}
}

func TestShows(t *testing.T) {
	show := func(all []Shown) string {
		var texts []string
		for _, s := range all {
			texts = append(texts, string(s.Gender)+"."+string(s.Case))
		}
		return strings.Join(texts, " ")
	}
	for word, want := range map[string]string{
		"министром": "m.ins", "города": "m.gen pl.nom pl.acc", "Встрече": "f.dat f.prep", "Пробному": "",
		"государства-членов": "pl.acc", "страной-участницей": "f.ins", "генерал-майору": "m.dat", "видео-конференцию": "f.acc", "человеко-дней": "", "по-новому": "",
	} {
		if got := show(NounShows(word)); got != want {
			t.Errorf("%q: %q", word, got)
		}
	}
	for word, want := range map[string]string{"новому": "m.dat n.dat", "этим": "m.ins n.ins pl.dat", "министр": ""} {
		if got := show(AdjectiveShows(word)); got != want {
			t.Errorf("%q: %q", word, got)
		}
	}
}

// TestGoverned holds the two lists of prepositions together.
func TestGoverned(t *testing.T) {
	for word := range simplePrepositions.All() {
		if governed()[word] == nil && word != "наряду" && word != "вплоть" { // those stand before another preposition
			t.Errorf("%q takes no case", word)
		}
	}
	if !slices.Equal(CasesAfter("Со"), []Case{Instrumental, Genitive}) || CasesAfter("Сова") != nil {
		t.Error(CasesAfter("Со"), CasesAfter("Сова"))
	}
}

func TestIsTitleNoun(t *testing.T) {
	for word, want := range map[string]bool{"министра": true, "Комитетом": true, "Президент": true, "помощь": false, "рубежей": false, "": false} {
		if got := IsTitleNoun(word); got != want {
			t.Errorf("%q: %t", word, got)
		}
	}
}

func TestIsGivenName(t *testing.T) {
	for word, want := range map[string]bool{
		"Анна": true, "Анной": true, "Петром": true, "Петру": true, "Марии": true, "Игорем": true, "Петровичем": true, "Ивановны": true,
		"Министр": false, "Образцов": false, "Москвы": false, "по": false, "Минск": false, "Аннаш": false,
	} {
		if got := IsGivenName(word); got != want {
			t.Errorf("%q: %t", word, got)
		}
	}
}
