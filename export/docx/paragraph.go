package docx

import (
	"communique/editor/release"
	"communique/export/text"
)

// paragraph is a text in one of the styles of parts/styles.xml.
type paragraph struct {
	style    string
	text     string // clean
	emphasis string // the character style of its words, where it has one
	link     string // where a click leads; empty for nowhere
	keepNext bool   // it must not be parted from what follows
}

// xml returns the paragraph, and notes in links what it refers to.
func (p paragraph) xml(links *relationships) string {
	properties := `<w:pStyle w:val="` + p.style + `"/>`
	if p.keepNext {
		properties += `<w:keepNext/>`
	}
	content := run(p.text, p.emphasis)
	if p.link != "" {
		content = `<w:hyperlink r:id="` + links.web(p.link) + `" w:history="1">` + run(p.text, "Hyperlink") + `</w:hyperlink>`
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr>` + content + `</w:p>`
}

// paragraphs puts the fields of a release in the order of the page. Notes are
// not among them.
func paragraphs(r release.Release) []paragraph {
	list := []paragraph{
		{style: "Embargo", text: text.Embargo(r)},
		{style: "Heading1", text: r.Headline},
		{style: "Subtitle", text: r.Subheadline},
		{style: "Dateline", text: text.Dateline(r)},
		{style: "Lead", text: r.Lead},
	}
	for _, b := range r.Blocks {
		list = append(list, block(b)...)
	}
	list = withText(append(list, paragraph{style: "Boilerplate", text: r.Boilerplate}))
	head := "ContactFirst" // under the rule
	for _, c := range r.Contacts {
		if lines := contact(c, r.Language); len(lines) > 0 {
			lines[0].style = head
			list = append(list, lines...)
			head = "ContactNext"
		}
	}
	return list
}

// withText cleans the texts and leaves out those of which nothing remains.
func withText(list []paragraph) []paragraph {
	var kept []paragraph
	for _, p := range list {
		if p.text = text.Tidy(p.text); p.text != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

func block(b release.Block) []paragraph {
	switch b.Kind {
	case release.Subheading:
		return []paragraph{{style: "Heading2", text: b.Text}}
	case release.Quotation:
		quotation := []paragraph{{style: "Quote", text: b.Text}}
		if speaker := text.OneLine(b.Speaker); speaker != "" {
			quotation[0].keepNext = true
			quotation = append(quotation, paragraph{style: "QuoteSpeaker", text: "— " + speaker})
		}
		return quotation
	case release.List:
		var items []paragraph
		for _, item := range text.Lines(b.Text) {
			items = append(items, paragraph{style: "ListBullet", text: item})
		}
		return items
	default:
		return []paragraph{{style: "BodyText", text: b.Text}}
	}
}

// contact returns a contact a line a paragraph, all kept on one page.
func contact(c release.Contact, language string) []paragraph {
	list := []paragraph{
		{text: text.OneLine(c.Post, c.Organisation)},
		{text: text.OneLine(c.Name), emphasis: "Strong"},
	}
	for _, l := range text.ReachLines(c, language) {
		list = append(list, paragraph{text: l.Text, link: l.Link})
	}
	list = withText(list)
	for i := range list {
		list[i].style = "Contact"
		list[i].keepNext = i < len(list)-1
	}
	return list
}
