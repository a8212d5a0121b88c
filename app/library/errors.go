package library

import (
	"errors"
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

// DamagedVersionError says that an older version of a release cannot be read.
type DamagedVersionError struct {
	ID, Number int64
	Headline   string
}

func (e *DamagedVersionError) Error() string {
	return fmt.Sprintf("version %d of release %d (%s) cannot be read", e.Number, e.ID, e.Headline)
}

// Fact names the error for the translations.
func (e *DamagedVersionError) Fact() (string, map[string]any) {
	return "library-version-damaged", map[string]any{"ID": e.ID, "Number": e.Number, "Headline": e.Headline}
}

// PartlyError says that all was read but for what is damaged: each a *DamagedError or a
// *DamagedVersionError; or but for what is elsewhere, a *LogAloneError.
type PartlyError struct{ Damaged []error }

func (e *PartlyError) Error() string { return errors.Join(e.Damaged...).Error() }

// Unwrap returns what is damaged.
func (e *PartlyError) Unwrap() []error { return e.Damaged }

// Fact names the error for the translations.
func (e *PartlyError) Fact() (string, map[string]any) {
	return "library-partly", map[string]any{"Count": len(e.Damaged)}
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

// NoBackupError says that there is no backup to go back to, or none that is good.
type NoBackupError struct{ Folder string }

func (e *NoBackupError) Error() string { return "no good backup in " + e.Folder }

// Fact names the error for the translations.
func (e *NoBackupError) Fact() (string, map[string]any) {
	return "library-no-backup", map[string]any{"Folder": e.Folder}
}

// NothingReadError says that of a damaged library nothing can be had again: neither of the file,
// which may be none of a library at all, nor of a backup.
type NothingReadError struct{ Path string }

func (e *NothingReadError) Error() string { return "nothing can be read in " + e.Path }

// Fact names the error for the translations.
func (e *NothingReadError) Fact() (string, map[string]any) {
	return "library-nothing-read", map[string]any{"Path": e.Path}
}

// RecoveredError says that the library was damaged and what was made of it.
type RecoveredError struct{ Recovery }

func (e *RecoveredError) Error() string {
	return fmt.Sprintf("library damaged, kept as %s; made anew of %q; %+v", e.Damaged, e.Backup.Path, e.Recovery)
}

// Unwrap tells what was lost, each count of its own.
func (e *RecoveredError) Unwrap() (all []error) {
	count := func(name string, n int) {
		if n > 0 {
			all = append(all, &LossError{name, n})
		}
	}
	count("lost", e.Lost)
	count("perhaps", e.Perhaps)
	count("earlier", e.Earlier)
	count("versions", e.Versions)
	switch {
	case e.Uncounted:
		count("uncounted", 1)
	case len(all) == 0:
		count("nothing", 1)
	}
	if e.Pictures > 0 {
		all = append(all, &LostPicturesError{e.Pictures, e.ShownBy})
	}
	return all
}

// Fact names the error for the translations.
func (e *RecoveredError) Fact() (string, map[string]any) {
	if e.Backup.Path == "" {
		return "library-salvaged", map[string]any{"Damaged": e.Damaged, "Salvaged": e.Salvaged}
	}
	return "library-recovered", map[string]any{
		"Damaged": e.Damaged, "Made": e.Backup.Made.Local().Format("02.01.2006 15:04"), "Salvaged": e.Salvaged,
	}
}

// RestoredError says that a backup took the place of a library that could not be opened.
type RestoredError struct {
	Backup  Backup
	Damaged string // where the damaged file was put; empty where there was none
}

func (e *RestoredError) Error() string {
	return fmt.Sprintf("library restored of %s; before: %q", e.Backup.Path, e.Damaged)
}

// Fact names the error for the translations.
func (e *RestoredError) Fact() (string, map[string]any) {
	args := map[string]any{"Made": e.Backup.Made.Local().Format("02.01.2006 15:04")}
	if e.Damaged == "" {
		return "library-restored", args
	}
	args["Damaged"] = e.Damaged
	return "library-restored-over", args
}

// LossError says what of a damaged library did not come back.
type LossError struct {
	// What is "lost", "perhaps", "earlier", "versions" or "uncounted", as in Recovery; "nothing"
	// where all that the file told of was read.
	What  string
	Count int
}

func (e *LossError) Error() string { return fmt.Sprintf("%s: %d", e.What, e.Count) }

// Fact names the error for the translations.
func (e *LossError) Fact() (string, map[string]any) {
	return "library-loss-" + e.What, map[string]any{"Count": e.Count}
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
