package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"communique/assets/paths"
	"communique/export/file"
	"communique/export/style"
)

// StyleNames lists the house styles: those the program ships with, then the
// office's own, which lie in the folder styles beside the settings.
func StyleNames(dir string) ([]string, error) {
	names := style.Names()
	folder := filepath.Join(dir, "styles")
	entries, err := os.ReadDir(folder)
	if isMissing(err) {
		err = paths.Folder(folder)
	}
	if err != nil {
		return names, err
	}
	for _, entry := range entries {
		name, found := strings.CutSuffix(entry.Name(), ".toml")
		if found && !entry.IsDir() && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names, nil
}

// StyleError says that a house style cannot be used. Path is its file, "" where
// there is none.
type StyleError struct {
	Name, Path string
	Cause      error
}

func (e *StyleError) Error() string { return fmt.Sprintf("style %s: %v", e.Name, e.Cause) }

// Unwrap returns the cause, to be told in a line of its own: what is wrong with it.
func (e *StyleError) Unwrap() []error { return []error{e.Cause} }

// Fact names the error for the translations.
func (e *StyleError) Fact() (string, map[string]any) {
	if e.Path == "" {
		return "settings-style-missing", map[string]any{"Name": e.Name}
	}
	return "settings-style", map[string]any{"Name": e.Name, "Path": e.Path}
}

// Style reads a house style by its name; "" is the plain one. An own style takes
// the place of a shipped one of the same name. Its error is a *StyleError.
func Style(dir, name string) (style.Style, error) {
	if name == "" {
		name = style.Plain
	}
	if name != filepath.Base(name) { // a name, not a way to other folders
		return style.Style{}, &StyleError{Name: name, Cause: &style.UnknownError{Name: name}}
	}
	path := filepath.Join(dir, "styles", name+".toml")
	s, err := StyleFile(path)
	if isMissing(err) && !isStyleFile(err) {
		if err = paths.File(path); err == nil {
			path = ""
			s, err = style.Shipped(name)
		}
	}
	if err != nil {
		err = &StyleError{Name: name, Path: path, Cause: err}
	}
	return s, err
}

// isStyleFile reports whether an error is about a font or a logo of a style.
func isStyleFile(err error) bool {
	var file *style.FileError
	return errors.As(err, &file)
}

// StyleSource returns the file of a house style as it stands, to start one's own
// from.
func StyleSource(dir, name string) ([]byte, error) {
	if name == filepath.Base(name) {
		path := filepath.Join(dir, "styles", name+".toml")
		data, err := file.Read(path)
		if isMissing(err) {
			err = paths.File(path)
		}
		if data != nil || err != nil {
			return data, err
		}
	}
	return style.Source(name)
}

// StyleFile reads a house style from a file. Its fonts and its logo lie beside it.
func StyleFile(path string) (style.Style, error) {
	data, err := file.Read(path)
	if err != nil {
		return style.Style{}, err
	}
	return style.Read(strings.TrimSuffix(filepath.Base(path), ".toml"), data, os.DirFS(filepath.Dir(path)))
}
