package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// Signs that mean something wherever they stand. The last four mean nothing in
// CommonMark; pandoc and GitHub read them as strikethrough, raised text, formulas
// and tables.
const always = "\\`*[]~^$|"

// entity is a character by its name or number.
var entity = regexp.MustCompile(`^&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// escape writes a line such that nothing within it is taken for markup.
func escape(line string) string {
	var b strings.Builder
	before := ' '
	for i, r := range line {
		if strings.ContainsRune(always, r) || escaped(before, line[i:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// escaped reports whether the sign that a text begins with means something behind a letter.
func escaped(before rune, text string) bool {
	switch text[0] {
	case '_': // within a word it means nothing
		next, _ := utf8.DecodeRuneInString(text[1:])
		return !word(before) || !word(next)
	case '<':
		return true
	case '&':
		return entity.MatchString(text)
	}
	return false
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Beginnings of lines that make a block of another kind: a heading, a quotation,
// an item, a number, a rule, a fence, the underline of a heading, a definition.
var starts = regexp.MustCompile(`^(?:(#{1,6})(?:[ \t]|$)|(>)|([-+])(?:[ \t]|$)|(\d{1,9})[.)](?:[ \t]|$)|(-)[ \t-]*$|(=)=*[ \t]*$|(:)[ \t])`)

// escapeStart escapes the sign at the beginning of a line that would make more of
// it than a line.
func escapeStart(line string) string {
	found := starts.FindStringSubmatchIndex(line)
	if found == nil {
		return line
	}
	if digits := found[8:10]; digits[0] >= 0 { // the number stays, its dot is escaped
		return line[:digits[1]] + `\` + line[digits[1]:]
	}
	return `\` + line
}
