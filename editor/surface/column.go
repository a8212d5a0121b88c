package surface

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// column is all of a release one block under another. Only the blocks that somebody
// asked for are laid out; the heights of the others are estimates.
type column struct {
	measures measures
	layout   layout
	document *document.Document
	shown    bool // it is only looked at: what is empty has no block
	hints    *Hints
	dateline string
	language string // of the release
	contacts []release.Line
	blocks   []*block
	byID     map[release.TextID]*block
	heights  heights
}

// head and tail are the blocks before and behind those of the body.
var (
	head = []release.Field{release.HeadlineField, release.SubheadlineField, release.DateField, release.LeadField}
	tail = []release.Field{release.BoilerplateField, release.ContactsField}
)

// fill takes all blocks of a document.
func (c *column) fill(d *document.Document) {
	c.document, c.blocks, c.byID = d, nil, map[release.TextID]*block{}
	put := func(id release.TextID) {
		b := &block{id: id, form: id.Field == release.DateField || id.Field == release.ContactsField}
		c.blocks = append(c.blocks, b)
		c.byID[id] = b
	}
	putAll := func(fields []release.Field) {
		for _, f := range fields {
			if !c.shown || !c.isEmpty(f) {
				put(release.TextID{Field: f})
			}
		}
	}
	putAll(head)
	for _, b := range d.Blocks() {
		put(document.Body(b.ID, release.Words))
	}
	putAll(tail)
	c.forget()
}

// isEmpty reports a field that would show nothing but its hint.
func (c *column) isEmpty(f release.Field) bool {
	switch f {
	case release.DateField:
		return c.dateline == ""
	case release.ContactsField:
		return len(c.contacts) == 0
	default:
		words, _, _ := c.document.Text(release.TextID{Field: f})
		return words == ""
	}
}

// forget leaves all blocks to be laid out again, for the measures are others.
func (c *column) forget() {
	for _, b := range c.blocks {
		*b = block{id: b.id, form: b.form, photo: b.photo}
		b.height = c.estimate(b.id)
	}
	c.count()
}

// count takes the heights of all blocks.
func (c *column) count() {
	each := make([]int, len(c.blocks))
	for i, b := range c.blocks {
		b.index, each[i] = i, b.height
	}
	c.heights.reset(each)
}

// block returns the block that a text belongs to; nil for one the column does not have.
func (c *column) block(id release.TextID) *block {
	id.Part = release.Words
	return c.byID[id]
}

// lay lays a block out, unless it is.
func (c *column) lay(b *block) *block {
	if !b.laid {
		c.relayout(b)
	}
	return b
}

// relayout lays a block out anew.
func (c *column) relayout(b *block) {
	l := &c.layout
	l.language = c.language
	l.start(b)
	switch b.id.Field {
	case release.BlocksField:
		if own, ok := c.document.Block(b.id.Block); ok {
			own.Visit(l)
		}
	case release.DateField:
		c.layDateline()
	case release.ContactsField:
		c.layContacts()
	default:
		c.layField(b.id)
	}
	l.before = block{}
	b.height = l.y
	c.heights.set(b.index, b.height)
}

// layField lays out a text that is no block's.
func (c *column) layField(id release.TextID) {
	l := &c.layout
	words, marks, _ := c.document.Text(id)
	switch id.Field {
	case release.HeadlineField:
		l.words(id, words, marks, l.headline, 0, c.hints.Headline)
		l.y += l.small
	case release.SubheadlineField:
		l.words(id, words, marks, l.subheadline, 0, c.hints.Subheadline)
		l.y += l.px(10)
	case release.LeadField:
		l.words(id, words, marks, l.lead, 0, c.hints.Lead)
		l.y += l.gap
	case release.BoilerplateField:
		l.y += l.px(7)
		k := l.subheading
		k.soft = words == ""
		about := l.sign(c.hints.About, nil, k, 0, l.column)
		l.y += about.height() + l.px(7)
		l.words(id, words, marks, l.text, 0, c.hints.Boilerplate)
		l.y += l.gap
	}
}

// layDateline lays the line of place and date out.
func (c *column) layDateline() {
	l := &c.layout
	words := c.dateline
	if words == "" {
		words = c.hints.Dateline
	}
	line := l.sign(words, nil, l.dateline, 0, l.column)
	line.id = release.TextID{Field: release.DateField} // what is found in it is underlined
	l.y += line.height()
	l.y += l.gap
}

