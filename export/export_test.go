// Package export_test tries the forms together, on the same releases.
package export_test

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/html"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/picture"
	"communique/export/raster"
	"communique/export/style"
	"communique/export/text"
)

var update = flag.Bool("update", false, "rewrite golden files")

// photograph is the hash of the one picture that releases here show.
var photograph = strings.Repeat("0f", 32)

// photographs gives the file of it.
func photographs(string) ([]byte, error) { return exporttest.Photograph(60, 40, 6), nil }

// pictures is what full shows.
func pictures(t testing.TB) picture.Set {
	t.Helper()
	file, _ := photographs(photograph)
	p, err := picture.Prepare(file, picture.Screen)
	if err != nil {
		t.Fatal(err)
	}
	return picture.Set{photograph: p}
}

func full(t testing.TB) release.Release {
	t.Helper()
	embargo, err := release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	return release.Release{
		Language: "ru", Kind: release.Meeting, Status: release.Draft, Embargo: embargo,
		Headline: "Встреча «на полях» сессии", Subheadline: "Стороны обсудили план & сроки",
		Date: release.Date{Year: 2024, Month: 9, Day: 11}, Place: "Бишкек",
		Lead: "11 сентября 2024 года в Бишкеке состоялась встреча.", Notes: "тайна редакции",
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: "Қазақстан: ә ғ қ ң ө ұ ү һ і; Тоҷикистон: ӣ ӯ ҳ ҷ; Հայաստան; цена 5\u00a0₸."},
			{Kind: release.Paragraph, Text: "Мягкий пере\u00adнос и\u200b нуль, военно-техническое сотрудничество, - отметил он."},
			{Kind: release.Subheading, Text: "О сроках"},
			{Kind: release.Quotation, Text: "Мы успеем <b>всё</b>.", Speaker: "Иван Пробный"},
			{Kind: release.List, Text: "раз\nдва"},
			{Kind: release.List, First: 3, Text: "три\nчетыре"},
			{Kind: release.Table, Text: "Страна\tЧеловек\nАрмения\t1\u00a0200", Marks: []release.Mark{{Start: 15, End: 22, Style: release.Bold}}},
			{Kind: release.Picture, Picture: photograph, Text: "Зал заседаний", Author: "Иван Пробный", Alternative: "Девять человек за столом"},
			{Kind: release.Rule},
			{Kind: release.Paragraph, Text: "Подробности — на сайте и у press@council.example, жирно и криво.", Marks: []release.Mark{
				{Start: 17, End: 22, Style: release.Link, Address: "https://council.example/встреча"}, {Start: 50, End: 55, Style: release.Bold}, {Start: 58, End: 63, Style: release.Italic},
			}},
		},
		Boilerplate: "Совет содружества — выдуманная организация.",
		Contacts: []release.Contact{{
			Name: "Пётр Образцов", Post: "Пресс-секретарь", Organisation: "Совета содружества",
			Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}, {Number: "+7-000-000-00-02", Kind: release.PhoneFax}},
			Email:  "press@council.example", Site: "совет.example/новости",
		}},
	}
}

func organisation(t testing.TB) release.Organisation {
	t.Helper()
	logo := image.NewGray(image.Rect(0, 0, 40, 20))
	logo.Set(3, 3, color.White)
	var buf bytes.Buffer
	if err := png.Encode(&buf, logo); err != nil {
		t.Fatal(err)
	}
	return release.Organisation{Name: "Совет содружества", Address: "г. Пробный", Site: "council.example", Logo: buf.Bytes()}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
	}
}

func layout(t testing.TB, r release.Release, org release.Organisation) page.Document {
	t.Helper()
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := page.NewCompositor(plain).Layout(org, pictures(t), r)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func render(t testing.TB, r release.Release, org release.Organisation) []byte {
	t.Helper()
	data, err := pdf.Render(layout(t, r, org))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "release.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		if arg == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s (make test installs it): %v\n%s", name, err, out)
	}
	return string(out)
}

