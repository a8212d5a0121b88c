// Communique is a desktop editor for press offices. Without a command it opens
// its window.
package main

import (
	_ "embed"
	"os"

	"communique/app"
)

// manifest says the program's name and version, whichever way it is built.
//
//go:embed FyneApp.toml
var manifest string

func main() { os.Exit(app.Main(os.Args[1:], manifest)) }
