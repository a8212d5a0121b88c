package library

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestFactsOfTheLibrary(t *testing.T) {
	made := time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC)
	for _, tt := range []struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
	}{
		{&ConflictError{7}, "library-conflict", "release 7 was changed by another copy of the program", map[string]any{"ID": int64(7)}},
		{&MissingError{7}, "library-missing", "no release 7", map[string]any{"ID": int64(7)}},
		{&DamagedError{7, "А"}, "library-damaged", "release 7 (А) does not fit its checksum", map[string]any{"ID": int64(7), "Headline": "А"}},
		{&NewerError{9}, "library-newer", "library of version 9", map[string]any{"Version": 9}},
		{&NoLibraryError{"a.db"}, "library-none", "a.db is no library", map[string]any{"Path": "a.db"}},
		{&StorageError{"full", "a.db", fs.ErrInvalid}, "library-full", "library a.db: full: invalid argument", map[string]any{"Path": "a.db"}},
		{&MissingVersionError{7, 2}, "library-version-missing", "release 7 has no version 2", map[string]any{"ID": int64(7), "Number": int64(2)}},
		{&PictureError{"large"}, "library-picture-large", "no picture for the library: large", map[string]any{"Megabytes": 50}},
		{&MissingPictureError{"ab"}, "library-picture-missing", "no picture ab", map[string]any{"Hash": "ab"}},
		{&DamagedPictureError{"ab"}, "library-picture-damaged", "picture ab does not fit its name", map[string]any{"Hash": "ab"}},
		{&LostPicturesError{2, []Entry{{ID: 7, Headline: "А"}, {ID: 4, Headline: "Б"}}}, "library-pictures-lost", "2 pictures lost, shown by А (7); Б (4)", map[string]any{"Count": 2, "Releases": "А (7); Б (4)"}},
		{&LostPicturesError{2, make([]Entry, 12)}, "library-pictures-lost", "2 pictures lost, shown by " + strings.Repeat(" (0); ", 10) + "… +2", map[string]any{"Count": 2, "Releases": strings.Repeat(" (0); ", 10) + "… +2"}},
		{&DamagedBackupError{"a.db", 3}, "library-backup-damaged", "backup a.db has 3 problems", map[string]any{"Path": "a.db", "Problems": 3}},
		{
			&RecoveredError{Recovery{Damaged: "d.db", Backup: Backup{Path: "b.db", Made: made}, Salvaged: 4, Lost: 5}}, "library-recovered", (&RecoveredError{Recovery{Damaged: "d.db", Backup: Backup{Path: "b.db", Made: made}, Salvaged: 4, Lost: 5}}).Error(),
			map[string]any{"Damaged": "d.db", "Made": made.Local().Format("02.01.2006 15:04"), "Salvaged": 4},
		},
		{&RecoveredError{Recovery{Damaged: "d.db", Salvaged: 4}}, "library-salvaged", (&RecoveredError{Recovery{Damaged: "d.db", Salvaged: 4}}).Error(), map[string]any{"Damaged": "d.db", "Salvaged": 4}},
		{&NoBackupError{"b"}, "library-no-backup", "no good backup in b", map[string]any{"Folder": "b"}},
		{&IrregularError{"a.db"}, "library-irregular", "a.db is no file", map[string]any{"Path": "a.db"}},
		{&SharedError{"a.db", Sharing{Service: "Dropbox", Network: "NFS"}}, "library-shared-service", `library a.db is shared: "Dropbox", "NFS"`, map[string]any{"Path": "a.db", "Service": "Dropbox"}},
		{&SharedError{"a.db", Sharing{Network: "NFS"}}, "library-shared-network", `library a.db is shared: "", "NFS"`, map[string]any{"Path": "a.db", "Network": "NFS"}},
		{&ConflictedCopiesError{[]string{"a.db", "b.db"}}, "library-conflicted", `conflicted copies: ["a.db" "b.db"]`, map[string]any{"Paths": "a.db, b.db"}},
		{&LeftBesideError{"a", 2, 1}, "library-left-beside", "in a are left: texts 2, copies 1", map[string]any{"Folder": "a", "Texts": 2, "Copies": 1}},
		{&ItselfError{"a.db"}, "library-itself", "a.db is the library itself", map[string]any{"Path": "a.db"}},
		{&OccupiedError{"a.db"}, "library-occupied", "a.db is there already", map[string]any{"Path": "a.db"}},
		{&LogAloneError{"a.db-parted-wal"}, "library-log-alone", "a.db-parted-wal was read without its file", map[string]any{"Log": "a.db-parted-wal"}},
		{&NothingReadError{"a.db"}, "library-nothing-read", "nothing can be read in a.db", map[string]any{"Path": "a.db"}},
		{&RestoredError{Backup{Path: "b.db", Made: made}, ""}, "library-restored", `library restored of b.db; before: ""`, map[string]any{"Made": made.Local().Format("02.01.2006 15:04")}},
		{&RestoredError{Backup{Path: "b.db", Made: made}, "d.db"}, "library-restored-over", `library restored of b.db; before: "d.db"`, map[string]any{"Made": made.Local().Format("02.01.2006 15:04"), "Damaged": "d.db"}},
		{&LossError{"perhaps", 3}, "library-loss-perhaps", "perhaps: 3", map[string]any{"Count": 3}},
		{&DamagedVersionError{7, 2, "А"}, "library-version-damaged", "version 2 of release 7 (А) cannot be read", map[string]any{"ID": int64(7), "Number": int64(2), "Headline": "А"}},
		{&PartlyError{[]error{&MissingError{7}, &MissingError{8}}}, "library-partly", "no release 7\nno release 8", map[string]any{"Count": 2}},
	} {
		if name, args := tt.err.Fact(); name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("got %s %v, %s", name, args, tt.err)
		}
	}
	for want, r := range map[string]Recovery{
		"[lost: 1 perhaps: 2 earlier: 3 versions: 4 uncounted: 1 5 pictures lost, shown by ]": {Lost: 1, Perhaps: 2, Earlier: 3, Versions: 4, Uncounted: true, Pictures: 5},
		"[nothing: 1]": {Salvaged: 9}, "[lost: 2]": {Lost: 2}, "[uncounted: 1]": {Uncounted: true},
	} {
		if got := fmt.Sprint((&RecoveredError{r}).Unwrap()); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if !errors.Is(&StorageError{"full", "a.db", fs.ErrInvalid}, fs.ErrInvalid) {
		t.Error("the cause is not told")
	}
}

// What a file that is not ours any more could not take is told, each where it lies.
func TestALostFileTellsWhereAllIs(t *testing.T) {
	for want, e := range map[string]LostFileError{
		"[text in a.toml copy in b.db]": {Text: "a.toml", Copy: "b.db"}, "[copy in b.db]": {Copy: "b.db"}, "[text in a.toml]": {Text: "a.toml"}, "[]": {},
	} {
		if got := fmt.Sprint(e.Unwrap()); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
