package page

import (
	"communique/editor/release"
	"communique/export/style"
)

// List sets the items of a list. Their marks hang to the left of the text: dashes and
// bullets, or numbers with their full stops one under another. Each level begins where the
// text of the one above does; on a narrow page its marks may hang left of that.
func (c *column) List(block release.Block) {
	p := c.style.Parts.List
	var items []piece
	said := func(item *release.Item) bool { return c.prepared(item.Text).text != "" }
	for _, own := range block.ItemsAs(said) {
		item := c.words(Item, block, p)
		item.Text, item.marks = own.Text, own.Marks
		item.mark, item.numbered, item.Level = own.Sign(c.language), own.Number > 0, own.Level
		item.offset, item.Source.Offset = own.Start, own.Start
		if len(items) > 0 {
			item.Group = items[0].Group
		} else {
			item.before = c.style.Parts.Paragraph.Before * c.style.Text.Size
		}
		items = append(items, item)
	}
	c.hang(items)
	c.set(items...)
}

// hang makes room for the widest mark of a level left of its items.
func (b *builder) hang(items []piece) {
	var widest [release.MaxLevel + 1]float64
	for _, item := range items {
		q := b.markOf(item)
		widest[item.Level] = max(widest[item.Level], b.lines(q)[0].width()+0.35*q.size)
	}
	for i := range items {
		p := &items[i].style
		own, first, left := *p, 0.0, 0.0
		for level, width := range widest[:items[i].Level+1] {
			p.Indent = min(own.Indent, -width/style.Point)
			room := max(own.Left, -p.Indent)
			if level > 0 {
				room = b.style.Page.Below(first, room, release.MaxLevel)
			} else {
				first = room
			}
			left += room
		}
		p.Left = left
	}
}

// markOf is what stands before an item.
func (b *builder) markOf(item piece) paragraph {
	q := b.paragraphOf(item.mark, "", item.style, b.textWidth)
	q.firstLine, q.align = 0, "left"
	return q
}

// itemMark is the line of an item's mark. A number ends where the text's margin
// would be with the widest of the list, a dash begins at the style's indent.
func (b *builder) itemMark(item piece) *rowLine {
	mark := item.Part
	mark.Role, mark.Text = ItemMark, item.mark
	q := b.markOf(item)
	set := b.lines(q)[0]
	x := b.left + (item.style.Left+item.style.Indent)*style.Point
	if item.numbered {
		x = b.left + item.style.Left*style.Point - 0.35*q.size - set.width()
	}
	return &rowLine{
		setLine: set, part: b.add(mark), offset: item.Source.Offset, x: x, height: b.leading(item.style), size: q.size,
	}
}
