package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/logo"
	"communique/export/picture"
	"communique/export/style"
)

var update = flag.Bool("update", false, "rewrite golden files")

func full(t testing.TB) release.Release {
	t.Helper()
	embargo, err := release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	return release.Release{
		Language: "ru", Kind: release.Meeting, Status: release.Draft, Embargo: embargo, Tags: []string{"визит", "учение"},
		Headline: "Встреча «на полях» сессии", Subheadline: "Стороны обсудили план & сроки",
		Date: release.Date{Year: 2024, Month: 9, Day: 11}, Place: "Бишкек",
		Lead: "11 сентября 2024 года в Бишкеке состоялась встреча.", Notes: "тайна редакции",
		Template: "тайна шаблона", Leftovers: []string{"тайна остатка"}, Values: []release.Value{{Field: "поле", Text: "тайна поля"}},
		Repairs: []release.Repair{{Code: "date-glued", Text: "тайна правки"}},
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: "Қазақстан: ә ғ қ ң ө ұ ү һ і; Тоҷикистон: ӣ ӯ ҳ ҷ; Հայաստան; цена 5\u00a0₸."},
			{Kind: release.Paragraph, Text: "Мягкий пере\u00adнос и\u200b нуль,\nновая строка и\tтабуляция."},
			{Kind: release.Subheading, Text: "О сроках"},
			{Kind: release.Quotation, Text: "Мы успеем <b>всё</b>.", Speaker: "Иван Пробный"},
			{Kind: release.List, Text: "раз\n\nдва"},
			{Kind: release.Quotation, Text: "Слова без имени."},
			{Kind: release.Table, Text: "Страна\tЧеловек\nАрмения\t1\u00a0200 & больше", Marks: []release.Mark{{Start: 15, End: 22, Style: release.Bold}}},
			{Kind: release.Table, Text: "Год\n2024"},
			{Kind: release.List, First: 3, Text: "три\nчетыре"},
			{Kind: release.List, First: 1, Text: "один"},
			{Kind: release.Picture, Picture: "known", Text: "Зал заседаний", Author: "Иван Пробный", Alternative: "Девять человек <за столом>"},
			{Kind: release.Picture, Picture: "known"},
			{Kind: release.Picture, Text: "Без снимка", Alternative: "Флаги"},
			{Kind: release.Rule},
			{Kind: release.Paragraph, Text: "Жирно, криво и на сайте; www.council.example.", Marks: []release.Mark{
				{Start: 0, End: 5, Style: release.Bold}, {Start: 3, End: 12, Style: release.Italic}, {Start: 15, End: 23, Style: release.Link, Address: "https://council.example/?a=1&b=2"}, {Start: 18, End: 23, Style: release.Bold},
			}},
		},
		Boilerplate: "Совет содружества — выдуманная организация.",
		Contacts: []release.Contact{
			{},
			{
				Name: "Пётр Образцов", Post: "Пресс-секретарь", Organisation: "Совета содружества",
				Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}, {Number: "+7-000-000-00-02", Kind: release.PhoneFax}},
				Email:  "press@council.example", Site: "совет.example/новости?a=1&b=2",
			},
			{Name: "Анна Примерова", Phones: []release.PhoneNumber{{Number: "по запросу", Kind: release.Mobile}}, Site: "javascript:alert(1)"},
		},
	}
}

func organisation(t testing.TB) release.Organisation {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, 40, 20))
	picture.Set(3, 3, color.White)
	var buf bytes.Buffer
	if err := png.Encode(&buf, picture); err != nil {
		t.Fatal(err)
	}
	return release.Organisation{Name: "Совет «Содружества»", Address: "г. Пробный", Site: "council.example", Logo: buf.Bytes()}
}

// photographs are the pictures of full.
func photographs(t testing.TB) picture.Set {
	t.Helper()
	p, err := picture.Prepare(exporttest.Photograph(60, 40, 1), picture.Print)
	if err != nil {
		t.Fatal(err)
	}
	return picture.Set{"known": p}
}

