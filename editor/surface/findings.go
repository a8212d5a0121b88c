package surface

import (
	"image"
	"image/color"
	"iter"
	"math"
	"slices"

	"communique/editor/document"
	"communique/editor/release"
)

// Level is how much a finding matters.
type Level int

// The levels.
const (
	Blocks Level = iota // it keeps the release from being issued
	Warns
	Notes
)

// Finding is a piece of a text that there is something to say about. Start and End are
// in one text.
type Finding struct {
	Start, End release.Position
	Level      Level
	Tag        int // the caller's own
}

// findings are what is underlined. They go along with the text.
type findings struct {
	byText  map[release.TextID][]Finding // in the order of Start; none is empty
	visited Finding                      // the one that the keyboard came to last
}

func (f *findings) set(all []Finding) {
	f.byText = map[release.TextID][]Finding{}
	f.add(all)
}

func (f *findings) add(more []Finding) {
	grown := map[release.TextID]bool{}
	for _, one := range more {
		id := one.Start.TextID
		f.byText[id], grown[id] = append(f.byText[id], one), true
	}
	for id := range grown {
		slices.SortStableFunc(f.byText[id], func(a, b Finding) int { return a.Start.Offset - b.Start.Offset })
	}
}

// all goes through the findings, text by text.
func (f *findings) all() iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		for _, some := range f.byText {
			for _, one := range some {
				if !yield(one) {
					return
				}
			}
		}
	}
}

// carry takes the findings along through a change: those of the texts that it touches.
// What was said of words that are gone is dropped.
func (f *findings) carry(moves document.Transaction) {
	if len(f.byText) == 0 {
		return
	}
	touches, carry := touchedBy(moves), moves.Carrier()
	var moved []Finding
	for id, some := range f.byText {
		if !touches(id) {
			continue
		}
		delete(f.byText, id)
		for _, one := range some {
			if r, ok := (Range{one.Start, one.End}).carried(carry); ok {
				one.Start, one.End = r.Start, r.End
				moved = append(moved, one)
			}
		}
	}
	f.add(moved)
}

// within calls f for each finding that touches code points of a text.
func (f *findings) within(id release.TextID, from, to int, do func(Finding)) {
	for _, one := range f.byText[id] {
		if one.Start.Offset < to && one.End.Offset > from {
			do(one)
		}
	}
}

// at returns the finding at a place, the gravest of several; nil for none.
func (f *findings) at(p release.Position) *Finding {
	var found *Finding
	f.within(p.TextID, p.Offset, p.Offset+1, func(one Finding) {
		if found == nil || one.Level < found.Level {
			found = &one
		}
	})
	return found
}

// bounds are the pixels a wave covers, from the start of the baseline.
func (w wave) bounds() image.Rectangle {
	return image.Rect(w.from, w.y-w.swing()-1, w.to, w.y+w.swing()+2)
}

// swing is how far a wave goes up and down.
func (w wave) swing() int { return max(1, (w.y+1)/3) }

// paint draws a wave into a picture whose corner is at a point from the start of the
// baseline. Its phase is that of the line, so that pieces of one wave join.
func (w wave) paint(picture *image.RGBA, corner image.Point) {
	swing, thick := float64(w.swing()), math.Max(1.2, float64(w.y)/3.5)
	for x := w.from; x < w.to; x++ {
		phase := 2 * math.Pi * (float64(x) + 0.5) / (4.5 * swing)
		middle := float64(w.y) + 0.5 + swing*math.Sin(phase)
		reach := thick / 2 * math.Hypot(1, 2*math.Pi/4.5*math.Cos(phase)) // the stroke is as thick everywhere
		for y := w.y - w.swing() - 1; y < w.y+w.swing()+2; y++ {
			covered := math.Min(float64(y+1), middle+reach) - math.Max(float64(y), middle-reach)
			if covered > 0 {
				blend(picture, x-corner.X, y-corner.Y, w.ink, math.Min(covered, 1))
			}
		}
	}
}

// blend puts an ink over a pixel, as far as it is covered.
func blend(picture *image.RGBA, x, y int, ink color.RGBA, covered float64) {
	if !(image.Point{X: x, Y: y}).In(picture.Rect) {
		return
	}
	pixel := picture.Pix[picture.PixOffset(x, y):]
	rest := 1 - covered*float64(ink.A)/255
	for i, c := range []uint8{ink.R, ink.G, ink.B, ink.A} {
		pixel[i] = uint8(float64(c)*covered + float64(pixel[i])*rest + 0.5)
	}
}
