package library

import (
	"strings"

	"communique/editor/words"
)

// Spans returns where the words that q asks for stand in text, in bytes.
func (q Query) Spans(text string) [][2]int {
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

func begins(there []words.Word, row string, open bool) int {
	n := 0
	for word := range strings.SplitSeq(row, " ") {
		if n >= len(there) {
			return 0
		}
		last := n == strings.Count(row, " ")
		if there[n].Folded != word && (!open || !last || !strings.HasPrefix(there[n].Folded, word)) {
			return 0
		}
		n++
	}
	return n
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
