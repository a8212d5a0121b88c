// Package typeset sets words on a screen: faces, shaped words that are kept, texts
// broken into lines, where each letter stands, and the masks that letters are painted
// with. It knows no screen itself: all lengths are those of a picture, in pixels or
// in Units.
//
// Nothing here may be used by two goroutines at once.
package typeset

import (
	"bytes"
	"fmt"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/font"

	"communique/assets/fonts"
)

// Unit is a 64th of a pixel.
type Unit int32

// Pixel is one pixel in Units.
const Pixel Unit = 64

// Round returns the nearest number of whole pixels.
func (u Unit) Round() int { return int((u + Pixel/2) >> 6) }

// Ceil returns the number of whole pixels that hold u.
func (u Unit) Ceil() int { return int((u + Pixel - 1) >> 6) }

// Family is a family of faces.
type Family uint8

// The families.
const (
	Serif Family = iota
	Sans
)

// Style is how letters are set.
type Style struct {
	Family       Family
	Bold, Italic bool
	Size         int // of the em, in pixels
}

// files are the embedded faces of the families: regular, bold, italic and both.
var files = [...][4]string{
	Serif: {fonts.Serif, fonts.SerifBold, fonts.SerifItalic, fonts.SerifBoldItalic},
	Sans:  {fonts.Sans, fonts.SansBold, fonts.SansItalic, fonts.SansBoldItalic},
}

// file is the embedded face of a style.
func (s Style) file() string {
	i := 0
	if s.Bold {
		i++
	}
	if s.Italic {
		i += 2
	}
	return files[s.Family][i]
}

// faces are the faces that letters are looked for in.
type faces struct {
	embedded map[string]*font.Face // as far as they were needed
	system   func(letter rune) *font.Face
}

// face returns an embedded face. One that cannot be read is a mistake of whoever
// built the program.
func (f *faces) face(file string) *font.Face {
	if face := f.embedded[file]; face != nil {
		return face
	}
	face, err := font.ParseTTF(bytes.NewReader(fonts.Data(file)))
	if err != nil {
		panic(fmt.Sprintf("embedded face %s: %v", file, err))
	}
	f.embedded[file] = face
	return face
}

// forGrapheme returns the face that has all letters of a grapheme, or as many as
// there are: that of the style first, then those with rarer letters and emoji, then
// the system's.
func (f *faces) forGrapheme(s Style, letters []rune) *font.Face {
	own := []string{s.file(), fonts.Fallback, fonts.Emoji}
	if slices.Contains(letters, emojiPresentation) {
		own = []string{fonts.Emoji, s.file(), fonts.Fallback}
	}
	for _, file := range own {
		if face := f.face(file); hasAll(face, letters) {
			return face
		}
	}
	if face := f.system(letters[0]); face != nil {
		return face
	}
	for _, file := range own {
		if face := f.face(file); hasAll(face, letters[:1]) {
			return face
		}
	}
	return f.face(s.file())
}

// emojiPresentation asks for the emoji among the shapes of a sign.
const emojiPresentation = '\uFE0F'

// hasAll reports whether a face can show letters. Those that only join or choose are
// not needed, and a letter with an accent may be one shape.
func hasAll(face *font.Face, letters []rune) bool {
	for _, r := range letters {
		if ignorable(r) || len(letters) > 1 && unicode.Is(unicode.Mn, r) && has(face, letters[0]) {
			continue
		}
		if !has(face, r) {
			return false
		}
	}
	return true
}

func has(face *font.Face, r rune) bool {
	_, ok := face.NominalGlyph(r)
	return ok
}

// ignorable reports whether a sign has no shape of its own.
func ignorable(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector) || r == '\u034F'
}

// Metrics are the measures of a style, in pixels.
type Metrics struct{ Ascent, Descent int }

// Metrics returns how far the letters of a style reach above and below the baseline.
func (s *Setter) Metrics(style Style) Metrics {
	face := s.faces.face(style.file())
	extents, _ := face.FontHExtents()
	scale := float32(style.Size) / float32(face.Upem())
	return Metrics{Ascent: int(extents.Ascender*scale + 0.5), Descent: int(-extents.Descender*scale + 0.5)}
}
