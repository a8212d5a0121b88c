package memory

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// letGo takes the pages of a text that is part of the program, and so lies in its file, out of
// what counts as the program's memory. Of a text that was made while it runs nothing would be left.
func letGo(text string) {
	page := uintptr(os.Getpagesize())
	bytes := unsafe.Slice(unsafe.StringData(text), len(text))               //nolint:gosec // no byte is read or written by it
	first := -uintptr(unsafe.Pointer(unsafe.SliceData(bytes))) & (page - 1) //nolint:gosec // where the first whole page begins
	if whole := (uintptr(len(bytes)) - first) &^ (page - 1); first < uintptr(len(bytes)) && whole > 0 {
		_ = unix.Madvise(bytes[first:first+whole], unix.MADV_DONTNEED) // an error leaves the pages where they are
	}
}
