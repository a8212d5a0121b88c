package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// fortyPages are 120,000 letters in 400 paragraphs of three runs, one of them bold.
func fortyPages(start, bold, end string) string {
	words := strings.Repeat("слово ", 16)
	return strings.Repeat(start+words+bold+words+end, 400)
}

// BenchmarkDocuments reads a document of forty pages in each format. For DOCX the ratio is
// to nothing but the tokens of its XML, by the standard library.
func BenchmarkDocuments(b *testing.B) {
	word := `<w:document xmlns:w="w"><w:body>` + fortyPages(
		`<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="a"/><w:jc w:val="both"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">`,
		`</w:t></w:r><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">`, `</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>`) + `</w:body></w:document>`
	docx := layouttest.Pack(map[string]string{"word/document.xml": word})
	for _, form := range []struct {
		name string
		data []byte
	}{
		{"docx", docx},
		{"odt", layouttest.Pack(map[string]string{"content.xml": `<office:document-content><office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>` + fortyPages(`<text:p text:style-name="P1">`, `<text:span text:style-name="B">`, `</text:span>.</text:p>`) + `</office:text></office:body></office:document-content>`})},
		{"html", []byte("<html><body>" + fortyPages(`<p class="MsoNormal">`, "<b>", "</b>.</p>") + "</body></html>")},
		{"md", []byte("# Раз\n\n" + fortyPages("", "**слово** ", ".\n\n"))},
		{"txt", []byte("Раз\n\n" + fortyPages("", "", ".\n\n"))},
	} {
		b.Run(form.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if found, err := Read(Source{Data: form.data}); err != nil || len(found.Releases) != 1 || len(found.Releases[0].Blocks) < 390 {
					b.Fatal(err, len(found.Releases))
				}
			}
		})
	}
	b.Run("tokens", func(b *testing.B) {
		for b.Loop() {
			archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
			if err != nil {
				b.Fatal(err)
			}
			f, err := archive.Open("word/document.xml")
			if err != nil {
				b.Fatal(err)
			}
			d := xml.NewDecoder(f)
			for {
				if _, err := d.RawToken(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
