package workarea

import (
	"image"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32        = windows.NewLazySystemDLL("user32.dll")
	windowRect    = user32.NewProc("GetWindowRect")
	setWindowPos  = user32.NewProc("SetWindowPos")
	isZoomed      = user32.NewProc("IsZoomed")
	isIconic      = user32.NewProc("IsIconic")
	windowMonitor = user32.NewProc("MonitorFromWindow")
	monitorInfo   = user32.NewProc("GetMonitorInfoW")
)

const (
	nearest         = 2               // MONITOR_DEFAULTTONEAREST
	asItIsOtherwise = 0x0004 | 0x0010 // SWP_NOZORDER, SWP_NOACTIVATE
)

// monitor is MONITORINFO.
type monitor struct {
	size        uint32
	whole, area windows.Rect
	flags       uint32
}

// Bring brings the window of a handle within the work area of its monitor, or of the nearest
// where it lies on none. Windows itself limits the size of a window to that of the screen
// and its frame, which is larger than what can be seen. A window that is maximised or
// minimised stays as it is.
func Bring(handle uintptr) {
	for _, state := range []*windows.LazyProc{isZoomed, isIconic} {
		if is, _, _ := state.Call(handle); is != 0 {
			return
		}
	}
	var now windows.Rect
	if ok, _, _ := windowRect.Call(handle, uintptr(unsafe.Pointer(&now))); ok == 0 {
		return
	}
	on, _, _ := windowMonitor.Call(handle, nearest)
	m := monitor{size: uint32(unsafe.Sizeof(monitor{}))}
	if ok, _, _ := monitorInfo.Call(on, uintptr(unsafe.Pointer(&m))); ok == 0 {
		return
	}
	if to := within(rectangle(now), rectangle(m.area)); to != rectangle(now) {
		_, _, _ = setWindowPos.Call(handle, 0, uintptr(to.Min.X), uintptr(to.Min.Y), uintptr(to.Dx()), uintptr(to.Dy()), asItIsOtherwise)
	}
}

func rectangle(r windows.Rect) image.Rectangle {
	return image.Rect(int(r.Left), int(r.Top), int(r.Right), int(r.Bottom))
}
