package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// paragraph are lines of one size that were one, before a program broke them.
type paragraph struct {
	text   string
	pieces []piece
	x      float64
	size   float64
	page   int
	joined []joined
}

// paragraphsOf joins the lines that were broken because they were full. What parts them else is more
// space, another size, a first line that is set in, or a mark of a list.
func paragraphsOf(lines []line) (all []paragraph) {
	right, leading := columns{}, []float64{}
	for i, l := range lines {
		right.widen(l)
		if i > 0 && breaks(lines[i-1], l) {
			right.breaks(lines[i-1])
		}
		if i > 0 && lines[i-1].page == l.page && l.y < lines[i-1].y {
			leading = append(leading, (lines[i-1].y-l.y)/max(l.size, 1))
		}
	}
	usual := 1.2
	if slices.Sort(leading); len(leading) > 0 {
		usual = leading[len(leading)/3] // most lines stand within paragraphs, and none closer
	}
	large := usualSize(lines) * larger
	var words phrase
	end := func() {
		if n := len(all); n > 0 {
			all[n-1].text, all[n-1].pieces, all[n-1].joined = words.text(), words.pieces, words.joined
		}
	}
	for i, l := range lines {
		if i > 0 && goesOnIn(lines[i-1], l, right.of(lines[i-1]), usual, large) {
			words.lineEnd(l.text)
			words.pieces = append(words.pieces, l.words.pieces...)
			continue
		}
		end()
		words = l.words
		all = append(all, paragraph{x: l.x, size: l.size, page: l.page})
	}
	end()
	return all
}

// A column is where lines begin: so far from the left edge of their page, in columnWidth points.
const columnWidth = 40

func (l line) column() int { return int(l.x / columnWidth) }

// columns are those of all pages.
type columns map[int]column

// column is where the lines end at most that begin in it, and how many words are broken at their ends.
type column struct {
	right  float64
	broken int
}

// widen takes in a line.
func (c columns) widen(l line) {
	one := c[l.column()]
	one.right = max(one.right, l.end)
	c[l.column()] = one
}

// breaks takes in a word that is broken at a line's end.
func (c columns) breaks(l line) {
	one := c[l.column()]
	one.broken++
	c[l.column()] = one
}

// of is what is known of the lines that begin where one does, or a little beside.
func (c columns) of(l line) (all column) {
	for at := l.column() - 1; at <= l.column()+1; at++ {
		all.right, all.broken = max(all.right, c[at].right), all.broken+c[at].broken
	}
	return all
}

// narrowest is a column of text, in the size of its letters: what is narrower has lines of its own, but where words are
// broken in it, fewestBroken at least.
const (
	narrowest    = 15
	fewestBroken = 3
)

// isText reports whether lines of a column are those of a text.
func (c column) isText(l line, size float64) bool {
	return c.right-l.x > narrowest*size || c.broken >= fewestBroken
}

// breaks reports whether a word is broken at the end of a line.
func breaks(l, next line) bool {
	first, _ := utf8.DecodeRuneInString(next.text)
	return unicode.IsLower(first) && layout.WithoutHyphen(l.text) != l.text && l.page == next.page
}

// listMark begins an item, loneMark is one alone.
var (
	listMark = regexp.MustCompile(`^(?:[•▪‣·–—*-]|\d{1,2}[.)])\s`)
	loneMark = regexp.MustCompile(`^(?:[•▪‣·–—*-]|\d{1,2}[.)])$`)
)

// goesOnIn reports whether a line goes on in the next. column is that of the line, usual the
// space from line to line, in their size; the lines of what is set in a large size are not full.
func goesOnIn(l, next line, column column, usual, large float64) bool {
	size := max(l.size, next.size, 1)
	full := size > large || l.end+next.firstWidth > column.right-size && column.isText(l, size)
	switch {
	case l.words.last.value, math.Abs(l.size-next.size) > size/10, listMark.MatchString(next.text) && !goesOnByDash(l.text, next.text):
		return false
	case l.page != next.page:
		return full && !strings.HasSuffix(l.text, ".")
	case l.y-next.y > size*(usual+0.25), next.y > l.y: // above, or beside
		return false
	case next.x > l.x+size*setIn && math.Abs(next.x-l.hang) > size*setIn:
		return false
	}
	return full
}

// setIn is how far a line is set in at least that begins a paragraph, in the size of its letters.
const setIn = 0.8

// goesOnByDash reports whether a dash goes on in a sentence, as behind «…», and begins no item.
func goesOnByDash(text, next string) bool {
	return strings.HasSuffix(text, ",") && strings.HasPrefix(next, "— ") && !listMark.MatchString(text)
}

// larger is what a headline is set in at least, against the rest.
const larger = 1.15

// usualSize is the size of most letters.
func usualSize(lines []line) (usual float64) {
	sizes := map[float64]int{}
	for _, l := range lines {
		sizes[l.size] += len(l.text)
	}
	for size, letters := range sizes {
		if cmp.Or(cmp.Compare(letters, sizes[usual]), cmp.Compare(usual, size)) > 0 {
			usual = size
		}
	}
	return usual
}

// largest is the one paragraph of the first page that is set larger than the rest; "" where there is
// none, or more.
func largest(all []paragraph) string {
	lines := make([]line, len(all))
	for i, p := range all {
		lines[i] = line{text: p.text, size: p.size}
	}
	usual, title := usualSize(lines), ""
	for _, p := range all {
		if p.page > 0 || p.size < usual*larger {
			continue
		}
		if title != "" {
			return ""
		}
		title = p.text
	}
	return title
}
