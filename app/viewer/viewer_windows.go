package viewer

import "golang.org/x/sys/windows"

// open asks the shell, which knows what opens what; rundll32 would know as well,
// and say nothing where it fails.
func open(path string) error {
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
}
