package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/page"
	"communique/export/style"
)

func office(t testing.TB) release.Organisation {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	picture.Set(3, 3, color.NRGBA{R: 200, A: 128})
	var buf bytes.Buffer
	if err := png.Encode(&buf, picture); err != nil {
		t.Fatal(err)
	}
	return release.Organisation{Name: "Совет содружества", Address: "г. Пробный", Site: "council.example", Logo: buf.Bytes()}
}

func layout(t testing.TB, name string, releases ...release.Release) page.Document {
	t.Helper()
	s, err := style.Shipped(name)
	if err != nil {
		t.Fatal(err)
	}
	s.QR.Content = "https://council.example/{number}"
	doc, err := page.NewCompositor(s).Layout(office(t), nil, releases...)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func render(t testing.TB, doc page.Document) []byte {
	t.Helper()
	data, err := Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// tool runs another program on the file: FILE stands for its path.
func tool(t testing.TB, data []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "release.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s (make test installs it): %v\n%s", name, err, out)
	}
	return string(out)
}

// full has every kind of part.
func full() release.Release {
	r := exporttest.Release(4, 5200)
	r.Subheadline, r.Boilerplate = "Стороны обсудили сроки", "Совет содружества — выдуманная организация."
	r.Tags = []string{"встреча", "учение & план"}
	r.Blocks = append(
		r.Blocks,
		release.Block{Kind: release.Subheading, Text: "О сроках"},
		release.Block{Kind: release.Quotation, Text: "Мы успеем всё.", Speaker: "Иван Пробный"},
		release.Block{Kind: release.List, Text: "первое\nвторое"},
	)
	return r
}

// struct lines of pdfinfo: the type of an element, or its text in quotes.
var quoted = regexp.MustCompile(`(?m)^ *"(.*)"$`)

// TestTheTextIsWholeParagraphs reads the structure with poppler: every part of the
// document comes back as one piece, without our hyphens, over page breaks too.
func TestTheTextIsWholeParagraphs(t *testing.T) {
	for _, name := range style.Names() {
		doc := layout(t, name, full())
		info := tool(t, render(t, doc), "pdfinfo", "-struct-text", "FILE")
		var pieces strings.Builder // what is within one element says where words end
		for _, m := range quoted.FindAllStringSubmatch(info, -1) {
			pieces.WriteString(m[1])
		}
		all := strings.Join(strings.Fields(pieces.String()), " ")
		for _, part := range doc.Parts {
			if part.Role == page.Logo || part.Role == page.Code {
				continue
			}
			if want := strings.Join(strings.Fields(part.Text), " "); !strings.Contains(all, want) {
				t.Errorf("%s: %q does not come back from\n%s", name, want, info)
			}
		}
	}
}

func TestStructure(t *testing.T) {
	info := tool(t, render(t, layout(t, style.Plain, full())), "pdfinfo", "-struct", "FILE")
	for _, want := range []string{"Document", "Sect", "H1 ", "H2 ", "BlockQuote", "L (block)", "LI", "Lbl", "LBody", "Link", "Figure"} {
		if !strings.Contains(info, want) {
			t.Errorf("the structure has no %q:\n%s", want, info)
		}
	}
	headless := exporttest.Release(1, 300)
	headless.Headline = ""
	headless.Blocks = []release.Block{{Kind: release.Subheading, Text: "О сроках"}, {Text: "Текст."}}
	if info := tool(t, render(t, layout(t, style.Plain, headless)), "pdfinfo", "-struct", "FILE"); !strings.Contains(info, "H1 ") || strings.Contains(info, "H2 ") {
		t.Errorf("headings begin with the second level:\n%s", info)
	}
}

func TestTheFileIsSoundAndTheSameTwice(t *testing.T) {
	english := exporttest.Release(2, 900)
	english.Language = "en"
	for name, releases := range map[string][]release.Release{
		"full":          {full()},
		"two languages": {full(), english},
		"empty":         {{}},
		"many pages":    {exporttest.Release(9, 60000)},
		"no face":       {{Headline: "漢字 😀", Language: "ru"}},
	} {
		t.Run(name, func(t *testing.T) {
			doc := layout(t, style.Plain, releases...)
			data := render(t, doc)
			if again := render(t, layout(t, style.Plain, releases...)); !bytes.Equal(data, again) {
				t.Error("the same release gave other bytes")
			}
			if out := tool(t, data, "qpdf", "--check", "FILE"); strings.Contains(out, "WARNING") {
				t.Error(out)
			}
			if fonts := tool(t, data, "pdffonts", "FILE"); strings.Contains(fonts, " no ") {
				t.Errorf("a font is not embedded, or not told in Unicode:\n%s", fonts)
			}
			if want := fmt.Sprintf("Pages:           %d\n", len(doc.Pages)); !strings.Contains(tool(t, data, "pdfinfo", "FILE"), want) {
				t.Errorf("not %d pages", len(doc.Pages))
			}
		})
	}
}

