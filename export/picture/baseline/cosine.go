package baseline

// The cosine transform and its inverse are those of Loeffler, Ligtenberg and Moschytz
// ("Practical fast 1-D DCT algorithms with 11 multiplications", 1989), with the steps
// and the roundings of image/jpeg (Go 1.26): what comes out is the same to the bit, which
// tests compare. x has the numbers of the paper's drawing.

// Cosines and sines of parts of π/16, with 60 bits behind their point.
const (
	cos1           = 1130768441178740757
	sin1           = 224923827593068887
	cos3           = 958619196450722178
	sin3           = 640528868967736374
	root2          = 1630477228166597777
	root2Cos6      = 623956622067911264
	root2Sin6      = 1506364539328854985
	half           = 815238614083298888 // of the square root of 2
	halfRoot2Cos6  = 311978311033955632
	halfRoot2Sin6  = 753182269664427492
	pointOfNumbers = 60
)

// fixed rounds a number of pointOfNumbers bits to some bits behind its point.
func fixed(number uint64, bits int) int32 {
	return int32((number + 1<<(pointOfNumbers-1-bits)) >> (pointOfNumbers - bits)) //nolint:gosec // a constant below 2
}

// turn turns a point by an angle and scales it, in three multiplications.
func turn(x, y, cos, sin int32) (int32, int32) {
	sum := cos * (x + y)
	return sum + (sin-cos)*y, sum - (cos+sin)*x
}

// light makes a byte of a value around zero.
func light(value int32) byte {
	if value += 128; uint32(value) > 255 { //nolint:gosec // below zero is above 255
		return byte(^(value >> 31)) //nolint:gosec // 0 or 255
	}
	return byte(value) //nolint:gosec // just compared
}

// even paints a block of one colour.
func (b *block) even(to []byte, stride int) {
	value := light((b[0]<<17 + 1<<19) >> 20)
	for y := range 8 {
		row := to[y*stride:][:8:8]
		for x := range row {
			row[x] = value
		}
	}
}

// paint makes pixels of coefficients.
func (b *block) paint(to []byte, stride int) {
	for i := range 8 {
		inverseRow(b[8*i : 8*i+8 : 8*i+8])
	}
	row0, row1, row2, row3 := to[:8:8], to[stride:][:8:8], to[2*stride:][:8:8], to[3*stride:][:8:8]
	row4, row5, row6, row7 := to[4*stride:][:8:8], to[5*stride:][:8:8], to[6*stride:][:8:8], to[7*stride:][:8:8]
	for i := range 8 {
		x0, x7, x2, x5, x1, x6, x3, x4 := b[i], b[8+i], b[16+i], b[24+i], b[32+i], b[40+i], b[48+i], b[56+i]
		x0 += 1 << 19 // rounds
		x0, x1 = (x0+x1)>>2, (x0-x1)>>2
		x2, x3 = turn(x2>>13, x3>>13, fixed(halfRoot2Cos6, 12), -fixed(halfRoot2Sin6, 12))
		x1, x2 = x1+x2, x1-x2
		x0, x3 = x0+x3, x0-x3
		x7, x4 = x7+x4, x7-x4
		x5, x6 = (x5>>13)*fixed(half, 14), (x6>>13)*fixed(half, 14)
		x7, x5 = x7+x5, x7-x5
		x4, x6 = x4+x6, x4-x6
		x4, x7 = turn(x4>>14, x7>>14, fixed(cos3, 12), -fixed(sin3, 12))
		x5, x6 = turn(x5>>14, x6>>14, fixed(cos1, 12), -fixed(sin1, 12))
		row0[i], row7[i] = light((x0+x7)>>18), light((x0-x7)>>18)
		row1[i], row6[i] = light((x1+x6)>>18), light((x1-x6)>>18)
		row2[i], row5[i] = light((x2+x5)>>18), light((x2-x5)>>18)
		row3[i], row4[i] = light((x3+x4)>>18), light((x3-x4)>>18)
	}
}

