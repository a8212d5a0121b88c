// Package viewer opens files and folders in the system's own programs, and keeps
// the copies that are made only to be looked at.
package viewer

import "fmt"

// Error says that no program of the system opens what lies at Path.
type Error struct {
	Path  string
	Cause error
}

func (e *Error) Error() string { return fmt.Sprintf("open %s: %v", e.Path, e.Cause) }

func (e *Error) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *Error) Fact() (string, map[string]any) {
	return "viewer", map[string]any{"Path": e.Path}
}

// CopyError says that no program of the system opens the copy at Path, which goes with the
// window.
type CopyError struct {
	Path  string
	Cause error
}

func (e *CopyError) Error() string { return fmt.Sprintf("open the copy %s: %v", e.Path, e.Cause) }

func (e *CopyError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *CopyError) Fact() (string, map[string]any) {
	return "viewer-copy", map[string]any{"Path": e.Path}
}

// Open has the system open a file or a folder, and returns when the system has
// said how that went: at once, or when the viewer is closed. It is called away
// from the UI goroutine. That it returns no error means that a program took the
// file, and not that anything is on the screen. Errors are *Error.
func Open(path string) error {
	if err := open(path); err != nil {
		return &Error{path, err}
	}
	return nil
}
