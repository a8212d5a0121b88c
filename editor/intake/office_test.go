package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"reflect"
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
			want := release.Numbered([]release.Block{
				{Kind: release.Subheading, Text: "Решения"},
				{Kind: release.List, Text: "план дорог\nплан мостов"},
				{Kind: release.Paragraph, Text: "Он принят единогласно."},
			})
			if len(r.Blocks) != len(want) {
				t.Fatalf("got %+v", r.Blocks)
			}
			for i := range want {
				if !reflect.DeepEqual(r.Blocks[i], want[i]) {
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

// What a word processor keeps beside the text that people read: deletions,
// what was moved away, codes of fields, remarks, pictures' second forms.
func TestParagraphsOfDocuments(t *testing.T) {
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	p := func(inner string) string { return "<w:p>" + inner + "</w:p>" }
	styled := func(style, text string) string {
		return p(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run(text))
	}
	for name, tt := range map[string]struct{ xml, want string }{
		"runs":                   {p(run("раз ") + run("два")), "раз два"},
		"deleted":                {p(run("раз ") + "<w:del>" + "<w:r><w:delText>не</w:delText></w:r>" + "</w:del>" + run("два")), "раз два"},
		"inserted":               {p("<w:ins>" + run("раз") + "</w:ins>"), "раз"},
		"moved away":             {p(run("раз ")+"<w:moveFrom w:id='1'>"+run("прочь")+"</w:moveFrom>") + p("<w:moveTo w:id='1'>"+run("прочь")+"</w:moveTo>"), "раз|прочь"},
		"a moved paragraph":      {"<w:moveFromRangeStart/>" + p("<w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>"+run("прочь")+"</w:moveFrom>") + "<w:moveFromRangeEnd/>" + p(run("раз")), "раз"},
		"moved, runs within":     {p("<w:moveFrom>" + run("а") + run("б") + "<w:r><w:tab/><w:t>в</w:t></w:r></w:moveFrom>" + run("раз")), "раз"},
		"a field's code":         {p(run("раз ") + "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>" + run("два")), "раз два"},
		"a picture's other form": {p(run("раз") + "<mc:AlternateContent><mc:Choice>" + run(" два") + "</mc:Choice><mc:Fallback>" + run(" снова") + "</mc:Fallback></mc:AlternateContent>"), "раз два"},
		"a remark":               {"<text:p>раз<office:annotation><text:p>замечание</text:p></office:annotation> два</text:p>", "раз два"},
		"a tab and a break":      {p("<w:r><w:t>раз</w:t><w:tab/><w:t>два</w:t><w:br/><w:t>три</w:t><w:cr/><w:t>пять</w:t></w:r>"), "раз два три пять"},
		"OpenDocument's":         {"<text:p>раз<text:s/>два<text:line-break/>три<text:tab/>пять</text:p>", "раз два три пять"},
		"a hyphen that stays":    {p("<w:r><w:t>вице</w:t><w:noBreakHyphen/><w:t>премьер</w:t></w:r>"), "вице-премьер"},
		"a tab outside":          {"<w:tab/>" + p(run("раз")), "раз"},
		"text outside":           {"слова" + p(run("раз")) + "слова", "раз"},
		"a text box":             {p(run("раз") + "<w:txbxContent>" + p(run("коробка")) + "</w:txbxContent>" + run("два")), "раз коробка два"},
		"nothing":                {p("") + p(run(" \u00a0 ")), ""},
		"a title":                {styled("Title", "Раз") + styled("Heading1", "Два"), "# Раз|## Два"},
		"a heading first":        {styled("heading1", "Раз"), "# Раз"},
		"styles by number":       {styled("1", "Раз") + styled("2", "Два") + styled("3", "Три"), "# Раз|## Два|## Три"},
		"other headings":         {styled("Subtitle", "Раз") + styled("Heading2", "Два") + styled("Heading9", "Три"), "## Раз|## Два|## Три"},
		"a style of the office":  {styled("Normal", "Раз") + styled("a1", "Два"), "Раз|Два"},
		"a list":                 {p("<w:pPr><w:numPr/></w:pPr>" + run("раз")), "- раз"},
		"a numbered heading":     {p(`<w:pPr><w:pStyle w:val="Heading2"/><w:numPr/></w:pPr>` + run("Раз")), "## Раз"},
		"a style ends":           {styled("Heading2", "Раз") + p(run("два")), "## Раз|два"},
		"OpenDocument headings":  {`<text:h text:outline-level="1">Раз</text:h><text:h text:outline-level="2">Два</text:h><text:p text:style-name="Title">Три</text:p>`, "# Раз|## Два|## Три"},
		"OpenDocument lists":     {"<text:list><text:list-item><text:p>раз</text:p><text:list><text:list-item><text:p>два</text:p></text:list-item></text:list></text:list-item></text:list><text:p>три</text:p>", "- раз|- два|три"},
		"spaces":                 {p(run("раз\n\t  два ")), "раз два"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := officeParagraphs(strings.NewReader("<body>" + tt.xml + "</body>"))
			if err != nil || strings.Join(got, "|") != tt.want {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

// The footnotes stand behind the text; other parts of a document are none.
func TestPartsOfADocument(t *testing.T) {
	text := func(words string) string { return "<a><w:p><w:r><w:t>" + words + "</w:t></w:r></w:p></a>" }
	got, ok, err := readOffice(document(t, map[string]string{
		"word/footnotes.xml": text("сноска"), "word/document.xml": text("текст"), "word/header1.xml": text("колонтитул"), "word/comments.xml": text("замечание"),
	}))
	if err != nil || !ok || got != "текст\n\nсноска" {
		t.Errorf("%q, %t, %v", got, ok, err)
	}
	if _, ok, err := readOffice([]byte("PK\x03\x04 и это не архив")); ok || err != nil {
		t.Errorf("a text that begins like an archive: %t, %v", ok, err)
	}
	if _, ok, err := readOffice([]byte("текст")); ok || err != nil {
		t.Errorf("a text: %t, %v", ok, err)
	}
	var own *Error
	if _, _, err := readOffice(append([]byte("PK\x03\x04"), make([]byte, MaxBytes)...)); !errors.As(err, &own) || own.Reason != "too-large" {
		t.Errorf("too large: %v", err)
	}
	if _, err := Read(document(t, map[string]string{"word/document.xml": "<a><w:p>"})); !errors.As(err, &own) || own.Reason != "document" {
		t.Errorf("cut off: %v", err)
	}
}

// A page's article is its text; what stands around it and what nobody sees is none.
func TestPages(t *testing.T) {
	for name, tt := range map[string]struct{ html, want string }{
		"an article":      {"<html><body><p>меню</p><article><p>раз</p></article></body></html>", "раз"},
		"a main part":     {"<html><body><p>меню</p><main><p>раз</p></main></body></html>", "раз"},
		"article in main": {"<html><body><main><p>меню</p><article>раз</article></main></body></html>", "раз"},
		"neither":         {"<!DOCTYPE HTML><HTML><body><p>раз</p></body></HTML>", "раз"},
		"XHTML":           {"<?xml version='1.0'?><html><p>раз</p></html>", "раз"},
		"headings":        {"<html><h1>Раз</h1><h2>Два</h2><h3>Три</h3><h4>Пять</h4>", "# Раз|## Два|## Три|## Пять"},
		"a list":          {"<html><ul><li>раз<li>два</ul>", "- раз|- два"},
		"blocks": {
			"<html>0<p>1</p><div>2</div>3<br>4<blockquote>5</blockquote><table><tr><td>6</td></tr><tr><td>7</td></tr></table><section>8</section><header>9</header><address>10</address><hr><figure>11</figure><dl><dt>12<dd>13</dl><pre>14</pre><footer>15</footer>16<ol></ol>17",
			"0|1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17",
		},
		"runs":          {"<html><p>раз <b>два</b><i>три</i> <a href='x'>пять</a></p>", "раз дватри пять"},
		"hidden things": {"<html><head><title>т</title></head><script>1</script><style>2</style><nav>3</nav><form>4</form><noscript>5</noscript><template>6</template><iframe>7</iframe><svg><text>8</text></svg><button>9</button><p hidden>10</p><p style='color:red; display : none'>11</p><!-- 12 --><p style='color:red'>раз</p>", "раз"},
		"entities":      {"<html><p>«раз» &amp; два&nbsp;три &mdash; &#8470;5</p>", "«раз» & два три — №5"},
		"empty ones":    {"<html><p> </p><p>&nbsp;</p><p>раз</p>", "раз"},
	} {
		got, ok := readPage(tt.html)
		if !ok || strings.ReplaceAll(got, "\n\n", "|") != tt.want {
			t.Errorf("%s: %q, %t", name, got, ok)
		}
	}
	for _, text := range []string{"слово <html>", "<p>раз</p>", "<!doctype html> и всё", "<?xml version='1.0'?><rss/>", ""} {
		if got, ok := readPage(text); ok {
			t.Errorf("%s is a page: %q", text, got)
		}
	}
}
