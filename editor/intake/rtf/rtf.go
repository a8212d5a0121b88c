// Package rtf reads Rich Text Format (Microsoft's specification 1.9.1) into its layout: what a
// person sees who accepts all changes and hides the comments.
package rtf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout"
)

// Is reports whether data are RTF, or paragraphs of one without its head, as programs make them to be put into another.
func Is(data []byte) bool {
	return begins(data, `{\rtf`) || isPiece(data)
}

func isPiece(data []byte) bool { return begins(data, `{\pard`) }

func begins(data []byte, word string) bool {
	return bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 64)], "\ufeff \t\r\n"), []byte(word))
}

// ErrTooLarge says that a document holds more than any text.
var ErrTooLarge = errors.New("the document is too large")

// The most that a document holds: groups, and within one another, notes, and bytes that are no
// picture's: some 700 pages, where each letter takes eleven.
const (
	maxDepth  = 1000
	maxGroups = 500_000
	maxNotes  = 10_000
	maxText   = 16 << 20
)

// Read reads a document. One that was cut off is read as far as it goes. Its error is
// ErrTooLarge.
func Read(data []byte) (layout.Document, error) {
	if isPiece(data) {
		data = slices.Concat([]byte(`{\rtf1 `), data, []byte("}"))
	}
	r := &reader{
		scanner: scanner{data: data}, w: &layout.Writer{}, state: state{encoding: windows1252, unicodeSkip: 1},
		fonts: map[int]font{}, styles: map[int]style{}, margins: map[string]bool{}, fallback: windows1252,
	}
	if err := r.read(); err != nil {
		return layout.Document{}, err
	}
	r.flush()
	for len(r.groups) > 0 { // cut off
		r.close()
	}
	r.finish()
	for _, d := range r.notes {
		r.w.Append(d)
	}
	for _, d := range r.around {
		r.w.Append(d)
	}
	return r.w.Document(), nil
}

// state is what a group inherits and a group's end puts back.
type state struct {
	skip  bool         // what stands here is no text
	mute  bool         // its words are none, but groups in it may hold some
	into  func(string) // where the words go; nil for the text
	p     properties
	look  layout.Look
	align string // "super", "sub"
	lost
	encoding    encoding
	unicodeSkip int // bytes that stand in a letter's place for older readers
	field       *field
	starred     bool // the group began with \*
	both        bool // of the groups in it the second one is read
	object      bool // what it shows is an object's, which is told
	end         func()
}

// lost is what takes words out of the text, or a stroke off them.
type lost struct{ hidden, struck, deleted, moved bool }

// gone reports whether the words are none of the text.
func (l lost) gone() bool { return l.hidden || l.deleted || l.moved }

type reader struct {
	scanner
	state
	groups   []state
	w        *layout.Writer
	text     []byte // words not written yet, in UTF-8
	raw      []byte // and bytes behind them that are not decoded
	high     rune   // the first half of a letter
	pass     int    // bytes to pass over behind a letter
	spent    int    // bytes of text
	opened   int    // groups
	ended    int    // paragraphs with words, in cells too, and rows of cells
	fonts    map[int]font
	font     int // being described
	main     int // the font of what names none
	fallback encoding
	styles   map[int]style
	label    string            // the bullet or the number before the paragraph
	boxes    []layout.Document // beside the paragraph that is read
	notes    []layout.Document
	around   []layout.Document // heads and feet of pages
	margins  map[string]bool   // what stands in them already
	margin   bool
	tables   []table
	was      lost   // of the letters before: each loss is counted once
	shape    string // what is said of one: the name of it
}

func (r *reader) read() error {
	for !r.done() {
		t := r.next()
		if r.spent += t.length; r.spent > maxText || r.ended > layout.MaxParagraphs {
			return ErrTooLarge
		}
		switch t.kind {
		case opens:
			r.flush()
			r.pass = 0
			if r.opened++; r.opened > maxGroups || len(r.groups) >= maxDepth || len(r.notes) > maxNotes {
				return ErrTooLarge
			}
			r.open()
		case closes:
			r.flush()
			r.pass = 0
			if r.close(); len(r.groups) == 0 {
				return nil
			}
		case word:
			if t.word != "" {
				r.word(t.word, t.number, t.given)
			}
		case letter:
			if r.passed() {
				break
			}
			r.raw = append(r.raw, t.letter)
		}
	}
	return nil
}

// open begins a group.
func (r *reader) open() {
	r.groups = append(r.groups, r.state)
	r.end, r.starred = nil, false
	if r.both { // the first form of two
		r.skip, r.both = true, false
	}
}

// close ends a group.
func (r *reader) close() {
	n := len(r.groups)
	if n == 0 {
		return
	}
	if r.end != nil {
		r.end()
	}
	r.state, r.groups = r.groups[n-1], r.groups[:n-1]
}

// passed passes over what stands for a letter that older readers do not know.
func (r *reader) passed() bool {
	if r.pass == 0 {
		return false
	}
	r.pass--
	return true
}

