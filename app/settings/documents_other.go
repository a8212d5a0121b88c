//go:build !windows

package settings

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// systemDocuments reads the folder's name where xdg-user-dirs wrote it. macOS
// shows ~/Documents under a translated name, but keeps it by that one.
func systemDocuments(home string) string {
	if runtime.GOOS == "darwin" {
		return ""
	}
	config := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(config) {
		config = filepath.Join(home, ".config")
	}
	data, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs")) //nolint:gosec // the system's own file
	if err != nil {
		return ""
	}
	return userDir(string(data), "XDG_DOCUMENTS_DIR", home)
}

// userDir finds a folder in user-dirs.dirs(5): a line of the shell each,
// NAME="$HOME/below" or NAME="/absolute", in which a backslash takes the
// next character as it is. The last line wins, as in the shell. "" is none.
func userDir(text, name, home string) string {
	found := ""
	for line := range strings.Lines(text) {
		key, value, is := strings.Cut(strings.TrimSpace(line), "=")
		if !is || strings.TrimSpace(key) != name {
			continue
		}
		value, quoted := strings.CutPrefix(strings.TrimSpace(value), `"`)
		if !quoted {
			continue
		}
		below, inHome := strings.CutPrefix(value, "$HOME")
		if inHome {
			value = below
		}
		dir, ended := unescaped(value)
		switch {
		case !ended:
		case inHome && (dir == "" || dir[0] == '/'):
			found = filepath.Join(home, dir)
		case filepath.IsAbs(dir):
			found = filepath.Clean(dir)
		}
	}
	return found
}

// unescaped reads the inside of double quotes, and reports whether they end.
func unescaped(value string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '"':
			return b.String(), true
		case '\\':
			if i++; i == len(value) {
				return "", false
			}
		}
		b.WriteByte(value[i])
	}
	return "", false
}
