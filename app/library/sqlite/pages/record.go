package pages

import (
	"encoding/binary"
	"errors"
	"math"
)

// Record is a row of a table, or an entry of an index or of a table without row ids.
type Record struct {
	// Row is the row's id in a table; 0 in an index.
	Row   int64
	Index bool
	// Values are nil, int64, float64, string or []byte. A string need not be UTF-8.
	Values []any
	// Loose says that what stands here may have been deleted or written over.
	Loose bool
}

var errDamaged = errors.New("no record can be read here")

// The kinds of pages.
const (
	indexInner = 2
	tableInner = 5
	indexLeaf  = 10
	tableLeaf  = 13
)

// varint reads SQLite's: the high bit of each byte says that another follows, and the ninth
// counts whole.
func varint(data []byte) (value int64, length int) {
	var v uint64
	for i, b := range data {
		if i == 8 {
			return int64(v<<8 | uint64(b)), 9 //nolint:gosec // it is a signed number, kept as its bits
		}
		if v = v<<7 | uint64(b&0x7f); b < 0x80 {
			return int64(v), i + 1 //nolint:gosec // 56 bits
		}
	}
	return 0, 0
}

// longest bounds what a damaged length can make the program read.
const longest = 64 << 20

// cell reads the record at an offset of a page of a kind.
func (f *File) cell(page []byte, kind byte, at int) (Record, error) {
	r := Record{Index: kind == indexLeaf || kind == indexInner}
	if kind == indexInner {
		at += 4 // the page below
	}
	if at >= f.usable {
		return r, errDamaged
	}
	length, n := varint(page[at:f.usable])
	if at += n; n == 0 || length < 2 || length > longest {
		return r, errDamaged
	}
	if !r.Index {
		if r.Row, n = varint(page[at:f.usable]); n == 0 {
			return r, errDamaged
		}
		at += n
	}
	payload, err := f.payload(page, at, int(length), r.Index)
	if err != nil {
		return r, err
	}
	r.Values = values(payload)
	return r, nil
}

// payload joins what of a record lies on its page and what lies on the pages that follow.
func (f *File) payload(page []byte, at, length int, index bool) ([]byte, error) {
	most, least := f.usable-35, (f.usable-12)*32/255-23
	if index {
		most = (f.usable-12)*64/255 - 23
	}
	local := length
	if length > most {
		if local = least + (length-least)%(f.usable-4); local > most {
			local = least
		}
	}
	end := at + local
	if local < length {
		end += 4
	}
	if end > f.usable {
		return nil, errDamaged
	}
	payload := page[at : at+local]
	if !fits(payload, length) {
		return nil, errDamaged
	}
	if local == length {
		return payload, nil
	}
	payload = append(make([]byte, 0, length), payload...)
	var passed []int
	next := int(binary.BigEndian.Uint32(page[at+local:]))
	for len(payload) < length {
		more, err := f.Page(next)
		if err != nil {
			return nil, err
		}
		passed = append(passed, next)
		next = int(binary.BigEndian.Uint32(more))
		payload = append(payload, more[4:4+min(f.usable-4, length-len(payload))]...)
	}
	for _, n := range passed {
		f.overflow[n] = true
	}
	return payload, nil
}

// fits reports whether the types at the beginning of a record of some length add up to it. Their
// list is short: it lies on the record's first page.
func fits(payload []byte, length int) bool {
	head, n := varint(payload)
	if n == 0 || head < int64(n) || head > int64(len(payload)) {
		return false
	}
	left := int64(length) - head
	for types := payload[n:head]; len(types) > 0; types = types[n:] {
		var kind int64
		kind, n = varint(types)
		size := sizeOf(kind)
		if n == 0 || size < 0 {
			return false
		}
		left -= int64(size)
	}
	return left == 0
}

// values parts a record that fits into its values.
func values(payload []byte) (all []any) {
	head, n := varint(payload)
	types, body := payload[n:head], payload[head:]
	for len(types) > 0 {
		kind, n := varint(types)
		size := sizeOf(kind)
		all = append(all, value(kind, body[:size]))
		types, body = types[n:], body[size:]
	}
	return all
}

// sizeOf returns how many bytes a value of a serial type takes; -1 where there is none such.
func sizeOf(kind int64) int {
	switch {
	case kind < 0 || kind == 10 || kind == 11 || kind > longest:
		return -1
	case kind >= 12:
		return int(kind-12) / 2
	default:
		return []int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind]
	}
}

func value(kind int64, data []byte) any {
	switch {
	case kind == 0:
		return nil
	case kind == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(data))
	case kind == 8:
		return int64(0)
	case kind == 9:
		return int64(1)
	case kind >= 12 && kind%2 == 0:
		return data
	case kind >= 12:
		return string(data)
	}
	v := int64(int8(data[0])) //nolint:gosec // the first byte has the sign
	for _, b := range data[1:] {
		v = v<<8 | int64(b)
	}
	return v
}
