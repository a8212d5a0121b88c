package markdown

import (
	"slices"
	"strings"

	"communique/editor/regexp"
)

var (
	// tableRule is the line below the head of a simple table of pandoc's, whose hyphens say where its columns begin.
	tableRule = regexp.MustCompile(`^ {0,3}-{2,}(?: +-{2,})+ *$`)
	hyphens   = regexp.MustCompile(`-+`)
	// raised and lowered are pandoc's signs around the digits of powers and formulas, and tilde is one alone, which strikes nothing.
	raised  = regexp.MustCompile(`([\p{L}\d)])\^([+-]?\d{1,3})\^`)
	lowered = regexp.MustCompile(`(\p{L})~(\d{1,3})~`)
	tilde   = regexp.MustCompile(`(^|[^~\\])~([^~]|$)`)
)

// known writes what pandoc has of its own in ways that are known here: simple tables, powers, and digits of formulas.
func known(text string) string {
	if !strings.ContainsAny(text, "^~") && !strings.Contains(text, "-- ") {
		return text
	}
	lines := strings.Split(text, "\n")
	fenced := false
	for i, line := range lines {
		if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			fenced = !fenced
		}
		if !fenced && strings.ContainsAny(line, "^~") && !strings.Contains(line, "`") {
			lines[i] = lowered.ReplaceAllString(raised.ReplaceAllString(line, "$1<sup>$2</sup>"), "$1<sub>$2</sub>")
			if !strings.ContainsAny(line, "<(") { // within an address a tilde stays as it is
				lines[i] = tilde.ReplaceAllString(lines[i], `$1\~$2`)
			}
		}
		if i > 0 && !fenced && tableRule.MatchString(line) && strings.TrimSpace(lines[i-1]) != "" {
			tabled(lines, i)
		}
	}
	return strings.Join(lines, "\n")
}

// tabled writes the table around the rule at line i with strokes between its cells.
func tabled(lines []string, i int) {
	columns := hyphens.FindAllStringIndex(lines[i], -1)
	end := i + 1
	for end < len(lines) && strings.TrimSpace(lines[end]) != "" {
		end++
	}
	cut := func(line string) bool { return cutsWord([]rune(line), columns) }
	if end == i+1 || len(columns) > mostColumns || slices.ContainsFunc(lines[i-1:end], cut) {
		return
	}
	for n := i - 1; n < end; n++ {
		if n != i {
			lines[n] = cells(lines[n], columns)
		}
	}
	lines[i] = strings.Repeat("|---", len(columns)) + "|"
}

// cutsWord reports whether a column begins within a word of a line, which is no row then.
func cutsWord(line []rune, columns [][]int) bool {
	return slices.ContainsFunc(columns[1:], func(c []int) bool { return c[0] < len(line) && line[c[0]-1] != ' ' })
}

// mostColumns is how many columns such a table has at most.
const mostColumns = 30

// cells writes a line with strokes between what stands in its columns.
func cells(line string, columns [][]int) string {
	letters := []rune(line)
	var row strings.Builder
	for n, c := range columns {
		from, to := min(c[0], len(letters)), len(letters)
		if n == 0 {
			from = 0
		}
		if n+1 < len(columns) {
			to = min(columns[n+1][0], len(letters))
		}
		row.WriteString("| " + strings.ReplaceAll(strings.TrimSpace(string(letters[from:to])), "|", `\|`) + " ")
	}
	return row.String() + "|"
}
