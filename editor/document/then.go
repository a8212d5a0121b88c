package document

import (
	"slices"
	"unicode/utf8"

	"communique/editor/release"
)

// Then returns the transaction that does t and then next. What goes on where the last operation of
// t has put words, or taken them away, becomes one with it, so that a step of undo takes as much
// memory as its words, and not as the keys that made it.
func (t Transaction) Then(next Transaction) Transaction {
	whole := slices.Clone(t)
	for _, op := range next {
		if last := len(whole) - 1; last >= 0 {
			if one, ok := joinedOps(whole[last], op); ok {
				whole[last] = one
				continue
			}
		}
		whole = append(whole, op)
	}
	return whole
}

// joinedOps returns one operation in the place of two that go on from each other: words put behind
// words, words taken from before or behind those that went.
func joinedOps(first, second Op) (Op, bool) {
	switch a := first.(type) {
	case Insert:
		if b, ok := second.(Insert); ok && b.At == a.behind() {
			words, marks := wordsAndMarks(a, b)
			return Insert{a.At, words, marks}, true
		}
	case Delete:
		b, ok := second.(Delete)
		switch {
		case ok && b.At == a.At:
			words, marks := wordsAndMarks(Insert(a), Insert(b))
			return Delete{a.At, words, marks}, true
		case ok && Insert(b).behind() == a.At:
			words, marks := wordsAndMarks(Insert(b), Insert(a))
			return Delete{b.At, words, marks}, true
		}
	}
	return nil, false
}

// behind is the place behind the words.
func (o Insert) behind() release.Position {
	at := o.At
	at.Offset += o.length()
	return at
}

// wordsAndMarks are the words of one operation before those of another, with the marks of both.
func wordsAndMarks(before, after Insert) (string, []release.Mark) {
	n := before.length()
	marks := slices.Clone(before.Marks)
	for _, m := range after.Marks {
		m.Start, m.End = m.Start+n, m.End+n
		marks = append(marks, m)
	}
	words := before.Words + after.Words
	return words, release.Normalize(marks, utf8.RuneCountInString(words))
}
