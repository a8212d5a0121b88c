package page

import (
	"communique/editor/release"
)

// fitSteps are the steps by which it is found how small is small enough.
const fitSteps = 6

// fitted sets a release on one page, smaller by no more than it has to be. Where the
// style does not allow that much, it is set as usual, and what is over is counted.
func (b *builder) fitted(r release.Release) {
	usual := b.style
	asUsual := func() { b.fitting, b.style, b.spacing = false, usual, 1 }
	defer asUsual()
	before := b.mark()
	try := func(much float64) (fits bool) {
		b.reset(before)
		b.fitting, b.smaller, b.style, b.spacing = true, much, usual.Fitted(much), 1-much*(1-usual.Fit.Spacing)
		b.sheets(r)
		return len(b.pages) == before.pages+1
	}
	if try(0) {
		return
	}
	if !try(1) {
		over := linesOn(b.pages[before.pages+1:])
		b.reset(before)
		asUsual()
		b.smaller = 0
		b.sheets(r)
		b.over += over
		return
	}
	enough, step := 1.0, 0.5
	for range fitSteps {
		if try(enough - step) {
			enough -= step
		}
		step /= 2
	}
	try(enough)
}

// mark is how far a document has come.
type mark struct{ parts, pages, group int }

func (b *builder) mark() mark { return mark{len(b.parts), len(b.pages), b.group} }

// reset takes back what was set since.
func (b *builder) reset(m mark) {
	b.parts, b.pages, b.owner, b.group = b.parts[:m.parts], b.pages[:m.pages], b.owner[:m.pages], m.group
}

// linesOn counts the lines of text on pages; those side by side are one.
func linesOn(pages []Page) int {
	lines := 0
	for _, p := range pages {
		end := 0.0
		for _, line := range p.Lines {
			if line.Part != Furniture && line.Top >= end {
				lines, end = lines+1, line.Top+line.Height/2
			}
		}
	}
	return lines
}
