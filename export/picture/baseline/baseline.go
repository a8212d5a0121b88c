// Package baseline reads and writes the JPEG files that most cameras make, sequential
// ones of eight bits, as image/jpeg does, to the bit, in half the time. Whatever else
// there is, and whatever is damaged, it leaves to image/jpeg.
package baseline

import (
	"bytes"
	"image"
	"image/jpeg"
)

// Decode returns the picture that image/jpeg decodes a file to, or its error.
func Decode(file []byte) (image.Image, error) {
	if img := decode(file); img != nil {
		return img, nil
	}
	return jpeg.Decode(bytes.NewReader(file))
}

// Encode returns the file that image/jpeg encodes a picture to, in a quality from 1 to
// 100, or its error.
func Encode(img image.Image, quality int) ([]byte, error) {
	if file := encode(img, quality); file != nil {
		return file, nil
	}
	var file bytes.Buffer
	err := jpeg.Encode(&file, img, &jpeg.Options{Quality: quality})
	return file.Bytes(), err
}

// Markers of a file (ITU T.81, B.1.1.3).
const (
	markSOF0 = 0xc0
	markSOF1 = 0xc1
	markDHT  = 0xc4
	markRST0 = 0xd0
	markSOI  = 0xd8
	markEOI  = 0xd9
	markSOS  = 0xda
	markDQT  = 0xdb
	markDRI  = 0xdd
	markAPP0 = 0xe0
)

// block is what eight by eight pixels are made of, in rows.
type block [64]int32

// natural tells where the coefficients stand in a block, by their place in a file (A.6).
var natural = [64]byte{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// component is one of the planes that a picture is made of.
type component struct {
	id            byte
	across, down  int // its blocks in a unit of the scan
	steps         int // the number of its quantization table
	direct, other int // the numbers of its code tables
	pixels        []byte
	stride        int
}

// header is what a file says before its scan.
type header struct {
	width, height int
	components    []component
	steps         [4]*[64]int32    // quantization tables, in the file's order
	codes         [2][4]*codes     // for the first coefficients, and for the others
	lengths       [2][4]codeLength // the tables as they stand in the file
	restart       int              // units between restarts; 0 for none
	jfif          bool             // three components are luminance and two of colour
	scan          []byte           // what follows the header
}

// readHeader reads the segments before the first scan of a file, if that is of all
// components. It returns nil for every other file.
func readHeader(file []byte) *header {
	if len(file) < 4 || file[0] != 0xff || file[1] != markSOI {
		return nil
	}
	h := &header{}
	for at := 2; at+4 <= len(file) && file[at] == 0xff; {
		marker, length := file[at+1], int(file[at+2])<<8+int(file[at+3])
		if length < 2 || at+2+length > len(file) {
			return nil
		}
		content := file[at+4 : at+2+length]
		at += 2 + length
		if marker == markSOS {
			h.scan = file[at:]
			if h.readScan(content) {
				return h
			}
			return nil
		}
		if !h.read(marker, content) {
			return nil
		}
	}
	return nil
}

// read reads a segment, and reports whether that is all there is to it.
func (h *header) read(marker byte, content []byte) bool {
	switch marker {
	case markAPP0:
		h.jfif = bytes.HasPrefix(content, []byte("JFIF\x00"))
		return true
	case markDQT:
		return h.readSteps(content)
	case markDHT:
		return h.readCodes(content)
	case markDRI:
		if len(content) != 2 {
			return false
		}
		h.restart = int(content[0])<<8 + int(content[1])
		return true
	case markSOF0, markSOF1:
		return h.readFrame(content)
	}
	return false
}

// readSteps reads quantization tables (B.2.4.1).
func (h *header) readSteps(content []byte) bool {
	for len(content) >= 65 && content[0] < 4 {
		steps := &[64]int32{}
		for i, value := range content[1:65] {
			steps[i] = int32(value)
		}
		h.steps[content[0]], content = steps, content[65:]
	}
	return len(content) == 0
}

// readCodes reads code tables (B.2.4.2).
func (h *header) readCodes(content []byte) bool {
	for len(content) >= 17 {
		class, number := content[0]>>4, content[0]&15
		lengths, values := codeLength{counts: [16]byte(content[1:17])}, 0
		for _, count := range lengths.counts {
			values += int(count)
		}
		if class > 1 || number > 1 || values == 0 || values > 256 || len(content) < 17+values {
			return false
		}
		lengths.values, content = content[17:17+values], content[17+values:]
		table := lengths.codes(class == 1)
		if table == nil {
			return false
		}
		h.codes[class][number], h.lengths[class][number] = table, lengths
	}
	return len(content) == 0
}

// readFrame reads the sizes of a picture and of its components (B.2.2).
func (h *header) readFrame(content []byte) bool {
	if h.components != nil || len(content) < 6 || content[0] != 8 || len(content) != 6+3*int(content[5]) {
		return false
	}
	h.height, h.width = int(content[1])<<8+int(content[2]), int(content[3])<<8+int(content[4])
	if h.width == 0 || h.height == 0 {
		return false
	}
	for c := content[6:]; len(c) > 0; c = c[3:] {
		h.components = append(h.components, component{id: c[0], across: int(c[1] >> 4), down: int(c[1] & 15), steps: int(c[2])})
	}
	return h.plain()
}

// plain reports whether there is one component, or three of which the second and third
// are as fine as the first or half as fine.
func (h *header) plain() bool {
	c := h.components
	if len(c) != 1 && len(c) != 3 || min(c[0].across, c[0].down) < 1 || max(c[0].across, c[0].down) > 2 {
		return false
	}
	if len(c) == 1 {
		c[0].across, c[0].down = 1, 1 // there is nothing that it could be finer than
		return true
	}
	return c[1].across*c[1].down*c[2].across*c[2].down == 1 && c[0].id != c[1].id && c[0].id != c[2].id && c[1].id != c[2].id
}

// readScan reads which tables the components take, and reports whether the scan is of
// all of them and the tables are there (B.2.3).
func (h *header) readScan(content []byte) bool {
	n := len(h.components)
	if n == 0 || len(content) != 4+2*n || int(content[0]) != n {
		return false
	}
	for i := range h.components {
		c, said := &h.components[i], content[1+2*i:]
		c.direct, c.other = int(said[1]>>4), int(said[1]&15)
		if said[0] != c.id || c.steps > 3 || c.direct > 3 || c.other > 3 ||
			h.steps[c.steps] == nil || h.codes[0][c.direct] == nil || h.codes[1][c.other] == nil {
			return false
		}
	}
	return true
}
