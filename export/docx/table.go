package docx

import (
	"fmt"
	"strings"

	"communique/editor/release"
	"communique/export/page"
	"communique/export/style"
	"communique/export/text"
	"communique/export/typeface"
)

// table is rows of as many cells each, the first of them the heads.
type table struct {
	rows     [][]release.Line
	keepNext bool // its last row must not be parted from what follows
}

// xml repeats the heads at the top of every page that the table goes over, and breaks
// no row.
func (t table) xml(links *relationships, h house) string {
	widths, total := t.widths(h), 0
	for _, width := range widths {
		total += width
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr>%s<w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>`, h.direction(`<w:bidiVisual/>`), total)
	for _, side := range []string{"top", "bottom", "insideH"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="` + hex(h.Colours.Rule.NRGBA) + `"/>`)
	}
	fmt.Fprintf(&b, `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%[1]d" w:type="dxa"/><w:right w:w="%[1]d" w:type="dxa"/></w:tblCellMar>`, twips(h.cellMargin()))
	b.WriteString(`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString(`</w:tblGrid>`)
	numbers := t.numbers()
	for i, row := range t.rows {
		style, properties := "TableText", `<w:cantSplit/>`
		if i == 0 {
			style, properties = "TableHead", `<w:cantSplit/><w:tblHeader/>`
		}
		b.WriteString("\n" + `<w:tr><w:trPr>` + properties + `</w:trPr>`)
		for j, cell := range row {
			words := paragraph{style: style, line: cell, keepNext: t.keepNext && i == len(t.rows)-1}
			if numbers[j] {
				words.align = "right"
			}
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>%s</w:tc>`, widths[j], edges(j == 0, j == len(row)-1), words.xml(links, h))
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	return b.String()
}

// edges lets the words of the outer columns stand as far out as the text.
func edges(first, last bool) string {
	sides := ""
	if first {
		sides = `<w:left w:w="0" w:type="dxa"/>`
	}
	if last {
		sides += `<w:right w:w="0" w:type="dxa"/>`
	}
	if sides == "" {
		return ""
	}
	return `<w:tcMar>` + sides + `</w:tcMar>`
}

// numbers reports which columns hold numbers alone below their heads.
func (t table) numbers() []bool {
	numbers := make([]bool, len(t.rows[0]))
	for j := range numbers {
		var below []string
		for _, row := range t.rows[1:] {
			below = append(below, row[j].Text)
		}
		numbers[j] = text.Numbers(below)
	}
	return numbers
}

// cellMargin is the room on either side of a cell's words, in points.
func (h house) cellMargin() float64 { return 0.65 * h.Parts.Table.Size * h.Text.Size }

// widths gives short columns what their longest cell asks for, and the others the rest of
// the text's width: as the page does, and so that no word is broken where there is room.
func (t table) widths(h house) []int {
	ruler := typeface.NewReader()
	least, most := make([]float64, len(t.rows[0])), make([]float64, len(t.rows[0]))
	for i, row := range t.rows {
		part := h.Parts.Table
		if i == 0 {
			part = h.Parts.TableHead
		}
		for j, cell := range row {
			whole, word := h.measure(ruler, cell, part)
			most[j], least[j] = max(most[j], whole), max(least[j], word)
		}
	}
	for j := range most { // a margin on either side but at the edges
		margins := 2 * h.cellMargin()
		if j == 0 {
			margins -= h.cellMargin()
		}
		if j == len(most)-1 {
			margins -= h.cellMargin()
		}
		most[j], least[j] = most[j]+margins, least[j]+margins
	}
	room := float64(h.textWidth()) / 20
	shared := page.Share(room, least, most)
	if shared == nil {
		shared = least
	}
	total := 0.0
	for _, width := range shared {
		total += width
	}
	widths := make([]int, len(shared))
	for j, width := range shared {
		widths[j] = max(1, int(20*width*min(1, room/total)))
	}
	return widths
}

// How much wider than ours other programs set words: those of a cell together, and a word that
// must not be broken. A computer without the house's faces has others in their place: beside PT
// Sans, DejaVu Sans is wider by a fifth, its bold by a third.
const wider, widerWord = 1.02, 1.33

// measure returns how wide the words of a cell are, in points, and how wide with its longest word alone.
func (h house) measure(ruler *typeface.Reader, cell release.Line, part style.Part) (whole, word float64) {
	width, current := 0.0, 0.0
	for _, run := range release.Runs(cell.Text, cell.Marks) {
		face := h.Emphasised(part, run)
		for _, letter := range run.Text {
			advance := 0.6 // of a letter that the face lacks, as a multiple of the size
			if glyph, there := ruler.Glyph(face, letter); there {
				advance = face.Width(glyph) / 1000
			}
			advance *= part.Size * h.Text.Size
			width, current = width+wider*advance, current+widerWord*advance
			if letter == ' ' {
				current = 0
			}
			word = max(word, current)
		}
	}
	return max(width, word) + 1, word + 1
}
