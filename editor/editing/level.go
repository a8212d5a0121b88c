package editing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// The tabs before an item, which say how deep it stands, are no place for a caret: it stands
// at the beginning of the words behind them.

// itemAt returns the ends of the words of the item at a place.
func itemAt(d *document.Document, at release.Position) (from, to release.Position) {
	from, to = between(d, at, "\n")
	return inItem(d, from), to
}

// lineStart is where the line of the item at a place begins, before its tabs; in a text that
// is no list it is the place itself.
func lineStart(d *document.Document, at release.Position) release.Position {
	if natureOf(d, at.TextID) == items {
		at, _ = between(d, at, "\n")
	}
	return at
}

// inItem is a place, or where the words of its item begin if it is among the tabs before them.
func inItem(d *document.Document, at release.Position) release.Position {
	if next, _ := d.Piece(at.TextID, at.Offset, at.Offset+1); next != "\t" || natureOf(d, at.TextID) != items {
		return at
	}
	begin := lineStart(d, at)
	if begin.Offset += tabsAt(d, begin); begin.Offset > at.Offset {
		return begin
	}
	return at
}

// tabsAt is how many tabs the item at a place begins with.
func tabsAt(d *document.Document, at release.Position) int {
	if natureOf(d, at.TextID) != items {
		return 0
	}
	begin := lineStart(d, at)
	for n := window; ; n *= 8 {
		text, _ := d.Piece(at.TextID, begin.Offset, begin.Offset+n)
		if tabs := release.Tabs(text); tabs < n {
			return tabs
		}
	}
}

// lineFeed begins another item as deep as that of a place, or another line.
func (w *writer) lineFeed(at release.Position, marks []release.Mark) release.Position {
	tabs := tabsAt(w.Document, at)
	return w.insert(w.insert(at, "\n", marks), strings.Repeat("\t", tabs), nil)
}

// tabInList puts the items that are selected a level deeper, or back a level out.
func (e *Editor) tabInList(back bool) bool {
	from, to := e.Range()
	by := 1
	if back {
		by = -1
	}
	moved := false
	e.edit(draft.Alone, func(w *writer) Selection {
		moved = w.shift(from, to, by)
		return w.selection
	})
	if begin, _ := paragraphAt(e.document(), from); !moved && back && begin == from {
		e.SetKind(release.Paragraph, false)
		return true
	}
	return moved
}

// CanIndent reports whether the items that are selected can go a level deeper, or back a
// level out.
func (e *Editor) CanIndent(back bool) bool {
	from, to := e.Range()
	by := 1
	if back {
		by = -1
	}
	w := &writer{Document: e.document()}
	for _, list := range w.lists(from, to) {
		if len(list.levels(by)) > 0 {
			return true
		}
	}
	return false
}

// Indent puts the items that are selected a level deeper, or back a level out.
func (e *Editor) Indent(back bool) {
	if e.CanIndent(back) {
		e.tabInList(back)
	}
}

// outOfItem is Backspace at the beginning of an item.
func (e *Editor) outOfItem(at release.Position) {
	moved := false
	e.edit(draft.Alone, func(w *writer) Selection {
		moved = w.shift(at, at, -1)
		return w.selection
	})
	if !moved {
		e.SetKind(release.Paragraph, false)
	}
}

// shift puts the items between two places so many levels deeper, and reports whether that
// changed anything. Other items stay; where they are left without one to belong to, they come
// out with it.
func (w *writer) shift(from, to release.Position, by int) bool {
	moved := false
	for _, list := range w.lists(from, to) {
		moves := list.levels(by)
		if len(moves) == 0 {
			continue
		}
		moved = true
		for i := len(list.items) - 1; i >= 0; i-- {
			item := list.items[i]
			level, ok := moves[i]
			if !ok {
				level = item.Level
			}
			w.indent(list.id, item, level)
		}
	}
	return moved
}

// indent gives an item a number of tabs.
func (w *writer) indent(list release.BlockID, item release.Item, tabs int) {
	at := release.Position{TextID: wordsOf(list), Offset: item.Start - item.Tabs}
	if tabs > item.Tabs {
		w.insert(at, strings.Repeat("\t", tabs-item.Tabs), nil)
	}
	w.delete(at.TextID, at.Offset, at.Offset+item.Tabs-tabs)
}

// someItems are the items of a list, of which those from first to last are selected.
type someItems struct {
	id          release.BlockID
	items       []release.Item
	first, last int
}

// lists returns the lists between two places, with the items there. One at whose beginning
// the second place is does not count if there are others.
func (w *writer) lists(from, to release.Position) []someItems {
	if from != to && w.isItem(to) {
		to.Offset = lineStart(w.Document, to).Offset - 1
	}
	first, last := blocksOf(w.Document, from, to)
	var all []someItems
	for i := first; i <= last; i++ {
		id := w.At(i)
		if !w.isList(id) {
			continue
		}
		b, _ := w.Block(id)
		list := someItems{id: id, items: b.Items()}
		list.last = len(list.items) - 1
		for i, item := range list.items {
			end := item.Start + utf8.RuneCountInString(item.Text)
			if from.TextID == wordsOf(id) && end < from.Offset {
				list.first = i + 1
			}
			if to.TextID == wordsOf(id) && item.Start <= to.Offset {
				list.last = i
			}
		}
		if to.TextID == wordsOf(id) {
			list.last = max(list.first, list.last)
			for list.last > list.first && list.items[list.last].Start > to.Offset {
				list.last--
			}
		}
		all = append(all, list)
	}
	return all
}

