//go:build linux || freebsd || openbsd || netbsd

package messagebox

import (
	"image"
	"image/color"
	"image/draw"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"communique/assets/fonts"
)

// The measures of the message, in dots.
const (
	width    = 560
	margin   = 24
	lineStep = 24
	textSize = 17
	padding  = 10 // around the button's word
)

var (
	paper  = color.RGBA{0xf6, 0xf6, 0xf6, 0xff}
	ink    = color.RGBA{0x22, 0x22, 0x22, 0xff}
	accent = color.RGBA{0x1f, 0x5f, 0xbf, 0xff}
)

// face writes with a face of our own: the server's have no Russian letters
// that one could count on.
type face struct{ font.Face }

func newFace() (face, error) {
	parsed, err := opentype.Parse(fonts.Data("sans.ttf"))
	if err != nil {
		return face{}, err
	}
	f, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: textSize, DPI: 72, Hinting: font.HintingFull})
	return face{f}, err
}

// paint draws the text and its button, and says where the button is.
func (f face) paint(text, button string) (*image.RGBA, image.Rectangle) {
	lines := f.wrap(text, width-2*margin)
	word := font.MeasureString(f, button).Ceil()
	top := margin + len(lines)*lineStep + margin/2
	place := image.Rect(width-margin-word-4*padding, top, width-margin, top+lineStep+2*padding)
	sheet := image.NewRGBA(image.Rect(0, 0, width, place.Max.Y+margin))
	draw.Draw(sheet, sheet.Rect, image.NewUniform(paper), image.Point{}, draw.Src)
	for i, line := range lines {
		f.write(sheet, line, ink, margin, margin+i*lineStep+textSize)
	}
	draw.Draw(sheet, place, image.NewUniform(accent), image.Point{}, draw.Src)
	f.write(sheet, button, color.White, place.Min.X+2*padding, place.Min.Y+padding+textSize)
	return sheet, place
}

func (f face) write(sheet draw.Image, text string, c color.Color, x, y int) {
	d := font.Drawer{Dst: sheet, Src: image.NewUniform(c), Face: f, Dot: fixed.P(x, y)}
	d.DrawString(text)
}

// wrap breaks a text into lines no wider than most, a word that is wider too: a
// path is one word.
func (f face) wrap(text string, most int) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		line := ""
		for word := range strings.FieldsSeq(paragraph) {
			joined := strings.TrimSpace(line + " " + word)
			if line != "" && f.wider(joined, most) {
				lines, joined = append(lines, line), word
			}
			for line = joined; f.wider(line, most); {
				head := f.fitting(line, most)
				lines, line = append(lines, line[:head]), line[head:]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func (f face) wider(text string, most int) bool { return font.MeasureString(f, text).Ceil() > most }

// fitting is how many bytes of a word fit a line; one letter always does.
func (f face) fitting(word string, most int) int {
	end := 0
	for i, letter := range word {
		next := i + len(string(letter))
		if end > 0 && f.wider(word[:next], most) {
			break
		}
		end = next
	}
	return end
}
