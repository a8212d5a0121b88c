package library

import (
	"fmt"
	"strings"
)

// What befalls a library's file and the folder it lies in.

// LostFileError says that what lies at a library's path is not the file that was opened. The
// text that was to be saved is in no library.
type LostFileError struct {
	Path   string
	Reason string // "gone", "replaced", "rewritten", "parted", "cut"
	Text   string // the file that the text was written to; empty where there was none
	Copy   string // a copy of the library as this window knows it; empty where there is none
}

func (e *LostFileError) Error() string {
	return fmt.Sprintf("library %s: %s; the text is in %q, a copy in %q", e.Path, e.Reason, e.Text, e.Copy)
}

// Unwrap tells where the text and the copy are.
func (e *LostFileError) Unwrap() []error {
	var all []error
	if e.Text != "" {
		all = append(all, &BesideError{"text", e.Text})
	}
	if e.Copy != "" {
		all = append(all, &BesideError{"copy", e.Copy})
	}
	return all
}

// Fact names the error for the translations.
func (e *LostFileError) Fact() (string, map[string]any) {
	return "library-file-" + e.Reason, map[string]any{"Path": e.Path}
}

// OtherLogError says that the log which lay beside a library was that of another file: of one that
// the library has taken the place of, mostly.
type OtherLogError struct{ Path, Log string }

func (e *OtherLogError) Error() string {
	return "the log of another file, now " + e.Log + ", lay beside " + e.Path
}

// Fact names the error for the translations.
func (e *OtherLogError) Fact() (string, map[string]any) {
	return "library-other-log", map[string]any{"Path": e.Path, "Log": e.Log}
}

// LogAloneError says that a log was read without its file: what was saved last, as far as it stands
// whole in the log. What else the file had, nothing tells.
type LogAloneError struct{ Log string }

func (e *LogAloneError) Error() string { return e.Log + " was read without its file" }

// Fact names the error for the translations.
func (e *LogAloneError) Fact() (string, map[string]any) {
	return "library-log-alone", map[string]any{"Log": e.Log}
}

// BesideError says where something lies that the library has not got.
type BesideError struct {
	What string // "text" or "copy"
	Path string
}

func (e *BesideError) Error() string { return e.What + " in " + e.Path }

// Fact names the error for the translations.
func (e *BesideError) Fact() (string, map[string]any) {
	return "library-beside-" + e.What, map[string]any{"Path": e.Path}
}

// ForeignError says that a file is another program's, and is left alone.
type ForeignError struct{ Path string }

func (e *ForeignError) Error() string { return e.Path + " is another program's file" }

// Fact names the error for the translations.
func (e *ForeignError) Fact() (string, map[string]any) {
	return "library-foreign", map[string]any{"Path": e.Path}
}

// IrregularError says that what lies at a library's path is no file, but a pipe or a device.
type IrregularError struct{ Path string }

func (e *IrregularError) Error() string { return e.Path + " is no file" }

// Fact names the error for the translations.
func (e *IrregularError) Fact() (string, map[string]any) {
	return "library-irregular", map[string]any{"Path": e.Path}
}

// SharedError says that a library lies in a folder that is unsafe to keep it in.
type SharedError struct {
	Path string
	Sharing
}

func (e *SharedError) Error() string {
	return fmt.Sprintf("library %s is shared: %q, %q", e.Path, e.Service, e.Network)
}

// Fact names the error for the translations.
func (e *SharedError) Fact() (string, map[string]any) {
	if e.Service != "" {
		return "library-shared-service", map[string]any{"Path": e.Path, "Service": e.Service}
	}
	return "library-shared-network", map[string]any{"Path": e.Path, "Network": e.Network}
}

// LeftBesideError says that a folder has what an earlier run could not save into the library.
type LeftBesideError struct {
	Folder        string
	Texts, Copies int
}

func (e *LeftBesideError) Error() string {
	return fmt.Sprintf("in %s are left: texts %d, copies %d", e.Folder, e.Texts, e.Copies)
}

// Fact names the error for the translations.
func (e *LeftBesideError) Fact() (string, map[string]any) {
	return "library-left-beside", map[string]any{"Folder": e.Folder, "Texts": e.Texts, "Copies": e.Copies}
}

// ConflictedCopiesError says that beside a library lie copies of it that were changed elsewhere.
type ConflictedCopiesError struct{ Paths []string }

func (e *ConflictedCopiesError) Error() string {
	return fmt.Sprintf("conflicted copies: %q", e.Paths)
}

// Fact names the error for the translations.
func (e *ConflictedCopiesError) Fact() (string, map[string]any) {
	return "library-conflicted", map[string]any{"Paths": strings.Join(e.Paths, ", ")}
}

// ItselfError says that a file which was to be merged into a library is that library.
type ItselfError struct{ Path string }

func (e *ItselfError) Error() string { return e.Path + " is the library itself" }

// Fact names the error for the translations.
func (e *ItselfError) Fact() (string, map[string]any) {
	return "library-itself", map[string]any{"Path": e.Path}
}

// OccupiedError says that a copy of the library was to be written where something is already. It
// is no fs.ErrExist, after which people are asked whether to replace that: it may be a library.
type OccupiedError struct{ Path string }

func (e *OccupiedError) Error() string { return e.Path + " is there already" }

// Fact names the error for the translations.
func (e *OccupiedError) Fact() (string, map[string]any) {
	return "library-occupied", map[string]any{"Path": e.Path}
}

// AbsentError says that a library that was put at Path is not there.
type AbsentError struct {
	Path string
	// Connected says that other files lie in the folder: its disk is there.
	Connected bool
}

func (e *AbsentError) Error() string { return "no library at " + e.Path }

// Fact names the error for the translations.
func (e *AbsentError) Fact() (string, map[string]any) {
	if e.Connected {
		return "library-absent-here", map[string]any{"Path": e.Path}
	}
	return "library-absent", map[string]any{"Path": e.Path}
}

// StorageError says that the disk under the library did not do its part.
type StorageError struct {
	Reason string // "full", "read-only", "busy" or "unreachable"
	Path   string
	Cause  error
}

func (e *StorageError) Error() string {
	return fmt.Sprintf("library %s: %s: %v", e.Path, e.Reason, e.Cause)
}

func (e *StorageError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *StorageError) Fact() (string, map[string]any) {
	return "library-" + e.Reason, map[string]any{"Path": e.Path}
}
