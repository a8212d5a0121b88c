package page

import (
	"communique/editor/release"
	"communique/export/style"
	"communique/export/text"
)

// column sets the texts of a release as rows, one under another. As a
// release.Visitor it sets the blocks.
type column struct {
	*builder
	rows  []row
	held  tie     // of the next row to the last one
	after float64 // space that the last row wants below it
}

// put adds a row.
func (c *column) put(r row) {
	r.before = max(r.before, c.after)
	c.rows, c.after = append(c.rows, r), 0
}

// set sets pieces. Which rows may be parted follows from them: no heading stands at
// the foot of a page, no line of a paragraph alone on either side, and no word goes
// on overleaf.
func (c *column) set(pieces ...piece) {
	for _, p := range pieces {
		c.piece(p)
	}
}

func (c *column) piece(p piece) {
	q, spans := c.inscribed(p)
	if q.text == "" {
		return
	}
	lines := c.lines(q, spans...)
	var mark *rowLine
	if p.mark != "" {
		mark = c.itemMark(p)
	}
	part, origins := c.addPrepared(p, q), p.origins(q.text)
	x := c.left + p.style.Left*style.Point
	for n, set := range lines {
		r := row{
			height: c.leading(p.style),
			lines:  []rowLine{c.rowLine(p, q, set, part, x, origins)},
		}
		if n == 1 || n > 0 && (n == len(lines)-1 || isBroken(lines[n-1].runs)) {
			r.tie = firm
		}
		if n == 0 {
			r.before, r.rule, r.tie = p.before, p.rule, c.held
			if mark != nil {
				r.lines = append(r.lines, *mark)
			}
		}
		c.put(r)
	}
	c.held = free
	if p.keepNext {
		c.held = firm
	}
}

// addPrepared takes the part of a piece into the document, its words as they are set.
func (b *builder) addPrepared(p piece, q paragraph) int {
	part := p.Part
	part.Text = q.text
	return b.add(part)
}

// rowLine is a line of a piece on its way to a page.
func (b *builder) rowLine(p piece, q paragraph, set setLine, part int, x float64, origins []int) rowLine {
	return rowLine{
		setLine: set, part: part, offset: p.offsetOf(set.start, origins), x: x,
		height: b.leading(p.style), size: q.size, linked: q.marked != "",
	}
}

// isBroken reports whether a line ends in a hyphen of ours.
func isBroken(line []Run) bool {
	if len(line) == 0 {
		return false
	}
	glyphs := line[len(line)-1].Glyphs
	return len(glyphs) > 0 && glyphs[len(glyphs)-1].IsHyphen()
}

// inscribed is the paragraph of a piece, with its spans.
func (b *builder) inscribed(p piece) (paragraph, []span) {
	s := p.style
	if p.Role == Item {
		s.Indent = 0 // the mark hangs, not the text
	}
	q := b.paragraphOf(p.Text, p.Language, s, b.textWidth-p.right)
	q.link, q.title = p.link, p.isTitle()
	spans := b.spans(p, &q)
	return q, spans
}

// leading is the way from baseline to baseline within a part.
func (b *builder) leading(p style.Part) float64 {
	leading := p.Leading
	if leading == 0 {
		leading = b.style.Text.Leading
	}
	return p.Size * b.style.Text.Size * leading
}

// Paragraph sets a paragraph.
func (c *column) Paragraph(b release.Block) {
	c.set(c.words(Paragraph, b, c.style.Parts.Paragraph))
}

// Subheading sets a subheading.
func (c *column) Subheading(b release.Block) {
	p := c.words(Subheading, b, c.style.Parts.Subheading)
	p.keepNext = true
	c.set(p)
}

// Quotation sets a quotation, and who said it below. It stands off what follows as it
// does what comes before.
func (c *column) Quotation(b release.Block) {
	quoted, shift := text.Quoted(b, c.language)
	words := c.words(Quotation, quoted, c.style.Parts.Quotation)
	words.offset = -shift
	const dash = "— "
	if name := text.OneLine(b.Speaker); name != "" {
		words.keepNext = true
		speaker := c.words(Speaker, b, c.style.Parts.Speaker)
		speaker.Text, speaker.marks, speaker.Group = dash+name, nil, words.Group
		speaker.Source.Part, speaker.offset = release.SpeakerPart, -len([]rune(dash))
		c.set(words, speaker)
	} else {
		c.set(words)
	}
	c.after = words.before
}

// Rule sets a short line in the middle.
func (c *column) Rule(release.Block) {
	p := c.style.Parts.Paragraph
	height, width := c.leading(p), c.textWidth/4
	c.put(row{
		before: p.Before * c.style.Text.Size, height: height, tie: c.held,
		boxes: []Box{{
			Part: Furniture, X: c.left + (c.textWidth-width)/2, Y: height / 2, Width: width, Height: 0.6, Colour: c.style.Colours.Rule.NRGBA,
		}},
	})
	c.held = free
}

// words is the piece of a block's own words.
func (b *builder) words(role Role, block release.Block, p style.Part) piece {
	words := b.passage(role, release.BlocksField, block.Text, block.Marks, p)
	words.Source.Block = block.ID
	return words
}
