package page

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/style"
)

var office = release.Organisation{Name: "Совет содружества", Address: "г. Пробный", Site: "council.example"}

func compositor(t testing.TB, name string) *Compositor {
	t.Helper()
	s, err := style.Shipped(name)
	if err != nil {
		t.Fatal(err)
	}
	return NewCompositor(s)
}

func layout(t testing.TB, c *Compositor, releases ...release.Release) Document {
	t.Helper()
	doc, err := c.Layout(office, nil, releases...)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// words reads a line as its reader does.
func words(line Line) string {
	var b strings.Builder
	for _, r := range line.Runs {
		for _, g := range r.Glyphs {
			b.WriteRune(g.Rune)
		}
	}
	return b.String()
}

// text reads a part from its lines over all pages: soft hyphens join, and what
// parts lines is a space.
func (d Document) text(part int) string {
	var b strings.Builder
	for _, p := range d.Pages {
		for _, line := range p.Lines {
			if line.Part == part {
				b.WriteString(words(line))
			}
		}
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00ad", "")), " ")
}

func furniture(p Page) []string {
	var lines []string
	for _, line := range p.Lines {
		if line.Part == Furniture {
			lines = append(lines, words(line))
		}
	}
	return lines
}

func TestEveryWordStandsOnThePages(t *testing.T) {
	for _, name := range style.Names() {
		for seed := range uint64(12) {
			r := exporttest.Release(seed, 400+int(seed)*1700)
			doc := layout(t, compositor(t, name), r)
			for i, part := range doc.Parts {
				if want := strings.Join(strings.Fields(prepare(part.Text)), " "); doc.text(i) != want && part.Role != Logo {
					t.Fatalf("%s, release %d, part %d:\ngot  %q\nwant %q", name, seed, i, doc.text(i), want)
				}
			}
		}
	}
}

// stretches returns how wide the spaces of a paragraph's lines are, as multiples
// of their own width; the last line is set as it is.
func stretches(c *Compositor, p paragraph) []float64 {
	var list []float64
	lines := c.lines(p)
	for _, line := range lines[:len(lines)-1] {
		for _, r := range line.runs {
			for _, g := range r.Glyphs {
				if g.Rune == ' ' && g.Advance > 0 {
					space := r.Face.Width(g.ID) * r.Size / 1000
					list = append(list, (g.Advance-r.Tracking)/space)
				}
			}
		}
	}
	return list
}

func TestSpacesAreNeverWide(t *testing.T) {
	for _, name := range style.Names() {
		c := compositor(t, name)
		b := newBuilder(c, office, nil)
		c.texts.turn()
		c.set.turn()
		lines := 0
		for seed := range uint64(40) {
			for i, block := range exporttest.Release(seed, 3000).Blocks {
				if block.Kind != release.Paragraph && block.Kind != release.Quotation {
					continue
				}
				p := b.paragraphOf(block.Text, "ru", c.style.Parts.Paragraph, b.textWidth)
				for _, stretch := range stretches(c, p) {
					if lines++; stretch > 1+poorRatio*spaceStretch+1e-4 || stretch < 0.74 {
						t.Errorf("%s, release %d, block %d: a space of %.2f", name, seed, i, stretch)
					}
				}
			}
		}
		if lines < 1000 {
			t.Fatalf("only %d spaces were measured", lines)
		}
	}
}

// Before a word that no line takes beside others, a line falls short of the margin: its
// spaces do not gape.
func TestSpacesBeforeALongWord(t *testing.T) {
	for _, name := range style.Names() {
		for words := 1; words < 8; words++ {
			var f figures
			long := strings.Repeat("office", 9) + "@council.example"
			f.count(layout(t, compositor(t, name), release.Release{Language: "ru", Lead: strings.Repeat("слово ", words) + long + " и так далее"}))
			if f.widest > widestSpace+1e-9 || f.widest == 0 {
				t.Errorf("%s, %d words: a space of %.2f em", name, words, f.widest)
			}
		}
	}
}

func TestJustifiedLinesEndAtTheMargin(t *testing.T) {
	c := compositor(t, "plain")
	doc := layout(t, c, exporttest.Release(3, 4000))
	right := (210 - c.style.Page.Right) * style.Point
	checked := 0
	for _, p := range doc.Pages {
		for i, line := range p.Lines[:len(p.Lines)-1] {
			if line.Part == Furniture || doc.Parts[line.Part].Role != Paragraph || p.Lines[i+1].Part != line.Part {
				continue
			}
			last := line.Runs[len(line.Runs)-1]
			if end := last.X + last.Width(); end < right-0.01 || end > right+0.01 {
				t.Errorf("%q ends at %.2f, not %.2f", words(line), end, right)
			}
			checked++
		}
	}
	if checked < 10 {
		t.Fatalf("only %d lines were checked", checked)
	}
}

// Lines that may not stand alone at the foot or at the head of a page.
func TestNothingIsLeftAlone(t *testing.T) {
	for _, name := range style.Names() {
		for length := 1000; length < 9000; length += 130 {
			doc := layout(t, compositor(t, name), exporttest.Release(uint64(length), length))
			lines := map[int][]int{} // by part, how many on each page
			for n, p := range doc.Pages {
				for _, line := range p.Lines {
					if line.Part != Furniture {
						for len(lines[line.Part]) <= n {
							lines[line.Part] = append(lines[line.Part], 0)
						}
						lines[line.Part][n]++
					}
				}
			}
			for part, counts := range lines {
				counts = slices.DeleteFunc(counts, func(n int) bool { return n == 0 })
				if len(counts) > 1 && (counts[0] < 2 || counts[len(counts)-1] < 2) {
					t.Errorf("%s, %d characters: part %d leaves a line alone: %v", name, length, part, counts)
				}
			}
			checkNeighbours(t, fmt.Sprintf("%s, %d characters", name, length), doc)
		}
	}
}

// checkNeighbours: no heading ends a page, no word goes on overleaf, no contact is
// parted.
func checkNeighbours(t *testing.T, what string, doc Document) {
	t.Helper()
	contact := map[int]bool{}
	for n, p := range doc.Pages {
		last, broken := Furniture, false
		for _, line := range p.Lines {
			if line.Part == Furniture {
				continue
			}
			last, broken = line.Part, isBroken(line.Runs)
			if doc.Parts[last].Role == Contact {
				contact[n] = true
			}
		}
		if n < len(doc.Pages)-1 && slices.Contains([]Role{Headline, Subheading, Dateline, Contact}, doc.Parts[last].Role) {
			t.Errorf("%s: page %d ends with %q", what, n+1, doc.Parts[last].Text)
		}
		if broken {
			t.Errorf("%s: page %d ends within a word", what, n+1)
		}
	}
	if len(contact) != 1 {
		t.Errorf("%s: the contact stands on %d pages", what, len(contact))
	}
}

func TestFurniture(t *testing.T) {
	long := exporttest.Release(1, 5000)
	draft := long.Clone()
	draft.Status = release.Draft
	english := exporttest.Release(1, 300)
	english.Language, english.Status = "en", release.Approved
	for _, c := range []struct {
		name, style string
		release     release.Release
		page        int
		want        []string
	}{
		{"plain, first page", "plain", long, 0, []string{"стр. 1 из 3"}},
		{"plain, last page", "plain", long, 2, []string{"стр. 3 из 3"}},
		{"not issued yet", "plain", draft, 1, []string{"стр. 2 из 3", "ПРОЕКТ"}},
		{"in English", "plain", english, 0, []string{"page 1 of 1", "DRAFT"}},
		{"the standard's first page has no number", "gost", long, 0, nil},
		{"the standard's second page", "gost", long, 1, []string{"2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := layout(t, compositor(t, c.style), c.release)
			if got := furniture(doc.Pages[c.page]); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTheEmbargoStandsOnEveryPage(t *testing.T) {
	r := exporttest.Release(1, 5000)
	var err error
	if r.Embargo, err = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	for _, name := range style.Names() {
		for n, p := range layout(t, compositor(t, name), r).Pages {
			found := slices.ContainsFunc(p.Lines, func(line Line) bool {
				return strings.HasPrefix(words(line), "ЭМБАРГО до 11 сентября 2024 года, 12:00")
			})
			if !found {
				t.Errorf("%s: page %d does not name the embargo", name, n+1)
			}
		}
	}
}

// TestALongEmbargo: its lines stand below each other within the band, and the text below it.
func TestALongEmbargo(t *testing.T) {
	r := exporttest.Release(1, 5000)
	var err error
	if r.Embargo, err = release.NewEmbargo(r.Date, 12, 0, "America/Argentina/Buenos_Aires"); err != nil {
		t.Fatal(err)
	}
	white := color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	own := read(t, "[page]", "size = \"A5\"", "left = 40", "right = 40", "[embargo]", "size = 14")
	doc := layout(t, NewCompositor(own), r)
	for n, p := range doc.Pages {
		lines, foot := 0, 0.0 // of the band
		for _, line := range p.Lines {
			if line.Runs[0].Colour != white {
				continue
			}
			if lines++; line.Top < foot-0.01 {
				t.Errorf("page %d: line %d stands at %v, the one before ends at %v", n+1, lines, line.Top, foot)
			}
			foot = line.Top + line.Height
		}
		band := p.Boxes[slices.IndexFunc(p.Boxes, func(b Box) bool { return b.Height > 12 })]
		if lines < 2 || foot > band.Y+band.Height {
			t.Errorf("page %d: %d lines end at %v, the band at %v", n+1, lines, foot, band.Y+band.Height)
		}
		for _, line := range p.Lines {
			if line.Runs[0].Colour != white && line.Top < band.Y+band.Height && line.Top+line.Height > band.Y {
				t.Errorf("page %d: %q stands in the band", n+1, words(line))
			}
			letterhead := line.Part != Furniture && (doc.Parts[line.Part].Role == Organisation || doc.Parts[line.Part].Role == Address)
			if above := line.Top < band.Y; above != letterhead && line.Runs[0].Colour != white && line.Part != Furniture {
				t.Errorf("page %d: %q is on the wrong side of the band", n+1, words(line))
			}
		}
	}
}

// On the first page of each release the embargo is text, on its others furniture.
func TestTheEmbargoIsReadOnce(t *testing.T) {
	r := exporttest.Release(1, 5000)
	r.Embargo, _ = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek")
	doc := layout(t, compositor(t, "plain"), r, r)
	var pages []int
	for n, p := range doc.Pages {
		for _, line := range p.Lines {
			if line.Part != Furniture && doc.Parts[line.Part].Role == Embargo {
				pages = append(pages, n)
			}
		}
	}
	if half := len(doc.Pages) / 2; half < 2 || !slices.Equal(pages, []int{0, half}) {
		t.Errorf("of %d pages, %v read it out", len(doc.Pages), pages)
	}
}

// What must stay together and is taller than a page goes on overleaf all the same.
func TestAPieceTallerThanAPage(t *testing.T) {
	r := exporttest.Release(1, 300)
	for n := range 120 {
		r.Contacts[0].Phones = append(r.Contacts[0].Phones, release.PhoneNumber{Number: fmt.Sprint("+7-000-", n)})
	}
	c := compositor(t, "plain")
	doc := layout(t, c, r)
	bottom := doc.Height - c.style.Page.Bottom*style.Point
	lines := 0
	for n, p := range doc.Pages {
		for _, line := range p.Lines {
			if line.Part == Furniture {
				continue
			}
			lines++
			if line.Top+line.Height > bottom+0.01 {
				t.Errorf("page %d: %q stands below its foot", n+1, words(line))
			}
		}
	}
	if len(doc.Pages) < 3 || lines < 120 {
		t.Errorf("%d lines on %d pages", lines, len(doc.Pages))
	}
}

func TestTwoLanguages(t *testing.T) {
	russian, english := exporttest.Release(1, 600), exporttest.Release(2, 600)
	english.Language, english.Headline = "en", "A meeting took place"
	doc := layout(t, compositor(t, "plain"), russian, english)
	if len(doc.Pages) != 2 || doc.Title != russian.Headline || doc.Language != "ru" {
		t.Fatalf("%d pages, %q, %q", len(doc.Pages), doc.Title, doc.Language)
	}
	if got := furniture(doc.Pages[1]); !slices.Contains(got, "page 2 of 2") {
		t.Errorf("second page: %q", got)
	}
	for i, part := range doc.Parts {
		want := []string{"ru", "en"}[part.Source.Release]
		if part.Language != want {
			t.Errorf("part %d, %q, is in %q", i, part.Text, part.Language)
		}
	}
}

// What a compositor remembers must not show.
func TestRememberedPagesAreTheSame(t *testing.T) {
	c := compositor(t, "plain")
	r := exporttest.Release(1, 5000)
	first := layout(t, c, r)
	r.Blocks[2].Text += " Ещё одно слово."
	changed := layout(t, c, r)
	fresh := layout(t, compositor(t, "plain"), r)
	if !changed.Pages[0].Same(layout(t, c, r).Pages[0]) {
		t.Error("the same page set twice is not the same")
	}
	if first.Pages[0].Same(changed.Pages[0]) {
		t.Error("a changed page is taken for the old one")
	}
	for i := range fresh.Parts {
		if fresh.text(i) != changed.text(i) {
			t.Errorf("part %d: %q and %q", i, fresh.text(i), changed.text(i))
		}
	}
	for n := range fresh.Pages {
		if len(fresh.Pages[n].Lines) != len(changed.Pages[n].Lines) {
			t.Errorf("page %d has %d lines and %d", n, len(fresh.Pages[n].Lines), len(changed.Pages[n].Lines))
		}
	}
}
