package licences

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAll(t *testing.T) {
	var names []string
	for _, p := range All() {
		names = append(names, p.Name)
		text := p.Text()
		if len(strings.Fields(text)) < 20 || !utf8.ValidString(text) {
			t.Errorf("%s: no licence is that short: %q", p.Name, text)
		}
		if strings.ContainsAny(text, "\r\f\ufeff") {
			t.Errorf("%s: the text holds signs that no screen shows", p.Name)
		}
	}
	if names[0] != "Communique" {
		t.Errorf("the program's own licence comes first, not %s", names[0])
	}
	for _, name := range []string{"Go", "fyne.io/fyne/v2", "modernc.org/sqlite", "GeoNames", "Noto Emoji"} {
		if !slices.Contains(names, name) {
			t.Errorf("%s is missing", name)
		}
	}
}

// TestTerms looks for the terms that the parts are known to be under.
func TestTerms(t *testing.T) {
	for name, words := range map[string]string{
		"Communique": "MIT License", "PT Serif, PT Sans": "ParaType Ltd grants", "DejaVu Serif, DejaVu Sans": "Bitstream",
		"Noto Emoji": "SIL OPEN FONT LICENSE", "Russian hyphenation patterns": "LaTeX Project Public License",
		"OpenCorpora dictionary": "Attribution-ShareAlike", "Russian spelling dictionary": "Alexander I. Lebedev", "English spelling dictionary (SCOWL)": "Kevin Atkinson",
		"wordfreq": "Attribution-ShareAlike", "GeoNames": "Attribution", "Go": "Google",
		"github.com/spf13/cobra": "Apache License", "github.com/go-gl/glfw/v3.4/glfw": "Marcus Geelnard",
		"github.com/INCONSHREVEABLE/mousetrap": "Apache License",
	} {
		p, ok := Find(name)
		if !ok || !strings.Contains(strings.ToLower(p.Text()), strings.ToLower(words)) {
			t.Errorf("%s does not say %q", name, words)
		}
	}
	if _, ok := Find("no such part"); ok {
		t.Error("found what is not there")
	}
}
