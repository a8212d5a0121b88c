// Package text writes a release as plain text: what newsrooms paste, and the
// words of every other form.
package text

import (
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

// Render returns the whole release: an empty line between paragraphs and none
// within, the footer under its rule. Notes are never part of it. With Windows1251,
// letters that have no place there are an *EncodingError.
func Render(r release.Release, o Options) ([]byte, error) {
	text := join(append(above(r), footer(r, o.Width)...), o.Width)
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

// Paragraphs returns everything above the rule, in order.
func Paragraphs(r release.Release) []string {
	var parts []string
	for _, p := range above(r) {
		parts = append(parts, p.set(0))
	}
	return parts
}

func above(r release.Release) []paragraph {
	var list []paragraph
	for _, text := range []string{Embargo(r), r.Headline, r.Subheadline, Dateline(r), r.Lead} {
		list = appendParagraph(list, plain(text))
	}
	return appendParagraph(append(list, body(r)...), plain(r.Boilerplate))
}

func body(r release.Release) []paragraph {
	var list []paragraph
	for _, b := range r.Blocks {
		p := plain(b.Text)
		switch b.Kind {
		case release.List:
			for i := range p {
				p[i].mark = "– "
			}
		case release.Quotation:
			if speaker := OneLine(b.Speaker); speaker != "" {
				p = append(p, line{"— ", speaker})
			}
		}
		list = appendParagraph(list, p)
	}
	return list
}
