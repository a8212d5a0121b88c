package proof

import "strings"

// mark is an opening quotation mark that waits for its partner.
type mark struct {
	open  rune
	at    passage
	index int // code points in the passage
}

var partner = map[rune]rune{'«': '»', '„': '“', '“': '”'}

// unbalanced finds quotation marks without a partner, paragraph by paragraph.
// Two habits of edited Russian texts are no mistake: one closing mark that
// ends a quotation within a quotation as well («ГМК «Норникель»), and a
// quotation over several paragraphs, reopened in each and closed in the last.
func unbalanced(texts []passage) []Finding {
	var found []Finding
	var carried *Finding // open at the end of the last paragraph
	for _, p := range texts {
		open, stray := scanQuotes(p)
		for _, m := range stray {
			// A closing mark may end what an earlier paragraph opened.
			if carried != nil && m.open == '»' {
				carried = nil
				continue
			}
			found = append(found, finding(m))
		}
		if carried != nil && !continues(p.text) {
			found = append(found, *carried)
			carried = nil
		}
		if len(open) == 0 {
			continue
		}
		last := finding(open[0])
		if carried == nil {
			carried = &last
		}
	}
	if carried != nil {
		found = append(found, *carried)
	}
	return found
}

// continues reports whether a paragraph reopens the quotation of the one before.
func continues(text string) bool {
	return strings.HasPrefix(strings.TrimSpace(text), "«")
}

func finding(m mark) Finding {
	return Finding{
		Code: QuotesUnbalanced, Level: Warns, Field: m.at.field, Block: m.at.block,
		Start: m.index, End: m.index + 1, Text: around(m.at.text, m.index),
	}
}

// scanQuotes returns the marks that open and are not closed, and those that
// close nothing.
func scanQuotes(p passage) (open, stray []mark) {
	index := -1
	for _, r := range p.text {
		index++
		switch r {
		case '«', '„':
			open = append(open, mark{r, p, index})
		case '»':
			open, stray = closeQuote(open, stray, mark{r, p, index})
		case '“', '”':
			open, stray = curly(open, stray, mark{r, p, index})
		}
	}
	// «ГМК «Норникель»: the inner mark took the closing one of both.
	if len(open) > 0 && strings.Count(p.text, "«") == strings.Count(p.text, "»")+1 && nested(p.text) {
		open = nil
	}
	return open, stray
}

// curly treats “ as closing after „ and as opening otherwise, and ” as closing.
func curly(open, stray []mark, m mark) (stillOpen, stillStray []mark) {
	if m.open == '“' {
		if n := len(open); n > 0 && open[n-1].open == '„' {
			return open[:n-1], stray
		}
		return append(open, m), stray
	}
	return closeQuote(open, stray, m)
}

func closeQuote(open, stray []mark, m mark) (stillOpen, stillStray []mark) {
	for i := len(open) - 1; i >= 0; i-- {
		if partner[open[i].open] == m.open {
			return open[:i], stray
		}
	}
	return open, append(stray, m)
}

// nested reports whether a second « stands inside the first quotation and the
// text's last » closes both.
func nested(text string) bool {
	first := strings.Index(text, "«")
	second := strings.Index(text[first+len("«"):], "«")
	closing := strings.Index(text[first:], "»")
	return second >= 0 && closing >= 0 && second+len("«") < closing
}

// around returns the words at a code point, for people to find the place by.
func around(text string, index int) string {
	const reach = 30
	runes := []rune(text)
	start, end := index, min(index+reach, len(runes))
	return strings.TrimSpace(string(runes[start:end]))
}
