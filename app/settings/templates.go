package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"communique/editor/template"
)

// Templates returns the templates the program ships with and the office's own,
// which lie in the folder templates beside the settings and take the place of
// a shipped one of the same name and language.
func Templates(dir string) (template.Set, error) {
	shipped, err := template.Embedded()
	if err != nil {
		return nil, err
	}
	own, err := template.Load(os.DirFS(filepath.Join(dir, "templates")))
	if errors.Is(err, fs.ErrNotExist) {
		return shipped, nil
	}
	return shipped.With(own), err
}
