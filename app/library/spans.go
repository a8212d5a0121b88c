package library

import (
	"slices"
	"strings"

	"communique/editor/words"
)

// Spans returns where the words that q asks for stand in text, in bytes.
func (q Query) Spans(text string) [][2]int {
	if !slices.ContainsFunc(q.Must, func(t Term) bool { return !t.In.IsField() }) {
		return nil
	}
	var found []words.Word
	for w := range words.In(text) {
		found = append(found, w)
	}
	var spans [][2]int
	for i := range found {
		if n := q.at(found[i:]); n > 0 {
			spans = append(spans, [2]int{found[i].Start, found[i+n-1].End})
		}
	}
	return joined(spans)
}

// at returns how many words q has found at the beginning of there.
func (q Query) at(there []words.Word) int {
	longest := 0
	for _, t := range q.Must {
		if t.In.IsField() {
			continue
		}
		for i, row := range t.Rows {
			longest = max(longest, begins(there, row, t.Begins && i == 0))
		}
	}
	return longest
}

// begins returns how many words of row there begins with, all of them or 0; open takes the
// last of them for the beginning of a word.
func begins(there []words.Word, row string, open bool) int {
	for n, w := range there {
		rest, whole := strings.CutPrefix(row, w.Folded)
		switch {
		case whole && rest == "", open && strings.HasPrefix(w.Folded, row): // a word has no space
			return n + 1
		case whole && rest[0] == ' ':
			row = rest[1:]
		default:
			return 0
		}
	}
	return 0
}

// joined makes one span of those that meet.
func joined(spans [][2]int) [][2]int {
	var all [][2]int
	for _, s := range spans {
		if n := len(all); n > 0 && s[0] <= all[n-1][1] {
			all[n-1][1] = max(all[n-1][1], s[1])
			continue
		}
		all = append(all, s)
	}
	return all
}
