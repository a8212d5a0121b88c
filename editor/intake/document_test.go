package intake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

const docxText = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Совет принял план</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">11 сентября 2024 года в г. Бишкек </w:t></w:r><w:del><w:r><w:delText>не</w:delText></w:r></w:del><w:ins><w:r><w:t>состоялось</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>заседание</w:t></w:r><w:r><w:t xml:space="preserve"> Совета.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Решения</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>план дорог</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:instrText>PAGE</w:instrText><w:t>план мостов</w:t></w:r></w:p>
<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Он принят единогласно.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`

const odtText = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t"><office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:p>удалено</text:p></text:tracked-changes>
<text:h text:outline-level="1">Совет принял план</text:h>
<text:p text:style-name="P1">11 сентября 2024 года в г. Бишкек<text:s/>состоялось <text:span text:style-name="B">заседание</text:span> Совета.</text:p>
<text:h text:outline-level="2">Решения</text:h>
<text:list><text:list-item><text:p>план дорог</text:p></text:list-item><text:list-item><text:p>план мостов</text:p></text:list-item></text:list>
<text:p>Он принят единогласно.</text:p>
</office:text></office:body></office:document-content>`

const rtfText = `{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset204 Times;}}{\stylesheet{\s1 Title;}{\s2 heading 2;}}
\pard\s1 Совет принял план\par\pard 11 сентября 2024 года в г. Бишкек {\deleted не}состоялось {\b заседание} Совета.\par
\pard\s2 Решения\par\pard{\listtext\bullet\tab}план дорог\par{\listtext\bullet\tab}план мостов\par
{\header верх\par}\trowd\cellx9\pard\intbl Он принят единогласно.\cell\row}`

const webPage = `<!DOCTYPE html><html><head><title>Сайт</title><style>p{}</style></head><body><nav>Меню</nav>
<article><h1>Совет принял план</h1><p>11 сентября 2024 года в г. Бишкек состоялось <b>заседание</b>
Совета.</p><h2>Решения</h2><ul><li>план дорог</li><li>план мостов</li></ul><script>alert(1)</script>
<p>Он принят единогласно.</p></article><footer>Подвал</footer></body></html>`

const markdownText = "# Совет принял план\n\n11 сентября 2024 года в г. Бишкек состоялось **заседание** Совета.\n\n## Решения\n\n- план дорог\n- план мостов\n\nОн принят единогласно.\n"

const letterHead = "From: press@council.example\r\nTo: news@example.org\r\nMIME-Version: 1.0\r\n"

// One text is understood alike in every form it comes in.
func TestDocuments(t *testing.T) {
	for name, data := range map[string][]byte{
		"OOXML":        layouttest.Pack(map[string]string{"word/document.xml": docxText, "[Content_Types].xml": "<a/>"}),
		"OpenDocument": layouttest.Pack(map[string]string{"content.xml": odtText, "mimetype": "application/vnd.oasis.opendocument.text"}),
		"RTF":          ansi(t, rtfText),
		"a web page":   []byte(webPage),
		"a piece":      []byte(webPage[strings.Index(webPage, "<article>"):strings.Index(webPage, "<footer>")]),
		"Markdown":     []byte(markdownText),
		"a letter":     []byte(letterHead + "Content-Type: text/html; charset=utf-8\r\n\r\n" + webPage),
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Read(Source{Data: data})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(found, err)
			}
			r := found.Releases[0]
			if r.Headline != "Совет принял план" || r.Date.String() != "2024-09-11" || r.Place != "Бишкек" ||
				layouttest.Marked(r.Lead, r.LeadMarks) != "11 сентября 2024 года в г. Бишкек состоялось *заседание* Совета." {
				t.Errorf("got %+v", r)
			}
			want := release.Numbered([]release.Block{
				{Kind: release.Subheading, Text: "Решения"},
				{Kind: release.List, Text: "план дорог\nплан мостов"},
				{Kind: release.Paragraph, Text: "Он принят единогласно."},
			})
			if !reflect.DeepEqual(r.Blocks, want) {
				t.Errorf("got %+v", r.Blocks)
			}
		})
	}
}

// ansi returns a text as older programs write it.
func ansi(t *testing.T, text string) []byte {
	t.Helper()
	data, err := charmap.Windows1251.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// pdfOf is a PDF of lines, whose letters are shown from left to right, in UTF-16, by a font with a map of a name.
func pdfOf(encoding string, lines ...string) string {
	var shown strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&shown, "1 0 0 1 10 %d Tm <", 700-30*i)
		for _, unit := range utf16.Encode([]rune(line)) {
			fmt.Fprintf(&shown, "%04x", unit)
		}
		shown.WriteString("> Tj\n")
	}
	return "%PDF-1.7 1 0 obj<</Pages<</Kids[<</Contents 7 0 R>>]/MediaBox[0 0 2000 800]/Resources<</Font<</F 8 0 R>>>>>>>>endobj 7 0 obj<<>>stream\nBT /F 10 Tf " + shown.String() + "ET\nendstream endobj 8 0 obj<</Subtype/Type0/Encoding/" + encoding + ">>endobj trailer<</Root 1 0 R>>"
}

