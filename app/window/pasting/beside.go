package pasting

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// beside takes the pictures that a word processor puts into files beside the page on the clipboard: in the
// system's temporary folder, where Word has one of its own for them. Nothing else of this computer is read, whatever
// a page names.
type beside struct{ taken int64 }

// most is how much is taken for one page, in bytes.
const most = 64 << 20

// file returns the file at an address, or nil.
func (b *beside) file(address string) []byte {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "file" || u.Host != "" {
		return nil
	}
	path := filepath.Clean(filepath.FromSlash(u.Path))
	if runtime.GOOS == "windows" {
		path = strings.TrimLeft(path, `\`) // before the drive
	}
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || b.taken+info.Size() > most || !isTemporary(path) {
		return nil
	}
	b.taken += info.Size()
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	return data
}

// isTemporary reports whether a file lies below the temporary folder, which a path may name in several ways: Word
// writes its short names.
func isTemporary(path string) bool {
	temporary, err := os.Stat(os.TempDir())
	if err != nil {
		return false
	}
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && os.SameFile(info, temporary) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}
