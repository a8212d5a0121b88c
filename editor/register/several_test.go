package register

import (
	"strings"
	"testing"

	"communique/editor/grammar"
)

// TestListsThatEndWithNobody: what is left of a list is looked at once, though it may be parted in many ways before.
func TestListsThatEndWithNobody(t *testing.T) {
	text := strings.Repeat("Министр Анна Пробная, директор Иван Образцов и ", 40) + "слово"
	if all := (Registers{}).several(text); len(all) != 1 || all[0].text != text {
		t.Errorf("%d people", len(all))
	}
}

// TestPostOfSeveral: a post in the plural stands before the first of several names.
func TestPostOfSeveral(t *testing.T) {
	for typed, want := range map[string]string{
		"депутаты Иван Пробный, Анна Озерова":                       "депутатами Иваном Пробным, Анной Озеровой",
		"главы МИД России и Армении Иван Пробный и Пётр Образцов":   "главами МИД России и Армении Иваном Пробным и Петром Образцовым",
		"супруги Пётр Ильич и Анна Петровна Образцовы":              "супругами Петром Ильичом и Анной Петровной Образцовыми",
		"народные судьи Анна Озерова, Иван Пробный и Пётр Образцов": "народными судьями Анной Озеровой, Иваном Пробным и Петром Образцовым",
	} {
		if got := (Registers{}).Declined(grammar.House{}, typed).Forms[grammar.Instrumental]; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}
