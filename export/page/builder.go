package page

import (
	"slices"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/picture"
	"communique/export/style"
	"communique/export/text"
)

// builder fills pages from top to bottom.
type builder struct {
	*Compositor
	org      release.Organisation
	logo     *Picture // nil for none; its place is not set
	parts    []Part
	pages    []Page
	owner    []int // the release that each page belongs to
	releases []release.Release

	index    int     // the release being laid out
	over     int     // lines of releases that were to be one page each
	smaller  float64 // how much smaller than usual the last of them is set
	fitting  bool    // it is being tried whether a release is one page
	spacing  float64 // between parts, as a multiple of the style's
	language string
	wording  translations.Wording
	group    int

	photographs picture.Set

	y      float64 // where the next line's top is
	top    float64 // where the text of a page begins that is not a release's first
	bottom float64 // where lines must end on this page
	empty  bool    // nothing stands on the page yet
	code   *qrCode // the QR code on this page; nil for none

	sheetWidth, sheetHeight float64
	left, textWidth         float64
}

func newBuilder(c *Compositor, org release.Organisation, logo *Picture) *builder {
	page := c.style.Page
	w, h := page.Dimensions()
	return &builder{
		Compositor: c, org: org, logo: logo, parts: make([]Part, 0, c.parts),
		spacing: 1, sheetWidth: w * style.Point, sheetHeight: h * style.Point,
		left: page.Left * style.Point, textWidth: (w - page.Left - page.Right) * style.Point,
	}
}

func (b *builder) page() *Page { return &b.pages[len(b.pages)-1] }

// release lays out one release from a new page on.
func (b *builder) release(index int, r release.Release) {
	b.index, b.language = index, text.OneLine(r.Language)
	b.wording = b.style.Wording(b.language)
	b.releases = append(b.releases, r)
	if r.OnePage {
		b.fitted(r)
		return
	}
	b.sheets(r)
}

// sheets sets a release on as many pages as it needs.
func (b *builder) sheets(r release.Release) {
	b.newPage()
	code, first := b.placeCode(r), len(b.pages)-1
	b.letterhead()
	b.band()
	b.kind(r)
	c := column{builder: b, rows: make([]row, 0, b.rows)}
	c.fields(r)
	b.rows = len(c.rows)
	b.flow(c.rows)
	b.addCode(code, first)
}

func (b *builder) newPage() {
	var lines []Line
	if n := len(b.pages); n > 0 {
		lines = make([]Line, 0, len(b.pages[n-1].Lines)+1) // about as many as on the one before
	}
	b.pages = append(b.pages, Page{Lines: lines})
	b.owner = append(b.owner, b.index)
	b.y, b.empty, b.code = b.style.Page.Top*style.Point, true, nil
	b.bottom = b.sheetHeight - b.style.Page.Bottom*style.Point
	b.top = b.y + b.embargo().height()
	if !b.isFirst() { // there it stands under the letterhead
		b.band()
	}
}

// isFirst reports whether the page is the first of its release.
func (b *builder) isFirst() bool { return len(b.owner) == 1 || b.owner[len(b.owner)-2] != b.index }

// textHeight is the room for text on this page.
func (b *builder) textHeight() float64 { return b.bottom - b.style.Page.Top*style.Point }

// add takes a part into the document and returns its index.
func (b *builder) add(p Part) int {
	b.parts = append(b.parts, p)
	return len(b.parts) - 1
}

func (b *builder) document() Document {
	d := Document{
		Width: b.sheetWidth, Height: b.sheetHeight, Pages: b.pages, Parts: b.parts, Over: b.over, Smaller: b.smaller, Author: text.OneLine(b.org.Name),
	}
	if len(b.releases) > 0 {
		first := b.releases[0]
		d.Title, d.Language, d.Date = text.OneLine(first.Headline), text.OneLine(first.Language), first.Date
		for _, tag := range first.Tags {
			if tag = text.OneLine(tag); tag != "" {
				d.Keywords = append(d.Keywords, tag)
			}
		}
	}
	if d.Title == "" {
		d.Title = d.Author
	}
	for _, s := range b.set.now {
		for _, r := range s.missing {
			if !slices.Contains(d.Missing, r) {
				d.Missing = append(d.Missing, r)
			}
		}
	}
	slices.Sort(d.Missing)
	b.Compositor.parts = len(d.Parts)
	return d
}
