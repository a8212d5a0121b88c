package encoding

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

// wordParts is a word of a text that is partly UTF-8.
type wordParts struct {
	data          []byte
	whole, broken int
	foreign       bool // it is in another encoding
}

const (
	fewestForeign = 3 // bytes that are none of UTF-8, of which a word in another encoding has at least so many
	fewestWhole   = 4 // letters that tell that a text is UTF-8 at all
)

// mixed reads a text some lines or words of which are UTF-8 and others in a code page: it was
// put together of several files. ok is false where it was not.
func (d *Decoder) mixed(data []byte) (text, encoding string, ok bool) {
	var lines [][]wordParts
	whole, foreign, stray := 0, 0, 0
	var other []byte
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		words := wordsOf(line)
		lines = append(lines, words)
		for _, w := range words {
			switch {
			case w.foreign:
				foreign += w.broken
				other = append(append(other, w.data...), ' ')
			case w.broken > 0:
				stray += w.broken
			case usualLetters(w.data):
				whole += w.whole
			}
		}
	}
	if foreign == 0 || whole < fewestWhole || whole+foreign < wholeToBroken*stray {
		return "", "", false
	}
	name, page := foreignPage(other)
	if page == nil {
		return "", "", false
	}
	d.together(lines, page, &text, whole < foreign)
	if whole >= foreign {
		name = "UTF-8"
	}
	return text, name, true
}

// foreignPage returns the page that words are in which are no UTF-8.
func foreignPage(words []byte) (string, *charmap.Charmap) {
	if mostly, alone := inLatin(words); mostly && alone {
		return guessLatin(words)
	}
	return guess(words)
}

// Together writes the lines as one text, and tells which of them were in the encoding that
// fewer are in: a piece of several lines is told by its first.
func (d *Decoder) together(lines [][]wordParts, page *charmap.Charmap, text *string, inPage bool) {
	var b strings.Builder
	told := false // in the line above
	for i, words := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		start, fewer, letters := b.Len(), false, false
		for _, w := range words {
			if w.foreign {
				b.WriteString(codePageText(w.data, page))
			} else {
				b.WriteString(strings.ToValidUTF8(string(w.data), "\ufffd"))
			}
			letters = letters || w.whole+w.broken > 0
			fewer = fewer || w.foreign != inPage && w.whole+w.broken > 0
		}
		if fewer && !told {
			d.repairs = append(d.repairs, release.Repair{Code: repair.EncodingMixed, Text: layout.Begin(b.String()[start:]), Line: i + 1, Field: release.BlocksField})
		}
		told = fewer || told && !letters
	}
	*text = b.String()
}

// wordsOf parts a line into its words, each with the spaces behind it, and tells which are in
// another encoding: they have several bytes that are none of UTF-8, and so have the short ones beside them.
func wordsOf(line []byte) []wordParts {
	var words []wordParts
	whole, broken, foreign := 0, 0, false
	for len(line) > 0 {
		n := bytes.IndexAny(line, " \t")
		if n < 0 {
			n = len(line) - 1
		}
		w := wordParts{data: line[:n+1]}
		w.whole, w.broken = counted(w.data)
		w.foreign = w.broken >= fewestForeign && w.broken > w.whole
		foreign = foreign || w.foreign
		whole, broken = whole+w.whole, broken+w.broken
		words = append(words, w)
		line = line[n+1:]
	}
	if foreign || whole == 0 && broken > 1 {
		for i := range words {
			if w := &words[i]; w.whole == 0 && w.broken > 0 {
				w.foreign = true
			}
		}
	}
	return words
}

// usualLetters reports whether all letters of UTF-8 are those of releases.
func usualLetters(data []byte) bool {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError || !usual(r) {
			return false
		}
		data = data[n:]
	}
	return true
}
