package parts

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"communique/editor/intake/layout"
)

// The most that one document's XML may hold: a book's. What is beyond is ErrTooLarge.
const (
	maxXML        = 24 << 20
	maxElements   = 1_000_000
	maxParagraphs = layout.MaxParagraphs // in cells of tables, too
	maxDepth      = 300
)

// ErrTooLarge says that a document unpacks to more than any text.
var ErrTooLarge = errors.New("the document is too large")

var errNesting = errors.New("elements within one another do not close in order")

// Element is the start of an element: its name and attributes without their namespaces'
// prefixes, which every program chooses alike.
type Element struct {
	Name string
	Attr []xml.Attr
}

// Get returns an attribute; "" where there is none.
func (e Element) Get(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Has reports whether the element has an attribute.
func (e Element) Has(name string) bool {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return true
		}
	}
	return false
}

// Walker goes through the elements of an XML once, from the outer to the inner, and
// keeps none of them.
type Walker struct {
	decoder *xml.Decoder
	open    []string
	budget  *Budget
}

// Budget is what the parts of a document have had of its elements, paragraphs and bytes together.
type Budget struct{ elements, paragraphs, bytes int }

// NewWalker returns a Walker over XML in UTF-8; budget may be one of several parts.
func NewWalker(from io.Reader, budget *Budget) *Walker {
	d := xml.NewDecoder(&limited{from, budget})
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return &Walker{decoder: d, budget: budget}
}

// limited fails where more is read than may be.
type limited struct {
	from   io.Reader
	budget *Budget
}

func (l *limited) Read(b []byte) (int, error) {
	n, err := l.from.Read(b)
	if l.budget.bytes += n; l.budget.bytes > maxXML {
		return 0, ErrTooLarge
	}
	return n, err
}

// Inside goes through what stands in the element that was opened last, to its end:
// element hears of each element in it, and what it does not go through itself is gone
// through here for it, as if its own element were not there; text, where it is not nil,
// hears of the letters.
func (w *Walker) Inside(element func(Element) error, text func(string)) error {
	depth := len(w.open)
	for {
		token, err := w.decoder.RawToken()
		if err != nil {
			return w.ended(err, depth)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := w.start(t.Name.Local); err != nil {
				return err
			}
			if err := element(Element{t.Name.Local, t.Attr}); err != nil {
				return err
			}
		case xml.EndElement:
			n := len(w.open)
			if n == 0 || w.open[n-1] != t.Name.Local {
				return errNesting
			}
			if w.open = w.open[:n-1]; n-1 < depth {
				return nil
			}
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		}
	}
}

// start opens an element, as far as the budget goes.
func (w *Walker) start(name string) error {
	w.budget.elements++
	w.open = append(w.open, name)
	if name == "p" || name == "h" { // of Word and of OpenDocument
		w.budget.paragraphs++
	}
	if len(w.open) > maxDepth || w.budget.elements > maxElements || w.budget.paragraphs > maxParagraphs {
		return ErrTooLarge
	}
	return nil
}

// ended is what the end of the input means in so many open elements.
func (w *Walker) ended(err error, depth int) error {
	switch {
	case !errors.Is(err, io.EOF):
		return err
	case depth == 0 && len(w.open) == 0:
		return nil
	}
	return io.ErrUnexpectedEOF
}

// Skip goes over what stands in the element that was opened last.
func (w *Walker) Skip() error {
	return w.Inside(func(Element) error { return nil }, nil)
}

// Text returns the letters in the element that was opened last, and in all within it.
func (w *Walker) Text() (string, error) {
	var b strings.Builder
	err := w.Inside(func(Element) error { return nil }, func(text string) { b.WriteString(text) })
	return b.String(), err
}

// Above is how the letters that stand over others (ruby: a reading, a translation) are written behind them.
func Above(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return ""
	}
	return " (" + text + ")"
}
