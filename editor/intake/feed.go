package intake

import (
	"encoding/xml"
	"io"
	"strings"
	"time"

	"golang.org/x/net/html"

	"communique/editor/release"
)

// feed is RSS 0.91 to 2.0, as far as a release needs it.
type feed struct {
	Channel struct {
		Title       string `xml:"title"`
		Description string `xml:"description"`
		Link        string `xml:"link"`
		Copyright   string `xml:"copyright"`
		Items       []item `xml:"item"`
	} `xml:"channel"`
	Items []item `xml:"item"` // RSS 1.0 puts them beside the channel
}

type item struct {
	Title       string   `xml:"title"`
	Description string   `xml:"description"`
	Link        string   `xml:"link"`
	PubDate     string   `xml:"pubDate"`
	Author      string   `xml:"author"`
	Categories  []string `xml:"category"`
}

// readFeed reads a news feed into one release an item; false where the text is
// no feed.
func readFeed(text string) ([]release.Release, bool) {
	head := strings.ToLower(text[:boundary(text, 2000)])
	if !strings.HasPrefix(strings.TrimSpace(head), "<") || !strings.Contains(head, "<rss") && !strings.Contains(head, "<rdf") {
		return nil, false
	}
	var f feed
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	if err := d.Decode(&f); err != nil {
		return nil, false
	}
	items := append(f.Channel.Items, f.Items...)
	if len(items) == 0 {
		return nil, false
	}
	var releases []release.Release
	for _, i := range items {
		releases = append(releases, i.release())
	}
	for _, text := range []string{f.Channel.Title, f.Channel.Description, f.Channel.Link, f.Channel.Copyright} {
		if text = strings.TrimSpace(text); text != "" {
			releases[0].Notes = joinLines(releases[0].Notes, text)
		}
	}
	return releases, true
}

func (i item) release() release.Release {
	title, paragraphs := strings.Join(textOf(i.Title), " "), textOf(i.Description)
	r := release.New(languageOf(title + strings.Join(paragraphs, " ")))
	r.Headline = title
	for n, text := range paragraphs {
		if n == 0 {
			r.Lead = text
			continue
		}
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: text})
	}
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.RFC3339} {
		if at, err := time.Parse(layout, strings.TrimSpace(i.PubDate)); err == nil {
			r.Date = release.DateOf(at)
			break
		}
	}
	o := openingOf(r.Lead)
	r.Place = o.place
	for _, text := range append([]string{i.PubDate, i.Author, i.Link}, i.Categories...) {
		if text = strings.TrimSpace(text); text != "" {
			r.Notes = joinLines(r.Notes, text)
		}
	}
	r.Kind = kindOf(r)
	return r
}

// textOf returns the paragraphs of a piece of HTML as text. Scripts and styles
// are no text.
func textOf(source string) []string {
	var paragraphs []string
	var b strings.Builder
	flush := func() {
		if text := strings.Join(strings.Fields(b.String()), " "); text != "" {
			paragraphs = append(paragraphs, text)
		}
		b.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(source))
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			flush()
			return paragraphs
		case html.TextToken:
			if skip == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			tag := z.Token()
			switch tag.Data {
			case "script", "style":
				if tag.Type == html.StartTagToken {
					skip++
				} else if tag.Type == html.EndTagToken && skip > 0 {
					skip--
				}
			case "p", "br", "div", "li", "h1", "h2", "h3", "blockquote", "tr":
				flush()
			}
		}
	}
}
