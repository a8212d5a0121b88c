package settings

import (
	"path/filepath"
	"reflect"

	"communique/editor/tomltext"
)

// list is a file of the office's own things beside the registers: its snippets, its words.
type list[S any] struct {
	name   string // of the file
	decode func([]byte) (S, []tomltext.Fault)
	encode func(S) ([]byte, error)
}

// load reads the list in dir. What cannot be read is left out, and told by an *UnreadError
// beside the rest; other errors are the file system's. Nothing is written.
func (l list[S]) load(dir string) (S, error) {
	path := filepath.Join(dir, l.name)
	data, err := readFile(path)
	if err != nil {
		var none S
		return none, err
	}
	all, faults := l.decode(data)
	return all, unread(path, data, faults)
}

// update changes the list as it is on the disk, while nobody else does. What could not be
// read stays. The file is written whole or not at all.
func (l list[S]) update(dir string, change func(S) (S, error)) (changed S, err error) {
	err = locked(dir, func() error {
		path := filepath.Join(dir, l.name)
		data, err := readFile(path)
		if err != nil {
			return err
		}
		stored, faults := l.decode(data)
		if changed, err = change(stored); err != nil || l.same(stored, changed) {
			return err
		}
		text, err := l.encode(changed)
		if err != nil {
			return err
		}
		return rewrite(path, data, text, faults, faults)
	})
	return changed, err
}

// same reports whether two lists are alike; an empty one is like none.
func (l list[S]) same(a, b S) bool {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	return x.Len() == y.Len() && (x.Len() == 0 || reflect.DeepEqual(a, b))
}

// forget lets go of what could not be read of the list; the lock is held.
func (l list[S]) forget(dir string) error {
	path := filepath.Join(dir, l.name)
	data, err := readFile(path)
	if err != nil {
		return err
	}
	all, faults := l.decode(data)
	if len(faults) == 0 {
		return nil
	}
	text, err := l.encode(all)
	if err != nil {
		return err
	}
	return rewrite(path, data, text, faults, nil)
}