// What is not read is named.
func TestRefused(t *testing.T) {
	cut := layouttest.Pack(map[string]string{"word/document.xml": docxText})
	for name, tt := range map[string]struct{ data, reason string }{
		"PDF":            {"%PDF-1.7\n", "document"},
		"PDF, letters":   {pdfOf("CNS-EUC-H", "ab"), "pdf-letters"},
		"PDF, unnamed":   {pdfOf("Identity-H", "ab"), "pdf"},
		"Word of before": {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600), "doc"},
		"a password":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "password"},
		"broken XML":     {string(layouttest.Pack(map[string]string{"word/document.xml": docxText[:300]})), "document"},
		"an archive":     {string(layouttest.Pack(map[string]string{"readme": "текст"})), "packed"},
		"a sheet":        {string(layouttest.Pack(map[string]string{"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"})), "packed"},
		"ODT, password":  {string(layouttest.Pack(map[string]string{"content.xml": "\x8f\x01", "META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>"})), "password"},
		"cut off":        {string(cut[:200]), "document"},
		"too large":      {strings.Repeat("а", MaxBytes/2+1), "too-large"},
		"far too large":  {"<p>" + strings.Repeat("а", MaxDocument/2) + "</p>", "too-large"},
		"a huge text":    {string(layouttest.Pack(map[string]string{"word/document.xml": "<a>" + strings.Repeat(" ", 40<<20) + "</a>"})), "too-large"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(Source{Data: []byte(tt.data)})
			var own *Error
			if !errors.As(err, &own) || own.Reason != tt.reason {
				t.Errorf("got %v, want %s", err, tt.reason)
			}
		})
	}
}

// written is what of a release a layout decides.
func written(r release.Release) string {
	all := []string{"headline: " + r.Headline}
	add := func(name, text string) {
		if text != "" {
			all = append(all, name+": "+text)
		}
	}
	add("subheadline", r.Subheadline)
	add("place", r.Place)
	add("date", r.Date.String())
	add("lead", layouttest.Marked(r.Lead, r.LeadMarks))
	for _, b := range r.Blocks {
		text := layouttest.Marked(b.Text, b.Marks)
		switch {
		case b.First > 0:
			text = strconv.Itoa(b.First) + ". " + text
		case b.Speaker != "":
			text += " (" + b.Speaker + ")"
		case b.Kind == release.Picture:
			text = b.Picture[:6] + " " + text + " (" + b.Author + "; " + b.Alternative + ")"
		}
		all = append(all, string(b.Kind)+": "+text)
	}
	add("boilerplate", layouttest.Marked(r.Boilerplate, r.BoilerplateMarks))
	add("notes", strings.ReplaceAll(r.Notes, "\n", "⏎"))
	for _, c := range r.Contacts {
		phones := ""
		for _, p := range c.Phones {
			phones += p.Number + "/" + string(p.Kind) + " "
		}
		all = append(all, "contact: "+strings.Join([]string{c.Post, c.Organisation, c.Name, phones, c.Email, c.Site}, ";"))
	}
	for _, r := range r.Repairs {
		if !strings.HasPrefix(r.Code, "aside-") && !strings.HasPrefix(r.Code, "moved-") && r.Code != repair.PlainBold && r.Code != repair.PlainItalic { // where the words are says so already
			all = append(all, r.Code+"="+layouttest.Piece(r))
		}
	}
	return strings.Join(all, "\n")
}

