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
	one := &item{begins: !l.begun && !r.goesOn(i)}
	l.begun = true
	if !r.isOrdered(i) {
		return one
	}
	if n, err := strconv.Atoi(attribute(t, "value")); err == nil && n > 0 && n < 1_000_000 {
		l.next = n
	}
	one.number = l.next
	if l.numeral != "" && l.numeral != "1" || l.next == 0 {
		one.number, one.label = 0, layout.Numeral(l.next, l.numeral)+". "
	}
	l.next++
	return one
}

// goesOn reports whether the list at an index, one of bullets, stands within another that has begun:
// lists have one level, and its items go on in that.
func (r *reader) goesOn(at int) bool {
	if r.isOrdered(at) {
		return false
	}
	for i := at - 1; i >= 0; i-- {
		if l := r.open[i].list; l != nil {
			return !r.isOrdered(i) && l.begun
		}
	}
	return false
}

// isOrdered reports whether the list at an index has numbers.
func (r *reader) isOrdered(at int) bool { return r.open[at].atom == atom.Ol }
