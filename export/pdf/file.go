package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
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
	body := fmt.Appendf(nil, "<<%s /Length %d>>\nstream\n", entries, len(data))
	f.objects = append(f.objects, append(append(body, data...), "\nendstream"...))
	return len(f.objects) - 1
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

// write returns the file's bytes. Its identifier is made of what is in it, so
// that the same document gives the same bytes.
func (f *file) write(catalog, info int) []byte {
	size := 1024
	for _, body := range f.objects {
		size += len(body) + 40
	}
	// The second line tells programs that move files that this one is not text.
	out := append(make([]byte, 0, size), "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	offsets := make([]int, len(f.objects))
	for n, body := range f.objects[1:] {
		offsets[n+1] = len(out)
		out = strconv.AppendInt(out, int64(n+1), 10)
		out = append(out, " 0 obj\n"...)
		out = append(append(out, body...), "\nendobj\n"...)
	}
	id := sha256.Sum256(out)
	xref := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, offset := range offsets[1:] {
		out = fmt.Appendf(out, "%010d 00000 n \n", offset)
	}
	return fmt.Appendf(out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(offsets), catalog, info, id[:16], id[:16], xref)
}
