package document

import (
	"slices"
	"unicode/utf8"

	"communique/editor/release"
)

// Op is one operation. It holds what it puts and what it takes away, so that its
// inverse is exact.
type Op interface {
	apply(d *Document) error
	// Inverse takes the operation back.
	Inverse() Op
	// move carries a position along; after says that it stays behind what is put
	// exactly there. It reports whether the text is still there.
	move(p release.Position, after bool) (release.Position, bool)
	// touch says what it makes different.
	touch(t *touches)
}

// Transaction is operations that are one change to who made it.
type Transaction []Op

// Inverse takes the transaction back.
func (t Transaction) Inverse() Transaction {
	back := make(Transaction, len(t))
	for i, op := range t {
		back[len(t)-1-i] = op.Inverse()
	}
	return back
}

// Map carries a position along; after says that it stays behind what is put exactly
// there, as a caret does and the start of a selection. It is false where the text is
// gone.
func (t Transaction) Map(p release.Position, after bool) (release.Position, bool) {
	for _, op := range t {
		var ok bool
		if p, ok = op.move(p, after); !ok {
			return p, false
		}
	}
	return p, true
}

// Carrier returns Map for many positions. Where each operation is a Replace of another text, as when
// all of something is replaced, a position is carried by the one of its text alone.
func (t Transaction) Carrier() func(p release.Position, after bool) (release.Position, bool) {
	texts := make(map[release.TextID]shifts, len(t))
	for _, op := range t {
		o, is := op.(Replace)
		if _, twice := texts[o.Text]; twice || !is {
			return t.Map
		}
		texts[o.Text] = newShifts(o)
	}
	return func(p release.Position, after bool) (release.Position, bool) {
		if s, ok := texts[p.TextID]; ok {
			p.Offset = s.move(p.Offset, after)
		}
		return p, true
	}
}

// Insert puts words with exactly these marks into a text.
type Insert struct {
	At    release.Position
	Words string
	Marks []release.Mark // from the start of Words
}

func (o Insert) length() int { return utf8.RuneCountInString(o.Words) }

func (o Insert) apply(d *Document) error {
	t := d.at(o.At.TextID)
	if t == nil || !t.has(o.At.Offset) || len(o.Marks) > 0 && !TakesMarks(o.At.TextID) {
		return &MisfitError{o}
	}
	t.insert(o.At.Offset, o.Words, o.Marks)
	return nil
}

// inserted makes room in marks and puts others into it.
func inserted(marks, own []release.Mark, at, n, length int) []release.Mark {
	all := make([]release.Mark, 0, len(marks)+len(own)+1)
	for _, m := range marks {
		switch {
		case m.End <= at:
		case m.Start >= at:
			m.Start, m.End = m.Start+n, m.End+n
		default: // it goes on behind the words, whose marks are their own
			rest := m
			rest.Start, rest.End = at+n, m.End+n
			all = append(all, rest)
			m.End = at
		}
		all = append(all, m)
	}
	for _, m := range own {
		m.Start, m.End = m.Start+at, m.End+at
		all = append(all, m)
	}
	return release.Normalize(all, length)
}

// Inverse takes the words away.
func (o Insert) Inverse() Op { return Delete(o) }

func (o Insert) touch(t *touches) { t.text(o.At.TextID) }

func (o Insert) move(p release.Position, after bool) (release.Position, bool) {
	if p.TextID == o.At.TextID && (p.Offset > o.At.Offset || after && p.Offset == o.At.Offset) {
		p.Offset += o.length()
	}
	return p, true
}

// Delete takes exactly these words, which have these marks, out of a text.
type Delete struct {
	At    release.Position
	Words string
	Marks []release.Mark
}

func (o Delete) apply(d *Document) error {
	t := d.at(o.At.TextID)
	if t == nil || !t.has(o.At.Offset) {
		return &MisfitError{o}
	}
	words, marks := t.piece(o.At.Offset, o.At.Offset+o.length())
	if words != o.Words || !slices.Equal(marks, o.Marks) {
		return &MisfitError{o}
	}
	t.remove(o.At.Offset, o.length())
	return nil
}

func (o Delete) length() int { return utf8.RuneCountInString(o.Words) }

func deleted(marks []release.Mark, at, n, length int) []release.Mark {
	all := slices.Clone(marks)
	behind := func(offset int) int {
		if offset > at {
			return max(at, offset-n)
		}
		return offset
	}
	for i := range all {
		all[i].Start, all[i].End = behind(all[i].Start), behind(all[i].End)
	}
	return release.Normalize(all, length)
}

// Inverse puts the words back.
func (o Delete) Inverse() Op { return Insert(o) }

func (o Delete) touch(t *touches) { t.text(o.At.TextID) }

func (o Delete) move(p release.Position, _ bool) (release.Position, bool) {
	if p.TextID == o.At.TextID && p.Offset > o.At.Offset {
		p.Offset = max(o.At.Offset, p.Offset-o.length())
	}
	return p, true
}

// Mark puts other marks in the place of a text's.
type Mark struct {
	Text          release.TextID
	Before, After []release.Mark
}

func (o Mark) apply(d *Document) error {
	t := d.at(o.Text)
	if t == nil || !TakesMarks(o.Text) || !slices.Equal(t.marks, o.Before) || !slices.Equal(o.After, release.Normalize(o.After, t.length)) {
		return &MisfitError{o}
	}
	t.marks = slices.Clone(o.After)
	return nil
}

// Inverse puts the marks from before back.
func (o Mark) Inverse() Op { return Mark{o.Text, o.After, o.Before} }

func (o Mark) touch(t *touches) { t.text(o.Text) }

func (o Mark) move(p release.Position, _ bool) (release.Position, bool) { return p, true }
