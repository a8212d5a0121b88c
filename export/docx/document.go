package docx

import (
	"fmt"
	"strings"

	"communique/editor/release"
	"communique/export/logo"
)

// document is what the parts are made of.
type document struct {
	release      release.Release
	organisation release.Organisation
	logo         *logo.Picture // nil where there is none
	content      *content
}

// pick returns the Russian words in a Russian release and the English in any other.
func (d document) pick(russian, english string) string {
	if d.release.Language == "ru" {
		return russian
	}
	return english
}

// The page, in twentieths of a point: A4, and margins a little wider than
// GOST R 7.0.97-2025 asks (20 mm left, 10 right, 20 top and bottom), because a
// release is read, not filed. Text is ragged on the right: without hyphens,
// which must not get into what is copied, full lines would gape.
const (
	page = `<w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1134" w:right="1134" w:bottom="1361" w:left="1417" w:header="567" w:footer="567" w:gutter="0"/>`
	textWidth = 11906 - 1134 - 1417
)

// body returns the main part and the part that lists what it refers to.
func (d document) body() (main, references string) {
	var links relationships
	links.part("styles", "styles.xml")
	links.part("settings", "settings.xml")
	links.part("numbering", "numbering.xml")
	section := `<w:sectPr>` +
		`<w:headerReference w:type="first" r:id="` + links.part("header", "header1.xml") + `"/>` +
		`<w:headerReference w:type="default" r:id="` + links.part("header", "header2.xml") + `"/>` +
		`<w:footerReference w:type="first" r:id="` + links.part("footer", "footer1.xml") + `"/>` +
		`<w:footerReference w:type="default" r:id="` + links.part("footer", "footer2.xml") + `"/>` +
		page + `<w:titlePg/></w:sectPr>`
	var b strings.Builder
	b.WriteString(declaration + `<w:document` + namespaces + drawingNamespaces + `><w:body>`)
	for _, i := range d.content.items {
		b.WriteString("\n" + i.xml(&links))
	}
	b.WriteString("\n" + section + `</w:body></w:document>`)
	return b.String(), links.String()
}

// firstList is the number of the first list that counts by itself in
// parts/numbering.xml; those before it are the styles'.
const firstList = 3

// lists returns the part that says how lists count.
func (d document) lists() string {
	var b strings.Builder
	for i, first := range d.content.lists {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, firstList+i, first)
	}
	return strings.Replace(numbering, "{lists}", b.String(), 1)
}

// packageLinks returns the part that tells where the document begins.
func packageLinks() string {
	var links relationships
	links.part("officeDocument", "word/document.xml")
	links.add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", "")
	links.part("extended-properties", "docProps/app.xml")
	return links.String()
}
