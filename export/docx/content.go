package docx

import (
	"math"
	"strconv"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/picture"
	"communique/export/style"
	"communique/export/text"
)

// content is the body of a document, piece for piece, and what it needs of the
// package.
type content struct {
	house    house
	wording  translations.Wording
	pictures picture.Set
	items    []item
	spaces   map[string]int // above paragraphs, by their styles, in twentieths of a point
	lists    []counting     // those that count by themselves
	drawn    int
	media    []media
}

// media is a picture of the body in the package.
type media struct {
	hash    string
	name    string // under word/
	picture picture.Picture
}

// read puts the fields of a release in the order of the page. Notes are not among
// them.
func read(r release.Release, pictures picture.Set, h house) *content {
	c := &content{house: h, wording: h.Wording(h.language), pictures: pictures, spaces: map[string]int{}}
	for _, f := range h.formats() {
		c.spaces[f.id] = twips(f.before)
	}
	embargo := "Embargo"
	if h.Embargo.Show {
		embargo = "EmbargoBand"
	}
	c.add(marked(embargo, text.Embargo(r, c.wording), nil))
	if h.Letterhead.Kind {
		c.add(marked("Kind", text.Kind(r, c.wording), nil))
	}
	c.add(
		marked("Heading1", r.Headline, nil),
		marked("Subtitle", r.Subheadline, nil),
		marked("Dateline", text.Dateline(r), nil),
		marked("Lead", r.Lead, r.LeadMarks),
	)
	for _, b := range r.Blocks {
		b.Visit(c)
	}
	c.add(marked("Boilerplate", r.Boilerplate, r.BoilerplateMarks))
	if len(r.Contacts) > 0 {
		c.keepLast()
	}
	head := "First" // under the rule
	for _, person := range r.Contacts {
		if lines := contact(person, c.wording, c.house); len(lines) > 0 {
			lines[0].style += head
			c.add(lines...)
			head = "Next"
		}
	}
	if n := len(c.items); n > 0 {
		if first, words := c.items[0].(paragraph); words { // no space above it at the top of the page
			first.before = "0"
			c.items[0] = first
		}
		if _, last := c.items[n-1].(table); last { // Word wants a paragraph behind it
			c.items = append(c.items, paragraph{style: "TableText"})
		}
	}
	return c
}

func (c *content) add(list ...paragraph) {
	for _, p := range withText(list) {
		c.put(p)
	}
}

// keepLast holds what was added last to what comes next, so that contacts do not stand alone
// on a page.
func (c *content) keepLast() {
	if len(c.items) == 0 {
		return
	}
	switch last := c.items[len(c.items)-1].(type) {
	case paragraph:
		last.keepNext = true
		c.items[len(c.items)-1] = last
	case table:
		last.keepNext = true
		c.items[len(c.items)-1] = last
	}
}

// put adds a paragraph, as far below a table as that stands below what is above it.
func (c *content) put(p paragraph) {
	if n := len(c.items); n > 0 {
		if _, below := c.items[n-1].(table); below {
			space := c.spaces[p.style]
			if own, err := strconv.Atoi(p.before); err == nil {
				space = own
			}
			p.before = strconv.Itoa(max(space, twips(c.house.Parts.Table.Before*c.house.Text.Size)))
		}
	}
	c.items = append(c.items, p)
}

// Paragraph is part of release.Visitor, as are those below.
func (c *content) Paragraph(b release.Block) { c.add(marked("BodyText", b.Text, b.Marks)) }

// Subheading stands one level below the headline.
func (c *content) Subheading(b release.Block) { c.add(marked("Heading2", b.Text, b.Marks)) }

// Quotation keeps the speaker with what was said.
func (c *content) Quotation(b release.Block) {
	b, _ = text.Quoted(b, c.house.language)
	said := marked("Quote", b.Text, b.Marks)
	speaker := text.OneLine(b.Speaker)
	if speaker == "" {
		c.add(said)
		return
	}
	said.keepNext = true
	c.add(said, marked("QuoteSpeaker", "— "+speaker, nil))
}

// List counts in a numbering of its own where it has numbers, or levels.
func (c *content) List(b release.Block) {
	items := text.Items(b)
	if len(items) == 0 {
		return
	}
	own := countingOf(b, items)
	list := 0
	if own.counts() {
		c.lists = append(c.lists, own)
		list = firstList + len(c.lists) - 1
	}
	indents := c.house.ofItems(items)
	for i, item := range items {
		p := paragraph{style: "ListBullet", line: item.Line, list: list, level: item.Level, indents: indents[item.Level]}
		if item.Number > 0 {
			p.style = "ListNumber"
		}
		if i == 0 { // as far below what comes before as a paragraph
			p.before = c.above(c.house.Parts.Paragraph)
		}
		c.put(p)
	}
}

// Table stands apart from one before it, or Word would join them.
func (c *content) Table(b release.Block) {
	rows := text.Rows(b)
	if len(rows) == 0 {
		return
	}
	if n := len(c.items); n > 0 {
		switch last := c.items[n-1].(type) {
		case table:
			c.items = append(c.items, paragraph{style: "TableText"})
		case paragraph:
			last.after = c.above(c.house.Parts.Table) // tables keep none
			c.items[n-1] = last
		}
	}
	c.items = append(c.items, table{rows: rows})
}

// Picture stands in the line, its caption below it.
func (c *content) Picture(b release.Block) {
	caption := text.Caption(b, c.wording)
	if p, known := c.pictures[b.Picture]; known {
		c.drawn++
		width, height := c.house.printed(p)
		c.put(paragraph{style: "Figure", keepNext: caption.Text != "", drawing: &drawing{
			number: c.drawn + 1, target: c.file(b.Picture, p), width: width, height: height,
			name: text.Photo(c.wording) + " " + strconv.Itoa(c.drawn), description: text.Alternative(b, c.wording),
		}})
	} else {
		c.put(paragraph{style: "Figure", line: release.Line{Text: text.Placeholder(b, c.wording)}})
	}
	c.add(paragraph{style: "Caption", line: caption})
}

// file returns the name of a picture in the package, the same for the same picture.
func (c *content) file(hash string, p picture.Picture) string {
	for _, m := range c.media {
		if m.hash == hash {
			return m.name
		}
	}
	name := "media/picture" + strconv.Itoa(len(c.media)+1) + p.Ending()
	c.media = append(c.media, media{hash, name, p})
	return name
}

// above is the space above a part.
func (c *content) above(p style.Part) string {
	return strconv.Itoa(twips(p.Before * c.house.Text.Size))
}

// printed returns how large a picture stands on the page, in points.
func (h house) printed(p picture.Picture) (width, height float64) {
	_, sheet := h.Page.Dimensions()
	width, height = style.Room(p.Width, p.Height, float64(h.textWidth())/20, (sheet-h.Page.Top-h.Page.Bottom)*style.Point)
	return math.Max(1, width), math.Max(1, height)
}

// Rule is the lower border of an empty paragraph.
func (c *content) Rule(release.Block) { c.put(paragraph{style: "Rule"}) }