// decode makes text of the bytes before.
func (r *reader) decode() {
	if len(r.raw) == 0 {
		return
	}
	text := ""
	if e := r.encoding; e.known {
		text = page(charmap.ISO8859_1)(r.raw) // each byte as its number
	} else if e.western {
		for word := range bytes.SplitAfterSeq(r.raw, []byte(" ")) {
			if beside(word) { // no accents: the font's set of letters is not its own
				e = r.fallback
			}
			text += e.text(word)
			e = r.encoding
		}
	} else {
		text = e.text(r.raw)
	}
	if r.encoding.symbol && r.reading() {
		text = r.signs(text)
	}
	r.text = append(r.text, text...)
	r.raw = r.raw[:0]
	r.high = 0
}

// signs are what letters show that are set in a font of signs.
func (r *reader) signs(text string) string {
	shown, lost := layout.Signs(text, r.encoding.known)
	r.w.Lose(layout.Objects, lost)
	return shown
}

// flush writes the words before where they belong.
func (r *reader) flush() {
	r.decode()
	if len(r.text) == 0 {
		return
	}
	text := string(r.text)
	r.text = r.text[:0]
	switch {
	case r.skip || r.mute:
	case r.into != nil:
		r.into(text)
	default:
		r.letters(text)
	}
}

// letters adds words to the text.
func (r *reader) letters(text string) {
	if r.gone() {
		r.tellLost()
		return
	}
	if r.struck {
		r.w.LoseWords(layout.Struck, text, r.was.struck)
	}
	r.was = r.lost
	r.w.Lose(layout.Unread, strings.Count(text, "\uFFFD"))
	r.leaveTable()
	switch r.align {
	case "super":
		text = layout.Raised(text)
	case "sub":
		text = layout.Lowered(text)
	}
	look, own := r.look, r.styles[r.p.style] // what all words of a style have is no emphasis
	look.Bold, look.Italic = look.Bold && !own.bold, look.Italic && !own.italic
	if r.field != nil {
		look.Address, r.field.shown = r.field.address, true
	}
	r.w.Words(text, look)
}

// tellLost counts what takes the words here out of the text, once.
func (r *reader) tellLost() {
	if r.deleted && !r.was.deleted {
		r.w.Lose(layout.Deletions, 1)
	}
	if r.hidden && !r.was.hidden {
		r.w.Lose(layout.Hidden, 1)
	}
	r.was = r.lost
}

// aside reads the rest of a group into a document of its own, of which whole hears.
func (r *reader) aside(part layout.Part, whole func(layout.Document)) {
	w, label, boxes, tables, was := r.w, r.label, r.boxes, r.tables, r.was
	r.w, r.label, r.boxes, r.tables, r.p = &layout.Writer{Part: part}, "", nil, nil, properties{}
	r.into, r.mute, r.field = nil, false, nil
	r.plain()
	before := r.end
	r.end = func() {
		r.finish()
		d := r.w.Document()
		r.w, r.label, r.boxes, r.tables, r.was = w, label, boxes, tables, was
		if whole(d); before != nil {
			before()
		}
	}
}

// note reads a footnote or an endnote and puts its number where it is called.
func (r *reader) note() {
	if r.gone() {
		r.skip = true
		return
	}
	n := len(r.notes) + 1
	r.notes = append(r.notes, layout.Document{})
	called := fmt.Sprintf("[%d]", n)
	r.align = ""
	r.letters(called)
	r.aside(layout.Note, func(d layout.Document) {
		if len(d.Paragraphs) == 0 {
			return
		}
		first := d.Paragraphs[0]
		numbered := layout.Writer{Part: layout.Note}
		numbered.Words(called+" ", layout.Look{})
		numbered.Line(first.Text, first.Marks)
		numbered.End(layout.Paragraph{Kind: first.Kind, Level: first.Level, Number: first.Number, Label: first.Label})
		whole := numbered.Document()
		whole.Paragraphs = append(whole.Paragraphs, d.Paragraphs[1:]...)
		whole.Lost = d.Lost
		r.notes[n-1] = whole
	})
}

// pageEdge reads the head of a page or its foot; each text once.
func (r *reader) pageEdge(part layout.Part) {
	r.margin = true
	r.aside(part, func(d layout.Document) {
		r.margin = false
		var kept []layout.Paragraph
		for _, p := range d.Paragraphs {
			if !r.margins[p.Text] && p.Kind != layout.Rule && p.Kind != layout.Picture { // its letterhead
				kept = append(kept, p)
			}
			r.margins[p.Text] = true
		}
		r.around = append(r.around, layout.Document{Paragraphs: kept})
	})
}

// box reads a text beside the paragraph.
func (r *reader) box() {
	if r.gone() {
		r.tellLost()
		r.skip = true
		return
	}
	r.aside(layout.Box, func(d layout.Document) { r.boxes = append(r.boxes, layout.Boxed(d)) })
}
