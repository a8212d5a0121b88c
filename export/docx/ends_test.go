package docx

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/typeface"
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

// TestWidthsOfColumns: short columns have what their words need, no word is broken where
// there is room for all, and the table is no wider than the text.
func TestWidthsOfColumns(t *testing.T) {
	h := newHouse(plainStyle(t), "ru")
	prose := strings.Repeat("слова и ещё слова ", 20)
	for name, rows := range map[string][][]string{
		"short": {{"Год", "Человек"}, {"2024", "12"}}, "prose": {{"№", "Что сделано", "Людей"}, {"1", prose, "1\u00a0200"}},
		"two of prose": {{"Государство", "Что", "Когда"}, {"Таджикистан", prose, prose}}, "no room": {strings.Fields(strings.Repeat("противодействие ", 12)), strings.Fields(strings.Repeat("терроризму ", 12))},
		"letters that no face has": {{"𒀀𒀁"}, {"𒀂"}},
	} {
		var all table
		for _, row := range rows {
			var cells []release.Line
			for _, cell := range row {
				cells = append(cells, release.Line{Text: cell})
			}
			all = append(all, cells)
		}
		total, ruler := 0, typeface.NewReader()
		for j, width := range all.widths(h) {
			total += width
			for i, row := range all {
				part := h.Parts.Table
				if i == 0 {
					part = h.Parts.TableHead
				}
				if _, word := h.measure(ruler, row[j], part); float64(width) < 20*word-2 && name != "no room" {
					t.Errorf("%s: column %d is %d wide, and %q %.0f", name, j, width, row[j].Text, 20*word)
				}
			}
		}
		if total > h.textWidth() || name == "short" && total > h.textWidth()/2 {
			t.Errorf("%s: %d of %d", name, total, h.textWidth())
		}
	}
}