// What the look of a document says of what its parts are.
func TestUnderstanding(t *testing.T) {
	const lead = "<p>11 сентября 2024 года в Бишкеке состоялось заседание Совета.</p>"
	const body = lead + "<p>Стороны обсудили план дорог и план мостов, и всё остальное.</p>"
	const wanted = "place: Бишкек\ndate: 2024-09-11\nlead: 11 сентября 2024 года в Бишкеке состоялось заседание Совета.\n"
	const rest = "paragraph: Стороны обсудили план дорог и план мостов, и всё остальное."
	for name, tt := range map[string]struct{ html, want string }{
		"a bold headline":        {"<p><b>Совет принял план</b></p>" + body, "headline: Совет принял план\n" + wanted + rest},
		"a bold sentence":        {"<p><b>Совет принял план.</b></p>" + body, "headline: Совет принял план.\n" + wanted + rest},
		"a bold lead":            {"<h1>План</h1>" + strings.Replace(strings.Replace(body, "<p>", "<p><b>", 1), "</p>", "</b></p>", 1), "headline: План\n" + wanted + rest},
		"a bold subheading":      {"<h1>План</h1>" + lead + "<p><b>О дорогах</b></p><p>Стороны обсудили план дорог.</p>", "headline: План\n" + wanted + "subheading: О дорогах\nparagraph: Стороны обсудили план дорог."},
		"a bold paragraph":       {"<h1>План</h1>" + body + "<p><b>Внимание, дороги закрыты.</b></p><p>Всё.</p>", "headline: План\n" + wanted + rest + "\nparagraph: *Внимание, дороги закрыты.*\nparagraph: Всё."},
		"bold words":             {"<h1>План</h1>" + lead + "<p>Стороны <b>обсудили</b> <i>план</i>.</p>", "headline: План\n" + wanted + "paragraph: Стороны *обсудили* /план/."},
		"all bold":               {"<h1>План</h1><b>" + body + "</b>", "headline: План\n" + wanted + rest},
		"all in italics":         {"<h1>План</h1><i>" + body + "</i>", "headline: План\n" + wanted + rest},
		"a letterhead above":     {"<p>Совет содружества</p><p>г. Москва</p><hr><h1>План</h1>" + body, "headline: План\n" + wanted + rest + "\nnotes: Совет содружества⏎г. Москва"},
		"a picture above":        {"<img src=a.png><h1>План</h1>" + body, "headline: План\n" + wanted + "picture: c06303  (; )\n" + rest},
		"a release, then a head": {"<p>Совет принял план</p>" + body + "<h1>Решения</h1><p>Всё.</p>", "headline: Совет принял план\n" + wanted + rest + "\nsubheading: Решения\nparagraph: Всё."},
		"a dateline":             {"<h1>План</h1><p>Бишкек, 11 сентября 2024 года</p><p>Состоялось заседание Совета.</p><p>Всё.</p>", "headline: План\nplace: Бишкек\ndate: 2024-09-11\nlead: Состоялось заседание Совета.\nparagraph: Всё."},
		"captions":               {"<h1>План</h1>" + lead + "<figure><img src=a.png alt='Вид'><figcaption>Зал. Фото: Анна Примерова</figcaption></figure><figure><img src=a.png alt=IMG_1.jpg></figure>", "headline: План\n" + wanted + "picture: c06303 Зал (Анна Примерова; Вид)\npicture: c06303  (; )"},
		"a speaker":              {"<h1>План</h1>" + lead + "<blockquote><p>Мы рады</p><p>— Анна Примерова, посол</p></blockquote>", "headline: План\n" + wanted + "quotation: Мы рады (Анна Примерова, посол)"},
		"lists apart":            {"<h1>План</h1>" + lead + "<ol><li>раз<li>два<ul><li>а</ul><li>три</ol><ul><li>б</ul>", "headline: План\n" + wanted + "list: 1. раз⏎два⏎→а⏎три\nlist: б"},
		"an address":             {"<h1>План</h1>" + lead + "<address>Пресс-секретарь Совета содружества<br>Анна Примерова<br>тел. +7-000-000-00-01<br><a href='mailto:press@council.example'>почта</a></address><address>Пётр Образцов<br>council.example</address>", "headline: План\n" + wanted + "contact: Пресс-секретарь;Совета содружества;Анна Примерова;+7-000-000-00-01/phone ;press@council.example;\ncontact: ;;Пётр Образцов;;;council.example"},
		"an address, twice":      {"<h1>План</h1>" + lead + "<address>Анна Примерова<br><a href='mailto:press@council.example'>Press@council.example</a><br><a href='https://council.example/'>council.example</a></address>", "headline: План\n" + wanted + "contact: ;;Анна Примерова;;press@council.example;council.example"},
		"contacts in one":        {"<h1>План</h1>" + lead + "<hr><p>Пресс-секретарь Анна Примерова<br>+7-000-000-00-01<br>press@council.example</p>", "headline: План\n" + wanted + "contact: Пресс-секретарь;;Анна Примерова;+7-000-000-00-01/phone ;press@council.example;"},
		"a rule in the text":     {"<h1>План</h1>" + lead + "<hr><p>Стороны обсудили план дорог и план мостов, и всё остальное.</p>", "headline: План\n" + wanted + "rule: \n" + rest},
		"a page's menu":          {"<table><tr><td><a href='/'>Главная</a><br><a href='/n'>Новости</a></td><td><b>Совет принял план</b><br><br>11 сентября 2024 года в Бишкеке состоялось заседание Совета.<br><br>Стороны обсудили план дорог и план мостов, и всё остальное.<br><a href='https://a.example/1'>Ещё</a><br><a href='/2'>И ещё</a></td></tr></table>", "headline: Совет принял план\n" + wanted + rest + "\nnotes: [Ещё](https://a.example/1)⏎И ещё⏎Главная⏎Новости\nlost-links=1\nlost-links=1\nlost-links=1"},
		"a link below":           {"<h1>План</h1>" + body + "<p><a href='https://a.example/plan'>План дорог</a></p>", "headline: План\n" + wanted + rest + "\nparagraph: [План дорог](https://a.example/plan)"},
		"losses":                 {"<h1>План</h1>" + lead + "<p>Всё<del>, нет</del>.<img src=нет.png></p>", "headline: План\n" + wanted + "paragraph: Всё.\nlost-deletions=1\nlost-pictures=1"},
	} {
		t.Run(name, func(t *testing.T) {
			beside := fstest.MapFS{"a.png": {Data: []byte(layouttest.PNG)}}
			found, err := Read(Source{Data: []byte("<html>" + tt.html), Beside: beside})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(found, err)
			}
			if got := written(found.Releases[0]); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			for _, hash := range found.Releases[0].Pictures() {
				if string(found.Pictures[hash]) != layouttest.PNG {
					t.Errorf("%s is not there", hash)
				}
			}
		})
	}
}

