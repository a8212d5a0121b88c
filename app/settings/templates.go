package settings

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"communique/assets/paths"
	"communique/editor/template"
	"communique/editor/tomltext"
	"communique/export/file"
)

// Templates returns the templates the program ships with and the office's own,
// which lie in the folder templates beside the settings and take the place of
// a shipped one of the same name and language. Own files that are no templates
// are told by a *template.FileError each, beside the rest.
func Templates(dir string) (template.Set, error) {
	shipped, err := template.Embedded()
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(dir, "templates")
	if _, err := os.ReadDir(folder); isMissing(err) {
		return shipped, paths.Folder(folder)
	} else if err != nil {
		return shipped, err
	}
	own, err := template.Load(os.DirFS(folder))
	return shipped.With(own), err
}

// SaveTemplate keeps t as the office's own, in the place of its own template of
// the same name and language where there is one.
func SaveTemplate(dir string, t template.Template) error {
	data, err := t.Encode()
	if err != nil {
		return err
	}
	read, err := template.Parse(data)
	if err != nil {
		return err
	}
	if again, err := read.Encode(); err != nil || !bytes.Equal(again, data) {
		return errors.Join(&tomltext.UnwritableError{Fault: tomltext.Fault{Key: t.Name, Text: t.Title}}, err)
	}
	path, err := ownTemplate(dir, t)
	if err != nil {
		return err
	}
	if path == "" {
		path = filepath.Join(dir, "templates", t.Language, t.Name+".toml")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return file.Replace(path, data)
}

// DropTemplate puts the office's own template of t's name and language aside,
// as .bak; the shipped one is used again. Without one of its own it does nothing.
func DropTemplate(dir string, t template.Template) error {
	path, err := ownTemplate(dir, t)
	if err != nil || path == "" {
		return err
	}
	data, err := readFile(path)
	if err != nil {
		return err
	}
	aside, err := copyName(path, data)
	if err != nil {
		return err
	}
	return os.Rename(path, aside)
}

// ownTemplate is the path of the office's own template of t's name and
// language, "" where there is none.
func ownTemplate(dir string, t template.Template) (string, error) {
	found := ""
	root := filepath.Join(dir, "templates")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".toml" {
			return err
		}
		data, err := file.Read(path)
		if err != nil {
			return err
		}
		if other, err := template.Parse(data); err == nil && other.Name == t.Name && other.Language == t.Language {
			found = path
		}
		return nil
	})
	if isMissing(err) {
		return "", paths.Folder(root)
	}
	return found, err
}
