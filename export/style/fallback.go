package style

import (
	"slices"

	"communique/assets/fonts"
	"communique/export/typeface"
)

// fallbacks are, by the place of a face, the embedded ones that look most like it.
var fallbacks = [len(fontKeys)][]string{
	0:                    {fonts.Serif, fonts.Fallback},
	bold:                 {fonts.SerifBold, fonts.FallbackBold},
	italic:               {fonts.SerifItalic, fonts.FallbackItalic},
	bold | italic:        {fonts.SerifBoldItalic, fonts.FallbackBoldItalic},
	sans:                 {fonts.Sans, fonts.FallbackSans},
	sans | bold:          {fonts.SansBold, fonts.FallbackSansBold},
	sans | italic:        {fonts.SansItalic, fonts.FallbackSans},
	sans | bold | italic: {fonts.SansBoldItalic, fonts.FallbackSansBold},
}

// Fallbacks returns the files of the embedded faces in which letters are drawn that a face
// of the style lacks, best first: such as look like it, in its weight, then whatever has
// signs at all.
func (s *Style) Fallbacks(face *typeface.Face) []string {
	place := max(slices.IndexFunc(s.Faces.faces(), func(f *typeface.Face) bool { return f == face }), 0)
	signs, bullets := fonts.Signs, fonts.FallbackSans
	if place&bold != 0 {
		signs, bullets = fonts.SignsBold, fonts.FallbackSansBold
	}
	return append(slices.Clone(fallbacks[place]), signs, bullets, fonts.Fallback, fonts.Emoji)
}

func (f *Faces) faces() []*typeface.Face {
	var all []*typeface.Face
	for _, face := range f.list() {
		all = append(all, *face)
	}
	return all
}
