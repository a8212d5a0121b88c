package html

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
)

// list counts its items.
type list struct {
	next    int // of one with numbers
	numeral string
	begun   bool
}

// item is one of a list. Its first paragraph is what the list shows.
type item struct {
	number int
	level  int // how many lists its own stands in
	label  string
	begins bool
	said   bool
}

// newItem is the next of the innermost list.
func (r *reader) newItem(t html.Token) *item {
	i := len(r.open) - 1
	for ; i >= 0 && r.open[i].list == nil; i-- {
	}
	if i < 0 {
		return &item{}
	}
	l, one := r.open[i].list, r.itemOf(i)
	if !r.isOrdered(i) {
		return one
	}
	if n, err := strconv.Atoi(attribute(t, "value")); err == nil && n > 0 && n < 1_000_000 {
		l.next = n
	}
	one.number = l.next
	if l.numeral != "" && l.numeral != "1" || l.next == 0 {
		one.label = layout.Numeral(l.next, l.numeral) + "."
	}
	if one.level == 0 && one.label != "" {
		one.number = 0
	}
	l.next++
	return one
}

// itemOf is an item of the list at an index: how deep it stands, and whether no list around it has
// begun.
func (r *reader) itemOf(at int) *item {
	one := &item{begins: true, level: -1}
	for _, e := range r.open[:at+1] {
		if e.list != nil {
			one.level++
			one.begins = one.begins && !e.list.begun
			e.list.begun = true
		}
	}
	return one
}

// isOrdered reports whether the list at an index has numbers.
func (r *reader) isOrdered(at int) bool { return r.open[at].atom == atom.Ol }
