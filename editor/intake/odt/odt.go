// Package odt reads OpenDocument texts (ISO/IEC 26300), packed or as one XML, into
// their layout: what a person sees who accepts all changes and hides the comments.
package odt

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// Is reports whether a package is an OpenDocument text, and no sheet or drawing, which
// have the same parts.
func Is(p *parts.Package) bool {
	kind := string(p.Read("mimetype"))
	return p.Has(content) && (kind == "" || strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"))
}

// IsOld reports whether a package is of OpenOffice.org 1, whose texts say of which class they are: they are none of ours.
func IsOld(p *parts.Package) (old bool) {
	_ = p.Walk(content, func(_ *parts.Walker, e parts.Element) error { // only its first element is wanted
		old = e.Get("class") != ""
		return io.EOF
	})
	return old
}

// IsEncrypted reports whether a package is closed with a password.
func IsEncrypted(p *parts.Package) bool {
	encrypted := false
	err := p.Walk("META-INF/manifest.xml", func(_ *parts.Walker, e parts.Element) error {
		encrypted = encrypted || e.Name == "encryption-data"
		return nil
	})
	return err == nil && encrypted
}

const content = "content.xml"

// Read reads a packed text. Its error says what is wrong with its XML.
func Read(p *parts.Package) (layout.Document, error) {
	r := newReader()
	r.file = p.Read
	for _, name := range []string{"styles.xml", content} {
		if err := p.Walk(name, r.top); err != nil {
			return layout.Document{}, err
		}
	}
	return r.document(), nil
}

// IsFlat reports whether data begin as a text in one XML does.
func IsFlat(data []byte) bool {
	head := data[:min(len(data), 4000)]
	return bytes.Contains(head, []byte("<office:document ")) && bytes.Contains(head, []byte("office:mimetype"))
}

// ReadFlat reads a text in one XML.
func ReadFlat(data []byte) (layout.Document, error) {
	r := newReader()
	w := parts.NewWalker(bytes.NewReader(data), &parts.Budget{})
	if err := w.Inside(func(e parts.Element) error { return r.top(w, e) }, nil); err != nil {
		return layout.Document{}, err
	}
	return r.document(), nil
}

func newReader() *reader {
	return &reader{styles: styles{}, lists: map[string]*listStyle{}, w: &layout.Writer{}, margins: &layout.Writer{}}
}

// reader goes through the parts of one text.
type reader struct {
	styles  styles
	lists   map[string]*listStyle
	file    func(name string) []byte
	walker  *parts.Walker
	w       *layout.Writer
	margins *layout.Writer // the heads and feet of the pages
	notes   []layout.Document
	boxes   []layout.Document // beside the paragraph that is read
	looks   []look            // within one another
	base    characters        // of the paragraph
	nested  []*place          // in lists within one another
	last    map[string][]int  // how far each list has counted, by its style
	hidden  bool              // the words before were
	struck  bool
	ruled   bool
	edge    bool // the head or the foot of pages is read
	gone    bool // the paragraph that is read hides itself
}

// look is how a span looks, and where it leads.
type look struct {
	characters
	address string
}

func (r *reader) document() layout.Document {
	r.w.End(layout.Paragraph{})
	for _, box := range r.boxes { // of a page, behind its last paragraph
		r.w.Append(box)
	}
	for _, d := range r.notes {
		r.w.Append(d)
	}
	seen := map[string]bool{}
	for _, p := range r.margins.Document().Paragraphs {
		if p.Kind != layout.Picture && p.Kind != layout.Rule && !seen[p.Text] { // its letterhead
			r.w.Add(p)
		}
		seen[p.Text] = true
	}
	return r.w.Document()
}

// top reads the styles and the text of a part.
func (r *reader) top(w *parts.Walker, e parts.Element) error {
	r.walker = w
	switch e.Name {
	case "style", "default-style":
		return r.readStyle(e)
	case "list-style":
		return r.readList(e)
	case "header", "header-first", "header-left":
		return r.margin(layout.Head, e)
	case "footer", "footer-first", "footer-left":
		return r.margin(layout.Foot, e)
	case "text":
		return w.Inside(r.block, nil)
	case "scripts", "settings", "meta", "font-face-decls":
		return w.Skip()
	}
	return nil
}

// margin reads what stands above or below pages, unless those of its kind have the words of the others.
func (r *reader) margin(part layout.Part, e parts.Element) error {
	if e.Get("display") == "false" {
		return r.walker.Skip()
	}
	r.edge = true
	defer func() { r.edge = false }()
	d, err := r.apart(part, func() error { return r.walker.Inside(r.block, nil) })
	r.margins.Append(layout.Document{Paragraphs: d.Paragraphs})
	return err
}

// apart reads what stands beside the text, or in a cell, into a document of its own.
func (r *reader) apart(part layout.Part, read func() error) (layout.Document, error) {
	w, boxes, looks, base, nested, ruled, gone := r.w, r.boxes, r.looks, r.base, r.nested, r.ruled, r.gone
	r.w, r.boxes, r.looks, r.nested, r.ruled, r.gone = &layout.Writer{Part: part}, nil, nil, nil, false, false
	err := read()
	for _, box := range r.boxes {
		r.w.Append(box)
	}
	d := r.w.Document()
	r.w, r.boxes, r.looks, r.base, r.nested, r.ruled, r.gone = w, boxes, looks, base, nested, ruled, gone
	return d, err
}

// block reads a paragraph, a list, a table, or what holds them.
func (r *reader) block(e parts.Element) error {
	switch e.Name {
	case "p", "h":
		return r.paragraph(e)
	case "list":
		return r.list(e)
	case "numbered-paragraph":
		return r.numbered(e)
	case "table":
		return r.table()
	case "section":
		if e.Get("display") == "none" || e.Get("display") == "condition" && e.Get("is-hidden") == "true" {
			r.w.Lose(layout.Hidden, 1)
			return r.walker.Skip()
		}
	case "tracked-changes":
		return r.walker.Inside(func(e parts.Element) error {
			if e.Name == "deletion" {
				r.w.Lose(layout.Deletions, 1)
				return r.walker.Skip()
			}
			return nil
		}, nil)
	case "control":
		r.w.Lose(layout.Objects, 1)
	case "table-of-content", "sequence-decls", "variable-decls", "user-field-decls", "forms":
		return r.walker.Skip()
	default:
		if drawn.Has(e.Name) {
			return r.drawing()
		}
	}
	return nil
}

func (r *reader) paragraph(e parts.Element) error {
	style := e.Get("style-name")
	r.base, r.looks = r.styles.look(style), nil
	r.hidden, r.struck, r.gone = false, false, false
	notes := len(r.notes)
	if err := r.walker.Inside(r.inline, r.letters); err != nil {
		return err
	}
	if r.gone {
		r.w.Drop()
		r.notes, r.boxes = r.notes[:notes], nil
	}
	kind, level := r.styles.kind(style)
	if e.Name == "h" && kind == layout.Text {
		kind, level = layout.Heading, 1
		if _, err := fmt.Sscan(e.Get("outline-level"), &level); err != nil || level < 1 {
			level = 1
		}
	}
	p := layout.Paragraph{Kind: kind, Level: level, Strong: is(r.base.bold)}
	r.count(&p)
	r.rule(style, p)
	for _, box := range r.boxes {
		r.w.Append(box)
	}
	r.boxes = nil
	return nil
}

// rule ends the paragraph, with the borders that part it from its neighbours.
func (r *reader) rule(style string, p layout.Paragraph) {
	above, below := r.styles.borders(style)
	if !r.w.Open() {
		r.w.End(p)
		if above || below {
			r.w.Add(layout.Paragraph{Kind: layout.Rule})
		}
		return
	}
	if above && !below {
		r.w.Rule()
	}
	r.w.End(p)
	if below && !above {
		r.w.Rule()
	}
}

// count gives an item its number or label, once.
func (r *reader) count(p *layout.Paragraph) {
	if len(r.nested) == 0 || !r.w.Open() {
		return
	}
	at := r.nested[len(r.nested)-1]
	if !at.item { // it goes on in an item, or stands in none
		return
	}
	at.item = false
	value, label := r.value(at)
	switch {
	case label != "" && (value == 0 || p.Kind == layout.Heading):
		r.w.First(label + " ")
	case p.Kind == layout.Heading:
		if value > 0 {
			r.w.First(layout.Numeral(value, "") + ". ")
		}
	default:
		p.Kind, p.Number, p.Label, p.Level, p.Begins = layout.Item, value, label, at.level, at.first
	}
	at.first = false
}

func (r *reader) table() error {
	r.w.End(layout.Paragraph{})
	var rows [][]layout.Cell
	add := func(cell layout.Cell) {
		if n := len(rows); n > 0 {
			rows[n-1] = append(rows[n-1], cell)
		}
	}
	err := r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "table-row":
			rows = append(rows, nil)
		case "table-cell":
			inside, err := r.apart(r.w.Part, func() error { return r.walker.Inside(r.block, nil) })
			add(layout.Cell{Inside: inside})
			for range min(atLeastOne(e.Get("number-columns-repeated")), maxRepeated) - 1 {
				add(layout.Cell{})
			}
			return err
		case "covered-table-cell": // a wide cell's own
			for range min(atLeastOne(e.Get("number-columns-repeated")), maxRepeated) {
				add(layout.Cell{})
			}
			return r.walker.Skip()
		}
		return nil
	}, nil)
	r.w.Grid(rows, nil)
	return err
}

// maxRepeated is how many cells stand for one at most: sheets end in thousands.
const maxRepeated = 32

// maxNumber is more than any list counts to: one may begin with a year.
const maxNumber = 1_000_000

func atLeastOne(text string) int {
	n := 1
	if _, err := fmt.Sscan(strings.TrimSpace(text), &n); err != nil {
		return 1
	}
	return min(max(n, 1), maxNumber)
}
