package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

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
