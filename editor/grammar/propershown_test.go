package grammar

import (
	"fmt"
	"strings"
	"testing"
)

// TestProperNamesShow: what the forms of surnames and places can be, the cases of each gender together.
func TestProperNamesShow(t *testing.T) {
	surname := func(word string) string {
		cases := map[Gender][]string{}
		shown := SurnameShows(word)
		for _, c := range Cases() {
			for _, s := range shown {
				if s.Case == c {
					cases[s.Gender] = append(cases[s.Gender], string(c))
				}
			}
		}
		return fmt.Sprintf("m %s, f %s", strings.Join(cases[Masculine], " "), strings.Join(cases[Feminine], " "))
	}
	const each = "nom gen dat acc ins prep"
	for word, want := range map[string]string{
		"Пробный": "m nom, f ", "Пробного": "m gen acc, f ", "Тихая": "m gen acc, f nom", "Бугая": "m gen acc, f nom", "Тихую": "m dat acc, f acc", "Пробной": "m nom ins, f gen dat ins prep",
		"Зася": "m nom gen acc, f nom", "Цой": "m nom, f " + each, "Цоем": "m nom ins, f " + each, "Седых": "m " + each + ", f " + each,
		"Шапшой": "m nom ins, f ins", "Пробяна": "m nom gen acc, f nom", "X": "m , f ", "Э": "m , f ",
	} {
		if got := surname(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{
		"Москвой": "[ins]", "Иран": "[nom acc]", "Крыму": "[dat prep]", "США": "[" + each + "]", "москву": "[acc]", "Стол": "[]", "Орле": "[]",
	} {
		if got := fmt.Sprint(PlaceShows(word)); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"нашу": "[{f acc false}]", "Этом": "[{m prep false} {n prep false}]", "моём": "[{m prep false} {n prep false}]", "стол": "[]"} {
		if got := fmt.Sprint(PronounShows(word)); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}
