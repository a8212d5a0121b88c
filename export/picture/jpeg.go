package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// Markers of a JPEG file (ITU T.81, B.1.1.3).
const (
	markSOI   = 0xd8
	markEOI   = 0xd9
	markSOS   = 0xda
	markDQT   = 0xdb
	markDHT   = 0xc4
	markDAC   = 0xcc
	markDRI   = 0xdd
	markAPP0  = 0xe0
	markAPP1  = 0xe1
	markAPP2  = 0xe2
	markAPP14 = 0xee
)

// jfif is the only application segment of a file that goes out: pixels are square.
// Who holds rights, what took it, and a small copy of the picture stand in others.
var jfif = []byte{0xff, markAPP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0}

var (
	errCut      = errors.New("the file breaks off")
	errForeign  = errors.New("segments in an order no JPEG has")
	errTooMany  = errors.New("the file has too many scans")
	exifHeader  = []byte("Exif\x00\x00")
	adobeHeader = []byte("Adobe")
	iccHeader   = []byte("ICC_PROFILE\x00")
)

// maxScans is how many passes over its pixels a file may ask for: a progressive one
// has ten or so, and a hostile one thousands.
const maxScans = 64

// segments is what a JPEG file says of itself, and what is left when all is dropped
// that is no part of the picture.
type segments struct {
	orientation int
	profile     []byte // ICC
	components  int
	precision   int
	progressive bool
	ended       bool
	jfif, adobe bool // what tells how its colours are meant
	named       bool // its components are called R, G and B
	bare        []byte
}

// readSegments goes through a file once.
func readSegments(file []byte) (segments, error) {
	s := segments{orientation: 1, bare: append([]byte{0xff, markSOI}, jfif...)}
	at, scans := 2, 0
	if len(file) < 4 || file[0] != 0xff || file[1] != markSOI {
		return s, errForeign
	}
	for {
		marker, content, next, err := segment(file, at)
		switch {
		case err != nil:
			return s, err
		case marker == markEOI && scans == 0:
			return s, errCut
		case marker == markEOI:
			s.bare, s.ended = append(s.bare, 0xff, markEOI), true
			return s, nil
		}
		if s.take(marker, content) {
			s.bare = append(s.bare, 0xff, marker)
			s.bare = binary.BigEndian.AppendUint16(s.bare, uint16(len(content)+2)) //nolint:gosec // as long as it was
			s.bare = append(s.bare, content...)
		}
		if marker == markSOS {
			if scans++; scans > maxScans {
				return s, errTooMany
			}
			end := scanEnd(file, next)
			s.bare = append(s.bare, file[next:end]...)
			if end == len(file) { // many cameras forget to end a file
				s.bare = append(s.bare, 0xff, markEOI)
				return s, nil
			}
			next = end
		}
		at = next
	}
}

// segment returns the segment that begins at a byte, and where the next does.
func segment(file []byte, at int) (marker byte, content []byte, next int, err error) {
	for at < len(file) && file[at] == 0xff && at+1 < len(file) && file[at+1] == 0xff {
		at++ // fill bytes
	}
	if at+2 > len(file) {
		return 0, nil, 0, errCut
	}
	if file[at] != 0xff {
		return 0, nil, 0, errForeign
	}
	marker = file[at+1]
	if marker == markEOI {
		return marker, nil, at + 2, nil
	}
	if marker < 0xc0 || marker >= 0xd0 && marker < markSOS {
		return 0, nil, 0, errForeign // what has no length stands in a scan
	}
	if at+4 > len(file) {
		return 0, nil, 0, errCut
	}
	length := int(binary.BigEndian.Uint16(file[at+2:]))
	if length < 2 || at+2+length > len(file) {
		return 0, nil, 0, errCut
	}
	return marker, file[at+4 : at+2+length], at + 2 + length, nil
}

// scanEnd returns where a scan's data ends that begin at a byte: at the next marker but
// one that restarts them.
func scanEnd(file []byte, at int) int {
	for {
		i := bytes.IndexByte(file[at:], 0xff)
		if i < 0 || at+i+1 >= len(file) {
			return len(file)
		}
		at += i
		if next := file[at+1]; next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return at
		}
		at++
	}
}

// take reads what a segment says, and reports whether it is part of the picture.
func (s *segments) take(marker byte, content []byte) bool {
	switch marker {
	case markDQT, markDHT, markDAC, markDRI, markSOS:
		return true
	case markAPP1:
		if exif, found := bytes.CutPrefix(content, exifHeader); found {
			s.orientation = orientation(exif)
		}
	case markAPP2:
		if icc, found := bytes.CutPrefix(content, iccHeader); found && len(icc) > 2 {
			s.profile = append(s.profile, icc[2:]...)
		}
	case markAPP0:
		s.jfif = s.jfif || bytes.HasPrefix(content, jfif[4:9])
	case markAPP14:
		s.adobe = s.adobe || bytes.HasPrefix(content, adobeHeader)
	default:
		if marker <= 0xcf && len(content) > 5 { // no marker of a segment is less than 0xc0
			s.frame(marker, content)
			return true
		}
	}
	return false
}

// frame reads the head of the picture (T.81, B.2.2).
func (s *segments) frame(marker byte, content []byte) {
	s.precision, s.components, s.progressive = int(content[0]), int(content[5]), marker == 0xc2
	s.named = s.components == 3 && len(content) >= 15 && content[6] == 'R' && content[9] == 'G' && content[12] == 'B'
}

// plain reports whether every reader shows the colours alike without the segments that
// are dropped.
func (s segments) plain() bool {
	return !s.adobe && (!s.named || s.jfif) && s.precision == 8 && (s.components == 1 || s.components == 3)
}

// orientation reads how a picture lies from its EXIF data, a small TIFF file; 1 is
// upright, and what cannot be read.
func orientation(exif []byte) int {
	const tag, short = 0x0112, 3
	if len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if exif[0] == 'I' {
		order = binary.LittleEndian
	}
	first := uint64(order.Uint32(exif[4:]))
	if first+2 > uint64(len(exif)) {
		return 1
	}
	entries := exif[first+2:]
	for range order.Uint16(exif[first:]) {
		if len(entries) < 12 {
			return 1
		}
		if order.Uint16(entries) == tag && order.Uint16(entries[2:]) == short {
			if value := int(order.Uint16(entries[8:])); value >= 1 && value <= 8 {
				return value
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}
