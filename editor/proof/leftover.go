package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/wordset"
)

// Leftovers returns the names, numbers, dates and places of a release, each
// once: what has to be looked at again when it becomes the start of another.
func Leftovers(r release.Release) []string {
	var all []string
	add := func(text string) {
		if text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	add(r.Date.String())
	add(r.Place)
	for _, p := range passages(r) {
		switch p.Field {
		case release.HeadlineField, release.SubheadlineField, release.LeadField, release.BlocksField:
			for _, run := range facts(p.text) {
				add(run)
			}
		}
	}
	return all
}

// facts are the runs of a text's words that are names, numbers or dates. A
// word that begins a sentence is a name only where another follows it.
func facts(text string) []string {
	g := gleaner{text: text, begin: -1}
	sentence := true
	for at, word := range fields(text) {
		bare := strings.TrimFunc(word, func(r rune) bool { return !isLetterOrFigure(r) })
		start := at + strings.Index(word, bare)
		g.take(start, bare, sentence)
		if tail := text[start+len(bare) : at+len(word)]; strings.ContainsAny(tail, ",;:.!?)»") {
			g.flush()
		}
		sentence = bare == "" || strings.ContainsAny(word[len(word)-1:], ".!?")
	}
	g.flush()
	return g.found
}

// prepositions may begin a sentence before a name without belonging to it.
var prepositions = wordset.Of(`в во на с со из о об при к ко по у
	за от до для под над после in on at by from the`)

// gleaner gathers runs of words.
type gleaner struct {
	text       string
	found      []string
	begin, end int  // the run under way; begin is -1 where there is none
	weak       bool // it is one word that a sentence begins with
}

func (g *gleaner) take(start int, word string, sentence bool) {
	first, _ := utf8.DecodeRuneInString(word)
	_, month := grammar.Month(word)
	capital := unicode.IsUpper(first)
	goesOn := g.begin >= 0 && (word == "года" || word == "г")
	if word == "" || sentence && prepositions.Has(strings.ToLower(word)) || !capital && !unicode.IsDigit(first) && !month && !goesOn {
		g.flush()
		return
	}
	g.weak = g.begin < 0 && capital && sentence
	if g.begin < 0 {
		g.begin = start
	}
	g.end = start + len(word)
}

func (g *gleaner) flush() {
	if g.begin >= 0 && !g.weak {
		g.found = append(g.found, g.text[g.begin:g.end])
	}
	g.begin = -1
}

// fields goes through the words of a text with the places where they begin.
func fields(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		start := -1
		for i, r := range text + " " {
			switch space := unicode.IsSpace(r); {
			case !space && start < 0:
				start = i
			case space && start >= 0:
				if !yield(start, text[start:i]) {
					return
				}
				start = -1
			}
		}
	}
}

// leftovers finds what a release still has of the one it was made from.
func leftovers(w *whole, out *report) {
	for _, left := range w.release.Leftovers {
		if left == w.release.Date.String() {
			out.in(release.DateField, left)
			continue
		}
		for _, p := range w.texts {
			if at := indexOfWords(p.text, left); at >= 0 {
				out.add(p, at, at+len(left))
				break
			}
		}
	}
}

// indexOfWords finds words that are no part of longer ones.
func indexOfWords(text, words string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return -1
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(words):])
		if !isLetterOrFigure(before) && !isLetterOrFigure(after) {
			return at
		}
		from = at + len(words)
	}
}

func isLetterOrFigure(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
