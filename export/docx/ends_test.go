package docx

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestWhereTablesStand: apart from each other, never last in the text, where Word would
// call the file broken, and not at all without a word in them.
func TestWhereTablesStand(t *testing.T) {
	table := release.Block{Kind: release.Table, Text: "а\tб\nв\tг"}
	for name, c := range map[string]struct {
		blocks []release.Block
		want   string
	}{
		"one":             {[]release.Block{{Kind: release.Paragraph, Text: "а"}, table, {Kind: release.Paragraph, Text: "б"}}, "p tbl p"},
		"the last":        {[]release.Block{{Kind: release.Paragraph, Text: "а"}, table}, "p tbl p"},
		"two":             {[]release.Block{table, table}, "tbl p tbl p"},
		"of empty cells":  {[]release.Block{{Kind: release.Paragraph, Text: "а"}, {Kind: release.Table, Text: "\t\n \t"}, {Kind: release.Paragraph, Text: "б"}}, "p p"},
		"of nothing":      {[]release.Block{{Kind: release.Paragraph, Text: "а"}, {Kind: release.Table}, {Kind: release.Paragraph, Text: "б"}}, "p p"},
		"nothing between": {[]release.Block{table, {Kind: release.Table}, table}, "tbl p tbl p"},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Blocks = c.blocks
			var got []string
			for _, n := range parse(t, open(t, render(t, r, release.Organisation{}))["word/document.xml"]).Children[0].Children {
				if n.XMLName.Local == "tbl" || n.XMLName.Local == "p" {
					got = append(got, n.XMLName.Local)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestTheLogosWords: in the release's language, with whose it is where that is said.
func TestTheLogosWords(t *testing.T) {
	for _, c := range []struct{ language, name, want string }{
		{"ru", "", "Логотип / Логотип"}, {"en", "", "Logo / Logo"}, {"en", "Council", "Logo / Logo: Council"},
	} {
		r := full(t)
		r.Language = c.language
		org := organisation(t)
		org.Name = c.name
		var got []string
		parse(t, open(t, render(t, r, org))["word/header1.xml"]).walk(func(n node) {
			if n.XMLName.Local == "docPr" {
				got = append(got, n.attr("name")+" / "+n.attr("descr"))
			}
		})
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s, %q: %q", c.language, c.name, got)
		}
	}
}

// TestWidthsOfColumns: by their longest cells, within reason, and of all the text's width.
func TestWidthsOfColumns(t *testing.T) {
	line := func(letters int) release.Line { return release.Line{Text: strings.Repeat("щ", letters)} }
	for name, c := range map[string]struct {
		rows table
		want []int
	}{
		"alike":       {table{{line(10), line(10)}}, []int{textWidth / 2, textWidth / 2}},
		"by the rows": {table{{line(10), line(6)}, {line(6), line(30)}}, []int{10 * textWidth / 40, 30 * textWidth / 40}},
		"the least":   {table{{line(1), line(15)}}, []int{5 * textWidth / 20, 15 * textWidth / 20}},
		"the most":    {table{{line(40), line(400)}}, []int{40 * textWidth / 80, 40 * textWidth / 80}},
		"just not":    {table{{line(39), line(41)}}, []int{39 * textWidth / 79, 40 * textWidth / 79}},
	} {
		if got := c.rows.widths(); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}
