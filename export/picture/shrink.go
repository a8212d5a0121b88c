package picture

import (
	"image"
	"math"
	"math/bits"
)

// shrunk returns a picture whose longest side has at most longest pixels.
func shrunk(from image.Image, longest int) image.Image {
	size := from.Bounds().Size()
	if max(size.X, size.Y) <= longest {
		return from
	}
	width := max(1, size.X*longest/max(size.X, size.Y))
	height := max(1, size.Y*longest/max(size.X, size.Y))
	return Averaged(from, image.Pt(width, height))
}

// Averaged returns a picture with so many pixels across and down, which are no more than it has.
// Each is the average of all that it stands for.
func Averaged(from image.Image, pixels image.Point) image.Image {
	size, width, height := from.Bounds().Size(), pixels.X, pixels.Y
	bounds := image.Rectangle{Max: pixels}
	switch from := from.(type) {
	case *image.YCbCr:
		to := image.NewYCbCr(bounds, image.YCbCrSubsampleRatio420)
		chroma := plane{from.Cb, from.CStride, (size.X + 1) / 2, (size.Y + 1) / 2, 1}
		switch from.SubsampleRatio {
		case image.YCbCrSubsampleRatio420:
		case image.YCbCrSubsampleRatio422:
			chroma.height = size.Y
		case image.YCbCrSubsampleRatio440:
			chroma.width = size.X
		case image.YCbCrSubsampleRatio444:
			chroma.width, chroma.height = size.X, size.Y
		default: // a quarter across
			return Averaged(rgba(from), pixels)
		}
		plane{from.Y, from.YStride, size.X, size.Y, 1}.average(plane{to.Y, to.YStride, width, height, 1})
		small := plane{to.Cb, to.CStride, (width + 1) / 2, (height + 1) / 2, 1}
		chroma.average(small)
		chroma.pixels, small.pixels = from.Cr, to.Cr
		chroma.average(small)
		return to
	case *image.Gray:
		to := image.NewGray(bounds)
		plane{from.Pix, from.Stride, size.X, size.Y, 1}.average(plane{to.Pix, to.Stride, width, height, 1})
		return to
	}
	packed, to := rgba(from), image.NewRGBA(bounds)
	plane{packed.Pix, packed.Stride, size.X, size.Y, 4}.average(plane{to.Pix, to.Stride, width, height, 4})
	return to
}

// plane is rows of pixels of so many channels, a byte each.
type plane struct {
	pixels                []byte
	stride, width, height int
	channels              int
}

// average fills a plane no larger than p. A pixel of p counts in the pixels that it
// falls into by how much of it does: in the units of the sum, p's are as wide as
// to has pixels, and to's as p has. What a pixel of to is made of counts as many units
// as p has pixels.
func (p plane) average(to plane) {
	row, sum := make([]uint64, to.width*p.channels), make([]uint64, to.width*p.channels)
	spans := split(p.width, to.width)
	units := uint64(p.width) * uint64(p.height) //nolint:gosec // sides are above 0
	inverse := math.MaxUint64/(2*units) + 1     // to multiply by, which is quicker than to divide
	y, left := 0, p.height                      // the row of to, and what it lacks
	for j := range p.height {
		p.across(p.pixels[j*p.stride:], row, spans)
		for part := to.height; part > 0; {
			share := min(part, left)
			for i, value := range row {
				sum[i] += value * uint64(share)
			}
			part, left = part-share, left-share
			if left > 0 {
				continue
			}
			out := to.pixels[y*to.stride:][:len(sum)]
			for i, value := range sum {
				rounded, _ := bits.Mul64(2*value+units, inverse) // value/units, rounded
				out[i] = byte(rounded)                           //nolint:gosec // an average of bytes
			}
			clear(sum)
			y, left = y+1, p.height
		}
	}
}

// span is the pixels of a row that one of a shorter row is made of, and how much the
// first and the last of them count; those between count whole. Where there is but one,
// the last counts nothing.
type span struct {
	first, last         int
	firstPart, lastPart uint64
}

// split parts a row of from pixels into to spans.
func split(from, to int) []span {
	spans := make([]span, to)
	for x := range spans {
		start, end := x*from, (x+1)*from // in parts of a pixel, to of which make one
		s := span{first: start / to, last: (end - 1) / to}
		if s.first == s.last {
			s.firstPart = uint64(end - start) //nolint:gosec // above 0
		} else {
			s.firstPart, s.lastPart = uint64(to-start%to), uint64(end-s.last*to) //nolint:gosec // above 0
		}
		spans[x] = s
	}
	return spans
}

// across sums a row up into one of as many pixels as there are spans.
func (p plane) across(from []byte, to []uint64, spans []span) {
	whole := uint64(len(spans))
	if p.channels == 1 { // of photographs, and worth a loop of its own
		for x, s := range spans {
			sum := uint64(from[s.first])*s.firstPart + uint64(from[s.last])*s.lastPart
			for i := s.first + 1; i < s.last; i++ {
				sum += uint64(from[i]) * whole
			}
			to[x] = sum
		}
		return
	}
	for x, s := range spans {
		for c := range p.channels {
			sum := uint64(from[s.first*p.channels+c])*s.firstPart + uint64(from[s.last*p.channels+c])*s.lastPart
			for i := (s.first+1)*p.channels + c; i < s.last*p.channels; i += p.channels {
				sum += uint64(from[i]) * whole
			}
			to[x*p.channels+c] = sum
		}
	}
}
