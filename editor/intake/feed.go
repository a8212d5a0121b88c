package intake

import (
	"encoding/xml"
	"strings"

	"communique/editor/intake/layout"
)

// feed is RSS 0.91 to 2.0, or Atom (RFC 4287), as far as a release needs it.
type feed struct {
	Channel struct {
		Title       string `xml:"title"`
		Description string `xml:"description"`
		Link        string `xml:"link"`
		Copyright   string `xml:"copyright"`
		Items       []item `xml:"item"`
	} `xml:"channel"`
	Items    []item  `xml:"item"` // RSS 1.0 puts them beside the channel
	Title    string  `xml:"title"`
	Subtitle string  `xml:"subtitle"`
	Entries  []entry `xml:"entry"`
}

type item struct {
	Title       string   `xml:"title"`
	Description string   `xml:"description"`
	Content     string   `xml:"encoded"`   // of the content module: the whole text
	Whole       string   `xml:"full-text"` // of Yandex: the whole text, too
	Link        string   `xml:"link"`
	PubDate     string   `xml:"pubDate"`
	Author      string   `xml:"author"`
	Categories  []string `xml:"category"`
}

// entry is an item of Atom.
type entry struct {
	Title     atomText `xml:"title"`
	Summary   atomText `xml:"summary"`
	Content   atomText `xml:"content"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Authors   []string `xml:"author>name"`
	Links     []struct {
		Address string `xml:"href,attr"`
	} `xml:"link"`
	Categories []struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
}

// atomText is text, HTML written as text, or elements of XHTML.
type atomText struct {
	Type  string `xml:"type,attr"`
	Words string `xml:",chardata"`
	Inner string `xml:",innerxml"`
}

// markup returns the text as HTML.
func (t atomText) markup() string {
	switch t.Type {
	case "xhtml":
		return t.Inner
	case "html", "text/html":
		return t.Words
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(t.Words)) // a Builder takes all
	return b.String()
}

// item returns the entry as RSS has it.
func (e entry) item() item {
	i := item{Title: e.Title.markup(), Description: e.Summary.markup(), Content: e.Content.markup(), PubDate: e.Published, Author: strings.Join(e.Authors, ", ")}
	if i.PubDate == "" {
		i.PubDate = e.Updated
	}
	if len(e.Links) > 0 {
		i.Link = e.Links[0].Address
	}
	for _, c := range e.Categories {
		i.Categories = append(i.Categories, c.Term)
	}
	return i
}

// isFeed reports whether a text is a news feed by its look.
func isFeed(text string) bool {
	head := strings.ToLower(text[:boundary(text, 2000)])
	return strings.HasPrefix(strings.TrimSpace(head), "<") && (strings.Contains(head, "<rss") || strings.Contains(head, "<rdf") || strings.Contains(head, "<feed"))
}

// tooManyItems reports whether a feed has more items than anybody's.
func tooManyItems(text string) bool {
	return strings.Count(text, "<item")+strings.Count(text, "<entry") > mostItems
}

// readFeed reads a news feed into one release an item; false where the text is
// no feed.
func readFeed(text string) (found Found, is bool, err error) {
	if !isFeed(text) || strings.Count(text, "<") > maxMarks || tooManyItems(text) {
		return Found{}, false, nil
	}
	var f feed
	if !unmarshal(text, &f) {
		return Found{}, false, nil
	}
	items := append(f.Channel.Items, f.Items...)
	for _, e := range f.Entries {
		items = append(items, e.item())
	}
	if len(items) == 0 {
		return Found{}, false, nil
	}
	var all []news
	for _, i := range items {
		all = append(all, i.news())
	}
	if found, err = releasesIn(all); err != nil {
		return Found{}, true, err
	}
	first := &found.Releases[0]
	var said []layout.Paragraph
	for _, text := range []string{f.Channel.Title, f.Channel.Description, f.Channel.Link, f.Channel.Copyright, f.Title, f.Subtitle} {
		if text = strings.TrimSpace(text); text != "" {
			said = append(said, layout.Paragraph{Text: text})
		}
	}
	setAside(first, asideNews, said)
	return found, true, nil
}

// news returns what an item says.
func (i item) news() news {
	return news{
		title: i.Title, summary: i.Description, content: firstOf(i.Content, i.Whole), at: []string{i.PubDate},
		more: append([]string{i.PubDate, i.Author, i.Link}, i.Categories...),
	}
}
