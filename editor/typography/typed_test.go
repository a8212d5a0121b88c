package typography

import (
	"strings"
	"testing"
)

// typed types letter by letter, as Typed sets them, before what stands there.
func typed(s Typesetter, text, after string) string {
	line := ""
	for _, r := range text {
		line += string(r)
		line = Apply(line, s.Typed(line, after))
	}
	return strings.ReplaceAll(line, "\u00a0", "·")
}

func TestTyped(t *testing.T) {
	for text, want := range map[string]string{
		`Он сказал: "Да". И ушёл`:        "Он·сказал: «Да». И·ушёл",
		`"Завод "Рассвет"" открыт`:       "«Завод „Рассвет“» открыт",
		`("слово") и "слово"`:            "(«слово») и·«слово»",
		`монитор 17" и 19"`:              `монитор 17" и·19"`,
		`Бишкек - столица`:               "Бишкек·— столица",
		`Бишкек -- столица`:              "Бишкек·— столица",
		`кто-то, из-за`:                  "кто-то, из-за",
		`"Да", - сказал он.`:             "«Да»,·— сказал·он.",
		`в 5 км, № 7 и он же сказал`:     "в·5·км, №·7 и·он·же сказал",
		`11 сентября 2024 года, А. С. П`: "11·сентября 2024·года, А.·С.·П",
		`5 - 3 = 2`:            "5·— 3 = 2",
		`She said "yes" to it`: "She said “yes” to it",
		`http://a.ru/"x"`:      `http://a.ru/"x"`,
		`Сайт "http://a.ru/"`:  "Сайт «http://a.ru/»",

		`На сайте "http://a.ru/?d="x"", да`: `На·сайте «http://a.ru/?d="x"», да`,
		`"http://a.ru/("x")" и "да"`:        `«http://a.ru/("x")» и·«да»`,
	} {
		if got := typed(Typesetter{}, text, ""); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	long := strings.Repeat("Длинная строка. ", 60)
	if got, ok := strings.CutPrefix(typed(Typesetter{}, long+"Он - в доме", long), long); !ok || got != "Он·— в·доме" {
		t.Errorf("in a long line: %s", got)
	}
	if got := typed(Typesetter{House: House{Dash: EnDash}}, `Это - "`, "дом"); got != "Это·– «" {
		t.Errorf("before words, with the en dash: %s", got)
	}
}
