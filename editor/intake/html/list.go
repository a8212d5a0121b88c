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
	level   int   // how many lists it stands in
	whole   *list // the outermost of those, itself where it stands in none
	begun   bool  // it has an item, or a list in it has
}

// item is one of a list. Its first paragraph is what the list shows.
type item struct {
	number int
	level  int // how many lists its own stands in
	label  string
	begins bool
	said   bool
}

// newList is one within those that are open.
func (r *reader) newList() *list {
	l := &list{}
	l.whole = l
	if i := r.innerList(); i >= 0 {
		l.level, l.whole = r.open[i].list.level+1, r.open[i].list.whole
	}
	return l
}

// innerList returns the index of the innermost list, -1 for none.
func (r *reader) innerList() int {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].list != nil {
			return i
		}
	}
	return -1
}

// newItem is the next of the innermost list.
func (r *reader) newItem(t html.Token) *item {
	i := r.innerList()
	if i < 0 {
		return &item{}
	}
	l := r.open[i].list
	one := &item{level: l.level, begins: !l.whole.begun}
	l.whole.begun = true
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
