package archive

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// SkippedError says why a file in a folder or a ZIP file is not read.
type SkippedError struct {
	// Reason is "ending" for a kind of file that is not read, which Name tells, "archive" for one in
	// another, "picture" for one beside no release, "shown" for one that a release shows, "link" or "special": a pipe, a device.
	Reason, Name string
}

func (e *SkippedError) Error() string { return "skipped: " + e.Reason + " " + e.Name }

// Fact names the error for the translations.
func (e *SkippedError) Fact() (string, map[string]any) {
	if e.Reason == "ending" && e.Name == "" {
		return "archive-skipped-unnamed", nil
	}
	return "archive-skipped-" + e.Reason, map[string]any{"Name": e.Name}
}

// systemFolders are what systems and the boxes of disks keep for themselves, in small letters: what was thrown away, older states, thumbnails.
var systemFolders = []string{"__macosx", "$recycle.bin", "recycler", "recycled", "#recycle", "#snapshot", "@recycle", "@eadir", "system volume information", "lost+found"}

// hidden reports whether a name is one that people do not see.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || slices.Contains(systemFolders, strings.ToLower(name))
}

// hiddenAbove returns the outermost folder above a file of a ZIP archive that people do not see;
// "" where there is none.
func hiddenAbove(name string) string {
	parts := strings.Split(strings.TrimSuffix(name, "/"), "/")
	if !strings.HasSuffix(name, "/") {
		parts = parts[:len(parts)-1]
	}
	for i, part := range parts {
		if hiddenBelow(part) {
			return path.Join(parts[:i+1]...)
		}
	}
	return ""
}

// hiddenBelow is hidden for a part of a path, which may be one that leads up.
func hiddenBelow(part string) bool {
	return hidden(part) && part != "." && !strings.HasPrefix(part, "..")
}

// systems are files that systems leave in folders, in small letters.
var systems = []string{"thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", ".ds_store", ".localized", "icon\r"}

// leftover reports whether a file is a system's, or belongs to a program that has, or had, another
// open: locks of Word («~$») and LibreOffice, halves of macOS («._»), files of Word that are to be removed.
func leftover(name string) bool {
	small := strings.ToLower(name)
	return slices.Contains(systems, small) || strings.HasPrefix(name, "~$") || strings.HasPrefix(name, "._") ||
		strings.HasPrefix(small, ".~lock.") || strings.HasSuffix(small, ".lock") ||
		strings.HasPrefix(small, "~wr") && strings.HasSuffix(small, ".tmp")
}

// before reports whether a file is a state of before, which an editor has left beside a text: «release.txt~», «#release.txt#».
func before(name string) bool {
	return strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// irregular says why a file is none that could be read; "" for one that may be. A pipe keeps
// one waiting, a link leads out of the folder.
func irregular(kind fs.FileMode) string {
	switch {
	case kind.IsRegular():
		return ""
	case kind&fs.ModeSymlink != 0:
		return "link"
	default:
		return "special"
	}
}

// encrypted is the flag of a file in a ZIP archive that only a password opens (APPNOTE 4.4.4).
const encrypted = 1
