package document

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// Replace puts words in the place of others, at many places of one text at once. It
// takes as long as one change of that text does.
type Replace struct {
	Text   release.TextID
	Pieces []Piece // in the order of the text; none overlaps another
}

// Piece is one place of a Replace.
type Piece struct {
	At   int    // code points from the start of the text as it is before
	Gone string // what stands there
	Put  string // what takes its place
	// GoneMarks and PutMarks are exactly the marks on them, from the start of the words.
	GoneMarks, PutMarks []release.Mark
}

func (p Piece) end() int { return p.At + utf8.RuneCountInString(p.Gone) }

// grows is by how much longer the text becomes.
func (p Piece) grows() int { return utf8.RuneCountInString(p.Put) - utf8.RuneCountInString(p.Gone) }

func (o Replace) apply(d *Document) error {
	t := d.at(o.Text)
	if t == nil {
		return &MisfitError{o}
	}
	changed, ok := o.in(t.stretches)
	if !ok {
		return &MisfitError{o}
	}
	for _, p := range o.Pieces {
		if !TakesMarks(o.Text) && len(p.PutMarks) > 0 || !slices.Equal(marksOn(t.marks, p.At, p.end()), p.GoneMarks) {
			return &MisfitError{o}
		}
	}
	length := runesIn(changed)
	marks := o.marks(t.marks, length)
	t.set(changed, length)
	t.marks = marks
	return nil
}

// in is a text with the pieces replaced; false where they do not stand in it. What stands
// between them is not copied.
func (o Replace) in(text []stretch) ([]stretch, bool) {
	rest := walk{text: text}
	var made []stretch
	keep := func(s stretch) { made = appended(made, s) }
	letters := 0
	for _, p := range o.Pieces {
		if !rest.pass(p.At-letters, keep) || !rest.starts(p.Gone) {
			return nil, false
		}
		for _, s := range stretchesOf(p.Put) {
			keep(s)
		}
		letters = p.end()
	}
	rest.pass(runesIn(text)-letters, keep)
	return made, true
}

// marks are those of the text afterwards: what is left of the old ones between the
// pieces, and the pieces' own.
func (o Replace) marks(old []release.Mark, length int) []release.Mark {
	var all []release.Mark
	from, shift := 0, 0
	between := func(start, end int) {
		for _, m := range old {
			m.Start, m.End = max(m.Start, start)+shift, min(m.End, end)+shift
			if m.Start < m.End {
				all = append(all, m)
			}
		}
	}
	for _, p := range o.Pieces {
		between(from, p.At)
		for _, m := range p.PutMarks {
			m.Start, m.End = m.Start+p.At+shift, m.End+p.At+shift
			all = append(all, m)
		}
		from, shift = p.end(), shift+p.grows()
	}
	between(from, length-shift)
	return release.Normalize(all, length)
}

// Inverse puts the words from before back.
func (o Replace) Inverse() Op {
	back := Replace{Text: o.Text, Pieces: make([]Piece, len(o.Pieces))}
	shift := 0
	for i, p := range o.Pieces {
		back.Pieces[i] = Piece{At: p.At + shift, Gone: p.Put, Put: p.Gone, GoneMarks: p.PutMarks, PutMarks: p.GoneMarks}
		shift += p.grows()
	}
	return back
}

func (o Replace) touch(t *touches) { t.text(o.Text) }

// move carries a position along; one within a piece goes to an end of what is put.
func (o Replace) move(at release.Position, after bool) (release.Position, bool) {
	if at.TextID == o.Text {
		at.Offset = newShifts(o).move(at.Offset, after)
	}
	return at, true
}

// shifts are where the pieces of a Replace end, and by how much longer the text became before each.
type shifts struct {
	pieces []Piece
	ends   []int
	before []int // and at the end, behind all
}

func newShifts(o Replace) shifts {
	s := shifts{pieces: o.Pieces, ends: make([]int, len(o.Pieces)), before: make([]int, len(o.Pieces)+1)}
	for i, p := range o.Pieces {
		s.ends[i], s.before[i+1] = p.end(), s.before[i]+p.grows()
	}
	return s
}

// move carries a place along.
func (s shifts) move(at int, after bool) int {
	i, _ := slices.BinarySearchFunc(s.pieces, at, func(p Piece, at int) int { return cmp.Compare(p.At, at) })
	if i > 0 && at < s.ends[i-1] {
		i--
	}
	for ; i < len(s.pieces); i++ {
		switch p := s.pieces[i]; {
		case at < p.At, at == p.At && (!after || p.Gone != ""):
			return at + s.before[i]
		case at < s.ends[i] && after:
			return s.ends[i] + s.before[i+1]
		case at < s.ends[i]:
			return p.At + s.before[i]
		}
	}
	return at + s.before[i]
}

// Replacing returns the operation that puts words in the place of others. Of the
// pieces At, Gone and Put are asked for. What is put takes over the marks word by word
// where there are as many words as before, and otherwise those of the first letter.
func (d *Document) Replacing(id release.TextID, pieces []Piece) Replace {
	marks := d.Marks(id)
	o := Replace{Text: id, Pieces: slices.Clone(pieces)}
	for i := range o.Pieces {
		p := &o.Pieces[i]
		p.GoneMarks = marksOn(marks, p.At, p.end())
		if p.Gone == "" {
			p.PutMarks = d.Inherited(release.Position{TextID: id, Offset: p.At}, p.Put)
			continue
		}
		p.PutMarks = takenOver(p.GoneMarks, spansOf(p.Gone), spansOf(p.Put))
	}
	return o
}

// marksOn are the marks on a piece of a text, from its start.
func marksOn(marks []release.Mark, start, end int) []release.Mark {
	var own []release.Mark
	for _, m := range marks {
		if m.Start < end && m.End > start {
			m.Start, m.End = m.Start-start, m.End-start
			own = append(own, m)
		}
	}
	if own == nil {
		return nil
	}
	return release.Normalize(own, end-start)
}

// span is a word or the white space between two.
type span struct{ start, end int }

// spansOf parts a text into its words and what is between them.
func spansOf(text string) []span {
	var all []span
	at, space := 0, false
	for _, r := range text {
		if len(all) == 0 || unicode.IsSpace(r) != space {
			all = append(all, span{at, at})
		}
		space = unicode.IsSpace(r)
		at++
		all[len(all)-1].end = at
	}
	return all
}

// takenOver are the marks of words that come in the place of others.
func takenOver(marks []release.Mark, gone, put []span) []release.Mark {
	if len(marks) == 0 || len(put) == 0 {
		return nil
	}
	length := put[len(put)-1].end
	if len(gone) != len(put) {
		gone, put = gone[:1], []span{{0, length}}
	}
	var all []release.Mark
	for i, one := range put {
		for _, m := range marks {
			if m.Start <= gone[i].start && gone[i].start < m.End {
				m.Start, m.End = one.start, one.end
				all = append(all, m)
			}
		}
	}
	return release.Normalize(all, length)
}
