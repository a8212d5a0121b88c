package template

import (
	"strings"
	"unicode"

	"communique/editor/regexp"
)

// opens reports whether a text ends with a quotation mark that is open.
func opens(text string) bool {
	return strings.HasSuffix(text, "«") || strings.HasSuffix(text, "“")
}

// nested is what the template quotes: without quotation marks around the whole
// of it, and in English with single ones within.
func (f *filling) nested(value string) string {
	value = unquoted(value)
	if f.russian() {
		return value
	}
	return strings.NewReplacer("“", "‘", "”", "’").Replace(value)
}

// unquoted is a text without the quotation marks around all of it.
func unquoted(text string) string {
	bare := strings.TrimRight(text, ".")
	for _, pair := range [][2]string{{"«", "»"}, {"“", "”"}, {"„", "“"}} {
		inner, opened := strings.CutPrefix(bare, pair[0])
		inner, closed := strings.CutSuffix(inner, pair[1])
		if !opened || !closed {
			continue
		}
		depth := 1
		for at := 0; at < len(inner) && depth > 0; at++ {
			switch {
			case strings.HasPrefix(inner[at:], pair[0]):
				depth++
			case strings.HasPrefix(inner[at:], pair[1]):
				depth--
			}
		}
		switch {
		case depth > 1: // one mark closes two: «Физика – это «поэзия»
			return inner + pair[1]
		case depth > 0:
			return inner
		}
	}
	return text
}

// guillemets writes straight quotation marks as Russian ones.
func guillemets(text string) string { return paired(text, "«", "»") }

// curly writes straight quotation marks as English ones, each with its partner.
func curly(text string) string {
	text = singleMarks.ReplaceAllString(text, "$1‘$2’")
	depth := 0
	written := strings.Map(func(r rune) rune { // a quotation within another has single marks
		switch r {
		case '“':
			if depth++; depth > 1 {
				return '‘'
			}
		case '”':
			if depth--; depth > 0 {
				return '’'
			}
		}
		return r
	}, paired(withPartners(text), "“", "”"))
	if depth == 1 && strings.HasSuffix(written, "’") && strings.Count(written, "‘") > 0 { // “the project ‘Probe’: one mark closes two
		return written + "”"
	}
	return written
}

// singleMarks are straight single marks around words: "The 'Sample' Case".
var singleMarks = regexp.MustCompile(`(^|[\s“"(–—])'([^']*[^\s'])'\B`)

// withPartners is a text without a single quotation mark at its end or its beginning that has
// no partner: Apply now”.
func withPartners(text string) string {
	if strings.Count(text, "“")+strings.Count(text, "”")+strings.Count(text, "\"") != 1 {
		return text
	}
	if before, ok := strings.CutSuffix(text, "\""); ok && before != strings.TrimRight(before, "0123456789") { // 5" may be inches
		return text
	}
	return strings.TrimLeft(strings.TrimRight(text, "\"”"), "\"“")
}

// paired turns straight quotation marks into opening and closing ones. A mark
// behind a figure may be inches, and an odd one has no partner: they stay.
func paired(text, opening, closing string) string {
	if strings.Count(text, "\"")%2 != 0 && !closesTwo(text) {
		return text
	}
	var b strings.Builder
	before := ' '
	for _, r := range text {
		switch {
		case r != '"':
			b.WriteRune(r)
		case unicode.IsSpace(before) || strings.ContainsRune("(«“[—–-", before):
			b.WriteString(opening)
		default:
			b.WriteString(closing)
		}
		before = r
	}
	return b.String()
}

// closesTwo reports straight marks of which the last closes two that were opened: ОАО "НПО
// "Проба", and no mark stands behind a figure.
func closesTwo(text string) bool {
	open, before := 0, ' '
	for _, r := range text {
		switch {
		case r != '"':
		case unicode.IsSpace(before) || strings.ContainsRune("(«“[—–-", before):
			open++
		case unicode.IsDigit(before):
			return false
		default:
			open--
		}
		before = r
	}
	return open == 1 && strings.HasSuffix(text, "\"")
}

// oneMark leaves one quotation mark of two of one shape that meet: «в формате
// «один на один»» ends with one (Правила русской орфографии и пунктуации, 2006, § 136).
func (f *filling) oneMark(text string) string {
	if !f.russian() {
		return text
	}
	for strings.Contains(text, "»»") || strings.Contains(text, "««") {
		text = strings.NewReplacer("»»", "»", "««", "«").Replace(text)
	}
	return text
}
