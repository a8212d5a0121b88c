package pdf

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"golang.org/x/text/unicode/norm"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// rightToLeft is the code of a repair: lines that run from right to left were put into their order.
const rightToLeft = "right-to-left"

// direction is where the letters of a run lead.
type direction uint8

const (
	neither direction = iota // figures and signs
	toRight
	toLeft
)

// directionOf is that of letters: to the left where one of them leads there.
func directionOf(text string) direction {
	found := neither
	for _, letter := range text {
		switch properties, _ := bidi.LookupRune(letter); properties.Class() {
		case bidi.R, bidi.AL:
			return toLeft
		case bidi.L:
			found = toRight
		}
	}
	return found
}

// spelled is the word that glyphs show, which stand from left to right. One that runs to the left is read from its right
// end, and its letters are taken for their forms.
func spelled(glyphs []string) (word string, to direction) {
	word = strings.Join(glyphs, "")
	if to = directionOf(word); to == toLeft {
		word = norm.NFKC.String(fromRight(glyphs))
	}
	return word, to
}

// fromRight reads glyphs from the right end, but for the figures and foreign letters among them.
func fromRight(glyphs []string) string {
	turned := slices.Clone(glyphs)
	slices.Reverse(turned)
	for begin, end := range stretches(len(turned), func(i int) bool { return inOrder(turned[i]) }, func(i int) bool { return joins(turned[i]) }) {
		slices.Reverse(turned[begin:end])
	}
	for i, one := range turned {
		turned[i] = mirrored(one)
	}
	return strings.Join(turned, "")
}

// The figures, of Europe and of Arabic and Persian, and what stands within a number or a date.
const (
	figures = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
	joiners = ".,:/٫٬"
)

// inOrder reports whether letters are those of the other direction, or figures, which run to the right anywhere.
func inOrder(text string) bool { return directionOf(text) == toRight || isFigures(text) }

func isFigures(text string) bool {
	return strings.Trim(text, figures+joiners) == "" && strings.ContainsAny(text, figures)
}

// joins reports whether a sign may stand within a number.
func joins(text string) bool { return strings.Trim(text, joiners) == "" }

// stretches are those of n things that are something, with what may stand between two such.
func stretches(n int, is, between func(i int) bool) iter.Seq2[int, int] {
	return func(yield func(begin, end int) bool) {
		for begin := 0; begin < n; begin++ {
			end := begin
			for i := begin; i < n && is(begin) && (is(i) || between(i)); i++ {
				if is(i) {
					end = i + 1
				}
			}
			if end > begin+1 && !yield(begin, end) {
				return
			}
			begin = max(begin, end-1)
		}
	}
}

// mirrored is the bracket that a page shows as another one where it stands among words that run to the left.
func mirrored(glyph string) string {
	const brackets = "()[]{}<>«»‹›"
	at := strings.Index(brackets, glyph)
	letters := []rune(glyph)
	if at < 0 || len(letters) != 1 {
		return glyph
	}
	all := []rune(brackets)
	return string(all[slices.Index(all, letters[0])^1])
}

// turn puts the lines of a page that run to the left into the order in which they are read, and tells how many. They stand
// then as one sees them in a mirror: all that follows knows one direction.
func (p *page) turn() (lines int, first string) {
	for begin := 0; begin < len(p.runs); {
		end, to := begin, neither
		for ; end < len(p.runs) && besides(p.runs[begin], p.runs[end]); end++ {
			to = max(to, p.runs[end].to)
		}
		if to == toLeft {
			line := p.runs[begin:end]
			p.turnLine(line)
			if lines++; first == "" {
				first = said(line)
			}
		}
		begin = end
	}
	return lines, first
}

// besides reports whether two runs stand in one line, wherever in it.
func besides(a, b run) bool {
	return math.Abs(a.y-b.y) < max(a.size, b.size, 1)/2 && a.artifact == b.artifact
}

func said(line []run) string {
	words := make([]string, len(line))
	for i, one := range line {
		words[i] = one.text
	}
	return layout.Begin(strings.Join(words, " "))
}

// turnLine puts one line into its order: its own where most of its letters run to the left, and within another the
// stretches that do.
func (p *page) turnLine(line []run) {
	slices.SortStableFunc(line, func(a, b run) int { return cmp.Compare(a.x, b.x) })
	letters := map[direction]int{}
	for _, one := range line {
		letters[one.to] += utf8.RuneCountInString(one.text)
	}
	if letters[toRight] > letters[toLeft] {
		turnStretches(line, toLeft)
	} else {
		mirror(line, p.left, p.right)
		turnStretches(line, toRight)
	}
	for begin, end := range stretches(len(line), func(i int) bool { return isFigures(line[i].text) }, func(i int) bool { return joins(line[i].text) }) {
		turnNumbers(line[begin:end])
	}
}

// turnStretches mirrors each stretch of runs that lead to one direction, with the figures and signs within it, where it
// stands.
func turnStretches(line []run, to direction) {
	for begin, end := range stretches(len(line), func(i int) bool { return line[i].to == to }, func(i int) bool { return line[i].to == neither }) {
		mirrorThere(line[begin:end])
	}
}

// turnNumbers mirrors the numbers of a stretch of figures back that were mirrored figure by figure.
func turnNumbers(line []run) {
	begin := 0
	for i := range line {
		if i+1 == len(line) || apart(line[i], line[i+1]) {
			mirrorThere(line[begin : i+1])
			begin = i + 1
		}
	}
}

// mirrorThere turns runs about where they stand.
func mirrorThere(line []run) {
	left, right := line[0].x, line[0].end
	for _, one := range line {
		left, right = min(left, one.x), max(right, one.end)
	}
	mirror(line, left, right)
}

// mirror turns runs between two edges about, and the signs in them.
func mirror(line []run, left, right float64) {
	slices.Reverse(line)
	for i := range line {
		one := &line[i]
		one.x, one.end = left+right-one.end, left+right-one.x
		one.spaced, one.spaceBehind = one.spaceBehind, one.spaced
		if one.to == neither {
			one.text = fromRight(strings.Split(one.text, ""))
		}
	}
}

// turned tells of lines that were put into their order: where letters stand is all that a PDF says of it.
func turned(lines int, first string) []release.Repair {
	if lines == 0 {
		return nil
	}
	return []release.Repair{{Code: rightToLeft, Text: first, Count: lines, Field: release.BlocksField}}
}
