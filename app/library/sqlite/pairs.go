package sqlite

import (
	"context"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/app/library"
)

// Nearly every release has the shortest words, and which of them has two side by side cannot be told
// but by a look into each. So two that stand side by side are besides one word of the index.

// shortest is how many letters, at most, the words have of which pairs are kept.
const shortest = 3

// shortPair is the place of such pairs.
const shortPair library.Place = "pairs of short words"

// pairs are those of folded words, each once: the two with a mark between.
func pairs(folded ...string) (all []string) {
	for _, text := range folded {
		before := ""
		for word := range wordsOf(text) {
			if len(word) > shortest*utf8.UTFMax || utf8.RuneCountInString(word) > shortest {
				before = ""
				continue
			}
			if before != "" {
				all = append(all, before+headlineMark+word)
			}
			before = word
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// wordsOf are folded words, between which stands a space, one by one.
func wordsOf(folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for folded != "" {
			var word string
			if word, folded, _ = strings.Cut(folded, " "); !yield(word) {
				return
			}
		}
	}
}

// phraseOf are the two words of a pair, as a phrase.
func phraseOf(pair string) string { return strings.Replace(pair, headlineMark, " ", 1) }

// askPairs asks for pairs where q asks for short words side by side: in the place of two, and besides
// where there are more. The index of an older program has none.
func (l *Library) askPairs(ctx context.Context, q *library.Query) error {
	asked := *q
	asked.Must, asked.Not = nil, slices.Clone(q.Not)
	paired := false
	for _, t := range q.Must {
		pairs, whole := pairsOf(t)
		paired = paired || len(pairs) > 0
		asked.Must = append(asked.Must, pairs...)
		if !whole {
			asked.Must = append(asked.Must, t)
		}
	}
	for i, t := range q.Not {
		if pairs, whole := pairsOf(t); whole {
			paired, asked.Not[i] = true, pairs[0]
		}
	}
	if !paired {
		return nil
	}
	if older, err := l.isOlder(ctx); err != nil || older {
		return err
	}
	*q = asked
	return nil
}

// pairsOf are the pairs of what t asks for; whole, if t asks for one and nothing else.
func pairsOf(t library.Term) (all []library.Term, whole bool) {
	if t.In != library.InText || len(t.Rows) != 1 || t.Begins || strings.HasSuffix(t.Rows[0], goesOn) {
		return nil, false
	}
	for _, pair := range pairs(t.Rows[0]) {
		all = append(all, library.Term{In: shortPair, Rows: []string{pair}})
	}
	return all, len(all) == 1 && strings.Count(t.Rows[0], " ") == 1
}
