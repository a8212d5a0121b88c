package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
)

// reader goes through the tags of a page.
type reader struct {
	Params
	w        *layout.Writer
	open     []element         // within one another
	opened   map[atom.Atom]int // how many of each kind are
	formats  []format          // how the words look, in the order in which it was said
	plan     plan
	at       int     // the number of the tag or the letters that are read
	emits    bool    // what stands here is text
	pictures []shown // of the open paragraph
	struck   bool
	next     int // the id of the next format
	page     page
	formula  *formula // that is read; nil outside of any
	sheet    sheet
	// scripted says that the page has programs, which may show what its style sheet hides.
	scripted bool
}

// element is one that is open.
type element struct {
	name   string
	atom   atom.Atom
	hidden bool
	mute   bool // its letters are no words of the page, or told elsewhere
	data   bool // they say something of the page to programs
	site   bool // it is the website's own
	margin bool // it is the head or the foot of pages
	format int  // the id of its format, -1 for none
	list   *list
	table  *table
	item   *item
	kind   layout.Kind // of a paragraph in it, where its class says so
	level  int
	label  string // of a paragraph in Word's lists
	// cell is set of one of a table, with how many columns and rows it covers.
	cell         bool
	across, down int
	flat         bool // a row of no height
	looks        int  // how many formats were open where it began
	quoted       bool // a figure with a quotation
	addressed    bool // lines of an address were read
	notes        bool // the notes of the text
	ignored      bool // Word's own label of an item
	lines        bool // a line feed ends a line
	tiny         bool // its letters have no size
}

type shown struct {
	file        []byte
	alternative string
}

// format is how words look from a place on. A nil leaves it as it was.
type format struct {
	id           int
	name         string
	bold, italic *bool
	address      *string
	struck       bool
	raised       int  // 1 above the line, -1 below it
	calls        bool // it is the number of a note
	away         bool // it leads to another page
}

// maxOpen is how many elements and formats are open at most; what is deeper is shown as
// if it stood there itself.
const maxOpen = 256

func (r *reader) hidden() bool {
	n := len(r.open)
	return !r.emits || n > 0 && r.open[n-1].hidden
}

func (r *reader) text(text string) {
	if r.hidden() {
		r.unshown(text)
		return
	}
	if e := r.labelled(); e != nil {
		e.label += text
		return
	}
	if r.sizeless(text) {
		return
	}
	look, raised, struck := r.look()
	if strings.Trim(text, " \ufe0e\n") == "↩" { // it leads from a note back to the text
		return
	}
	text = r.placed(text, raised)
	if strings.TrimSpace(text) != "" {
		if struck {
			r.w.LoseWords(layout.Struck, text, r.struck)
		}
		r.struck = struck
	}
	end := r.lineEnd()
	if end == nil {
		r.w.Words(text, look)
		return
	}
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if i > 0 {
			end()
		}
		r.w.Words(line, look)
	}
}

// lineEnd is what a line feed does here; nil where it is a space.
func (r *reader) lineEnd() func() {
	switch n := len(r.open); {
	case r.within(atom.Pre) >= 0:
		return r.w.Break
	case n > 0 && r.open[n-1].lines:
		return r.line
	}
	return nil
}

// look is how words look here.
func (r *reader) look() (look layout.Look, raised int, struck bool) {
	for _, f := range r.formats {
		if f.bold != nil {
			look.Bold = *f.bold
		}
		if f.italic != nil {
			look.Italic = *f.italic
		}
		if f.address != nil {
			look.Address, look.Away = *f.address, f.away
		}
		if f.raised != 0 {
			raised = f.raised
		}
		struck = struck || f.struck
	}
	return look, raised, struck
}

// calls reports whether what stands here is the number of a note.
func (r *reader) calls() bool {
	for _, f := range r.formats {
		if f.calls {
			return true
		}
	}
	return false
}

// within returns the index of the innermost open element of a kind, -1 for none.
func (r *reader) within(a atom.Atom) int {
	if r.opened[a] == 0 {
		return -1
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].atom == a {
			return i
		}
	}
	return -1
}

// start opens an element.
func (r *reader) start(t html.Token) {
	r.closeImplied(t.DataAtom)
	if t.DataAtom == atom.Math && t.Type == html.StartTagToken && !r.hidden() {
		r.formula = &formula{open: []node{{name: t.Data}}}
		return
	}
	style := styleOf(t)
	if f, ok := formatOf(t, style); ok {
		if t.DataAtom == atom.A {
			r.endElement(t.Data)
		}
		if !r.isConcealed(t, style) {
			r.openFormat(t, f)
			return
		}
	}
	if void(t.DataAtom) {
		r.page.meta(t)
		r.single(t)
		return
	}
	if t.Type == html.SelfClosingTagToken && t.DataAtom == 0 || len(r.open) >= maxOpen { // <o:p/>
		return
	}
	if isBlock(t.DataAtom) {
		r.flush()
	}
	e := r.element(t, style)
	r.open = append(r.open, e)
	r.opened[e.atom]++
	if e.cell {
		r.w = &layout.Writer{Part: r.w.Part}
	}
}

