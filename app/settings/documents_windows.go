package settings

import "golang.org/x/sys/windows"

// systemDocuments asks the shell, which knows where OneDrive or an
// administrator has put the folder.
func systemDocuments(string) string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_Documents, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return ""
	}
	return dir
}
