package pages

import (
	"encoding/binary"
	"io"
	"maps"
)

const (
	logHeader   = 32
	frameHeader = 24
	logMagic    = 0x377f0682 // its last bit tells the byte order of the checksums
)

// readLog finds in the log the newest state of each page. What follows a frame that is damaged was
// committed too, though SQLite would not read it; what stood there before is remembered.
func (f *File) readLog() {
	header := make([]byte, logHeader)
	if _, err := f.log.ReadAt(header, 0); err != nil {
		return
	}
	magic := binary.BigEndian.Uint32(header)
	size := pageSize(binary.BigEndian.Uint32(header[8:]))
	if magic&^1 != logMagic || size == 0 || f.sized && size != f.size {
		return
	}
	f.size = size
	sum := checksum{order: binary.LittleEndian}
	if magic&1 != 0 {
		sum.order = binary.BigEndian
	}
	sum.add(header[:24])
	whole := sum.is(header[24:])
	written := map[int]int64{} // and not committed yet
	in := make([]byte, frameHeader+f.size)
	for at := int64(logHeader); ; at += int64(len(in)) {
		if n, err := io.ReadFull(io.NewSectionReader(f.log, at, int64(len(in))), in); err != nil {
			f.Logged = whole && n == 0 && len(written) == 0 && at > logHeader
			return
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
		written[int(binary.BigEndian.Uint32(in))] = at + frameHeader
		if pages := int(binary.BigEndian.Uint32(in[4:])); pages > 0 {
			f.commit(written, pages, whole)
			clear(written)
		}
	}
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
