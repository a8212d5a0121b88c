package repair

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// Together makes one text of paragraphs, a line each.
func Together(all []layout.Paragraph) release.Line {
	var text strings.Builder
	var marks []release.Mark
	at := 0
	for i, p := range all {
		if i > 0 {
			text.WriteByte('\n')
			at++
		}
		for _, m := range p.Marks {
			m.Start, m.End = m.Start+at, m.End+at
			marks = append(marks, m)
		}
		text.WriteString(p.Text)
		at += utf8.RuneCountInString(p.Text)
	}
	return release.Line{Text: text.String(), Marks: release.Normalize(marks, at)}
}

// Note puts lines below what the notes of a release have.
func Note(r *release.Release, lines []layout.Paragraph) {
	spelled := make([]layout.Paragraph, 0, len(lines))
	for _, l := range lines {
		spelled = append(spelled, layout.Paragraph{Text: spelledOut(l.Text, l.Marks)})
	}
	r.Notes = JoinLines(r.Notes, Together(spelled).Text)
}

// spelledOut writes a text that bears no marks, with the addresses of its links as
// Markdown has them.
func spelledOut(text string, marks []release.Mark) string {
	if !slices.ContainsFunc(marks, func(m release.Mark) bool { return m.Style == release.Link }) {
		return text
	}
	letters := []rune(text)
	var b strings.Builder
	at := 0
	for _, m := range marks {
		if m.Style == release.Link {
			b.WriteString(string(letters[at:m.Start]) + "[" + string(letters[m.Start:m.End]) + "](" + m.Address + ")")
			at = m.End
		}
	}
	return b.String() + string(letters[at:])
}

// JoinLines puts one text below another; either may be empty.
func JoinLines(above, below string) string {
	if above == "" || below == "" {
		return above + below
	}
	return above + "\n" + below
}
