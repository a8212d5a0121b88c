// Communique is a desktop editor for press offices. Without arguments it opens
// its window; with arguments it is a command.
package main

import (
	"os"

	"communique/app"
)

func main() { os.Exit(app.Main(os.Args[1:])) }
