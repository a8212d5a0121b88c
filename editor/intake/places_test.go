package intake

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/grammar"
	"communique/editor/register"
)

// TestPlacesAreSpelled: each place is one that the registers know, or a state or a region by
// its other name, and stands after «в» as the grammar declines it.
func TestPlacesAreSpelled(t *testing.T) {
	others := []string{"Московская область", "Ленинградская область"}
	known := map[string]bool{}
	for _, p := range register.Shipped() {
		known[p.Name], known[p.Country], known[p.Official] = true, true, true
	}
	var house grammar.House
	for i, p := range places {
		d := house.DeclinePlace(p[0])
		if got := d.Forms[grammar.Prepositional]; got != p[1] {
			t.Errorf("%s: в %s, not %s", p[0], got, p[1])
		}
		if !known[p[0]] && !slices.Contains(others, p[0]) {
			t.Errorf("nobody knows %s", p[0])
		}
		if slices.ContainsFunc(places[:i], func(other [2]string) bool { return other[0] == p[0] }) {
			t.Errorf("%s stands twice", p[0])
		}
		if got := readSingle(t, "Совет принял план\n\n10 июня 2024 года в "+p[1]+" прошла сессия Совета.\n\nСтороны обсудили план."); got.Place != p[0] {
			t.Errorf("в %s is read as %q", p[1], got.Place)
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
