package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// table is rows of as many cells each, the first of them the heads.
type table [][]release.Line

// xml repeats the heads at the top of every page that the table goes over, and breaks
// no row.
func (t table) xml(links *relationships) string {
	widths := t.widths()
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>`, textWidth)
	for _, side := range []string{"top", "bottom", "insideH"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
	}
	b.WriteString(`</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>` +
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range t {
		style, properties := "TableText", `<w:cantSplit/>`
		if i == 0 {
			style, properties = "TableHead", `<w:cantSplit/><w:tblHeader/>`
		}
		b.WriteString("\n" + `<w:tr><w:trPr>` + properties + `</w:trPr>`)
		for j, cell := range row {
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, widths[j], paragraph{style: style, line: cell}.xml(links))
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	return b.String()
}

// widths gives each column of the text's width what its longest cell asks for, within
// reason.
func (t table) widths() []int {
	const least, most = 5, 40 // letters
	widths := make([]int, len(t[0]))
	total := 0
	for j := range widths {
		widths[j] = least
		for _, row := range t {
			widths[j] = max(widths[j], min(utf8.RuneCountInString(row[j].Text), most))
		}
		total += widths[j]
	}
	for j := range widths {
		widths[j] = max(1, widths[j]*textWidth/total)
	}
	return widths
}
