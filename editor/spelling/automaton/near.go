package automaton

import "unicode"

// Costs say how far one spelling is from another. A letter for another costs as much
// as Substitute says, letters in the wrong order Swap.
type Costs struct {
	// Substitute is the cost of a letter typed for one that is meant. Both are in
	// lower case.
	Substitute func(typed, meant rune) int
	// Missing is the cost of a letter that was not typed, after the one before it.
	Missing func(before, meant rune) int
	// Extra is the cost of a letter that is typed and not meant, after the one before it.
	Extra func(before, typed rune) int
	Swap  int
}

// Near is a word near another.
type Near struct {
	Word      string
	Frequency Frequency
	Cost      int
}

// Table are costs laid out for one automaton.
type Table struct {
	substitute, missing, extra [][]uint8 // by the labels in lower case
	swap                       uint8
}

// NewTable lays costs out for the automaton's letters.
func (a *Automaton) NewTable(c Costs) *Table {
	t := &Table{swap: small(c.Swap)}
	n := len(a.low)
	for _, rows := range []*[][]uint8{&t.substitute, &t.missing, &t.extra} {
		*rows = make([][]uint8, n)
		for i := range *rows {
			(*rows)[i] = make([]uint8, n)
		}
	}
	for first := range uint32(n) { //nolint:gosec // at most 256
		x := a.letter(first)
		for second := firstLabel; second < uint32(n); second++ { //nolint:gosec // as above
			y := a.letter(second)
			t.missing[first][second], t.extra[first][second] = small(c.Missing(x, y)), small(c.Extra(x, y))
			if first >= firstLabel && x != y {
				t.substitute[first][second] = small(c.Substitute(x, y))
			}
		}
	}
	return t
}

func small(n int) uint8 { return uint8(max(0, min(n, 100))) }

// letter is the letter of a label, in lower case; 0 for those that are none.
func (a *Automaton) letter(label uint32) rune {
	if label < firstLabel {
		return 0
	}
	return unicode.ToLower(a.letters[label-firstLabel])
}

// mostStates bounds what one search costs.
const mostStates = 400_000

// Near finds the words whose cost from a typed word is at most limit, with their capitals,
// in no order. A typed letter that no word has is taken for one that costs as much as
// any.
func (a *Automaton) Near(typed string, t *Table, limit int) []Near {
	w := walk{a: a, t: t, limit: uint8(max(0, min(limit, 100))), left: mostStates}
	for _, r := range typed {
		w.typed = append(w.typed, a.low[a.label(unicode.ToLower(r))])
	}
	if len(w.typed) > longestNear {
		return nil
	}
	w.rows = make([][longestNear + 1]uint8, len(w.typed)+int(w.limit)+3)
	w.lay()
	w.from(a.root, 0)
	return w.found
}

// lay lays out what each typed letter costs.
func (w *walk) lay() {
	w.extras = make([]uint8, len(w.typed))
	for j, label := range w.typed {
		before := uint32(0)
		if j > 0 {
			before = w.typed[j-1]
		}
		w.extras[j] = unknownLetter
		if label != 0 {
			w.extras[j] = w.t.extra[before][label]
		}
		w.rows[0][j+1] = add(w.rows[0][j], w.extras[j])
	}
	w.substitutes = make([][]uint8, len(w.a.low))
	for label := range w.substitutes {
		row := make([]uint8, len(w.typed))
		for j, typed := range w.typed {
			row[j] = unknownLetter
			if typed != 0 {
				row[j] = w.t.substitute[typed][label]
			}
		}
		w.substitutes[label] = row
	}
}

// longestNear is the longest word that is searched for: no longer one is mistyped in a
// way that can be told.
const longestNear = 40

// walk is one search: the words that may still be near enough are spelt letter by
// letter, each with a row of the costs at which what was spelt is each beginning of what
// was typed.
type walk struct {
	a     *Automaton
	t     *Table
	typed []uint32
	limit uint8
	rows  [][longestNear + 1]uint8
	spelt []uint32 // labels
	found []Near
	left  int

	extras      []uint8   // what each typed letter costs if it is not meant
	substitutes [][]uint8 // what it costs for another, by the label of that
}

// add adds costs. A row has none above 150, and no letter costs more than 100.
func add(a, b uint8) uint8 { return min(a, 150) + b }

// from goes on from a state, with so many letters spelt.
func (w *walk) from(state uint32, depth int) {
	if depth+2 > len(w.rows) {
		return
	}
	for i := state; ; i++ {
		if w.left--; w.left <= 0 {
			return
		}
		e := w.a.edge(i)
		label := e & labelMask
		if label < firstLabel {
			if cost := w.rows[depth][len(w.typed)]; cost <= w.limit {
				w.found = append(w.found, Near{w.word(), Frequency(label), int(cost)})
			}
		} else if w.spell(label, depth) {
			w.spelt = append(w.spelt, label)
			w.from(e>>stateShift, depth+1)
			w.spelt = w.spelt[:len(w.spelt)-1]
		}
		if e&lastEdge != 0 {
			return
		}
	}
}

// spell fills the row after one more letter, and reports whether it may lead anywhere.
func (w *walk) spell(label uint32, depth int) bool {
	low := w.a.low[label]
	before := uint32(0)
	if depth > 0 {
		before = w.a.low[w.spelt[depth-1]]
	}
	above, row := &w.rows[depth], &w.rows[depth+1]
	missing := w.t.missing[before][low]
	row[0] = add(above[0], missing)
	least := row[0]
	substitute := w.substitutes[low]
	for j, typed := range w.typed {
		cost := min(add(above[j], substitute[j]), add(above[j+1], missing), add(row[j], w.extras[j]))
		if depth > 0 && j > 0 && typed == before && w.typed[j-1] == low && typed != low {
			cost = min(cost, add(w.rows[depth-1][j-1], w.t.swap))
		}
		row[j+1] = cost
		least = min(least, cost)
	}
	// Of two letters that changed places the first is paid for with the second.
	return least <= w.limit || w.swapBegins(low, depth)
}

// swapBegins reports whether a letter may be the first of two that were typed in the
// wrong order.
func (w *walk) swapBegins(low uint32, depth int) bool {
	for j := 1; j < len(w.typed); j++ {
		if w.typed[j] == low && add(w.rows[depth][j-1], w.t.swap) <= w.limit {
			return true
		}
	}
	return false
}

// unknownLetter is the cost of a letter that the list does not know.
const unknownLetter = 10

func (w *walk) word() string {
	letters := make([]rune, len(w.spelt))
	for i, label := range w.spelt {
		letters[i] = w.a.letters[label-firstLabel]
	}
	return string(letters)
}