// plainStyle is the style that is shipped as the usual one.
func plainStyle(t testing.TB) style.Style {
	t.Helper()
	s, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func render(t testing.TB, r release.Release, org release.Organisation) []byte {
	t.Helper()
	data, err := Render(r, org, photographs(t), plainStyle(t))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// open returns the files of a package by their names.
func open(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		if _, twice := files[f.Name]; twice {
			t.Errorf("%s is there twice", f.Name)
		}
		files[f.Name] = string(content)
	}
	return files
}

// node is an element with what stands in it.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (n node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// walk visits n and everything in it, in order.
func (n node) walk(visit func(node)) {
	visit(n)
	for _, child := range n.Children {
		child.walk(visit)
	}
}

func parse(t testing.TB, content string) node {
	t.Helper()
	var n node
	if err := xml.Unmarshal([]byte(content), &n); err != nil {
		t.Fatalf("%v in\n%s", err, content)
	}
	return n
}

// words returns the text of a paragraph as a reader sees it.
func (n node) words() string {
	var b strings.Builder
	n.walk(func(n node) {
		switch n.XMLName.Local {
		case "t":
			b.WriteString(n.Text)
		case "br":
			b.WriteString("\n")
		case "tab":
			b.WriteString("\t")
		}
	})
	return b.String()
}

// lines returns "style: words" of every paragraph of a part.
func lines(t testing.TB, content string) []string {
	t.Helper()
	var list []string
	parse(t, content).walk(func(n node) {
		if n.XMLName.Local == "p" {
			list = append(list, n.Children[0].Children[0].attr("val")+": "+n.words())
		}
	})
	return list
}

func TestGolden(t *testing.T) {
	files := open(t, render(t, full(t), organisation(t)))
	for name, path := range map[string]string{
		"document.xml": "word/document.xml", "styles.xml": "word/styles.xml", "header1.xml": "word/header1.xml", "core.xml": "docProps/core.xml",
		"header2.xml": "word/header2.xml", "footer1.xml": "word/footer1.xml", "package.rels": "_rels/.rels",
		"numbering.xml": "word/numbering.xml", "document.rels": "word/_rels/document.xml.rels", "header1.rels": "word/_rels/header1.xml.rels",
	} {
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, []byte(files[path]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if files[path] != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, files[path], want)
		}
	}
}

func TestSameReleaseSameBytes(t *testing.T) {
	if !bytes.Equal(render(t, full(t), organisation(t)), render(t, full(t), organisation(t))) {
		t.Error("the same release gave other bytes")
	}
}

