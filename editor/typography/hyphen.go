// Package typography knows the rules of setting text that hold before there is
// a page: which quotation marks, dashes and spaces stand where, and where a word may be
// broken.
package typography

import (
	"strings"
	"sync"
	"unicode"

	"communique/assets/hyphenation"
)

// Hyphenator finds where words of a language may be broken, after F. M. Liang,
// "Word Hy-phen-a-tion by Com-put-er" (Stanford, 1983). It may be used from
// several goroutines at once.
type Hyphenator struct {
	// next leads from a state and a letter to the state behind it: the patterns
	// as a trie, whose root is state 0.
	next map[step]int32
	// values are the numbers of the patterns that end in a state.
	values     map[int32][]byte
	exceptions map[string][]int
	alphabet   map[rune]bool // a word with other letters is of another language
	behind     int           // the least that goes behind a break, in letters
	compounds  bool          // words are broken where their roots meet
	syllables  *syllables    // of a language that has rules and no patterns
}

type step struct {
	state  int32
	letter rune
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
		next:       make(map[step]int32, strings.Count(patterns, "\n")),
		values:     map[int32][]byte{},
		exceptions: map[string][]int{},
		alphabet:   map[rune]bool{},
		behind:     behind,
	}
	for line := range strings.Lines(patterns) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.Contains(line, "-"):
			h.except(line)
		default:
			h.add(line)
		}
	}
	return h
}

// except notes a word with its breaks written out.
func (h *Hyphenator) except(line string) {
	var breaks []int
	at := 0
	for _, r := range line {
		if r == '-' {
			breaks = append(breaks, at)
			continue
		}
		at++
	}
	h.exceptions[strings.ReplaceAll(line, "-", "")] = breaks
}

// add grows the trie by a pattern such as ".ас1то": digits stand between the
// letters, and a dot is the word's edge.
func (h *Hyphenator) add(pattern string) {
	state, values := int32(0), []byte{0}
	for _, r := range pattern {
		if r >= '0' && r <= '9' {
			values[len(values)-1] = byte(r - '0')
			continue
		}
		h.alphabet[r] = true
		key := step{state, r}
		to, known := h.next[key]
		if !known {
			to = int32(len(h.next) + 1) //nolint:gosec // as many states as the patterns have letters
			h.next[key] = to
		}
		state = to
		values = append(values, 0)
	}
	h.values[state] = values
}

// Breaks returns the places in word where a hyphen may stand, as numbers of
// letters before it, ascending. A word is letters of the language alone: one
// with anything else in it, or a short one, is not broken.
func (h *Hyphenator) Breaks(word string) []int {
	letters := make([]rune, 1, len(word)+2)
	letters[0] = '.'
	for _, r := range word {
		r = oneApostrophe(unicode.ToLower(r))
		if r == '.' || !h.alphabet[r] {
			return nil
		}
		letters = append(letters, r)
	}
	count := len(letters) - 1
	if count < leastWord {
		return nil
	}
	if breaks, known := h.exceptions[string(letters[1:])]; known {
		return breaks
	}
	if h.syllables != nil {
		return h.within(h.syllables.breaks(letters[1:]), count)
	}
	return h.inside(append(letters, '.'))
}

// match lays every pattern over a word, its letters between dots; an odd number between
// two of them allows a break there.
func (h *Hyphenator) match(letters []rune) []int {
	count := len(letters) - 2
	points := make([]byte, len(letters)+1)
	for from := range letters {
		state := int32(0)
		for at := from; at < len(letters); at++ {
			to, known := h.next[step{state, letters[at]}]
			if !known {
				break
			}
			state = to
			for i, value := range h.values[state] {
				points[from+i] = max(points[from+i], value)
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
