package page

import (
	"bytes"
	"image/color"
	"math"
	"slices"
	"testing"

	"communique/assets/fonts"
	"communique/editor/release"
	"communique/export/logo"
	"communique/export/typeface"
)

// TestSame changes one thing of a page at a time.
func TestSame(t *testing.T) {
	glyphs, dots := []Glyph{{Rune: 'а'}, {Rune: 'б'}}, []byte("png")
	face := typeface.Embedded(fonts.Serif)
	make := func() Page {
		return Page{
			Boxes:    []Box{{X: 1}, {X: 2}},
			Pictures: []Picture{{Part: 1, X: 1, Y: 2, Width: 3, Height: 4, Data: dots}},
			Lines:    []Line{{Part: 1, Top: 1, Height: 9, Runs: []Run{{X: 1, Y: 2, Size: 10, Face: face, Glyphs: glyphs}, {X: 5}}}, {Top: 3}},
		}
	}
	if !make().Same(make()) || !(Page{}).Same(Page{}) || make().Same(Page{}) {
		t.Error("a page is not as it is")
	}
	for name, change := range map[string]func(*Page){
		"a box":                        func(p *Page) { p.Boxes[1].Colour = color.NRGBA{R: 1} },
		"fewer boxes":                  func(p *Page) { p.Boxes = p.Boxes[:1] },
		"a picture's place across":     func(p *Page) { p.Pictures[0].X = 9 },
		"a picture's place":            func(p *Page) { p.Pictures[0].Y = 9 },
		"a picture's width":            func(p *Page) { p.Pictures[0].Width = 9 },
		"another picture":              func(p *Page) { p.Pictures[0].Data = bytes.Clone(dots) },
		"a picture of another length":  func(p *Page) { p.Pictures[0].Data = dots[:2] },
		"no dots":                      func(p *Page) { p.Pictures[0].Data = nil },
		"no picture":                   func(p *Page) { p.Pictures = nil },
		"a line's place":               func(p *Page) { p.Lines[1].Top = 4 },
		"fewer lines":                  func(p *Page) { p.Lines = p.Lines[:1] },
		"fewer runs":                   func(p *Page) { p.Lines[0].Runs = p.Lines[0].Runs[:1] },
		"a run's place across":         func(p *Page) { p.Lines[0].Runs[0].X = 9 },
		"a run's place":                func(p *Page) { p.Lines[0].Runs[0].Y = 9 },
		"a colour":                     func(p *Page) { p.Lines[0].Runs[0].Colour = color.NRGBA{B: 1} },
		"a face":                       func(p *Page) { p.Lines[0].Runs[0].Face = typeface.Embedded(fonts.Sans) },
		"a size":                       func(p *Page) { p.Lines[0].Runs[0].Size = 11 },
		"the same letters, set again":  func(p *Page) { p.Lines[0].Runs[0].Glyphs = slices.Clone(glyphs) },
		"fewer letters":                func(p *Page) { p.Lines[0].Runs[0].Glyphs = glyphs[:1] },
		"no letters":                   func(p *Page) { p.Lines[0].Runs[0].Glyphs = nil },
		"letters where there are none": func(p *Page) { p.Lines[0].Runs[1].Glyphs = glyphs },
	} {
		p := make()
		if change(&p); p.Same(make()) || make().Same(p) {
			t.Errorf("%s: the page is taken for the old one", name)
		}
	}
}

// The logo is read anew when it or its height is another, and only then.
func TestLogoCache(t *testing.T) {
	var c logoCache
	small, large := dots(t, 4, 4), dots(t, 40, 20)
	first, err := c.read(small, 10)
	if err != nil || first.Width != 10 || first.Height != 10 {
		t.Fatal(first, err)
	}
	if again, _ := c.read(bytes.Clone(small), 10); again != first {
		t.Error("the same logo was read again")
	}
	if other, err := c.read(small, 20); err != nil || other.Height != 20 {
		t.Errorf("another height: %v, %v", other, err)
	}
	if other, err := c.read(large, 20); err != nil || other.Width != 40 {
		t.Errorf("another logo: %v, %v", other, err)
	}
	if none, err := c.read(nil, 20); none != nil || err != nil {
		t.Errorf("no logo: %v, %v", none, err)
	}
	if _, err := c.read([]byte("rubbish"), 20); err == nil {
		t.Error("rubbish was read")
	}
	comp := compositor(t, "plain")
	if doc, err := comp.Layout(release.Organisation{Logo: []byte("rubbish")}, nil, release.Release{Lead: "Да."}); err == nil || doc.Pages != nil {
		t.Errorf("a broken logo: %v", err)
	}
	comp.style.Logo = large // the style's own wins
	doc, err := comp.Layout(release.Organisation{Logo: []byte("rubbish")}, nil, release.Release{Lead: "Да."})
	if err != nil || len(doc.Pages[0].Pictures) != 1 {
		t.Fatalf("got %v", err)
	}
	read, err := logo.Read(large, doc.Pages[0].Pictures[0].Height)
	if err != nil || !bytes.Equal(read.PNG, doc.Pages[0].Pictures[0].Data) {
		t.Errorf("it is not the style's logo, %v", err)
	}
}

// A document does not change when what it was made of does, nor with the next one.
func TestDocumentsAreTheirOwn(t *testing.T) {
	c := compositor(t, "plain")
	r := everyPart(t)
	doc := layout(t, c, r)
	before := string(dump(doc))
	r.Tags[0], r.Blocks[0].Text, r.Contacts[0].Phones[0].Number = "иначе", "Иначе.", "1"
	layout(t, c, release.Release{Lead: "Другое.", Headline: r.Headline, Language: "ru", Boilerplate: r.Boilerplate}, r)
	if string(dump(doc)) != before {
		t.Error("a document changed with what it was made of")
	}
	again := everyPart(t)
	if line, was, is := difference(before, string(dump(layout(t, c, again)))); line != 0 {
		t.Errorf("line %d: what was remembered shows: %s\n%s", line, was, is)
	}
}

// Each letter that no face has is named once, over all paragraphs, in order.
func TestMissingLetters(t *testing.T) {
	c := compositor(t, "plain")
	r := release.Release{Headline: "漢字 漢", Lead: "𐍈 字 😀"}
	for range 2 { // set, and remembered
		if got := string(layout(t, c, r).Missing); got != "字漢𐍈" {
			t.Errorf("got %q", got)
		}
	}
	if got := layout(t, c, release.Release{Lead: "Да."}).Missing; got != nil {
		t.Errorf("letters of another document: %q", string(got))
	}
}

// A long paragraph broken at once is as good as trying every way tells, with words
// broken, with names broken, and ragged.
func TestRaggedLinesAreTheBest(t *testing.T) {
	c := compositor(t, "plain")
	letters := c.shaper.shape("раз два три четыре пять шесть семь", c.style.Faces.Text, 10)
	for _, width := range []float64{60, 75, 90, 120, 400} {
		f := newFit(letters, measureOf{first: width - 10, rest: width, ragged: true}, 3, 10)
		points := c.breakpoints(letters, nil, anywhere, width)
		got, best := f.solve(points, math.Inf(1)), math.Inf(1)
		f.everyWay(&node{at: -1}, math.Inf(1), &best)
		if got == nil || math.Abs(f.total(got)-best) > 1e-6*best {
			t.Errorf("%v wide: %v, the best is %v", width, got, best)
		}
		start, limit := 0, width-10
		for _, p := range got {
			if w := f.natural[p.end] - f.natural[start]; w > limit+1e-6 {
				t.Errorf("%v wide: a line of %v", width, w)
			}
			start, limit = p.next, width
		}
	}
}
