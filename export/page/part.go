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
	before   float64 // space above, in points; dropped at the top of a page
	keepNext bool    // it must not be parted from what follows
	rule     bool    // a rule stands above it
}

// pieces puts the fields of a release in the order of the page. Notes are not
// among them.
func (b *builder) pieces(r release.Release) []piece {
	parts := b.style.Parts
	list := []piece{
		b.piece(Headline, release.HeadlineField, r.Headline, parts.Headline),
		b.piece(Subheadline, release.SubheadlineField, r.Subheadline, parts.Subheadline),
		b.piece(Dateline, release.DateField, text.Dateline(r), parts.Dateline),
	}
	if !b.style.Embargo.Show {
		list = append([]piece{b.piece(Embargo, release.EmbargoField, text.Embargo(r), parts.ContactName)}, list...)
	}
	for i := range list {
		list[i].keepNext = true
	}
	list = append(list, b.piece(Lead, release.LeadField, r.Lead, parts.Lead))
	for _, block := range r.Blocks {
		list = append(list, b.block(block)...)
	}
	list = append(list, b.piece(Boilerplate, release.BoilerplateField, r.Boilerplate, parts.Boilerplate))
	for i, c := range r.Contacts {
		list = append(list, b.contact(i, c, r.Language)...)
	}
	return withText(list)
}

// piece makes the part of a field; each has a group of its own.
func (b *builder) piece(role Role, field release.Field, content string, p style.Part) piece {
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

func (b *builder) block(block release.Block) []piece {
	parts := b.style.Parts
	var list []piece
	switch block.Kind {
	case release.Subheading:
		list = []piece{b.piece(Subheading, release.BlocksField, block.Text, parts.Subheading)}
		list[0].keepNext = true
	case release.Quotation:
		list = []piece{b.piece(Quotation, release.BlocksField, block.Text, parts.Quotation)}
		if speaker := text.OneLine(block.Speaker); speaker != "" {
			list = append(list, b.piece(Speaker, release.BlocksField, "— "+speaker, parts.Speaker))
			list[1].Source.Part = release.SpeakerPart
			list[0].keepNext = true
			list[1].Group = list[0].Group
		}
	case release.List:
		list = b.items(block)
	default:
		list = []piece{b.piece(Paragraph, release.BlocksField, block.Text, parts.Paragraph)}
	}
	for i := range list {
		list[i].Source.Block = block.ID
	}
	return list
}

func (b *builder) items(block release.Block) []piece {
	var list []piece
	for _, item := range text.Lines(block.Text) {
		p := b.piece(Item, release.BlocksField, item, b.style.Parts.List)
		if len(list) > 0 {
			p.Group = list[0].Group
		} else {
			p.before = b.style.Parts.Paragraph.Before * b.style.Text.Size
		}
		list = append(list, p)
	}
	return list
}

// contact keeps a contact in one piece, and the first with its rule.
func (b *builder) contact(index int, c release.Contact, language string) []piece {
	parts := b.style.Parts
	var list []piece
	add := func(content string, p style.Part, address string) {
		line := b.piece(Contact, release.ContactsField, content, p)
		line.link, line.keepNext = address, true
		list = append(list, line)
	}
	add(text.OneLine(c.Post, c.Organisation), parts.Contact, "")
	add(text.OneLine(c.Name), parts.ContactName, "")
	for _, l := range text.ReachLines(c, language) {
		add(l.Text, parts.Contact, l.Link)
	}
	list = withText(list)
	for i := range list {
		list[i].Group = list[0].Group
	}
	if len(list) > 0 {
		list[0].before, list[0].rule = 1.2*b.style.Text.Size, index == 0
		list[len(list)-1].keepNext = false
	}
	if len(list) > 0 && index == 0 {
		list[0].before = 2 * b.style.Text.Size
	}
	return list
}
