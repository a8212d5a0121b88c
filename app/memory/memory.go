// Package memory gives back what the program needed for a moment: a window lies in memory
// all day, and rests for most of it.
package memory

import (
	"runtime/debug"

	"communique/assets/dictionaries"
	"communique/assets/dictionaries/spelling"
)

// Trim returns to the system what is free, and lets go of the embedded words: nine megabytes of
// the program's file, of which every check reads some everywhere. They come back as they are asked
// for. It takes some milliseconds, and may be called on any goroutine.
func Trim() {
	debug.FreeOSMemory()
	for _, words := range embedded() {
		letGo(words)
	}
}

func embedded() []string {
	return []string{dictionaries.Russian, dictionaries.Nouns, spelling.Russian, spelling.English}
}
