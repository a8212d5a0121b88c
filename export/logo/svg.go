package logo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"

	"communique/editor/regexp"
)

// drawnMaxRatio is how wide a drawing is for its height, or the other way round, at most:
// anything else is no logo.
const drawnMaxRatio = 20

func isSVG(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("<svg"))
}

// drawSVG draws a drawing as dots.
func drawSVG(data []byte) (picture image.Image, err error) {
	err = guarded(func() error {
		d, err := readSVG(data)
		if err != nil {
			return err
		}
		picture = d.dotted(mostHeight)
		return nil
	})
	return picture, err
}

// guarded calls what the library draws and reads in, which knows neither network nor other
// files; what it does not understand, it may panic at.
func guarded(do func() error) (err error) {
	defer func() {
		switch broken := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("SVG: %w", broken)
		default:
			err = fmt.Errorf("SVG: %v", broken)
		}
	}()
	if err := do(); err != nil {
		return fmt.Errorf("SVG: %w", err)
	}
	return nil
}

// drawing is an SVG file that was read.
type drawing struct {
	*oksvg.SvgIcon

	gradients gradients
	marks     map[color.NRGBA]string // the ids of gradients, by the inks that stand for them
}

// readSVG reads a drawing whose proportions a logo can have.
func readSVG(data []byte) (*drawing, error) {
	if err := checkUses(data); err != nil {
		return nil, err
	}
	gradients, err := readGradients(data)
	if err != nil {
		return nil, err
	}
	text, marks := gradients.marked(string(withDefaults(withRules(data))))
	icon, err := oksvg.ReadIconStream(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	ratio := icon.ViewBox.W / icon.ViewBox.H
	if !(ratio >= 1.0/drawnMaxRatio && ratio <= drawnMaxRatio) { // NaN is neither
		return nil, fmt.Errorf("%g×%g", icon.ViewBox.W, icon.ViewBox.H)
	}
	takeRules(icon)
	return &drawing{icon, gradients, marks}, nil
}

// evenScale is a scale of one number, which the library takes for one that is nothing high.
var evenScale = regexp.MustCompile(`\bscale\(\s*([^\s,()]+)\s*\)`)

// What is hidden the library shows, and of what nothing is seen it hides: so that is what is read.
var hidden = regexp.MustCompile(`\b(?:display(\s*(?:=\s*["']|:)\s*)none|visibility(\s*(?:=\s*["']|:)\s*)(?:hidden|collapse))\b`)

// wholeSize is a side of the drawing that is a part of where it stands, after which the library
// reads no further.
var wholeSize = regexp.MustCompile(`(<svg\b[^>]*?)\s(?:width|height)\s*=\s*["'][^"'%]*%\s*["']`)

// currentColor is the colour of what a drawing stands in, which its own may name: sets of icons are drawn so.
var (
	currentColor = regexp.MustCompile(`(?i)\bcurrentColor\b`)
	ownColor     = regexp.MustCompile(`(?:[\s;"'])color\s*(?:=\s*["']|:\s*)([^"';]+)`)
)

// withColor puts the colour in the place of its name: black where the drawing names none. One that names several is left
// as it is, and is refused.
func withColor(text string) string {
	if !currentColor.MatchString(text) {
		return text
	}
	color := "black"
	for i, named := range ownColor.FindAllStringSubmatch(text, -1) {
		if one := strings.TrimSpace(named[1]); i == 0 {
			color = one
		} else if one != color {
			return text
		}
	}
	return currentColor.ReplaceAllStringFunc(text, func(string) string { return color })
}

// withDefaults has a drawing say what it leaves to SVG and the library takes otherwise: lines
// are one wide, their corners whole, and a scale is that of both directions.
func withDefaults(data []byte) []byte {
	const root = "<svg"
	text := strings.Replace(string(data), root, root+` stroke-width="1" stroke-linejoin="miter"`, 1)
	for range 2 {
		text = wholeSize.ReplaceAllString(text, "${1}")
	}
	if strings.Contains(text, "scale") {
		text = evenScale.ReplaceAllString(text, "scale(${1} ${1})")
	}
	if strings.Contains(text, "display") || strings.Contains(text, "visibility") {
		text = hidden.ReplaceAllString(text, "opacity${1}${2}0")
	}
	return []byte(withColor(text))
}

// dotted draws a drawing with as many dots from top to bottom, or fewer where it is very wide.
func (d *drawing) dotted(height float64) *image.RGBA {
	ratio := d.ViewBox.W / d.ViewBox.H
	height *= min(1, maxRatio/ratio)
	size := image.Pt(int(height*ratio), int(height))
	d.SetTarget(0, 0, float64(size.X), float64(size.Y))
	canvas := newCanvas(size)
	dasher := rasterx.NewDasher(size.X, size.Y, canvas)
	for _, p := range d.SVGPaths {
		m := d.Transform.Mult(matrixOf(p))
		canvas.inked = func(ink color.NRGBA) Ink { return d.inked(ink, p, m) }
		widened(&p, m)
		p.DrawTransformed(dasher, 1, d.Transform)
	}
	return canvas.dest
}

// widened makes the lines of a path as wide as the drawing is large, which the library
// leaves as they are.
func widened(p *oksvg.SvgPath, m rasterx.Matrix2D) {
	by, _ := growth(m)
	p.LineWidth, p.DashOffset = p.LineWidth*by, p.DashOffset*by
	p.Dash = slices.Clone(p.Dash)
	for i := range p.Dash {
		p.Dash[i] *= by
	}
}
