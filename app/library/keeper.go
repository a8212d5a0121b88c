package library

import (
	"context"
	"time"
)

// Keeper is a store that is looked after from here: a file of one's own. What an office's
// server keeps is looked after there.
type Keeper interface {
	// Verify reads the whole library and compares every text of every release with
	// its checksum, what lists show of it with the text, and every picture with its
	// hash. progress, if there is one, hears how many releases were read.
	Verify(ctx context.Context, progress func(done int)) ([]Problem, error)
	// Daily does what a library needs once a day, and nothing where that was done today:
	// every text is verified, the library is backed up, and what has lain in the
	// trash for TrashLife is erased. Of a damaged library what is good is backed up, into a
	// copy that takes no other's place, and nothing is removed or erased. Nor is it while
	// the clock cannot be believed.
	Daily(ctx context.Context) (Care, error)
	// Recover makes the library anew of its newest good backup and of what can still be
	// read of it, in one step that other copies of the program see too. The damaged file
	// is copied beside before.
	Recover(ctx context.Context) (Recovery, error)
	// Backups lists the copies in the library's folder of backups, newest first.
	Backups() ([]Backup, error)
	// BackupFolder is where backups lie.
	BackupFolder() string
	// BackUp writes a copy of the whole library to a file that must not be there
	// yet, else it is an *OccupiedError. It may run while releases are saved.
	BackUp(ctx context.Context, path string) error
	// RestoreBackup puts a backup in the place of everything in the library, in
	// one step that other copies of the program see too. The library as it was is
	// backed up before, into the file it returns; what is damaged is copied as it is.
	RestoreBackup(ctx context.Context, path string) (before string, err error)
	// Sharing tells what makes the library's folder unsafe to keep it in.
	Sharing() Sharing
	// PutAside is the log of another file that lay beside the library when it was opened, and
	// was renamed so that nothing of it would hide what the library has; empty for none.
	PutAside() string
	// LogsAside lists the logs of other files that lie beside the library, whenever they were put
	// aside. OpenCopy opens them.
	LogsAside() ([]string, error)
	// ConflictedCopies lists the files that programs which synchronise folders have put beside
	// the library, where two computers had changed it.
	ConflictedCopies() ([]string, error)
	// LeftBeside lists what an earlier run had to lay into a folder of its own because the library could not
	// take it. A text whose words the library has by now, in any version, is removed there and not listed;
	// nor is what this run still means to give to the library.
	LeftBeside(ctx context.Context) (Left, error)
	// OpenCopy opens another file of a library to be read, as it is by now: the file itself and
	// its log are left alone. Of a log whose file lies nowhere beside it, the copy has what was
	// saved last, and All ends in a *PartlyError with a *LogAloneError. Its errors are those of
	// opening a library, and a *NothingReadError for a log.
	OpenCopy(path string) (Copy, error)
	// SetAside moves a copy into a folder beside the library, or where it lies from an earlier run, in which it is no longer
	// told of, and returns where it lies then.
	SetAside(path string) (string, error)
}

// Copy is another file of a library, open to be read. Close forgets what opening it took.
type Copy interface {
	All(ctx context.Context, visit func(e Entry, past []Past) error) error
	Picture(ctx context.Context, hash string) ([]byte, error)
	Close() error
}

// Left is what lies beside from an earlier run: texts of releases, and copies of the library as that run knew it.
type Left struct {
	Texts, Copies []string // files
}

// IsNone reports whether nothing lies there.
func (l Left) IsNone() bool { return len(l.Texts)+len(l.Copies) == 0 }

// Sharing is what is known of a library's folder.
type Sharing struct {
	// Service is the program that synchronises the folder with other computers: "Dropbox". It
	// copies the file while it is written, and puts another's in its place.
	Service string
	// Network is the file system through which another computer's disk is reached: "NFS". It
	// may go away, and its locks may not hold.
	Network string
}

// IsSafe reports whether there is nothing to tell of.
func (s Sharing) IsSafe() bool { return s == Sharing{} }

// Care is what Daily has done.
type Care struct {
	// Problems is the damage that was found.
	Problems []Problem
	// Backup is the copy that was made; empty where there is one of today.
	Backup string
	// Partial says that the copy has what is good of a damaged library.
	Partial bool
}

// Backup is a copy of the library in its folder of backups.
type Backup struct {
	Path  string
	Made  time.Time
	Bytes int64
}

// Problem is damage that Verify found.
type Problem struct {
	// ID names the release whose text does not fit its checksum, Version which
	// of its older versions, 0 for the newest. ID is 0 where the file itself is
	// damaged.
	ID, Version int64
	Headline    string
	// Picture is the hash of a picture that does not fit it; ID is one of the releases
	// that show it.
	Picture string
	// Detail is what the store says of the file, in its own words.
	Detail string
}

// Recovery tells what became of a damaged library.
type Recovery struct {
	Damaged string // where the damaged file was put
	// Backup is what the new library was made of; empty where no backup was good.
	Backup Backup
	// Salvaged counts the releases read out of the damaged file that were newer
	// than the backup, or not in it.
	Salvaged int
	// Lost counts the releases that are known to have stood in the damaged file, could not be
	// read, and are in no backup; Perhaps those that may have stood there besides, or may have
	// been erased before. Uncounted says that there may have been more, of which nothing tells.
	Lost, Perhaps int
	Uncounted     bool
	// Earlier counts the releases that came back as they had been before, from the backup or an
	// older version: their newest text could not be read. Versions counts older versions that
	// are known to be lost.
	Earlier, Versions int
	// Pictures counts the pictures that releases show, older versions of them too, and
	// that are not there: in no backup, and not to be read. ShownBy are those releases, the
	// newest first.
	Pictures int
	ShownBy  []Entry
}
