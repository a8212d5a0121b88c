package logo

import (
	"bytes"
	"fmt"
	"image"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
)

// A drawing is made into dots that are sharp in print: 650 to the inch at the
// usual height of a logo. One much wider than high, or the other way round, is no
// logo.
const (
	drawnHeight   = 400
	drawnMaxRatio = 20
)

func isSVG(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("<svg"))
}

// drawSVG draws a drawing. The library knows neither network nor other files; what
// it does not understand, it may panic at.
func drawSVG(data []byte) (picture image.Image, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("SVG: %v", broken)
		}
	}()
	if err := checkUses(data); err != nil {
		return nil, fmt.Errorf("SVG: %w", err)
	}
	icon, err := oksvg.ReadIconStream(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("SVG: %w", err)
	}
	ratio := icon.ViewBox.W / icon.ViewBox.H
	if !(ratio >= 1.0/drawnMaxRatio && ratio <= drawnMaxRatio) { // NaN is neither
		return nil, fmt.Errorf("SVG: %g×%g", icon.ViewBox.W, icon.ViewBox.H)
	}
	width := int(drawnHeight * ratio)
	drawn := image.NewRGBA(image.Rect(0, 0, width, drawnHeight))
	icon.SetTarget(0, 0, float64(width), drawnHeight)
	icon.Draw(rasterx.NewDasher(width, drawnHeight, rasterx.NewScannerGV(width, drawnHeight, drawn, drawn.Bounds())), 1)
	return drawn, nil
}