// levels are those that the selected items have when they go deeper by one, or out; nothing
// where they cannot. They go deeper together or not at all: under the item before them, as
// far as there are levels.
func (l someItems) levels(by int) map[int]int {
	if l.first > l.last {
		return nil
	}
	if by > 0 && (l.first == 0 || l.items[l.first].Level > l.items[l.first-1].Level) {
		return nil
	}
	all := map[int]int{}
	for i := l.first; i <= l.last; i++ {
		level := l.items[i].Level
		if to := min(max(level+by, 0), release.MaxLevel); to != level {
			all[i] = to
		}
	}
	return all
}

// setSort gives the sublists of lists numbers, or bullets, where nothing else is between two
// places; false where something is.
func (w *writer) setSort(from, to release.Position, numbered bool) bool {
	first, last := blocksOf(w.Document, from, to)
	lists := w.lists(from, to)
	if len(lists) == 0 || len(lists) != last-first+1 {
		return false
	}
	for _, list := range lists {
		for _, item := range list.items[list.first : list.last+1] {
			if item.Level == 0 {
				return false
			}
		}
	}
	for _, list := range lists {
		shape := w.Shape(list.id)
		shape.Mixed = numbered != (shape.First > 0)
		w.reshape(list.id, shape)
	}
	return true
}

// inSublist reports whether an item of a sublist of a list is between two places.
func (w *writer) inSublist(id release.BlockID, from, to release.Position) bool {
	for _, list := range w.lists(from, to) {
		isBelow := func(item release.Item) bool { return item.Level > 0 }
		if list.id == id && slices.ContainsFunc(list.items[list.first:list.last+1], isBelow) {
			return true
		}
	}
	return false
}

// agree reports whether the sublists of two lists are of one sort, or one of them has none.
func (w *writer) agree(a, b release.BlockID) bool {
	return w.Shape(a).Mixed == w.Shape(b).Mixed || !w.hasSublists(a) || !w.hasSublists(b)
}

func (w *writer) hasSublists(list release.BlockID) bool {
	return strings.Contains(w.textOf(wordsOf(list)), "\n\t")
}

// takeSort gives a list without sublists the sort of those of another, which it is joined with.
func (w *writer) takeSort(list, from release.BlockID) {
	if shape := w.Shape(list); w.isList(list) && w.isList(from) && shape.Mixed != w.Shape(from).Mixed && !w.hasSublists(list) {
		shape.Mixed = !shape.Mixed
		w.reshape(list, shape)
	}
}

// pieceOf is Piece, in a list with the tabs of the item in which it begins.
func pieceOf(d *document.Document, id release.TextID, from, to int) (string, []release.Mark) {
	words, marks := d.Piece(id, from, to)
	tabs := tabsAt(d, release.Position{TextID: id, Offset: from})
	for i := range marks {
		marks[i].Start, marks[i].End = marks[i].Start+tabs, marks[i].End+tabs
	}
	return strings.Repeat("\t", tabs) + words, marks
}

// sortFrom is how a list counts that is copied from another: from the item at a place, so
// many items. Those of a sublist alone count as that does.
func sortFrom(d *document.Document, at release.Position, many int) (first int, mixed bool) {
	b, _ := d.Block(at.Block)
	all := b.Items()
	from := 0
	for i, item := range all {
		if item.Start-item.Tabs <= at.Offset {
			from = i
		}
	}
	for _, item := range all[from:min(from+many, len(all))] {
		if item.Level == 0 {
			return numberBefore(b, all[:from]), b.Mixed
		}
	}
	return all[from].Number, false
}

// numberBefore is the number of the item of the first level that follows others.
func numberBefore(b release.Block, items []release.Item) int {
	number := b.First
	for _, item := range items {
		if item.Level == 0 && item.Number > 0 {
			number = min(item.Number+1, release.MaxNumber)
		}
	}
	return number
}

// relevelled is a text of several items that goes on in an item with so many tabs: its first
// line has none, and the others stand to it as they did.
func relevelled(text string, marks []release.Mark, tabs int) (string, []release.Mark) {
	var all joinedLines
	own := 0
	for i, line := range release.Lines(text, marks) {
		has := release.Tabs(line.Text)
		want := 0
		if i == 0 {
			own = has
		} else {
			want = max(0, tabs+has-own)
		}
		words, on := release.Piece(line.Text, line.Marks, has, utf8.RuneCountInString(line.Text))
		all.add(strings.Repeat("\t", want), words, on, i == 0)
	}
	return all.text.String(), release.Normalize(all.marks, all.length)
}

// joinedLines puts lines together, with their marks.
type joinedLines struct {
	text   strings.Builder
	marks  []release.Mark
	length int
}

func (l *joinedLines) add(tabs, words string, marks []release.Mark, first bool) {
	if !first {
		tabs = "\n" + tabs
	}
	l.text.WriteString(tabs + words)
	l.length += len(tabs)
	for _, m := range marks {
		m.Start, m.End = m.Start+l.length, m.End+l.length
		l.marks = append(l.marks, m)
	}
	l.length += utf8.RuneCountInString(words)
}
