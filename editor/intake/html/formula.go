package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"communique/editor/intake/layout"
)

// formula is one in MathML (W3C, MathML Core) that is being read: its elements within one another, and what each has.
type formula struct {
	open    []node
	letters int // bytes of it
}

// node is an element of a formula, with what its children say.
type node struct {
	name     string
	children []string
}

// The most that is read of a formula: elements within one another, and bytes.
const (
	deepestFormula = 40
	longestFormula = 10_000
)

// formulaTag reads a tag within a formula; what is deeper than any stands where it stands.
func (r *reader) formulaTag(t html.Token) {
	f := r.formula
	switch {
	case t.Type == html.EndTagToken:
		r.endFormula(t.Data)
	case len(f.open) >= deepestFormula:
	case t.Type == html.StartTagToken:
		f.open = append(f.open, node{name: t.Data})
	}
}

// endFormula ends an element, and those in it that nobody ended; with the outermost one the formula is a text.
func (r *reader) endFormula(name string) {
	f := r.formula
	at := len(f.open) - 1
	for at >= 0 && f.open[at].name != name {
		at--
	}
	if at < 0 {
		return
	}
	for n := len(f.open) - 1; n >= max(at, 1); n-- {
		said := f.open[n].text()
		f.open = f.open[:n]
		f.open[n-1].children = append(f.open[n-1].children, said)
	}
	if at == 0 {
		r.leaveFormula()
	}
}

// leaveFormula writes a formula; one that says nothing in letters, or more than any, is told.
func (r *reader) leaveFormula() {
	for n := len(r.formula.open) - 1; n > 0; n-- {
		r.formula.open[n-1].children = append(r.formula.open[n-1].children, r.formula.open[n].text())
	}
	said := r.formula.open[0].text()
	if r.formula.letters > longestFormula {
		said = ""
	}
	r.formula = nil
	if said == "" && !r.hidden() {
		r.w.Lose(layout.Objects, 1)
		return
	}
	r.text(said)
}

// formulaText reads letters within a formula. The space between its elements is none.
func (r *reader) formulaText(text string) {
	f := r.formula
	words := strings.Join(strings.Fields(text), " ")
	if f.letters += len(words); words != "" && f.letters <= longestFormula {
		n := len(f.open) - 1
		f.open[n].children = append(f.open[n].children, words)
	}
}

// text is what an element of a formula says in a line.
func (n node) text() string {
	child := func(i int) string {
		if i < len(n.children) {
			return n.children[i]
		}
		return ""
	}
	switch n.name {
	case "msup", "mover":
		return child(0) + layout.Raised(child(1))
	case "msub", "munder":
		return child(0) + layout.Lowered(child(1))
	case "msubsup", "munderover":
		return child(0) + layout.Lowered(child(1)) + layout.Raised(child(2))
	case "mfrac":
		return child(0) + "/" + child(1)
	case "msqrt":
		return "√" + strings.Join(n.children, "")
	case "mroot":
		return layout.Raised(child(1)) + "√" + child(0)
	case "mtd", "mtr", "mlabeledtr":
		return strings.Join(n.children, "") + " "
	case "semantics": // what is said again for programs stands behind it
		return child(0)
	case "annotation", "annotation-xml", "mphantom", "mspace":
		return ""
	}
	return strings.Join(slices.DeleteFunc(n.children, func(s string) bool { return s == "" }), "")
}
