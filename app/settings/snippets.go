package settings

import (
	"path/filepath"
	"reflect"

	"communique/editor/snippet"
)

// snippetsName is the file of the office's own pieces of text.
const snippetsName = "snippets.toml"

// LoadSnippets reads snippets.toml in dir; where it is not there, there are none.
// Snippets that cannot be read are left out, and told by an *UnreadError beside the rest;
// other errors are the file system's. Nothing is written.
func LoadSnippets(dir string) (snippet.Set, error) {
	path := filepath.Join(dir, snippetsName)
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	set, faults := snippet.Decode(data)
	return set, unread(path, data, faults)
}

// UpdateSnippets changes the snippets as they are on the disk, while nobody else does.
// What could not be read stays. The file is written whole or not at all.
func UpdateSnippets(dir string, change func(snippet.Set) (snippet.Set, error)) (changed snippet.Set, err error) {
	err = locked(dir, func() error {
		path := filepath.Join(dir, snippetsName)
		data, err := readFile(path)
		if err != nil {
			return err
		}
		stored, faults := snippet.Decode(data)
		if changed, err = change(stored); err != nil || len(stored) == len(changed) && (len(stored) == 0 || reflect.DeepEqual(stored, changed)) {
			return err
		}
		text, err := changed.Encode()
		if err != nil {
			return err
		}
		return rewrite(path, data, text, faults, faults)
	})
	return changed, err
}

// forgetSnippets lets go of what could not be read of the snippets; the lock is held.
func forgetSnippets(dir string) error {
	path := filepath.Join(dir, snippetsName)
	data, err := readFile(path)
	if err != nil {
		return err
	}
	set, faults := snippet.Decode(data)
	if len(faults) == 0 {
		return nil
	}
	text, err := set.Encode()
	if err != nil {
		return err
	}
	return rewrite(path, data, text, faults, nil)
}
