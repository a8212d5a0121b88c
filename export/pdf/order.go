package pdf

import (
	"cmp"
	"math"
	"slices"

	"communique/export/page"
)

// thing is one thing that stands on a page; of the three, it is one.
type thing struct {
	box     *page.Box
	picture *page.Picture
	line    *page.Line
	place   int // in the order of reading
}

// The places of what belongs to the page itself. Its boxes are under everything: some
// have words on them.
const (
	underAll  = -2
	beforeAll = -1
	afterAll  = math.MaxInt
)

// inOrder returns what stands on a page in the order in which it is read: the parts as
// the structure has them, behind the furniture above the text and before the rest of
// it. Many readers know no structure and follow the content.
func inOrder(p page.Page) []thing {
	things := make([]thing, 0, len(p.Boxes)+len(p.Pictures)+len(p.Lines))
	top := math.Inf(1) // of the text
	for i := range p.Boxes {
		b := &p.Boxes[i]
		place := b.Part
		if place == page.Furniture {
			place = underAll
		}
		things = append(things, thing{box: b, place: place})
	}
	for i := range p.Pictures {
		things = append(things, thing{picture: &p.Pictures[i], place: p.Pictures[i].Part})
		top = min(top, p.Pictures[i].Y)
	}
	for _, l := range p.Lines {
		if l.Part != page.Furniture {
			top = min(top, l.Top)
		}
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		place := l.Part
		if place == page.Furniture {
			place = afterAll
			if l.Top < top {
				place = beforeAll
			}
		}
		things = append(things, thing{line: l, place: place})
	}
	slices.SortStableFunc(things, func(a, b thing) int { return cmp.Compare(a.place, b.place) })
	return things
}
