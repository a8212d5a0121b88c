package surface

import (
	"math"

	"communique/editor/surface/typeset"
)

// look is how words of one sort are set.
type look struct {
	typeset.Style
	lineHeight int
	baseline   int // from the top of a line
	soft       bool
}

// measures are the lengths of the column in pixels. They follow the size of the text:
// those below are for the usual one.
type measures struct {
	scale  float32 // pixels to one of Fyne's units
	size   float32 // of the text, in Fyne's units
	column int     // width

	headline, subheadline, dateline, lead, text, subheading, speaker, contact look

	indent   int // of quotations and items
	bar      int // of a quotation, wide
	gap      int // between paragraphs
	small    int // between what belongs together
	cell     int // around the words of a cell
	hairline int
}

// columnWidth is the width of the column at the usual size of the text: 68 to 72
// letters.
const columnWidth = 560

// measuresFor returns the measures of a type on a canvas, in a column no wider than is
// available.
func measuresFor(s *typeset.Setter, t typeChoice, scale float32, available int) measures {
	m := measures{scale: scale, size: t.size}
	m.column = max(1, min(m.px(columnWidth), available))
	m.headline = m.look(s, typeset.Style{Family: typeset.Sans, Bold: true}, 26, 32)
	m.subheadline = m.look(s, typeset.Style{Family: typeset.Sans}, 17, 24)
	m.dateline = m.look(s, typeset.Style{Family: typeset.Sans}, 14, 20)
	m.lead = m.look(s, typeset.Style{Family: t.family, Bold: true}, 17, 25.5)
	m.text = m.look(s, typeset.Style{Family: t.family}, 17, 25.5)
	m.subheading = m.look(s, typeset.Style{Family: typeset.Sans, Bold: true}, 19, 26)
	m.speaker = m.look(s, typeset.Style{Family: typeset.Sans}, 14, 20)
	m.contact = m.speaker
	m.subheadline.soft, m.dateline.soft, m.speaker.soft = true, true, true
	m.indent, m.gap, m.small, m.cell = m.px(20), m.px(12), m.px(6), m.px(8)
	m.bar, m.hairline = max(1, int(3*scale+0.5)), max(1, int(scale))
	return m
}

// px turns a length at the usual size of the text into pixels.
func (m measures) px(length float64) int {
	return int(math.Round(length * float64(m.scale) * float64(m.size) / UsualText))
}

func (m measures) look(s *typeset.Setter, style typeset.Style, size, lineHeight float64) look {
	style.Size = max(1, m.px(size))
	l := look{Style: style, lineHeight: int(math.Ceil(lineHeight * float64(m.scale) * float64(m.size) / UsualText))}
	type_ := s.Metrics(style)
	l.baseline = (l.lineHeight-type_.Ascent-type_.Descent)/2 + type_.Ascent
	return l
}

// letters is about how many letters of a look stand in a line of a width.
func (l look) letters(width int) int { return max(1, width*100/(48*l.Size)) }
