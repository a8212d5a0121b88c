package odt

import (
	"fmt"
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// levels is how deep lists stand within one another (ISO/IEC 26300, 19.880).
const levels = 10

// listStyle says how the levels of a list are numbered.
type listStyle struct{ level [levels]listLevel }

type listLevel struct {
	format         string // as Numeral has it; "" for bullets
	prefix, suffix string
	start          int
	shown          int // how many levels a number shows
}

// place is where the text is in a list.
type place struct {
	style string
	level int
	item  bool // an item has begun and has no words yet
	first bool // nothing of the list was read
}

func (r *reader) readList(e parts.Element) error {
	s := &listStyle{}
	r.lists[e.Get("name")] = s
	return r.walker.Inside(func(e parts.Element) error {
		if e.Name != "list-level-style-number" {
			return nil
		}
		at := min(atLeastOne(e.Get("level")), levels) - 1
		s.level[at] = listLevel{e.Get("num-format"), e.Get("num-prefix"), e.Get("num-suffix"), atLeastOne(e.Get("start-value")), atLeastOne(e.Get("display-levels"))}
		return nil
	}, nil)
}

// list reads a list. It counts on from the last of its style where it says so.
func (r *reader) list(e parts.Element) error {
	at := &place{style: e.Get("style-name"), level: min(len(r.nested), levels-1), first: true}
	if n := len(r.nested); at.style == "" && n > 0 {
		at.style = r.nested[n-1].style
	}
	if r.last == nil {
		r.last = map[string][]int{}
	}
	goesOn := e.Get("continue-numbering") == "true" || e.Has("continue-list")
	if r.last[at.style] == nil || !goesOn {
		counts := r.last[at.style]
		r.last[at.style] = make([]int, levels)
		copy(r.last[at.style], counts[:min(len(counts), at.level)])
	} else {
		at.first = false
	}
	r.nested = append(r.nested, at)
	defer func() { r.nested = r.nested[:len(r.nested)-1] }()
	return r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "list-item":
			at.item = true
			if e.Has("start-value") {
				r.last[at.style][at.level] = atLeastOne(e.Get("start-value")) - r.start(at)
				at.first = true
			}
			return r.walker.Inside(r.block, nil)
		case "list-header":
			at.item = false
			return r.walker.Inside(r.block, nil)
		}
		return r.block(e)
	}, nil)
}

// numbered reads a paragraph with a number that stands in no list: it counts on from the last one of its style.
func (r *reader) numbered(e parts.Element) error {
	at := &place{style: e.Get("style-name"), level: min(atLeastOne(e.Get("level")), levels) - 1, item: true}
	if r.last == nil {
		r.last = map[string][]int{}
	}
	if r.last[at.style] == nil {
		r.last[at.style], at.first = make([]int, levels), true
	}
	r.nested = append(r.nested, at)
	defer func() { r.nested = r.nested[:len(r.nested)-1] }()
	return r.walker.Inside(r.block, nil)
}

func (r *reader) start(at *place) int {
	if s := r.lists[at.style]; s != nil {
		return max(s.level[at.level].start, 1)
	}
	return 1
}

// value counts an item. Where its list has plain numbers it returns the item's, and where
// it has others the words of its label, both where its level, below the first, counts by letters; a
// bullet has neither.
func (r *reader) value(at *place) (value int, label string) {
	s := r.lists[at.style]
	if s == nil {
		return 0, ""
	}
	counts := r.last[at.style]
	counts[at.level]++
	for deeper := at.level + 1; deeper < levels; deeper++ {
		counts[deeper] = 0
	}
	l := s.level[at.level]
	if l.format == "" {
		return 0, ""
	}
	value = counts[at.level] + max(l.start, 1) - 1
	simple := l.prefix == "" && l.shown <= 1 && slices.Contains([]string{"", ".", ")"}, strings.TrimSpace(l.suffix))
	if simple && l.format == "1" {
		return value, ""
	}
	var numbers []string
	for i := max(0, at.level+1-max(l.shown, 1)); i <= at.level; i++ {
		numbers = append(numbers, layout.Numeral(max(counts[i], 1)+max(s.level[i].start, 1)-1, s.level[i].format))
	}
	label = fmt.Sprint(l.prefix, strings.Join(numbers, "."), l.suffix)
	if simple && at.level > 0 {
		return value, label
	}
	return 0, label
}
