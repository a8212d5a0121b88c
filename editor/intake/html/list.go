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
	l := r.open[i].list
	one := &item{begins: true}
	for _, e := range r.open[:i+1] {
		if e.list != nil {
			one.level++
			one.begins = one.begins && !e.list.begun
			e.list.begun = true
		}
	}
	one.level--
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

// isOrdered reports whether the list at an index has numbers.
func (r *reader) isOrdered(at int) bool { return r.open[at].atom == atom.Ol }
