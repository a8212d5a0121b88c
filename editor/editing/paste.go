package editing

import (
	"slices"
	"strings"

	"communique/editor/release"
)

// paste puts a Fragment at a place and returns where it begins and ends.
func (w *writer) paste(at release.Position, f Fragment) (from, to release.Position) {
	switch n := natureOf(w.Document, at.TextID); {
	case n == cells && len(f.blocks) == 1 && f.blocks[0].Kind == release.Table:
		return w.pasteRows(at, f.blocks[0])
	case n == oneLine || n == cells:
		return w.pasteWords(at, f, " ")
	case n == lines, n == items && f.isItems(), f.isWords():
		return w.pasteWords(at, f, "\n")
	default:
		return w.pasteBlocks(at, f)
	}
}

// isWords reports whether a Fragment is a piece of one paragraph.
func (f Fragment) isWords() bool {
	if len(f.blocks) != 1 || !f.openFirst || !f.openLast {
		return false
	}
	b := f.blocks[0]
	return wordKinds[b.Kind] && b.Speaker == "" && (b.Kind != release.List || !strings.Contains(b.Text, "\n"))
}

// isItems reports whether all of a Fragment can be items of a list.
func (f Fragment) isItems() bool {
	return !slices.ContainsFunc(f.blocks, func(b release.Block) bool { return b.Kind != release.Paragraph && b.Kind != release.List })
}

// pasteWords puts the words of a Fragment into one text, with something between its
// blocks. Pictures, which are more than words, come behind.
func (w *writer) pasteWords(at release.Position, f Fragment, between string) (from, to release.Position) {
	if natureOf(w.Document, at.TextID) != items {
		f.blocks = flat(f.blocks)
	}
	words, marks := f.joined(between)
	switch natureOf(w.Document, at.TextID) {
	case items:
		words, marks = relevelled(words, marks, tabsAt(w.Document, at))
	case oneLine, cells:
		words = strings.NewReplacer("\n", " ", "\t", " ").Replace(words)
	case lines:
		words = strings.ReplaceAll(words, "\t", " ")
	}
	to = w.insert(at, words, marks)
	after := w.placeBehind(at.TextID)
	for _, b := range f.blocks {
		if b.Kind == release.Picture {
			after = w.add(after, b)
		}
	}
	return at, to
}

// flat returns blocks whose lists have one level.
func flat(blocks []release.Block) []release.Block {
	all := slices.Clone(blocks)
	for i, b := range all {
		if b.Kind == release.List {
			var lines joinedLines
			for i, item := range b.Items() {
				lines.add("", item.Text, item.Marks, i == 0)
			}
			all[i].Text, all[i].Marks = lines.text.String(), release.Normalize(lines.marks, lines.length)
		}
	}
	return all
}

// joined returns the words of a Fragment as one text; those of pictures stay theirs.
func (f Fragment) joined(between string) (string, []release.Mark) {
	var text strings.Builder
	var marks []release.Mark
	length := 0
	first := true
	put := func(words string, own []release.Mark) {
		if !first {
			text.WriteString(between)
			length += len([]rune(between))
		}
		first = false
		for _, m := range own {
			m.Start, m.End = m.Start+length, m.End+length
			marks = append(marks, m)
		}
		text.WriteString(words)
		length += len([]rune(words))
	}
	for _, b := range f.blocks {
		if b.Kind == release.Picture || b.Kind == release.Rule {
			continue
		}
		if b.Text != "" || between == "\n" {
			put(b.Text, b.Marks)
		}
		if b.Speaker != "" {
			put(b.Speaker, nil)
		}
	}
	return text.String(), release.Normalize(marks, length)
}

// placeBehind is the block behind which blocks come that a text cannot hold; 0 is the
// lead.
func (w *writer) placeBehind(id release.TextID) release.BlockID {
	if id.Field == release.BoilerplateField {
		return w.At(w.Len() - 1)
	}
	return id.Block
}

