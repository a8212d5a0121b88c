// Package page lays releases out on paper after a house style: positioned
// lines, boxes and pictures that any painter can draw. All lengths are points
// (1/72 inch) from the top left corner of the sheet; a run's Y is its baseline.
package page

import (
	"image/color"

	"communique/editor/release"
	"communique/export/logo"
	"communique/export/picture"
	"communique/export/style"
	"communique/export/typeface"
)

// Role says what a part of the document is.
type Role int

// The roles, in the order in which parts mostly come.
const (
	Embargo Role = iota
	Organisation
	Address
	Logo
	Kind // what the document is: "Press release No. 15"
	Headline
	Subheadline
	Dateline
	Lead
	Paragraph
	Subheading
	Quotation
	Speaker
	ItemMark
	Item
	HeadCell // a cell that heads a column of a table
	Cell
	Photograph
	Caption
	Boilerplate
	Contact
	Code // the QR code
)

// Furniture is the part of lines and boxes that belong to the page and not to
// the text: page numbers, rules, marks.
const Furniture = -1

// Part is a piece of the document's logical structure: a paragraph, a heading,
// an item of a list. Lines, boxes and pictures name their part by its index.
type Part struct {
	Role Role
	// Text is the part's words, clean; of a Logo, a Photograph or a Code, what it
	// shows. Some cells have none, and stand on no line.
	Text string
	// Language is the BCP 47 tag of the text.
	Language string
	// Group is the same for what belongs together: the items of one list, the cells of
	// one table, a quotation and its speaker, the lines of one contact.
	Group int
	// Row is the row of a cell, from 0; the cells of a row are all there, in order.
	Row int
	// Level is how deep an item, or its mark, stands in its list, from 0.
	Level  int
	Source Source
}

// Source is the place in a release that a part was set from.
type Source struct {
	Release int // which of the releases that were laid out together
	// Position is where its text begins there; its Field is "" for what is not in the
	// release.
	release.Position
}

// Glyph is a letter's shape on its line.
type Glyph struct {
	ID typeface.GlyphID
	// Rune is the letter that the shape stands for.
	Rune rune
	// Advance is the way to the next glyph, kerning and stretched spaces included.
	Advance float64
}

// IsHyphen reports whether the glyph is the hyphen of a word that we broke at a line's
// end: it stands for a soft hyphen, and shows.
func (g Glyph) IsHyphen() bool { return g.Rune == softHyphen && g.Advance > 0 }

// Run is a piece of a line in one face.
type Run struct {
	X, Y   float64
	Size   float64
	Face   *typeface.Face
	Colour color.NRGBA
	Glyphs []Glyph
	// Tracking is by how much every letter was moved from the next to fill the
	// line. The advances hold it.
	Tracking float64
	Link     string // where a click leads; "" for nowhere
}

// Width returns how far the run reaches.
func (r Run) Width() float64 {
	width := 0.0
	for _, g := range r.Glyphs {
		width += g.Advance
	}
	return width
}

// Line is one line of a part.
type Line struct {
	Part int // index in Document.Parts, or Furniture
	// Offset is where the line begins in the text that its part's Source names, in code
	// points; below 0 where words of ours come first, 0 where the part is no such text.
	Offset int
	// Top and Height are the strip of the page that the line takes.
	Top, Height float64
	Runs        []Run
}

// Box is a filled rectangle: a rule, a band, a module of a code.
type Box struct {
	Part                int // index in Document.Parts, or Furniture
	X, Y, Width, Height float64
	Colour              color.NRGBA
}

// Picture is the logo or a photograph.
type Picture struct {
	Part                int
	X, Y, Width, Height float64
	Data                []byte
	Type                string        // image/jpeg or image/png, or image/svg+xml of a Drawing
	Drawing             *logo.Drawing // what Data says, for painters that draw lines; nil for dots
}

// Page is what stands on one sheet.
type Page struct {
	Boxes    []Box
	Pictures []Picture
	Lines    []Line
}

// Document is one release, or more, laid out.
type Document struct {
	Width, Height float64
	Pages         []Page
	Parts         []Part
	// Title, Author, Language, Keywords and Date are the document's metadata, and
	// all of it.
	Title, Author, Language string
	Keywords                []string
	Date                    release.Date
	// Missing are the letters that no face has, each once. U+FFFD is drawn in
	// their place; the text that can be copied has the letters themselves.
	Missing []rune
	// Over is by how many lines releases that were to be one page each run over even
	// where they are set as small as the style allows. They are then set as usual.
	Over int
	// Smaller is how much smaller than usual the last release that was to be one page is
	// set, as Style.Fitted takes it.
	Smaller float64
}

// Compositor sets releases in one house style. It remembers the paragraphs it
// set last, so that after a change only what changed is set again. It is for
// one goroutine.
type Compositor struct {
	style  style.Style
	shaper *shaper
	texts  recent[string, prepared]
	set    recent[paragraph, setting]
	logo   logoCache
	// fit, points and broken are room to work in: a paragraph broken, the places where it may
	// be, and one line of it.
	fit    fit
	points []breakpoint
	broken []letter
	// rows and parts are how many the last document had; the next has about as many.
	rows, parts int
}

// NewCompositor returns a compositor for a style.
func NewCompositor(s style.Style) *Compositor {
	return &Compositor{style: s, shaper: newShaper(s.Fallbacks)}
}

// Layout lays releases out one after another, each from a new page, under the
// organisation's letterhead, with the pictures of their blocks. Of a picture that is
// not among them only the caption is set. Its only error is a logo that is no picture, a
// *logo.Error. The document shares memory with later ones and must not be changed.
func (c *Compositor) Layout(org release.Organisation, pictures picture.Set, releases ...release.Release) (Document, error) {
	c.texts.turn()
	c.set.turn()
	logo, err := c.logo.read(c.logoData(org), c.style.Letterhead.LogoHeight*style.Point)
	if err != nil {
		return Document{}, err
	}
	b := newBuilder(c, org, logo)
	b.photographs = pictures
	for i, r := range releases {
		b.release(i, r)
	}
	b.furnish()
	return b.document(), nil
}

func (c *Compositor) logoData(org release.Organisation) []byte {
	if c.style.Logo != nil {
		return c.style.Logo
	}
	return org.Logo
}