// inverseRow is the inverse transform of a row of coefficients, with 20 bits behind
// the point.
func inverseRow(x []int32) {
	_ = x[7]
	x0, x7, x2, x5, x1, x6, x3, x4 := x[0]<<17, x[1], x[2], x[3], x[4], x[5], x[6], x[7]
	if x7|x2|x5|x1|x6|x3|x4 == 0 {
		x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7] = x0, x0, x0, x0, x0, x0, x0, x0
		return
	}
	x1 <<= 17
	x0, x1 = x0+x1, x0-x1
	x2, x3 = turn(x2, x3, fixed(halfRoot2Cos6, 18), -fixed(halfRoot2Sin6, 18))
	x1, x2 = x1+x2, x1-x2
	x0, x3 = x0+x3, x0-x3
	x4 <<= 7
	x7 <<= 7
	x7, x4 = x7+x4, x7-x4
	x6 *= fixed(half, 8)
	x5 *= fixed(half, 8)
	x7, x5 = x7+x5, x7-x5
	x4, x6 = x4+x6, x4-x6
	x4, x7 = turn(x4>>2, x7>>2, fixed(cos3, 12), -fixed(sin3, 12))
	x5, x6 = turn(x5>>2, x6>>2, fixed(cos1, 12), -fixed(sin1, 12))
	x[0], x[7] = x0+x7, x0-x7
	x[1], x[6] = x1+x6, x1-x6
	x[2], x[5] = x2+x5, x2-x5
	x[3], x[4] = x3+x4, x3-x4
}

// transform makes coefficients of pixels, eight times as large as they are stored.
func (b *block) transform() {
	for i := range 8 {
		x0, x1, x2, x3, x4, x5, x6, x7 := b[i], b[8+i], b[16+i], b[24+i], b[32+i], b[40+i], b[48+i], b[56+i]
		x0, x7 = x0+x7, x0-x7
		x1, x6 = x1+x6, x1-x6
		x2, x5 = x2+x5, x2-x5
		x3, x4 = x3+x4, x3-x4
		x4, x7 = turn(x4, x7, fixed(cos3, 18), fixed(sin3, 18))
		x5, x6 = turn(x5, x6, fixed(cos1, 18), fixed(sin1, 18))
		x0, x3 = x0+x3, x0-x3
		x1, x2 = x1+x2, x1-x2
		x2, x3 = turn(x2, x3, fixed(root2Cos6, 18), fixed(root2Sin6, 18))
		x0, x1 = x0+x1, x0-x1
		x4, x6 = x4+x6, x4-x6
		x7, x5 = x7+x5, x7-x5
		x5, x6 = (x5>>12)*fixed(root2, 12), (x6>>12)*fixed(root2, 12)
		b[i], b[32+i], b[16+i], b[48+i] = (x0-128*8)<<18, x1<<18, x2, x3
		b[8+i], b[24+i], b[40+i], b[56+i] = x7+x4, x5, x6, x7-x4
	}
	for i := range 8 {
		transformRow(b[8*i : 8*i+8 : 8*i+8])
	}
}

func transformRow(x []int32) {
	_ = x[7]
	x0, x1, x2, x3, x4, x5, x6, x7 := x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]
	x0, x7 = x0+x7, x0-x7
	x1, x6 = x1+x6, x1-x6
	x2, x5 = x2+x5, x2-x5
	x3, x4 = x3+x4, x3-x4
	x4, x7 = turn(x4>>14, x7>>14, fixed(cos3, 14), fixed(sin3, 14))
	x5, x6 = turn(x5>>14, x6>>14, fixed(cos1, 14), fixed(sin1, 14))
	x0, x3 = x0+x3, x0-x3
	x1, x2 = x1+x2, x1-x2
	x2, x3 = turn(x2>>14, x3>>14, fixed(root2Cos6, 14), fixed(root2Sin6, 14))
	x0, x1 = x0+x1, x0-x1
	x4, x6 = x4+x6, x4-x6
	x7, x5 = x7+x5, x7-x5
	x5, x6 = (x5>>14)*fixed(root2, 14), (x6>>14)*fixed(root2, 14)
	const rounding = 1 << 17
	x[0], x[4], x[2], x[6] = (x0+rounding)>>18, (x1+rounding)>>18, (x2+rounding)>>18, (x3+rounding)>>18
	x[1], x[3], x[5], x[7] = (x7+x4+rounding)>>18, (x5+rounding)>>18, (x6+rounding)>>18, (x7-x4+rounding)>>18
}
