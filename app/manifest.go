package app

import (
	"errors"
	"fmt"

	"github.com/BurntSushi/toml"
)

// manifest is what FyneApp.toml says of the program: the one place where its
// name and version stand. Packaging tools read the same file.
type manifest struct {
	Name    string
	ID      string // names the program to the desktop
	Version string
}

// readManifest reads the contents of FyneApp.toml, whose other keys are for
// packaging.
func readManifest(text string) (manifest, error) {
	var file struct{ Details manifest }
	if _, err := toml.Decode(text, &file); err != nil {
		return manifest{}, fmt.Errorf("FyneApp.toml: %w", err)
	}
	if m := file.Details; m.Name == "" || m.ID == "" || m.Version == "" {
		return manifest{}, errors.New("FyneApp.toml: name, ID or version is missing")
	}
	return file.Details, nil
}