// element makes an element of its tag, and notes what those around it need.
func (r *reader) element(t html.Token, style string) element {
	e := element{name: t.Data, atom: t.DataAtom, format: -1, ignored: asIgnored.MatchString(style) || isLabel(t)}
	if n := len(r.open); n > 0 {
		e.lines = r.open[n-1].lines
	}
	if all := spacing.FindAllStringSubmatch(style, -1); all != nil {
		e.lines = breaks[strings.ToLower(all[len(all)-1][1])]
	}
	r.conceal(&e, t, style)
	e.kind, e.level = byClass(t, style)
	e.tiny = strings.Contains(style, "font-size") && tiny.MatchString(style)
	f := styled(style)
	if raised := r.sheet.raises(t); f.raised == 0 {
		f.raised = raised
	}
	if f.bold != nil || f.italic != nil || f.raised != 0 {
		e.format = r.addFormat(f)
	}
	r.part(&e, t)
	r.structure(&e, t)
	return e
}

// part tells where the words of an element stand: in the notes, in the website's own, at the head or the foot of pages.
func (r *reader) part(e *element, t html.Token) {
	if r.w.Part != layout.Body {
		return
	}
	shown := !e.hidden && !r.Fragment
	switch margin := marginOf(t); {
	case isNotes(t):
		e.notes, r.w.Part = true, layout.Note
	case shown && ofSite(t):
		e.site, r.w.Part = true, layout.Site
	case shown && margin != layout.Body:
		e.margin, r.w.Part = true, margin
	}
}

// marginOf is the head or the foot of pages that an element is, as LibreOffice writes them.
func marginOf(t html.Token) layout.Part {
	if t.DataAtom == atom.Div {
		switch attribute(t, "title") {
		case "header":
			return layout.Head
		case "footer":
			return layout.Foot
		}
	}
	return layout.Body
}

// structure notes what lists, quotations and tables need.
func (r *reader) structure(e *element, t html.Token) {
	switch t.DataAtom {
	case atom.Ul, atom.Menu, atom.Dir:
		e.list = r.newList()
	case atom.Ol:
		e.list = r.newList()
		e.list.next, e.list.numeral = 1, attribute(t, "type")
		if n, err := strconv.Atoi(attribute(t, "start")); err == nil && n >= 0 && n < 1_000_000 {
			e.list.next = n
		}
	case atom.Li:
		e.item = r.newItem(t)
	case atom.Q:
		r.mark(e, quotation)
	case atom.Rt:
		r.mark(e, " (")
	case atom.Blockquote:
		if f := r.within(atom.Figure); f >= 0 {
			r.open[f].quoted = true
		}
	default:
		r.ofTable(e, t)
	}
}

// mark writes what stands around a quotation within a paragraph, as a browser shows it, or around
// letters over others, which stand behind them.
func (r *reader) mark(e *element, mark string) {
	if !e.hidden {
		r.text(mark)
	}
}

const quotation = `"`

// end closes an element, and those in it that nobody closed.
func (r *reader) end(name string) {
	a := atom.Lookup([]byte(name))
	if isFormat(a) {
		if !r.endElement(name) {
			r.closeFormat(name)
		}
		return
	}
	switch a {
	case atom.Br:
		r.line()
		return
	case atom.P:
		if r.within(atom.P) < 0 {
			r.flush()
			return
		}
	}
	r.endElement(name)
}

// endElement ends the innermost element of a name, with what is open within, and reports whether there is one.
func (r *reader) endElement(name string) bool {
	a := atom.Lookup([]byte(name))
	if a != 0 && r.opened[a] == 0 {
		return false
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name == name {
			for len(r.open) > i {
				r.pop()
			}
			return true
		}
		if bounds(r.open[i].atom) && !ofTable(a) {
			return false
		}
	}
	return false
}

// pop closes the innermost element.
func (r *reader) pop() {
	n := len(r.open) - 1
	e := &r.open[n]
	if isBlock(e.atom) {
		r.flush()
	}
	switch e.atom {
	case atom.Q:
		r.mark(e, quotation)
	case atom.Rt:
		r.mark(e, ")")
	}
	if e.format >= 0 {
		r.dropFormat(e.format)
	}
	switch {
	case e.cell:
		r.endCell(e)
	case e.flat:
		r.endFlatRow()
	case e.table != nil:
		r.formats = r.formats[:min(len(r.formats), e.table.formats)]
		if !e.hidden {
			r.w.Grid(e.table.rows, e.table.laid)
		}
	}
	if e.notes || e.site || e.margin {
		r.w.Part = layout.Body
	}
	r.opened[e.atom]--
	r.open = r.open[:n]
}
