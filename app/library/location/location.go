// Package location tells of the folder that a library lies in what makes a file there unsafe to
// keep open for writing: that a program synchronises it with other computers, or that it is
// another computer's.
package location

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Of returns what is known of the folder of a file: the service that synchronises it, by its
// name, and the file system through which another computer's disk is reached, by its. Each is
// empty where there is none, or it cannot be told.
func Of(path string) (service, network string) {
	dir := filepath.Dir(path)
	real, err := filepath.EvalSymlinks(dir) // a folder may be linked into one that is synchronised
	if err != nil {
		real = dir
	}
	if service = synchronised(dir); service == "" && real != dir {
		service = synchronised(real)
	}
	return service, remote(real)
}

// Unmounted reports whether a file is to lie on a disk of another computer that is not connected: the folder
// that it is to appear in is there, and empty.
func Unmounted(path string) bool {
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return unmounted(dir)
}

// services are known by how their folders are called, in small letters, with an account's name
// behind that or without, and by what their programs leave in them, a pattern of path.Match.
var services = []struct {
	name            string
	folders, leaves []string
}{
	{"Dropbox", []string{"dropbox"}, []string{".dropbox", ".dropbox.cache"}},
	{"OneDrive", []string{"onedrive"}, []string{".849C9593-D756-4E56-8D6E-42412F2A707B"}},
	{"Яндекс Диск", []string{"yandexdisk", "yandex.disk", "yandex disk", "яндексдиск", "яндекс.диск", "яндекс диск"}, nil},
	{"Nextcloud", []string{"nextcloud"}, []string{".nextcloudsync.log", ".sync_*.db"}},
	{"ownCloud", []string{"owncloud"}, []string{".owncloudsync.log", "._sync_*.db"}},
	{"iCloud Drive", []string{"icloud drive", "iclouddrive", "com~apple~clouddocs", "mobile documents"}, nil},
	{"Google Drive", []string{"google drive", "googledrive", "google диск"}, []string{".tmp.drivedownload", ".tmp.driveupload", ".shortcut-targets-by-id"}},
	{"Syncthing", []string{"syncthing"}, []string{".stfolder"}},
	{"Resilio Sync", []string{"resilio sync", "btsync"}, []string{".sync"}},
	{"Seafile", []string{"seafile"}, []string{".seafile-data"}},
	{"MEGA", []string{"megasync"}, []string{".megaignore"}},
	{"Облако Mail", []string{"облако mail", "cloud mail"}, nil},
	{"СберДиск", []string{"сбердиск", "sberdisk"}, nil},
	{"Synology Drive", []string{"synologydrive", "synology drive"}, []string{".SynologyWorkingDirectory"}},
	{"Proton Drive", []string{"proton drive", "protondrive"}, nil},
	{"pCloud", []string{"pcloud drive", "pcloudsync", "pcloud sync"}, nil},
	{"Box", []string{"box sync", "box-box"}, nil},
}

// synchronised returns the service that a folder, or one above it, belongs to; "" for none.
func synchronised(dir string) string {
	for above := ""; dir != above; dir, above = filepath.Dir(dir), dir {
		called := strings.ToLower(filepath.Base(dir))
		within := namesIn(dir)
		for _, s := range services {
			if slices.ContainsFunc(s.folders, func(name string) bool { return begins(called, name) }) ||
				slices.ContainsFunc(s.leaves, func(left string) bool {
					return slices.ContainsFunc(within, func(name string) bool { return fits(left, name) })
				}) {
				return s.name
			}
		}
	}
	return ""
}

// begins reports whether a folder is called by a name, with an account's or an office's behind
// it, the number of a second account's, or without.
func begins(called, name string) bool {
	rest, ok := strings.CutPrefix(called, name)
	return ok && (rest == "" || strings.ContainsRune(" -.(_23456789", rune(rest[0])))
}

func fits(pattern, name string) bool {
	ok, err := filepath.Match(pattern, name)
	return ok && err == nil
}

// namesIn are the names in a folder; none where it cannot be looked into.
func namesIn(dir string) []string {
	f, err := os.Open(dir) //nolint:gosec // a folder above the library
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }() // it was only read
	names, _ := f.Readdirnames(-1)   // as many as could be read
	return names
}
