package html

import (
	"testing"

	"communique/editor/release"
)

// TestLevels: a sublist stands within the item above it.
func TestLevels(t *testing.T) {
	for name, c := range map[string]struct {
		language string
		list     release.Block
		want     string
	}{
		"bullets": {
			"ru",
			release.Block{Text: "один\n\tдва\n\t\tтри\nещё"},
			"<ul>\n<li>один\n<ul>\n<li>два\n<ul>\n<li>три</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>ещё</li>\n</ul>\n",
		},
		"numbers": {
			"ru",
			release.Block{First: 3, Text: "один\n\tдва"},
			"<ol start=\"3\">\n<li>один\n<ol>\n<li>два</li>\n</ol>\n</li>\n</ol>\n",
		},
		"letters": {
			"en",
			release.Block{First: 1, Text: "один\n\tдва"},
			"<ol>\n<li>один\n<ol type=\"a\">\n<li>два</li>\n</ol>\n</li>\n</ol>\n",
		},
		"bullets under numbers": {
			"en",
			release.Block{First: 1, Mixed: true, Text: "один\n\tдва"},
			"<ol>\n<li>один\n<ul>\n<li>два</li>\n</ul>\n</li>\n</ol>\n",
		},
	} {
		c.list.Kind = release.List
		if got := Fragment(release.Release{Language: c.language, Blocks: []release.Block{c.list}}); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
