package objects

import (
	"bytes"
	"errors"
	"slices"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// What Open and Data tell.
var (
	ErrDamaged  = errors.New("a PDF without pages")
	ErrPassword = errors.New("the PDF is closed with a password, or locked in a way that is not known")
	ErrTooLarge = errors.New("the PDF unpacks to more than any text")
)

// The most that is read of a file.
const (
	maxObjects  = 500_000
	maxUnpacked = 64 << 20 // bytes, of all streams that are read
)

// File is a PDF file.
type File struct {
	Trailer  Dict
	objects  map[int]any
	key      *key
	unpacked int
	left     int // how many objects more are read
}

// definition is an object as it stands in the file.
type definition struct {
	ref    Ref
	object any
}

// Open finds the objects of a file.
func Open(data []byte) (*File, error) {
	f := &File{left: maxRead}
	all := f.definitions(data)
	f.objects = make(map[int]any, len(all))
	for _, d := range all {
		f.objects[d.ref.Number] = d.object
	}
	for _, trailer := range append(f.trailers(data), crossReferences(all)...) {
		if _, has := trailer["Root"].(Ref); has {
			f.Trailer = trailer
		}
	}
	if encrypt, locked := f.Resolve(f.Trailer["Encrypt"]).(Dict); locked {
		var ids [1]String
		for i, id := range f.Array(f.Trailer["ID"]) {
			if id, is := f.Resolve(id).(String); is && i == 0 {
				ids[0] = id
			}
		}
		var err error
		if f.key, err = f.unlock(encrypt, ids[0]); err != nil {
			return nil, err
		}
	}
	if err := f.unpackAll(all); err != nil {
		return nil, err
	}
	if f.left < 0 {
		return nil, ErrTooLarge
	}
	if f.Trailer == nil {
		f.Trailer = f.anyCatalog()
	}
	if f.Trailer == nil || f.Dict(f.Trailer["Root"]) == nil {
		return nil, ErrDamaged
	}
	return f, nil
}

// definitions are the objects that stand by themselves, in the order of the file.
func (f *File) definitions(data []byte) (all []definition) {
	for at := 0; len(all) < maxObjects; {
		n := bytes.Index(data[at:], []byte("obj"))
		if n < 0 {
			break
		}
		begin := at + n
		at = begin + len("obj")
		ref, is := defined(data[:begin])
		if !is {
			continue
		}
		l := &Lexer{data: data, at: at, refs: true, left: &f.left}
		object, _ := l.Next()
		at = max(l.at, at)
		if dict, is := object.(Dict); is {
			if raw, end, is := stream(data, at, dict); is {
				object, at = &Stream{dict, raw}, end
			}
		}
		all = append(all, definition{ref, object})
	}
	return all
}

// defined reads the two numbers before the word that begins an object.
func defined(before []byte) (Ref, bool) {
	numbers := [2]int{}
	for i := range numbers {
		end := len(bytes.TrimRight(before, "\x00\t\n\f\r "))
		from := end
		for from > 0 && isDigit(before[from-1]) && end-from < 10 {
			from--
		}
		if from == end || i == 1 && end == len(before) {
			return Ref{}, false
		}
		for _, c := range before[from:end] {
			numbers[i] = numbers[i]*10 + int(c-'0')
		}
		before = before[:from]
	}
	return Ref{numbers[1], numbers[0]}, true
}

// stream returns the bytes behind a dictionary that ends at a place, where a stream begins there, and
// where that ends. Its length is believed where it ends there.
func stream(data []byte, at int, dict Dict) (raw []byte, end int, is bool) {
	l := &Lexer{data: data, at: at}
	if l.space(); !bytes.HasPrefix(data[l.at:], []byte("stream")) {
		return nil, 0, false
	}
	at = l.at + len("stream")
	if at < len(data) && data[at] == '\r' {
		at++
	}
	if at < len(data) && data[at] == '\n' {
		at++
	}
	if length, is := dict["Length"].(float64); is && length >= 0 && int(length) <= len(data)-at {
		l.at = at + int(length)
		if l.space(); bytes.HasPrefix(data[l.at:], []byte("endstream")) {
			return data[at : at+int(length)], l.at, true
		}
	}
	n := bytes.Index(data[at:], []byte("endstream"))
	if n < 0 { // the file is cut off
		return data[at:], len(data), true
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(data[at:at+n], []byte("\n")), []byte("\r")), at + n, true
}

// The trailers that are read: the last ones, and so much of each.
const (
	maxTrailers = 64
	maxTrailer  = 64 << 10 // bytes
)

// trailers are those of cross-reference tables, in the order of the file.
func (f *File) trailers(data []byte) (all []Dict) {
	for rest := data; len(all) < maxTrailers; {
		at := bytes.LastIndex(rest, []byte("trailer"))
		if at < 0 {
			break
		}
		begin := at + len("trailer")
		l := &Lexer{data: data[begin:min(len(data), begin+maxTrailer)], refs: true, left: &f.left}
		if dict, is := first(l).(Dict); is {
			all = append(all, dict)
		}
		rest = rest[:at]
	}
	slices.Reverse(all)
	return all
}

func first(l *Lexer) any {
	object, _ := l.Next()
	return object
}

// crossReferences are the dictionaries of streams that stand for a table and its trailer.
func crossReferences(all []definition) (dicts []Dict) {
	for _, d := range all {
		if s, is := d.object.(*Stream); is && s.Dict["Type"] == Name("XRef") {
			dicts = append(dicts, s.Dict)
		}
	}
	return dicts
}

// unpackAll takes all objects in the order of the file, also those that are packed in streams.
func (f *File) unpackAll(all []definition) error {
	for _, d := range all {
		if f.key != nil {
			d.object = f.key.open(d.object, d.ref)
		}
		f.objects[d.ref.Number] = d.object
		s, is := d.object.(*Stream)
		if !is || s.Dict["Type"] != Name("ObjStm") {
			continue
		}
		if err := f.unpackObjects(s); err != nil {
			return err
		}
	}
	return nil
}

// unpackObjects takes the objects that are packed in a stream (7.5.7).
func (f *File) unpackObjects(s *Stream) error {
	data, err := f.Data(s)
	if err != nil {
		return err
	}
	n, _ := f.Number(s.Dict["N"])
	begin, _ := f.Number(s.Dict["First"])
	head := &Lexer{data: data, left: &f.left}
	for range int(min(n, maxObjects)) {
		number, _ := first(head).(float64)
		offset, is := first(head).(float64)
		at := int(begin) + int(offset)
		if !is || at < 0 || at >= len(data) || len(f.objects) > maxObjects {
			break
		}
		f.objects[int(number)] = first(&Lexer{data: data, at: at, refs: true, left: &f.left})
	}
	return nil
}

// anyCatalog is a trailer for a file that has lost its own: the catalog of the greatest number.
func (f *File) anyCatalog() (trailer Dict) {
	last := -1
	for number, object := range f.objects {
		if d, is := object.(Dict); is && d["Type"] == Name("Catalog") && number > last {
			trailer, last = Dict{"Root": Ref{Number: number}}, number
		}
	}
	return trailer
}

// Resolve follows a reference to its object; nil where there is none.
func (f *File) Resolve(object any) any {
	for range deepest {
		ref, is := object.(Ref)
		if !is {
			return object
		}
		object = f.objects[ref.Number]
	}
	return nil
}

// Dict is a dictionary, or that of a stream; nil where it is none.
func (f *File) Dict(object any) Dict {
	switch d := f.Resolve(object).(type) {
	case Dict:
		return d
	case *Stream:
		return d.Dict
	}
	return nil
}

// Array is an array; nil where it is none.
func (f *File) Array(object any) Array {
	a, _ := f.Resolve(object).(Array)
	return a
}

// Name is a name; "" where it is none.
func (f *File) Name(object any) Name {
	n, _ := f.Resolve(object).(Name)
	return n
}

// Number is a number.
func (f *File) Number(object any) (float64, bool) {
	n, is := f.Resolve(object).(float64)
	return n, is
}

// Text is a text (7.9.2.2): UTF-16 or UTF-8 behind their marks, else in PDFDocEncoding, whose letters
// are those of windows-1252 but for signs.
func (f *File) Text(object any) (text string, is bool) {
	s, is := f.Resolve(object).(String)
	switch {
	case !is:
		return "", false
	case len(s) > 1 && s[:2] == "\xfe\xff":
		return UTF16([]byte(s[2:])), true
	case len(s) > 2 && s[:3] == "\xef\xbb\xbf":
		return string(s[3:]), true
	}
	text, _ = charmap.Windows1252.NewDecoder().String(string(s)) // every byte is a letter
	return text, true
}

// UTF16 decodes letters of two bytes, the greater first.
func UTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}
