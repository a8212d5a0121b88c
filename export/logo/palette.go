package logo

import (
	"image"
	"image/color"
)

// mostColours is how many a palette holds.
const mostColours = 256

// packed returns a picture with a palette, which takes a tenth of the room, where its
// colours are few enough once its edges have no more than an eye sees.
func packed(plain *image.NRGBA) image.Image {
	smooth(plain)
	seen := map[color.NRGBA]uint8{}
	small := image.NewPaletted(plain.Rect, nil)
	last, index := color.NRGBA{}, uint8(0)
	for at := range small.Pix {
		c := dot(plain, at)
		if c != last || at == 0 {
			known := false
			if index, known = seen[c]; !known {
				if len(seen) == mostColours {
					return plain
				}
				index = uint8(len(seen)) //nolint:gosec // under mostColours
				seen[c] = index
				small.Palette = append(small.Palette, c)
			}
			last = c
		}
		small.Pix[at] = index
	}
	return small
}

// dot is the colour of a picture's dot, by its place in the rows one after another.
func dot(plain *image.NRGBA, at int) color.NRGBA {
	p := plain.Pix[4*at : 4*at+4 : 4*at+4]
	return color.NRGBA{p[0], p[1], p[2], p[3]}
}

// smooth takes shades away from the edges of areas of one colour. Drawing leaves hundreds of
// them there, which fill a file, and of which at 490 dots to the inch no eye sees more than
// the sixteen that are left. What is shaded itself stays as it is.
func smooth(plain *image.NRGBA) {
	inks := flat(plain)
	if len(inks) == 0 {
		return
	}
	isFlat := map[color.NRGBA]bool{}
	for _, ink := range inks {
		isFlat[ink] = true
	}
	width := plain.Rect.Dx()
	area := make([]bool, len(plain.Pix)/4) // where dots have the colour of an area
	for at := range area {
		if c := dot(plain, at); at > 0 && c == dot(plain, at-1) {
			area[at] = area[at-1]
		} else {
			area[at] = isFlat[c]
		}
	}
	for at := range area {
		if !area[at] && isBeside(area, width, at) {
			copy(plain.Pix[4*at:], stepped(dot(plain, at), inks))
		}
	}
}

// isBeside reports whether a dot stands beside an area, or above or below one.
func isBeside(area []bool, width, at int) bool {
	x := at % width
	return x > 0 && area[at-1] || x < width-1 && area[at+1] || at >= width && area[at-width] || at+width < len(area) && area[at+width]
}

// flat returns the colours of a picture's areas: each is a thousandth of it at least, and
// nothing at all is one of them. The same picture gives them in the same order.
func flat(plain *image.NRGBA) []color.NRGBA {
	counts := map[color.NRGBA]int{}
	var inks []color.NRGBA
	least := len(plain.Pix)/4/1000 + 1
	for at, run := 0, 0; at < len(plain.Pix)/4; at += run {
		c := dot(plain, at)
		for run = 1; at+run < len(plain.Pix)/4 && dot(plain, at+run) == c; run++ {
		}
		before := counts[c]
		counts[c] = before + run
		if before < least && before+run >= least {
			inks = append(inks, c)
		}
	}
	return inks
}

// stepped is the colour of a dot at an edge: that of an area as far as a byte can tell, seen
// through by a step of sixteen, or else one of sixteen shades of each colour.
func stepped(c color.NRGBA, inks []color.NRGBA) []byte {
	const step = 255 / 15
	round := func(v uint8) uint8 { return uint8((int(v) + step/2) / step * step) } //nolint:gosec // at most 255
	for _, ink := range inks {
		if ink.A == 255 && c.A < 255 && near(c.R, ink.R, c.A) && near(c.G, ink.G, c.A) && near(c.B, ink.B, c.A) {
			return []byte{ink.R, ink.G, ink.B, round(c.A)}
		}
	}
	return []byte{round(c.R), round(c.G), round(c.B), round(c.A)}
}

// near reports whether two shades are the same as far as can be seen through alpha of 255.
func near(a, b, alpha uint8) bool {
	apart := (int(a) - int(b)) * int(alpha)
	return apart <= 3*255 && apart >= -3*255
}
