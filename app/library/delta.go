package library

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
)

// An older text is kept as what differs from a newer one: how many bytes they
// share at the beginning and at the end, and what stands between, deflated
// with the newer text's own middle as the dictionary. A typed sentence costs
// its letters, however long the release is.

var errDelta = errors.New("a version's difference does not fit the text it was made from")

// longestText bounds what a damaged difference can make the program build.
const longestText = 64 << 20

// difference returns what turns base into text.
func difference(text, base []byte) []byte {
	head := sharedPrefix(text, base)
	tail := sharedSuffix(text[head:], base[head:])
	out := binary.AppendVarint(nil, int64(head))
	out = binary.AppendVarint(out, int64(tail))
	var packed bytes.Buffer
	w, err := flate.NewWriterDict(&packed, flate.BestCompression, base[head:len(base)-tail])
	if err == nil {
		_, err = w.Write(text[head : len(text)-tail])
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes everything, and the level is a constant
	}
	return append(out, packed.Bytes()...)
}

// apply is difference's inverse.
func apply(delta, base []byte) ([]byte, error) {
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
	r := flate.NewReaderDict(bytes.NewReader(delta[n:]), base[head:size-tail])
	middle, err := io.ReadAll(io.LimitReader(r, longestText))
	if err != nil {
		return nil, errors.Join(errDelta, err)
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
