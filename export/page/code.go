package page

import (
	"communique/editor/release"
	"communique/export/style"
	"communique/export/text"
)

// qrCode is a QR code that has its place on the page and not yet its part. No text stands
// right of left and below top.
type qrCode struct {
	content   string
	modules   []Box
	left, top float64
}

// codeGap is how far text stands off the QR code, in points.
const codeGap = 8

// placeCode returns the QR code in the lower right corner of the page; nil for none.
func (b *builder) placeCode(r release.Release) *qrCode {
	content, code := b.style.QR.Code(text.OneLine(r.Number), r.Date.String())
	if code == nil {
		return nil
	}
	size := b.style.QR.Size * style.Point
	x, y := b.left+b.textWidth-size, b.bottom-size
	bounds := code.Bounds()
	module := size / float64(bounds.Dx())
	b.code = &qrCode{content: content, left: x - codeGap, top: y - codeGap}
	for row := range bounds.Dy() {
		for from := 0; from < bounds.Dx(); from++ {
			to := from
			for to < bounds.Dx() && style.IsDark(code.At(bounds.Min.X+to, bounds.Min.Y+row)) {
				to++
			}
			if to > from {
				b.code.modules = append(b.code.modules, Box{
					X: x + float64(from)*module, Y: y + float64(row)*module,
					Width: float64(to-from) * module, Height: module, Colour: b.style.Colours.Text.NRGBA,
				})
			}
			from = to
		}
	}
	return b.code
}

// addCode puts a code on page number n. It is the last thing of a release that is read,
// though its place is kept first.
func (b *builder) addCode(code *qrCode, n int) {
	if code == nil {
		return
	}
	part := b.add(Part{Role: Code, Text: code.content, Language: b.language, Source: Source{Release: b.index}})
	for _, module := range code.modules {
		module.Part = part
		b.pages[n].Boxes = append(b.pages[n].Boxes, module)
	}
}

// widthAt is how far to the right text and rules may reach at a height of the page.
func (b *builder) widthAt(y float64) float64 {
	if b.code != nil && y > b.code.top {
		return b.code.left - b.left
	}
	return b.textWidth
}
