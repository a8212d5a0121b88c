package settings

import (
	"os"
	"path/filepath"
)

// FolderKind tells apart what folders are chosen for: each choice begins where
// the last of its kind was made.
type FolderKind string

// What files and folders are chosen for.
const (
	ForImport       FolderKind = "import"
	ForImportFolder FolderKind = "import-folder"
	ForExport       FolderKind = "export"
	ForArchive      FolderKind = "archive" // the whole library, as files
	ForLibrary      FolderKind = "library" // where the library itself is moved
	ForLogo         FolderKind = "logo"
	ForRegisters    FolderKind = "registers"
	ForTemplates    FolderKind = "templates"
	ForPictures     FolderKind = "pictures"
)

// LastFolder returns the folder that was chosen last for something, "" where
// none was. It may be gone since: see Standing.
func (s Settings) LastFolder(kind FolderKind) string {
	if kind == ForExport {
		return s.ExportFolder
	}
	return s.Folders[string(kind)]
}

// RememberFolder keeps the folder that was chosen for something.
func (s *Settings) RememberFolder(kind FolderKind, dir string) {
	if kind == ForExport {
		s.ExportFolder = dir
		return
	}
	// A map of its own: copies of the settings are out, and one may be being saved.
	folders := map[string]string{string(kind): dir}
	for k, d := range s.Folders {
		if k != string(kind) {
			folders[k] = d
		}
	}
	s.Folders = folders
}

// Standing returns the first of the folders that is there; where none is, the
// person's documents.
func Standing(folders ...string) string {
	for _, dir := range folders {
		if isFolder(dir) {
			return dir
		}
	}
	return Documents()
}

// Documents returns the folder in which the system keeps a person's documents,
// by whatever name and wherever it is; where it is gone, the home folder, and
// "" where even that cannot be told.
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	for _, dir := range []string{systemDocuments(home), filepath.Join(home, "Documents")} {
		if isFolder(dir) {
			return dir
		}
	}
	return home
}

func isFolder(path string) bool {
	if !filepath.IsAbs(path) {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
