package library

import (
	"errors"
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
			&RecoveredError{Recovery{"d.db", Backup{Path: "b.db", Made: made}, 4, 5, 0, nil}}, "library-recovered", "library damaged, kept as d.db; made anew of b.db; 4 salvaged, 5 lost, 0 pictures lost",
			map[string]any{"Damaged": "d.db", "Made": made.Local().Format("02.01.2006 15:04"), "Salvaged": 4, "Lost": 5},
		},
	} {
		if name, args := tt.err.Fact(); name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("got %s %v, %s", name, args, tt.err)
		}
	}
	if !errors.Is(&StorageError{"full", "a.db", fs.ErrInvalid}, fs.ErrInvalid) {
		t.Error("the cause is not told")
	}
}
