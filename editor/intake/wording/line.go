// Package wording tells what a line of a text is by its words: a sentence, one in capitals, one with a verb, in which language.
package wording

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Boundary is the last byte at n or before it where a letter begins, so that a text can be cut there.
func Boundary(text string, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// PastTense is how a Russian verb ends in the past.
var PastTense = regexp.MustCompile(`^\p{L}{2,}(?:[аеёиоуыя]л|[аеёиоуыя]ла|[аеёиоуыя]ло|[аеёиоуыя]ли|лся|лась|лось|лись|[её]л|шла|шло|шли|[бгзкрс]л[аои])$`)

// HeadlineLength is how long a headline is at most, in code points; longer ones are paragraphs.
const HeadlineLength = 300

// SentenceEnd reports whether text ends as a sentence does.
func SentenceEnd(text string) bool {
	text = strings.TrimRight(text, "»”\"’')")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…") ||
		strings.HasSuffix(text, "։") // Armenian
}

// IsRule reports whether a line is a rule, drawn or typed.
func IsRule(p layout.Paragraph) bool {
	return p.Kind == layout.Rule || p.Kind == layout.Text && IsRuleText(p.Text)
}

// IsRuleText reports whether a line is a rule that somebody has typed: one sign, five times at least.
func IsRuleText(line string) bool {
	sign, size := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("_-=*—–═─━~", sign) && len(line) >= 5*size && strings.Trim(line, string(sign)) == ""
}

// Exploded parts paragraphs at their lines' ends.
func Exploded(all []layout.Paragraph) []layout.Paragraph {
	var lines []layout.Paragraph
	for _, p := range all {
		if p.Kind != layout.Text && p.Kind != layout.Contact {
			lines = append(lines, p)
			continue
		}
		for i, l := range release.Lines(p.Text, p.Marks) {
			one := p
			one.Text, one.Marks = l.Text, l.Marks
			one.Apart, one.Begins = p.Apart && i == 0, p.Begins && i == 0
			lines = append(lines, one)
		}
	}
	return lines
}

// Unended are words in small letters that no sentence ends with.
var Unended = strings.Fields(`имени и а но или что the a an of and or to in on for with that`)

const (
	// WireTitle is of how many words a headline is at least that stands there.
	WireTitle = 3
)
