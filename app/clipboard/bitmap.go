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

// bitmapFile puts the header of a file before a bitmap, whose own becomes the oldest, which all readers know; false
// where it has not the dots that it speaks of.
func bitmapFile(bitmap []byte) ([]byte, bool) {
	if len(bitmap) < infoHeader {
		return nil, false
	}
	number := func(at int) int { return int(int32(binary.LittleEndian.Uint32(bitmap[at:]))) } //nolint:gosec // as the format has it
	size, width, height := number(0), number(4), max(number(8), -number(8))
	depth, compression := int(binary.LittleEndian.Uint16(bitmap[14:])), number(16)
	const none, masked = 0, 3 // BI_RGB, BI_BITFIELDS
	isKnown := size == infoHeader || size == v4Header || size == v5Header
	if !isKnown || size > len(bitmap) || compression != none && compression != masked || width <= 0 || height <= 0 {
		return nil, false
	}
	rest := bitmap[size:]
	if compression == masked {
		masks := bitmap[infoHeader:min(len(bitmap), infoHeader+len(usualMasks))]
		if !bytes.Equal(masks, usualMasks) {
			return nil, false
		}
		rest = bytes.TrimPrefix(rest, usualMasks) // behind the oldest header; some write them behind the later ones, too
	}
	palette := 0
	if depth == 8 {
		if palette = number(32); palette == 0 {
			palette = 256
		}
	}
	const paletteEntry, dword = 4, 4
	row := (width*depth/8 + dword - 1) / dword * dword
	if (depth != 8 && depth != 24 && depth != 32) || palette < 0 || palette > 256 || (len(rest)-palette*paletteEntry)/height < row {
		return nil, false
	}
	begin := fileHeader + infoHeader + palette*paletteEntry
	file := make([]byte, 0, begin+len(rest))
	file = append(file, 'B', 'M')
	file = binary.LittleEndian.AppendUint32(file, uint32(fileHeader+infoHeader+len(rest))) //nolint:gosec // at most mostBytes
	file = binary.LittleEndian.AppendUint32(file, 0)
	file = binary.LittleEndian.AppendUint32(file, uint32(begin)) //nolint:gosec // of a palette
	file = binary.LittleEndian.AppendUint32(file, infoHeader)
	file = append(file, bitmap[4:16]...)
	file = binary.LittleEndian.AppendUint32(file, none)
	file = append(file, bitmap[20:infoHeader]...)
	return append(file, rest...), true
}

// usualMasks say that a dot of 32 bits is blue, green, red and a byte that says nothing, as it is without them.
var usualMasks = []byte{0, 0, 0xff, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0}
