package docx

import (
	"fmt"
	"math"
	"strings"

	"communique/editor/release"
	"communique/export/link"
	"communique/export/logo"
	"communique/export/text"
)

// marks returns the line that stands above every page: until when the text
// must not be published, and that it may still change.
func (d document) marks() string {
	line := text.Embargo(d.release)
	if d.release.Status != release.Issued {
		line += "\t" + d.pick("Проект", "Draft")
	}
	return `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + run(line, "") + `</w:p>`
}

// header returns the header of every page but the first.
func (d document) header() string {
	return declaration + `<w:hdr` + namespaces + `>` + d.marks() + `</w:hdr>`
}

// footer returns the footer: page 1 of 3.
func (d document) footer() string {
	return declaration + `<w:ftr` + namespaces + `><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
		run(d.pick("стр. ", "page "), "") + field("PAGE") + run(d.pick(" из ", " of "), "") + field("NUMPAGES") + `</w:p></w:ftr>`
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
		{style: "LetterheadName", text: org.Name},
		{style: "Letterhead", text: org.Address},
		{style: "Letterhead", text: org.Site, link: link.Site(text.OneLine(org.Site))},
	}) {
		words.WriteString(p.xml(links))
	}
	const rule = `<w:p><w:pPr><w:pStyle w:val="LetterheadRule"/></w:pPr></w:p>`
	if d.logo == nil {
		return words.String() + rule
	}
	drawing := `<w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr>` + d.drawing(links.part("image", "media/logo.png")) + `</w:p>`
	if words.Len() == 0 {
		return drawing + rule
	}
	return beside(d.logo.Width, drawing, words.String()) + rule
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

const (
	logoPath          = "word/media/logo.png"
	drawingNamespaces = ` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`
)

// drawing returns the logo as a run, with the words that stand for it where it
// is not seen. Sizes are in EMU, 12,700 to the point.
func (d document) drawing(id string) string {
	name := d.pick("Логотип", "Logo")
	description := name
	if owner := text.OneLine(d.organisation.Name); owner != "" {
		description += ": " + owner
	}
	return strings.NewReplacer(
		"{id}", id, "{name}", name, "{description}", escape(description), "{size}", extent(*d.logo),
	).Replace(inline)
}

func extent(l logo.Picture) string {
	const emu = 12700
	return fmt.Sprintf(`cx="%d" cy="%d"`, int(math.Ceil(l.Width*emu)), int(math.Ceil(l.Height*emu)))
}

const inline = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>` +
	`<wp:docPr id="1" name="{name}" descr="{description}"/>` +
	`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
	`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>` +
	`<pic:nvPicPr><pic:cNvPr id="1" name="{name}" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr>` +
	`<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
	`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
	`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
