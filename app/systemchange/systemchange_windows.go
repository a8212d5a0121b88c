package systemchange

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32          = windows.NewLazySystemDLL("user32.dll")
	setWindowLong   = user32.NewProc("SetWindowLongPtrW")
	callWindowProc  = user32.NewProc("CallWindowProcW")
	setWindowPos    = user32.NewProc("SetWindowPos")
	windowProcedure = ^uintptr(3)              // GWLP_WNDPROC, which is -4
	asItIsOtherwise = uintptr(0x0004 | 0x0010) // SWP_NOZORDER, SWP_NOACTIVATE
)

// The messages that are heard.
const (
	systemColours = 0x0015 // WM_SYSCOLORCHANGE
	settings      = 0x001a // WM_SETTINGCHANGE
	monitors      = 0x007e // WM_DISPLAYCHANGE
	scale         = 0x02e0 // WM_DPICHANGED
)

// Watch hears what the window of a handle is told from now on, after the window itself.
//
// With another scale Windows says where the window is to lie. The window goes there first, so
// that it is on the monitor whose scale it is asked for, and once more after it was heard:
// drawn in another scale, it may have changed its size. What it is told of its scale meanwhile
// is of a place that it leaves at once.
func Watch(handle uintptr, hear Hear) {
	var before uintptr
	var rescaling bool
	procedure := windows.NewCallback(func(window uintptr, message uint32, w, l uintptr) uintptr {
		if message == scale && rescaling {
			return 0
		}
		rescaling = rescaling || message == scale
		result, _, _ := callWindowProc.Call(before, window, uintptr(message), w, l)
		switch message {
		case scale:
			place := **(**windows.Rect)(unsafe.Pointer(&l)) // memory of the system's, which the collector knows nothing of
			hear.Scale()
			_, _, _ = setWindowPos.Call(window, 0, uintptr(place.Left), uintptr(place.Top), uintptr(place.Right-place.Left), uintptr(place.Bottom-place.Top), asItIsOtherwise)
			rescaling = false
		case monitors:
			hear.Monitors()
		case settings, systemColours:
			hear.Settings()
		}
		return result
	})
	before, _, _ = setWindowLong.Call(handle, windowProcedure, procedure)
}