// pasteRows puts the rows of a table behind the row at a place.
func (w *writer) pasteRows(at release.Position, b release.Block) (from, to release.Position) {
	_, row := between(w.Document, at, "\n")
	from = w.insert(row, "\n", nil)
	return from, w.insert(from, b.Text, b.Marks)
}

// pasteBlocks puts the blocks of a Fragment at a place, and parts there what they are put
// into. Their words go on in it where the Fragment is open.
func (w *writer) pasteBlocks(at release.Position, f Fragment) (from, to release.Position) {
	p := paster{writer: w, head: at.TextID, blocks: f.Blocks()}
	p.part(at)
	first := p.blocks[0].Kind == release.Paragraph
	if p.open && (f.openFirst && !p.bare() || first && at.TextID == wordsOf(0) && w.Length(p.head) == 0) {
		p.first()
	}
	if f.openLast && p.tail != 0 && len(p.blocks) > 0 {
		p.last()
	}
	p.between()
	if p.open && p.bare() {
		w.remove(p.head.Block)
	}
	p.trim()
	p.goOn()
	return p.from, p.to
}

// paster is a Fragment on its way into a draft.
type paster struct {
	*writer
	head   release.TextID  // what is before the place
	open   bool            // words can go on in head
	tail   release.BlockID // the block of what is behind the place; 0 for nothing
	after  release.BlockID // behind which blocks come
	blocks []release.Block // that are still to be put

	from, to release.Position
	begun    bool
	joined   bool // the last words go on in tail: they end at to
}

// part parts the text with the place in two. Before the lead, and in texts that cannot be
// parted, blocks come behind it.
func (p *paster) part(at release.Position) {
	length := p.Length(at.TextID)
	p.after = p.placeBehind(at.TextID)
	begin, _ := paragraphAt(p.Document, at)
	parted := begin != at // the item is
	if !parted {
		at = lineStart(p.Document, at)
	}
	switch {
	case !p.joinsIn(at.TextID), at.Block == 0 && at.Offset == 0 && length > 0 && p.blocks[0].Kind != release.Paragraph:
		return
	case at.Offset == 0 && at.Block != 0 && !p.isBare(at.Block):
		p.after, p.tail = p.blockBefore(at.Block), at.Block
		return
	}
	p.open = true
	if at.Offset == length && p.speakerOf(at.Block) == "" {
		return
	}
	shape := p.Shape(at.Block)
	switch {
	case at.Block == 0:
		shape.Kind = release.Paragraph
	case shape.First > 0:
		before, _ := p.Piece(at.TextID, 0, at.Offset)
		shape.First = numberAfter(shape, strings.TrimSuffix(before, "\n"))
	}
	tabs := strings.Repeat("\t", tabsAt(p.Document, at))
	p.tail = p.split(at, shape).Block
	p.level(tabs, parted)
	if shape.Kind == release.Quotation {
		p.moveSpeaker(at.Block, p.tail)
	}
}

// level gives what was split in a list the tabs of its item: its two parts stand as deep, and so
// does what comes before one that is not parted.
func (p *paster) level(tabs string, parted bool) {
	tail := wordsOf(p.tail)
	switch {
	case !parted:
		p.append(p.head, tabs, nil)
	case !strings.HasPrefix(p.textOf(tail), "\n"):
		p.insert(start(tail), tabs, nil)
	}
}

// bare reports whether nothing is before the place but an empty block.
func (p *paster) bare() bool { return p.head.Block != 0 && p.isBare(p.head.Block) }

// trim takes away the line feeds at which a list was parted, also before what was put there.
func (p *paster) trim() {
	p.kept = append(p.kept, &p.from, &p.to)
	defer func() { p.kept = p.kept[:len(p.kept)-2] }()
	if p.isList(p.tail) && !p.joined && strings.HasPrefix(p.textOf(wordsOf(p.tail)), "\n") {
		p.delete(wordsOf(p.tail), 0, 1)
	}
	words := p.textOf(p.head)
	if line := strings.TrimRight(words, "\t"); p.isList(p.head.Block) && p.tail != 0 && p.open && strings.HasSuffix(line, "\n") {
		length := p.Length(p.head)
		p.delete(p.head, length-1-(len(words)-len(line)), length)
	}
}

