package docx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"communique/export/style"
	"communique/export/text"
)

const codePath = "word/media/code.png"

// code is the QR code in the lower right corner of the first page.
type code struct {
	content string // what it says, read out to who does not see it
	png     []byte
	size    float64 // points
}

// readCode returns the QR code of the document's release; nil for none.
func (d document) readCode() (*code, error) {
	content, modules := d.house.QR.Code(text.OneLine(d.release.Number), d.release.Date.String())
	if modules == nil {
		return nil, nil
	}
	const dots = 12 // to a module, so that its edges stay sharp where a reader smooths pictures
	bounds := modules.Bounds()
	picture := image.NewPaletted(image.Rect(0, 0, dots*bounds.Dx(), dots*bounds.Dy()), color.Palette{color.White, d.house.Colours.Text.NRGBA})
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if style.IsDark(modules.At(bounds.Min.X+x/dots, bounds.Min.Y+y/dots)) {
				picture.SetColorIndex(x, y, 1)
			}
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, picture); err != nil {
		return nil, fmt.Errorf("draw the QR code: %w", err)
	}
	return &code{content, file.Bytes(), d.house.QR.Size * style.Point}, nil
}

// corner returns the run with the QR code; "" for none.
func (d document) corner(links *relationships) string {
	if d.code == nil {
		return ""
	}
	return drawing{
		number: d.content.drawn + 2, target: "media/code.png", name: "QR", description: d.code.content,
		width: d.code.size, height: d.code.size, cornered: true,
	}.xml(links)
}
