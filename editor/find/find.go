// Package find finds words in a release and puts others in their place: what was
// typed, as letters or in every form of its words; a person, a place or an
// organisation in every case, by another. It only proposes: what is replaced is what
// the caller hands to Transaction.
package find

import (
	"iter"
	"slices"
	"unicode/utf8"

	"communique/editor/release"
	"communique/editor/words"
)

// Options say what of the words that were typed has to be the same in a text.
type Options struct {
	Case bool // capitals and small letters as they were typed
	Word bool // no part of a longer word
	// Forms finds every form of every word, in the order in which they were typed.
	// What it finds are whole words.
	Forms bool
}

// Hit is a piece of one of a release's texts.
type Hit struct {
	Text       release.TextID
	Start, End int // code points from the start of the text; End is beyond the last
}

// Query is what to find. It may be used by several goroutines.
type Query struct {
	typed   string
	options Options
	folding folding
	plain   pattern
	phrase  phrase // instead of plain, for Forms
	starts  starts
}

// New returns the query for what was typed. Signs of regular expressions are mere
// signs. ё is as good as е; a letter is the same with its stress mark and in either
// normal form; a space finds one that no line breaks at, a hyphen likewise, and a straight
// quotation mark any other; hyphens that only a line's end shows are not seen.
func New(typed string, o Options) *Query {
	q := &Query{typed: typed, options: o, folding: folding{exact: o.Case, quotes: hasStraightQuote(typed)}}
	if o.Forms {
		q.phrase = formsOf(typed, o.Case)
		q.starts = startsOf(folding{quotes: true}, q.phrase.first()...)
	}
	if q.phrase == nil {
		q.plain = q.folding.pattern(typed)
		if len(q.plain) > 0 {
			q.starts = startsOf(q.folding, q.plain[0])
		}
	}
	return q
}

// IsEmpty reports whether the query finds nothing in any text.
func (q *Query) IsEmpty() bool { return q.phrase == nil && len(q.plain) == 0 }

// Hits finds in passages, a release's for one, in their order. Hits never overlap.
func (q *Query) Hits(passages iter.Seq[release.Passage]) []Hit {
	if q.IsEmpty() {
		return nil
	}
	// A letter is found hundreds of thousands of times: hits are put together at the end,
	// when it is known how many there are.
	type found struct{ text, start, end int32 }
	var all []found
	var texts []release.TextID
	for p := range passages {
		texts = append(texts, p.TextID)
		c := counter{text: p.Text}
		for start, end := range q.spans(p.Text, isProse(p)) {
			all = append(all, found{int32(len(texts) - 1), int32(c.at(start)), int32(c.at(end))}) //nolint:gosec // texts have less than 2³¹ letters
		}
	}
	hits := make([]Hit, len(all))
	for i, f := range all {
		hits[i] = Hit{texts[f.text], int(f.start), int(f.end)}
	}
	return hits
}

// InPassage finds in one passage: a change of one text needs no search in the others.
func (q *Query) InPassage(p release.Passage) []Hit {
	return q.Hits(func(yield func(release.Passage) bool) { yield(p) })
}

// spans goes through what is found in a text: bytes from its start.
func (q *Query) spans(text string, prose bool) iter.Seq2[int, int] {
	try := func(at int) int { return q.matchPlain(text, at) }
	if q.phrase != nil {
		try = func(at int) int { return q.phrase.match(text, at, prose) }
	}
	return func(yield func(int, int) bool) {
		for at := 0; ; {
			if at = q.starts.next(text, at); at >= len(text) {
				return
			}
			end := try(at)
			if end < 0 {
				_, size := utf8.DecodeRuneInString(text[at:])
				at += size
				continue
			}
			if !yield(at, end) {
				return
			}
			at = end
		}
	}
}

// matchPlain returns where a hit ends that begins at a place; -1 where none does.
func (q *Query) matchPlain(text string, at int) int {
	end := q.plain.match(q.folding, text, at)
	if end < 0 || cutsGrapheme(text, at, end) {
		return -1
	}
	if q.options.Word && (words.IsPart(q.plain[0]) && words.IsPart(runeBefore(text, at)) || words.IsPart(q.plain[len(q.plain)-1]) && words.IsPart(runeBehind(text, end))) {
		return -1
	}
	return end
}

// isProse reports whether a line feed only breaks a line of the passage: in a list
// and in a table it parts items and rows.
func isProse(p release.Passage) bool { return p.Kind != release.List && p.Kind != release.Table }

// counter counts code points of a text on its way through it.
type counter struct {
	text         string
	bytes, runes int
}

// at returns how many code points stand before a byte, which is not before the last
// one asked about.
func (c *counter) at(bytes int) int {
	c.runes += utf8.RuneCountInString(c.text[c.bytes:bytes])
	c.bytes = bytes
	return c.runes
}

// Next returns the index of the first hit that begins at a position or behind it, in
// the order of the passages; of the first of all where none does, and -1 where there
// are no hits. It is how «next» goes on from a caret.
func Next(hits []Hit, at release.Position, passages iter.Seq[release.Passage]) int {
	if len(hits) == 0 {
		return -1
	}
	order := textOrder(passages)
	i := slices.IndexFunc(hits, func(h Hit) bool {
		return order[h.Text] > order[at.TextID] || h.Text == at.TextID && h.Start >= at.Offset
	})
	return max(i, 0)
}

// Previous returns the index of the last hit that ends at a position or before it; of
// the last of all where none does, and -1 where there are no hits.
func Previous(hits []Hit, at release.Position, passages iter.Seq[release.Passage]) int {
	order := textOrder(passages)
	for i, h := range slices.Backward(hits) {
		if order[h.Text] < order[at.TextID] || h.Text == at.TextID && h.End <= at.Offset {
			return i
		}
	}
	return len(hits) - 1
}

func textOrder(passages iter.Seq[release.Passage]) map[release.TextID]int {
	order := map[release.TextID]int{}
	for p := range passages {
		order[p.TextID] = len(order)
	}
	return order
}
