package page

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest/illustrated"
)

// TestAnyChain sets whatever holds to what is below it, one after another, until no page can
// hold it all: nothing is lost, nothing lies upon anything else or outside of the text.
func TestAnyChain(t *testing.T) {
	photographs, set := illustrated.Release(1)
	text := func(words int) string {
		return strings.TrimSpace(strings.Repeat("Стороны обсудили ход учений. ", words/4+1))
	}
	heads := []string{"Страна\tЛюдей", strings.Repeat("Государство и его представители\tЧисло людей с оружием\t", 1+2), text(90) + "\t" + text(60)}
	styles := map[string]*Compositor{
		"plain": compositor(t, "plain"), "gost": compositor(t, "gost"),
		"small": own(t, "[page]\nsize = \"A5\"\ntop = 60\nbottom = 65\nleft = 40\nright = 40\n[text]\nsize = 16\n[parts.headline]\nsize = 4\n[parts.subheading]\nsize = 4"),
		"code":  own(t, "qr = { content = \"https://council.example/{number}\", size = 60 }\n[page]\nsize = \"A5\"\n[text]\nsize = 20"),
	}
	pages := map[string]int{}
	for name, c := range styles {
		random := rand.New(rand.NewPCG(7, 11))
		for n := range 60 {
			r := release.Release{Language: "ru", Status: release.Issued, Headline: text(5)}
			for range 1 + random.IntN(12) {
				block := release.Block{Kind: release.Subheading, Text: text(1 + random.IntN(30))}
				switch random.IntN(7) {
				case 0:
					block.Kind, block.Text = release.List, strings.TrimSpace(strings.Repeat(text(6)+"\n", 1+random.IntN(20)))
				case 1:
					block.Kind = release.Table
					block.Text = heads[random.IntN(len(heads))] + strings.Repeat("\n"+text(random.IntN(40))+"\t12", random.IntN(6))
				case 2:
					block.Kind, block.Speaker = release.Quotation, "А. Пробный"
				case 3:
					block = photographs.Blocks[random.IntN(len(photographs.Blocks))]
				}
				r.Blocks = append(r.Blocks, block)
			}
			for i := range random.IntN(9) {
				r.Contacts = append(r.Contacts, release.Contact{Name: fmt.Sprint("Анна Пробная ", i), Post: text(20), Email: "press@council.example"})
			}
			doc, err := c.Layout(release.Organisation{Name: "Совет"}, set, r)
			if err != nil {
				t.Fatal(err)
			}
			pages[name] += len(doc.Pages)
			checkWhole(t, fmt.Sprintf("%s, %d", name, n), doc)
			for at, p := range doc.Pages {
				checkApart(t, fmt.Sprintf("%s, %d, page %d", name, n, at+1), c, p)
			}
		}
	}
	for name, count := range pages {
		if count < 120 {
			t.Errorf("%s: %d pages of 60 releases: no chain is tall", name, count)
		}
	}
}

// checkWhole looks for every word of every part.
func checkWhole(t *testing.T, name string, doc Document) {
	t.Helper()
	for i, part := range doc.Parts {
		switch part.Role {
		case Logo, Photograph, Code:
			continue
		}
		if want := strings.Join(strings.Fields(prepare(part.Text)), " "); doc.text(i) != want {
			t.Errorf("%s, part %d: %q, not %q", name, i, doc.text(i), want)
		}
	}
}

// checkApart looks for lines and pictures that lie upon each other, or outside of the text.
func checkApart(t *testing.T, name string, c *Compositor, p Page) {
	t.Helper()
	type area struct {
		left, top, right, bottom float64
		words                    string
	}
	width, height := c.style.Page.Dimensions()
	sheet := area{0, 0, width * 72 / 25.4, (height - c.style.Page.Bottom) * 72 / 25.4, ""}
	var all []area
	for _, line := range p.Lines {
		if len(line.Runs) > 0 && (line.Part != Furniture || line.Top < sheet.bottom) {
			last := line.Runs[len(line.Runs)-1]
			// The space at a line's end takes no room.
			all = append(all, area{line.Runs[0].X, line.Top, last.X + last.Width(), line.Top + line.Height, words(line)})
		}
	}
	for _, picture := range p.Pictures {
		all = append(all, area{picture.X, picture.Y, picture.X + picture.Width, picture.Y + picture.Height, "a picture"})
	}
	const slack = 0.01
	for i, a := range all {
		if a.left < sheet.left || a.top < sheet.top || a.right > sheet.right+slack || a.bottom > sheet.bottom+slack {
			t.Errorf("%s: %q reaches to %.1f, %.1f of %.1f, %.1f", name, a.words, a.right, a.bottom, sheet.right, sheet.bottom)
		}
		for _, b := range all[:i] {
			if math.Min(a.right, b.right)-math.Max(a.left, b.left) > slack && math.Min(a.bottom, b.bottom)-math.Max(a.top, b.top) > slack {
				t.Errorf("%s: %q lies upon %q", name, a.words, b.words)
			}
		}
	}
}
