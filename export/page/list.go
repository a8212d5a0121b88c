package page

import (
	"strconv"
	"unicode/utf8"

	"communique/editor/release"
	"communique/export/style"
)

// List sets the items of a list. Their marks hang to the left of the text: dashes, or
// numbers with their full stops one under another.
func (c *column) List(block release.Block) {
	p := c.style.Parts.List
	var items []piece
	offset := 0
	for _, line := range release.Lines(block.Text, block.Marks) {
		start := offset
		offset += utf8.RuneCountInString(line.Text) + 1
		if c.prepared(line.Text).text == "" {
			continue
		}
		item := c.words(Item, block, p)
		item.Text, item.marks, item.mark = line.Text, line.Marks, "–"
		item.offset, item.Source.Offset = start, start
		if block.First > 0 {
			item.mark = strconv.Itoa(block.First+len(items)) + "."
		}
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

// hang makes room for the widest mark left of the items.
func (b *builder) hang(items []piece) {
	widest := 0.0
	for _, item := range items {
		q := b.markOf(item)
		widest = max(widest, b.lines(q)[0].width()+0.35*q.size)
	}
	for i := range items {
		p := &items[i].style
		p.Indent = min(p.Indent, -widest/style.Point)
		p.Left = max(p.Left, -p.Indent)
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
	if item.mark != "–" {
		x = b.left + item.style.Left*style.Point - 0.35*q.size - set.width()
	}
	return &rowLine{
		setLine: set, part: b.add(mark), offset: item.Source.Offset, x: x, height: b.leading(item.style), size: q.size,
	}
}
