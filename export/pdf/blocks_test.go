package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	shipped "communique/assets/fonts"
	"communique/editor/release"
	"communique/export/exporttest/illustrated"
	"communique/export/page"
	"communique/export/picture"
	"communique/export/style"
)

// layoutAll lays out a release that has every kind of block, in a style.
func layoutAll(t testing.TB, name string) (page.Document, picture.Set) {
	t.Helper()
	s, err := style.Shipped(name)
	if err != nil {
		t.Fatal(err)
	}
	r, set := illustrated.Release(20)
	doc, err := page.NewCompositor(s).Layout(office(t), set, r)
	if err != nil {
		t.Fatal(err)
	}
	return doc, set
}

// blocks is a document of two pages with a table that goes on overleaf, a numbered list, a
// photograph with its caption, and links within a line and over two.
func blocks(t testing.TB) page.Document {
	t.Helper()
	doc := page.Document{Width: 300, Height: 400, Title: "Блоки", Language: "ru", Pages: make([]page.Page, 2)}
	add := func(role page.Role, group, row int, text string) int {
		doc.Parts = append(doc.Parts, page.Part{Role: role, Text: text, Language: "ru", Group: group, Row: row})
		return len(doc.Parts) - 1
	}
	first, second := &doc.Pages[0], &doc.Pages[1]
	// runs are words and where they lead, in turn, in two faces by turns.
	line := func(p *page.Page, part int, x, top float64, runs ...string) {
		l := page.Line{Part: part, Top: top, Height: 14}
		for pair := range slices.Chunk(runs, 2) {
			face := []string{shipped.Serif, shipped.SerifItalic}[len(l.Runs)%2]
			r := set(part, x, top, pair[0], face, pair[1]).Runs[0]
			x += r.Width()
			l.Runs = append(l.Runs, r)
		}
		p.Lines = append(p.Lines, l)
	}
	const treaty, site = "https://council.example/treaty", "https://council.example"
	text := add(page.Paragraph, 1, 0, "Договор по ссылке на двух строках, и сайт.")
	line(first, text, 10, 10, "Договор ", "", "по ссылке ", treaty)
	line(first, text, 10, 24, "на двух", treaty, " строках, и ", "", "сайт", site, ".", "")
	list := add(page.ItemMark, 2, 0, "8.")
	line(first, list, 10, 44, "8.", "")
	line(first, add(page.Item, 2, 0, "восьмое"), 30, 44, "восьмое", "")
	for i, cell := range []string{"Город", "Людей", "Бишкек", "5", "Минск", ""} {
		role, sheet, top := page.Cell, first, 100+14*float64(i/2)
		if i < 2 {
			role = page.HeadCell
		}
		if i > 3 {
			sheet, top = second, 30
		}
		part := add(role, 3, i/2, cell)
		if cell != "" {
			line(sheet, part, 10+50*float64(i%2), top, cell, "")
		}
	}
	line(second, page.Furniture, 10, 14, "Город", site)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 6, 4)), nil); err != nil {
		t.Fatal(err)
	}
	second.Pictures = []page.Picture{{Part: add(page.Photograph, 4, 0, "Двое за столом"), X: 10, Y: 60, Width: 60, Height: 40, Data: b.Bytes(), Type: "image/jpeg"}}
	line(second, add(page.Caption, 4, 0, "Встреча. Фото: Анна Примерова"), 10, 102, "Встреча", "", ". Фото: Анна Примерова", "")
	return doc
}

// TestBlocksAreTagged reads the structure with poppler.
func TestBlocksAreTagged(t *testing.T) {
	info := regexp.MustCompile(`\s+`).ReplaceAllString(tool(t, render(t, blocks(t)), "pdfinfo", "-struct-text", "FILE"), " ")
	for _, want := range []string{
		`P (block) "Договор " Link (inline) "по ссылке на двух" Object`, `" строках, и " Link (inline) "сайт" Object`,
		`L (block): /ListNumbering /Decimal LI (block) Lbl (block) "8." LBody (block) "восьмое"`,
		`Table (block) TR TH: /Scope /Column "Город" TH: /Scope /Column "Людей" TR TD "Бишкек" TD "5" TR TD "Минск" TD Div Figure: /BBox`,
		`Caption "Встреча. Фото: Анна Примерова"`,
	} {
		if !strings.Contains(info, want) {
			t.Errorf("the structure has no %q:\n%s", want, info)
		}
	}
	if strings.Count(info, `"Город"`) != 1 {
		t.Error("the head that is repeated overleaf is read twice")
	}
}

