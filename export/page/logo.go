package page

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // a logo may be either
	"image/png"
	"io"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
)

// LogoError says that the logo is no picture.
type LogoError struct{ Cause error }

func (e *LogoError) Error() string { return fmt.Sprintf("logo: %v", e.Cause) }

func (e *LogoError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *LogoError) Fact() (string, map[string]any) {
	return "page-logo", map[string]any{"Detail": e.Cause.Error()}
}

const (
	logoMaxRatio = 4.0  // wider than this, the logo is made lower
	logoDots     = 400  // height of a drawing in pixels: 650 dpi at the usual size
	logoMaxSide  = 6000 // pixels
)

// logoCache remembers the logo that was read last.
type logoCache struct {
	source []byte
	height float64
	last   *Picture
}

// picture reads a logo of the given height. No logo is nil.
func (c *logoCache) picture(data []byte, height float64) (*Picture, error) {
	if len(data) == 0 {
		return nil, nil
	}
	if c.last != nil && c.height == height && bytes.Equal(c.source, data) {
		return c.last, nil
	}
	decoded, err := decode(data)
	if err != nil {
		return nil, &LogoError{err}
	}
	p, err := plain(decoded)
	if err != nil {
		return nil, &LogoError{err}
	}
	ratio := float64(decoded.Bounds().Dx()) / float64(decoded.Bounds().Dy())
	p.Width, p.Height = height*ratio, height
	if ratio > logoMaxRatio {
		p.Width, p.Height = height*logoMaxRatio, height*logoMaxRatio/ratio
	}
	*c = logoCache{data, height, p}
	return p, nil
}

func decode(data []byte) (image.Image, error) {
	if isSVG(data) {
		return decodeSVG(data)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if config.Width < 1 || config.Height < 1 || config.Width > logoMaxSide || config.Height > logoMaxSide {
		return nil, fmt.Errorf("%d×%d pixels", config.Width, config.Height)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	return decoded, err
}

func isSVG(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.Contains(head, []byte("<svg"))
}

// decodeSVG draws a drawing large enough to be sharp in print. The reader is
// asked for no network and no other files: it knows neither.
func decodeSVG(data []byte) (picture image.Image, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("SVG: %v", broken)
		}
	}()
	icon, err := oksvg.ReadIconStream(io.LimitReader(bytes.NewReader(data), int64(len(data))))
	if err != nil {
		return nil, err
	}
	box := icon.ViewBox
	if !(box.W > 0 && box.H > 0) || box.W/box.H > 20 || box.H/box.W > 20 {
		return nil, fmt.Errorf("SVG: %g×%g", box.W, box.H)
	}
	width := int(logoDots * box.W / box.H)
	icon.SetTarget(0, 0, float64(width), logoDots)
	drawn := image.NewRGBA(image.Rect(0, 0, width, logoDots))
	scanner := rasterx.NewScannerGV(width, logoDots, drawn, drawn.Bounds())
	icon.Draw(rasterx.NewDasher(width, logoDots, scanner), 1)
	return drawn, nil
}

// plain writes a picture as a PNG that is no more than its dots: painters refuse
// interlaced ones, and a photograph's hidden data must not travel along.
func plain(decoded image.Image) (*Picture, error) {
	size := decoded.Bounds().Size()
	dots := image.NewNRGBA(image.Rect(0, 0, size.X, size.Y))
	for y := range size.Y {
		for x := range size.X {
			dots.Set(x, y, decoded.At(decoded.Bounds().Min.X+x, decoded.Bounds().Min.Y+y))
		}
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, dots); err != nil {
		return nil, err
	}
	return &Picture{PNG: buf.Bytes()}, nil
}
