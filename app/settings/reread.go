package settings

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"time"

	"communique/editor/register"
)

// Rereader returns a function that reads the settings and the registers in dir
// where somebody has written to them since it was made, or last called. It is
// for one goroutine; where a file cannot be read at all it reports nothing new.
// The error tells, beside the rest, of lines that somebody wrote and that cannot be
// read. An editor may write a file piece by piece: what became shorter, or has such
// lines, is taken for what it is when it still stands so at the next call.
func Rereader(dir string) func() (Settings, register.Registers, bool, error) {
	seen := stamp(dir)
	var doubted stamps
	return func() (Settings, register.Registers, bool, error) {
		now := stamp(dir)
		if slices.Equal(now, seen) {
			return Settings{}, register.Registers{}, false, nil
		}
		s, settingsErr := Load(dir)
		r, troubles, err := loadRegisters(dir)
		var unread *UnreadError
		if err != nil || settingsErr != nil && !errors.As(settingsErr, &unread) {
			return Settings{}, register.Registers{}, false, nil
		}
		fresh := unreadSince(append(troubles, settingsErr))
		if (fresh != nil || now.shrunk(seen)) && !slices.Equal(now, doubted) {
			doubted = now
			return Settings{}, register.Registers{}, false, nil
		}
		seen = now
		return s, r, true, fresh
	}
}

// unreadSince are those of the errors that tell of lines of a person's own, and not of
// the notes alone that the program keeps of such lines.
func unreadSince(troubles []error) error {
	return errors.Join(slices.DeleteFunc(troubles, func(err error) bool {
		var unread *UnreadError
		return !errors.As(err, &unread) || unread.Copy == ""
	})...)
}

// WordsRereader returns a function that reports whether somebody has written to the
// office's own words in dir since it was made, or last called. It is for one goroutine.
func WordsRereader(dir string) func() bool {
	seen := stampOf(dir, words.name)
	return func() bool {
		before := seen
		seen = stampOf(dir, words.name)
		return !slices.Equal(seen, before)
	}
}

// stamps tell whether files have been written since, in the order of the files.
type stamps []fileStamp

// fileStamp is of one file; zero where that is not there.
type fileStamp struct {
	size     int64
	modified time.Time
}

// shrunk reports whether one of the files is shorter than it was before, or gone.
func (s stamps) shrunk(before stamps) bool {
	for i := range s {
		if s[i].size < before[i].size {
			return true
		}
	}
	return false
}

// stamp is that of the settings and the registers.
func stamp(dir string) stamps {
	files := []string{FileName}
	for _, name := range register.Names() {
		files = append(files, name+".toml")
	}
	return stampOf(dir, files...)
}

func stampOf(dir string, files ...string) stamps {
	all := make(stamps, len(files))
	for i, name := range files {
		if info, err := os.Stat(filepath.Join(dir, name)); err == nil {
			all[i] = fileStamp{info.Size(), info.ModTime()}
		}
	}
	return all
}
