package docx

import (
	"fmt"
	"strconv"
	"strings"

	"communique/editor/release"
	"communique/export/logo"
)

// document is what the parts are made of.
type document struct {
	release      release.Release
	organisation release.Organisation
	house        house
	logo         *logo.Picture // nil where there is none
	code         *code         // nil where there is none
	content      *content
}

// body returns the main part and the part that lists what it refers to.
func (d document) body() (main, references string) {
	var links relationships
	links.part("styles", "styles.xml")
	links.part("settings", "settings.xml")
	links.part("fontTable", "fontTable.xml")
	links.part("numbering", "numbering.xml")
	section := `<w:sectPr>` +
		`<w:headerReference w:type="first" r:id="` + links.part("header", "header1.xml") + `"/>` +
		`<w:headerReference w:type="default" r:id="` + links.part("header", "header2.xml") + `"/>` +
		`<w:footerReference w:type="first" r:id="` + links.part("footer", "footer1.xml") + `"/>` +
		`<w:footerReference w:type="default" r:id="` + links.part("footer", "footer2.xml") + `"/>` +
		d.house.section() + `<w:titlePg/></w:sectPr>`
	var b strings.Builder
	b.WriteString(declaration + `<w:document` + namespaces + drawingNamespaces + `><w:body>`)
	for _, i := range d.content.items {
		b.WriteString("\n" + i.xml(&links, d.house))
	}
	b.WriteString("\n" + section + `</w:body></w:document>`)
	return b.String(), links.String()
}

// The numberings in parts/numbering.xml: those of the styles, and the first of those that
// count by themselves.
const (
	dashes    = 1
	numbers   = 2
	firstList = 3
)

// settings returns the part that says whether words are broken: those of the styles that
// are justified.
func (h house) settings() string {
	broken := "0"
	if h.Text.Hyphenate {
		broken = "1"
	}
	return strings.Replace(settings, "{broken}", broken, 1)
}

// marks are the indents of items with dashes and with numbers. The marks stand where the
// page has them: a dash at the style's indent, a number before the text.
func (h house) marks() (dash, number string) {
	list := h.Parts.List
	left := margin(max(list.Left, -list.Indent))
	return indents(left, 0, min(margin(list.Indent), -1)), indents(left, 0, -twips(numberGap*list.Size*h.Text.Size))
}

// numberGap is the way between a number and the text, as a multiple of the size.
const numberGap = 0.35

// wide are the indents of a list that counts as far as last, where the style's leave no
// room for that; "" where they do. Digits take no more than 0.6 of the size, a full stop
// no more than 0.3.
func (h house) wide(last int) string {
	list := h.Parts.List
	size := list.Size * h.Text.Size
	room := twips((0.6*float64(len(strconv.Itoa(last))) + 0.3 + numberGap) * size)
	if room <= margin(max(list.Left, -list.Indent)) {
		return ""
	}
	return indents(room, 0, -twips(numberGap*size))
}

// lists returns the part that says how lists count.
func (d document) lists() string {
	dash, number := d.house.marks()
	var b strings.Builder
	for i, first := range d.content.lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, firstList+i, first)
	}
	return strings.NewReplacer(
		"{lists}", b.String(), "{dash}", dash, "{number}", number,
	).Replace(numbering)
}

// packageLinks returns the part that tells where the document begins.
func packageLinks() string {
	var links relationships
	links.part("officeDocument", "word/document.xml")
	links.add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", "")
	links.part("extended-properties", "docProps/app.xml")
	return links.String()
}