// What a distributor adds below a Markdown text is no release of its own, and a contact block
// there is the release's.
func TestTailsOfMarkdown(t *testing.T) {
	const text = "# План\n\n11 сентября 2024 года в Бишкеке состоялось **заседание** Совета.\n\n---\n\n"
	const head = "headline: План\nplace: Бишкек\ndate: 2024-09-11\nlead: 11 сентября 2024 года в Бишкеке состоялось *заседание* Совета.\n"
	for below, want := range map[string]string{
		"[Original](https://a.example/1)\n\n[TLDR](https://b.example)\n\nSigned": "notes: ---⏎[Original](https://a.example/1)⏎[TLDR](https://b.example)⏎Signed",
		"Анна Примерова\\\n+7-000-000-00-01":                                     "contact: ;;Анна Примерова;+7-000-000-00-01/phone ;;",
	} {
		found, err := Read(Source{Data: []byte(text + below)})
		if err != nil || len(found.Releases) != 1 || written(found.Releases[0]) != head+want {
			t.Errorf("%d releases: %s, %v", len(found.Releases), written(found.Releases[0]), err)
		}
	}
}

// A picture's name leads to nothing but a picture in the folder.
func TestBeside(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.png": layouttest.PNG, "b.png": "текст", "in/в п.png": layouttest.PNG} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := Source{Beside: os.DirFS(dir)}
	for address, want := range map[string]bool{
		"a.png": true, "./a.png": true, "in/../a.png": true, "in/%D0%B2%20%D0%BF.png": true, `in\в%20п.png`: true, "a.png?1": true,
		"b.png": false, "нет.png": false, "../a.png": false, "/a.png": false, "in": false, "": false, "file:a.png": false, "//host/a.png": false, "https://a.example/a.png": false, "%zz": false,
	} {
		if got := s.beside(address); (got != nil) != want {
			t.Errorf("%s: %d bytes", address, len(got))
		}
	}
	if (Source{}).beside("a.png") != nil {
		t.Error("no folder has a picture")
	}
}

// The losses are named as findings are.
func TestLosses(t *testing.T) {
	for _, loss := range layout.Losses() {
		d := linesOf("раз")
		d.Lost = []layout.Omission{{What: loss, Count: 3, Text: "два"}}
		if got := understand(d).Releases[0].Repairs; len(got) != 1 || got[0].Code != "lost-"+string(loss) || got[0].Count != 3 || got[0].Text != "два" {
			t.Errorf("%s: %+v", loss, got)
		}
	}
}

// TestMade reads what other programs made of one text (testdata/made/text.md, and the same
// in HTML): LibreOffice 7.4 and pandoc 2.17. The golden files say what came of it.
func TestMade(t *testing.T) {
	for _, name := range []string{"text.md", "libreoffice.docx", "libreoffice.odt", "libreoffice.html", "pandoc.docx", "pandoc.odt"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join("testdata", "made", name)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			found, err := Read(Source{Data: data, Beside: os.DirFS("testdata/made")})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(err, len(found.Releases))
			}
			got := written(found.Releases[0]) + "\n"
			if *update {
				if err := os.WriteFile(path+".golden", []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path + ".golden")
			if err != nil || got != string(want) {
				t.Errorf("got\n%s\nwant\n%s%v", got, want, err)
			}
		})
	}
}