func TestMetadataIsTheReleasesOwn(t *testing.T) {
	r := full()
	r.Notes, r.Leftovers = "тайна редакции", []string{"тайна"}
	data := render(t, layout(t, style.Plain, r))
	info := tool(t, data, "pdfinfo", "FILE")
	for _, want := range []string{r.Headline, "Совет содружества", "встреча, учение & план", "Sep 11", "Tagged:          yes"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo lacks %q:\n%s", want, info)
		}
	}
	meta := tool(t, data, "pdfinfo", "-meta", "FILE")
	for _, want := range []string{"<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "учение &amp; план", "2024-09-11T00:00:00Z"} {
		if !strings.Contains(meta, want) {
			t.Errorf("the metadata lack %q:\n%s", want, meta)
		}
	}
	plain := tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, secret := range []string{"тайна", fmt.Sprintf("%X", []byte{0x04, 0x42, 0x04, 0x30, 0x04, 0x39})} { // UTF-8, and UTF-16 of «тай»
		if strings.Contains(plain, secret) {
			t.Errorf("the notes are in the file as %q", secret)
		}
	}
	if undated := render(t, layout(t, style.Plain, release.Release{Headline: "Без даты"})); strings.Contains(tool(t, undated, "pdfinfo", "FILE"), "CreationDate") {
		t.Error("a release without a date has one")
	}
}

func TestBookmarksAndLinks(t *testing.T) {
	data := render(t, layout(t, style.Plain, full()))
	plain := tool(t, data, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{"/Type /Outlines", "/URI (tel:+70000000001)", "/URI (mailto:press@council.example)", "/URI (https://council.example)", "/F 4", "/OutputIntents"} {
		if !strings.Contains(plain, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
	if strings.Contains(plain, "javascript") {
		t.Error("a link that runs a script")
	}
}

// Every shape on the page has its letter in the copied text, also one that no
// face has; only soft hyphens stand at the ends of lines.
func TestCopiedLetters(t *testing.T) {
	words := "Қазақстан Тоҷикистон Հայաստան 漢 😀 за\u0301мок"
	data := render(t, layout(t, style.Plain, release.Release{Headline: words, Status: release.Issued}))
	if got := tool(t, data, "pdftotext", "FILE", "-"); !strings.Contains(strings.Join(strings.Fields(got), " "), words) {
		t.Errorf("got %q", got)
	}
}

func TestParseRefuses(t *testing.T) {
	if _, err := parse([]byte(aStream(3))); err != nil {
		t.Errorf("a whole file: %v", err)
	}
	if _, err := parse([]byte(strings.Replace(aStream(0), "abc", "", 1))); err != nil {
		t.Errorf("a stream of nothing: %v", err)
	}
	for name, data := range map[string]string{
		"nothing":                               "",
		"no table":                              "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n",
		"wrong offset":                          "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000999 00000 n \ntrailer\n",
		"a stream that is shorter than it says": aStream(4),
		"a stream that is longer than it says":  aStream(2),
		"a stream of no length":                 strings.Replace(aStream(3), "/Length", "/Width", 1),
		"an address within the table":           "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000042 00000 n \n1 0 obj\n<<>>\nendobj\n",
		"a count in words":                      "%PDF-1.4\n\nxref\n0 two\n",
		"no object at all":                      "%PDF-1.4\n\nxref\n0 0\ntrailer\n",
		"short table":                           "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 9\n0000000000 65535 f \n",
	} {
		if _, err := parse([]byte(data)); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// aStream is a file of one stream, of three bytes, that tells so many.
func aStream(length int) string {
	const head = "%PDF-1.4\n"
	body := fmt.Sprintf("%s1 0 obj\n<< /Length %d>>\nstream\nabc\nendstream\nendobj\n", head, length)
	return body + fmt.Sprintf("xref\n0 2\n0000000000 65535 f \n%010d 00000 n \ntrailer\n<</Size 2>>\nstartxref\n%d\n%%%%EOF\n", len(head), len(body))
}

func FuzzParse(f *testing.F) {
	s, err := style.Shipped(style.Plain)
	if err != nil {
		f.Fatal(err)
	}
	doc, err := page.NewCompositor(s).Layout(release.Organisation{}, nil, release.Release{Headline: "Да"})
	if err != nil {
		f.Fatal(err)
	}
	p := &painter{doc: doc, fonts: newFonts()}
	drawn, err := p.draw()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(drawn)
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = parse(data) // whatever it is given, it does not fall over
	})
}