func TestNothingHidden(t *testing.T) {
	for name, content := range open(t, render(t, full(t), organisation(t))) {
		for _, secret := range append([]string{"тайна", "rsid", "date-glued", "lastModifiedBy", "meeting"}, exporttest.Secrets...) {
			if strings.Contains(content, secret) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
}

func TestHeadersAndFooters(t *testing.T) {
	r, org := full(t), organisation(t)
	english := full(t)
	english.Language, english.Embargo = "en", release.Embargo{}
	issued := release.Release{Language: "ru", Status: release.Issued}
	const embargo = "EmbargoBand: ЭМБАРГО до 11 сентября 2024 года, 12:00, Бишкек, UTC+6"
	letterhead := []string{"LetterheadName: Совет «Содружества»", "Letterhead: г. Пробный", "Letterhead: council.example", "LetterheadRule: "}
	house := func(source string) style.Style {
		s, err := style.Read("house", []byte(source), nil)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	plain := plainStyle(t)
	tests := map[string]struct {
		release             release.Release
		organisation        release.Organisation
		style               style.Style
		first, rest         []string
		firstFoot, restFoot []string
	}{
		"draft under embargo": {
			r, org, plain, append([]string{"Header: \t\tПРОЕКТ", "LetterheadLogo: "}, letterhead...),
			[]string{"Header: \t\tПРОЕКТ", embargo},
			[]string{"Footer: стр. 1 из 1"},
			[]string{"Footer: стр. 1 из 1"},
		},
		"English without a logo": {
			english,
			release.Organisation{Name: org.Name, Address: org.Address, Site: org.Site},
			plain,
			append([]string{"Header: \t\tDRAFT"}, letterhead...),
			[]string{"Header: \t\tDRAFT"},
			[]string{"Footer: page 1 of 1"},
			[]string{"Footer: page 1 of 1"},
		},
		"logo alone": {
			issued,
			release.Organisation{Logo: org.Logo},
			plain,
			[]string{"Header: ", "LetterheadLogo: ", "LetterheadRule: "},
			[]string{"Header: "},
			[]string{"Footer: стр. 1 из 1"},
			[]string{"Footer: стр. 1 из 1"},
		},
		"issued without a letterhead": {
			issued,
			release.Organisation{Address: "г. Пробный"},
			plain,
			[]string{"Header: "},
			[]string{"Header: "},
			[]string{"Footer: стр. 1 из 1"},
			[]string{"Footer: стр. 1 из 1"},
		},
		"numbered above from the second page on": {
			english, org, house("base = 'gost'\n[letterhead]\nshow = false"), []string{"Header: \t\tDRAFT"}, []string{"Header: \t1\tDRAFT"}, []string{"Footer: "}, []string{"Footer: "},
		},
		"names, address and foot of the style": {
			issued, org, house("[letterhead]\nnames = ['Совет', 'Council']\naddress = 'ул. Пробная'\n[footer]\ntext = 'тел. 1'\n[numbers]\nform = 'number'"),
			[]string{"Header: ", "LetterheadLogo: ", "LetterheadName: Совет", "LetterheadName: Council", "Letterhead: ул. Пробная", "Letterhead: council.example", "LetterheadRule: "},
			[]string{"Header: "},
			[]string{"Footer: 1", "FooterText: тел. 1"},
			[]string{"Footer: 1", "FooterText: тел. 1"},
		},
		"neither band, mark nor number": {
			r,
			release.Organisation{},
			house("[embargo]\nshow = false\n[draft]\nshow = false\n[numbers]\nplace = 'none'"),
			[]string{"Header: "},
			[]string{"Header: "},
			[]string{"Footer: "},
			[]string{"Footer: "},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			data, err := Render(tt.release, tt.organisation, photographs(t), tt.style)
			if err != nil {
				t.Fatal(err)
			}
			files := open(t, data)
			for path, want := range map[string][]string{
				"word/header1.xml": tt.first, "word/header2.xml": tt.rest, "word/footer1.xml": tt.firstFoot, "word/footer2.xml": tt.restFoot,
			} {
				if got := lines(t, files[path]); !slices.Equal(got, want) {
					t.Errorf("%s: got %q, want %q", path, got, want)
				}
			}
		})
	}
}

func TestBrokenLogo(t *testing.T) {
	_, err := Render(full(t), release.Organisation{Name: "Совет", Logo: []byte("<svg onload=alert(1)>")}, nil, plainStyle(t))
	var broken *logo.Error
	if !errors.As(err, &broken) {
		t.Errorf("got %v", err)
	}
}

func TestLanguageName(t *testing.T) {
	for code, want := range map[string]string{
		"ru": "ru-RU", "en": "en-GB", "en-US": "en-US", "kk": "kk-KZ", "hy": "hy-AM", "tg": "tg-Cyrl-TJ", "uz": "uz-Latn-UZ",
		"uz-Cyrl": "uz-Cyrl-UZ", "az": "az-Latn-AZ", "es-419": "es-419", "eo": "eo", "ru-x-office": "ru-RU",
		"": "x-none", "und": "x-none", "x-office": "x-none", "\"/>": "x-none",
	} {
		if got := languageName(code); got != want {
			t.Errorf("%q: got %s, want %s", code, got, want)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	r, org := full(b), organisation(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Render(r, org, nil, plainStyle(b)); err != nil {
			b.Fatal(err)
		}
	}
}
