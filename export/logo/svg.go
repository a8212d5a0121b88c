package logo

import (
	"bytes"
	"fmt"
	"image"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
)

// drawnMaxRatio is how wide a drawing is for its height, or the other way round, at most:
// anything else is no logo.
const drawnMaxRatio = 20

func isSVG(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("<svg"))
}

// drawSVG draws a drawing. The library knows neither network nor other files; what
// it does not understand, it may panic at.
func drawSVG(data []byte) (picture image.Image, err error) {
	defer func() {
		switch broken := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("SVG: %w", broken)
		default:
			err = fmt.Errorf("SVG: %v", broken)
		}
	}()
	if err := checkUses(data); err != nil {
		return nil, fmt.Errorf("SVG: %w", err)
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(withRules(data)))
	if err != nil {
		return nil, fmt.Errorf("SVG: %w", err)
	}
	ratio := icon.ViewBox.W / icon.ViewBox.H
	if !(ratio >= 1.0/drawnMaxRatio && ratio <= drawnMaxRatio) { // NaN is neither
		return nil, fmt.Errorf("SVG: %g×%g", icon.ViewBox.W, icon.ViewBox.H)
	}
	height := mostHeight * min(1, maxRatio/ratio)
	size := image.Pt(int(height*ratio), int(height))
	takeRules(icon)
	icon.SetTarget(0, 0, float64(size.X), float64(size.Y))
	canvas := newCanvas(size)
	icon.Draw(rasterx.NewDasher(size.X, size.Y, canvas), 1)
	return canvas.dest, nil
}
