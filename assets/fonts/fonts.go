// Package fonts holds the faces that documents are set in, with their
// licences. README.md beside it says where they come from.
package fonts

import _ "embed"

//go:embed serif.ttf
var serif string

//go:embed serif-bold.ttf
var serifBold string

//go:embed fallback.ttf
var fallback string

// Serif returns the text face: Latin and Cyrillic, Kazakh and Tajik included.
func Serif() []byte { return []byte(serif) }

// SerifBold returns the bold of Serif.
func SerifBold() []byte { return []byte(serifBold) }

// Fallback returns the face for what Serif lacks: Greek, Armenian, Georgian,
// signs and symbols.
func Fallback() []byte { return []byte(fallback) }
