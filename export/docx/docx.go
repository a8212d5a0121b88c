// Package docx writes a release as a Word document (ISO/IEC 29500,
// transitional): real styles, lists and fields, and nothing hidden besides.
//
// The parts are written by hand. Of the Go libraries with a free licence and
// signs of life, godocx (MIT) knows no headers, footers, fields, languages or
// properties of a document, and the others are AGPL or sold; what a release
// needs of the format is small and does not change.
package docx

import (
	"archive/zip"
	"bytes"
	_ "embed" // the parts that are the same in every document
	"fmt"
	"strings"
	"time"

	"communique/editor/release"
	"communique/export/logo"
	"communique/export/picture"
	"communique/export/style"
	"communique/export/text"
)

var (
	//go:embed parts/content-types.xml
	contentTypes string
	//go:embed parts/app.xml
	application string
	//go:embed parts/settings.xml
	settings string
	//go:embed parts/numbering.xml
	numbering string
)

// Render returns r as a DOCX file in a house style, under the organisation's letterhead.
// The same release, organisation and style give the same bytes. A logo that is no picture
// is a *logo.Error.
func Render(r release.Release, org release.Organisation, pictures picture.Set, s style.Style) ([]byte, error) {
	h := newHouse(s, text.OneLine(r.Language))
	d := document{release: r, organisation: org, house: h, content: read(r, pictures, h)}
	file := org.Logo
	if s.Logo != nil {
		file = s.Logo
	}
	if len(file) > 0 && s.Letterhead.Show {
		picture, err := logo.Read(file, s.Letterhead.LogoHeight*style.Point)
		if err != nil {
			return nil, err
		}
		d.logo = &picture
	}
	var err error
	if d.code, err = d.readCode(); err != nil {
		return nil, err
	}
	return archive(d.parts())
}

// part is one file of the package.
type part struct{ name, content string }

// parts returns the package's files; readers want the content types first.
func (d document) parts() []part {
	firstHeader, firstHeaderLinks := d.firstHeader()
	body, bodyLinks := d.body()
	parts := []part{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageLinks()},
		{"docProps/app.xml", application},
		{"docProps/core.xml", d.properties()},
		{"word/document.xml", body},
		{"word/_rels/document.xml.rels", bodyLinks},
		{"word/styles.xml", d.house.styles()},
		{"word/fontTable.xml", d.house.fonts()},
		{"word/settings.xml", d.house.settings()},
		{"word/numbering.xml", d.lists()},
		{"word/header1.xml", firstHeader},
		{"word/_rels/header1.xml.rels", firstHeaderLinks},
		{"word/header2.xml", d.header()},
		{"word/footer1.xml", d.footer(1)},
		{"word/footer2.xml", d.footer(2)}, // no two references to one part: not every reader expects that
	}
	if d.logo != nil {
		parts = append(parts, part{logoPath, string(d.logo.PNG)})
	}
	if d.code != nil {
		parts = append(parts, part{codePath, string(d.code.png)})
	}
	for _, m := range d.content.media {
		parts = append(parts, part{"word/" + m.name, string(m.picture.Data)})
	}
	return parts
}

// epoch is the earliest time a ZIP file can tell: the clock has no part in it.
var epoch = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

func archive(parts []part) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		method := zip.Deflate
		if strings.HasPrefix(p.name, "word/media/") { // no method makes pictures shorter
			method = zip.Store
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: method, Modified: epoch})
		if err != nil {
			return nil, fmt.Errorf("write DOCX: %w", err)
		}
		if _, err := w.Write([]byte(p.content)); err != nil {
			return nil, fmt.Errorf("write DOCX: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("write DOCX: %w", err)
	}
	return buf.Bytes(), nil
}
