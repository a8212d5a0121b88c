package docx

import (
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

// settings returns the part that says whether words are broken: those of the styles that
// are justified.
func (h house) settings() string {
	broken := "0"
	if h.Text.Hyphenate {
		broken = "1"
	}
	return strings.Replace(settings, "{broken}", broken, 1)
}

// packageLinks returns the part that tells where the document begins.
func packageLinks() string {
	var links relationships
	links.part("officeDocument", "word/document.xml")
	links.add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", "")
	links.part("extended-properties", "docProps/app.xml")
	return links.String()
}
