package page

import "slices"

// Same reports whether two pages of one compositor show the same. Paragraphs
// that were set once are recognised without looking at their letters.
func (p Page) Same(q Page) bool {
	return slices.Equal(p.Boxes, q.Boxes) && slices.EqualFunc(p.Pictures, q.Pictures, samePicture) &&
		slices.EqualFunc(p.Lines, q.Lines, sameLine)
}

func samePicture(a, b Picture) bool {
	return a.X == b.X && a.Y == b.Y && a.Width == b.Width && a.Height == b.Height &&
		len(a.Data) == len(b.Data) && (len(a.Data) == 0 || &a.Data[0] == &b.Data[0])
}

func sameLine(a, b Line) bool {
	return a.Top == b.Top && slices.EqualFunc(a.Runs, b.Runs, sameRun)
}

func sameRun(a, b Run) bool {
	return a.X == b.X && a.Y == b.Y && a.Colour == b.Colour && a.Face == b.Face && a.Size == b.Size &&
		len(a.Glyphs) == len(b.Glyphs) && (len(a.Glyphs) == 0 || &a.Glyphs[0] == &b.Glyphs[0])
}
