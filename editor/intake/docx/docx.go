// Package docx reads Word documents (ISO/IEC 29500, transitional and strict) into their
// layout: what a person sees who accepts all changes and hides the comments.
package docx

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// Params are the document, and who reads what it includes in another form.
type Params struct {
	Package *parts.Package
	// Web reads an included web page; nil for nobody.
	Web func(page []byte) (layout.Document, error)
}

// Is reports whether a package is a Word document.
func Is(p *parts.Package) bool { return p.Has(main) }

const main = "word/document.xml"

// Read reads a document. Its error says what is wrong with its XML.
func Read(params Params) (layout.Document, error) {
	r := &reader{Params: params, styles: styles{}, links: map[string]target{}, notes: map[string]layout.Document{}}
	if err := r.readStyles(); err != nil {
		return layout.Document{}, err
	}
	if err := r.readNumbering(); err != nil {
		return layout.Document{}, err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		if err := r.readNotes(kind); err != nil {
			return layout.Document{}, err
		}
	}
	r.w = &layout.Writer{}
	if err := r.part(main); err != nil {
		return layout.Document{}, err
	}
	r.addNotes()
	if err := r.margins(); err != nil {
		return layout.Document{}, err
	}
	return r.w.Document(), nil
}

// reader goes through the parts of one document.
type reader struct {
	Params
	styles    styles
	numbering numbering
	links     map[string]target          // of the part that is read, by their ids
	notes     map[string]layout.Document // by kind and id
	called    []string                   // the notes in the order in which the text calls them
	walker    *parts.Walker
	w         *layout.Writer
	boxes     []layout.Document // beside the paragraph that is read
	p         properties        // of that paragraph
	fields    []field           // within one another
	hidden    bool              // the run before was hidden
	struck    bool              // the run before was struck through
	margin    bool              // a page's head or foot is read
	ruled     bool              // a border stands below the paragraph above
}

// target is where a part of the package refers to.
type target struct {
	address  string
	external bool
}

// part reads the blocks of a part, with the links it has.
func (r *reader) part(name string) error {
	links, walker := r.links, r.walker
	defer func() { r.links, r.walker = links, walker }()
	r.links = map[string]target{}
	relations := path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	err := r.Package.Walk(relations, func(_ *parts.Walker, e parts.Element) error {
		if e.Name == "Relationship" {
			t := target{e.Get("Target"), e.Get("TargetMode") == "External"}
			if !t.external && !strings.HasPrefix(t.address, "/") {
				t.address = path.Join(path.Dir(name), t.address)
			}
			r.links[e.Get("Id")] = t
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = r.Package.Walk(name, func(w *parts.Walker, e parts.Element) error {
		r.walker = w
		return r.block(e)
	})
	r.rule(borders{})
	return err
}

// readNotes reads the footnotes, or endnotes, by their ids.
func (r *reader) readNotes(kind string) error {
	read := func(w *parts.Walker, e parts.Element) error {
		if e.Name != kind {
			return nil
		}
		if e.Has("type") && e.Get("type") != "normal" { // the line above the notes
			return w.Skip()
		}
		r.walker, r.w = w, &layout.Writer{Part: layout.Note}
		if err := w.Inside(r.block, nil); err != nil {
			return err
		}
		r.notes[kind+e.Get("id")] = r.w.Document()
		return nil
	}
	return r.Package.Walk("word/"+kind+"s.xml", read)
}

// addNotes puts the notes behind the text, each with the number that it is called by.
func (r *reader) addNotes() {
	r.w.End(layout.Paragraph{})
	for i, name := range r.called {
		d := r.notes[name]
		for n, p := range d.Paragraphs {
			if n == 0 {
				number := layout.Writer{Part: layout.Note}
				number.Words(fmt.Sprintf("[%d] ", i+1), layout.Look{})
				number.Line(p.Text, p.Marks)
				number.End(layout.Paragraph{Kind: p.Kind})
				r.w.Append(number.Document())
				continue
			}
			r.w.Add(p)
		}
		r.w.Append(layout.Document{Lost: d.Lost})
	}
}

// margins reads what stands above and below every page, each text once.
func (r *reader) margins() error {
	r.margin = true
	seen := map[string]bool{}
	for _, m := range []struct {
		name string
		part layout.Part
	}{{"header", layout.Head}, {"footer", layout.Foot}} {
		for n := range 10 {
			name := fmt.Sprintf("word/%s%d.xml", m.name, n)
			if !r.Package.Has(name) {
				continue
			}
			whole := r.w
			r.w = &layout.Writer{Part: m.part}
			if err := r.part(name); err != nil {
				return err
			}
			d := r.w.Document()
			r.w = whole
			d.Paragraphs = slices.DeleteFunc(d.Paragraphs, func(p layout.Paragraph) bool {
				again := seen[p.Text] || p.Kind == layout.Rule || p.Kind == layout.Picture // its letterhead
				seen[p.Text] = true
				return again
			})
			r.w.Append(layout.Document{Paragraphs: d.Paragraphs})
		}
	}
	return nil
}
