package gazetteer

import (
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
)

// TestPlacesAreRead: each place that the registers know is read behind «в», in a dateline and in
// capitals; of two with one form the first one is.
func TestPlacesAreRead(t *testing.T) {
	var house grammar.House
	for _, p := range register.Shipped() {
		d := house.DeclinePlace(p.Name)
		form := d.Forms[grammar.Prepositional]
		if d.Locative != "" {
			form = d.Locative
		}
		for _, text := range []string{p.Name, strings.ToUpper(p.Name), form, p.Official, p.English} {
			if got := At(strings.TrimPrefix(text, "the ") + ", 10 июня"); text != "" && !strings.ContainsAny(text, "—–.ʻ") && got == "" {
				t.Errorf("%s of %s is not read", text, p.Name)
			}
		}
	}
	for text, want := range map[string]string{
		"Бишкеке прошла": "Бишкек", "БИШКЕКЕ ПРОШЛА": "Бишкек", "Нижнем Новгороде": "Нижний Новгород", "Нижнем": "", "Могилеве": "Могилёв", "Ростове-на-Дону.": "Ростов-на-Дону", "Бишкекеане": "", "бишкеке": "",
		"Московской области": "Московская область", "Российской\u00a0Федерации": "Российская Федерация", "Крыму": "Крым", "Bishkek": "Bishkek", "": "",
	} {
		if got := At(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
