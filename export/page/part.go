package page

import (
	"communique/editor/release"
	"communique/export/style"
	"communique/export/text"
)

// piece is a part before it is set, and how it holds to its neighbours.
type piece struct {
	Part
	style    style.Part
	link     string
	marks    []release.Mark
	isText   bool    // it is one of the release's texts, or a piece of one
	offset   int     // where in that text it begins; below 0 where words of ours come first
	mark     string  // of an item: its dash, bullet or number
	numbered bool    // the item is
	before   float64 // space above, in points; dropped at the top of a page
	keepNext bool    // it must not be parted from what follows
	right    float64 // what it leaves free of the text's width, in points
	rule     bool    // a rule stands above it
}

// isTitle reports whether the piece stands above a text, in large letters or few words.
func (p piece) isTitle() bool {
	return p.Role == Kind || p.Role == Headline || p.Role == Subheadline || p.Role == Subheading || p.Role == HeadCell
}

// fields sets the fields of a release in the order of the page. Notes are not among
// them.
func (c *column) fields(r release.Release) {
	parts := c.style.Parts
	if !c.style.Embargo.Show {
		c.set(c.title(Embargo, release.EmbargoField, text.Embargo(r, c.wording), parts.ContactName))
	}
	headline := c.title(Headline, release.HeadlineField, r.Headline, parts.Headline)
	subheadline := c.title(Subheadline, release.SubheadlineField, r.Subheadline, parts.Subheadline)
	headline.isText, subheadline.isText = true, true
	c.set(headline, subheadline, c.title(Dateline, release.DateField, text.Dateline(r), parts.Dateline))
	c.set(c.passage(Lead, release.LeadField, r.Lead, r.LeadMarks, parts.Lead))
	for _, block := range r.Blocks {
		block.Visit(c)
	}
	c.set(c.passage(Boilerplate, release.BoilerplateField, r.Boilerplate, r.BoilerplateMarks, parts.Boilerplate))
	c.contacts(r)
}

// contacts sets whom a journalist asks. They never stand alone on the last page: two lines
// of the text go along, and where they take less than half a
// page, they stand together.
func (c *column) contacts(r release.Release) {
	from, last := len(c.rows), len(c.rows)
	for i, contact := range r.Contacts {
		if pieces := c.contact(i, contact); len(pieces) > 0 {
			last = len(c.rows)
			c.set(pieces...)
		}
	}
	if from == 0 || last == len(c.rows) {
		return
	}
	if needed(c.rows[from:]) < c.textHeight()/2 {
		for i := range c.rows[from:] {
			c.rows[from+i].tie = max(c.rows[from+i].tie, joined)
		}
	}
	c.rows[last].tie = firm // no contact is alone
	wanted := 2 * c.leading(c.style.Parts.Paragraph)
	for i := from; i > 0 && wanted > 0; i-- {
		c.rows[i].tie = firm
		if above := c.rows[i-1]; len(above.lines) > 0 || above.picture != nil {
			wanted -= above.height
		}
	}
}

// title is a piece above the text, which holds to what follows.
func (b *builder) title(role Role, field release.Field, content string, p style.Part) piece {
	title := b.newPiece(role, field, content, p)
	title.keepNext = true
	return title
}

// passage is the piece of a text that has marks.
func (b *builder) passage(role Role, field release.Field, content string, marks []release.Mark, p style.Part) piece {
	passage := b.newPiece(role, field, content, p)
	passage.marks, passage.isText = marks, true
	return passage
}

// newPiece makes the part of a field; each has a group of its own.
func (b *builder) newPiece(role Role, field release.Field, content string, p style.Part) piece {
	b.group++
	return piece{
		Part: Part{
			Role: role, Text: content, Language: b.language, Group: b.group,
			Source: b.source(field),
		},
		style: p, before: p.Before * b.style.Text.Size,
	}
}

// source is the beginning of a field.
func (b *builder) source(field release.Field) Source {
	return Source{b.index, release.Position{TextID: release.TextID{Field: field}}}
}

func withText(list []piece) []piece {
	var kept []piece
	for _, p := range list {
		if p.Text = prepare(p.Text); p.Text != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// contact keeps a contact in one piece, and the first with its rule.
func (b *builder) contact(index int, c release.Contact) []piece {
	parts := b.style.Parts
	right := 0.0
	if b.code != nil { // there is room beside it
		right = b.left + b.textWidth - b.code.left
	}
	var list []piece
	add := func(content string, p style.Part, address string) {
		line := b.newPiece(Contact, release.ContactsField, content, p)
		line.link, line.keepNext, line.right = address, true, right
		list = append(list, line)
	}
	add(text.Posting(c), parts.Contact, "")
	add(text.OneLine(c.Name), parts.ContactName, "")
	for _, l := range text.ReachLines(c, b.wording) {
		add(l.Text, parts.Contact, l.Link)
	}
	list = withText(list)
	for i := range list {
		list[i].Group = list[0].Group
	}
	if len(list) > 0 {
		list[0].before, list[0].rule = 1.2*b.style.Text.Size*b.spacing, index == 0
		list[len(list)-1].keepNext = false
	}
	if len(list) > 0 && index == 0 {
		list[0].before = 2 * b.style.Text.Size * b.spacing
	}
	return list
}
