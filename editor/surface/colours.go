package surface

import "image/color"

// Colours are what a Surface draws with.
type Colours struct {
	Ink    color.Color // words
	Soft   color.Color // hints, captions, what is not edited in place
	Accent color.Color // links, the bar of a quotation, the caret
	Line   color.Color // between the rows of a table; the scroll bar; the ground of a picture until it is loaded
	Edge   color.Color // rules
	// Selection is behind selected words, Hit behind what a search found, Current
	// behind the hit that the search is at.
	Selection, Hit, Current color.Color
	// Blocks, Warns and Notes are the underlines of findings by their level.
	Blocks, Warns, Notes color.Color
}

// inks are the colours as they are painted.
type inks struct {
	ink, soft, accent, line, edge, selection, hit, current color.RGBA
	levels                                                 [3]color.RGBA
}

func inksOf(c Colours) inks {
	return inks{
		rgba(c.Ink), rgba(c.Soft), rgba(c.Accent), rgba(c.Line), rgba(c.Edge), rgba(c.Selection), rgba(c.Hit), rgba(c.Current),
		[3]color.RGBA{Blocks: rgba(c.Blocks), Warns: rgba(c.Warns), Notes: rgba(c.Notes)},
	}
}

func rgba(c color.Color) color.RGBA {
	if c == nil {
		return color.RGBA{}
	}
	return color.RGBAModel.Convert(c).(color.RGBA)
}