func TestGolden(t *testing.T) {
	r, org := full(t), organisation(t)
	plain, err := text.Render(r, text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "full.txt", plain)
	golden(t, "website.txt", []byte(text.Website(r)))
	golden(t, "full.html", html.Page(r, org, pictures(t), translations.Wording{}, time.Time{}))
	golden(t, "fragment.html", []byte(html.Fragment(r)))
	for name, content := range map[string][]byte{"text": plain, "page": html.Page(r, org, pictures(t), translations.Wording{}, time.Time{}), "pdf": []byte(tool(t, render(t, r, org), "pdftotext", "FILE", "-"))} {
		if bytes.Contains(content, []byte("тайна")) {
			t.Errorf("the notes leaked into the %s", name)
		}
	}
}

// TestPDFGivesTheWordsBack reads the PDF with poppler: every word of the plain
// text in its order, foreign letters included.
func TestPDFGivesTheWordsBack(t *testing.T) {
	r, org := full(t), organisation(t)
	for range 3 { // over more than one page
		r.Blocks = append(r.Blocks, r.Blocks...)
	}
	data := render(t, r, org)
	tool(t, data, "qpdf", "--check", "FILE")
	bare := strings.NewReplacer("«", "", "»", "") // the forms have the marks around a quotation
	got := strings.Fields(bare.Replace(strings.ReplaceAll(tool(t, data, "pdftotext", "FILE", "-"), "\u00ad\n", "")))
	var want []string
	for p := range r.Passages() {
		if p.Published() && (p.Part == release.Words || p.Part == release.SpeakerPart) {
			want = append(want, strings.Fields(bare.Replace(text.Clean(p.Text)))...)
		}
	}
	at := 0
	for _, word := range want {
		for at < len(got) && strings.TrimSuffix(got[at], ".") != strings.TrimSuffix(word, ".") { // a caption gets one where its author follows
			at++
		}
		if at == len(got) {
			t.Fatalf("%q is not in the PDF after %q", word, want[max(0, at-3):])
		}
		at++
	}
	if last := strings.Join(got, " "); !strings.Contains(last, "стр. 1 из ") {
		t.Error("the pages are not numbered")
	}
}

func TestPDFIsWellMade(t *testing.T) {
	data := render(t, full(t), organisation(t))
	if again := render(t, full(t), organisation(t)); !bytes.Equal(data, again) {
		t.Error("the same release gave other bytes")
	}
	info := tool(t, data, "pdfinfo", "FILE")
	for _, want := range []string{"Встреча «на полях» сессии", "Совет содружества", "595.28 x 841.89 pts (A4)", "Sep 11 "} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
	for _, line := range strings.Split(strings.TrimSpace(tool(t, data, "pdffonts", "FILE")), "\n")[2:] {
		if !strings.Contains(line, "yes") {
			t.Errorf("a face that is not embedded: %s", line)
		}
	}
	plain := tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{"(tel:+70000000001)", "(mailto:press@council.example)", "(https://xn--b1agzli.example/%D0%BD", "/Lang <feff00720075>"} {
		if !strings.Contains(plain, want) {
			t.Errorf("the PDF lacks %q", want)
		}
	}
}

