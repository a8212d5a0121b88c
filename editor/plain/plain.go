// Package plain makes plain text of what people type and paste, in one way for
// the window, the command line and files: what ends a paragraph, what ends only a
// line, and which characters are no text at all.
package plain

import (
	"strings"
	"unicode"

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
// control characters, byte order marks, soft hyphens and zero-width spaces, which
// hide a word from search. Joiners and the marks of direction stay: emoji and
// Arabic need them. Word's hyphen that no line breaks at is U+2011, and an object
// that plain text cannot carry, such as a picture, is "[…]".
func Paragraphs(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		switch r {
		case '\n', '\r', '\f', '\u0085', '\u2029':
			b.WriteByte('\n')
		case '\v', '\u2028':
			b.WriteString(Break)
		case '\t':
			b.WriteByte(' ')
		case '\x1e':
			b.WriteRune('\u2011')
		case '\ufffc':
			b.WriteString("[…]")
		case '\u00ad', '\u200b', '\ufeff', '\ufffe', '\uffff':
		default:
			if !unicode.IsControl(r) {
				b.WriteRune(r)
			}
		}
	}
	return norm.NFC.String(b.String())
}

// Lines returns text with every line's end a line feed, for texts that know no
// paragraphs.
func Lines(text string) string { return strings.ReplaceAll(Paragraphs(text), Break, "\n") }

// Line returns text as one line: a space stands where lines ended.
func Line(text string) string { return lineEnds.ReplaceAllString(Lines(text), " ") }

var lineEnds = regexp.MustCompile(`\n+`)
