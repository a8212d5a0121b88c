package intake

import (
	"strings"

	"communique/editor/plain"
	"communique/editor/regexp"
)

// tabbed is a text with spaces for the tabs that put an item of a list in plain text, or in
// Markdown, deeper than the first of its list, and between the columns of a letterhead. plain has one space for any tab, which says no level.
func tabbed(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	var all strings.Builder
	all.Grow(len(text))
	base := -1 // the tabs before the first item of the list; below 0 outside one
	top := preambleLines
	for line := range strings.Lines(text) {
		if top > 0 && strings.TrimSpace(line) != "" {
			top--
			if columns := columnsOf(line); columns != nil {
				line = strings.Join(columns, columnGap) + "\n"
			} else if !headsLetter(strings.TrimSpace(line)) { // the letterhead ends
				top = 0
			}
		}
		if m := besideName.FindStringSubmatch(strings.TrimSpace(line)); m != nil && strings.Contains(line, "\t") {
			line = m[1] + columnGap + m[2] + "\n"
		}
		words := strings.TrimLeft(line, " \t")
		indent := line[:len(line)-len(words)]
		if m := deeper.FindStringSubmatch(words); m != nil {
			indent, words = indent+m[2], m[1]+words[len(m[0]):]
		}
		switch tabs := strings.Count(indent, "\t"); {
		case anItem.MatchString(words):
			if base < 0 {
				base = tabs
			}
			if deeper := tabs - base; deeper > 0 {
				indent = strings.Repeat(" ", len(indent)-deeper+plain.TabWidth*deeper)
			}
		case indent == "" && strings.TrimSpace(words) != "":
			base = -1
		}
		all.WriteString(indent)
		all.WriteString(words)
	}
	return all.String()
}

// anItem is what an item begins with; deeper has tabs behind that, which say its level as those before it do.
var (
	anItem = regexp.MustCompile(`^(?:[-*+•–]|\d{1,9}[.)]|#\d{1,9})[ \t]`)
	deeper = regexp.MustCompile(`^((?:-|#\d{1,9}) )(\t+)`)
)
