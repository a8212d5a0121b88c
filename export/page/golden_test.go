package page

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/exporttest/illustrated"
	"communique/export/style"
)

var update = flag.Bool("update", false, "rewrite golden files")

// dots is a logo of so many dots.
func dots(t testing.TB, width, height int) []byte {
	t.Helper()
	drawn := image.NewNRGBA(image.Rect(0, 0, width, height))
	drawn.Set(1, 1, color.NRGBA{R: 200, A: 255})
	var b bytes.Buffer
	if err := png.Encode(&b, drawn); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// everyPart has every kind of part and of contact, over several pages.
func everyPart(t testing.TB) release.Release {
	t.Helper()
	r := exporttest.Release(6, 3600)
	var err error
	if r.Embargo, err = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	r.Kind, r.Status, r.Number, r.Notes = release.Statement, release.Draft, "15", "тайна"
	r.Subheadline, r.Boilerplate, r.Tags = "Стороны обсудили сроки", "Совет содружества — выдуманная организация.", []string{"встреча", " \u200b"}
	r.Blocks = append(
		r.Blocks,
		release.Block{Kind: release.Subheading, Text: "О сроках"},
		release.Block{Kind: release.Quotation, Text: "Мы успеем всё.\nИ даже раньше.", Speaker: "Иван Пробный"},
		release.Block{Kind: release.List, Text: "первое\n\nвторое, которое длиннее строки и потому переносится на следующую, как и положено длинному пункту"},
		release.Block{Kind: release.List, Text: "другой список"},
		release.Block{Kind: release.Quotation, Text: "Слова без имени."},
		release.Block{Kind: release.Paragraph, Text: "Қазақстан, Հայաստան, 漢, 5\u202f000\u00a0₸, №\u00a05\u2009%, за\u0301мок, 👨\u200d👩."},
	)
	r.Contacts = append(
		r.Contacts,
		release.Contact{Post: "\u200b", Phones: []release.PhoneNumber{{Number: " "}}},
		release.Contact{Name: "Анна Примерова", Phones: []release.PhoneNumber{{Number: "по запросу", Kind: release.Mobile}}},
	)
	return r
}

// read reads a style of one's own from its lines of TOML.
func read(t testing.TB, lines ...string) style.Style {
	t.Helper()
	s, err := style.Read("own", []byte(strings.Join(lines, "\n")), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestGolden holds the place of everything on the pages, in each shipped style and
// in two that ask for everything the shipped ones do not.
func TestGolden(t *testing.T) {
	russian, english := everyPart(t), exporttest.Release(2, 700)
	english.Language, english.Status, english.Kind = "en", release.Approved, release.News
	english.Blocks = []release.Block{{Kind: release.Paragraph, Text: "It took place in Bishkek."}}
	org := office
	org.Logo = dots(t, 40, 20)
	everything, pictures := illustrated.Release(15)
	for _, c := range []struct {
		name     string
		style    style.Style
		org      release.Organisation
		releases []release.Release
	}{
		{"plain", read(t), org, []release.Release{russian, english}},
		{"gost", read(t, `base = "gost"`), release.Organisation{Name: "Совет", Site: "council.example"}, []release.Release{russian}},
		{
			"centred", read(
				t, `letterhead = { align = "center", names = ["Совет содружества", "Council"], address = "г. Образцовый", kind = true, rule = false }`,
				`numbers = { place = "top", form = "number", from = 2 }`, `footer = { text = "Не для печати", size = 7 }`,
				`text = { align = "left", hyphenate = false }`, `embargo = { show = false }`, `page = { size = "A5" }`,
			), org, []release.Release{russian, english},
		},
		{
			"coded", read(
				t, `letterhead = { kind = true }`, `numbers = { place = "none" }`, `draft = { show = false }`,
				`qr = { content = "https://council.example/{date}/{number}" }`, `parts.paragraph = { indent = 10, left = 5, leading = 1.6, colour = "accent" }`,
				`parts.list = { indent = -4, left = 8 }`, `parts.lead = { align = "center" }`,
			), release.Organisation{Logo: dots(t, 10, 40)}, []release.Release{russian},
		},
		{"blocks", read(t), release.Organisation{}, []release.Release{everything}},
		{"blocks-gost", read(t, `base = "gost"`), release.Organisation{}, []release.Release{everything}},
		{"bare", read(t, `letterhead = { show = false }`), org, []release.Release{{Lead: "Да."}}},
		{"nothing", read(t), release.Organisation{}, []release.Release{{}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := NewCompositor(c.style).Layout(c.org, pictures, c.releases...)
			if err != nil {
				t.Fatal(err)
			}
			path, got := filepath.Join("testdata", c.name+".txt"), dump(doc)
			if *update {
				if err := os.WriteFile(path, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if line, was, is := difference(string(want), string(got)); line > 0 {
				t.Errorf("%s:%d: got\n%s\nwant\n%s", path, line, is, was)
			}
		})
	}
}

// difference returns the first line that differs; 0 for none.
func difference(want, got string) (line int, was, is string) {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		was, is = "", ""
		if i < len(a) {
			was = a[i]
		}
		if i < len(b) {
			is = b[i]
		}
		if was != is {
			return i + 1, was, is
		}
	}
	return 0, "", ""
}

// dump writes a document for people to compare: lengths to a tenth of a point, a
// vertical bar where the run changes.
func dump(doc Document) []byte {
	b := fmt.Appendf(nil, "%.1f × %.1f, %q by %q in %q on %q, about %q, lacks %q\n",
		doc.Width, doc.Height, doc.Title, doc.Author, doc.Language, doc.Date.String(), doc.Keywords, string(doc.Missing))
	for i, p := range doc.Parts {
		b = fmt.Appendf(b, "part %d: role %d, group %d, %s, release %d %s %d: %q\n", i, p.Role, p.Group, p.Language, p.Source.Release, p.Source.Field, p.Source.Block, p.Text)
	}
	for n, p := range doc.Pages {
		b = fmt.Appendf(b, "page %d\n", n+1)
		for _, box := range p.Boxes {
			b = fmt.Appendf(b, "box of %d at %.1f, %.1f: %.1f × %.1f %v\n", box.Part, box.X, box.Y, box.Width, box.Height, box.Colour)
		}
		for _, pic := range p.Pictures {
			b = fmt.Appendf(b, "picture of %d at %.1f, %.1f: %.1f × %.1f\n", pic.Part, pic.X, pic.Y, pic.Width, pic.Height)
		}
		for _, line := range p.Lines {
			b = fmt.Appendf(b, "%d at %.1f, %.1f high", line.Part, line.Top, line.Height)
			if line.Offset != 0 {
				b = fmt.Appendf(b, " from %d", line.Offset)
			}
			for _, r := range line.Runs {
				b = fmt.Appendf(b, " | %.1f–%.1f, %.1f %s %.1f #%02x%02x%02x %.3f", r.X, r.X+r.Width(), r.Y, r.Face.Name, r.Size, r.Colour.R, r.Colour.G, r.Colour.B, r.Tracking)
				if r.Link != "" {
					b = fmt.Appendf(b, " → %s", r.Link)
				}
				var letters []rune
				for _, g := range r.Glyphs {
					letters = append(letters, g.Rune)
				}
				b = fmt.Appendf(b, " %q", string(letters))
			}
			b = append(b, '\n')
		}
	}
	return b
}
