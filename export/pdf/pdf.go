// Package pdf paints laid-out documents as PDF files: fpdf writes the pages, and what makes a file fit for archives and for readers that speak is
// added to them (PDF/A-2a, ISO 19005-2; PDF/UA-1, ISO 14289-1). The same document
// gives the same bytes; the file holds its metadata and nothing hidden besides.
package pdf

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-pdf/fpdf"

	"communique/assets/colour"
	"communique/export/page"
)

// Render returns doc as a PDF file.
func Render(doc page.Document) ([]byte, error) {
	p := &painter{doc: doc, fonts: newFonts()}
	drawn, err := p.draw()
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	out, err := parse(drawn)
	if err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	out.packContents()
	if err := p.addResources(out); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	t := &tree{painter: p, file: out, pages: out.of("/Page")}
	root := t.write()
	t.finishPages()
	outlines := t.outlines()
	metadata := out.stream("/Type /Metadata /Subtype /XML", xmp(doc))
	profile := out.stream("/N 3 /Filter /FlateDecode", deflate(colour.SRGB))
	catalog := out.of("/Catalog")[0]
	entries := []string{
		"/Type /Catalog /Pages 1 0 R /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>",
		"/Lang " + language(doc.Language),
		fmt.Sprintf("/StructTreeRoot %d 0 R /Metadata %d 0 R", root, metadata),
		fmt.Sprintf("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]", profile),
	}
	if outlines != 0 {
		entries = append(entries, fmt.Sprintf("/Outlines %d 0 R /PageMode /UseOutlines", outlines))
	}
	out.set(catalog, "<<"+strings.Join(entries, " ")+">>")
	info := catalog - 1 // fpdf writes the two one after the other
	out.set(info, infoDictionary(doc))
	return out.write(catalog, info), nil
}

// draw has fpdf write the pages.
func (p *painter) draw() ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: p.doc.Width, Ht: p.doc.Height}})
	f.SetCatalogSort(true)
	f.SetCompression(false) // it makes a packer for each page, which costs more than packing
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	for n := range p.doc.Pages {
		f.AddPage()
		f.RawWriteBuf(bytes.NewReader(p.paint(n)))
	}
	var buf bytes.Buffer
	err := f.Output(&buf)
	return buf.Bytes(), err
}

// addResources puts the fonts and the pictures into the pages' resources, which fpdf left
// without.
func (p *painter) addResources(out *file) error {
	const resources = 2 // fpdf's number of the one dictionary of all pages
	pictures, err := p.addPictures(out)
	if err != nil {
		return err
	}
	var fonts strings.Builder
	for _, f := range p.fonts.list {
		number, err := f.write(out)
		if err != nil {
			return err
		}
		fmt.Fprintf(&fonts, "/%s %d 0 R ", f.name, number)
	}
	body := string(out.objects[resources])
	body = strings.Replace(body, "/Font <<\n", "/Font <<"+fonts.String()+"\n", 1)
	out.set(resources, strings.Replace(body, "/XObject <<\n", "/XObject <<"+pictures+"\n", 1))
	return nil
}
