package typeset

import (
	"slices"
	"sort"
	"unicode/utf8"

	"communique/editor/release"
)

// Text is a text broken into lines of one width. It keeps its lines: after a change
// only those are broken anew that it concerns.
type Text struct {
	setter *Setter
	base   Style
	width  Unit
	words  string
	length int  // code points
	rtl    bool // its first letter is written from right to left
	runs   []run
	lines  []span // at least one
	built  int    // how many of them were asked for
}

// run is where a text begins to be set in another way.
type run struct {
	at    int // code points
	style Style
	link  bool
}

// span is a line's place in the text.
type span struct {
	at, byteAt int   // where it begins, in code points and in bytes
	line       *Line // nil until it is asked for
}

// NewText returns an empty text of a style, broken at a width of so many pixels.
func (s *Setter) NewText(base Style, width int) *Text {
	return &Text{setter: s, base: base, width: Unit(max(width, 1)) * Pixel, runs: []run{{style: base}}, lines: []span{{}}} //nolint:gosec // of a screen
}

// Words returns what the text says.
func (t *Text) Words() string { return t.words }

// Length returns the number of code points.
func (t *Text) Length() int { return t.length }

// Set makes the text another one. It must be valid UTF-8, and marks as a release
// keeps them.
func (t *Text) Set(words string, marks []release.Mark) {
	if words == t.words && len(marks) == 0 && len(t.runs) == 1 && t.runs[0] == (run{style: t.base}) {
		return
	}
	runs := runsOf(t.base, marks)
	if words == t.words && slices.Equal(runs, t.runs) {
		return
	}
	front := samePrefix(t.words, words)
	back := sameSuffix(t.words[front:], words[front:])
	first := t.spanAt(front)
	from := t.lines[first].at + utf8.RuneCountInString(words[t.lines[first].byteAt:front])
	longer := utf8.RuneCountInString(words[front:len(words)-back]) - utf8.RuneCountInString(t.words[front:len(t.words)-back])
	to := from + utf8.RuneCountInString(words[front:len(words)-back])
	from, to = sameRuns(t.runs, runs, from, to, longer, t.length+longer)
	old, oldBytes := t.lines, len(t.words)
	t.words, t.runs, t.length = words, runs, t.length+longer
	if rtl := beginsRightToLeft(words); rtl != t.rtl {
		t.rtl = rtl
		for i := range old {
			old[i].line = nil
		}
	}
	t.rebreak(old, from, to, longer, len(words)-oldBytes)
}

// rebreak breaks the lines anew that a change concerns: from and to are what differs,
// in code points of the new text, which has so many more than the old one.
func (t *Text) rebreak(old []span, from, to, longer, longerBytes int) {
	start := t.restart(old, from)
	at, byteAt := old[start].at, old[start].byteAt
	var fresh []span
	next := len(old) // the first of the old lines that stays
	for more := true; more; {
		one := span{at: at, byteAt: byteAt}
		at, byteAt, more = t.breakLine(at, byteAt)
		if at <= from {
			one.line = sameLine(old, one.at, at)
		}
		fresh = append(fresh, one)
		if i, ok := beginning(old, at-longer); more && ok && at >= to {
			next = i
			break
		}
	}
	t.lines = slices.Replace(old, start, next, fresh...)
	for i := start + len(fresh); i < len(t.lines); i++ {
		t.lines[i].at, t.lines[i].byteAt = t.lines[i].at+longer, t.lines[i].byteAt+longerBytes
	}
}

// beginning returns the line that begins at a code point.
func beginning(lines []span, at int) (i int, ok bool) {
	return slices.BinarySearchFunc(lines, at, func(l span, at int) int { return l.at - at })
}

// sameLine returns what stands from one code point to another; nil where that was no
// line.
func sameLine(lines []span, from, to int) *Line {
	if i, ok := beginning(lines, from); ok && i+1 < len(lines) && lines[i+1].at == to {
		return lines[i].line
	}
	return nil
}

// restart returns the line from which a change at a place may let lines end elsewhere:
// two before that of the word, or of the part of it that is looked at together. The word
// may be one that did not fit in the line before, with all that is held to it in the one
// before that.
func (t *Text) restart(old []span, from int) int {
	i := max(0, sort.Search(len(old), func(i int) bool { return old[i].at > from })-1)
	reach := old[i].byteAt
	for i > 0 && old[i-1].byteAt > reach-longest && !t.spaceBefore(old[i].byteAt) {
		i--
	}
	return max(0, i-2)
}

// spaceBefore reports whether a space stands before a byte.
func (t *Text) spaceBefore(at int) bool {
	r, _ := utf8.DecodeLastRuneInString(t.words[:min(at, len(t.words))])
	return isSpace(r)
}

// spanAt returns the line in which a byte is.
func (t *Text) spanAt(byteAt int) int {
	return max(0, sort.Search(len(t.lines), func(i int) bool { return t.lines[i].byteAt > byteAt })-1)
}

