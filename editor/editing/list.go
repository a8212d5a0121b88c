package editing

import (
	"strings"

	"communique/editor/document"
	"communique/editor/release"
)

// splitItem parts a list at a line feed, which goes; the items behind it keep their
// numbers. It returns the list of those.
func (w *writer) splitItem(list release.BlockID, at int) release.BlockID {
	words := wordsOf(list)
	shape := w.Shape(list)
	before, _ := w.Piece(words, 0, at)
	shape.First = numberAfter(shape, before)
	rest := w.split(release.Position{TextID: words, Offset: at + 1}, shape)
	w.delete(words, at, at+1)
	return rest.Block
}

// itemsApart parts a list so that the items from one that begins at a place to one that
// ends at another are a block of their own, which is returned. It is to be something
// else: the items behind it count on from those before it.
func (w *writer) itemsApart(list release.BlockID, from, to int) release.BlockID {
	own, rest := list, release.BlockID(0)
	if to < w.Length(wordsOf(list)) {
		rest = w.splitItem(list, to)
	}
	if from > 0 {
		own = w.splitItem(list, from-1)
	}
	if rest != 0 {
		w.reshape(rest, w.Shape(own))
	}
	return own
}

// each parts a list into blocks of one item, and returns them in their order. It halves, so
// that a long one is not copied for each item.
func (w *writer) each(list release.BlockID) []release.BlockID {
	text := w.textOf(wordsOf(list))
	i := strings.LastIndexByte(text[:len(text)/2], '\n')
	if i < 0 {
		i = strings.IndexByte(text, '\n')
	}
	if i < 0 {
		return []release.BlockID{list}
	}
	rest := w.splitItem(list, w.Offset(wordsOf(list), i))
	return append(w.each(list), w.each(rest)...)
}

// numberBehind is the number that an item behind a list would have; 0 where it has none.
func (w *writer) numberBehind(list release.BlockID) int {
	return numberAfter(w.Shape(list), w.textOf(wordsOf(list)))
}

// numberAfter is the number of the item that comes, on the first level, behind those of a
// list; 0 where it has none.
func numberAfter(shape document.Shape, words string) int {
	b := release.Block{Text: words, First: shape.First}
	if b.First == 0 {
		return 0
	}
	return numberBefore(b, b.Items())
}

// mergeBehind makes one list of a list and the one behind it.
func (w *writer) mergeBehind(list release.BlockID) {
	w.append(wordsOf(list), "\n", nil)
	w.joinNext(wordsOf(list))
}

// merge makes one list of lists that follow each other, two and two, so that long ones are
// not copied for each item.
func (w *writer) merge(lists []release.BlockID) release.BlockID {
	for len(lists) > 1 {
		var half []release.BlockID
		for i, list := range lists {
			if i%2 == 0 {
				half = append(half, list)
			} else {
				w.mergeBehind(lists[i-1])
			}
		}
		lists = half
	}
	return lists[0]
}

// settle joins a list with those beside it, if they have no numbers either, or numbers that
// go on. It is a list that was not there before: one behind it may go on from what is
// before it.
func (w *writer) settle(list release.BlockID) {
	if behind := w.blockBehind(list); w.isList(behind) && w.Shape(behind).First == w.Shape(list).First && w.agree(list, behind) {
		w.mergeBehind(list)
	}
	w.closeUp(list)
}

// closeUp joins a list with those beside it that go on in it, after what was between them
// has gone.
func (w *writer) closeUp(list release.BlockID) {
	if w.isList(list) && w.follows(list) {
		w.mergeBehind(list)
	}
	if before := w.blockBefore(list); list != 0 && w.isList(before) && w.follows(before) {
		w.mergeBehind(before)
	}
}

func (w *writer) isList(id release.BlockID) bool { return w.Shape(id).Kind == release.List }

// follows reports whether the block behind a list goes on in it.
func (w *writer) follows(list release.BlockID) bool {
	behind := w.blockBehind(list)
	return w.isList(behind) && w.Shape(behind).First == w.numberBehind(list) && w.agree(list, behind)
}

// numbered is the number of the first item of a list that comes in the place of blocks:
// they count on from the list before them, or begin as the one behind them does.
func (w *writer) numbered(first, last release.BlockID) int {
	if before := w.blockBefore(first); first != 0 && w.isList(before) && w.numberBehind(before) > 0 {
		return w.numberBehind(before)
	}
	return max(1, w.Shape(w.blockBehind(last)).First)
}
