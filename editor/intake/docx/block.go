package docx

import (
	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// block reads a paragraph, a table, or what holds them.
func (r *reader) block(e parts.Element) error {
	switch e.Name {
	case "p":
		return r.paragraph()
	case "tbl":
		return r.table()
	case "sdt":
		return r.control(r.block, nil)
	case "altChunk":
		r.include(e.Get("id"))
	case "annotation":
		return r.annotation(e, r.block)
	case "AlternateContent":
		return r.alternative(r.block)
	case "del":
		r.w.Lose(layout.Deletions, 1)
		return r.walker.Skip()
	case "subDoc":
		r.w.Lose(layout.Inclusions, 1)
	case "sectPr", "tblPr", "tblGrid", "moveFrom":
		return r.walker.Skip()
	}
	return nil
}

// properties are a paragraph's own.
type properties struct {
	style  string
	number numberRef
	level  int  // of the outline, from 1; -1 leaves it to the style
	joins  bool // its mark is deleted, moved away or hidden: the next one goes on in it
	moved  bool
	hidden bool
	drops  bool // it is the large letter that the next one begins with
	border borders
}

func (r *reader) paragraph() error {
	joined := r.p.joins
	r.p = properties{level: -1}
	r.hidden, r.struck = false, false
	if err := r.walker.Inside(r.inline, nil); err != nil {
		return err
	}
	if r.p.joins && !joined && !r.p.hidden && (!r.p.moved || r.w.Open()) { // a paragraph moved as a whole stands elsewhere
		r.w.Lose(layout.Deletions, 1)
	}
	if r.p.joins {
		r.w.Words(" ", layout.Look{})
		return nil
	}
	if r.p.drops {
		return nil
	}
	r.end()
	for _, box := range r.boxes {
		r.w.Append(box)
	}
	r.boxes = nil
	return nil
}

// end ends the paragraph, as what its style and its list make of it.
func (r *reader) end() {
	kind, deep := r.styles.kind(r.p.style)
	if r.p.level > 0 && kind == layout.Text {
		kind, deep = layout.Heading, r.p.level
	}
	border := r.p.border
	if !border.set && (kind == layout.Text || kind == layout.Contact) { // a heading's own part nothing
		border = r.styles.border(r.p.style)
	}
	r.rule(border)
	p := layout.Paragraph{Kind: kind, Level: deep, Strong: is(r.styles.look(r.p.style).bold)}
	if !r.w.Open() && border.above { // one below parts the next one
		r.w.End(p)
		r.w.Add(layout.Paragraph{Kind: layout.Rule})
		r.ruled = false
		return
	}
	r.w.End(r.numbered(p))
}

// numbered counts a paragraph with words in the list it stands in.
func (r *reader) numbered(p layout.Paragraph) layout.Paragraph {
	ref := r.list()
	if !ref.set && r.p.number.set && p.Kind == layout.Item { // taken out of its style's list
		p.Kind = layout.Text
	}
	if !ref.set || !r.w.Open() {
		return p
	}
	value, label, item := r.numbering.next(ref)
	switch {
	case !item:
	case label != "" && (value == 0 || p.Kind == layout.Heading):
		r.w.First(label + " ")
	case p.Kind == layout.Heading:
		if value > 0 {
			r.w.First(layout.Numeral(value, "") + ". ")
		}
	default:
		p.Kind, p.Number, p.Label, p.Level = layout.Item, value, label, ref.level
	}
	return p
}

// rule adds the borders that part a paragraph with its own from the one before.
func (r *reader) rule(own borders) {
	if r.ruled && !own.below {
		r.w.Rule()
	}
	r.ruled = own.below && !own.above
	if own.above && !own.below && r.w.Open() {
		r.w.Rule()
	}
}

// list returns the place in a list that the paragraph has, by itself or its style.
func (r *reader) list() numberRef {
	if r.p.number.set {
		return numberRef{r.p.number.id != "0", r.p.number.id, r.p.number.level}
	}
	for _, s := range r.styles.chain(r.p.style) {
		if s.number.set {
			return numberRef{s.number.id != "0", s.number.id, r.numbering.level(s)}
		}
	}
	return numberRef{}
}

// property reads what stands at the beginning of a paragraph.
func (r *reader) property(e parts.Element) error {
	switch e.Name {
	case "pStyle":
		r.p.style = e.Get("val")
	case "numPr", "listPr":
		r.p.number.set = true
	case "numId", "ilfo":
		r.p.number.id = e.Get("val")
	case "ilvl":
		r.p.number.level = level(e)
	case "outlineLvl":
		r.p.level = outline(e)
	case "framePr":
		r.p.drops = e.Has("dropCap") && e.Get("dropCap") != "none"
	case "rPr":
		return r.walker.Inside(r.mark, nil)
	case "pBdr":
		return r.p.border.read(r.walker)
	case "pPrChange":
		return r.walker.Skip()
	}
	return nil
}

// mark reads what is said of a paragraph's end.
func (r *reader) mark(e parts.Element) error {
	switch e.Name {
	case "del":
		r.p.joins = true
	case "annotation":
		r.p.joins = r.p.joins || e.Get("type") == "Word.Deletion"
	case "moveFrom":
		r.p.joins, r.p.moved = true, true
	case "vanish":
		r.p.hidden = is(onOff(e))
		r.p.joins = r.p.joins || r.p.hidden
	}
	return nil
}

// control reads a content control; words that only ask for some are none, which is told. Of what they stand in asked hears,
// where it is not nil.
func (r *reader) control(content, asked func(parts.Element) error) error {
	asks := false
	return r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "sdtPr":
			return r.walker.Inside(func(e parts.Element) error {
				asks = asks || e.Name == "showingPlcHdr"
				return nil
			}, nil)
		case "sdtContent":
			if !asks {
				return r.walker.Inside(content, nil)
			}
			r.w.Lose(layout.Questions, 1)
			if asked == nil {
				return r.walker.Skip()
			}
			return r.walker.Inside(asked, nil)
		case "sdtEndPr":
			return r.walker.Skip()
		}
		return nil
	}, nil)
}

