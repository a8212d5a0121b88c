// Package plain makes plain text of what people type and paste, in one way for
// the window, the command line and files: what ends a paragraph, what ends only a
// line, and which characters are no text at all.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"communique/editor/regexp"
)

// Break is a line's end within a paragraph, as Paragraphs returns it: Unicode's
// line separator.
const Break = "\u2028"

// Paragraphs returns text with a line feed after each paragraph and Break at each
// line's end within one. The line ends of every system, Unicode's paragraph separator
// and a form feed end a paragraph; a vertical tab, which is Word's Shift+Enter, ends a line.
//
// Letters are composed (NFC), a tab is a space, and what has no look is left out:
// control characters, byte order marks, word joiners, soft hyphens and zero-width spaces, which
// hide a word from search. Joiners stay but behind Latin and Cyrillic letters, and the marks of
// direction in a text with letters that run from right to left: emoji and
// Arabic need them. A ligature is its letters. Word's hyphen that no line breaks at is U+2011, and an object
// that plain text cannot carry, such as a picture, is "[…]".
func Paragraphs(text string) string { return strings.ReplaceAll(Tabbed(text), "\t", " ") }

// Tabbed is Paragraphs with the tabs, for texts in which they say how deep an item stands.
func Tabbed(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if ordinary(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	turns, before := strings.ContainsFunc(text, fromRight), ' '
	for _, r := range text {
		if unseen(r, before, turns) {
			continue
		}
		before = r
		switch r {
		case '\n', '\r', '\f', '\u0085', '\u2029':
			b.WriteByte('\n')
		case '\v', '\u2028':
			b.WriteString(Break)
		case '\x1e':
			b.WriteRune('\u2011')
		case '\ufffc':
			b.WriteString("[…]")
		default:
			if letters, ok := ligatures[r]; ok {
				b.WriteString(letters)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return norm.NFC.String(b.String())
}

// ordinary reports whether a text is plain as it is, with its tabs: nearly all are, and each of these letters is in its normal
// form, which costs more to look up than all the rest.
func ordinary(text string) bool {
	for _, r := range text {
		switch {
		case ' ' <= r && r <= '~', 'Ѐ' <= r && r <= 'ҁ', r == '\n', r == '\t':
		case '\u00a0' <= r && r <= 'ɏ' && r != '\u00ad', 'Ҋ' <= r && r <= 'ԯ', '‐' <= r && r <= '‧', r == '\u202f', r == '№':
		default:
			return false
		}
	}
	return true
}

// ligatures are the letters of those that have a code point of their own.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// unseen reports whether a character is left out: it is none of a text, or hides a word from search.
func unseen(r, before rune, turns bool) bool {
	switch {
	case r < '\u00ad':
		return unicode.IsControl(r) && !strings.ContainsRune(layoutSigns, r)
	case r == '\ufffe', r == '\uffff':
		return true
	case HasNoWidth(r):
		return true
	case r == '\u200c' || r == '\u200d':
		return unicode.In(before, unicode.Latin, unicode.Cyrillic)
	}
	return !turns && IsDirection(r)
}

// HasNoWidth reports whether r is a soft hyphen, a space or a joiner without width, or the
// mark of a file's byte order: it parts no word.
func HasNoWidth(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// IsDirection reports whether r is a mark that says which way the text runs.
func IsDirection(r rune) bool {
	return r == '\u200e' || r == '\u200f' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// layoutSigns are the control characters that say how a text is laid out.
const layoutSigns = "\n\r\f\v\t\x1e\u0085"

// fromRight reports whether a letter is of a script that runs from right to left.
func fromRight(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfefc && r != '\ufeff' || r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}

// Unseen counts what Paragraphs takes out of words, or writes in another way: characters without
// a look, ligatures, and letters that were apart from their accents.
func Unseen(text string) (n int) {
	if ordinary(text) {
		return 0
	}
	turns, before := strings.ContainsFunc(text, fromRight), ' '
	for _, r := range text {
		switch {
		case unseen(r, before, turns):
			n++
			continue
		case r >= 'ﬀ' && r <= 'ﬆ':
			n++
		}
		before = r
	}
	if !norm.NFC.IsNormalString(text) {
		n += max(0, utf8.RuneCountInString(text)-utf8.RuneCountInString(norm.NFC.String(text)))
	}
	return n
}

// Lines returns text with every line's end a line feed, for texts that know no
// paragraphs.
func Lines(text string) string { return strings.ReplaceAll(Paragraphs(text), Break, "\n") }

// Line returns text as one line: a space stands where lines ended.
func Line(text string) string { return lineEnds.ReplaceAllString(Lines(text), " ") }

var lineEnds = regexp.MustCompile(`\n+`)
