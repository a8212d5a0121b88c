package picture

import (
	"encoding/binary"
	"image"
	"math"
)

// colours are those of an RGB profile made of three primaries and their curves (ICC.1,
// 8.4.3), such as cameras and telephones have. Tables of colours are printers'.
type colours struct {
	linear [3][256]float64
	matrix [3][3]float64 // to the primaries of a screen
}

// fromD50 leads from the colours that profiles connect to the primaries of sRGB (IEC
// 61966-2-1, adapted to D50 by Bradford's way).
var fromD50 = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// readColours reads a profile; nil is one of a screen's own colours, or one that cannot
// be read.
func readColours(profile []byte) *colours {
	if len(profile) < 132 || string(profile[16:24]) != "RGB XYZ " {
		return nil
	}
	var c colours
	for i, name := range []string{"r", "g", "b"} {
		xyz, curve := tagData(profile, name+"XYZ"), tagData(profile, name+"TRC")
		if len(xyz) < 20 || string(xyz[:4]) != "XYZ " || !c.readCurve(i, curve) {
			return nil
		}
		for row := range 3 {
			for k := range 3 {
				c.matrix[row][i] += fromD50[row][k] * fixed(xyz[8+4*k:])
			}
		}
	}
	if c.screens() {
		return nil
	}
	return &c
}

// tagData returns what a profile holds by a name of four letters.
func tagData(profile []byte, name string) []byte {
	entries := profile[132:]
	for range min(binary.BigEndian.Uint32(profile[128:]), 200) {
		if len(entries) < 12 {
			return nil
		}
		if string(entries[:4]) == name {
			start, length := uint64(binary.BigEndian.Uint32(entries[4:])), uint64(binary.BigEndian.Uint32(entries[8:]))
			if start+length > uint64(len(profile)) {
				return nil
			}
			return profile[start : start+length]
		}
		entries = entries[12:]
	}
	return nil
}

// fixed is a number with 16 bits behind its point.
func fixed(data []byte) float64 {
	return float64(int32(binary.BigEndian.Uint32(data))) / 65536 //nolint:gosec // it has a sign
}

// readCurve reads how much light each value of a channel is, and reports whether it
// could.
func (c *colours) readCurve(channel int, data []byte) bool {
	if len(data) < 12 {
		return false
	}
	var light func(float64) float64
	switch string(data[:4]) {
	case "curv":
		light = tableCurve(data)
	case "para":
		light = formulaCurve(data)
	}
	if light == nil {
		return false
	}
	for value := range 256 {
		c.linear[channel][value] = light(float64(value) / 255)
	}
	return true
}

// tableCurve reads a curve given by points (ICC.1, 10.6): none is a straight line, one
// an exponent.
func tableCurve(data []byte) func(float64) float64 {
	points := data[12:]
	count := int(binary.BigEndian.Uint32(data[8:]))
	if count > len(points)/2 {
		return nil
	}
	switch count {
	case 0:
		return func(x float64) float64 { return x }
	case 1:
		gamma := float64(binary.BigEndian.Uint16(points)) / 256
		return func(x float64) float64 { return math.Pow(x, gamma) }
	}
	return func(x float64) float64 {
		at := x * float64(count-1)
		i := min(int(at), count-2)
		low, high := float64(binary.BigEndian.Uint16(points[2*i:])), float64(binary.BigEndian.Uint16(points[2*i+2:]))
		return (low + (high-low)*(at-float64(i))) / 65535
	}
}

// formulaCurve reads a curve given by a formula (ICC.1, 10.18).
func formulaCurve(data []byte) func(float64) float64 {
	kind := int(binary.BigEndian.Uint16(data[8:]))
	counts := []int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(data) < 12+4*counts[kind] {
		return nil
	}
	n := make([]float64, 7) // g, a, b, c, d, e, f
	for i := range counts[kind] {
		n[i] = fixed(data[12+4*i:])
	}
	g, a, b, c, d, e, f := n[0], n[1], n[2], n[3], n[4], n[5], n[6]
	switch kind {
	case 0:
		a = 1
	case 1, 2:
		if a == 0 {
			return nil
		}
		d, e, f, c = -b/a, c, c, 0
	}
	return func(x float64) float64 {
		if x < d {
			return c*x + f
		}
		return math.Pow(max(a*x+b, 0), g) + e
	}
}

// screenLight is how much light a value of sRGB is.
func screenLight(x float64) float64 {
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// screens reports whether the colours are a screen's: whether no eye sees a difference.
func (c *colours) screens() bool {
	for row := range 3 {
		for i := range 3 {
			same := 0.0
			if row == i {
				same = 1
			}
			if math.Abs(c.matrix[row][i]-same) > 0.01 {
				return false
			}
		}
	}
	for channel := range 3 {
		for value, light := range c.linear[channel] {
			if math.Abs(light-screenLight(float64(value)/255)) > 0.01 {
				return false
			}
		}
	}
	return true
}

// convert makes the colours of a picture a screen's.
func (c *colours) convert(img *image.RGBA) {
	const steps = 4096
	var values [steps + 1]byte
	for i := range values {
		light := float64(i) / steps
		value := 12.92 * light
		if light > 0.0031308 {
			value = 1.055*math.Pow(light, 1/2.4) - 0.055
		}
		values[i] = byte(math.Round(255 * value))
	}
	for i := 0; i+3 < len(img.Pix); i += 4 {
		pixel := img.Pix[i : i+4 : i+4]
		if pixel[3] == 0 {
			continue
		}
		r, g, b := c.linear[0][pixel[0]], c.linear[1][pixel[1]], c.linear[2][pixel[2]]
		for row := range 3 {
			light := c.matrix[row][0]*r + c.matrix[row][1]*g + c.matrix[row][2]*b
			value := values[int(max(0, min(light, 1))*steps)]
			pixel[row] = min(value, pixel[3]) // no colour is stronger than its cover
		}
	}
}
