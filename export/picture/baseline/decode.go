package baseline

import (
	"bytes"
	"image"
)

// decode reads a file that has one scan and is whole; it returns nil for every other.
func decode(file []byte) image.Image {
	h := readHeader(file)
	if h == nil || !h.jfif {
		return nil
	}
	var ended bool
	if h.scan, ended = bytes.CutSuffix(h.scan, []byte{0xff, markEOI}); !ended {
		return nil
	}
	first := &h.components[0]
	columns, rows := (h.width+8*first.across-1)/(8*first.across), (h.height+8*first.down-1)/(8*first.down)
	img := h.planes(columns, rows)
	if !h.readUnits(columns, rows) {
		return nil
	}
	return img
}

// planes makes a picture of whole units of the scan, and gives the components its
// planes.
func (h *header) planes(columns, rows int) image.Image {
	c := h.components
	whole, seen := image.Rect(0, 0, 8*c[0].across*columns, 8*c[0].down*rows), image.Rect(0, 0, h.width, h.height)
	if len(c) == 1 {
		img := image.NewGray(whole)
		c[0].pixels, c[0].stride = img.Pix, img.Stride
		return img.SubImage(seen)
	}
	ratio := map[[2]int]image.YCbCrSubsampleRatio{
		{1, 1}: image.YCbCrSubsampleRatio444, {1, 2}: image.YCbCrSubsampleRatio440,
		{2, 1}: image.YCbCrSubsampleRatio422, {2, 2}: image.YCbCrSubsampleRatio420,
	}[[2]int{c[0].across, c[0].down}]
	img := image.NewYCbCr(whole, ratio)
	c[0].pixels, c[0].stride = img.Y, img.YStride
	c[1].pixels, c[1].stride = img.Cb, img.CStride
	c[2].pixels, c[2].stride = img.Cr, img.CStride
	return img.SubImage(seen)
}

// readUnits reads the scan's units row by row, and reports whether all were there.
func (h *header) readUnits(columns, rows int) bool {
	restart, units := h.restart, columns*rows
	if restart == 0 {
		restart = units
	}
	for unit, restarts := 0, 0; unit < units; restarts++ {
		if unit > 0 && !h.skipRestart(restarts-1) {
			return false
		}
		end := nextMarker(h.scan)
		bits := newBitReader(h.scan[:end])
		h.scan = h.scan[end:]
		var before [3]int32
		for stop := min(unit+restart, units); unit < stop; unit++ {
			if !h.readUnit(&bits, unit%columns, unit/columns, &before) {
				return false
			}
		}
		if left := bits.left(); left < 0 || left > 7 {
			return false
		}
	}
	return len(h.scan) == 0
}

// skipRestart goes on behind a restart's marker: they are counted from 0 to 7.
func (h *header) skipRestart(number int) bool {
	marker, found := []byte{0xff, markRST0 + byte(number%8)}, false //nolint:gosec // below 8
	h.scan, found = bytes.CutPrefix(h.scan, marker)
	return found
}

// nextMarker returns where the data end that a scan begins with.
func nextMarker(scan []byte) int {
	for at := 0; ; at += 2 {
		i := bytes.IndexByte(scan[at:], 0xff)
		if i < 0 {
			return len(scan)
		}
		if at += i; at+1 >= len(scan) || scan[at+1] != 0 {
			return at
		}
	}
}

// readUnit reads the blocks of a unit: of each component those that lie side by side.
func (h *header) readUnit(bits *bitReader, column, row int, before *[3]int32) bool {
	for i := range h.components {
		c := &h.components[i]
		direct, other, steps := h.codes[0][c.direct], h.codes[1][c.other], h.steps[c.steps]
		for y := c.down * row; y < c.down*(row+1); y++ {
			for x := c.across * column; x < c.across*(column+1); x++ {
				var b block
				difference, last, ok := bits.readBlock(&b, direct, other, steps)
				if !ok {
					return false
				}
				before[i] += difference
				b[0] = before[i] * steps[0]
				to := c.pixels[8*(y*c.stride+x):]
				if last == 0 {
					b.even(to, c.stride)
				} else {
					b.paint(to, c.stride)
				}
			}
		}
	}
	return true
}
