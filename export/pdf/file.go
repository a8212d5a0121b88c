package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// file is a PDF file as its numbered objects. fpdf writes one; what an archive
// asks for besides is put in, and the whole is written anew.
type file struct {
	objects [][]byte // by number; number 0 is never used
}

var errNotOurs = errors.New("fpdf wrote a file of another form")

// parse takes apart what fpdf wrote. It relies on fpdf's own form: one table of
// references at the end, and no object within another.
func parse(data []byte) (*file, error) {
	at := bytes.LastIndex(data, []byte("\nxref\n0 "))
	if at < 0 {
		return nil, errNotOurs
	}
	lines := bytes.Split(data[at+1:], []byte("\n"))
	count, err := strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	if err != nil || count < 1 || len(lines) < count+2 {
		return nil, errNotOurs
	}
	f := &file{objects: make([][]byte, count)}
	for n := 1; n < count; n++ {
		line := lines[2+n]
		if len(line) < 10 {
			return nil, errNotOurs
		}
		offset, err := strconv.Atoi(string(line[:10]))
		head := []byte(strconv.Itoa(n) + " 0 obj\n")
		if err != nil || offset < 0 || offset > at || !bytes.HasPrefix(data[offset:], head) {
			return nil, errNotOurs
		}
		body := data[offset+len(head):]
		length := bytes.Index(body, []byte("\nendobj"))
		if stream := bytes.Index(body, []byte(">>\nstream\n")); stream >= 0 && stream < length {
			if length, err = streamEnd(body, stream); err != nil {
				return nil, err
			}
		}
		if length < 0 {
			return nil, errNotOurs
		}
		f.objects[n] = body[:length]
	}
	return f, nil
}

// streamEnd returns where an object with a stream ends: its bytes may hold
// anything, and only their stated length tells.
func streamEnd(body []byte, stream int) (int, error) {
	const key = "/Length "
	at := bytes.LastIndex(body[:stream], []byte(key))
	if at < 0 {
		return 0, errNotOurs
	}
	length, err := strconv.Atoi(string(body[at+len(key) : stream]))
	end := stream + len(">>\nstream\n") + length + len("\nendstream")
	if err != nil || length < 0 || end > len(body) || !bytes.HasSuffix(body[:end], []byte("\nendstream")) {
		return 0, errNotOurs
	}
	return end, nil
}

// packContents packs what the pages draw, which fpdf left as it is.
func (f *file) packContents() {
	for n, body := range f.objects {
		if head, rest, found := bytes.Cut(body, []byte(">>\nstream\n")); found && bytes.HasPrefix(head, []byte("<</Length ")) {
			f.objects[n] = streamOf("/Filter /FlateDecode", deflate(bytes.TrimSuffix(rest, []byte("\nendstream"))))
		}
	}
}

// add appends an object and returns its number.
func (f *file) add(body string) int {
	f.objects = append(f.objects, []byte(body))
	return len(f.objects) - 1
}

// reserve returns the number of an object that is set later.
func (f *file) reserve() int { return f.add("") }

func (f *file) set(number int, body string) { f.objects[number] = []byte(body) }

// stream appends an object with a stream. Entries are those of its dictionary
// beside the length.
func (f *file) stream(entries string, data []byte) int {
	f.objects = append(f.objects, streamOf(entries, data))
	return len(f.objects) - 1
}

// streamOf returns the body of an object with a stream.
func streamOf(entries string, data []byte) []byte {
	body := fmt.Appendf(make([]byte, 0, len(entries)+len(data)+50), "<<%s /Length %d>>\nstream\n", entries, len(data))
	return append(append(body, data...), "\nendstream"...)
}

// of returns the numbers of fpdf's objects of a type, ascending.
func (f *file) of(kind string) []int {
	var numbers []int
	for n, body := range f.objects {
		if bytes.HasPrefix(body, []byte("<</Type "+kind+"\n")) || bytes.HasPrefix(body, []byte("<<\n/Type "+kind+"\n")) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// mostPacked is how many objects a stream of them holds: a reader unpacks all to read one.
const mostPacked = 200

// write returns the file's bytes, with the objects that are no streams packed in streams, and
// the table of where they are, too (ISO 32000-1, 7.5.7 and 7.5.8): a fifth of a page's file
// else. Its identifier is made of what is in it, so that the same document gives the same
// bytes.
func (f *file) write(catalog, info int) []byte {
	size := 1024
	for _, body := range f.objects {
		size += len(body) + 40
	}
	// The second line tells programs that move files that this one is not text.
	w := writer{out: append(make([]byte, 0, size), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...), places: make([]place, len(f.objects), len(f.objects)+8)}
	w.places[0] = place{number: 0, index: 0xffff} // begins the list of free ones
	var loose []int
	for n, body := range f.objects[1:] {
		if bytes.HasSuffix(body, []byte("\nendstream")) {
			w.put(n+1, body)
		} else {
			loose = append(loose, n+1)
		}
	}
	for some := range slices.Chunk(loose, mostPacked) {
		w.pack(f, some)
	}
	return w.end(catalog, info)
}

// place is where an object is: at an offset of the file, or within an object of them.
type place struct {
	kind   byte // 0 nowhere, 1 in the file, 2 in an object
	number int  // the offset, or the number of the object
	index  int  // which of those in the object
}

type writer struct {
	out    []byte
	places []place // by number
}

func (w *writer) put(number int, body []byte) {
	w.places[number] = place{kind: 1, number: len(w.out)}
	w.out = strconv.AppendInt(w.out, int64(number), 10)
	w.out = append(w.out, " 0 obj\n"...)
	w.out = append(append(w.out, body...), "\nendobj\n"...)
}

// add puts a stream of the file's own into it.
func (w *writer) add(entries string, data []byte) {
	w.places = append(w.places, place{})
	w.put(len(w.places)-1, streamOf(entries, data))
}

// pack puts objects into one.
func (w *writer) pack(f *file, numbers []int) {
	var head, bodies []byte
	for i, n := range numbers {
		head = fmt.Appendf(head, "%d %d ", n, len(bodies))
		bodies = append(append(bodies, f.objects[n]...), '\n')
		w.places[n] = place{2, len(w.places), i}
	}
	w.add(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", len(numbers), len(head)), deflate(append(head, bodies...)))
}

// end puts the table of all objects at the end.
func (w *writer) end(catalog, info int) []byte {
	id, xref := sha256.Sum256(w.out), len(w.out)
	var table []byte
	for _, p := range append(w.places, place{kind: 1, number: xref}) {
		table = append(table, p.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(p.number)) //nolint:gosec // files are not that large
		table = binary.BigEndian.AppendUint16(table, uint16(p.index))  //nolint:gosec // under mostPacked, or 0xffff
	}
	w.add(fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>] /Filter /FlateDecode",
		len(w.places)+1, catalog, info, id[:16], id[:16]), deflate(table))
	return fmt.Appendf(w.out, "startxref\n%d\n%%%%EOF\n", xref)
}
