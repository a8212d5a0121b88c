package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"communique/editor/release"
)

// document packs parts of a document as a word processor does.
func document(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const docx = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Совет принял план</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">11 сентября 2024 года в г. Бишкек </w:t></w:r><w:del><w:r><w:delText>не</w:delText></w:r></w:del><w:ins><w:r><w:t>состоялось</w:t></w:r></w:ins><w:r><w:br/><w:t>заседание Совета.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Решения</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>план дорог</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:instrText>PAGE</w:instrText><w:t>план мостов</w:t></w:r></w:p>
<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Он принят единогласно.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`

const odt = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>
<text:tracked-changes><text:p>удалено</text:p></text:tracked-changes>
<text:h text:outline-level="1">Совет принял план</text:h>
<text:p text:style-name="P1">11 сентября 2024 года в г. Бишкек<text:s/>состоялось <text:span>заседание</text:span> Совета.</text:p>
<text:h text:outline-level="2">Решения</text:h>
<text:list><text:list-item><text:p>план дорог</text:p></text:list-item><text:list-item><text:p>план мостов</text:p></text:list-item></text:list>
<text:p>Он принят единогласно.</text:p>
</office:text></office:body></office:document-content>`

const page = `<!DOCTYPE html><html><head><title>Сайт</title><style>p{}</style></head><body><nav>Меню</nav>
<article><h1>Совет принял план</h1><p>11 сентября 2024 года в г. Бишкек состоялось <b>заседание</b>
Совета.</p><h2>Решения</h2><ul><li>план дорог</li><li>план мостов</li></ul><script>alert(1)</script>
<p style="display: none">скрыто</p><p>Он принят единогласно.</p></article><footer>Подвал</footer></body></html>`

func TestDocuments(t *testing.T) {
	for name, data := range map[string][]byte{
		"OOXML":        document(t, map[string]string{"word/document.xml": docx, "[Content_Types].xml": "<a/>"}),
		"OpenDocument": document(t, map[string]string{"content.xml": odt, "mimetype": "application/vnd.oasis.opendocument.text"}),
		"a web page":   []byte(page),
	} {
		t.Run(name, func(t *testing.T) {
			releases, err := Read(data)
			if err != nil || len(releases) != 1 {
				t.Fatal(releases, err)
			}
			r := releases[0]
			if r.Headline != "Совет принял план" || r.Date.String() != "2024-09-11" || r.Place != "Бишкек" ||
				r.Lead != "11 сентября 2024 года в г. Бишкек состоялось заседание Совета." {
				t.Errorf("got %+v", r)
			}
			want := []release.Block{
				{Kind: release.Subheading, Text: "Решения"},
				{Kind: release.List, Text: "план дорог\nплан мостов"},
				{Kind: release.Paragraph, Text: "Он принят единогласно."},
			}
			if len(r.Blocks) != len(want) {
				t.Fatalf("got %+v", r.Blocks)
			}
			for i := range want {
				if r.Blocks[i] != want[i] {
					t.Errorf("block %d: got %+v, want %+v", i, r.Blocks[i], want[i])
				}
			}
		})
	}
}

func TestDamagedDocuments(t *testing.T) {
	for name, data := range map[string][]byte{
		"broken XML":     document(t, map[string]string{"word/document.xml": docx[:300]}),
		"not a document": document(t, map[string]string{"readme": "текст"}),
		"cut off":        document(t, map[string]string{"word/document.xml": docx})[:200],
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(data)
			var own *Error
			if !errors.As(err, &own) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func FuzzOffice(f *testing.F) {
	f.Add(docx)
	f.Add(odt)
	f.Add("<w:p><w:p></w:p>")
	f.Fuzz(func(t *testing.T, source string) {
		paragraphs, err := officeParagraphs(strings.NewReader(source))
		for _, p := range paragraphs {
			if err == nil && strings.ContainsAny(p, "\n\r") {
				t.Errorf("a line feed in %q", p)
			}
		}
	})
}

func FuzzPage(f *testing.F) {
	f.Add(page)
	f.Add("<html><li><p>a<br>b")
	f.Fuzz(func(t *testing.T, source string) { readPage(source) })
}
