package baseline

import (
	"bytes"
	"image"
	"image/jpeg"
	"math/bits"
)

// encode writes a picture whose colours are half as fine both ways, or a gray one, whose
// first pixel is at 0, 0; it returns nil for every other.
func encode(img image.Image, quality int) []byte {
	size := img.Bounds().Size()
	if img.Bounds().Min != (image.Point{}) || min(size.X, size.Y) < 1 || max(size.X, size.Y) >= 1<<16 {
		return nil
	}
	switch img := img.(type) {
	case *image.Gray:
		w := newWriter(image.NewGray(image.Rect(0, 0, 1, 1)), size, quality)
		gray := plane{img.Pix, img.Stride, size.X, size.Y}
		for y := 0; y < size.Y; y += 8 {
			for x := 0; x < size.X; x += 8 {
				w.write(&w.components[0], gray, x, y)
			}
		}
		return w.end()
	case *image.YCbCr:
		if img.SubsampleRatio != image.YCbCrSubsampleRatio420 {
			return nil
		}
		w := newWriter(image.NewYCbCr(image.Rect(0, 0, 1, 1), image.YCbCrSubsampleRatio420), size, quality)
		y, half := plane{img.Y, img.YStride, size.X, size.Y}, size.Add(image.Pt(1, 1)).Div(2)
		cb, cr := plane{img.Cb, img.CStride, half.X, half.Y}, plane{img.Cr, img.CStride, half.X, half.Y}
		for down := 0; down < half.Y; down += 8 {
			for across := 0; across < half.X; across += 8 {
				for i := range 4 {
					w.write(&w.components[0], y, 2*across+i%2*8, 2*down+i/2*8)
				}
				w.write(&w.components[1], cb, across, down)
				w.write(&w.components[2], cr, across, down)
			}
		}
		return w.end()
	}
	return nil
}

// plane is rows of pixels.
type plane struct {
	pixels                []byte
	stride, width, height int
}

// block fills a block with eight by eight pixels. What lies beyond the edge is as the edge
// is.
func (p plane) block(b *block, x, y int) {
	if x+8 <= p.width && y+8 <= p.height {
		for j := range 8 {
			from, to := p.pixels[(y+j)*p.stride+x:][:8:8], b[8*j:8*j+8:8*j+8]
			for i, value := range from {
				to[i] = int32(value)
			}
		}
		return
	}
	for j := range 8 {
		row := p.pixels[min(y+j, p.height-1)*p.stride:]
		for i := range 8 {
			b[8*j+i] = int32(row[min(x+i, p.width-1)])
		}
	}
}

// writer writes a file.
type writer struct {
	file       []byte
	next       uint64 // bits that are not written yet, from the highest
	waiting    int    // how many there are
	components []written
	block      block // the one that is being written
}

// written is a component of a picture that is written.
type written struct {
	steps         [64]divisor
	direct, other [256]code
	before        int32 // the first coefficient of the block before
}

// code is a code's bits and their number.
type code struct{ bits, length uint32 }

// divisor divides by a step of the quantization: half of it, and what to multiply with.
type divisor struct{ half, inverse uint32 }

// by rounds to the nearest whole number, and of two to the one farther from zero. It is
// exact below 2^16.
func (d divisor) by(value int32) int32 {
	sign := value >> 31
	whole := uint64(uint32(value^sign-sign)+d.half) * uint64(d.inverse) >> 32 //nolint:gosec // it has no sign any more
	return (int32(whole) ^ sign) - sign                                       //nolint:gosec // below 2^16
}

// newWriter begins a file with the head, and the tables in it, that image/jpeg writes of
// a picture of one pixel.
func newWriter(one image.Image, size image.Point, quality int) *writer {
	var file bytes.Buffer
	_ = jpeg.Encode(&file, one, &jpeg.Options{Quality: quality}) // into memory
	head := file.Bytes()
	frame := 4 + int(head[4])<<8 + int(head[5])                  // behind the quantization tables
	head[frame+5], head[frame+6] = byte(size.Y>>8), byte(size.Y) //nolint:gosec // below 2^16
	head[frame+7], head[frame+8] = byte(size.X>>8), byte(size.X) //nolint:gosec // below 2^16
	h := readHeader(head)
	w := &writer{file: append(make([]byte, 0, size.X*size.Y/3), head[:len(head)-len(h.scan)]...), components: make([]written, len(h.components))}
	for i, c := range h.components {
		to := &w.components[i]
		for place, step := range h.steps[c.steps] {
			step := uint32(8 * step) //nolint:gosec // a byte
			to.steps[place] = divisor{step / 2, (1<<32-1)/step + 1}
		}
		h.lengths[0][c.direct].list(&to.direct)
		h.lengths[1][c.other].list(&to.other)
	}
	return w
}

// list lists codes by what they stand for.
func (l codeLength) list(to *[256]code) {
	next, index := uint32(0), 0
	for i, count := range l.counts {
		for range count {
			to[l.values[index]] = code{next, uint32(i + 1)}
			next, index = next+1, index+1
		}
		next <<= 1
	}
}

// write writes the next block of a component, which begins at a pixel of a plane.
func (w *writer) write(c *written, p plane, x, y int) {
	b := &w.block
	p.block(b, x, y)
	b.transform()
	direct := c.steps[0].by(b[0])
	w.number(&c.direct, 0, direct-c.before)
	c.before = direct
	zeros := uint32(0)
	for place := 1; place < 64; place++ {
		value := c.steps[place].by(b[natural[place]&63])
		if value == 0 {
			zeros++
			continue
		}
		for ; zeros > 15; zeros -= 16 {
			w.bits(c.other[0xf0])
		}
		w.number(&c.other, zeros, value)
		zeros = 0
	}
	if zeros > 0 {
		w.bits(c.other[0])
	}
}

// number writes a number with zeros before it.
func (w *writer) number(codes *[256]code, zeros uint32, value int32) {
	sign := value >> 31
	length := uint32(bits.Len32(uint32(value ^ sign - sign))) //nolint:gosec // without its sign; at most 32
	c := codes[(zeros<<4|length)&255]
	low := uint32(value+sign) & (1<<length - 1) //nolint:gosec // its lowest bits
	w.bits(code{c.bits<<length | low, c.length + length})
}

// bits writes at most 32 bits.
func (w *writer) bits(c code) {
	w.waiting += int(c.length)
	w.next |= uint64(c.bits) << (64 - w.waiting)
	for w.waiting >= 32 {
		w.bytes(4)
	}
}

// bytes writes bits that wait, and a zero behind each byte that would be a marker's.
func (w *writer) bytes(n int) {
	for range n {
		b := byte(w.next >> 56)
		if w.file = append(w.file, b); b == 0xff {
			w.file = append(w.file, 0)
		}
		w.next <<= 8
	}
	w.waiting -= 8 * n
}

// end fills the last byte with ones, and ends the file.
func (w *writer) end() []byte {
	w.bits(code{0x7f, 7})
	w.bytes(w.waiting / 8)
	return append(w.file, 0xff, markEOI)
}
