// Package colour embeds the profile that says what a document's colours mean.
package colour

import _ "embed"

// SRGB is an ICC profile of sRGB, version 2. srgb.py makes it.
//
//go:embed srgb.icc
var SRGB []byte
