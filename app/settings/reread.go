package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"communique/editor/register"
)

// Rereader returns a function that reads the settings and the registers in dir
// where somebody has written to them since it was made, or last called. It is
// for one goroutine; where a file cannot be read at all it reports nothing new.
func Rereader(dir string) func() (Settings, register.Registers, bool) {
	seen := stamp(dir)
	return func() (Settings, register.Registers, bool) {
		now := stamp(dir)
		if now == seen {
			return Settings{}, register.Registers{}, false
		}
		s, settingsErr := Load(dir)
		r, registersErr := LoadRegisters(dir)
		for _, err := range []error{settingsErr, registersErr} {
			var unread *UnreadError
			if err != nil && !errors.As(err, &unread) {
				return Settings{}, register.Registers{}, false
			}
		}
		seen = now
		return s, r, true
	}
}

// WordsRereader returns a function that reports whether somebody has written to the
// office's own words in dir since it was made, or last called. It is for one goroutine.
func WordsRereader(dir string) func() bool {
	seen := stampOf(dir, words.name)
	return func() bool {
		before := seen
		seen = stampOf(dir, words.name)
		return seen != before
	}
}

// stamp tells whether the settings or the registers have been written since.
func stamp(dir string) string {
	files := []string{FileName}
	for _, name := range register.Names() {
		files = append(files, name+".toml")
	}
	return stampOf(dir, files...)
}

func stampOf(dir string, files ...string) string {
	var b strings.Builder
	for _, name := range files {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil {
			fmt.Fprintln(&b, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}
