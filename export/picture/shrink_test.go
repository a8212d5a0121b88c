package picture

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"
)

// averaged is what average does, in fractions.
func averaged(p plane, width, height int) []byte {
	overlap := func(i, from, j, to int) *big.Rat { // how much of pixel i falls into pixel j, in parts of i
		start, end := max(i*to, j*from), min((i+1)*to, (j+1)*from)
		return big.NewRat(int64(max(0, end-start)), int64(to))
	}
	area := big.NewRat(int64(p.width*p.height), int64(width*height))
	var out []byte
	for y := range height {
		for x := range width {
			for c := range p.channels {
				sum := new(big.Rat)
				for j := y * p.height / height; j < p.height && j*height < (y+1)*p.height; j++ {
					for i := x * p.width / width; i < p.width && i*width < (x+1)*p.width; i++ {
						part := new(big.Rat).Mul(overlap(i, p.width, x, width), overlap(j, p.height, y, height))
						sum.Add(sum, part.Mul(part, big.NewRat(int64(p.pixels[j*p.stride+i*p.channels+c]), 1)))
					}
				}
				sum.Quo(sum, area).Add(sum, big.NewRat(1, 2))
				out = append(out, byte(new(big.Int).Quo(sum.Num(), sum.Denom()).Int64())) //nolint:gosec // an average of bytes
			}
		}
	}
	return out
}

// TestAverage compares a shrunk plane with the same in fractions, to the bit.
func TestAverage(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 26))
	for range 100 {
		p := plane{width: 1 + r.IntN(40), height: 1 + r.IntN(40), channels: []int{1, 4}[r.IntN(2)]}
		p.stride = p.width*p.channels + r.IntN(3)
		p.pixels = make([]byte, p.stride*p.height)
		bright := r.IntN(4) == 0
		for i := range p.pixels {
			if p.pixels[i] = byte(r.UintN(256)); bright { //nolint:gosec // below 256
				p.pixels[i] = 255
			}
		}
		to := plane{width: 1 + r.IntN(p.width), height: 1 + r.IntN(p.height), channels: p.channels}
		to.stride = to.width * to.channels
		to.pixels = make([]byte, to.stride*to.height)
		p.average(to)
		if want := averaged(p, to.width, to.height); !bytes.Equal(to.pixels, want) {
			t.Fatalf("%d × %d, %d channels, to %d × %d: got %v, want %v", p.width, p.height, p.channels, to.width, to.height, to.pixels, want)
		}
	}
}
