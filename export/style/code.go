package style

import (
	"image"
	"image/color"
	"strings"

	"github.com/boombuler/barcode/qr"
)

// Code returns what the code of a release with this number and date says, and its modules,
// a dot each, without a margin; nil where the style has none, or what it says is longer
// than a code can hold.
func (q QR) Code(number, date string) (content string, modules image.Image) {
	content = strings.NewReplacer("{number}", number, "{date}", date).Replace(q.Content)
	if content == "" {
		return "", nil
	}
	code, err := qr.Encode(content, qr.M, qr.Auto)
	if err != nil { // Read keeps all but the number short
		return "", nil
	}
	return content, code
}

// IsDark reports whether a module of a code is drawn.
func IsDark(module color.Color) bool {
	gray, _, _, _ := module.RGBA()
	return gray < 0x8000
}
