// Package pages reads the records of a damaged SQLite database page by page: whatever its
// trees have lost, a page that is whole gives what is on it. It follows the file format as
// sqlite.org/fileformat2.html describes it, and changes nothing.
package pages

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
)

// File is the pages of a database: those of its file, and over them those of its log. It is
// used by one goroutine.
type File struct {
	file, log *os.File      // either is nil where there is none
	size      int           // of a page, in bytes
	sized     bool          // the file tells it
	usable    int           // of a page, without what is reserved at its end
	count     int           // pages
	end       int           // the last page, as the log tells; 0 where it does not
	committed map[int]int64 // where pages lie in the log
	before    map[int]int64 // where they lay before the log was damaged; 0: in the file
	free      map[int]bool
	overflow  map[int]bool // pages that a record goes on upon
	// Logged says that there is a log, and that it is whole as far as can be told: what was
	// saved last may be in one that is lost.
	Logged bool
}

// Magic is how every database begins.
const Magic = "SQLite format 3\x00"

const (
	headerSize  = 100 // of the database, on its first page
	defaultSize = 4096
)

// Open opens a database that nothing else has open, or a log that has lost its file. What it
// cannot tell of a damaged header it takes as SQLite makes it by default.
func Open(path string) (*File, error) {
	in, err := os.Open(path) //nolint:gosec // the library, chosen by a person
	if err != nil {
		return nil, err
	}
	f := &File{file: in, size: defaultSize, committed: map[int]int64{}, before: map[int]int64{}, overflow: map[int]bool{}}
	if isLog(in) {
		f.file, f.log = nil, in
		f.readLog()
		f.usable = f.size
		f.readFree()
		return f, nil
	}
	info, err := in.Stat()
	if err != nil {
		return nil, errors.Join(err, in.Close())
	}
	reserved := f.readHeader()
	if f.log, err = os.Open(path + "-wal"); err == nil { //nolint:gosec // beside it
		f.readLog()
	} else if f.log = nil; !errors.Is(err, os.ErrNotExist) {
		return nil, errors.Join(err, in.Close())
	}
	whole := int(info.Size()) / f.size
	f.end = f.count
	f.count = max(whole, min(f.count, whole+len(f.committed)))
	f.usable = f.size - reserved
	f.readFree()
	return f, nil
}

// IsLog reports whether there is a log only: of what the file had besides, nothing is known.
func (f *File) IsLog() bool { return f.file == nil }

// Close closes the files.
func (f *File) Close() (err error) {
	for _, in := range []*os.File{f.file, f.log} {
		if in != nil {
			err = errors.Join(err, in.Close())
		}
	}
	return err
}

// numbers are those of the pages that there may be, in order.
func (f *File) numbers() iter.Seq[int] {
	if f.IsLog() { // it says how long the file was, and has a few of its pages
		return slices.Values(slices.Sorted(maps.Keys(f.committed)))
	}
	return func(yield func(int) bool) {
		for n := 1; n <= f.count && yield(n); n++ {
		}
	}
}

// readHeader takes the size of a page from the file's header, as far as that is sound, and
// returns how much of each page is reserved.
func (f *File) readHeader() (reserved int) {
	header := make([]byte, headerSize)
	if _, err := f.file.ReadAt(header, 0); err != nil || string(header[:len(Magic)]) != Magic {
		return 0
	}
	if size := pageSize(uint32(binary.BigEndian.Uint16(header[16:]))); size > 0 {
		f.size, f.sized = size, true
	}
	if reserved = int(header[20]); reserved > 32 {
		reserved = 0
	}
	return reserved
}

// pageSize returns the size that a header writes; 0 for none. 1 stands for 65536.
func pageSize(written uint32) int {
	if written == 1 {
		written = 1 << 16
	}
	if written < 512 || written > 1<<16 || written&(written-1) != 0 {
		return 0
	}
	return int(written)
}

// errNoPage says that a page is not there.
var errNoPage = errors.New("no such page")

// Page returns a page, numbered from 1, as it was committed last.
func (f *File) Page(n int) ([]byte, error) {
	if n < 1 || n > f.count {
		return nil, fmt.Errorf("%w: %d", errNoPage, n)
	}
	if at, ok := f.committed[n]; ok {
		return f.read(f.log, at)
	}
	if f.IsLog() {
		return nil, fmt.Errorf("%w: %d", errNoPage, n)
	}
	return f.read(f.file, int64(n-1)*int64(f.size))
}

func (f *File) read(from io.ReaderAt, at int64) ([]byte, error) {
	page := make([]byte, f.size)
	if _, err := from.ReadAt(page, at); err != nil {
		return nil, err
	}
	return page, nil
}

// readFree notes which pages hold nothing: what stands there was deleted. A list that is
// damaged is believed as far as it goes.
func (f *File) readFree() {
	f.free = map[int]bool{}
	first, err := f.Page(1)
	if err != nil || string(first[:len(Magic)]) != Magic {
		return
	}
	trunk := int(binary.BigEndian.Uint32(first[32:]))
	for trunk != 0 && !f.free[trunk] {
		page, err := f.Page(trunk)
		if err != nil {
			return
		}
		f.free[trunk] = true
		leaves := int(binary.BigEndian.Uint32(page[4:]))
		if leaves > f.usable/4-2 {
			return
		}
		for i := range leaves {
			f.free[int(binary.BigEndian.Uint32(page[8+4*i:]))] = true
		}
		trunk = int(binary.BigEndian.Uint32(page))
	}
}
