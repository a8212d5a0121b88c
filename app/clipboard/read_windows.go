package clipboard

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	getClipboardData = user32.NewProc("GetClipboardData")
	globalSize       = kernel32.NewProc("GlobalSize")
	dragQueryFile    = windows.NewLazySystemDLL("shell32.dll").NewProc("DragQueryFileW")
)

// Read takes what lies on the clipboard: "HTML Format", CF_UNICODETEXT, and the PNG
// or bitmap of a picture. Its error is ErrTooLarge or ErrHeld, or says what the system
// refused.
func Read(context.Context) (Contents, error) {
	runtime.LockOSThread() // the clipboard belongs to the thread that opened it
	defer runtime.UnlockOSThread()
	if err := open(); err != nil {
		return Contents{}, err
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	var c Contents
	wide, err := get(unicodeText)
	if err != nil {
		return c, err
	}
	var units []uint16
	for ; len(wide) >= 2 && (wide[0] != 0 || wide[1] != 0); wide = wide[2:] {
		units = append(units, uint16(wide[0])|uint16(wide[1])<<8)
	}
	c.Text = string(utf16.Decode(units))
	html, err := named("HTML Format")
	if err != nil {
		return c, err
	}
	if html != nil {
		c.HTML = page(string(bytes.TrimRight(html, "\x00")))
	}
	if c.HTML == "" || showsPicture(c.HTML) {
		c.Picture, err = picture()
	}
	if c.HTML == "" && c.Picture == nil {
		c.Files = files()
	}
	return c, err
}

// files are the paths of what was copied in the Explorer.
func files() (paths []string) {
	list, _, _ := getClipboardData.Call(fileList)
	if list == 0 {
		return nil
	}
	const howMany = 0xffffffff
	count, _, _ := dragQueryFile.Call(list, howMany, 0, 0)
	for n := range count {
		length, _, _ := dragQueryFile.Call(list, n, 0, 0)
		path := make([]uint16, length+1)
		_, _, _ = dragQueryFile.Call(list, n, uintptr(unsafe.Pointer(&path[0])), length+1)
		paths = append(paths, windows.UTF16ToString(path))
	}
	return paths
}

// picture takes a picture as it is, or makes a PNG of the bitmap that Print Screen and many viewers put there.
func picture() ([]byte, error) {
	if png, err := named("PNG"); err != nil || png != nil {
		return png, err
	}
	bitmap, err := get(deviceIndependent)
	if err != nil || bitmap == nil {
		return nil, err
	}
	return pngOf(bitmap)
}

// named takes a form that a program has given a name; nil where it is not there.
func named(name string) ([]byte, error) {
	format, err := registered(name)
	if err != nil {
		return nil, err
	}
	return get(format)
}

// get copies a form; nil where it is not there.
func get(format uintptr) ([]byte, error) {
	handle, _, _ := getClipboardData.Call(format)
	if handle == 0 {
		return nil, nil
	}
	size, _, _ := globalSize.Call(handle)
	if size > mostBytes {
		return nil, ErrTooLarge
	}
	address, _, err := globalLock.Call(handle)
	if address == 0 {
		return nil, fmt.Errorf("read the clipboard: %w", err)
	}
	defer func() { _, _, _ = globalUnlock.Call(handle) }()
	data := make([]byte, size)
	if size > 0 {
		_, _, _ = moveMemory.Call(uintptr(unsafe.Pointer(&data[0])), address, size)
	}
	return data, nil
}
