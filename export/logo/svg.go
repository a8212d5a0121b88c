package logo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"math"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
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
	icon, err := oksvg.ReadIconStream(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("SVG: %w", err)
	}
	ratio := icon.ViewBox.W / icon.ViewBox.H
	if !(ratio >= 1.0/drawnMaxRatio && ratio <= drawnMaxRatio) { // NaN is neither
		return nil, fmt.Errorf("SVG: %g×%g", icon.ViewBox.W, icon.ViewBox.H)
	}
	height := min(mostHeight, mostWidth/ratio)
	size := image.Pt(int(height*ratio), int(height))
	drawn := image.NewRGBA(image.Rectangle{Max: size})
	icon.SetTarget(0, 0, float64(size.X), float64(size.Y))
	scanner := &bounded{Scanner: rasterx.NewScannerGV(size.X, size.Y, drawn, drawn.Rect)}
	icon.Draw(rasterx.NewDasher(size.X, size.Y, scanner), 1)
	return drawn, nil
}

// mostDrawn is how long all lines of a drawing are together at most, in dots, each a dot
// more: about half a second.
const mostDrawn = 30_000_000

var errFar = errors.New("lines without end")

// bounded counts the lines of a drawing while they are drawn, and panics with errFar where
// they go on for too long: coordinates far outside of the picture take seconds.
type bounded struct {
	rasterx.Scanner
	at    fixed.Point26_6
	drawn float64
}

// Start begins a path.
func (b *bounded) Start(at fixed.Point26_6) {
	b.at = at
	b.Scanner.Start(at)
}

// Line draws one.
func (b *bounded) Line(to fixed.Point26_6) {
	const dot = 1 << 6
	b.drawn += 1 + (math.Abs(float64(to.X)-float64(b.at.X))+math.Abs(float64(to.Y)-float64(b.at.Y)))/dot
	if b.drawn > mostDrawn {
		panic(errFar)
	}
	b.at = to
	b.Scanner.Line(to)
}
