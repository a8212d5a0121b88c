// Package automaton holds a list of words as a minimal acyclic automaton: one that
// shares the beginnings of words, and their ends. Three million forms take some three
// megabytes, are asked where they lie, and need no loading; words that are near one
// that is misspelt are found by walking it.
//
// An automaton is written as a line of its letters and its first state, then edges of
// four bytes, little-endian: the label in the lowest eight bits, then a bit for the
// last edge of a state, then the number of the first edge of the state it leads to.
// Labels below 16 end a word, and say how frequent it is.
package automaton

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
)

// Frequency is how often a word is met, from 1, hardly ever, to MostFrequent. A step is
// half an order of magnitude.
type Frequency uint8

// MostFrequent is the frequency of «и» and "the".
const MostFrequent Frequency = 15

const (
	firstLabel = uint32(MostFrequent) + 1
	maxLetters = 256 - int(firstLabel)
	labelMask  = 0xff
	lastEdge   = 1 << 8
	stateShift = 9
	maxEdges   = 1 << (32 - stateShift)
	edgeSize   = 4
)

// ErrFormat says that something is no automaton.
var ErrFormat = errors.New("no automaton of words")

// Automaton is a list of words. It does not change.
type Automaton struct {
	letters []rune              // of labels from firstLabel on
	low     []uint32            // the label of the letter in lower case, by label
	labels  map[rune]uint32     // of letters that words have
	early   [earlyLetters]uint8 // the same of those that most texts are of, 0 for none
	edges   string
	root    uint32
	e, yo   uint32 // the labels of е and ё
}

// Open reads an automaton that Build wrote. The text is kept as it is, and only what is asked for
// is read: whether all of it is as Build writes it, IsSound tells.
func Open(text string) (*Automaton, error) {
	head, edges, ok := strings.Cut(text, "\n")
	letters, root, both := strings.Cut(head, "\t")
	first, err := strconv.ParseUint(root, 10, 32)
	if !ok || !both || err != nil || len(edges)%edgeSize != 0 || first*edgeSize >= uint64(len(edges)) {
		return nil, ErrFormat
	}
	a := &Automaton{letters: []rune(letters), labels: map[rune]uint32{}, edges: edges, root: uint32(first)}
	if len(a.letters) > maxLetters {
		return nil, ErrFormat
	}
	a.layLabels()
	a.e, a.yo = a.labels['е'], a.labels['ё']
	return a, nil
}

// layLabels lays out which letter has which label.
func (a *Automaton) layLabels() {
	for i, r := range a.letters {
		a.labels[r] = firstLabel + uint32(i)
	}
	for r, label := range a.labels {
		if r < earlyLetters {
			a.early[r] = uint8(label) //nolint:gosec // at most 255
		}
	}
	a.low = make([]uint32, int(firstLabel)+len(a.letters))
	for r, label := range a.labels {
		a.low[label] = label
		if low, ok := a.labels[unicode.ToLower(r)]; ok {
			a.low[label] = low
		}
	}
}

// IsSound reports whether edges lead to states that were written before, and the last is
// the last of one. It reads them all; what is asked of an automaton that is not sound may never end.
func (a *Automaton) IsSound() bool {
	last := uint32(len(a.edges)/edgeSize) - 1 //nolint:gosec // fewer than maxEdges
	for i := range last + 1 {
		e := a.edge(i)
		if to := e >> stateShift; to > 0 && to >= i || e&labelMask >= uint32(len(a.low)) || i == last && e&lastEdge == 0 { //nolint:gosec // at most 256
			return false
		}
	}
	return true
}

func (a *Automaton) edge(i uint32) uint32 {
	e := a.edges[i*edgeSize : i*edgeSize+edgeSize]
	return uint32(e[0]) | uint32(e[1])<<8 | uint32(e[2])<<16 | uint32(e[3])<<24
}

// follow returns the edge of a state with a label, 0 where there is none.
func (a *Automaton) follow(state, label uint32) uint32 {
	for i := state; ; i++ {
		e := a.edge(i)
		if e&labelMask == label {
			return e
		}
		if e&labelMask > label || e&lastEdge != 0 {
			return 0
		}
	}
}

// Find returns how frequent a word is, 0 where it is none of the list's. An е stands
// for ё too, as it does in most of what is printed.
func (a *Automaton) Find(word string) Frequency {
	return a.find(a.root, word)
}

// earlyLetters are those up to the end of Cyrillic.
const earlyLetters = 0x530

// label returns the label of a letter, 0 where no word has it.
func (a *Automaton) label(r rune) uint32 {
	if r < earlyLetters {
		return uint32(a.early[r])
	}
	return a.labels[r]
}

func (a *Automaton) find(state uint32, word string) Frequency {
	for i, r := range word {
		label := a.label(r)
		if label == 0 {
			return 0
		}
		if label == a.e {
			if e := a.follow(state, a.yo); e != 0 {
				if f := a.find(e>>stateShift, word[i+len("ё"):]); f > 0 {
					return f
				}
			}
		}
		e := a.follow(state, label)
		if e == 0 {
			return 0
		}
		state = e >> stateShift
	}
	if end := a.edge(state) & labelMask; end < firstLabel {
		return Frequency(end)
	}
	return 0
}

// Spelling returns the listed word that one stands for, with the frequency of Find: an е
// stands for ё too. It returns "" where there is none.
func (a *Automaton) Spelling(word string) (string, Frequency) {
	f := a.Find(word)
	if f == 0 {
		return "", 0
	}
	spelt := []byte(word)
	for i := 0; i < len(word); i++ {
		if strings.HasPrefix(word[i:], "е") {
			copy(spelt[i:], "ё")
			if a.Find(string(spelt)) == 0 {
				copy(spelt[i:], "е")
			}
		}
	}
	return string(spelt), f
}
