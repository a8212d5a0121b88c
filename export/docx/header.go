package docx

import (
	"fmt"
	"math"
	"strings"

	"communique/editor/release"
	"communique/export/link"
	"communique/export/text"
)

// marks returns the line that stands above every page: until when the text
// must not be published, and that it may still change.
func (d document) marks() string {
	line := text.Embargo(d.release)
	if d.release.Status != release.Issued {
		line += "\t" + d.pick("Проект", "Draft")
	}
	return `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + run(line) + `</w:p>`
}

// header returns the header of every page but the first.
func (d document) header() string {
	return declaration + `<w:hdr` + namespaces + `>` + d.marks() + `</w:hdr>`
}

// footer returns the footer: page 1 of 3.
func (d document) footer() string {
	return declaration + `<w:ftr` + namespaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
		run(d.pick("стр. ", "page ")) + field("PAGE") + run(d.pick(" из ", " of ")) + field("NUMPAGES") + `</w:p></w:ftr>`
}

// firstHeader returns the header of the first page, which is the letterhead,
// and the part that lists what it refers to.
func (d document) firstHeader() (header, references string) {
	var links relationships
	content := d.marks() + d.letterhead(&links)
	return declaration + `<w:hdr` + namespaces + drawingNamespaces + `>` + content + `</w:hdr>`, links.String()
}

// letterhead returns logo, name, address and site over a rule.
func (d document) letterhead(links *relationships) string {
	org := d.organisation
	if text.OneLine(org.Name) == "" && d.logo == nil {
		return ""
	}
	var words strings.Builder
	for _, p := range withText([]paragraph{
		marked("LetterheadName", org.Name, nil),
		marked("Letterhead", org.Address, nil),
		leading("Letterhead", org.Site, link.Site(text.OneLine(org.Site))),
	}) {
		words.WriteString(p.xml(links))
	}
	const rule = `<w:p><w:pPr><w:pStyle w:val="LetterheadRule"/></w:pPr></w:p>`
	if d.logo == nil {
		return words.String() + rule
	}
	picture := paragraph{style: "Letterhead", drawing: d.drawing()}.xml(links)
	if words.Len() == 0 {
		return picture + rule
	}
	return beside(d.logo.Width, picture, words.String()) + rule
}

// beside returns a table without lines that sets words to the right of a
// picture that is so many points wide. A table is what every word processor
// sets alike.
func beside(width float64, picture, words string) string {
	const gap = 280
	left := int(math.Ceil(width*20)) + gap
	columns := [2]int{left, textWidth - left}
	cells := [2]string{picture, words}
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, textWidth)
	b.WriteString(`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`)
	fmt.Fprintf(&b, `<w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid><w:tr>`, columns[0], columns[1])
	for i, cell := range cells {
		fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>%s</w:tc>`, columns[i], cell)
	}
	b.WriteString(`</w:tr></w:tbl>`)
	return b.String()
}

const logoPath = "word/media/logo.png"

// drawing is the logo with the words that stand for it where it is not seen.
func (d document) drawing() *drawing {
	name := d.pick("Логотип", "Logo")
	description := name
	if owner := text.OneLine(d.organisation.Name); owner != "" {
		description += ": " + owner
	}
	return &drawing{number: 1, target: "media/logo.png", name: name, description: description, width: d.logo.Width, height: d.logo.Height}
}
