package contact

import (
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// longestCell is how long a label in a table of contacts is at most, in bytes.
const longestCell = 60

// tableBelow reads a table at the end as the lines of contacts: each row a label and what it says, «Контактное лицо | Анна Примерова», or
// one person each below a head that says what the columns are.
func (r *Reader) tableBelow() {
	n := len(r.Lines)
	if n < 3 || r.Lines[n-1].Kind != layout.Table {
		return
	}
	table := r.Lines[n-1]
	rows := strings.Split(table.Text, "\n")
	if len(rows) > LongestBlock {
		return
	}
	var heading []string
	if first := strings.TrimSpace(rows[0]); len(rows) > 1 && !strings.Contains(first, "\t") && headsContacts(layout.Paragraph{Text: first}) {
		heading, rows = []string{first}, rows[1:] // over all columns
	}
	lines := labelledRows(rows)
	if lines == nil {
		lines = personRows(rows)
	}
	if lines == nil {
		return
	}
	r.Lines = r.Lines[: n-1 : n-1]
	for _, line := range append(heading, lines...) {
		r.Lines = append(r.Lines, layout.Paragraph{Kind: layout.Text, Text: line, At: table.At})
	}
}

// labelledRows are the rows of a table as lines where each has a label of contacts and what it says, and some say how somebody is reached.
func labelledRows(rows []string) (lines []string) {
	reachable := false
	for _, row := range rows {
		label, value, ok := strings.Cut(row, "\t")
		if label = strings.Trim(label, " :"); !ok || len(label) > longestCell || strings.Contains(value, "\t") || strings.TrimSpace(value) == "" || !labelsContact(label) {
			return nil
		}
		line := label + ": " + strings.TrimSpace(value)
		reachable = reachable || LinesIn(line)[0].Reachable()
		lines = append(lines, line)
	}
	if !reachable {
		return nil
	}
	return lines
}

// labelsContact reports whether words are what a form says before a name, a post, a number or an address.
func labelsContact(label string) bool {
	if kind, all := kindIn(label); kind != "" && all {
		return true
	}
	l := LinesIn(label + ": press@council.example")[0]
	return tag.MatchString(label+": x") || mention.MatchString(label+":") || site.MatchString(label+": www.council.example") || len(l.mails) > 0 && l.Who == nil
}

// personRows are the rows of a table as lines where each names who is reached, and how.
func personRows(rows []string) (lines []string) {
	var head []string
	if len(rows) > 1 && isTableHead(strings.Split(rows[0], "\t")) {
		head, rows = strings.Split(rows[0], "\t"), rows[1:]
	}
	for _, row := range rows {
		row = withTopic(head, row)
		cells := slices.DeleteFunc(strings.Split(row, "\t"), func(cell string) bool { return strings.TrimSpace(cell) == "" })
		line := strings.Join(cells, ", ")
		l := LinesIn(line)[0]
		if len(cells) < 2 || !l.Certain || l.reach == "" && len(l.mails) == 0 || !namesOffice(l) && !slices.ContainsFunc(l.Who, func(c Called) bool { return c.known && c.Name != "" }) {
			return nil
		}
		lines = append(lines, line)
	}
	return lines
}

// isTableHead reports whether cells say what the columns of a table of contacts are, most of them in words that a form has.
func isTableHead(cells []string) bool {
	known := 0
	for _, cell := range cells {
		if strings.ContainsAny(cell, "@0123456789") || len(cell) > longestCell {
			return false
		}
		words := strings.FieldsFunc(strings.ToLower(cell), wording.NoWord)
		if len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !formWords.Has(word) && !joinsKindWords.Has(word) }) {
			known++
		}
	}
	return known > 1 && known+1 >= len(cells)
}

// withTopic is a row whose first column says on what somebody is asked, with that before him: «По вопросам СМИ: Анна Примерова».
func withTopic(head []string, row string) string {
	topic, rest, ok := strings.Cut(row, "\t")
	if len(head) == 0 || !ok || !onTopic.MatchString(head[0]) || topic == "" {
		return row
	}
	return head[0] + " " + topic + ": " + rest
}

// onTopic heads such a column.
var onTopic = regexp.MustCompile(`^(?i:по (?:каким )?вопросам|для|for)$`)
