// Package icons holds the program's own picture. communique.svg is its source;
// communique.png is the same drawing at 512 × 512, which the window, the
// system's menus and the installers use.
package icons

import _ "embed"

//go:embed communique.png
var communique string

// Communique returns the program's icon as a PNG of 512 × 512 pixels.
func Communique() []byte { return []byte(communique) }
