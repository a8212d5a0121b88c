package text

import (
	"strings"
	"unicode"
)

// Clean takes out what must not reach a journalist's clipboard: soft hyphens,
// characters of no width, marks that turn the direction of writing, tags, control
// characters and what is no character at all. Every kind of line break becomes a
// line feed, a tab a space. White space at the ends of the text goes, too;
// no-break spaces within stay. What is no UTF-8 becomes U+FFFD.
func Clean(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return !printed(r) && r != '\n' }) {
		return strings.TrimSpace(text) // as nearly every text is
	}
	var b strings.Builder
	b.Grow(len(text))
	clean(text, func(r rune, _ int) { b.WriteRune(r) })
	return strings.TrimSpace(b.String())
}

// printed reports the letters and signs of most texts, in Latin, Cyrillic and what is
// punctuated there: Clean leaves each as it is. Of others it does not know.
func printed(r rune) bool {
	switch {
	case r < 0x7f:
		return r >= ' '
	case r < 0x300: // from the no-break space on, Latin
		return r >= 0xa0 && r != softHyphen
	default:
		return r >= 0x370 && r < 0x590 || r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205e || r >= 0x20a0 && r < 0x2200
	}
}

const softHyphen = 0xad

// clean calls keep with each letter that Clean leaves, but at the ends, and with the
// number of code points before it in text.
func clean(text string, keep func(r rune, at int)) {
	before, at := rune(0), -1
	for i, r := range text {
		at++
		switch {
		case r == '\r' && strings.HasPrefix(text[i:], "\r\n"):
			continue
		case r == '\t':
			r = ' '
		case breaks(r):
			r = '\n'
		case hidden(r) && (!joiner(r) || !joins(before)):
			continue
		}
		keep(r, at)
		before = r
	}
}

// Lines returns the lines of a text that hold words, cleaned, with no space at
// their ends: the items of a list, the breaks of a paragraph.
func Lines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(Clean(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// OneLine returns clean texts in one line, for what is one wherever it stands.
func OneLine(texts ...string) string {
	var lines []string
	for _, text := range texts {
		lines = append(lines, Lines(text)...)
	}
	return strings.Join(lines, " ")
}

// breaks reports the mandatory breaks of UAX #14. Word writes U+000B where a
// person broke a line within a paragraph.
func breaks(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// hidden reports controls, marks of format and what is no character. The signs
// that enclose digits are marks of format one can see; U+034F joins others and shows
// nothing.
func hidden(r rune) bool {
	switch {
	case printed(r):
		return false
	case r == 0x34f:
		return true
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Noncharacter_Code_Point)
}

func joiner(r rune) bool { return r == 0x200c || r == 0x200d }

// joins reports whether a joiner after r is spelling and not something hidden:
// within an emoji, and in the scripts from Arabic to Myanmar, Persian and Hindi
// among them.
func joins(r rune) bool {
	return r >= 0x600 && r < 0x10a0 || r == 0xfe0f || unicode.In(r, unicode.So, unicode.Sk)
}
