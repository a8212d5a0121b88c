package pdf

import (
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/pdf/objects"
)

// tree lays out a document by its structure (14.7, 14.8).
type tree struct {
	*reader
	w          *layout.Writer
	words      phrase
	right      columns // of the lines of all pages; nil in a cell
	roles      objects.Dict
	page       int         // that of the element that is read, -1 for none
	inside     layout.Kind // of the paragraphs that stand in a quotation
	address    string      // of the link that is read
	item       *item
	photograph []byte // that the element shows
	notes      []note
	seen       map[objects.Ref]bool
	byMark     []map[int][]int // the runs of each page by their mark
	visited    []map[int]bool  // the marks of each page that were read
	depth      int
	lists      int  // that the element stands in
	begins     bool // a text by itself, with the next paragraph
	joined     []joined
}

// note is one that is read behind the text, and the page of the elements above it.
type note struct {
	element objects.Dict
	page    int
}

// deepest is how many elements stand within one another at most.
const deepest = 100

// structured lays out a document by its structure; whole is false where that has not most of the words.
func (r *reader) structured(root objects.Dict) (d layout.Document, whole bool) {
	t := &tree{reader: r, w: &layout.Writer{}, roles: r.file.Dict(root["RoleMap"]), page: -1, seen: map[objects.Ref]bool{}, right: columns{}}
	for _, page := range r.pages {
		byMark := map[int][]int{}
		var l line
		for i, one := range page.runs {
			if one.mark < 0 || one.artifact {
				continue
			}
			byMark[one.mark] = append(byMark[one.mark], i)
			if !sameLine(l.words.last, one) {
				l.x = one.x
			}
			l.end, l.words.last = one.end, one
			t.right.widen(l)
		}
		t.byMark, t.visited = append(t.byMark, byMark), append(t.visited, map[int]bool{})
	}
	t.words.right = t.right
	t.kids(root)
	t.end(layout.Paragraph{})
	for len(t.notes) > 0 {
		note := t.notes[0]
		t.notes = t.notes[1:]
		t.w.Part, t.page = layout.Note, note.page
		t.block(note.element)
		t.w.Part = layout.Body
	}
	left, all := t.leftOver()
	if left*5 > all {
		return d, false
	}
	d = t.w.Document()
	d.Repairs = append(d.Repairs, repairs(t.joined, 1)...)
	return d, true
}

// leftOver adds the lines that no element has, and counts their letters, and all.
func (t *tree) leftOver() (left, all int) {
	for n, page := range t.pages {
		var words phrase
		for _, one := range page.runs {
			if one.artifact {
				continue
			}
			letters := len(strings.TrimSpace(one.text))
			all += letters
			if one.mark >= 0 && t.visited[n][one.mark] {
				continue
			}
			left += letters
			words.add(one, "")
		}
		t.words = words
		t.end(layout.Paragraph{})
	}
	return left, all
}

// role is what an element is, in the names of the standard.
func (t *tree) role(d objects.Dict) string {
	role := t.file.Name(d["S"])
	for range deepest {
		mapped := t.file.Name(t.roles[role])
		if mapped == "" || standard(string(role)) {
			break
		}
		role = mapped
	}
	return string(role)
}

// boilerplate is the role that our own files give to what the organisation is.
const boilerplate = "Boilerplate"

// standard reports a role that needs no other to be understood.
func standard(role string) bool {
	switch role {
	case "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Link", "Span", "BlockQuote", "Note", "Caption", boilerplate:
		return true
	}
	return level(role) > 0
}

// level is that of a heading's role; 0 for what is none.
func level(role string) int {
	switch {
	case role == "Title", role == "H":
		return 1
	case len(role) == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6':
		return int(role[1] - '0')
	}
	return 0
}

// kids reads what an element has.
func (t *tree) kids(d objects.Dict) { t.within(d, t.kid) }

// within goes through what an element has, once.
func (t *tree) within(d objects.Dict, each func(kid any)) {
	list := t.file.Array(d["K"])
	if list == nil && d["K"] != nil {
		list = objects.Array{d["K"]}
	}
	page := t.page
	if ref, is := d["Pg"].(objects.Ref); is {
		t.page = t.number(ref)
	}
	t.depth++
	for _, kid := range list {
		ref, is := kid.(objects.Ref)
		if t.depth > deepest || is && t.seen[ref] {
			continue
		}
		t.seen[ref] = is
		each(kid)
	}
	t.depth--
	t.page = page
}

// number is that of a page by its object; -1 for what is none.
func (t *tree) number(ref objects.Ref) int {
	if n, is := t.byRef[ref]; is {
		return n
	}
	return -1
}

// kid reads a piece of a page, or an element.
func (t *tree) kid(kid any) {
	switch o := t.file.Resolve(kid).(type) {
	case float64:
		t.marked(t.page, int(o))
	case objects.Dict:
		switch t.file.Name(o["Type"]) {
		case "MCR":
			page := t.page
			if ref, is := o["Pg"].(objects.Ref); is {
				page = t.number(ref)
			}
			if n, is := t.file.Number(o["MCID"]); is {
				t.marked(page, int(n))
			}
		case "OBJR": // what a link leads to, or a field
			ref, _ := o["Obj"].(objects.Ref)
			if at, is := t.spots[ref]; is {
				t.marked(at.page, at.mark)
			}
		default:
			t.element(o)
		}
	}
}

