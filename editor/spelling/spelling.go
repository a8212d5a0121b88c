// Package spelling finds words that are misspelt, and proposes what was meant. It knows
// Russian and English, the names of the office's registers in all their cases, the
// office's own words, and whatever dictionaries for hunspell it is given.
//
// What it does not look up it counts: see Reason. A word with a capital that nobody knows
// is most often a name, and only a hint.
package spelling

import (
	"sync"

	"communique/assets/dictionaries/spelling"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/spelling/automaton"
	"communique/editor/spelling/hunspell"
)

// Params are what a Checker is made with; all may be empty.
type Params struct {
	Registers register.Registers
	Words     Words // the office's own
	House     grammar.House
	// More are dictionaries beside those of the program: what one of them has is right,
	// and a paragraph in its language is checked by it.
	More []*hunspell.Dictionary
}

// Checker checks texts. It does not change, but for what it remembers of its proposals,
// and may be asked by several goroutines.
type Checker struct {
	russian, english *lexicon
	more             []*hunspell.Dictionary
	own              own
	house            grammar.House
	proposals        proposals
}

// lexicon is a language that the program has words of.
type lexicon struct {
	words *automaton.Automaton
	costs *automaton.Table
}

// shipped opens the program's own words, once.
var shipped = sync.OnceValue(func() (both [2]*lexicon) {
	for i, l := range []struct {
		text  string
		costs automaton.Costs
	}{{spelling.Russian, russianCosts()}, {spelling.English, englishCosts()}} {
		words, err := automaton.Open(l.text)
		if err != nil {
			panic(err) // it is part of the program
		}
		both[i] = &lexicon{words, words.NewTable(l.costs)}
	}
	return both
})

// New makes a Checker. It takes some 20 ms, and half a millisecond for each hundred
// cards of the registers: none of it is for the UI goroutine.
func New(p Params) *Checker {
	both := shipped()
	return &Checker{russian: both[0], english: both[1], more: p.More, own: newOwn(p), house: p.House, proposals: newProposals()}
}

// Misspelling is a word that is, or may be, misspelt.
type Misspelling struct {
	// Start and End are bytes in the text; At is how many code points stand before it.
	Start, End, At int
	// Text is the word as it stands.
	Text string
	// Name says that the word has a capital and may be a name: that it is misspelt is
	// not sure.
	Name bool

	word string // as it is looked up
	in   script
	more *hunspell.Dictionary // of the paragraph's language, where it is one of the folder's
}

// Report is what checking a text gave.
type Report struct {
	Misspelt []Misspelling
	Checked  int            // words that were looked up
	Skipped  map[Reason]int // words that were not
}

// Has reports whether a word is right as it is written.
func (c *Checker) Has(word string) bool {
	w, in, reason, _ := look(word)
	return reason == "" && c.knows(w, in)
}
