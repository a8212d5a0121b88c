package newsroom

import (
	"encoding/xml"
	"html"
	"io"
	"strings"

	"communique/editor/intake/dateline"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// nitf is the News Industry Text Format (iptc.org/std/NITF/3.6), as far as a release needs it.
type nitf struct {
	Title    string `xml:"head>title"`
	Keywords []struct {
		Key string `xml:"key,attr"`
	} `xml:"head>docdata>key-list>keyword"`
	Issued struct {
		Norm string `xml:"norm,attr"`
	} `xml:"head>docdata>date.issue"`
	Released struct {
		Norm string `xml:"norm,attr"`
	} `xml:"head>docdata>date.release"`
	Message struct {
		Info string `xml:"info,attr"`
	} `xml:"head>docdata>ed-msg"`
	Published struct {
		Date string `xml:"date.publication,attr"`
	} `xml:"head>pubdata"`
	Head   nitfHead `xml:"body>body.head"`
	Text   inner    `xml:"body>body.content"`
	Ending inner    `xml:"body>body.end"`
}

type nitfHead struct {
	Main      inner   `xml:"hedline>hl1"`
	Below     []inner `xml:"hedline>hl2"`
	By        inner   `xml:"byline"`
	Place     inner   `xml:"dateline>location"`
	StoryDate struct {
		Norm string `xml:"norm,attr"`
	} `xml:"dateline>story.date"`
	Abstract inner `xml:"abstract"`
	Note     inner `xml:"note"`
}

// inner is what stands in an element, with its own elements.
type inner struct {
	XML string `xml:",innerxml"`
}

// nitfNames are elements of NITF that a web page calls otherwise.
var nitfNames = regexp.MustCompile(`(</?)(hl2|hl1|bq|block|media-caption|fn)\b`)

func (i inner) markup() string {
	return nitfNames.ReplaceAllStringFunc(i.XML, func(tag string) string {
		at := strings.LastIndexAny(tag, "</") + 1
		name := map[string]string{"hl1": "h2", "hl2": "h2", "bq": "blockquote", "block": "div", "media-caption": "figcaption", "fn": "p"}[tag[at:]]
		return tag[:at] + name
	})
}

func (x nitf) news() Item {
	n := Item{
		Title: firstOf(x.Head.Main.markup(), html.EscapeString(x.Title)), Summary: x.Head.Abstract.markup(), Content: x.Text.markup(),
		At: []string{x.Head.StoryDate.Norm, x.Issued.Norm, x.Published.Date}, Place: strings.TrimRight(Words(x.Head.Place.markup()), " ,.–—-"),
		More: []string{Words(x.Head.By.markup()), x.Message.Info, Words(x.Head.Note.markup()), wordsOfMarkup(x.Ending.markup())},
	}
	for i, below := range x.Head.Below {
		if i == 0 {
			n.Subtitle = below.markup()
		} else {
			n.More = append(n.More, Words(below.markup()))
		}
	}
	for _, k := range x.Keywords {
		n.Tags = append(n.Tags, k.Key)
	}
	if released, ok := Instant(x.Released.Norm); ok {
		if issued, known := Instant(x.Issued.Norm); known && released.After(issued) {
			n.Embargo = x.Released.Norm
		}
	}
	return n
}

// newsItem is an item of NewsML-G2 (iptc.org/std/nar), as far as a release needs it.
type newsItem struct {
	Language string `xml:"lang,attr"`
	Meta     struct {
		Created   string `xml:"firstCreated"`
		Version   string `xml:"versionCreated"`
		Embargoed string `xml:"embargoed"`
		Note      string `xml:"edNote"`
		Title     string `xml:"title"`
	} `xml:"itemMeta"`
	Rights struct {
		Notice string `xml:"copyrightNotice"`
	} `xml:"rightsInfo"`
	Content struct {
		Created   string `xml:"contentCreated"`
		Headlines []struct {
			Role string `xml:"role,attr"`
			Text string `xml:",chardata"`
		} `xml:"headline"`
		Slug        string `xml:"slugline"`
		Dateline    string `xml:"dateline"`
		By          string `xml:"by"`
		Description string `xml:"description"`
		Located     struct {
			Names []string `xml:"name"`
		} `xml:"located"`
		Language struct {
			Tag string `xml:"tag,attr"`
		} `xml:"language"`
		Subjects []struct {
			Names []string `xml:"name"`
		} `xml:"subject"`
	} `xml:"contentMeta"`
	Set struct {
		XML    []inner `xml:"inlineXML"`
		Inline []struct {
			Type string `xml:"contenttype,attr"`
			Text string `xml:",chardata"`
		} `xml:"inlineData"`
	} `xml:"contentSet"`
}

func (x newsItem) news() Item {
	c := x.Content
	n := Item{
		Title: html.EscapeString(x.Meta.Title), Summary: html.EscapeString(c.Description), At: []string{c.Created, x.Meta.Created}, Saved: x.Meta.Version,
		Embargo: x.Meta.Embargoed, Language: c.Language.Tag, More: []string{c.By, c.Dateline, x.Meta.Note, x.Rights.Notice},
	}
	for i, h := range c.Headlines {
		switch {
		case i == 0:
			n.Title = html.EscapeString(h.Text)
		case n.Subtitle == "":
			n.Subtitle = html.EscapeString(h.Text)
		default:
			n.More = append(n.More, h.Text)
		}
	}
	n.Place = firstOf(c.Located.Names...)
	if d, ok := dateline.Of(c.Dateline, true); ok && n.Place == "" {
		n.Place = d.Place
	}
	for _, s := range c.Subjects {
		if name := firstOf(s.Names...); name != "" {
			n.Tags = append(n.Tags, strings.TrimSpace(name))
		}
	}
	var content, plain strings.Builder
	for _, part := range x.Set.XML {
		if inside, ok := readNITF(part.XML); ok {
			content.WriteString(inside.Text.markup())
			n.Title, n.Subtitle = firstOf(n.Title, inside.Head.Main.markup()), firstOf(n.Subtitle, firstInner(inside.Head.Below))
			continue
		}
		content.WriteString(part.markup())
	}
	for _, part := range x.Set.Inline {
		if strings.Contains(part.Type, "html") {
			content.WriteString(part.Text)
		} else {
			plain.WriteString(part.Text)
		}
	}
	n.Content, n.Plain = content.String(), plain.String()
	return n
}

func firstInner(all []inner) string {
	if len(all) == 0 {
		return ""
	}
	return all[0].markup()
}

var rootElement = regexp.MustCompile(`(?s)^\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>]*>\s*)*<(?:[\w-]+:)?([\w.-]+)`)

// RootOf returns the name of an XML text's outermost element, without its prefix; "" for what is none.
func RootOf(text string) string {
	if m := rootElement.FindStringSubmatch(text[:wording.Boundary(text, 16<<10)]); m != nil {
		return m[1]
	}
	return ""
}

// maxMarks is how many marks one XML of news has at most, of starts and of ends.
const maxMarks = 1_000_000

// XML reads NITF, or the items of NewsML-G2; false where the text is neither.
func XML(text string) ([]Item, bool) {
	if strings.Count(text, "<") > maxMarks {
		return nil, false
	}
	switch RootOf(text) {
	case "nitf":
		x, ok := readNITF(text)
		return []Item{x.news()}, ok
	case "newsItem":
		var one newsItem
		ok := unmarshal(text, &one)
		return []Item{one.news()}, ok
	case "newsMessage", "newsMessages":
		var message struct {
			Items []newsItem `xml:"itemSet>newsItem"`
		}
		if !unmarshal(text, &message) || len(message.Items) == 0 || len(message.Items) > MostItems {
			return nil, false
		}
		var all []Item
		for _, i := range message.Items {
			all = append(all, i.news())
		}
		return all, true
	}
	return nil, false
}

func readNITF(text string) (x nitf, ok bool) {
	if RootOf(text) != "nitf" {
		return nitf{}, false
	}
	return x, unmarshal(text, &x)
}

// unmarshal reads XML that is UTF-8 by now, whatever it says of itself.
func unmarshal(text string, into any) bool {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d.Decode(into) == nil
}
