package baseline

import (
	"bytes"
	"encoding/binary"
)

// codeLength is a code table as files have it: how many codes there are of each length
// from 1, and what the codes stand for, the shortest first.
type codeLength struct {
	counts [16]byte
	values []byte
}

// atOnce is how many bits are looked up at once: with most codes the number behind
// them is seen, too.
const atOnce = 11

// codes finds what the next bits stand for. What a code stands for is how many
// coefficients are zero before the next one, in its upper half, and how many bits of it
// follow, in its lower one.
type codes struct {
	// seen is, by the next bits, the number they hold, how many zeros are before it
	// (4 bits), whether it is whole (1 bit), and how many bits it takes (5 bits), or
	// only its code does, with the code's value where the number would be. 0 is a
	// longer code.
	seen   [1 << atOnce]int32
	limits [17]uint32 // by length: what all codes are below, in 16 bits
	first  [17]int    // by length: what is added to a code for the index of its value
	values []byte
}

const (
	seenWhole  = 1 << 5
	seenZeros  = 6
	seenNumber = 10
)

// codes makes a table to find codes by. Whole numbers are seen only of coefficients
// that have zeros before them. It returns nil of a table with more codes than there is room for.
func (l codeLength) codes(whole bool) *codes {
	c := &codes{values: l.values}
	code, index := uint32(0), 0
	for length := 1; length <= 16; length++ {
		c.first[length] = index - int(code)
		for range l.counts[length-1] {
			if code >= 1<<length {
				return nil
			}
			if length <= atOnce {
				c.see(code<<(atOnce-length), length, l.values[index], whole)
			}
			code, index = code+1, index+1
		}
		c.limits[length] = code << (16 - length)
		code <<= 1
	}
	return c
}

// see notes what all bits mean that begin with a code.
func (c *codes) see(from uint32, length int, value byte, whole bool) {
	zeros, more := int32(value>>4), int(value&15)
	for rest := range uint32(1) << (atOnce - length) {
		entry := int32(value)<<seenNumber | int32(length) //nolint:gosec // at most 16
		if left := atOnce - length; whole && more > 0 && more <= left {
			number := extended(rest>>(left-more), more)
			entry = number<<seenNumber | zeros<<seenZeros | seenWhole | int32(length+more) //nolint:gosec // at most 11
		}
		c.seen[from|rest] = entry
	}
}

// extended is the number that some bits hold (F.2.2.1): those that begin with 0 are
// below zero.
func extended(bits uint32, length int) int32 {
	if bits < 1<<length>>1 {
		return int32(bits) - 1<<length + 1 //nolint:gosec // at most 16 bits
	}
	return int32(bits) //nolint:gosec // at most 16 bits
}

// bitReader reads the bits between two restarts.
type bitReader struct {
	data   []byte // with blockEnd bytes of zeros after them
	at     int    // the next byte
	next   uint64 // the next bits, from the highest
	loaded int    // how many there are
}

// blockEnd is more than the longest block takes, in bytes: 64 codes of 16 bits with
// numbers of 15, and what is loaded at once.
const blockEnd = 64*4 + 32

// newBitReader reads from data, where 0xff is followed by 0.
func newBitReader(data []byte) bitReader {
	plain := make([]byte, 0, len(data)+blockEnd)
	for {
		i := bytes.IndexByte(data, 0xff)
		if i < 0 || i+1 >= len(data) {
			plain = append(plain, data...)
			return bitReader{data: append(plain, make([]byte, blockEnd)...)}
		}
		plain, data = append(plain, data[:i+1]...), data[i+2:]
	}
}

// left is how many bits are left; below zero, if too many were read.
func (r *bitReader) left() int { return 8*(len(r.data)-blockEnd-r.at) + r.loaded }

// readBlock reads the coefficients of a block, which is all zeros, and makes them as
// large as they were. It returns the first coefficient as it stands in the file, a
// difference, and the place of the last that is not zero, or false for what only
// damaged files have.
func (r *bitReader) readBlock(b *block, direct, other *codes, steps *[64]int32) (difference int32, last int, ok bool) {
	data, at, next, loaded := r.data, r.at, r.next, r.loaded
	if r.left() < 0 {
		return 0, 0, false
	}
	if loaded < 32 {
		next |= binary.BigEndian.Uint64(data[at:]) >> loaded
		at += (63 - loaded) >> 3
		loaded |= 56
	}
	value, length := direct.code(next)
	if length == 0 || value > 15 {
		return 0, 0, false
	}
	difference = extended(uint32(next<<length>>32)>>(32-value), int(value))
	next, loaded = next<<length<<value, loaded-length-int(value)
	for place := 1; place < 64; place++ {
		if loaded < 32 {
			next |= binary.BigEndian.Uint64(data[at:]) >> loaded
			at += (63 - loaded) >> 3
			loaded |= 56
		}
		entry := other.seen[next>>(64-atOnce)]
		if entry&seenWhole != 0 {
			length := entry & 31
			place += int(entry >> seenZeros & 15)
			if place > 63 {
				return 0, 0, false
			}
			next, loaded, last = next<<length, loaded-int(length), place
			b[natural[place]&63] = entry >> seenNumber * steps[place]
			continue
		}
		value, length := other.code(next)
		if length == 0 {
			return 0, 0, false
		}
		more := value & 15
		next, loaded = next<<length, loaded-length
		if value == 0 {
			break
		}
		if place += int(value >> 4); place > 63 || more == 0 && value != 0xf0 {
			return 0, 0, false
		}
		if more > 0 {
			number := extended(uint32(next>>32)>>(32-more), int(more))
			next, loaded, last = next<<more, loaded-int(more), place
			b[natural[place]&63] = number * steps[place]
		}
	}
	r.at, r.next, r.loaded = at, next, loaded
	return difference, last, true
}

// code returns what the next code stands for, and its length, 0 where there is none. It
// is asked when no whole number is seen.
func (c *codes) code(next uint64) (value byte, length int) {
	if entry := c.seen[next>>(64-atOnce)]; entry != 0 {
		return byte(entry >> seenNumber), int(entry & 31) //nolint:gosec // a byte
	}
	bits := uint32(next >> 48)
	for length = atOnce + 1; length <= 16; length++ {
		if bits < c.limits[length] {
			return c.values[int(bits>>(16-length))+c.first[length]], length
		}
	}
	return 0, 0
}