func TestHostileText(t *testing.T) {
	tests := map[string]release.Release{
		"empty":       {},
		"long word":   {Lead: strings.Repeat("слово", 600)},
		"emoji":       {Headline: "Ура 😀 🇰🇬"},
		"control":     {Headline: "а\x00б\x1b[31m\u202eв", Lead: "\ufeff\t\r\n"},
		"markup":      {Headline: `<script>alert(1)</script>`, Lead: `"><img src=x onerror=y>`, Contacts: []release.Contact{{Site: "javascript:alert(1)", Email: "a@b\" onclick"}}},
		"page breaks": {Headline: "Много", Blocks: []release.Block{{Kind: release.List, Text: strings.Repeat("строка\n", 300)}}},
		"accents":     {Lead: "за\u0301мок и\u0306од"},
		"braces":      {Lead: "{nb} {{.}} %s \\"},
	}
	for name, r := range tests {
		t.Run(name, func(t *testing.T) {
			doc := layout(t, r, release.Organisation{})
			data, err := pdf.Render(doc)
			if err != nil {
				t.Fatal(err)
			}
			tool(t, data, "qpdf", "--check", "FILE")
			if bytes.Contains(exporttest.Objects(data), []byte("javascript:")) {
				t.Error("a link that runs a script")
			}
			web := string(html.Page(r, release.Organisation{}, pictures(t), translations.Wording{}, time.Time{})) + html.Fragment(r)
			if strings.Count(web, "<script") != 1 || strings.Contains(web, "<img") {
				t.Errorf("markup got through:\n%s", web)
			}
			if _, err := text.Render(r, text.Options{}); err != nil {
				t.Error(err)
			}
			for _, p := range doc.Pages {
				for _, line := range p.Lines {
					for _, run := range line.Runs {
						if run.X+run.Width() > doc.Width || run.Y > doc.Height {
							t.Errorf("a line of part %d runs off the page", line.Part)
						}
					}
				}
			}
		})
	}
}

func TestMissingLettersAreNamed(t *testing.T) {
	doc := layout(t, release.Release{Headline: "Ура 😀 и 漢"}, release.Organisation{})
	if string(doc.Missing) != "漢" {
		t.Errorf("got %q", string(doc.Missing))
	}
}

func TestTextOptions(t *testing.T) {
	r := release.Release{Status: release.Issued, Headline: "Да", Lead: "Лид."}
	got, err := text.Render(r, text.Options{CRLF: true, Windows1251: true})
	if err != nil || string(got) != "\xc4\xe0\r\n\r\n\xcb\xe8\xe4.\r\n" {
		t.Errorf("got %q, %v", got, err)
	}
	r.Lead = "В Қазақстане."
	_, err = text.Render(r, text.Options{Windows1251: true})
	var encoding *text.EncodingError
	if !errors.As(err, &encoding) || encoding.Letters != "Ққ" || !strings.Contains(encoding.Near, "азақстане") {
		t.Errorf("got %v", err)
	}
}

func TestFooterAsInTheField(t *testing.T) {
	r := full(t)
	got, err := text.Render(r, text.Options{})
	want := text.Rule + "\nПресс-секретарь Совета содружества Пётр Образцов\n+7-000-000-00-01\n+7-000-000-00-02 (тел./факс)\npress@council.example\nсовет.example/новости\n"
	if err != nil || !strings.HasSuffix(string(got), want) || len(text.Rule) != 57 {
		t.Errorf("got %q, %v", got, err)
	}
}

// TestPreviewIsThePage compares the picture with poppler's of the PDF: ink
// must stand in the same places.
func TestPreviewIsThePage(t *testing.T) {
	doc := layout(t, full(t), organisation(t))
	ours, err := raster.NewPainter().Paint(doc.Pages[0], doc, 1)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "page")
	tool(t, data, "pdftoppm", "-r", "72", "-png", "-singlefile", "FILE", out)
	f, err := os.Open(out + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	theirs, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	const cell = 12
	differ, inked := 0, 0
	for y := 0; y+cell < int(doc.Height); y += cell {
		for x := 0; x+cell < int(doc.Width); x += cell {
			a, b := ink(ours, x, y, cell), ink(theirs, x, y, cell)
			if a > 0.02 || b > 0.02 {
				inked++
			}
			if a-b > 0.12 || b-a > 0.12 {
				differ++
			}
		}
	}
	if inked < 100 || differ*50 > inked {
		t.Errorf("%d of %d cells differ", differ, inked)
	}
}

func ink(picture image.Image, x0, y0, size int) float64 {
	sum := 0.0
	for y := y0; y < y0+size; y++ {
		for x := x0; x < x0+size; x++ {
			g := color.GrayModel.Convert(picture.At(x, y)).(color.Gray)
			sum += float64(255-g.Y) / 255
		}
	}
	return sum / float64(size*size)
}
