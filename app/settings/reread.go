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

// stamp tells whether the files have been written since.
func stamp(dir string) string {
	var b strings.Builder
	for _, name := range append(register.Names(), strings.TrimSuffix(FileName, ".toml")) {
		if info, err := os.Stat(filepath.Join(dir, name+".toml")); err == nil {
			fmt.Fprintln(&b, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}
