package html

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/intake/layout"
	"communique/editor/plain"
	"communique/editor/regexp"
)

// page is what a page says beside its text: of itself, to programs that read it, and around its
// article.
type page struct {
	title     strings.Builder
	published string
	data      strings.Builder // JSON-LD
	around    strings.Builder // how the words begin that are no part of the article
	words     int             // of them
}

// The most that is kept of what is no text, in bytes.
const (
	mostData   = 4 << 20
	mostAround = 300
)

// unshown takes down words that are not shown where they stand.
func (r *reader) unshown(text string) {
	if n := len(r.open); n > 0 && r.open[n-1].atom == atom.Style && !r.scripted {
		r.sheet.read(text)
	}
	if r.Fragment {
		return
	}
	if n := len(r.open); n > 0 {
		switch e := r.open[n-1]; {
		case e.atom == atom.Title && r.page.title.Len() < mostAround:
			r.page.title.WriteString(text)
		case e.atom == atom.Script && e.data && r.page.data.Len()+len(text) < mostData:
			r.page.data.WriteString(text)
		}
		if r.open[n-1].mute {
			return
		}
	}
	words := strings.Fields(text)
	r.page.words += len(words)
	if len(words) > 0 && r.page.around.Len() < mostAround {
		r.page.around.WriteString(strings.Join(words, " ") + " ")
	}
}

// meta reads when a page was published.
func (p *page) meta(t html.Token) {
	if t.DataAtom != atom.Meta || p.published != "" {
		return
	}
	switch attribute(t, "property") + attribute(t, "name") + attribute(t, "itemprop") {
	case "article:published_time", "datePublished", "pubdate", "DC.date.issued", "dcterms.created":
		p.published = attribute(t, "content")
	}
}

// ofSite reports whether an element is the website's own, though it stands within the article: by its
// role, or by the class that editors of websites give it.
func ofSite(t html.Token) bool {
	if !isBlock(t.DataAtom) || t.DataAtom == atom.Body || t.DataAtom == atom.Html || ofTable(t.DataAtom) {
		return false
	}
	switch attribute(t, "role") {
	case "navigation", "search", "dialog", "alertdialog":
		return true
	}
	for _, name := range append(strings.Fields(attribute(t, "class")), attribute(t, "id")) {
		if siteClass.MatchString(name) {
			return true
		}
	}
	return false
}

// siteClass is what a part of a website is called that is no part of its texts.
var siteClass = regexp.MustCompile(`(?i)^(?:js-|b-|c-|l-|t-|is-)?(?:(?:article|news|post|page|entry|content|site)[-_]{1,2})?` +
	`(?:cookies?|gdpr|consent|sharedaddy|widget-area|tildalabel|shar(?:e|es|er|ing)|ya-share2?|addthis|social|socials|soc|likes?|related|recommend(?:ed|ations?)?|similar|read-?(?:more|also)|see-?also|breadcrumbs?|crumbs|pagination|pager|` +
	`comments|subscri(?:be|ption)|newsletter|menu|navbar|nav|navigation|toolbar|print|advert(?:s|ising|isement)?|promo|banner|tags?-?(?:list|cloud)|popular|sidebar)` +
	`(?:[-_]{1,2}(?:bar|banner|block|box|list|links?|buttons?|btns?|icons?|wrap(?:per)?|container|notice|popup|panel|items?|widget|news|articles?|posts?|materials?|stories|media|menu|modal|message|section|area|form|this|us))*$`)

// article is what a page says of its text for search engines (schema.org, in JSON-LD).
type article struct {
	Type      kinds       `json:"@type"`
	Graph     []article   `json:"@graph"`
	Main      *article    `json:"mainEntity"`
	Headline  string      `json:"headline"`
	Published string      `json:"datePublished"`
	Body      articleBody `json:"articleBody"`
}

// kinds is one type, or a list of them.
type kinds []string

