// Package fonts holds the faces that documents are set in, with their
// licences. README.md beside it says where they come from.
package fonts

import "embed"

//go:embed *.ttf
var files embed.FS

// The files of the embedded faces. The PT faces have Latin and Cyrillic,
// Kazakh and Tajik included; those that are called Fallback have what they lack: Greek,
// Armenian, Georgian, ə and signs in each weight, bullets in those without serifs, and
// rarer symbols in the first alone; Signs has the money of our days, and Georgian
// capitals; Emoji has emoji; Flags has the halves of flags, which bear a country's letters: the
// first ones by the signs that Unicode writes flags with, the second by Latin capitals.
const (
	Serif           = "serif.ttf"
	SerifBold       = "serif-bold.ttf"
	SerifItalic     = "serif-italic.ttf"
	SerifBoldItalic = "serif-bold-italic.ttf"
	Sans            = "sans.ttf"
	SansBold        = "sans-bold.ttf"
	SansItalic      = "sans-italic.ttf"
	SansBoldItalic  = "sans-bold-italic.ttf"

	Fallback           = "fallback.ttf"
	FallbackBold       = "fallback-bold.ttf"
	FallbackItalic     = "fallback-italic.ttf"
	FallbackBoldItalic = "fallback-bold-italic.ttf"
	FallbackSans       = "fallback-sans.ttf"
	FallbackSansBold   = "fallback-sans-bold.ttf"
	Signs              = "signs.ttf"
	SignsBold          = "signs-bold.ttf"
	Emoji              = "emoji.ttf"
	Flags              = "flags.ttf"
)

// Data returns the bytes of an embedded face, and nil where there is none of
// that name.
func Data(file string) []byte {
	data, err := files.ReadFile(file)
	if err != nil {
		return nil
	}
	return data
}