// TestEverythingIsSound writes every kind of block in each style: the file is whole, the
// same twice, and the text of each part comes back.
func TestEverythingIsSound(t *testing.T) {
	for _, name := range style.Names() {
		doc, _ := layoutAll(t, name)
		data := render(t, doc)
		again, _ := layoutAll(t, name)
		if !bytes.Equal(data, render(t, again)) {
			t.Errorf("%s: the same release gave other bytes", name)
		}
		if out := tool(t, data, "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
		if fonts := tool(t, data, "pdffonts", "FILE"); strings.Contains(fonts, " no ") || !strings.Contains(fonts, "Serif-Bold-Italic") && !strings.Contains(fonts, "SerifBoldItalic") {
			t.Errorf("a font is not embedded, or not told in Unicode:\n%s", fonts)
		}
		for n := range doc.Pages { // poppler paints a page for each element
			doc.Pages[n].Pictures = nil
		}
		var got strings.Builder
		for _, m := range quoted.FindAllStringSubmatch(tool(t, render(t, doc), "pdfinfo", "-struct-text", "FILE"), -1) {
			got.WriteString(m[1])
		}
		all := strings.Join(strings.Fields(got.String()), "")
		for _, part := range doc.Parts {
			if part.Role != page.Logo && part.Role != page.Photograph && !strings.Contains(all, strings.Join(strings.Fields(part.Text), "")) {
				t.Errorf("%s: %q does not come back", name, part.Text)
			}
		}
	}
}

// A JPEG stands in the file as it came, once however often it is shown.
func TestAJPEGIsNotWrittenAnew(t *testing.T) {
	doc, set := layoutAll(t, style.Plain)
	doc.Pages[1].Pictures = append(doc.Pages[1].Pictures, doc.Pages[0].Pictures...)
	data := render(t, doc)
	for hash, p := range set {
		if want := map[string]int{"image/jpeg": 1, "image/png": 0}[p.Type]; bytes.Count(data, p.Data) != want {
			t.Errorf("%s, %s: it stands %d times in the file", hash, p.Type, bytes.Count(data, p.Data))
		}
	}
	if list := tool(t, data, "pdfimages", "-list", "FILE"); strings.Count(list, " jpeg ") != 3 || !strings.Contains(list, "smask") {
		t.Errorf("got %s", list)
	}
}

// Pictures stand in the file in the order of the page, also those of one size.
func TestManyPicturesGiveTheSameBytes(t *testing.T) {
	many := func() page.Document {
		doc := blocks(t)
		for shade := range uint8(12) {
			img := image.NewGray(image.Rect(0, 0, 8, 8))
			img.Pix[9] = shade
			var b bytes.Buffer
			if err := png.Encode(&b, img); err != nil {
				t.Fatal(err)
			}
			doc.Pages[1].Pictures = append(doc.Pages[1].Pictures, page.Picture{Part: doc.Pages[1].Pictures[0].Part, Width: 9, Height: 9, Data: b.Bytes(), Type: "image/png"})
		}
		return doc
	}
	first := render(t, many())
	for range 5 {
		if !bytes.Equal(first, render(t, many())) {
			t.Fatal("the same document gave other bytes")
		}
	}
}

// TestEveryPNG draws PNG files of every depth, and those that can be seen through, and
// reads the dots back.
func TestEveryPNG(t *testing.T) {
	bounds := image.Rect(0, 0, 9, 5)
	drawn := image.NewNRGBA(bounds)
	for i := range drawn.Pix {
		drawn.Pix[i] = uint8(i * 37 % 251)
		if i%4 == 3 {
			drawn.Pix[i] = 0xff
		}
	}
	seeThrough := color.Palette{color.NRGBA{R: 200, A: 128}, color.NRGBA{G: 200, A: 255}, color.NRGBA{B: 200, A: 60}} // of two, poppler writes bits
	for name, img := range map[string]draw.Image{
		"colours": image.NewNRGBA(bounds), "16 bits": image.NewNRGBA64(bounds), "grey": image.NewGray(bounds), "grey, 16 bits": image.NewGray16(bounds),
		"palette": image.NewPaletted(bounds, color.Palette{color.White, color.Black}), "palette, seen through": image.NewPaletted(bounds, seeThrough),
	} {
		draw.Draw(img, bounds, drawn, image.Point{}, draw.Src)
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		doc := blocks(t)
		doc.Pages[1].Pictures[0].Data, doc.Pages[1].Pictures[0].Type = b.Bytes(), "image/png"
		data, dir := render(t, doc), t.TempDir()
		tool(t, data, "pdfimages", "-png", "FILE", filepath.Join(dir, "picture"))
		file, err := os.ReadFile(filepath.Join(dir, "picture-000.png"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		for y := range bounds.Dy() {
			for x := range bounds.Dx() {
				a, b := color.NRGBAModel.Convert(got.At(x, y)).(color.NRGBA), color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
				if a.R != b.R || a.G != b.G || a.B != b.B {
					t.Fatalf("%s: at %d, %d: got %v, want %v", name, x, y, a, b)
				}
			}
		}
	}
	doc := blocks(t)
	for _, broken := range []string{"", "rubbish", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR0000", "\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR00000000"} {
		for _, kind := range []string{"image/png", "image/jpeg"} {
			doc.Pages[1].Pictures[0].Data, doc.Pages[1].Pictures[0].Type = []byte(broken), kind
			if _, err := Render(doc); err == nil {
				t.Errorf("%s: %q was taken", kind, broken)
			}
		}
	}
}

// A link over two lines can be clicked on in both, and nowhere between.
func TestALinkOverTwoLines(t *testing.T) {
	doc := blocks(t)
	plain := tool(t, render(t, doc), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	if n := strings.Count(plain, "/Subtype /Link"); n != 2 {
		t.Fatalf("%d links", n)
	}
	quads := regexp.MustCompile(`(?s)/QuadPoints \[(.*?)\]`).FindAllStringSubmatch(plain, -1)
	if len(quads) != 1 {
		t.Fatalf("%d links over several lines", len(quads))
	}
	var got []float64
	for _, field := range strings.Fields(quads[0][1]) {
		value, err := strconv.ParseFloat(field, 64)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, value)
	}
	from, to := doc.Pages[0].Lines[0].Runs[1], doc.Pages[0].Lines[1].Runs[0]
	for i, want := range []float64{
		from.X, 390, from.X + from.Width(), 390, from.X, 376, from.X + from.Width(), 376,
		to.X, 376, to.X + to.Width(), 376, to.X, 362, to.X + to.Width(), 362,
	} {
		if len(got) != 16 || got[i] < want-0.01 || got[i] > want+0.01 {
			t.Fatalf("got %v, at %d want %v", got, i, want)
		}
	}
}

// No link leads where a click must not, whatever stands in a mark.
func TestLinksAreTame(t *testing.T) {
	s, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	r := release.Release{Language: "ru", Lead: "раз два три четыре"}
	for i, address := range []string{"javascript:alert(1)", "file:///etc/passwd", "https://user:word@evil.example/", `https://совет.example/(a)\b`} {
		r.LeadMarks = append(r.LeadMarks, release.Mark{Start: 4 * i, End: 4*i + 3, Style: release.Link, Address: address})
	}
	doc, err := page.NewCompositor(s).Layout(release.Organisation{}, nil, r)
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`/URI \((.*)\)`).FindAllStringSubmatch(string(dump(t, render(t, doc))), -1)
	if want := `https://xn--b1agzli.example/`; len(found) != 1 || !strings.HasPrefix(found[0][1], want) || strings.Contains(fmt.Sprint(found), "evil") {
		t.Errorf("got %q", found)
	}
}

// TestLevelsAreTagged: a sublist stands in the body of the item above it, behind its words.
func TestLevelsAreTagged(t *testing.T) {
	doc := blocks(t)
	doc.Parts = nil
	sheet := &doc.Pages[0]
	sheet.Lines, sheet.Pictures, doc.Pages = nil, nil, doc.Pages[:1]
	template := blocks(t).Pages[0].Lines[0]
	for i, item := range []struct {
		level      int
		mark, text string
	}{{0, "1.", "один"}, {1, "а)", "два"}, {2, "–", "три"}, {1, "б)", "четыре"}, {0, "2.", "пять"}} {
		for n, words := range []string{item.mark, item.text} {
			part := page.Part{Role: page.ItemMark, Text: words, Language: "ru", Group: 1, Level: item.level}
			if n == 1 {
				part.Role = page.Item
			}
			doc.Parts = append(doc.Parts, part)
			l := template
			l.Part, l.Top = len(doc.Parts)-1, 10+14*float64(i)
			run := l.Runs[0]
			run.Glyphs, run.X, run.Link = nil, 10+20*float64(n), ""
			for _, r := range words {
				run.Glyphs = append(run.Glyphs, page.Glyph{ID: template.Runs[0].Glyphs[0].ID, Rune: r, Advance: 5})
			}
			l.Runs = []page.Run{run}
			sheet.Lines = append(sheet.Lines, l)
		}
	}
	info := regexp.MustCompile(`\s+`).ReplaceAllString(tool(t, render(t, doc), "pdfinfo", "-struct-text", "FILE"), " ")
	want := `L (block): /ListNumbering /Decimal LI (block) Lbl (block) "1." LBody (block) "один" ` +
		`L (block): /ListNumbering /LowerAlpha LI (block) Lbl (block) "а)" LBody (block) "два" ` +
		`L (block): /ListNumbering /None LI (block) Lbl (block) "–" LBody (block) "три" ` +
		`LI (block) Lbl (block) "б)" LBody (block) "четыре" LI (block) Lbl (block) "2." LBody (block) "пять"`
	if !strings.Contains(info, want) {
		t.Errorf("the structure is\n%s", info)
	}
}
