// Package html writes a release as a web page or as the part of one that a
// website's editor takes: semantic elements, no styles, everything escaped.
package html

import (
	"html"
	"strings"

	"communique/editor/release"
	"communique/export/picture"
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

// FragmentWithFooter returns the same with the contacts.
func FragmentWithFooter(r release.Release) string {
	var b strings.Builder
	for _, c := range r.Contacts {
		writeContact(&b, c, r.Language)
	}
	return Fragment(r) + b.String()
}

// Page returns the whole release as a page of its own, UTF-8, with its data for
// search engines (schema.org NewsArticle) in JSON-LD.
func Page(r release.Release, org release.Organisation, pictures picture.Set) []byte {
	return page(r, org, pictures, linkedData(r, org))
}

// Letter returns the same page for a mail. Search engines read none, and gateways
// distrust mails with scripts.
func Letter(r release.Release, org release.Organisation, pictures picture.Set) []byte {
	return page(r, org, pictures, nil)
}

func page(r release.Release, org release.Organisation, pictures picture.Set, data []byte) []byte {
	var b strings.Builder
	writeHead(&b, r, org, data)
	b.WriteString("<body>\n<article>\n")
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

func writeHead(b *strings.Builder, r release.Release, org release.Organisation, data []byte) {
	b.WriteString("<!DOCTYPE html>\n<html lang=\"" + attribute(r.Language) + "\">\n<head>\n<meta charset=\"utf-8\">\n")
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	b.WriteString("<title>" + html.EscapeString(title(r, org)) + "</title>\n")
	meta(b, "description", r.Lead)
	meta(b, "author", org.Name)
	meta(b, "keywords", strings.Join(r.Tags, ", "))
	if data != nil {
		b.WriteString("<script type=\"application/ld+json\">\n" + string(data) + "\n</script>\n")
	}
	b.WriteString("</head>\n")
}

// title is never empty: a page must have one.
func title(r release.Release, org release.Organisation) string {
	for _, t := range []string{r.Headline, r.Lead, org.Name} {
		if t = text.OneLine(t); t != "" {
			return t
		}
	}
	return "…"
}

func meta(b *strings.Builder, name, content string) {
	if content = text.OneLine(content); content != "" {
		b.WriteString("<meta name=\"" + name + "\" content=\"" + attribute(content) + "\">\n")
	}
}

func attribute(content string) string { return html.EscapeString(text.OneLine(content)) }

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
		writeList(b, block)
	case release.Quotation:
		writeQuotation(b, block)
	default:
		element(b, "p", block.Text)
	}
}

func writeList(b *strings.Builder, block release.Block) {
	var items strings.Builder
	for _, item := range text.Lines(block.Text) {
		element(&items, "li", item)
	}
	if items.Len() > 0 {
		b.WriteString("<ul>\n" + items.String() + "</ul>\n")
	}
}

// writeQuotation puts the speaker outside the quotation, as the standard asks:
// what is inside was said (HTML, 4.4.4).
func writeQuotation(b *strings.Builder, block release.Block) {
	var said strings.Builder
	element(&said, "p", block.Text)
	speaker := text.OneLine(block.Speaker)
	switch {
	case said.Len() == 0:
		element(b, "p", speaker)
	case speaker == "":
		b.WriteString("<blockquote>\n" + said.String() + "</blockquote>\n")
	default:
		b.WriteString("<figure>\n<blockquote>\n" + said.String() + "</blockquote>\n<figcaption>— <cite>" + inline(speaker) + "</cite></figcaption>\n</figure>\n")
	}
}

func writeContact(b *strings.Builder, c release.Contact, language string) {
	var lines []string
	for _, l := range text.LinkedLines(c, language) {
		line := inline(l.Text)
		if l.Link != "" {
			line = "<a href=\"" + html.EscapeString(l.Link) + "\">" + line + "</a>"
		}
		lines = append(lines, line)
	}
	if len(lines) > 0 {
		b.WriteString("<address>\n" + strings.Join(lines, "<br>\n") + "\n</address>\n")
	}
}

func element(b *strings.Builder, name, content string) {
	content = text.Tidy(content)
	if content != "" {
		b.WriteString("<" + name + ">" + inline(content) + "</" + name + ">\n")
	}
}

// inline escapes text; a line feed becomes the break its author asked for.
func inline(content string) string {
	return strings.ReplaceAll(html.EscapeString(content), "\n", "<br>\n")
}
