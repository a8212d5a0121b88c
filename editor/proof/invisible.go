package proof

import (
	"html"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letterInvisible finds signs that nobody sees: soft hyphens, spaces without width, marks
// of direction in a text that runs one way, control characters. They break searches.
func letterInvisible(p *passage, out *report) {
	if isASCII(p.text) && strings.IndexFunc(p.text, unicode.IsControl) < 0 {
		return
	}
	bidi := strings.ContainsFunc(p.text, func(r rune) bool { return unicode.In(r, unicode.Hebrew, unicode.Arabic) })
	start := -1
	before := rune(0)
	for i, r := range p.text + " " {
		switch hidden := isHidden(r, before, bidi); {
		case hidden && start < 0:
			start = i
		case !hidden && start >= 0:
			out.mend(p, start, i, "")
			start = -1
		}
		before = r
	}
}

// isHidden reports whether a reader does not see r, and loses nothing without it.
func isHidden(r, before rune, bidi bool) bool {
	switch {
	case r == '\u200c' || r == '\u200d': // they join emoji, and letters of the East
		return unicode.In(before, unicode.Cyrillic, unicode.Latin) || before == ' '
	case isDirection(r):
		return !bidi
	case hasNoWidth(r):
		return true
	}
	return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r'
}

// isDirection reports whether r is a mark that says which way the text runs.
func isDirection(r rune) bool {
	return r == '\u200e' || r == '\u200f' || '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// hasNoWidth reports whether r is a soft hyphen, a space or a joiner without width, or the
// mark of a file's byte order.
func hasNoWidth(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// letterDecomposed finds letters that came in two parts, as from PDF files: «й» of «и»
// and a breve.
func letterDecomposed(p *passage, out *report) {
	if isASCII(p.text) {
		return
	}
	for i, t := range p.tokens {
		if t.kind != word {
			continue
		}
		text := p.piece(i)
		if strings.IndexFunc(text, unicode.IsMark) < 0 {
			continue
		}
		if whole := norm.NFC.String(text); whole != text {
			out.mend(p, t.start, t.end, whole)
		}
	}
}

var (
	entity = regexp.MustCompile(`^&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,5}|#x[0-9a-fA-F]{2,5});`)
	tag    = regexp.MustCompile(`^</?(?i:a|b|i|u|p|s|br|hr|em|h[1-6]|li|ol|ul|td|th|tr|div|img|sub|sup|font|span|table|strong|script|style|blockquote)(?:\s+[\w-]+\s*=[^<>\n]*)?\s?/?>`)
)

// htmlLeft finds what is left of a web page: &nbsp;, <b>.
func htmlLeft(p *passage, out *report) {
	for i := 0; i < len(p.text); i++ {
		const longest = 200 // bytes of a tag with its attributes
		near := p.text[i:min(len(p.text), i+longest)]
		switch p.text[i] {
		case '&':
			if found := entity.FindString(near); found != "" && html.UnescapeString(found) != found {
				put := html.UnescapeString(found)
				if found == "&shy;" {
					put = ""
				}
				out.mend(p, i, i+len(found), put)
				i += len(found) - 1
			}
		case '<':
			if found := tag.FindString(near); found != "" {
				out.mend(p, i, i+len(found), "")
				i += len(found) - 1
			}
		}
	}
}
