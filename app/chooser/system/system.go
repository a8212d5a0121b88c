// Package system asks for files and folders in the desktop's own file chooser:
// the portal of Linux and the BSDs, the common item dialog of Windows, the panel
// of macOS. It knows no window of ours but by its handle, so that it can be
// checked for every system on any.
package system

// Question is what a person is asked for.
type Question struct {
	Title   string
	Confirm string // what the confirming button says, where the system lets us
	Folder  bool   // a folder is wanted, not files
	Several bool   // more than one file may be chosen
	Dir     string // where to begin, absolute; "" leaves it to the system
	Filters []Filter
	Parent  uintptr // our window: its X11 window or HWND; 0 where it has neither
}

// Filter is a choice of kinds of files that a person is offered.
type Filter struct {
	Name    string
	Endings []string // ".txt", in small letters; none is every file
}
