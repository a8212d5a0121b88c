package page

import "slices"

// Same reports whether two pages of one compositor show the same. Paragraphs
// that were set once are recognised without looking at their letters.
func (p Page) Same(q Page) bool {
	return slices.Equal(p.Boxes, q.Boxes) && slices.EqualFunc(p.Pictures, q.Pictures, samePicture) &&
		slices.EqualFunc(p.Lines, q.Lines, sameLine)
}

func samePicture(a, b Picture) bool {
	return a.X == b.X && a.Y == b.Y && a.Width == b.Width && len(a.PNG) == len(b.PNG) && (len(a.PNG) == 0 || &a.PNG[0] == &b.PNG[0])
}

func sameLine(a, b Line) bool {
	return a.Top == b.Top && slices.EqualFunc(a.Runs, b.Runs, sameRun)
}

func sameRun(a, b Run) bool {
	return a.X == b.X && a.Y == b.Y && a.Colour == b.Colour && a.Face == b.Face && a.Size == b.Size &&
		len(a.Glyphs) == len(b.Glyphs) && (len(a.Glyphs) == 0 || &a.Glyphs[0] == &b.Glyphs[0])
}

// PartAt returns the index of the part at a height of the page: that of the line
// there, or of the nearest line above or below; Furniture on a page without text.
func (p Page) PartAt(y float64) int {
	best, nearest := Furniture, 0.0
	for _, line := range p.Lines {
		if line.Part == Furniture {
			continue
		}
		away := max(line.Top-y, y-line.Top-line.Height, 0)
		if best == Furniture || away < nearest {
			best, nearest = line.Part, away
		}
	}
	return best
}
