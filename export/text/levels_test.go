package text

import (
	"testing"

	"communique/editor/release"
)

// TestLevels: a sublist stands under the words of the item above it, and what is wrapped
// hangs behind its own mark.
func TestLevels(t *testing.T) {
	for want, r := range map[string]release.Release{
		"1. решить\n   а) первое\n   б) второе\n      1) третье, оно\n         длинное\n2. ещё\n": {
			Language: "ru", Blocks: []release.Block{{Kind: release.List, First: 1, Text: "решить\n\tпервое\n\tвторое\n\t\tтретье, оно длинное\nещё"}},
		},
		"– один\n  • два\n    – три\n": {
			Language: "ru", Blocks: []release.Block{{Kind: release.List, Text: "один\n\tдва\n\n\t\tтри"}},
		},
		"– one\n  1) two\n": {
			Language: "en", Blocks: []release.Block{{Kind: release.List, Mixed: true, Text: "one\n\ttwo"}},
		},
	} {
		r.Status = release.Issued
		if got, err := Render(r, Options{Width: 22}); err != nil || string(got) != want {
			t.Errorf("got\n%s\nwant\n%s%v", got, want, err)
		}
	}
}
