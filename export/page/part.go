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
		b.piece(Headline, "headline", r.Headline, parts.Headline),
		b.piece(Subheadline, "subheadline", r.Subheadline, parts.Subheadline),
		b.piece(Dateline, "date", text.Dateline(r), parts.Dateline),
	}
	if !b.style.Embargo.Show {
		list = append([]piece{b.piece(Embargo, "embargo", text.Embargo(r), parts.ContactName)}, list...)
	}
	for i := range list {
		list[i].keepNext = true
	}
	list = append(list, b.piece(Lead, "lead", r.Lead, parts.Lead))
	for i, block := range r.Blocks {
		list = append(list, b.block(i, block)...)
	}
	list = append(list, b.piece(Boilerplate, "boilerplate", r.Boilerplate, parts.Boilerplate))
	for i, c := range r.Contacts {
		list = append(list, b.contact(i, c, r.Language)...)
	}
	return withText(list)
}

// piece makes the part of a field; each has a group of its own.
func (b *builder) piece(role Role, field, content string, p style.Part) piece {
	b.group++
	return piece{
		Part: Part{
			Role: role, Text: content, Language: b.language, Group: b.group,
			Source: Source{Release: b.index, Field: field, Block: -1},
		},
		style: p, before: p.Before * b.style.Text.Size,
	}
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

func (b *builder) block(index int, block release.Block) []piece {
	parts := b.style.Parts
	var list []piece
	switch block.Kind {
	case release.Subheading:
		list = []piece{b.piece(Subheading, "blocks", block.Text, parts.Subheading)}
		list[0].keepNext = true
	case release.Quotation:
		list = []piece{b.piece(Quotation, "blocks", block.Text, parts.Quotation)}
		if speaker := text.OneLine(block.Speaker); speaker != "" {
			list = append(list, b.piece(Speaker, "speaker", "— "+speaker, parts.Speaker))
			list[0].keepNext = true
			list[1].Group = list[0].Group
		}
	case release.List:
		list = b.items(block)
	default:
		list = []piece{b.piece(Paragraph, "blocks", block.Text, parts.Paragraph)}
	}
	for i := range list {
		list[i].Source.Block = index
	}
	return list
}

func (b *builder) items(block release.Block) []piece {
	var list []piece
	for _, item := range text.Lines(block.Text) {
		p := b.piece(Item, "blocks", item, b.style.Parts.List)
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
		line := b.piece(Contact, "contacts", content, p)
		line.Source.Block, line.link, line.keepNext = index, address, true
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
