package docx

import (
	"fmt"
	"image/color"
	"math"

	"communique/editor/typography"
	"communique/export/style"
)

// house is the house style as Word is told of it: lengths in twentieths of a point, type in
// halves of one.
type house struct {
	style.Style
	language string
	fontKeys map[string]string // the keys of the faces that the paragraph styles have
}

func newHouse(s style.Style, language string) house {
	h := house{s, language, map[string]string{}}
	for _, f := range h.formats() {
		h.fontKeys[f.id] = f.part.Font
	}
	return h
}

// twips returns points in twentieths.
func twips(points float64) int { return int(math.Round(20 * points)) }

// margin returns millimetres in twentieths of a point.
func margin(millimetres float64) int { return twips(millimetres * style.Point) }

// textWidth is the way between the margins.
func (h house) textWidth() int {
	width, _ := h.Page.Dimensions()
	return margin(width) - margin(h.Page.Left) - margin(h.Page.Right)
}

// section says how large the sheet is, and where text, header and footer stand on it. The
// lines at the edges have their baselines where the page has them.
func (h house) section() string {
	width, height := h.Page.Dimensions()
	return fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/>`,
		margin(width), margin(height), margin(h.Page.Top), margin(h.Page.Right), margin(h.Page.Bottom), margin(h.Page.Left), twips(h.headerTop()), twips(h.footerBottom()))
}

const (
	edgeLeading = 1.2 // of the lines at the edges
	descent     = 0.2 // of a line, below its baseline
)

// headerTop is how far below the edge of the sheet its first line begins, in points.
func (h house) headerTop() float64 {
	return max(0, h.Page.HeaderBaseline()-(1-descent)*h.headerLine())
}

// headerLine is the height of the line with the number or the mark of a draft.
func (h house) headerLine() float64 {
	size := h.Draft.Size
	if h.Numbers.Place == "top" {
		size = max(size, h.Numbers.Size)
	}
	return edgeLeading * size
}

// footerBottom is how far above the edge of the sheet its last line ends, in points.
func (h house) footerBottom() float64 {
	size, below := h.Numbers.Size, 0.0
	if h.Footer.Text != "" {
		size, below = h.Footer.Size, style.FooterDrop*h.Footer.Size
	}
	return max(0, h.Page.FooterBaseline()-below-descent*edgeLeading*size)
}

// align is how a part is aligned, by Word's name, and whether its words are broken. A
// language whose words cannot be broken is not justified.
func (h house) align(p style.Part) (align string, broken bool) {
	align = p.Align
	if align == "" {
		align = h.Text.Align
	}
	if align != "justify" {
		return align, false
	}
	if h.Text.Hyphenate && typography.Hyphenation(h.language) == nil {
		return "left", false
	}
	return "both", h.Text.Hyphenate
}

// leading is the way from baseline to baseline in a part, in points.
func (h house) leading(p style.Part) float64 {
	leading := p.Leading
	if leading == 0 {
		leading = h.Text.Leading
	}
	return p.Size * h.Text.Size * leading
}

// hex is a colour as Word writes it.
func hex(c color.NRGBA) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }
