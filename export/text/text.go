// Package text writes a release as plain text: what newsrooms paste, and the
// words of every other form.
package text

import (
	"fmt"
	"strings"

	"communique/editor/release"
)

// Rule parts the text from the contact block.
var Rule = strings.Repeat("_", 57)

// Options choose another form; the zero Options are UTF-8 with line feeds, one
// line a paragraph.
type Options struct {
	// Width is where lines are wrapped, in characters; 0 is nowhere.
	Width       int
	CRLF        bool
	Windows1251 bool
}

// Render returns the whole release: an empty line between paragraphs, the footer
// under its rule. Notes are never part of it. With Windows1251, letters that have
// no place there are an *EncodingError.
func Render(r release.Release, o Options) ([]byte, error) {
	parts := append(Paragraphs(r), footer(r, o.Width)...)
	text := strings.Join(parts, "\n\n")
	if o.Width > 0 {
		text = wrap(text, o.Width)
	}
	if text != "" {
		text += "\n"
	}
	if o.CRLF {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if o.Windows1251 {
		return encode1251(text)
	}
	return []byte(text), nil
}

// Website returns what a website's editor takes: headline, lead and paragraphs,
// an empty line between them and none within, without the footer.
func Website(r release.Release) string {
	var parts []string
	for _, text := range append([]string{r.Headline, r.Lead}, body(r)...) {
		parts = appendText(parts, Tidy(text))
	}
	return strings.Join(parts, "\n\n")
}

// WebsiteWithFooter returns the same with the contacts.
func WebsiteWithFooter(r release.Release) string {
	return strings.Join(append([]string{Website(r)}, contactBlocks(r)...), "\n\n")
}

// Tidy returns a text for a field of a website: clean, no line empty, no space at
// the end of one.
func Tidy(text string) string {
	var lines []string
	for line := range strings.SplitSeq(Clean(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// Paragraphs returns everything above the rule, in order.
func Paragraphs(r release.Release) []string {
	var parts []string
	parts = appendText(parts, Embargo(r))
	parts = appendText(parts, r.Headline)
	parts = appendText(parts, r.Subheadline)
	parts = appendText(parts, Dateline(r))
	parts = appendText(parts, r.Lead)
	for _, text := range body(r) {
		parts = appendText(parts, text)
	}
	return appendText(parts, r.Boilerplate)
}

func appendText(parts []string, text string) []string {
	if text = Clean(text); text != "" {
		parts = append(parts, text)
	}
	return parts
}

func body(r release.Release) []string {
	var parts []string
	for _, b := range r.Blocks {
		switch b.Kind {
		case release.List:
			parts = append(parts, "– "+strings.ReplaceAll(b.Text, "\n", "\n– "))
		case release.Quotation:
			text := b.Text
			if b.Speaker != "" {
				text += "\n— " + b.Speaker
			}
			parts = append(parts, text)
		default:
			parts = append(parts, b.Text)
		}
	}
	return parts
}

// Dateline returns place and date as they stand over the lead: "Бишкек,
// 11 сентября 2024 года".
func Dateline(r release.Release) string {
	var parts []string
	if r.Place != "" {
		parts = append(parts, r.Place)
	}
	if !r.Date.IsZero() {
		parts = append(parts, r.Date.InWords(r.Language))
	}
	return strings.Join(parts, ", ")
}

// Embargo returns the line that stands above everything while there is one.
func Embargo(r release.Release) string {
	if r.Embargo.IsZero() {
		return ""
	}
	at := r.Embargo.At.Format("02.01.2006 15:04")
	zone := r.Embargo.Zone
	offset := "UTC" + r.Embargo.At.Format("-07:00")
	if zone == "" {
		zone, offset = offset, ""
	}
	word := "EMBARGO until"
	if r.Language == "ru" {
		word = "ЭМБАРГО до"
	}
	line := fmt.Sprintf("%s %s, %s", word, at, zone)
	if offset != "" {
		line += " (" + offset + ")"
	}
	return line
}
