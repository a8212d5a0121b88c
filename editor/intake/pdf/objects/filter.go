package objects

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// Unpacked is how many bytes of streams were unpacked.
func (f *File) Unpacked() int { return f.unpacked }

// Data unpacks a stream. What cannot be unpacked to its end is there as far as it goes; of a picture's
// own forms, which say no words, nothing is.
func (f *File) Data(s *Stream) ([]byte, error) {
	data := s.raw
	filters, params := f.listed(s.Dict["Filter"]), f.listed(s.Dict["DecodeParms"])
	for i, filter := range filters {
		var param Dict
		if i < len(params) {
			param = f.Dict(params[i])
		}
		var err error
		if data, err = f.unpack(f.Name(filter), param, data); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// JPEG is the file of a picture that is one, and covers all of its place; nil for any other.
func (f *File) JPEG(s *Stream) []byte {
	filters := f.listed(s.Dict["Filter"])
	if len(filters) != 1 || f.Name(filters[0]) != "DCTDecode" || s.Dict["SMask"] != nil || s.Dict["Mask"] != nil {
		return nil
	}
	return s.raw
}

// listed is an array, or one object as an array.
func (f *File) listed(object any) Array {
	switch object := f.Resolve(object).(type) {
	case nil:
		return nil
	case Array:
		return object
	default:
		return Array{object}
	}
}

// unpack undoes one filter (7.4).
func (f *File) unpack(filter Name, param Dict, data []byte) ([]byte, error) {
	switch filter {
	case "FlateDecode", "Fl":
		r, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, nil //nolint:nilerr // a stream that is none has no words
		}
		return f.predicted(r, param)
	case "LZWDecode", "LZW":
		return f.predicted(lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8), param)
	case "ASCIIHexDecode", "AHx":
		l := &Lexer{data: append([]byte("<"), data...)}
		return []byte(l.hex()), nil
	case "ASCII85Decode", "A85":
		if end := bytes.IndexByte(data, '~'); end >= 0 {
			data = data[:end]
		}
		return f.all(ascii85.NewDecoder(bytes.NewReader(data)))
	case "RunLengthDecode", "RL":
		return f.runs(data)
	case "Crypt":
		return data, nil
	}
	return nil, nil
}

// all reads what was packed, as far as it goes.
func (f *File) all(from io.Reader) ([]byte, error) {
	var b bytes.Buffer
	_, err := io.Copy(&b, io.LimitReader(from, int64(maxUnpacked-f.unpacked)+1))
	if f.unpacked += b.Len(); f.unpacked > maxUnpacked {
		return nil, ErrTooLarge
	}
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && b.Len() == 0 {
		return nil, nil
	}
	return b.Bytes(), nil
}

// runs undoes the packing of equal bytes (7.4.5).
func (f *File) runs(data []byte) ([]byte, error) {
	var b []byte
	for at := 0; at < len(data) && data[at] != 128; {
		n := int(data[at])
		at++
		switch {
		case n < 128:
			end := min(at+n+1, len(data))
			b, at = append(b, data[at:end]...), end
		case at < len(data):
			b = append(b, bytes.Repeat(data[at:at+1], 257-n)...)
			at++
		}
		if f.unpacked+len(b) > maxUnpacked {
			return nil, ErrTooLarge
		}
	}
	f.unpacked += len(b)
	return b, nil
}

// predicted reads what was packed as differences to what stands before it or above (7.4.4.4).
func (f *File) predicted(from io.Reader, param Dict) ([]byte, error) {
	data, err := f.all(from)
	predictor, _ := f.Number(param["Predictor"])
	if err != nil || predictor < 2 {
		return data, err
	}
	of := func(name Name, otherwise int) int {
		if n, is := f.Number(param[name]); is && n >= 1 && n < 1<<16 {
			return int(n)
		}
		return otherwise
	}
	bits := of("Colors", 1) * of("BitsPerComponent", 8)
	pixel, row := (bits+7)/8, (bits*of("Columns", 1)+7)/8
	if predictor == 2 {
		for at := 0; at < len(data); at++ {
			if at%row >= pixel {
				data[at] += data[at-pixel]
			}
		}
		return data, nil
	}
	return differences(data, row, pixel), nil
}

// differences undoes those of PNG: each row begins with how it was made.
func differences(data []byte, row, pixel int) []byte {
	rows := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		how, line := data[0], data[1:min(row+1, len(data))]
		for i := range line {
			var left, up, corner int
			if up = int(above[i]); i >= pixel {
				left, corner = int(line[i-pixel]), int(above[i-pixel])
			}
			line[i] += byte(guess(how, left, up, corner)) //nolint:gosec // each is a byte
		}
		rows, data = append(rows, line...), data[1+len(line):]
		copy(above, line)
	}
	return rows
}

// guess is what PNG takes a byte for by its neighbours (PNG, 9.2).
func guess(how byte, left, up, corner int) int {
	switch how {
	case 1:
		return left
	case 2:
		return up
	case 3:
		return (left + up) / 2
	case 4:
		distance := func(v int) int { return max(left+up-corner-v, v-left-up+corner) }
		switch {
		case distance(left) <= distance(up) && distance(left) <= distance(corner):
			return left
		case distance(up) <= distance(corner):
			return up
		}
		return corner
	}
	return 0
}
