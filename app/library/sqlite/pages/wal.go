package pages

import (
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"os"
)

const (
	logHeader   = 32
	frameHeader = 24
	logMagic    = 0x377f0682 // its last bit tells the byte order of the checksums
)

// IsLog reports whether a file begins as a log does.
func IsLog(path string) bool {
	in, err := os.Open(path) //nolint:gosec // chosen by a person, or beside the library
	if err != nil {
		return false
	}
	defer func() { _ = in.Close() }() // it was only read
	return isLog(in)
}

func isLog(in io.ReaderAt) bool {
	begin := make([]byte, 4)
	_, err := in.ReadAt(begin, 0)
	return err == nil && binary.BigEndian.Uint32(begin)&^1 == logMagic
}

// frame is a page as a transaction has written it.
type frame struct {
	page  int
	pages int   // of the database, where the transaction ends with it; else 0
	at    int64 // where the page lies
	whole bool  // and all before it
}

// frames calls visit with those of the log, and reports whether all of it is whole.
func (f *File) frames(visit func(frame)) (whole bool) {
	header := make([]byte, logHeader)
	if _, err := f.log.ReadAt(header, 0); err != nil {
		return false
	}
	magic := binary.BigEndian.Uint32(header)
	size := pageSize(binary.BigEndian.Uint32(header[8:]))
	if magic&^1 != logMagic || size == 0 || f.sized && size != f.size {
		return false
	}
	f.size = size
	sum := checksum{order: binary.LittleEndian}
	if magic&1 != 0 {
		sum.order = binary.BigEndian
	}
	sum.add(header[:24])
	whole = sum.is(header[24:])
	in := make([]byte, frameHeader+f.size)
	for at := int64(logHeader); ; at += int64(len(in)) {
		if n, err := io.ReadFull(io.NewSectionReader(f.log, at, int64(len(in))), in); err != nil {
			return whole && n == 0 && at > logHeader
		}
		if string(in[8:16]) != string(header[16:24]) {
			whole = false
			continue // it is left from before, or damaged
		}
		if whole {
			sum.add(in[:8])
			sum.add(in[frameHeader:])
			whole = sum.is(in[16:])
		}
		visit(frame{int(binary.BigEndian.Uint32(in)), int(binary.BigEndian.Uint32(in[4:])), at + frameHeader, whole})
	}
}

// readLog finds in the log the newest state of each page. What follows a frame that is damaged was
// committed too, though SQLite would not read it; what stood there before is remembered.
func (f *File) readLog() {
	written := map[int]int64{} // and not committed yet
	whole := f.frames(func(in frame) {
		written[in.page] = in.at
		if in.pages > 0 {
			f.commit(written, in.pages, in.whole)
			clear(written)
		}
	})
	f.Logged = whole && len(written) == 0
}

// LogRecords calls visit with each record on the pages that transactions have written into a log, as far
// as SQLite reads it, and committed behind those of each transaction; without records that go on upon
// other pages. A page is held at a time: a transaction may have written a whole library.
func LogRecords(path string, visit func(Record), committed func()) error {
	in, err := os.Open(path) //nolint:gosec // beside the library
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	f := &File{log: in}
	var written []frame // and not committed yet
	f.frames(func(in frame) {
		if !in.whole {
			return
		}
		if written = append(written, in); in.pages == 0 {
			return
		}
		f.usable = f.size
		for _, one := range written {
			page, unread := f.read(f.log, one.at)
			if err = errors.Join(err, unread); unread != nil {
				continue
			}
			all, _ := f.recordsOf(page, one.page == 1)
			for _, r := range all {
				visit(r)
			}
		}
		committed()
		written = written[:0]
	})
	return err
}

// commit takes what a transaction has written.
func (f *File) commit(written map[int]int64, pages int, whole bool) {
	if whole {
		f.count = pages
	} else {
		f.count = max(f.count, pages)
		for n := range written {
			if _, ok := f.before[n]; !ok {
				f.before[n] = f.committed[n] // 0 is the file
			}
		}
	}
	maps.Copy(f.committed, written)
}

// checksum is the log's own, which goes on from frame to frame.
type checksum struct {
	order  binary.ByteOrder
	s0, s1 uint32
}

func (c *checksum) add(data []byte) {
	for ; len(data) >= 8; data = data[8:] {
		c.s0 += c.order.Uint32(data) + c.s1
		c.s1 += c.order.Uint32(data[4:]) + c.s0
	}
}

func (c *checksum) is(written []byte) bool {
	return binary.BigEndian.Uint32(written) == c.s0 && binary.BigEndian.Uint32(written[4:]) == c.s1
}
