// Package docx reads Word documents (ISO/IEC 29500, transitional and strict) into their
// layout: what a person sees who accepts all changes and hides the comments.
package docx

import (
	"cmp"
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
	// Include reads an included document in another form; nil for nobody.
	Include func(data []byte) (layout.Document, error)
}

// Is reports whether a package is a Word document.
func Is(p *parts.Package) bool { return mainOf(p) != "" }

// main is where the text mostly stands.
const main = "word/document.xml"

// mainOf returns the part that the text stands in, or "": some programs number it.
func mainOf(p *parts.Package) string {
	if p.Has(main) {
		return main
	}
	found := ""
	_ = p.Walk("_rels/.rels", func(_ *parts.Walker, e parts.Element) error { // what is broken names no part
		name := strings.TrimPrefix(e.Get("Target"), "/")
		if strings.HasSuffix(e.Get("Type"), "/officeDocument") && strings.HasPrefix(name, "word/") && p.Has(name) {
			found = name
		}
		return nil
	})
	return found
}

// Read reads a document. Its error says what is wrong with its XML.
func Read(params Params) (layout.Document, error) {
	r := newReader(params)
	d, err := r.read()
	if err != nil || len(r.endless) == 0 {
		return d, err
	}
	again := newReader(params) // what hid behind a field that never ends is a text
	again.ignored = r.endless
	return again.read()
}

func newReader(params Params) *reader {
	return &reader{
		Params: params, styles: styles{}, links: map[string]target{}, notes: map[string]layout.Document{}, numbers: map[string]string{},
		endless: map[int]bool{},
	}
}

func (r *reader) read() (layout.Document, error) {
	text := mainOf(r.Package)
	if err := r.readParts(text); err != nil {
		return layout.Document{}, err
	}
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
	if err := r.part(text); err != nil {
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
	parts     map[string]string          // of the main part, by what they are
	edges     map[string][]string        // those that pages have above and below, by what they are
	links     map[string]target          // of the part that is read, by their ids
	notes     map[string]layout.Document // by kind and id
	called    []string                   // the notes in the order in which the text calls them
	numbers   map[string]string          // of each of them, as it is called; "" where it has a mark of its own
	counted   int                        // how many of them have one
	walker    *parts.Walker
	w         *layout.Writer
	boxes     []layout.Document // beside the paragraph that is read
	p         properties        // of that paragraph
	fields    []field           // within one another
	begun     int               // how many fields have begun
	endless   map[int]bool      // those whose code never ended, and hid words
	ignored   map[int]bool      // those of an earlier reading, which are none
	hidden    bool              // the run before was hidden
	struck    bool              // the run before was struck through
	align     string            // where the letters of a formula stand
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
	r.links, r.fields = map[string]target{}, nil
	err := r.Package.Walk(relations(name), func(_ *parts.Walker, e parts.Element) error {
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
	r.leave()
	return err
}

// relations is where it stands what a part refers to.
func relations(name string) string {
	return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
}

// readParts reads what the other parts of the document are called.
func (r *reader) readParts(text string) error {
	r.parts, r.edges = map[string]string{}, map[string][]string{}
	return r.Package.Walk(relations(text), func(_ *parts.Walker, e parts.Element) error {
		if e.Name == "Relationship" && e.Get("TargetMode") != "External" {
			kind, name := path.Base(e.Get("Type")), path.Join(path.Dir(text), e.Get("Target"))
			r.parts[kind] = name
			if kind == "header" || kind == "footer" {
				r.edges[kind] = append(r.edges[kind], name)
			}
		}
		return nil
	})
}

// maxEdges is how many heads of pages a document has at most, and as many feet.
const maxEdges = 100

// edgesOf returns the names of all parts of a kind, which are mostly numbered, in their order.
func (r *reader) edgesOf(kind string) []string {
	names := r.edges[kind]
	for n := range 10 { // those that nothing refers to, too
		names = append(names, fmt.Sprintf("word/%s%d.xml", kind, n))
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	names = slices.Compact(names)
	return names[:min(len(names), maxEdges)]
}

// named returns the name of a part: styles, numbering, notes.
func (r *reader) named(kind string) string {
	if name := r.parts[kind]; r.Package.Has(name) {
		return name
	}
	return "word/" + kind + ".xml"
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
		r.leave()
		r.notes[kind+e.Get("id")] = r.w.Document()
		return nil
	}
	return r.Package.Walk(r.named(kind+"s"), read)
}

// addNotes puts the notes behind the text, each with the number that it is called by.
func (r *reader) addNotes() {
	r.w.End(layout.Paragraph{})
	for _, name := range r.called {
		d := r.notes[name]
		r.w.Append(layout.Document{Lost: d.Lost})
		for n, p := range d.Paragraphs {
			if n == 0 && r.numbers[name] != "" {
				number := layout.Writer{Part: layout.Note}
				number.Words(r.numbers[name]+" ", layout.Look{})
				number.Line(p.Text, p.Marks)
				number.End(layout.Paragraph{Kind: p.Kind, Level: p.Level, Number: p.Number, Label: p.Label})
				r.w.Append(number.Document())
				continue
			}
			r.w.Add(p)
		}
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
		for _, name := range r.edgesOf(m.name) {
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
