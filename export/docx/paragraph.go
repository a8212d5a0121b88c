package docx

import (
	"strconv"
	"strings"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/text"
)

// item is a piece of the body: a paragraph or a table.
type item interface {
	// xml returns the piece, and notes in links what it refers to.
	xml(links *relationships, h house) string
}

// paragraph is a text in one of the styles of the document.
type paragraph struct {
	style         string
	line          release.Line // clean
	emphasis      string       // the character style of its words, where it has one
	list          int          // the numbering it counts in, where that is not its style's
	level         int          // of an item, from 0
	keepNext      bool         // it must not be parted from what follows
	before, after string       // space of its own in twentieths of a point; "" is its style's
	indents       string       // of its own, in place of its style's
	align         string       // of its own, in place of its style's
	plain         bool         // its link looks like its other words, as in the letterhead
	drawing       *drawing     // what stands in the place of words
}

// marked returns a paragraph of a text with its marks.
func marked(style, content string, marks []release.Mark) paragraph {
	return paragraph{style: style, line: text.Marked(content, marks)}
}

// leading returns a paragraph that a click on leads somewhere; "" for nowhere.
func leading(style, content, address string) paragraph {
	p := marked(style, content, nil)
	p.plain = true
	if address != "" && p.line.Text != "" {
		p.line.Marks = []release.Mark{{End: len([]rune(p.line.Text)), Style: release.Link, Address: address}}
	}
	return p
}

func (p paragraph) xml(links *relationships, h house) string {
	properties := `<w:pStyle w:val="` + p.style + `"/>`
	if p.keepNext {
		properties += `<w:keepNext/>`
	}
	if p.list > 0 {
		properties += `<w:numPr><w:ilvl w:val="` + strconv.Itoa(p.level) + `"/><w:numId w:val="` + strconv.Itoa(p.list) + `"/></w:numPr>`
	}
	properties += p.spacing() + p.indents
	if p.align != "" {
		properties += `<w:jc w:val="` + p.align + `"/>`
	}
	content := p.words(links, h)
	if p.drawing != nil {
		content = p.drawing.xml(links)
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + content + `</w:p>`
}

func (p paragraph) spacing() string {
	attributes := ""
	if p.before != "" {
		attributes = ` w:before="` + p.before + `"`
	}
	if p.after != "" {
		attributes += ` w:after="` + p.after + `"`
	}
	if attributes == "" {
		return ""
	}
	return `<w:spacing` + attributes + `/>`
}

// words returns the runs of the text, those of a link in one.
func (p paragraph) words(links *relationships, h house) string {
	var b strings.Builder
	address := ""
	for _, r := range release.Runs(p.line.Text, p.line.Marks) {
		if r.Address != address {
			if address != "" {
				b.WriteString(`</w:hyperlink>`)
			}
			if address = r.Address; address != "" {
				b.WriteString(`<w:hyperlink r:id="` + links.web(address) + `" w:history="1">`)
			}
		}
		style := p.emphasis
		if address != "" && !p.plain {
			style = "Hyperlink"
		}
		b.WriteString(formatted(r.Text, style, h.emphasis(h.fontKeys[p.style], r)))
	}
	if address != "" {
		b.WriteString(`</w:hyperlink>`)
	}
	return b.String()
}

// withText leaves out the paragraphs of whose texts nothing remained.
func withText(list []paragraph) []paragraph {
	var kept []paragraph
	for _, p := range list {
		if p.line.Text != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// reached returns how a contact is reached. A phone number runs from left to right, whatever
// the language: its first sign would stand behind it.
func reached(l text.Linked, h house) paragraph {
	p := leading("Contact", l.Text, l.Link)
	if leftToRight := h.direction("\u200e"); p.line.Text != "" && strings.HasPrefix(l.Link, "tel:") {
		p.line.Text = leftToRight + p.line.Text
		for i := range p.line.Marks {
			p.line.Marks[i].End = len([]rune(p.line.Text))
		}
	}
	return p
}

// contact returns a contact a line a paragraph, all kept on one page.
func contact(c release.Contact, words translations.Wording, h house) []paragraph {
	name := marked("ContactName", text.OneLine(c.Name), nil)
	name.emphasis = "Strong" // for readers that know no styles of ours
	list := []paragraph{marked("Contact", text.Posting(c), nil), name}
	for _, l := range text.ReachLines(c, words) {
		list = append(list, reached(l, h))
	}
	list = withText(list)
	for i := range list {
		list[i].keepNext = i < len(list)-1
	}
	return list
}
