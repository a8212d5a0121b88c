package sqlite

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
)

// An older text is kept as what differs from a newer one: how many bytes they
// share at the beginning and at the end, and what stands between, deflated
// with the newer text's own middle as the dictionary where that is shorter. A
// typed sentence costs its letters, however long the release is.

var errDelta = errors.New("a version's difference does not fit the text it was made from")

// longestText bounds what a damaged difference can make the program build.
const longestText = 64 << 20

// How the middle is kept.
const (
	asItIs byte = iota
	deflated
)

// fewestDeflated is how long a middle is that deflating may make shorter by more than a
// few bytes. A compressor takes most of a megabyte to begin, and a save while somebody
// types changes a few letters.
const fewestDeflated = 32

// difference returns what turns base into text.
func difference(text, base []byte) []byte {
	head := sharedPrefix(text, base)
	tail := sharedSuffix(text[head:], base[head:])
	middle, dictionary := text[head:len(text)-tail], base[head:len(base)-tail]
	form, packed := asItIs, middle
	if len(middle) >= fewestDeflated {
		// The standard library's compressor puts the dictionary itself into what it
		// decides to store uncompressed, so what it wrote is read back before it is
		// trusted.
		short := deflate(middle, dictionary)
		if again, err := inflate(short, dictionary); err == nil && bytes.Equal(again, middle) && len(short) < len(middle) {
			form, packed = deflated, short
		}
	}
	out := binary.AppendVarint([]byte{form}, int64(head))
	out = binary.AppendVarint(out, int64(tail))
	return append(out, packed...)
}

func deflate(middle, dictionary []byte) []byte {
	var packed bytes.Buffer
	w, err := flate.NewWriterDict(&packed, flate.BestCompression, dictionary)
	if err == nil {
		_, err = w.Write(middle)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything, and the level is a constant
	}
	return packed.Bytes()
}

func inflate(packed, dictionary []byte) ([]byte, error) {
	return io.ReadAll(io.LimitReader(flate.NewReaderDict(bytes.NewReader(packed), dictionary), longestText))
}

// apply is difference's inverse.
func apply(delta, base []byte) ([]byte, error) {
	if len(delta) == 0 || delta[0] > deflated {
		return nil, errDelta
	}
	form, delta := delta[0], delta[1:]
	head, n := binary.Varint(delta)
	if n <= 0 {
		return nil, errDelta
	}
	delta = delta[n:]
	tail, n := binary.Varint(delta)
	size := int64(len(base))
	if n <= 0 || head < 0 || head > size || tail < 0 || tail > size-head {
		return nil, errDelta
	}
	middle := delta[n:]
	if form == deflated {
		var err error
		if middle, err = inflate(middle, base[head:size-tail]); err != nil {
			return nil, errors.Join(errDelta, err)
		}
	}
	text := append(bytes.Clone(base[:head]), middle...)
	return append(text, base[size-tail:]...), nil
}

func sharedPrefix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func sharedSuffix(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