// goOn lets a list that was put last go on in the one behind it, as what was cut there did.
func (p *paster) goOn() {
	if !p.joined && len(p.blocks) > 0 && p.isList(p.after) && p.follows(p.after) {
		p.mergeBehind(p.after)
	}
}

// put remembers where something was put.
func (p *paster) put(from, to release.Position) {
	if !p.begun {
		p.from, p.begun = from, true
	}
	if !p.joined {
		p.to = to
	}
}

// first lets the words of the first block go on in head.
func (p *paster) first() {
	b := p.blocks[0]
	if !wordKinds[b.Kind] {
		return
	}
	words, marks := b.Text, b.Marks
	rest := release.Block{}
	if b.Kind == release.List && p.Shape(p.head.Block).Kind != release.List {
		words, marks, rest = firstItem(b)
	}
	from := end(p.Document, p.head)
	if b.Kind == release.List && rest.Text == "" {
		words, marks = relevelled(words, marks, tabsAt(p.Document, from))
	}
	p.put(from, p.insert(from, words, marks))
	p.blocks = p.blocks[1:]
	if b.Speaker != "" {
		p.blocks = slices.Insert(p.blocks, 0, release.Block{Kind: release.Paragraph, Text: b.Speaker})
	}
	if rest.Text != "" {
		p.blocks = slices.Insert(p.blocks, 0, rest)
	}
}

// last lets the words of the last block go on in tail.
func (p *paster) last() {
	b := p.blocks[len(p.blocks)-1]
	if !wordKinds[b.Kind] || b.Speaker != "" {
		return
	}
	words, marks := b.Text, b.Marks
	p.blocks = p.blocks[:len(p.blocks)-1]
	if b.Kind == release.List && p.Shape(p.tail).Kind != release.List {
		var rest release.Block
		if rest, words, marks = lastItem(b); rest.Text != "" {
			p.blocks = append(p.blocks, rest)
		}
	}
	if b.Kind == release.List && p.isList(p.tail) && strings.Contains(words, "\n") {
		p.delete(wordsOf(p.tail), 0, tabsAt(p.Document, start(wordsOf(p.tail)))) // the words have their own
	} else {
		words, marks = relevelled(words, marks, 0)
	}
	at := inItem(p.Document, start(wordsOf(p.tail)))
	p.to, p.joined = p.insert(at, words, marks), true
	if len(p.blocks) == 0 {
		p.put(at, p.to)
	}
}

// between puts the blocks that are left between head and tail. Behind a rule there is a
// place to write on.
func (p *paster) between() {
	for _, b := range p.blocks {
		p.after = p.add(p.after, b)
		if b.Kind != release.Rule {
			p.put(span(p.Document, p.after))
		}
	}
	if len(p.blocks) == 0 || p.blocks[len(p.blocks)-1].Kind != release.Rule {
		return
	}
	next := p.blockBehind(p.after)
	if next == 0 || !p.joinsIn(wordsOf(next)) {
		next = p.emptyBehind(p.after).Block
	}
	p.put(start(wordsOf(next)), start(wordsOf(next)))
}

// firstItem parts the first item from a list.
func firstItem(b release.Block) (string, []release.Mark, release.Block) {
	all := release.Lines(b.Text, b.Marks)
	n := len([]rune(all[0].Text))
	b.Text, b.Marks = release.Piece(b.Text, b.Marks, n+1, len([]rune(b.Text)))
	words, marks := relevelled(all[0].Text, all[0].Marks, 0)
	return words, marks, b
}

// lastItem parts the last item from a list.
func lastItem(b release.Block) (release.Block, string, []release.Mark) {
	all := release.Lines(b.Text, b.Marks)
	item := all[len(all)-1]
	n := len([]rune(b.Text)) - len([]rune(item.Text)) - 1
	b.Text, b.Marks = release.Piece(b.Text, b.Marks, 0, n)
	return b, item.Text, item.Marks
}
