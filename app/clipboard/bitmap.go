package clipboard

import (
	"bytes"
	"encoding/binary"
	"image/png"

	"golang.org/x/image/bmp"
)

// The sizes of the headers of a bitmap, in bytes (Microsoft, "Bitmap Header Types").
const (
	fileHeader = 14 // BITMAPFILEHEADER, which the clipboard leaves out
	infoHeader = 40 // BITMAPINFOHEADER
	v4Header   = 108
	v5Header   = 124
)

// pngOf makes a PNG of a bitmap as Windows has it on the clipboard (CF_DIB): 8, 24 or 32 bits a
// dot, not compressed; nil of any other. What it may say of transparency is not read, for most programs leave
// that empty: who knows of it puts a PNG there.
func pngOf(bitmap []byte) ([]byte, error) {
	file, ok := bitmapFile(bitmap)
	if !ok {
		return nil, nil
	}
	picture, err := bmp.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, nil //nolint:nilerr // another kind of bitmap, or one that is cut off: no picture
	}
	var b bytes.Buffer
	err = png.Encode(&b, picture)
	return b.Bytes(), err
}

// info is BITMAPINFOHEADER.
type info struct {
	Size           uint32
	Width, Height  int32 // a height below 0 has the top line first
	Planes, Depth  uint16
	Compression    uint32
	Bytes          uint32
	PerMetre       [2]int32
	Used, Foremost uint32 // colours of the palette
}

// The compressions that are read: BI_RGB and BI_BITFIELDS.
const (
	uncompressed = 0
	masked       = 3
)

// usualMasks say that a dot of 32 bits is blue, green, red and a byte that says nothing, as it is without them.
var usualMasks = []byte{0, 0, 0xff, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0}

// bitmapFile puts the header of a file before a bitmap, whose own becomes the oldest, which all readers know; false
// where it has not the dots that it speaks of.
func bitmapFile(bitmap []byte) ([]byte, bool) {
	var h info
	if _, err := binary.Decode(bitmap, binary.LittleEndian, &h); err != nil || h.Size > uint32(min(len(bitmap), v5Header)) {
		return nil, false
	}
	rest := bitmap[h.Size:]
	switch h.Size {
	case infoHeader, v4Header, v5Header:
	default:
		return nil, false
	}
	if h.Compression == masked {
		if !bytes.HasPrefix(bitmap[infoHeader:], usualMasks) {
			return nil, false
		}
		rest = bytes.TrimPrefix(rest, usualMasks) // behind the oldest header; some write them behind the later ones, too
		h.Compression = uncompressed
	}
	if !h.describes(len(rest)) {
		return nil, false
	}
	h.Size = infoHeader
	file, _ := binary.Append([]byte("BM"), binary.LittleEndian, []uint32{
		uint32(fileHeader + infoHeader + len(rest)), 0, uint32(fileHeader + infoHeader + h.palette()), //nolint:gosec // at most mostBytes
	})
	file, _ = binary.Append(file, binary.LittleEndian, h)
	return append(file, rest...), true
}

// palette is how many bytes the colours have that the dots choose from.
func (h info) palette() int {
	const entry, most = 4, 256
	switch {
	case h.Depth > 8:
		return 0
	case h.Used == 0:
		return most * entry
	}
	return int(h.Used) * entry
}

// describes reports whether palette and dots have so many bytes at most, and are of a kind that is read.
func (h info) describes(bytes int) bool {
	const word = 4 // bytes that a row is filled up to
	wide, high := int(h.Width), max(int(h.Height), -int(h.Height))
	if h.Compression != uncompressed || wide <= 0 || high <= 0 {
		return false
	}
	switch h.Depth {
	case 8, 24, 32:
		return (wide*int(h.Depth)/8+word-1)/word*word <= (bytes-h.palette())/high
	}
	return false
}
