package newsroom

import (
	"encoding/xml"
	"strings"

	"communique/editor/intake/wording"
	"communique/editor/regexp"
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
	XMLName     xml.Name
	Title       []said `xml:"title"`
	Description []said `xml:"description"`
	Encoded     []said `xml:"encoded"`   // of the content module: the whole text
	Whole       []said `xml:"full-text"` // of Yandex: the whole text, too
	Content     []said `xml:"content"`   // of Yandex's Turbo: a whole page
	Body        []said `xml:"body"`      // of XHTML
	Link        []said `xml:"link"`
	PubDate     []said `xml:"pubDate"`
	Date        []said `xml:"date"` // of Dublin Core, in RSS 1.0
	Author      []said `xml:"author"`
	Creator     []said `xml:"creator"`
	Categories  []said `xml:"category"`
}

// entry is an item of Atom.
type entry struct {
	XMLName   xml.Name
	Title     []said `xml:"title"`
	Summary   []said `xml:"summary"`
	Content   []said `xml:"content"`
	Published string `xml:"published"`
	Updated   string `xml:"updated"`
	Authors   []said `xml:"author>name"`
	Links     []struct {
		Address string `xml:"href,attr"`
	} `xml:"link"`
	Categories []struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
}

// said is what an element says: text, HTML written as text, or elements of XHTML.
type said struct {
	XMLName xml.Name
	Type    string `xml:"type,attr"`
	Words   string `xml:",chardata"`
	Inner   string `xml:",innerxml"`
}

// holding is an element that stands between the words of another, and is no mark of letters that are given as they are.
var holding = regexp.MustCompile(`<[\pL/]`)

// html returns what is said as HTML: of RSS, where tags stand in the words or around them.
func (s said) html() string {
	if holding.MatchString(letters.ReplaceAllString(s.Inner, "")) {
		return s.Inner
	}
	return s.Words
}

var letters = regexp.MustCompile(`(?s)<!\[CDATA\[.*?\]\]>`)

// markup returns what an element of Atom says as HTML.
func (s said) markup() string {
	switch whole := s.html(); {
	case s.Type == "xhtml", s.Type == "html", s.Type == "text/html", whole != s.Words:
		return whole
	}
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s.Words)) // a Builder takes all
	return b.String()
}

// own is what an item says in elements of a name: in the first of its own, else in the first of any that say something. Others
// call what is theirs by the same names: a picture's title, an address of the feed.
func own(item xml.Name, all []said) said {
	var first said
	for _, s := range all {
		if strings.TrimSpace(s.Inner) == "" {
			continue
		}
		if s.XMLName.Space == item.Space {
			return s
		}
		if first.Inner == "" {
			first = s
		}
	}
	return first
}

// turbo is the page that Yandex shows in the place of a site's own.
func turbo(all []said) string {
	for _, s := range all {
		if strings.Contains(s.XMLName.Space, "turbo") {
			return s.html()
		}
	}
	return ""
}

// each is what elements of one name say.
func each(all []said) (texts []string) {
	for _, s := range all {
		texts = append(texts, s.Words)
	}
	return texts
}

// Item returns what an entry says.
func (e entry) news() Item {
	n := Item{
		Title: own(e.XMLName, e.Title).markup(), Summary: own(e.XMLName, e.Summary).markup(), Content: own(e.XMLName, e.Content).markup(),
		At: []string{firstOf(e.Published, e.Updated)},
	}
	n.More = []string{n.At[0], strings.Join(each(e.Authors), ", ")}
	if len(e.Links) > 0 {
		n.More = append(n.More, e.Links[0].Address)
	}
	for _, c := range e.Categories {
		n.More = append(n.More, c.Term)
	}
	return n
}

// IsFeed reports whether a text is a news feed by its look.
func IsFeed(text string) bool {
	head := strings.ToLower(text[:wording.Boundary(text, 2000)])
	return strings.HasPrefix(strings.TrimSpace(head), "<") && root.MatchString(head)
}

// root is how a feed begins, with or without a name for what its elements are.
var root = regexp.MustCompile(`<(?:rss|rdf|feed)|<[a-z]\w*:(?:rss|feed)\s`)

// TooManyItems reports whether a feed has more items than anybody's.
func TooManyItems(text string) bool {
	return strings.Count(text, "<item")+strings.Count(text, "<entry") > MostItems
}

// Feed reads the items of a news feed that has some, and what it says of itself; false where the text is no feed.
func Feed(text string) (items []Item, said []string, is bool) {
	if !IsFeed(text) || strings.Count(text, "<") > maxMarks || TooManyItems(text) {
		return nil, nil, false
	}
	var f feed
	if !unmarshal(text, &f) {
		return nil, nil, false
	}
	for _, i := range append(f.Channel.Items, f.Items...) {
		items = append(items, i.news())
	}
	for _, e := range f.Entries {
		items = append(items, e.news())
	}
	for _, words := range []string{f.Channel.Title, f.Channel.Description, f.Channel.Link, f.Channel.Copyright, f.Title, f.Subtitle} {
		if words = strings.TrimSpace(words); words != "" {
			said = append(said, words)
		}
	}
	return items, said, len(items) > 0
}

// Item returns what an item says.
func (i item) news() Item {
	of := func(all []said) string { return own(i.XMLName, all).html() }
	at := firstOf(of(i.PubDate), of(i.Date))
	return Item{
		Title: of(i.Title), Summary: of(i.Description), Content: firstOf(of(i.Encoded), of(i.Whole), turbo(i.Content), of(i.Body)), At: []string{at},
		More: append([]string{at, firstOf(of(i.Author), of(i.Creator)), own(i.XMLName, i.Link).Words}, each(i.Categories)...),
	}
}
