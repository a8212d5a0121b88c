// Package typography knows the rules of setting text that hold before there is
// a page: which quotation marks, dashes and spaces stand where, and where a word may be
// broken.
package typography

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"communique/assets/hyphenation"
)

// Hyphenator finds where words of a language may be broken, after F. M. Liang,
// "Word Hy-phen-a-tion by Com-put-er" (Stanford, 1983). It may be used from
// several goroutines at once.
type Hyphenator struct {
	// nodes are the patterns as a trie, whose root is the first.
	nodes []node
	// numbers are those of the patterns, one behind the other: one before each letter, and
	// one behind the last.
	numbers []byte
	// exceptions are words with their breaks written out, by the words.
	exceptions map[string]string
	alphabet   []rune     // a word with other letters is of another language
	behind     int        // the least that goes behind a break, in letters
	compounds  bool       // words are broken where their roots meet
	syllables  *syllables // of a language that has rules and no patterns
}

// node is where a letter leads to.
type node struct {
	letter         rune
	child, sibling int32 // 0: there is none
	numbers        int32 // where those of the pattern that ends here begin; 0: none does
}

const (
	leastBefore = 2 // letters that stay before a break
	leastWord   = 5 // letters of a word worth breaking
)

var (
	russian = sync.OnceValue(func() *Hyphenator {
		h := newHyphenator(hyphenation.Patterns("ru"), 2)
		h.compounds = true
		return h
	})
	english = sync.OnceValue(func() *Hyphenator { return newHyphenator(hyphenation.Patterns("en"), 3) })
)

// Hyphenation returns the hyphenator of a language by its tag ("ru", "en-GB"),
// or nil where the program has none. It is read when first asked for.
func Hyphenation(language string) *Hyphenator {
	base, _, _ := strings.Cut(language, "-")
	switch base {
	case "ru":
		return russian()
	case "en":
		return english()
	}
	return otherHyphenation(language)
}

// newHyphenator reads patterns; behind is what their authors ask to go behind a
// break, in letters.
func newHyphenator(patterns string, behind int) *Hyphenator {
	h := &Hyphenator{
		nodes: make([]node, 1, len(patterns)/4), numbers: make([]byte, 1, len(patterns)),
		exceptions: make(map[string]string, strings.Count(patterns, "-")),
		behind:     behind,
	}
	unbroken := strings.ReplaceAll(patterns, "-", "")
	for line := range strings.Lines(patterns) {
		word := unbroken[:len(line)-strings.Count(line, "-")]
		unbroken = unbroken[len(word):]
		line, word = strings.TrimSuffix(line, "\n"), strings.TrimSuffix(word, "\n")
		switch {
		case line == "":
		case len(word) < len(line):
			h.exceptions[word] = line
		default:
			h.add(line)
		}
	}
	return h
}

// add grows the trie by a pattern such as ".ас1то": digits stand between the
// letters, and a dot is the word's edge.
func (h *Hyphenator) add(pattern string) {
	at, begin := int32(0), len(h.numbers)
	h.numbers = append(h.numbers, 0)
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			h.numbers[len(h.numbers)-1] = byte(r - '0')
			continue
		}
		to := h.child(at, r)
		if to == 0 {
			to = int32(len(h.nodes)) //nolint:gosec // as many as the patterns have letters
			h.nodes = append(h.nodes, node{letter: r, sibling: h.nodes[at].child})
			h.nodes[at].child = to
			if !slices.Contains(h.alphabet, r) {
				h.alphabet = append(h.alphabet, r)
			}
		}
		at = to
		h.numbers = append(h.numbers, 0)
	}
	h.nodes[at].numbers = int32(begin) //nolint:gosec // as many as the patterns have letters
}

// child returns the node that a letter leads to from another; 0 where it leads nowhere.
func (h *Hyphenator) child(of int32, letter rune) int32 {
	at := h.nodes[of].child
	for at != 0 && h.nodes[at].letter != letter {
		at = h.nodes[at].sibling
	}
	return at
}

// Breaks returns the places in word where a hyphen may stand, as numbers of
// letters before it, ascending. A word is letters of the language alone: one
// with anything else in it, or a short one, is not broken.
func (h *Hyphenator) Breaks(word string) []int {
	letters := make([]rune, 1, len(word)+2)
	letters[0] = '.'
	for _, r := range word {
		r = oneApostrophe(unicode.ToLower(r))
		if r == '.' || !slices.Contains(h.alphabet, r) {
			return nil
		}
		letters = append(letters, r)
	}
	count := len(letters) - 1
	if count < leastWord {
		return nil
	}
	if written, known := h.exceptions[string(letters[1:])]; known {
		return writtenBreaks(written)
	}
	if h.syllables != nil {
		return h.within(h.syllables.breaks(letters[1:]), count)
	}
	return h.inside(append(letters, '.'))
}

// writtenBreaks are the breaks of a word that has them written out.
func writtenBreaks(word string) []int {
	var breaks []int
	at := 0
	for _, r := range word {
		if r == '-' {
			breaks = append(breaks, at)
			continue
		}
		at++
	}
	return breaks
}

// match lays every pattern over a word, its letters between dots; an odd number between
// two of them allows a break there.
func (h *Hyphenator) match(letters []rune) []int {
	count := len(letters) - 2
	points := make([]byte, len(letters)+1)
	for from := range letters {
		for to, at := int32(0), from; at < len(letters); at++ {
			if to = h.child(to, letters[at]); to == 0 {
				break
			}
			numbers := h.nodes[to].numbers
			if numbers == 0 {
				continue
			}
			for i, number := range h.numbers[numbers:][:at-from+2] {
				points[from+i] = max(points[from+i], number)
			}
		}
	}
	var breaks []int
	for n := leastBefore; n <= count-h.behind; n++ {
		if points[n+1]%2 == 1 {
			breaks = append(breaks, n)
		}
	}
	return breaks
}
