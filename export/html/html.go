// Package html writes a release as a web page or as the part of one that a
// website's editor takes: semantic elements, no styles, everything escaped.
package html

import (
	"html"
	"strings"

	"communique/editor/release"
	"communique/export/text"
)

// Fragment returns headline, lead and body, without the footer.
func Fragment(r release.Release) string {
	var b strings.Builder
	element(&b, "h1", r.Headline)
	element(&b, "p", r.Lead)
	for _, block := range r.Blocks {
		writeBlock(&b, block)
	}
	return b.String()
}

// Page returns the whole release as a page of its own, UTF-8.
func Page(r release.Release, org release.Organisation) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"" + html.EscapeString(r.Language) + "\">\n<head>\n<meta charset=\"utf-8\">\n")
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	title := text.Clean(r.Headline)
	if title == "" {
		title = text.Clean(org.Name)
	}
	b.WriteString("<title>" + inline(title) + "</title>\n")
	if org.Name != "" {
		b.WriteString("<meta name=\"author\" content=\"" + html.EscapeString(text.Clean(org.Name)) + "\">\n")
	}
	b.WriteString("</head>\n<body>\n<article>\n")
	if embargo := text.Embargo(r); embargo != "" {
		b.WriteString("<p><strong>" + inline(embargo) + "</strong></p>\n")
	}
	element(&b, "h1", r.Headline)
	element(&b, "p", r.Subheadline)
	writeDateline(&b, r)
	element(&b, "p", r.Lead)
	for _, block := range r.Blocks {
		writeBlock(&b, block)
	}
	element(&b, "p", r.Boilerplate)
	for _, c := range r.Contacts {
		writeContact(&b, c, r.Language)
	}
	b.WriteString("</article>\n</body>\n</html>\n")
	return []byte(b.String())
}

func writeDateline(b *strings.Builder, r release.Release) {
	line := text.Dateline(r)
	if line == "" {
		return
	}
	if r.Date.IsZero() {
		element(b, "p", line)
		return
	}
	b.WriteString("<p><time datetime=\"" + r.Date.String() + "\">" + inline(line) + "</time></p>\n")
}

func writeBlock(b *strings.Builder, block release.Block) {
	switch block.Kind {
	case release.Subheading:
		element(b, "h2", block.Text)
	case release.List:
		b.WriteString("<ul>\n")
		for item := range strings.SplitSeq(block.Text, "\n") {
			element(b, "li", item)
		}
		b.WriteString("</ul>\n")
	case release.Quotation:
		b.WriteString("<blockquote>\n")
		element(b, "p", block.Text)
		if block.Speaker != "" {
			b.WriteString("<footer><cite>" + inline(text.Clean(block.Speaker)) + "</cite></footer>\n")
		}
		b.WriteString("</blockquote>\n")
	default:
		element(b, "p", block.Text)
	}
}

func writeContact(b *strings.Builder, c release.Contact, language string) {
	lines := text.ContactLines(c, language)
	if len(lines) == 0 {
		return
	}
	b.WriteString("<address>\n")
	for i, line := range lines {
		if i > 0 {
			b.WriteString("<br>\n")
		}
		b.WriteString(inline(line))
	}
	b.WriteString("\n</address>\n")
}

func element(b *strings.Builder, name, content string) {
	content = text.Clean(content)
	if content != "" {
		b.WriteString("<" + name + ">" + inline(content) + "</" + name + ">\n")
	}
}

// inline escapes text; a line feed becomes the break its author asked for.
func inline(content string) string {
	return strings.ReplaceAll(html.EscapeString(content), "\n", "<br>\n")
}
