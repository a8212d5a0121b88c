package template

import "testing"

// TestWithoutStop takes the full stop from a headline, unless an abbreviation has it.
func TestWithoutStop(t *testing.T) {
	for text, want := range map[string]string{
		"Подписан договор.":                "Подписан договор",
		"Договор на 300 млн долл.":         "Договор на 300 млн долл.",
		"Договор на 300 тыс. руб.":         "Договор на 300 тыс. руб.",
		"Подписан Протокол № 5.":           "Подписан Протокол № 5",
		"Беседа с Иваном П.":               "Беседа с Иваном П.",
		"Он ждёт…":                         "Он ждёт…",
		"Contract with Probny Co. signed.": "Contract with Probny Co. signed",
	} {
		if got := withoutStop(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
