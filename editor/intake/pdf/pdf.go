// Package pdf lays out a PDF. One that says what its pieces are, as ours and those of word processors
// do, is read by its structure; of another the lines are, from the top of each page to its bottom.
package pdf

import (
	"bytes"
	"cmp"
	"errors"

	"communique/editor/intake/layout"
	"communique/editor/intake/pdf/objects"
)

// ErrPictures is what Read tells of pages which are pictures alone.
var ErrPictures = errors.New("a PDF without words, only pictures")

// UnreadError is what Read tells of letters which the file shows and does not name.
type UnreadError struct {
	// Codes is what their codes are called, as "Adobe-GB1"; "" where they are those of their font alone.
	Codes string
}

func (e *UnreadError) Error() string { return "a PDF whose letters are not named " + e.Codes }

// head is how a PDF begins, and within how many bytes (ISO 32000-1, annex H).
const (
	head       = "%PDF-"
	headWithin = 1024
)

// Is reports whether data is a PDF. What stands before the head of one makes a text that only speaks of it, where no
// object follows.
func Is(data []byte) bool {
	at := bytes.Index(data[:min(len(data), headWithin)], []byte(head))
	return at == 0 || at > 0 && bytes.Contains(data[at:], []byte("endobj"))
}

// Params are what is read.
type Params struct {
	Data []byte
	// Lines lays out a text in lines.
	Lines func(text string) layout.Document
}

// maxPages is how many pages are read of a file.
const maxPages = 2000

// reader reads one file.
type reader struct {
	file  *objects.File
	plain func(text string) layout.Document
	pages []*page
	byRef map[objects.Ref]int // the number of each page by its object
	fonts map[objects.Ref]*font
	off   map[objects.Ref]bool // layers that are not shown
	form  objects.Dict         // what the fields of the document have in common
	spots map[objects.Ref]spot // where the words of annotations stand

	compared int    // pieces of pages, with the places of such words; and what is chosen of, with the names in its list
	codes    int    // that fonts say something of
	shown    int    // operators, of all pages
	runs     int    // of all pages
	unread   int    // letters that no name is known of
	unknown  string // what the codes of one of them are called
	all      int    // letters
}

// Read lays out a PDF.
func Read(p Params) (layout.Document, error) {
	file, err := objects.Open(p.Data)
	if err != nil {
		return layout.Document{}, err
	}
	d, err := read(p, file)
	d.Unpacked = file.Unpacked()
	return d, err
}

func read(p Params, file *objects.File) (layout.Document, error) {
	r := &reader{file: file, plain: p.Lines, byRef: map[objects.Ref]int{}, fonts: map[objects.Ref]*font{}, off: map[objects.Ref]bool{}, spots: map[objects.Ref]spot{}}
	root := file.Dict(file.Trailer["Root"])
	r.form = file.Dict(root["AcroForm"])
	for _, layer := range file.Array(file.Dict(file.Dict(root["OCProperties"])["D"])["OFF"]) {
		if ref, is := layer.(objects.Ref); is {
			r.off[ref] = true
		}
	}
	if err := r.walk(root["Pages"], inherited{}, map[objects.Ref]bool{}); err != nil {
		return layout.Document{}, err
	}
	if len(r.pages) == 0 {
		return layout.Document{}, objects.ErrDamaged
	}
	lines, first := 0, ""
	for _, page := range r.pages {
		page.choose()
		n, begin := page.turn()
		lines, first = lines+n, cmp.Or(first, begin)
	}
	d := r.document(root)
	d.Repairs = append(d.Repairs, turned(lines, first)...)
	if r.unread*2 > r.all {
		return d, &UnreadError{r.unknown}
	}
	if len(d.Paragraphs) == 0 && d.Count(layout.Pictures) > 0 {
		return d, ErrPictures
	}
	return d, nil
}

// document lays out the pages by their structure, or where that leaves out words by their lines.
func (r *reader) document(root objects.Dict) layout.Document {
	d, whole := layout.Document{}, false
	if tree := r.file.Dict(root["StructTreeRoot"]); tree != nil {
		d, whole = r.structured(tree)
	}
	if !whole {
		d = r.lined()
	}
	r.around(&d)
	hidden, comments, fields := 0, 0, 0
	for _, page := range r.pages {
		hidden, comments, fields = hidden+page.hidden, comments+page.comments, fields+page.fields
	}
	lose(&d, layout.Unread, r.unread)
	lose(&d, layout.Hidden, hidden)
	lose(&d, layout.Comments, comments)
	lose(&d, layout.Objects, fields)
	return d
}

// inherited is what a page has of the nodes above it.
type inherited struct {
	resources, box any
	depth          int
}

// walk reads the pages below a node, in their order.
func (r *reader) walk(node any, above inherited, seen map[objects.Ref]bool) error {
	ref, is := node.(objects.Ref)
	if is && seen[ref] {
		return nil
	}
	if above.depth++; above.depth > deepest || len(r.pages) >= maxPages {
		return objects.ErrTooLarge
	}
	seen[ref] = true
	d := r.file.Dict(node)
	for key, value := range d {
		switch key {
		case "Resources":
			above.resources = value
		case "MediaBox":
			above.box = value
		}
	}
	if kids := r.file.Array(d["Kids"]); kids != nil {
		for _, kid := range kids {
			if err := r.walk(kid, above, seen); err != nil {
				return err
			}
		}
		return nil
	}
	if d["Contents"] == nil && d["Type"] != objects.Name("Page") {
		return nil
	}
	r.byRef[ref] = len(r.pages)
	p, err := r.page(d, above)
	r.pages = append(r.pages, p)
	return err
}

// contents are the bytes of a page's streams, one behind the other.
func (r *reader) contents(object any) ([]byte, error) {
	var all []byte
	streams := r.file.Array(object)
	if streams == nil {
		streams = objects.Array{object}
	}
	for _, s := range streams {
		s, is := r.file.Resolve(s).(*objects.Stream)
		if !is {
			continue
		}
		data, err := r.file.Data(s)
		if err != nil {
			return nil, err
		}
		all = append(append(all, data...), '\n')
	}
	return all, nil
}

// box is the rectangle of a page; a page of A4 where it has none.
func (r *reader) box(object any) (left, bottom, right, top float64) {
	var sides [4]float64
	for i, side := range r.file.Array(object) {
		if i < len(sides) {
			sides[i], _ = r.file.Number(side)
		}
	}
	if sides == [4]float64{} {
		sides = [4]float64{0, 0, 595, 842}
	}
	return min(sides[0], sides[2]), min(sides[1], sides[3]), max(sides[0], sides[2]), max(sides[1], sides[3])
}

// number is a number, or another one.
func (r *reader) number(object any, otherwise float64) float64 {
	if n, is := r.file.Number(object); is {
		return n
	}
	return otherwise
}

// lose adds what was left behind of all pages to a document.
func lose(d *layout.Document, what layout.Loss, n int) {
	if n > 0 {
		d.Lost = append(d.Lost, layout.Omission{What: what, Count: n, At: layout.Place{Paragraph: 1}})
	}
}
