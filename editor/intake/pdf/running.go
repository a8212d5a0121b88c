package pdf

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// isPageNumber reports whether a line says nothing but which page it stands on.
func isPageNumber(line string) bool {
	return strings.ContainsFunc(line, unicode.IsDigit) && layout.IsPageNumber(line)
}

// running is what a line says again on other pages, whatever their numbers are.
func running(text string) string {
	if isPageNumber(text) {
		return digits.ReplaceAllString(text, "0")
	}
	return text
}

// digits are what differs between the numbers of pages.
var digits = regexp.MustCompile(`\d+`)

// partRunning takes out the lines that stand at the top or the foot of pages again and again: numbers of
// pages altogether, others once, as what they are.
func partRunning(all []line) (body []line, around []layout.Paragraph) {
	times, on := map[string]int{}, map[string]int{} // on how many pages, and on which the last time
	edge := make([]bool, len(all))
	for i := range all {
		top := i < 2 || all[i-2].page != all[i].page
		foot := i+2 >= len(all) || all[i+2].page != all[i].page
		key := running(all[i].text)
		if edge[i] = top || foot; edge[i] && on[key] != all[i].page+1 {
			times[key]++
			on[key] = all[i].page + 1
		}
	}
	told := map[string]bool{}
	body = make([]line, 0, len(all))
	for i, l := range all {
		key := running(l.text)
		switch {
		case edge[i] && isPageNumber(l.text) && (times[key] > 1 || strings.ContainsFunc(l.text, func(r rune) bool { return !unicode.IsDigit(r) })):
		case !edge[i] || times[key] < 2:
			body = append(body, l)
		case isPageNumber(l.text), told[key]:
		default:
			told[key] = true
			around = append(around, layout.Paragraph{Kind: layout.Text, Part: layout.Head, Text: l.text})
		}
	}
	return body, around
}

// mostAround is how many lines of the pages' own are looked for in the text.
const mostAround = 200

// around adds what belongs to the pages and not to their text: words at their top and foot, where the text does not say
// them, too.
func (r *reader) around(d *layout.Document) {
	var said strings.Builder
	for _, p := range d.Paragraphs {
		said.WriteString(p.Text + "\n")
	}
	told := map[string]bool{}
	for n, page := range r.pages {
		if !slices.ContainsFunc(page.runs, func(one run) bool { return one.artifact }) {
			continue
		}
		for _, l := range page.lines(n) {
			if !l.artifact || isDash(run{text: l.text}) || isPageNumber(l.text) || told[l.text] || len(told) < mostAround && strings.Contains(said.String(), l.text) {
				continue
			}
			told[l.text] = true
			part := layout.Foot
			if l.y > (page.top+page.bottom)/2 {
				part = layout.Head
			}
			d.Paragraphs = append(d.Paragraphs, layout.Paragraph{Kind: layout.Text, Part: part, Text: l.text, Apart: true})
		}
	}
}