// breakLine returns where the line ends that begins at a place: the beginning of the
// next; false where it is the last. It does not end at a space that holds words together,
// unless there is no other.
func (t *Text) breakLine(at, byteAt int) (end, byteEnd int, more bool) {
	begin, x := byteAt, Unit(0)
	run := t.runAt(at)
	hanging := 0
	var free span // the last place where it may end
	for byteAt < len(t.words) {
		k := t.setter.token(t.words, byteAt)
		if k.feed {
			return at + 1, k.to, true
		}
		if k.space {
			if hanging++; hanging > 100 { // they would never be seen
				return at, byteAt, true
			}
		} else {
			hanging = 0
			if !held(t.words, byteAt) {
				free = span{at: at, byteAt: byteAt}
			}
		}
		width, n := t.measure(k, at, &run)
		if !k.space && x+width > t.width {
			if byteAt == begin {
				n, size := t.fitting(k, at)
				return at + n, byteAt + size, byteAt+size < len(t.words)
			}
			if free.byteAt > begin {
				return free.at, free.byteAt, true
			}
			return at, byteAt, true
		}
		x, at, byteAt = x+width, at+n, k.to
	}
	return at, byteAt, false
}

// measure returns the width of a token that begins at a place, and its code points. run
// is the style it begins in, and afterwards the one it ends in.
func (t *Text) measure(k token, at int, run *int) (width Unit, n int) {
	for from := k.from; from < k.to; {
		for *run+1 < len(t.runs) && t.runs[*run+1].at <= at+n {
			*run++
		}
		to := k.to
		if *run+1 < len(t.runs) {
			to = advance(t.words, from, k.to, t.runs[*run+1].at-at-n)
		}
		w := t.setter.part(t.runs[*run].style, t.words[from:to])
		width, n, from = width+w.advance, n+len(w.cells), to
	}
	return width, n
}

// part returns a piece of a token.
func (s *Setter) part(style Style, words string) *word {
	if words == "\t" {
		space := s.word(style, false, " ")
		return &word{cells: []cell{{trail: 4 * space.advance}}, advance: 4 * space.advance}
	}
	return s.word(style, rightToLeft(words), words)
}

// fitting returns how much of a word fits in a line: at least one grapheme, and all of
// it at the most.
func (t *Text) fitting(k token, at int) (n, size int) {
	run, x := t.runAt(at), Unit(0)
	letters := []rune(t.words[k.from:k.to])
	starts := t.setter.graphemes(letters)
	for i := 1; i < len(starts); i++ {
		piece := string(letters[starts[i-1]:starts[i]])
		width, _ := t.measure(token{from: k.from + size, to: k.from + size + len(piece)}, at+n, &run)
		if x += width; x > t.width && i > 1 {
			break
		}
		n, size = starts[i], size+len(piece)
	}
	return n, size
}

// runAt returns the run in which a code point is.
func (t *Text) runAt(at int) int {
	return max(0, sort.Search(len(t.runs), func(i int) bool { return t.runs[i].at > at })-1)
}

// advance returns the byte n code points behind another, or the end.
func advance(words string, from, end, n int) int {
	for ; n > 0 && from < end; n-- {
		_, size := utf8.DecodeRuneInString(words[from:])
		from += size
	}
	return min(from, end)
}

// Lines returns the number of lines; there is always one.
func (t *Text) Lines() int { return len(t.lines) }

// Drop lets go of the lines that were asked for. They are made anew when they are.
func (t *Text) Drop() {
	for i := range t.lines {
		t.lines[i].line = nil
	}
	t.built = 0
}

// Built returns how many lines are kept as they were asked for.
func (t *Text) Built() int { return t.built }

// Span returns from which code point to which a line goes, with the spaces or the line
// feed that it ends in.
func (t *Text) Span(i int) (from, to int) {
	if i+1 < len(t.lines) {
		return t.lines[i].at, t.lines[i+1].at
	}
	return t.lines[i].at, t.length
}

// LineOf returns the line that the caret before a code point stands in: where a line
// was broken, the lower one.
func (t *Text) LineOf(at int) int {
	return max(0, sort.Search(len(t.lines), func(i int) bool { return t.lines[i].at > at })-1)
}

// Line returns a line. It stays the same as long as what it shows does, and not too
// many others are asked for.
func (t *Text) Line(i int) *Line {
	l := &t.lines[i]
	if l.line == nil {
		end := len(t.words)
		if i+1 < len(t.lines) {
			end = t.lines[i+1].byteAt
		}
		if t.built++; t.built > keptLines {
			t.Drop()
		}
		l.line = t.build(l.at, l.byteAt, end)
	}
	return l.line
}

// EndsInSpace reports whether a line ends in a space or a line feed.
func (t *Text) EndsInSpace(i int) bool {
	end := len(t.words)
	if i+1 < len(t.lines) {
		end = t.lines[i+1].byteAt
	}
	return end > t.lines[i].byteAt && t.spaceBefore(end)
}
