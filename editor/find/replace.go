package find

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/plain"
	"communique/editor/release"
)

// Change is what may be put in the place of a hit. It is a proposal: nothing is
// changed before a person has seen it and the caller has made a Transaction of it.
type Change struct {
	Hit
	Before string // the words of the hit as they stand
	After  string // what is put in their place; of several the likeliest
	Others []string
	// Reason is why After is a guess; Sure where it is none.
	Reason Reason
}

// Guess reports whether a person has to look at After.
func (c Change) Guess() bool { return c.Reason != Sure }

// Replacement is what to put in the place of hits, and how.
type Replacement struct {
	Words string // in one line; what is no text is left out, as editor/plain says
	// LikeCase puts the words into the capitals of what they replace: МОСКВА becomes
	// КАЗАНЬ and Москва Казань.
	LikeCase bool
}

// Plain proposes the same words for each hit of the query, as they were typed or in
// its capitals.
func (q *Query) Plain(passages iter.Seq[release.Passage], with Replacement) []Change {
	with.Words = plain.Line(with.Words)
	return changesOf(passages, q.InPassage, func(before string) Change {
		after := with.Words
		if with.LikeCase {
			after = LikeCase(before, after)
		}
		return Change{Before: before, After: after}
	})
}

// changesOf makes a change of each hit that find has in passages.
func changesOf(passages iter.Seq[release.Passage], find func(release.Passage) []Hit, change func(before string) Change) []Change {
	var all []Change
	for p := range passages {
		w := window{text: p.Text}
		for _, h := range find(p) {
			c := change(w.piece(h.Start, h.End))
			c.Hit = h
			all = append(all, c)
		}
	}
	return all
}

// window cuts pieces out of a text on its way through it.
type window struct {
	text         string
	bytes, runes int
}

// piece returns the code points from start to end, which are not before the last
// ones asked for.
func (w *window) piece(start, end int) string {
	from := w.to(start)
	return w.text[from:w.to(end)]
}

func (w *window) to(runes int) int {
	for ; w.runes < runes && w.bytes < len(w.text); w.runes++ {
		_, size := utf8.DecodeRuneInString(w.text[w.bytes:])
		w.bytes += size
	}
	return w.bytes
}

// Transaction makes changes that a person has accepted, as one step: an operation for
// each text. What is put takes over the marks that were there. Of changes that overlap the
// first is made. Where the document has other words by now, applying it is refused.
func Transaction(d *document.Document, accepted []Change) document.Transaction {
	byText := map[release.TextID][]document.Piece{}
	var order []release.TextID
	sorted := slices.Clone(accepted)
	slices.SortStableFunc(sorted, func(a, b Change) int { return a.Start - b.Start })
	for _, c := range sorted {
		pieces := byText[c.Text]
		if n := len(pieces); n > 0 && c.Start < pieces[n-1].At+utf8.RuneCountInString(pieces[n-1].Gone) || c.Before == c.After {
			continue
		}
		if len(pieces) == 0 {
			order = append(order, c.Text)
		}
		byText[c.Text] = append(pieces, document.Piece{At: c.Start, Gone: c.Before, Put: c.After})
	}
	var t document.Transaction
	for _, id := range order {
		t = append(t, d.Replacing(id, byText[id]))
	}
	return t
}

// LikeCase gives words the capitals of others: all of them, the first letter's, or
// none. Abbreviations stay what they are, and so does what stands in the place of words
// in capitals of their own kind.
func LikeCase(before, words string) string {
	switch capitalsOf(before) {
	case allCapital:
		if utf8.RuneCountInString(before) > 1 {
			return strings.ToUpper(words)
		}
		return withFirst(words, unicode.ToUpper)
	case capitalised:
		return withFirst(words, unicode.ToUpper)
	case small:
		return lowered(words)
	}
	if first := firstLetter(before); unicode.IsUpper(first) {
		return withFirst(words, unicode.ToUpper)
	}
	return words
}

// lowered writes words with small letters, but for those in more capitals than the
// first: МИД, ЕАЭС.
func lowered(words string) string {
	all := spacedWords(words)
	for i, word := range all {
		if capitalsOf(word) == capitalised || utf8.RuneCountInString(word) == 1 {
			all[i] = strings.ToLower(word)
		}
	}
	return strings.Join(all, "")
}

// spacedWords parts a text into words and what is between them.
func spacedWords(text string) []string {
	var all []string
	start, inWord := 0, false
	for i, r := range text {
		if is := unicode.IsLetter(r); is != inWord {
			if i > start {
				all = append(all, text[start:i])
			}
			start, inWord = i, is
		}
	}
	return append(all, text[start:])
}

// withFirst changes the first letter of words.
func withFirst(words string, change func(rune) rune) string {
	at := strings.IndexFunc(words, unicode.IsLetter)
	if at < 0 {
		return words
	}
	r, size := utf8.DecodeRuneInString(words[at:])
	return words[:at] + string(change(r)) + words[at+size:]
}

func firstLetter(text string) rune {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}
