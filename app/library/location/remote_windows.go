package location

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// remote tells a drive that Windows calls one of the network's, and a folder of another computer.
func remote(dir string) string {
	volume := filepath.VolumeName(dir)
	if len(volume) > 2 && volume[:2] == `\\` && volume[2] != '?' && volume[2] != '.' {
		return "SMB"
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	if err != nil || windows.GetDriveType(root) != windows.DRIVE_REMOTE {
		return ""
	}
	return "SMB"
}

// unmounted is for systems that keep an empty folder where a share is to come: a drive of Windows is there or not.
func unmounted(string) bool { return false }
