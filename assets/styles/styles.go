// Package styles embeds the house styles the program ships with.
package styles

import "embed"

// Files holds NAME.toml.
//
//go:embed *.toml
var Files embed.FS
