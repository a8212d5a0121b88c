// Package html writes a release as a web page or as the part of one that a
// website's editor takes: semantic elements, no styles but that a picture is no wider
// than what it stands in, everything escaped.
package html

import (
	"encoding/base64"
	"html"
	"strings"
	"time"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/picture"
	"communique/export/text"
)

// Fragment returns headline, lead and body, without the footer. A website keeps
// its pictures itself: where one belongs, the figure says in brackets what it shows.
func Fragment(r release.Release) string {
	w := writer{language: r.Language, words: translations.Printed(r.Language)}
	w.marked("h1", r.Headline, nil)
	w.marked("p", r.Lead, r.LeadMarks)
	w.blocks(r)
	return w.page.String()
}

// FragmentWithFooter returns the same with the contacts.
func FragmentWithFooter(r release.Release) string {
	w := writer{language: r.Language, words: translations.Printed(r.Language)}
	w.contacts(r)
	return Fragment(r) + w.page.String()
}

// FragmentWithBoilerplate returns the same as Fragment with the words about the organisation.
func FragmentWithBoilerplate(r release.Release) string {
	w := writer{language: r.Language, words: translations.Printed(r.Language)}
	w.boilerplate(r)
	return Fragment(r) + w.page.String()
}

// Page returns the whole release as a page of its own, UTF-8, with its pictures in it
// and its data for search engines (schema.org NewsArticle) in JSON-LD. words are those beside
// the release's own; the zero ones are the program's. saved is when its text was saved last;
// zero where nobody knows.
func Page(r release.Release, org release.Organisation, pictures picture.Set, words translations.Wording, saved time.Time) []byte {
	return page(r, org, pictures, words, Embedded, linkedData(r, org, pictures, saved))
}

// Embedded returns the address of a picture that is its own content (RFC 2397).
func Embedded(_ string, p picture.Picture) string {
	return "data:" + p.Type + ";base64," + base64.StdEncoding.EncodeToString(p.Data)
}

// Letter returns the same page for a mail, its pictures by addresses that the mail
// knows them by. Search engines read none, and gateways distrust mails with scripts.
func Letter(r release.Release, org release.Organisation, pictures picture.Set, words translations.Wording, address func(hash string, p picture.Picture) string) []byte {
	return page(r, org, pictures, words, address, nil)
}

func page(r release.Release, org release.Organisation, pictures picture.Set, words translations.Wording, address func(string, picture.Picture) string, data []byte) []byte {
	w := writer{language: r.Language, words: words.Or(r.Language), pictures: pictures, address: address}
	w.head(r, org, data)
	w.write("<body>\n<article>\n")
	for _, mark := range []string{text.Draft(r, w.words), text.Embargo(r, w.words)} {
		if mark != "" {
			w.write("<p><strong>" + escaped(mark) + "</strong></p>\n")
		}
	}
	w.marked("h1", r.Headline, nil)
	w.marked("p", r.Subheadline, nil)
	w.dateline(r)
	w.marked("p", r.Lead, r.LeadMarks)
	w.blocks(r)
	w.boilerplate(r)
	w.contacts(r)
	w.write("</article>\n</body>\n</html>\n")
	return []byte(w.page.String())
}

// writer writes the elements of a page one after another.
type writer struct {
	page     strings.Builder
	language string
	words    translations.Wording
	pictures picture.Set
	address  func(hash string, p picture.Picture) string // of a picture
	shown    int                                         // pictures
}

func (w *writer) write(elements string) { w.page.WriteString(elements) }

func (w *writer) head(r release.Release, org release.Organisation, data []byte) {
	direction := ""
	if languages.RightToLeft(text.OneLine(r.Language)) {
		direction = " dir=\"rtl\""
	}
	w.write("<!DOCTYPE html>\n<html lang=\"" + attribute(r.Language) + "\"" + direction + ">\n<head>\n<meta charset=\"utf-8\">\n")
	w.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	w.write("<title>" + html.EscapeString(title(r, org)) + "</title>\n")
	w.meta("description", r.Lead)
	w.meta("author", org.Name)
	w.meta("keywords", strings.Join(r.Tags, ", "))
	if data != nil {
		w.write("<script type=\"application/ld+json\">\n" + string(data) + "\n</script>\n")
	}
	w.write("</head>\n")
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

func (w *writer) meta(name, content string) {
	if content = text.OneLine(content); content != "" {
		w.write("<meta name=\"" + name + "\" content=\"" + attribute(content) + "\">\n")
	}
}

func attribute(content string) string { return html.EscapeString(text.OneLine(content)) }

func (w *writer) dateline(r release.Release) {
	line := text.Dateline(r)
	if r.Date.IsZero() {
		w.marked("p", line, nil)
		return
	}
	w.write("<p><time datetime=\"" + r.Date.String() + "\">" + escaped(line) + "</time></p>\n")
}

// boilerplate writes what the organisation is, by a class that says so to whoever reads the page back.
func (w *writer) boilerplate(r release.Release) {
	if line := text.Marked(r.Boilerplate, r.BoilerplateMarks); line.Text != "" {
		w.write("<p class=\"boilerplate\">" + inline(line) + "</p>\n")
	}
}

func (w *writer) contacts(r release.Release) {
	for _, c := range r.Contacts {
		var lines []string
		for _, l := range text.LinkedLines(c, w.words) {
			start, end := tag(release.Run{Address: l.Link}, linkTag)
			if strings.HasPrefix(l.Link, "tel:") && languages.RightToLeft(text.OneLine(r.Language)) { // a number is not turned round
				start = strings.Replace(start, "<a ", "<a dir=\"ltr\" ", 1)
			}
			lines = append(lines, start+escaped(l.Text)+end)
		}
		if len(lines) > 0 {
			w.write("<address>\n" + strings.Join(lines, "<br>\n") + "\n</address>\n")
		}
	}
}

// marked writes an element with a text, where there is any.
func (w *writer) marked(name, content string, marks []release.Mark) {
	if line := text.Marked(content, marks); line.Text != "" {
		w.write("<" + name + ">" + inline(line) + "</" + name + ">\n")
	}
}

// inline writes a clean text with its marks.
func inline(line release.Line) string { return nested(release.Runs(line.Text, line.Marks), linkTag) }

// The elements that runs stand in, from the outer to the inner.
const (
	linkTag = iota
	boldTag
	italicTag
	noTag
)

// tag returns the element that a run stands in at a level.
func tag(r release.Run, level int) (start, end string) {
	switch {
	case level == linkTag && r.Address != "":
		return "<a href=\"" + html.EscapeString(r.Address) + "\">", "</a>"
	case level == boldTag && r.Bold:
		return "<strong>", "</strong>"
	case level == italicTag && r.Italic:
		return "<em>", "</em>"
	}
	return "", ""
}

// nested writes runs, those that stand in one element together.
func nested(runs []release.Run, level int) string {
	var b strings.Builder
	if level == noTag {
		for _, r := range runs {
			b.WriteString(escaped(r.Text))
		}
		return b.String()
	}
	for len(runs) > 0 {
		start, end := tag(runs[0], level)
		n := 1
		for n < len(runs) {
			if other, _ := tag(runs[n], level); other != start {
				break
			}
			n++
		}
		b.WriteString(start + nested(runs[:n], level+1) + end)
		runs = runs[n:]
	}
	return b.String()
}

// escaped is clean text; a line feed becomes the break its author asked for.
func escaped(content string) string {
	return strings.ReplaceAll(html.EscapeString(content), "\n", "<br>\n")
}