// UnmarshalJSON reads either.
func (k *kinds) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*k = kinds{one}
		return nil
	}
	_ = json.Unmarshal(data, (*[]string)(k)) // anything else is no type
	return nil
}

// articleBody is a text, or a list of its paragraphs.
type articleBody string

// UnmarshalJSON reads either.
func (b *articleBody) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*b = articleBody(one)
		return nil
	}
	var several []string
	_ = json.Unmarshal(data, &several) // anything else is no text
	*b = articleBody(strings.Join(several, "\n"))
	return nil
}

// deepest is how deep articles are looked for in one another.
const deepest = 4

// found returns the article in what a page says of itself; nil where it says of none.
func (a *article) found(depth int) *article {
	for _, kind := range a.Type {
		if strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "PressRelease" {
			return a
		}
	}
	if depth == deepest {
		return nil
	}
	if a.Main != nil {
		if found := a.Main.found(depth + 1); found != nil {
			return found
		}
	}
	for i := range a.Graph {
		if found := a.Graph[i].found(depth + 1); found != nil {
			return found
		}
	}
	return nil
}

// article reads the page's JSON-LD: one thing, or several.
func (p *page) article() *article {
	var several []article
	from := json.NewDecoder(strings.NewReader(p.data.String()))
	for {
		var raw json.RawMessage
		if from.Decode(&raw) != nil {
			break
		}
		var one article
		var list []article
		if json.Unmarshal(raw, &list) == nil {
			several = append(several, list...)
		} else if json.Unmarshal(raw, &one) == nil {
			several = append(several, one)
		}
	}
	return (&article{Graph: several}).found(0)
}

// document is what the page says, in its text and beside it.
func (r *reader) document() layout.Document {
	d := r.w.Document()
	if r.Fragment {
		return d
	}
	d.Page = layout.Page{
		Title: plain.Line(strings.Join(strings.Fields(r.page.title.String()), " ")), Published: r.page.published,
		Around: plain.Line(strings.TrimSpace(r.page.around.String())), Words: r.page.words,
	}
	if a := r.page.article(); a != nil {
		if a.Headline != "" {
			d.Page.Title = plain.Line(strings.Join(strings.Fields(html.UnescapeString(a.Headline)), " "))
		}
		if a.Published != "" {
			d.Page.Published = a.Published
		}
		a.instead(&d)
	}
	mostlySite(d.Paragraphs)
	return d
}

// instead puts the article's own text in the place of a page that shows less than half of it: it is
// put there by a program that runs in the browser.
func (a *article) instead(d *layout.Document) {
	body := html.UnescapeString(string(a.Body))
	shown := 0
	for _, p := range d.Paragraphs {
		shown += len(strings.Fields(p.Text))
	}
	if words := len(strings.Fields(body)); words < fewestWords || shown*2 > words {
		return
	}
	var w layout.Writer
	w.Words(d.Page.Title, layout.Look{})
	w.End(layout.Paragraph{Kind: layout.Heading, Level: 1})
	for line := range strings.Lines(body) {
		w.Words(line, layout.Look{})
		w.End(layout.Paragraph{})
	}
	for _, p := range d.Paragraphs {
		p.Part = layout.Site
		w.Add(p)
	}
	whole := w.Document()
	for i := range d.Lost {
		d.Lost[i].At.Paragraph += len(whole.Paragraphs) - len(d.Paragraphs)
	}
	d.Paragraphs, d.Page.Data = whole.Paragraphs, true
}

// fewestWords is how many words a text has, at least, that stands only in what a page says of itself.
const fewestWords = 30

// mostlySite leaves a page as it is most of which looks like a website's own words.
func mostlySite(all []layout.Paragraph) {
	site, text := 0, 0
	for _, p := range all {
		if p.Part == layout.Site {
			site += len(p.Text)
		} else {
			text += len(p.Text)
		}
	}
	if site <= text {
		return
	}
	for i := range all {
		if all[i].Part == layout.Site {
			all[i].Part = layout.Body
		}
	}
}
