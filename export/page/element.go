package page

import (
	"strings"

	"communique/editor/release"
	"communique/export/text"
)

// element is a paragraph in its style, and how it holds to its neighbours.
type element struct {
	text     string
	style    style
	before   float64 // space above, dropped at the top of a page
	keepNext bool    // it must not be parted from what follows
	rule     bool    // a rule stands above it
}

// The styles of a release.
var (
	embargoStyle  = style{face: Bold, size: 11, leading: 15}
	headlineStyle = style{face: Bold, size: 18, leading: 23}
	subheadStyle  = style{face: Regular, size: 13, leading: 18, gray: 60}
	datelineStyle = style{face: Regular, size: 10.5, leading: 15, gray: 90}
	leadStyle     = style{face: Bold, size: 11.5, leading: 16.5}
	bodyStyle     = style{face: Regular, size: 11.5, leading: 16.5}
	headingStyle  = style{face: Bold, size: 12.5, leading: 17}
	quoteStyle    = style{face: Regular, size: 11.5, leading: 16.5, indent: 22}
	speakerStyle  = style{face: Regular, size: 10.5, leading: 15, gray: 90, indent: 22}
	listStyle     = style{face: Regular, size: 11.5, leading: 16.5, indent: 12}
	aboutStyle    = style{face: Regular, size: 10, leading: 14, gray: 60}
	contactStyle  = style{face: Regular, size: 10.5, leading: 15}
	nameStyle     = style{face: Bold, size: 10.5, leading: 15}
)

// elements puts the fields of a release in the order of the page. Notes are
// not among them.
func elements(r release.Release) []element {
	list := []element{
		{text: text.Embargo(r), style: embargoStyle, keepNext: true},
		{text: r.Headline, style: headlineStyle, before: 6, keepNext: true},
		{text: r.Subheadline, style: subheadStyle, before: 5, keepNext: true},
		{text: text.Dateline(r), style: datelineStyle, before: 9, keepNext: true},
		{text: r.Lead, style: leadStyle, before: 11},
	}
	for _, b := range r.Blocks {
		list = append(list, blockElements(b)...)
	}
	list = append(list, element{text: r.Boilerplate, style: aboutStyle, before: 16})
	for i, c := range r.Contacts {
		list = append(list, contactElements(c, r.Language, i == 0)...)
	}
	return withText(list)
}

func withText(list []element) []element {
	var kept []element
	for _, e := range list {
		if prepare(e.text) != "" {
			kept = append(kept, e)
		}
	}
	return kept
}

func blockElements(b release.Block) []element {
	switch b.Kind {
	case release.Subheading:
		return []element{{text: b.Text, style: headingStyle, before: 14, keepNext: true}}
	case release.Quotation:
		return []element{
			{text: b.Text, style: quoteStyle, before: 9, keepNext: b.Speaker != ""},
			{text: prefixed("— ", b.Speaker), style: speakerStyle, before: 2},
		}
	case release.List:
		var items []element
		for i, item := range strings.Split(b.Text, "\n") {
			e := element{text: prefixed("– ", item), style: listStyle, before: 2}
			if i == 0 {
				e.before = 8
			}
			items = append(items, e)
		}
		return items
	default:
		return []element{{text: b.Text, style: bodyStyle, before: 9}}
	}
}

func prefixed(mark, content string) string {
	if strings.TrimSpace(content) == "" {
		return ""
	}
	return mark + content
}

// contactElements keeps a contact in one piece, and the first with its rule.
func contactElements(c release.Contact, language string, first bool) []element {
	var list []element
	add := func(content string, s style, link string) {
		s.link = link
		list = append(list, element{text: content, style: s, keepNext: true})
	}
	add(strings.Join(strings.Fields(c.Post+" "+c.Organisation), " "), contactStyle, "")
	add(c.Name, nameStyle, "")
	for _, p := range c.Phones {
		add(text.PhoneLine(p, language), contactStyle, telLink(p.Number))
	}
	add(c.Email, contactStyle, mailLink(c.Email))
	add(c.Site, contactStyle, siteLink(c.Site))
	list = withText(list)
	if len(list) > 0 {
		list[0].before, list[0].rule = 22, first
		list[len(list)-1].keepNext = false
	}
	return list
}
