// Package markdown writes a release as CommonMark 0.31. Whatever the text, it comes
// back as it was: what the format would take for its own is escaped, and nothing
// else.
package markdown

import (
	"strings"

	"communique/editor/release"
	"communique/export/picture"
	"communique/export/text"
)

// Render returns the whole release in UTF-8.
func Render(r release.Release, pictures picture.Set) []byte {
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if embargo := text.Embargo(r); embargo != "" {
		add("**" + escape(embargo) + "**")
	}
	add(heading("# ", r.Headline))
	add(paragraph(r.Subheadline))
	add(paragraph(text.Dateline(r)))
	add(paragraph(r.Lead))
	list := false
	for _, b := range r.Blocks {
		part := block(b)
		if b.Kind == release.List && list && part != "" {
			add("<!-- -->") // otherwise two lists become one
		}
		if part != "" {
			list = b.Kind == release.List
		}
		add(part)
	}
	add(paragraph(r.Boilerplate))
	for i, c := range contacts(r) {
		if i == 0 {
			add("---")
		}
		add(c)
	}
	if len(parts) == 0 {
		return nil
	}
	return []byte(strings.Join(parts, "\n\n") + "\n")
}

func block(b release.Block) string {
	switch b.Kind {
	case release.Subheading:
		return heading("## ", b.Text)
	case release.List:
		var items []string
		for _, item := range text.Lines(b.Text) {
			items = append(items, "- "+paragraph(item))
		}
		return strings.Join(items, "\n")
	case release.Quotation:
		return quotation(b)
	default:
		return paragraph(b.Text)
	}
}

// quotation sets the speaker as the last paragraph of the quotation.
func quotation(b release.Block) string {
	var parts []string
	if said := paragraph(b.Text); said != "" {
		parts = append(parts, said)
	}
	if speaker := paragraph(text.OneLine(b.Speaker)); speaker != "" {
		parts = append(parts, "— "+speaker)
	}
	return prefixed("> ", strings.Join(parts, "\n\n"))
}

func prefixed(prefix, content string) string {
	if content == "" {
		return ""
	}
	lines := strings.Split(content, "\n")
	for i, line := range lines {
		lines[i] = prefix + line
		if line == "" {
			lines[i] = strings.TrimSpace(prefix)
		}
	}
	return strings.Join(lines, "\n")
}

// heading is one line: the format has no other.
func heading(mark, content string) string {
	content = text.OneLine(content)
	if content == "" {
		return ""
	}
	content = escape(content)
	if trimmed := strings.TrimRight(content, "#"); trimmed != content { // they would close the heading
		content = trimmed + strings.Repeat(`\#`, len(content)-len(trimmed))
	}
	return mark + content
}

// paragraph keeps the breaks its author asked for.
func paragraph(content string) string {
	content = text.Tidy(content)
	if content == "" {
		return ""
	}
	var lines []string
	for line := range strings.SplitSeq(content, "\n") {
		lines = append(lines, escapeStart(escape(line)))
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

func contacts(r release.Release) []string {
	var list []string
	for _, c := range r.Contacts {
		var lines []string
		for _, l := range text.LinkedLines(c, r.Language) {
			line := paragraph(l.Text)
			if l.Link != "" {
				line = "[" + line + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C").Replace(l.Link) + ">)"
			}
			lines = append(lines, line)
		}
		if len(lines) > 0 {
			list = append(list, broken(lines))
		}
	}
	return list
}
