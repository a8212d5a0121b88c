package app

import (
	"path/filepath"
	"runtime"
	"strings"
)

// expanded writes out which files *.txt means, as a shell does everywhere but on Windows.
func expanded(args []string) []string {
	if runtime.GOOS != "windows" {
		return args
	}
	return expand(args, filepath.Glob)
}

// expand replaces each pattern by the files it finds; one that finds none stays, and so does
// what is a word of a query rather than a name of files, such as встреч*.
func expand(args []string, glob func(pattern string) ([]string, error)) []string {
	var all []string
	for _, arg := range args {
		isPattern := strings.ContainsAny(arg, "*?") && (arg == "*" || strings.ContainsAny(arg, `./\`)) && !strings.HasPrefix(arg, "-")
		if found, err := glob(arg); isPattern && err == nil && len(found) > 0 {
			all = append(all, found...)
			continue
		}
		all = append(all, arg)
	}
	return all
}
