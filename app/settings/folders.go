package settings

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

const folderName = "communique"

// Folder returns where the settings lie: the XDG configuration folder,
// %AppData%, or ~/Library/Application Support.
func Folder() (string, error) {
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, folderName), err
}

// DataFolder returns where the library lies: the XDG data folder,
// %LocalAppData%, or ~/Library/Application Support.
func DataFolder() (string, error) {
	switch runtime.GOOS {
	case "windows":
		dir, err := os.UserCacheDir() // %LocalAppData%
		return filepath.Join(dir, folderName), err
	case "darwin":
		return Folder()
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, folderName), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", folderName), err
}

// portableName is the folder beside the program that makes it portable: where
// it is, settings and library lie in it and nowhere else.
const portableName = "communique-data"

// Portable returns the folder of a portable program, "" for an installed one.
func Portable() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	dir := filepath.Join(filepath.Dir(program), portableName)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return ""
	}
	return dir
}

// FolderFrom returns the folder that COMMUNIQUE_CONFIG names, that of a
// portable program, or Folder.
func FolderFrom(getenv func(string) string) (string, error) {
	if dir := getenv("COMMUNIQUE_CONFIG"); dir != "" {
		return dir, nil
	}
	if dir := Portable(); dir != "" {
		return dir, nil
	}
	return Folder()
}

// libraryFile is the library's name in the data folder.
const libraryFile = "library.db"

// LibraryFrom returns the file that COMMUNIQUE_LIBRARY names, the one of the
// settings, that of a portable program, or the one in DataFolder. Where the
// settings name one and it cannot be read which, that is the error: another
// library in its place would look like a loss. So would a new one: existing is whether
// it has to be there, as that of the settings does, what is named in a folder that is not there, and
// one that was in the usual place before.
func LibraryFrom(getenv func(string) string, s Settings) (path string, existing bool, err error) {
	if path := getenv("COMMUNIQUE_LIBRARY"); path != "" {
		_, away := os.Stat(filepath.Dir(path))
		return path, path == s.Library || errors.Is(away, fs.ErrNotExist), nil
	}
	if s.Library != "" {
		return s.Library, true, nil
	}
	for _, fault := range s.Unread {
		if fault.Key == "library" {
			return "", true, fault
		}
	}
	if path, err = usualLibrary(); err != nil {
		return path, false, err
	}
	config, err := FolderFrom(getenv)
	return path, err == nil && LoadPlaces(config).Usual == path, err
}

// usualLibrary is the library of whom nobody has told of another.
func usualLibrary() (string, error) {
	if dir := Portable(); dir != "" {
		return filepath.Join(dir, libraryFile), nil
	}
	dir, err := DataFolder()
	return filepath.Join(dir, libraryFile), err
}

// RememberLibrary notes that the library at path was opened, where that is the usual place: it may go
// with all its backups, and a new one is not to be taken for it then.
func RememberLibrary(getenv func(string) string, path string) error {
	config, err := FolderFrom(getenv)
	if err != nil {
		return err
	}
	if usual, err := usualLibrary(); err != nil || path != usual || LoadPlaces(config).Usual == path {
		return err
	}
	return UpdatePlaces(config, func(p Places) Places {
		p.Usual = path
		return p
	})
}

// UpdatesFolder returns where packages of newer versions are put: beside a portable
// program's settings, or in the system's folder for what can be had again.
func UpdatesFolder() (string, error) {
	if dir := Portable(); dir != "" {
		return filepath.Join(dir, "updates"), nil
	}
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, folderName, "updates"), err
}