// include reads a part in another form, as far as somebody does.
func (r *reader) include(id string) {
	t := r.links[id]
	data := r.Package.Read(t.address)
	if !t.external && r.Include != nil && len(data) > 0 {
		if d, err := r.Include(data); err == nil {
			r.w.Append(d)
			return
		}
	}
	r.w.Lose(layout.Inclusions, 1)
}

// apart reads what stands beside the text, or in a cell, into a document of its own.
func (r *reader) apart(part layout.Part, read func() error) (layout.Document, error) {
	w, p, boxes, fields, ruled := r.w, r.p, r.boxes, r.fields, r.ruled
	r.w, r.boxes, r.fields, r.ruled = &layout.Writer{Part: part}, nil, nil, false
	err := read()
	for _, box := range r.boxes { // of a paragraph that goes on beyond its cell
		r.w.Append(box)
	}
	d := r.w.Document()
	r.leave()
	r.w, r.p, r.boxes, r.fields, r.ruled = w, p, boxes, fields, ruled
	return d, err
}

func (r *reader) table() error {
	r.rule(borders{})
	r.w.End(layout.Paragraph{}) // a joined paragraph ends here
	var rows [][]layout.Cell
	err := r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "tr":
			row, deleted, err := r.row()
			if deleted {
				r.w.Lose(layout.Deletions, 1)
			} else {
				rows = append(rows, row)
			}
			return err
		case "tblPr", "tblGrid", "sdtPr":
			return r.walker.Skip()
		}
		return nil
	}, nil)
	r.w.Grid(rows, nil)
	return err
}

func (r *reader) row() (row []layout.Cell, deleted bool, err error) {
	var inside func(parts.Element) error
	inside = func(e parts.Element) error {
		switch e.Name {
		case "trPr":
			return r.walker.Inside(func(e parts.Element) error {
				deleted = deleted || e.Name == "del"
				return nil
			}, nil)
		case "tc":
			cell, none, err := r.cell()
			if none {
				r.w.Lose(layout.Deletions, 1)
			} else {
				row = append(row, cell)
			}
			return err
		case "sdt":
			return r.control(inside, func(e parts.Element) error {
				if e.Name == "tc" {
					row = append(row, layout.Cell{})
				}
				return r.walker.Skip()
			})
		case "tblPrEx":
			return r.walker.Skip()
		}
		return nil
	}
	err = r.walker.Inside(inside, nil)
	return row, deleted, err
}

// cell reads a cell; deleted says that it was taken out with changes tracked.
func (r *reader) cell() (cell layout.Cell, deleted bool, err error) {
	covered := false
	cell.Inside, err = r.apart(r.w.Part, func() error {
		return r.walker.Inside(func(e parts.Element) error {
			if e.Name != "tcPr" {
				return r.block(e)
			}
			return r.walker.Inside(func(e parts.Element) error {
				switch e.Name {
				case "gridSpan":
					cell.Across = count(e)
				case "vMerge", "hMerge":
					covered = covered || e.Get("val") != "restart"
				case "cellDel":
					deleted = true
				}
				return nil
			}, nil)
		}, nil)
	})
	if covered {
		cell.Inside.Paragraphs = nil
	}
	return cell, deleted, err
}
