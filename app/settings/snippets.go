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

// SaveSnippets writes what was changed of the snippets: known is how they were read,
// wanted how they are to be. What others have written since then stays, and so does
// what could not be read. It returns the snippets as they are now, and those that were
// changed on both sides, as they were wanted; it left them as the others wrote them.
func SaveSnippets(dir string, known, wanted snippet.Set) (saved, conflicts snippet.Set, err error) {
	saved, err = UpdateSnippets(dir, func(stored snippet.Set) (snippet.Set, error) {
		merged, both := snippet.Merge(known, wanted, stored)
		conflicts = both
		return merged, nil
	})
	return saved, conflicts, err
}

// UpdateSnippets changes the snippets as they are on the disk, while nobody else does.
// The file is written whole or not at all.
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