// marked adds the words of a piece of a page.
func (t *tree) marked(page, mark int) {
	if page < 0 || page >= len(t.pages) {
		return
	}
	if file := t.pages[page].files[mark]; file != nil {
		t.photograph = file
	}
	runs := t.pages[page].runs
	t.visited[page][mark] = true
	for _, i := range t.byMark[page][mark] {
		t.words.add(runs[i], t.address)
		if i+1 < len(runs) && runs[i+1].artifact {
			t.words.add(runs[i+1], "")
		}
	}
}

// end ends the open paragraph, which is what p says.
func (t *tree) end(p layout.Paragraph) {
	for _, one := range t.words.pieces {
		if one.ends {
			t.w.Break()
			continue
		}
		t.w.Words(string(one.text), one.look)
	}
	t.joined = append(t.joined, t.words.joined...)
	t.words = phrase{right: t.right}
	if t.w.Open() {
		if p.Kind == "" || p.Kind == layout.Text || p.Kind == layout.Heading {
			p.Begins, t.begins = t.begins, false
		}
		t.w.End(p)
	}
}

// element reads an element by what it is.
func (t *tree) element(d objects.Dict) {
	switch role := t.role(d); role {
	case "Artifact":
	case "P", "Caption", boilerplate, "BibEntry", "Title", "H", "H1", "H2", "H3", "H4", "H5", "H6":
		t.paragraph(d, role)
	case "L":
		t.list(d)
	case "LI":
		t.listItem(d)
	case "Lbl":
		t.label(d)
	case "Table":
		t.table(d)
	case "BlockQuote":
		t.end(layout.Paragraph{Kind: t.inside})
		before := t.inside
		t.inside = layout.Quotation
		t.block(d)
		t.inside = before
	case "Figure", "Formula":
		t.figure(d)
	case "Note", "FENote":
		t.notes = append(t.notes, note{d, t.page})
	case "Link":
		before := t.address
		t.address = t.leadsTo(d)
		t.inline(d)
		t.address = before
	case "NonStruct": // what it holds counts as if it were not there
		t.kids(d)
	case "LBody", "Span", "Quote", "Code", "Reference", "Em", "Strong", "Sub", "Annot", "Form", "Ruby", "RB", "RT", "Warichu", "WT":
		t.inline(d)
	case "Sect":
		t.section(d)
	default: // Document, Part, Div and what is unknown hold others
		t.block(d)
	}
}

// figure reads a picture, and what is written in it.
func (t *tree) figure(d objects.Dict) {
	t.photograph = nil
	t.kids(d)
	if t.photograph == nil {
		t.w.Lose(layout.Pictures, 1)
		return
	}
	t.end(layout.Paragraph{Kind: t.inside})
	alternative, _ := t.file.Text(d["Alt"])
	t.w.Picture(t.photograph, alternative)
}

// section reads a part of the document. One that says its language is a text by itself, as each release is of a PDF of
// ours that has several.
func (t *tree) section(d objects.Dict) {
	t.end(layout.Paragraph{Kind: t.inside})
	if _, is := t.file.Text(d["Lang"]); is {
		t.begins = true
	}
	t.block(d)
}

// block reads an element that holds others; words of its own are a paragraph.
func (t *tree) block(d objects.Dict) {
	t.end(layout.Paragraph{Kind: t.inside})
	t.kids(d)
	t.end(layout.Paragraph{Kind: t.inside})
}

// inline reads words within a paragraph.
func (t *tree) inline(d objects.Dict) {
	text, is := t.file.Text(d["ActualText"])
	if !is {
		t.kids(d)
		return
	}
	before := t.words.here()
	t.kids(d)
	t.words.replace(before, text, layout.Look{Address: t.address})
}

func (t *tree) paragraph(d objects.Dict, role string) {
	p := layout.Paragraph{Kind: t.inside}
	switch n := level(role); {
	case n > 0:
		p.Kind, p.Level = layout.Heading, n
	case t.item != nil: // that of an item
		t.inline(d)
		t.words.space()
		return
	case role == "Caption":
		p.Kind = layout.Caption
	case role == boilerplate:
		p.Kind = layout.About
	}
	t.end(layout.Paragraph{Kind: t.inside})
	t.inline(d)
	t.end(p)
}

// leadsTo is the address of a link; "" where it leads to none that a release may have.
func (t *tree) leadsTo(d objects.Dict) (address string) {
	list := t.file.Array(d["K"])
	if list == nil {
		list = objects.Array{d["K"]}
	}
	for _, kid := range list {
		one := t.file.Dict(kid)
		if t.file.Name(one["Type"]) != "OBJR" {
			continue
		}
		written, _ := t.file.Text(t.file.Dict(t.file.Dict(one["Obj"])["A"])["URI"])
		to, known := layout.Address(written)
		if !known {
			t.w.Lose(layout.Links, 1)
			continue
		}
		address = to
	}
	return address
}
