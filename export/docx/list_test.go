package docx

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestNumbersOfLists: a list that counts far has room for its numbers, so that none
// reaches over the margin; any other keeps the indents of the style.
func TestNumbersOfLists(t *testing.T) {
	for name, c := range map[string]struct {
		first, items int
		style        string
		want         string // the left indents of the items, in twips
	}{
		"one digit":        {1, 9, "", ""},
		"two digits":       {90, 10, "", ""},
		"three at the end": {90, 11, "", "564"},
		"three digits":     {100, 2, "", "564"},
		"four digits":      {1990, 2, "", "701"},
		"a wide style":     {100, 2, "parts.list={left=17.5}", ""},
		"large type":       {10, 2, "text={size=20}", "740"},
		"dashes":           {0, 120, "", ""},
	} {
		r := release.New("ru")
		r.Blocks = []release.Block{{Kind: release.List, First: c.first, Text: strings.Repeat("пункт\n", c.items)}}
		data, err := Render(r, release.Organisation{}, nil, houseOf(t, c.style))
		if err != nil {
			t.Fatal(name, err)
		}
		files := open(t, data)
		checkPackage(t, files)
		var got []string
		parse(t, files["word/document.xml"]).walk(func(n node) {
			if n.XMLName.Local == "ind" {
				got = append(got, n.attr("left"))
			}
		})
		var want []string
		if c.want != "" {
			want = slices.Repeat([]string{c.want}, c.items)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
