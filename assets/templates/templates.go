// Package templates holds the templates the program ships with, one folder a
// language; the names are the same in each.
package templates

import "embed"

// Files holds LANGUAGE/NAME.toml.
//
//go:embed ru/*.toml en/*.toml
var Files embed.FS
