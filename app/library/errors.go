package library

import (
	"fmt"
	"strings"
)

// ConflictError says that another copy of the program saved the release since
// it was read.
type ConflictError struct{ ID int64 }

func (e *ConflictError) Error() string {
	return fmt.Sprintf("release %d was changed by another copy of the program", e.ID)
}

// Fact names the error for the translations.
func (e *ConflictError) Fact() (string, map[string]any) {
	return "library-conflict", map[string]any{"ID": e.ID}
}

// LostClaimError says that a release was held for editing and is so no more, so that
// others may have changed it.
type LostClaimError struct{ ID int64 }

func (e *LostClaimError) Error() string { return fmt.Sprintf("the claim on release %d was lost", e.ID) }

// Fact names the error for the translations.
func (e *LostClaimError) Fact() (string, map[string]any) {
	return "library-claim-lost", map[string]any{"ID": e.ID}
}

// MissingError says that the library has no such release.
type MissingError struct{ ID int64 }

func (e *MissingError) Error() string { return fmt.Sprintf("no release %d", e.ID) }

// Fact names the error for the translations.
func (e *MissingError) Fact() (string, map[string]any) {
	return "library-missing", map[string]any{"ID": e.ID}
}

// DamagedError says that a stored text is not what was saved.
type DamagedError struct {
	ID       int64
	Headline string
}

func (e *DamagedError) Error() string {
	return fmt.Sprintf("release %d (%s) does not fit its checksum", e.ID, e.Headline)
}

// Fact names the error for the translations.
func (e *DamagedError) Fact() (string, map[string]any) {
	return "library-damaged", map[string]any{"ID": e.ID, "Headline": e.Headline}
}

// NewerError says that a newer program wrote the library.
type NewerError struct{ Version int }

func (e *NewerError) Error() string { return fmt.Sprintf("library of version %d", e.Version) }

// Fact names the error for the translations.
func (e *NewerError) Fact() (string, map[string]any) {
	return "library-newer", map[string]any{"Version": e.Version}
}

// NoLibraryError says that a file is no library, or a damaged one.
type NoLibraryError struct{ Path string }

func (e *NoLibraryError) Error() string { return e.Path + " is no library" }

// Fact names the error for the translations.
func (e *NoLibraryError) Fact() (string, map[string]any) {
	return "library-none", map[string]any{"Path": e.Path}
}

// KeptElsewhereError says that a library is not looked after from here: its backups are
// made where it lies.
type KeptElsewhereError struct{}

func (e *KeptElsewhereError) Error() string { return "the library is looked after elsewhere" }

// Fact names the error for the translations.
func (e *KeptElsewhereError) Fact() (string, map[string]any) { return "library-kept-elsewhere", nil }

// LostFileError says that what lies at a library's path is not the file that was opened. The
// text that was to be saved is in no library.
type LostFileError struct {
	Path   string
	Reason string // "gone", "replaced", "rewritten", "parted"
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

// AbsentError says that a library that was put at Path is not there.
type AbsentError struct{ Path string }

func (e *AbsentError) Error() string { return "no library at " + e.Path }

// Fact names the error for the translations.
func (e *AbsentError) Fact() (string, map[string]any) {
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

// MissingVersionError says that a release has no such version.
type MissingVersionError struct{ ID, Number int64 }

func (e *MissingVersionError) Error() string {
	return fmt.Sprintf("release %d has no version %d", e.ID, e.Number)
}

// Fact names the error for the translations.
func (e *MissingVersionError) Fact() (string, map[string]any) {
	return "library-version-missing", map[string]any{"ID": e.ID, "Number": e.Number}
}

// PictureError says that a file is none that a library takes as a picture.
type PictureError struct {
	Reason string // "type" or "large"
}

func (e *PictureError) Error() string { return "no picture for the library: " + e.Reason }

// Fact names the error for the translations.
func (e *PictureError) Fact() (string, map[string]any) {
	return "library-picture-" + e.Reason, map[string]any{"Megabytes": MaxPicture >> 20}
}

// MissingPictureError says that the library has no such picture.
type MissingPictureError struct{ Hash string }

func (e *MissingPictureError) Error() string { return "no picture " + e.Hash }

// Fact names the error for the translations.
func (e *MissingPictureError) Fact() (string, map[string]any) {
	return "library-picture-missing", map[string]any{"Hash": e.Hash}
}

// DamagedPictureError says that a picture is not what was added.
type DamagedPictureError struct{ Hash string }

func (e *DamagedPictureError) Error() string { return "picture " + e.Hash + " does not fit its name" }

// Fact names the error for the translations.
func (e *DamagedPictureError) Fact() (string, map[string]any) {
	return "library-picture-damaged", map[string]any{"Hash": e.Hash}
}

// DamagedBackupError says that a backup is not what was written.
type DamagedBackupError struct {
	Path     string
	Problems int
}

func (e *DamagedBackupError) Error() string {
	return fmt.Sprintf("backup %s has %d problems", e.Path, e.Problems)
}

// Fact names the error for the translations.
func (e *DamagedBackupError) Fact() (string, map[string]any) {
	return "library-backup-damaged", map[string]any{"Path": e.Path, "Problems": e.Problems}
}

// RecoveredError says that the library was damaged and what was made of it.
type RecoveredError struct{ Recovery }

func (e *RecoveredError) Error() string {
	return fmt.Sprintf("library damaged, kept as %s; made anew of %s; %d salvaged, %d lost, %d pictures lost", e.Damaged, e.Backup.Path, e.Salvaged, e.Lost, e.Pictures)
}

// Unwrap tells of the pictures that are lost, where there are any.
func (e *RecoveredError) Unwrap() []error {
	if e.Pictures == 0 {
		return nil
	}
	return []error{&LostPicturesError{e.Pictures, e.ShownBy}}
}

// Fact names the error for the translations.
func (e *RecoveredError) Fact() (string, map[string]any) {
	return "library-recovered", map[string]any{
		"Damaged": e.Damaged, "Made": e.Backup.Made.Local().Format("02.01.2006 15:04"), "Salvaged": e.Salvaged, "Lost": e.Lost,
	}
}

// LostPicturesError says that releases show pictures which are not there.
type LostPicturesError struct {
	Count   int
	ShownBy []Entry
}

func (e *LostPicturesError) Error() string {
	return fmt.Sprintf("%d pictures lost, shown by %s", e.Count, e.releases())
}

// Fact names the error for the translations.
func (e *LostPicturesError) Fact() (string, map[string]any) {
	return "library-pictures-lost", map[string]any{"Count": e.Count, "Releases": e.releases()}
}

// releases names those that show the pictures, as many as a person reads to the end.
func (e *LostPicturesError) releases() string {
	const most = 10
	var named []string
	for _, entry := range e.ShownBy[:min(most, len(e.ShownBy))] {
		named = append(named, fmt.Sprintf("%s (%d)", entry.Headline, entry.ID))
	}
	if more := len(e.ShownBy) - most; more > 0 {
		named = append(named, fmt.Sprintf("… +%d", more))
	}
	return strings.Join(named, "; ")
}
