package page

import (
	"strings"
	"unicode"

	"communique/editor/release"
	"communique/export/style"
	"communique/export/text"
)

// Picture sets a photograph with its caption below. They go overleaf together.
func (c *column) Picture(block release.Block) {
	caption := c.caption(block)
	photograph, there := c.photographs[block.Picture]
	if !there {
		inPlace := c.placeholder(block)
		inPlace.keepNext = caption.Text != ""
		c.set(inPlace, caption)
		return
	}
	w, h := style.Room(photograph.Width, photograph.Height, c.textWidth, c.textHeight())
	x := c.left
	if caption.style.Align == "center" {
		x += (c.textWidth - w) / 2
	}
	shown := caption.Part
	shown.Role, shown.Text, shown.Source.Part = Photograph, text.Alternative(block, c.wording), release.AlternativePart
	r := row{before: caption.before, height: h, tie: c.held, picture: &Picture{
		X: x, Width: w, Height: h, Data: photograph.Data, Type: photograph.Type, Part: c.add(shown),
	}}
	space := caption.before
	c.put(r)
	c.held = firm
	caption.before = 0.45 * c.style.Text.Size
	from := len(c.rows)
	c.set(caption)
	for i := range c.rows[from:] {
		c.rows[from+i].tie = max(c.rows[from+i].tie, joined)
	}
	c.held, c.after = free, space
}

// caption is what a picture shows, and who took it.
func (b *builder) caption(block release.Block) piece {
	caption := b.words(Caption, block, b.style.Parts.Caption)
	caption.Text = strings.TrimRightFunc(caption.Text, unicode.IsSpace) + text.Credit(block, b.wording)
	return caption
}

// placeholder stands in the place of a picture whose file is not there.
func (b *builder) placeholder(block release.Block) piece {
	p := b.words(Paragraph, block, b.style.Parts.Caption)
	p.Text, p.marks, p.isText = text.Placeholder(block, b.wording), nil, false
	p.Source.Part = release.AlternativePart
	return p
}
