// Package dictionaries embeds what is known of words.
package dictionaries

import (
	_ "embed" // the lists
	"strings"
)

// Russian lists Russian words with their forms, ё as е. How it is written
// stands in paradigms.py, which makes it. It is derived from OpenCorpora
// (opencorpora.org), CC BY-SA 3.0: see LICENSE-OpenCorpora.txt.
//
//go:embed russian.txt
var Russian string

// Nouns lists Russian common nouns with their gender and their twelve forms.
// How it is written stands at its top; nouns.py makes it. It is derived from
// OpenCorpora as well.
//
//go:embed nouns.txt
var Nouns string

// LineAt returns where the first of sorted lines stands that is not before key:
// the lists are searched where they lie.
func LineAt(lines, key string) int {
	low, high := 0, len(lines)
	for low < high {
		middle := low + (high-low)/2
		start := strings.LastIndexByte(lines[:middle], '\n') + 1
		end := strings.IndexByte(lines[middle:], '\n')
		if end < 0 {
			end = len(lines) - middle
		}
		if lines[start:middle+end] < key {
			low = min(middle+end+1, len(lines))
		} else {
			high = start
		}
	}
	return low
}

// NextAt is LineAt for what stands near the beginning, as a search that goes on does.
func NextAt(lines, key string) int {
	const near, wider = 128, 4
	for reach := near; reach < len(lines); reach *= wider {
		start := strings.LastIndexByte(lines[:reach], '\n') + 1
		line, _, _ := strings.Cut(lines[start:], "\n")
		if line >= key {
			return LineAt(lines[:start], key)
		}
	}
	return LineAt(lines, key)
}
