package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"

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

// columns are where the lines end at most that begin in a column, on any page.
type columns map[int]float64

// widen takes in a line.
func (c columns) widen(l line) { c[l.column()] = max(c[l.column()], l.end) }

// of is where the lines end that begin where one does, or a little beside.
func (c columns) of(l line) float64 {
	at := l.column()
	return max(c[at], c[at-1], c[at+1])
}

// narrowest is a column of text, in the size of its letters: what is narrower has lines of its own.
const narrowest = 15

// listMark begins an item, loneMark is one alone.
var (
	listMark = regexp.MustCompile(`^(?:[•▪‣·–—*-]|\d{1,2}[.)])\s`)
	loneMark = regexp.MustCompile(`^(?:[•▪‣·–—*-]|\d{1,2}[.)])$`)
)

// goesOnIn reports whether a line goes on in the next. right is where the lines of its column end, usual the
// space from line to line, in their size; the lines of what is set in a large size are not full.
func goesOnIn(l, next line, right, usual, large float64) bool {
	size := max(l.size, next.size, 1)
	full := size > large || l.end+next.firstWidth > right-size && right-l.x > narrowest*size
	switch {
	case l.words.last.value, math.Abs(l.size-next.size) > size/10, listMark.MatchString(next.text):
		return false
	case l.page != next.page:
		return full && !strings.HasSuffix(l.text, ".")
	case l.y-next.y > size*(usual+0.25), next.y > l.y: // above, or beside
		return false
	case next.x > l.x+size*0.8: // set in
		return false
	}
	return full
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
