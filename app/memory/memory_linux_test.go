package memory

import (
	"hash/maphash"
	"os"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"communique/assets/dictionaries/spelling"
)

// resident counts the pages of a text that are the process's own, as Linux's pagemap tells: the
// highest bit of eight bytes for each page.
func resident(t *testing.T, text string) (pages int) {
	t.Helper()
	pagemap, err := os.Open("/proc/self/pagemap")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = pagemap.Close() }()
	size := os.Getpagesize()
	entries := make([]byte, 8*(len(text)/size))
	at := int64(uintptr(unsafe.Pointer(unsafe.StringData(text)))) / int64(size) //nolint:gosec // an address
	if _, err := pagemap.ReadAt(entries, 8*(at+1)); err != nil {
		t.Fatal(err)
	}
	for i := 7; i < len(entries); i += 8 {
		if entries[i]&0x80 != 0 {
			pages++
		}
	}
	return pages
}

// TestGiveBack: after all words were read nearly none of them are in memory, and they read as before.
func TestGiveBack(t *testing.T) {
	seed := maphash.MakeSeed()
	var before []uint64
	for _, words := range embedded() {
		before = append(before, maphash.String(seed, words))
	}
	whole := len(spelling.Russian) / os.Getpagesize()
	if read := resident(t, spelling.Russian); read < whole-2 {
		t.Fatalf("%d of %d pages were read", read, whole)
	}
	Trim()
	if left := resident(t, spelling.Russian); left > 2 {
		t.Errorf("%d pages of %d are left", left, whole)
	}
	for i, words := range embedded() {
		if maphash.String(seed, words) != before[i] {
			t.Error("other words than before")
		}
	}
}

// TestLetGoOfShortTexts: what fills no page is left alone.
func TestLetGoOfShortTexts(t *testing.T) {
	for _, n := range []int{0, 1, 100, os.Getpagesize() - 1} {
		letGo(spelling.Russian[1 : 1+n])
	}
	page, err := unix.Mmap(-1, 0, 3*os.Getpagesize(), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err != nil {
		t.Fatal(err)
	}
	for i := range page {
		page[i] = 'a'
	}
	size := os.Getpagesize()
	letGo(unsafe.String(&page[size-1], size+2)) //nolint:gosec // of anonymous memory nothing is left where it let go
	if page[size-1] != 'a' || page[size] != 0 || page[2*size-1] != 0 || page[2*size] != 'a' {
		t.Errorf("it let go of %q", page[size-1:size+1])
	}
	if err := unix.Munmap(page); err != nil {
		t.Fatal(err)
	}
}