// layContacts lays the contacts out, under a rule.
func (c *column) layContacts() {
	l := &c.layout
	l.y += l.small
	l.block.rects = append(l.block.rects, rect{0, l.y, l.column, l.hairline, edgeInk})
	l.y += l.hairline + l.gap - l.px(2)
	lines, k := c.contacts, l.contact
	if len(lines) == 0 {
		lines, k.soft = []release.Line{{Text: c.hints.Contacts}}, true
	} else {
		k.soft = false
	}
	for _, line := range lines {
		l.y += l.sign(line.Text, line.Marks, k, 0, l.column).height()
	}
}

// estimate is about how high a block will be.
func (c *column) estimate(id release.TextID) int {
	m := &c.measures
	switch id.Field {
	case release.BlocksField:
		shape := c.document.Shape(id.Block)
		words, _, _ := c.document.Text(id)
		height := m.estimateBlock(shape.Kind, words)
		if shape.Kind == release.Picture {
			_, photo := c.layout.photoSize(shape.Picture)
			height += photo
		}
		return height
	case release.HeadlineField:
		words, _, _ := c.document.Text(id)
		return m.estimateText(m.headline, words) + m.small
	case release.DateField:
		return m.dateline.lineHeight + m.gap
	case release.ContactsField:
		return m.contact.lineHeight*max(1, len(c.contacts)) + 2*m.gap
	default:
		words, _, _ := c.document.Text(id)
		return m.estimateText(m.text, words) + m.gap
	}
}

func (m *measures) estimateText(k look, words string) int {
	return k.lineHeight * (1 + utf8.RuneCountInString(words)/k.letters(m.column))
}

func (m *measures) estimateBlock(kind release.BlockKind, words string) int {
	switch kind {
	case release.Rule:
		return 2*m.gap + m.hairline
	case release.Picture:
		return m.small + 3*m.speaker.lineHeight + m.gap
	case release.Quotation:
		return m.estimateText(m.text, words) + m.speaker.lineHeight + m.gap
	case release.List, release.Table:
		lines := 1 + strings.Count(words, "\n")
		return max(lines*m.text.lineHeight, m.estimateText(m.text, words)) + m.gap
	default:
		return m.estimateText(m.text, words) + m.gap
	}
}

// change takes what became different in the document.
func (c *column) change(t document.Touched) {
	if len(t.Added) > 0 || len(t.Removed) > 0 {
		c.reorder(t)
	}
	for _, id := range t.Texts {
		c.changed(c.block(id))
	}
	for _, id := range t.Shaped {
		c.changed(c.block(document.Body(id, release.Words)))
	}
}

// changed leaves a block, which may be nil, to be laid out again when it is asked for.
// Its boxes are kept for that, and until then what height it had, or would have.
func (c *column) changed(b *block) {
	if b == nil {
		return
	}
	if b.boxes == nil {
		b.height = c.estimate(b.id)
		c.heights.set(b.index, b.height)
	}
	b.laid = false
}

// reorder takes blocks away and puts others where they stand in the document.
func (c *column) reorder(t document.Touched) {
	gone := map[*block]bool{}
	for _, id := range slices.Concat(t.Removed, t.Added) {
		text := document.Body(id, release.Words)
		if b := c.byID[text]; b != nil {
			gone[b] = true
			delete(c.byID, text)
		}
	}
	if len(gone) > 0 {
		c.blocks = slices.DeleteFunc(c.blocks, func(b *block) bool { return gone[b] })
	}
	added := map[int]*block{} // by where they stand in the body
	for _, id := range t.Added {
		if i := c.document.Index(id); i >= 0 {
			text := document.Body(id, release.Words)
			added[i] = &block{id: text, height: c.estimate(text)}
			c.byID[text] = added[i]
		}
	}
	if len(added) > 0 {
		all := slices.Clone(c.blocks[:len(head)])
		for rest := c.blocks[len(head):]; len(rest) > 0; {
			if b := added[len(all)-len(head)]; b != nil {
				all = append(all, b)
				continue
			}
			all, rest = append(all, rest[0]), rest[1:]
		}
		c.blocks = all
	}
	c.count()
}

// setup takes measures and the faces they were made with.
func (c *column) setup(s *typeset.Setter, m measures, size func(string) (int, int)) {
	c.measures = m
	c.layout = layout{measures: &c.measures, setter: s, hints: c.hints, size: size}
}
