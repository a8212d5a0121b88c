package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// text is one of the texts. Its words are kept in stretches, so that a change copies a few of
// them and not all, and a place is found without counting all letters before it.
type text struct {
	stretches []stretch
	length    int // code points
	marks     []release.Mark
	whole     *string // all words together, if somebody asked since the last change
}

// stretch is a part of a text's words, and how many code points they are.
type stretch struct {
	words string
	runes int
}

// longest is how many bytes a stretch has at most.
const longest = 1024

func newText(words string, marks []release.Mark) text {
	t := text{stretches: stretchesOf(words), marks: slices.Clone(marks), whole: &words}
	t.length = runesIn(t.stretches)
	return t
}

// words are all words of the text.
func (t *text) words() string {
	if t.whole == nil {
		whole := joined(t.stretches)
		t.whole = &whole
	}
	return *t.whole
}

func joined(all []stretch) string {
	if len(all) == 1 {
		return all[0].words
	}
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.words)
	}
	return b.String()
}

// has reports whether a place is in the text, or at its end.
func (t *text) has(n int) bool { return n >= 0 && n <= t.length }

// between returns the code points from start to end, or those of them that are there.
func (t *text) between(start, end int) string {
	start, end = max(start, 0), min(end, t.length)
	if start >= end {
		return ""
	}
	_, rest := cut(t.stretches, start)
	piece, _ := cut(rest, end-start)
	return joined(piece)
}

// piece is between, with the marks on it.
func (t *text) piece(start, end int) (string, []release.Mark) {
	start, end = max(start, 0), min(end, t.length)
	if start >= end {
		return "", nil
	}
	return t.between(start, end), marksOn(t.marks, start, end)
}

// insert puts words in before the n-th code point, which there is, or at the end.
func (t *text) insert(n int, words string, marks []release.Mark) {
	before, behind := cut(t.stretches, n)
	own := stretchesOf(words)
	length := runesIn(own)
	t.set(with(with(before, own), behind), t.length+length)
	if len(t.marks) > 0 || len(marks) > 0 {
		t.marks = inserted(t.marks, marks, n, length, t.length)
	}
}

// remove takes code points out from the n-th on.
func (t *text) remove(n, count int) {
	before, rest := cut(t.stretches, n)
	_, behind := cut(rest, count)
	t.set(with(before, behind), t.length-count)
	if len(t.marks) > 0 {
		t.marks = deleted(t.marks, n, count, t.length)
	}
}

func (t *text) set(stretches []stretch, length int) {
	t.stretches, t.length, t.whole = stretches, length, nil
}

// part keeps what is before the n-th code point and returns the rest.
func (t *text) part(n int) text {
	before, behind := cut(t.stretches, n)
	rest := text{stretches: behind, length: t.length - n, marks: marksOn(t.marks, n, t.length)}
	t.marks = marksOn(t.marks, 0, n)
	t.set(before, n)
	return rest
}

// join puts another text behind this one.
func (t *text) join(rest *text) {
	at := t.length
	t.set(with(t.stretches, rest.stretches), at+rest.length)
	if len(t.marks) > 0 || len(rest.marks) > 0 {
		t.marks = inserted(t.marks, rest.marks, at, rest.length, t.length)
	}
}

// bytes is where the n-th code point begins; outside the text its nearest end.
func (t *text) bytes(n int) int {
	at := 0
	for _, s := range t.stretches {
		if n < s.runes {
			within, _ := byteAt(s.words, n)
			return at + within
		}
		at, n = at+len(s.words), n-s.runes
	}
	return at
}

// runes is how many code points begin before a byte.
func (t *text) runes(at int) int {
	n := 0
	for _, s := range t.stretches {
		if at < len(s.words) {
			return n + utf8.RuneCountInString(s.words[:max(at, 0)])
		}
		at, n = at-len(s.words), n+s.runes
	}
	return n
}

// byteAt returns where the n-th code point of a text begins; false beyond its end.
func byteAt(words string, n int) (int, bool) {
	if n < 0 {
		return 0, false
	}
	at := 0
	for ; n > 0 && at < len(words); n-- {
		_, size := utf8.DecodeRuneInString(words[at:])
		at += size
	}
	return at, n == 0
}

func stretchesOf(words string) []stretch {
	if words == "" {
		return nil
	}
	all := make([]stretch, 0, len(words)/longest+1)
	for len(words) > 0 {
		n := min(longest, len(words))
		for n < len(words) && n > longest-utf8.UTFMax && !utf8.RuneStart(words[n]) {
			n--
		}
		all = append(all, stretch{words[:n], utf8.RuneCountInString(words[:n])})
		words = words[n:]
	}
	return all
}

func runesIn(all []stretch) int {
	n := 0
	for _, s := range all {
		n += s.runes
	}
	return n
}

// cut parts stretches before the n-th code point. They are not to be written on.
func cut(all []stretch, n int) (before, behind []stretch) {
	for i, s := range all {
		switch {
		case n == 0:
			return all[:i:i], all[i:]
		case n < s.runes:
			at, _ := byteAt(s.words, n)
			before = append(all[:i:i], stretch{s.words[:at], n})
			behind = slices.Clone(all[i:])
			behind[0] = stretch{s.words[at:], s.runes - n}
			return before, behind
		}
		n -= s.runes
	}
	return all, nil
}

// with is stretches and what follows them. Two that are short become one, so that they do
// not grow more and more.
func with(all, next []stretch) []stretch {
	switch {
	case len(all) == 0:
		return next
	case len(next) == 0:
		return all
	}
	last, first := all[len(all)-1], next[0]
	if len(last.words)+len(first.words) > longest {
		return slices.Concat(all, next)
	}
	seam := stretch{last.words + first.words, last.runes + first.runes}
	return slices.Concat(all[:len(all)-1], []stretch{seam}, next[1:])
}

// appended is stretches and one more behind them, on which they are written on. One that is short
// goes into the last, as in with.
func appended(all []stretch, next stretch) []stretch {
	if last := len(all) - 1; last >= 0 && len(all[last].words)+len(next.words) <= longest {
		all[last] = stretch{all[last].words + next.words, all[last].runes + next.runes}
		return all
	}
	return append(all, next)
}

// walk goes through stretches once, from their beginning.
type walk struct {
	text  []stretch // what is still to come
	bytes int       // of the first of them, that are behind
	runes int
}

// pass goes on by so many code points, and hands on what it passes; false where they are not there.
func (w *walk) pass(runes int, to func(stretch)) bool {
	if runes < 0 {
		return false
	}
	for runes > 0 {
		if len(w.text) == 0 {
			return false
		}
		s := w.text[0]
		n := min(runes, s.runes-w.runes)
		end := len(s.words)
		if w.runes+n < s.runes {
			within, _ := byteAt(s.words[w.bytes:], n)
			end = w.bytes + within
		}
		to(stretch{s.words[w.bytes:end], n})
		runes -= n
		if w.bytes, w.runes = end, w.runes+n; end == len(s.words) {
			w.text, w.bytes, w.runes = w.text[1:], 0, 0
		}
	}
	return true
}

// starts goes on by words, which are to stand there.
func (w *walk) starts(words string) bool {
	return w.pass(utf8.RuneCountInString(words), func(s stretch) {
		if rest, ok := strings.CutPrefix(words, s.words); ok {
			words = rest
		}
	}) && words == ""
}
