package intake

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

// listOf makes one list of the items with which paragraphs begin, and tells how many they
// are: bullets, or numbers that follow each other, with those that stand deeper.
func listOf(lines []layout.Paragraph) (release.Block, int) {
	list := release.Block{Kind: release.List, First: lines[0].Number}
	var open openLists
	n := 0
	for n < len(lines) && lines[n].Kind == layout.Item && open.take(&lines[n], &list) {
		lines[n] = deepened(lines[n], len(open.all)-1)
		n++
	}
	all := repair.Together(lines[:n])
	list.Text, list.Marks = all.Text, all.Marks
	return list, n
}

// openLists are the lists that are open at an item, each within the one before.
type openLists struct {
	all   []openList
	below bool // a level below the first was there
}

type openList struct {
	level int // as its document says
	last  int // the number of the last item
}

// Take puts an item into the list of its level; false where it begins another one: one that
// says so, or that counts otherwise.
func (o *openLists) take(p *layout.Paragraph, list *release.Block) bool {
	open := o.all
	for len(open) > 1 && open[len(open)-2].level >= p.Level {
		open = open[:len(open)-1]
	}
	if n := len(open); n == 0 || n <= release.MaxLevel && open[n-1].level < p.Level {
		open = append(open, openList{level: p.Level})
	}
	depth, top := len(open)-1, &open[len(open)-1]
	top.level = min(top.level, p.Level)
	switch {
	case len(o.all) == 0:
	case depth == 0:
		if p.Begins || p.Number != following(top.last) {
			return false
		}
	case !o.goesOn(p, depth, top.last, *list):
		return false
	case !o.below:
		o.below, list.Mixed = true, (p.Number > 0) != (list.First > 0)
	}
	top.last = p.Number
	o.all = open
	return true
}

// goesOn reports whether an item below the first level goes on behind one with a number. Those
// levels are of one sort: what is two of them deep takes that of the first, and where it had a
// number and they have bullets, that becomes words.
func (o *openLists) goesOn(p *layout.Paragraph, depth, last int, list release.Block) bool {
	numbered := list.Mixed != (list.First > 0)
	if o.below && (p.Number > 0) != numbered {
		if depth == 1 {
			return false
		}
		if p.Number > 0 {
			*p = unnumbered(*p)
		}
	}
	if p.Label != "" && layout.IsOrdinal(p.Label, last+1) {
		p.Number = last + 1
	}
	return p.Number == 0 || p.Number == last+1
}

// following is the number behind that of an item; 0 behind a bullet.
func following(number int) int {
	if number == 0 {
		return 0
	}
	return number + 1
}

// deepened puts the tabs before the lines of an item that say its level.
func deepened(p layout.Paragraph, depth int) layout.Paragraph {
	if depth == 0 {
		return p
	}
	var text strings.Builder
	var marks []release.Mark
	at := 0
	for i, line := range release.Lines(p.Text, p.Marks) {
		if i > 0 {
			text.WriteByte('\n')
			at++
		}
		text.WriteString(strings.Repeat("\t", depth) + line.Text)
		at += depth
		for _, m := range line.Marks {
			m.Start, m.End = m.Start+at, m.End+at
			marks = append(marks, m)
		}
		at += utf8.RuneCountInString(line.Text)
	}
	p.Text, p.Marks = text.String(), release.Normalize(marks, at)
	return p
}

// unnumbered is an item with a bullet, whose first word is what it had for one.
func unnumbered(p layout.Paragraph) layout.Paragraph {
	if p.Label == "" {
		p.Label = strconv.Itoa(p.Number) + "."
	}
	p = withLabel(p)
	p.Kind, p.Number = layout.Item, 0
	return p
}

// withLabel is an item as a paragraph whose first word is its label.
func withLabel(p layout.Paragraph) layout.Paragraph {
	label := p.Label + " "
	for i := range p.Marks {
		p.Marks[i].Start += utf8.RuneCountInString(label)
		p.Marks[i].End += utf8.RuneCountInString(label)
	}
	p.Kind, p.Text, p.Label = layout.Text, label+p.Text, ""
	return p
}
