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
			all.rows = append(all.rows, cells)
		}
		total, ruler := 0, typeface.NewReader()
		for j, width := range all.widths(h) {
			total += width
			for i, row := range all.rows {
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

// TestWordsOfColumnsInOtherFaces: where the house's faces are not installed, DejaVu's may stand
// in their place, and no word of a table is broken for it.
func TestWordsOfColumnsInOtherFaces(t *testing.T) {
	h := newHouse(plainStyle(t), "ru")
	heads := []release.Line{{Text: "Район"}, {Text: "Мостов"}, {Text: "Общеобразовательных"}}
	cells := []release.Line{{Text: "Щербиновский"}, {Text: "12"}, {Text: "Юрьев-Польский"}}
	// as wide as they are in DejaVu Sans Bold and DejaVu Sans, in thousandths of the type's size
	inDejaVu := [][]float64{{3486, 4174, 13546}, {7918, 1272, 8915}}
	widths := table{rows: [][]release.Line{heads, cells}}.widths(h)
	for i, size := range []float64{h.Parts.TableHead.Size, h.Parts.Table.Size} {
		for j, width := range inDejaVu[i] {
			margins := 2 * h.cellMargin()
			if j != 1 { // the outer ones have one margin
				margins /= 2
			}
			if room := float64(widths[j])/20 - margins; room < width/1000*size*h.Text.Size {
				t.Errorf("row %d, column %d: %.1f points wide, in %.1f", i, j, width/1000*size*h.Text.Size, room)
			}
		}
	}
}

// TestContactsAreNotAlone: what stands last above the contacts goes along to their page.
func TestContactsAreNotAlone(t *testing.T) {
	words := release.Block{Kind: release.Paragraph, Text: "слова"}
	for name, last := range map[string]release.Block{
		"a paragraph": words, "an item": {Kind: release.List, Text: "раз\nдва"}, "a table": {Kind: release.Table, Text: "а\tб\nв\tг"},
		"a quotation": {Kind: release.Quotation, Text: "слова", Speaker: "Иван Пробный"}, "a rule": {Kind: release.Rule}, "no picture": {Kind: release.Picture, Text: "Зал"},
	} {
		r := release.New("ru")
		r.Blocks = []release.Block{words, last}
		for _, contacts := range []int{0, 1} {
			r.Contacts = slices.Repeat([]release.Contact{{Name: "Вера Пробная", Email: "press@council.example"}}, contacts)
			h := newHouse(plainStyle(t), "ru")
			items := read(r, nil, h).items
			if items = items[:len(items)-2*contacts]; contacts == 0 && name == "a table" {
				items = items[:len(items)-1] // the paragraph that Word wants
			}
			above := items[len(items)-1].xml(&relationships{}, h)
			above = above[max(0, strings.LastIndex(above, "<w:tr>")):]
			if kept := strings.Count(above, "<w:keepNext/>") == strings.Count(above, "<w:p>"); kept != (contacts > 0) {
				t.Errorf("%s above %d contacts is kept with them: %v\n%s", name, contacts, kept, above)
			}
		}
	}
}
