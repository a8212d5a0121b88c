package clipboard

import (
	"fmt"
	"runtime"
	"strings"
	"time"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	openClipboard    = user32.NewProc("OpenClipboard")
	closeClipboard   = user32.NewProc("CloseClipboard")
	emptyClipboard   = user32.NewProc("EmptyClipboard")
	setClipboardData = user32.NewProc("SetClipboardData")
	registerFormat   = user32.NewProc("RegisterClipboardFormatW")

	kernel32     = windows.NewLazySystemDLL("kernel32.dll")
	globalAlloc  = kernel32.NewProc("GlobalAlloc")
	globalLock   = kernel32.NewProc("GlobalLock")
	globalUnlock = kernel32.NewProc("GlobalUnlock")
	globalFree   = kernel32.NewProc("GlobalFree")
	moveMemory   = kernel32.NewProc("RtlMoveMemory")
)

const (
	deviceIndependent = 8      // CF_DIB
	unicodeText       = 13     // CF_UNICODETEXT
	fileList          = 15     // CF_HDROP
	moveable          = 0x0002 // GMEM_MOVEABLE
)

// Lasting is whether what was offered stays when the program ends.
const Lasting = true

// Offer puts a text on the clipboard, as CF_UNICODETEXT and, where html is not "", as "HTML
// Format". Its error is ErrHeld, or says what the system refused.
func Offer(text, html string, _ func(func())) error {
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	if err := open(); err != nil {
		return err
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	if ok, _, err := emptyClipboard.Call(); ok == 0 {
		return fmt.Errorf("empty the clipboard: %w", err)
	}
	var wide []byte
	for _, unit := range append(utf16.Encode([]rune(strings.ReplaceAll(text, "\n", "\r\n"))), 0) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	if err := set(unicodeText, wide); err != nil {
		return err
	}
	if html == "" {
		return nil
	}
	format, err := registered("HTML Format")
	if err != nil {
		return err
	}
	return set(format, append([]byte(described(html)), 0))
}

// open takes the clipboard, which another program may hold for the moment in which it looks
// what is there: it is asked again for half a second.
func open() error {
	return openAfter(func() bool { ok, _, _ := openClipboard.Call(0); return ok != 0 }, time.Sleep)
}

func openAfter(opened func() bool, wait func(time.Duration)) error {
	const times, pause = 25, 20 * time.Millisecond
	for n := 1; !opened(); n++ {
		if n == times {
			return ErrHeld
		}
		wait(pause)
	}
	return nil
}

// registered is the number of a form that has a name and none of Windows' own.
func registered(name string) (uintptr, error) {
	wide, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return 0, err
	}
	format, _, err := registerFormat.Call(uintptr(unsafe.Pointer(wide)))
	if format == 0 {
		return 0, fmt.Errorf("name the clipboard's format: %w", err)
	}
	return format, nil
}

// set hands bytes over to the system, which owns them from then on.
func set(format uintptr, data []byte) error {
	handle, _, err := globalAlloc.Call(moveable, uintptr(len(data)))
	if handle == 0 {
		return fmt.Errorf("memory for the clipboard: %w", err)
	}
	address, _, err := globalLock.Call(handle)
	if address == 0 {
		_, _, _ = globalFree.Call(handle)
		return fmt.Errorf("memory for the clipboard: %w", err)
	}
	_, _, _ = moveMemory.Call(address, uintptr(unsafe.Pointer(&data[0])), uintptr(len(data)))
	_, _, _ = globalUnlock.Call(handle)
	if ok, _, err := setClipboardData.Call(format, handle); ok == 0 {
		_, _, _ = globalFree.Call(handle)
		return fmt.Errorf("fill the clipboard: %w", err)
	}
	return nil
}
