package systemchange

import (
	"runtime"
	"slices"
	"testing"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	createWindow  = user32.NewProc("CreateWindowExW")
	destroyWindow = user32.NewProc("DestroyWindow")
	sendMessage   = user32.NewProc("SendMessageW")
	windowRect    = user32.NewProc("GetWindowRect")
)

// aWindow makes one that is never shown, on this thread, with what is done of its messages
// before Windows' own procedure.
func aWindow(t *testing.T, hears func(window uintptr, message uint32, l uintptr)) uintptr {
	t.Helper()
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
	class, err := windows.UTF16PtrFromString("STATIC")
	if err != nil {
		t.Fatal(err)
	}
	const overlapped = 0x00cf0000 // WS_OVERLAPPEDWINDOW
	handle, _, err := createWindow.Call(0, uintptr(unsafe.Pointer(class)), 0, overlapped, 10, 20, 300, 200, 0, 0, 0, 0)
	if handle == 0 {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _, _ = destroyWindow.Call(handle) })
	var before uintptr
	before, _, _ = setWindowLong.Call(handle, windowProcedure, windows.NewCallback(func(window uintptr, message uint32, w, l uintptr) uintptr {
		hears(window, message, l)
		result, _, _ := callWindowProc.Call(before, window, uintptr(message), w, l)
		return result
	}))
	return handle
}

func lies(t *testing.T, handle uintptr) (r windows.Rect) {
	t.Helper()
	if ok, _, err := windowRect.Call(handle, uintptr(unsafe.Pointer(&r))); ok == 0 {
		t.Fatal(err)
	}
	return r
}

func place(handle uintptr, r windows.Rect) {
	_, _, _ = setWindowPos.Call(handle, 0, uintptr(r.Left), uintptr(r.Top), uintptr(r.Right-r.Left), uintptr(r.Bottom-r.Top), asItIsOtherwise)
}

// TestAnotherScale: a window that changes its size while it is drawn in another scale lies in the
// end where Windows says, is heard when it lies there already, and once, though its own
// change leads to further ones.
func TestAnotherScale(t *testing.T) {
	wanted, toolkits := windows.Rect{Left: 40, Top: 30, Right: 520, Bottom: 400}, windows.Rect{Left: 40, Top: 30, Right: 900, Bottom: 700}
	inner := 0
	handle := aWindow(t, func(window uintptr, message uint32, l uintptr) {
		if message == scale { // as the toolkit does
			inner++
			place(window, **(**windows.Rect)(unsafe.Pointer(&l)))
		}
	})
	tell := func(r windows.Rect) {
		_, _, _ = sendMessage.Call(handle, scale, 144|144<<16, uintptr(unsafe.Pointer(&r)))
	}
	heard := 0
	Watch(handle, Hear{Scale: func() {
		heard++
		if at := lies(t, handle); at != wanted {
			t.Errorf("it is heard where it lies at %v", at)
		}
		place(handle, toolkits)
		tell(windows.Rect{Right: 100, Bottom: 100})
	}})
	for times := 1; times <= 2; times++ {
		tell(wanted)
		if at := lies(t, handle); at != wanted || heard != times || inner != times {
			t.Errorf("after %d it lies at %v, heard %d times, and %d by the window", times, at, heard, inner)
		}
		place(handle, windows.Rect{Left: 10, Top: 20, Right: 310, Bottom: 220})
	}
}

// TestWhatIsHeard: each message leads to what is to be done of it, after the window has had it,
// and no other does.
func TestWhatIsHeard(t *testing.T) {
	var order []string
	handle := aWindow(t, func(_ uintptr, message uint32, _ uintptr) {
		if message == settings || message == systemColours || message == monitors {
			order = append(order, "window")
		}
	})
	Watch(handle, Hear{
		Scale:    func() { order = append(order, "scale") },
		Monitors: func() { order = append(order, "monitors") },
		Settings: func() { order = append(order, "settings") },
	})
	for name, c := range map[string]struct {
		message uintptr
		want    []string
	}{
		"settings":  {settings, []string{"window", "settings"}},
		"colours":   {systemColours, []string{"window", "settings"}},
		"monitors":  {monitors, []string{"window", "monitors"}},
		"any other": {0x0000, nil}, // WM_NULL
	} {
		order = nil
		_, _, _ = sendMessage.Call(handle, c.message, 0, 0)
		if !slices.Equal(order, c.want) {
			t.Errorf("%s: %q", name, order)
		}
	}
}
