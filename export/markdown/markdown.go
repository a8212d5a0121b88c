// Package markdown writes a release as CommonMark 0.31, its tables as GitHub has them.
// Whatever the text, it comes back as it was: what the format would take for its own
// is escaped, and nothing else.
package markdown

import (
	"strings"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/picture"
	"communique/export/text"
)

// Render returns the whole release in UTF-8. Its pictures stand at its end, as data:
// addresses that the text refers to, so that it stays one file. words are those beside the
// release's own; the zero ones are the program's.
func Render(r release.Release, pictures picture.Set, words translations.Wording) []byte {
	words = words.Or(r.Language)
	w := writer{language: r.Language, words: words, pictures: pictures}
	for _, mark := range []string{text.Draft(r, words), text.Embargo(r, words)} {
		if mark != "" {
			w.add("**" + escape(mark) + "**")
		}
	}
	w.add(heading("# ", text.MarkedOneLine(r.Headline, nil)))
	w.add(paragraph(r.Subheadline, nil))
	w.add(paragraph(text.Dateline(r), nil))
	w.add(paragraph(r.Lead, r.LeadMarks))
	for _, b := range r.Blocks {
		b.Visit(&w)
	}
	w.add(paragraph(r.Boilerplate, r.BoilerplateMarks))
	for i, c := range contacts(r, words) {
		if i == 0 {
			w.add("---")
		}
		w.add(c)
	}
	w.add(strings.Join(w.references, "\n"))
	if len(w.parts) == 0 {
		return nil
	}
	return []byte(strings.Join(w.parts, "\n\n") + "\n")
}

// heading is one line: the format has no other.
func heading(mark string, line release.Line) string {
	if line.Text == "" {
		return ""
	}
	content := inline(line)
	if trimmed := strings.TrimRight(content, "#"); trimmed != content { // they would close the heading
		content = trimmed + strings.Repeat(`\#`, len(content)-len(trimmed))
	}
	return mark + content
}

// paragraph keeps the breaks its author asked for.
func paragraph(content string, marks []release.Mark) string {
	return lined(text.MarkedLines(content, marks))
}

func lined(marked []release.Line) string {
	var lines []string
	for _, line := range marked {
		lines = append(lines, escapeStart(inline(line)))
	}
	return broken(lines)
}

// broken joins lines with breaks. Some readers do not see one behind a backslash:
// there, it is two spaces.
func broken(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(line)
		switch {
		case i == len(lines)-1:
		case strings.HasSuffix(line, `\`):
			b.WriteString("  \n")
		default:
			b.WriteString("\\\n")
		}
	}
	return b.String()
}

func contacts(r release.Release, words translations.Wording) []string {
	var list []string
	for _, c := range r.Contacts {
		var lines []string
		for _, l := range text.LinkedLines(c, words) {
			line := escapeStart(escape(l.Text))
			if l.Link != "" {
				line = "[" + line + "](<" + l.Link + ">)"
			}
			lines = append(lines, line)
		}
		if len(lines) > 0 {
			list = append(list, broken(lines))
		}
	}
	return list
}
