// Package hunspell reads dictionaries in the format of hunspell (hunspell(5)): an
// affix file and a list of words, in whatever encoding they say they have. It knows
// the flags of words and affixes in all their types, prefixes and suffixes with cross
// products, two suffixes on one another, compounds by flags and by rules, and what
// is replaced before a word is looked up and after one is proposed. It does not read
// morphology, phonetic tables, CHECKCOMPOUNDPATTERN and COMPLEXPREFIXES.
//
// A dictionary may come from anywhere: what reading and asking cost is bounded.
package hunspell

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a dictionary may hold. The largest in use (Hungarian, Korean) stay below half
// of each.
const (
	maxBytes   = 32 << 20 // of either file
	maxWords   = 2_000_000
	maxAffixes = 200_000
	// maxLetters is the longest word that is looked up.
	maxLetters = 100
)

// TooLargeError says that a dictionary has more than is read.
type TooLargeError struct{}

func (*TooLargeError) Error() string { return "the dictionary is too large" }

// Fact names the error for the translations.
func (*TooLargeError) Fact() (string, map[string]any) { return "dictionary-large", nil }

// EncodingError names an encoding that nobody knows.
type EncodingError struct{ Name string }

func (e *EncodingError) Error() string { return fmt.Sprintf("unknown encoding %q", e.Name) }

// Fact names the error for the translations.
func (e *EncodingError) Fact() (string, map[string]any) {
	return "dictionary-encoding", map[string]any{"Name": e.Name}
}

// FormatError says that a list of words is none: it has no words, or most of its lines
// are something else.
type FormatError struct{}

func (*FormatError) Error() string { return "no list of words" }

// Fact names the error for the translations.
func (*FormatError) Fact() (string, map[string]any) { return "dictionary-format", nil }

// Dictionary is a dictionary that was read. It does not change, and may be asked by
// several goroutines.
type Dictionary struct {
	// Skipped counts the lines that could not be read.
	Skipped int

	rules affixFile
	words map[string][]flags // a word, once for each entry that is written so
}

// Read reads an affix file and its list of words. Lines that make no sense are left
// out and counted. Errors are *EncodingError, *TooLargeError, *FormatError, or the readers'
// own.
func Read(aff, dic io.Reader) (*Dictionary, error) {
	d := &Dictionary{}
	text, err := readAll(aff)
	if err != nil {
		return nil, err
	}
	if d.rules, d.Skipped, err = readAffixes(text); err != nil {
		return nil, err
	}
	if text, err = readAll(dic); err != nil {
		return nil, err
	}
	return d, d.readWords(text)
}

func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err == nil && len(data) > maxBytes {
		err = &TooLargeError{}
	}
	return data, err
}

func (d *Dictionary) readWords(data []byte) error {
	text, err := d.rules.decode(data)
	if err != nil {
		return err
	}
	d.words = map[string][]flags{}
	first, n, strange := true, 0, 0
	for line := range lines(text) {
		if first && isCount(line) { // how many follow: a hint that may be wrong
			first = false
			continue
		}
		first = false
		word, list, ok := d.rules.entry(line)
		if !ok {
			d.Skipped++
			continue
		}
		if n++; n > maxWords {
			return &TooLargeError{}
		}
		if isStrange(word) {
			strange++
		}
		d.words[word] = append(d.words[word], list)
	}
	if strange*2 >= n {
		return &FormatError{}
	}
	return nil
}

// isStrange reports whether an entry is no word: it has signs that no text shows.
func isStrange(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return r == utf8.RuneError || !unicode.IsPrint(r) })
}
