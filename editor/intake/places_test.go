package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

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
			if got := placeAt(strings.TrimPrefix(text, "the ") + ", 10 июня"); text != "" && !strings.ContainsAny(text, "—–.ʻ") && got == "" {
				t.Errorf("%s of %s is not read", text, p.Name)
			}
		}
	}
	for text, want := range map[string]string{
		"Бишкеке прошла": "Бишкек", "БИШКЕКЕ ПРОШЛА": "Бишкек", "Нижнем Новгороде": "Нижний Новгород", "Нижнем": "", "Могилеве": "Могилёв", "Ростове-на-Дону.": "Ростов-на-Дону", "Бишкекеане": "", "бишкеке": "",
		"Московской области": "Московская область", "Российской\u00a0Федерации": "Российская Федерация", "Крыму": "Крым", "Bishkek": "Bishkek", "": "",
	} {
		if got := placeAt(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestAShortTextSaysItsEncoding: of a few letters nobody can tell, and so what the page says
// counts, in capitals or not.
func TestAShortTextSaysItsEncoding(t *testing.T) {
	for name, page := range map[string]*charmap.Charmap{"KOI8-R": charmap.KOI8R, "koi8-r": charmap.KOI8R, "ISO-8859-5": charmap.ISO8859_5, "Windows-1251": charmap.Windows1251, "IBM866": charmap.CodePage866, "x-mac-cyrillic": charmap.MacintoshCyrillic} {
		for _, text := range []string{"Да", "я", "ЕЖ", "Ура", "эхо", "Лёд"} {
			data, err := page.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatal(err)
			}
			head := `<?xml version="1.0" encoding="` + name + `"?>`
			if got, told, err := Decode(append([]byte(head), data...)); err != nil || strings.TrimPrefix(got, head) != text {
				t.Errorf("%s in %s: %q in %s, %v", text, name, got, told, err)
			}
		}
	}
}
