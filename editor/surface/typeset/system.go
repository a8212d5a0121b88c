package typeset

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"
)

// SystemFaces returns what finds faces of the system's for letters that the embedded
// ones lack. The system's fonts are looked through, which takes a while, on another
// goroutine, which run starts, when the first such letter comes; there is no face until
// then. deliver runs a function where the Setter is used, and found is called there when
// the letters that were asked for may be there.
func SystemFaces(run, deliver func(func()), found func()) func(letter rune) *font.Face {
	var faces *fontscan.FontMap
	asked := false
	return func(letter rune) *font.Face {
		if !asked {
			asked = true
			run(func() {
				if m := systemFonts(); m != nil {
					deliver(func() {
						faces = m
						found()
					})
				}
			})
		}
		if faces == nil {
			return nil
		}
		faces.SetQuery(fontscan.Query{Families: []string{fontscan.SansSerif}})
		faces.SetScript(language.LookupScript(letter))
		if face := faces.ResolveFace(letter); face != nil && has(face, letter) {
			return face
		}
		return nil
	}
}

// systemFonts returns the system's fonts; nil where they cannot be read.
func systemFonts() *fontscan.FontMap {
	m := fontscan.NewFontMap(silence{})
	if m.UseSystemFonts("") != nil {
		return nil
	}
	return m
}

// silence is a log that keeps nothing: a font that cannot be read is no fault of ours.
type silence struct{}

func (silence) Printf(string, ...any) {}
