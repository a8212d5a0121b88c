package surface

import (
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
	"communique/editor/surface/typeset"
)

// layout lays one block out. It is a release.Visitor, so that no kind is forgotten.
type layout struct {
	*measures
	setter *typeset.Setter
	hints  *Hints
	// language is that of the release, in whose letters items are counted.
	language string
	size     func(hash string) (width, height int) // of a picture, in pixels; 0 until it is loaded
	block    *block
	before   block // what it was when it was laid out last
	count    int   // of boxes it will have, where that is known
	front    int   // of them, how many at the beginning say what they said
	back     int   // and how many at the end
	y        int
}

// start begins to lay a block out anew. Boxes that it has are used again.
func (l *layout) start(b *block) {
	l.block, l.before, l.y = b, *b, 0
	l.count, l.front, l.back = 0, 0, 0
	b.boxes, b.signs, b.rects, b.photo, b.natural, b.laid = nil, nil, nil, nil, nil, true
}

// add puts a text, or a piece of one that begins at a code point, into the block.
func (l *layout) add(id release.TextID, p piece, k look, x, width int, hint string) *box {
	b := l.reuse(id, k, width)
	if b == nil {
		b = &box{id: id, width: width, look: k, text: l.setter.NewText(k.Style, width)}
	}
	b.from, b.x, b.y = p.from, x, l.y
	b.text.Set(p.words, p.marks)
	switch {
	case p.words != "" || hint == "":
		b.hint = nil
	case b.hint == nil || b.hint.Words() != hint:
		b.hint = l.setter.NewText(k.Style, width)
		b.hint.Set(hint, nil)
	}
	l.block.boxes = append(l.block.boxes, b)
	return b
}

// match says which items or cells the block will have. Those at its beginning and end
// that say what they said keep their boxes, whatever was put or taken between them.
func (l *layout) match(items []piece) {
	old := l.before.boxes
	most := min(len(items), len(old))
	for l.front < most && old[l.front].text.Words() == items[l.front].words {
		l.front++
	}
	for l.back < most-l.front && old[len(old)-1-l.back].text.Words() == items[len(items)-1-l.back].words {
		l.back++
	}
	l.count = len(items)
}

// reuse returns the box of before for what is the next now; nil where there is none.
func (l *layout) reuse(id release.TextID, k look, width int) *box {
	n, old := len(l.block.boxes), l.before.boxes
	switch {
	case l.back > 0 && n >= l.count-l.back:
		n += len(old) - l.count
	case n >= len(old)-l.back:
		return nil
	}
	if b := old[n]; b.id == id && b.look == k && b.width == width {
		return b
	}
	return nil
}

// words adds a text that goes through the column, under what there is.
func (l *layout) words(id release.TextID, words string, marks []release.Mark, k look, x int, hint string) {
	b := l.add(id, piece{words: words, marks: marks}, k, x, l.column-x, hint)
	l.y += b.height()
}

// sign adds words that nobody edits, without going down.
func (l *layout) sign(words string, marks []release.Mark, k look, x, width int) *box {
	var b *box
	if n, old := len(l.block.signs), l.before.signs; n < len(old) && old[n].look == k && old[n].width == width {
		b = old[n]
	} else {
		b = &box{width: width, look: k, text: l.setter.NewText(k.Style, width)}
	}
	b.x, b.y = x, l.y
	b.text.Set(words, marks)
	l.block.signs = append(l.block.signs, b)
	return b
}

// Paragraph is words under words.
func (l *layout) Paragraph(b release.Block) {
	l.words(document.Body(b.ID, release.Words), b.Text, b.Marks, l.text, 0, l.hints.Paragraph)
	l.y += l.gap
}

// Subheading stands closer to what follows than to what comes before.
func (l *layout) Subheading(b release.Block) {
	l.y += l.px(7)
	l.words(document.Body(b.ID, release.Words), b.Text, b.Marks, l.subheading, 0, l.hints.Subheading)
	l.y += l.px(7)
}

// Quotation is words beside a bar, with who said them.
func (l *layout) Quotation(b release.Block) {
	x := l.bar + l.px(16)
	l.words(document.Body(b.ID, release.Words), b.Text, b.Marks, l.text, x, l.hints.Quotation)
	l.y += l.px(4)
	l.words(document.Body(b.ID, release.SpeakerPart), b.Speaker, nil, l.speaker, x, l.hints.Speaker)
	l.block.rects = append(l.block.rects, rect{0, 0, l.bar, l.y, accentInk})
	l.y += l.gap
}

