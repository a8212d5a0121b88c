package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// columnGap is what stands between the columns of a letterhead in plain text, once its tabs are gone.
const columnGap = "   "

// longestColumns is how long a line with columns is at most, in bytes.
const longestColumns = 400

// inColumns are tabs between words, or the spaces that stand for them.
var inColumns = regexp.MustCompile(`\s*\t\s*|\s{3,}`)

// columnsOf parts a line of a letterhead at its columns; nil where it has none, where it is understood as it stands, or where no column is one of a
// letterhead's.
func columnsOf(line string) []string {
	if len(line) > longestColumns || !strings.Contains(line, "\t") && !strings.Contains(line, columnGap) {
		return nil
	}
	columns := inColumns.Split(strings.TrimSpace(line), -1)
	if whole := strings.Join(columns, " "); len(columns) < 2 || letterhead.OnlyAbove(whole) || dateline.IsWhen(whole) {
		return nil
	}
	labels := 0
	for i, column := range columns {
		if headsLetter(column) || i > 0 && formFieldFits(columns[i-1], column) {
			return columns
		}
		if _, ok := bareLabel(column); ok {
			labels++
		}
	}
	if labels*2 > len(columns) {
		return columns
	}
	return nil
}

// formFieldFits reports whether a column is the value of the label before it.
func formFieldFits(label, value string) bool {
	field, ok := bareLabel(label)
	return ok && field != formOther && formPair{field, value}.fits()
}

// saysAbove reports whether words are what only letterheads have.
func saysAbove(text string) bool {
	_, dated := dayAlone(letterhead.UnderDay.ReplaceAllString(text, ""))
	return dated || letterhead.OnlyAbove(text) || saysOfPaper(text) || cellNumber.MatchString(text)
}

// columned parts the first lines of a text at their columns, as long as they are a letterhead's, where a headline is left below them.
func columned(lines []layout.Paragraph) []layout.Paragraph {
	above := lines[:min(len(lines), preambleLines)]
	if !slices.ContainsFunc(above, func(l layout.Paragraph) bool { return columnsOf(l.Text) != nil }) {
		return lines
	}
	var parted []layout.Paragraph
	n := 0
	for ; n < len(lines) && n < preambleLines; n++ {
		l := lines[n]
		columns := columnsOf(l.Text)
		if columns == nil && !headsLetter(l.Text) {
			break
		}
		if columns == nil {
			parted = append(parted, l)
			continue
		}
		for i, column := range columns {
			one := l.Celled(n, i)
			one.Text, one.Apart = column, l.Apart || i > 0
			if column != "" {
				parted = append(parted, one)
			}
		}
	}
	if !titledBelow(lines[n:]) {
		return lines
	}
	parted = formed(parted, true)
	for i := range parted {
		parted[i].Cell = 0
	}
	return append(parted, lines[n:]...)
}

// headsLetter reports whether a line is one of a letterhead, which is short.
func headsLetter(text string) bool {
	if len(text) > longestColumns {
		return false
	}
	if saysAbove(text) || formPairs(text) != nil || contact.Address.MatchString(text) || isOfficeInCapitals(text) {
		return true
	}
	if contact.MayReach(text) {
		if l := contact.LinesIn(text)[0]; l.Reachable() && l.Who == nil {
			return true
		}
	}
	return !wording.HasVerb(text) && (officename.IsOffice(text) || officename.IsEnglishOffice(text) || officename.IsEnglishHouse(text))
}