// List is items beside dashes, bullets or numbers, each level to the right of the one above.
func (l *layout) List(b release.Block) {
	all := b.Items()
	items := make([]piece, len(all))
	for i, item := range all {
		items[i] = piece{item.Start, item.Text, item.Marks}
	}
	l.match(items)
	signs, widths := make([]string, len(all)), map[string]int{}
	var widest [release.MaxLevel + 1]int
	for i, item := range all {
		sign := item.Sign(l.language)
		if _, known := widths[sign]; !known {
			widths[sign] = l.signWidth(sign)
		}
		signs[i], widest[item.Level] = sign, max(widest[item.Level], widths[sign])
	}
	var lefts [release.MaxLevel + 2]int // of the signs of a level, which are those of the words of the one above
	for level, width := range widest {
		lefts[level+1] = lefts[level] + max(l.indent, width+l.small)
	}
	for i, item := range all {
		left := lefts[item.Level+1]
		x := lefts[item.Level] + l.px(2)
		if item.Number > 0 {
			x = left - l.small - widths[signs[i]]
		}
		l.sign(signs[i], nil, l.text, x, l.column)
		hint := ""
		if len(items) == 1 {
			hint = l.hints.Item
		}
		l.y += l.add(document.Body(b.ID, release.Words), items[i], l.text, left, max(1, l.column-left), hint).height()
	}
	l.y += l.gap
}

// signWidth is how wide words of the text's look are, in pixels.
func (l *layout) signWidth(words string) int {
	t := l.setter.NewText(l.text.Style, 1<<16)
	t.Set(words, nil)
	return t.Line(0).Width.Ceil()
}

// Picture is a photograph with its caption, its author and what it shows.
func (l *layout) Picture(b release.Block) {
	width, height := l.photoSize(b.Picture)
	l.block.photo = l.before.photo // with its texture
	if l.block.photo == nil || l.block.photo.hash != b.Picture {
		l.block.photo = &photo{hash: b.Picture}
	}
	l.block.photo.width, l.block.photo.height = width, height
	l.y += height + l.small
	l.words(document.Body(b.ID, release.Words), b.Text, b.Marks, l.caption(), 0, l.hints.Caption)
	l.words(document.Body(b.ID, release.AuthorPart), b.Author, nil, l.speaker, 0, l.hints.Author)
	l.words(document.Body(b.ID, release.AlternativePart), b.Alternative, nil, l.speaker, 0, l.hints.Alternative)
	l.y += l.gap
}

// photoSize is how large a picture stands in the column; one that is not loaded yet
// takes the room of a usual one.
func (l *layout) photoSize(hash string) (width, height int) {
	if width, height = l.size(hash); width == 0 {
		return l.column, l.column * 9 / 16
	}
	return width, height
}

// caption is how the words under a picture are set.
func (l *layout) caption() look {
	k := l.speaker
	k.soft = false
	return k
}

// Rule is a line across the column.
func (l *layout) Rule(release.Block) {
	l.y += l.gap / 2
	l.block.rects = append(l.block.rects, rect{0, l.y, l.column, l.hairline, edgeInk})
	l.y += l.hairline + l.gap + l.gap/2
}

// piece is a part of a text: an item, a row, a cell.
type piece struct {
	from  int // code points from the start of the text
	words string
	marks []release.Mark // from the start of words
}

// pieces parts a piece at a separator.
func pieces(p piece, separator byte) []piece {
	all := make([]piece, 0, 1+strings.Count(p.words, string(separator)))
	first := 0 // of the marks that may still be open
	for from, words := p.from, p.words; ; {
		one, rest, more := strings.Cut(words, string(separator))
		length := utf8.RuneCountInString(one)
		start := from - p.from
		for first < len(p.marks) && p.marks[first].End <= start {
			first++
		}
		var marks []release.Mark
		for _, m := range p.marks[first:] {
			if m.Start >= start+length {
				break
			}
			m.Start, m.End = m.Start-start, m.End-start
			marks = append(marks, m)
		}
		if len(marks) > 0 {
			marks = release.Normalize(marks, length)
		}
		all = append(all, piece{from, one, marks})
		if !more {
			return all
		}
		from, words = from+length+1, rest
	}
}
