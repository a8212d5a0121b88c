// Package layout is what the reader of a format makes of a document: its paragraphs
// in the order of reading, how they look, and what was left behind. Headline, lead and
// contacts are not told here: that is understood above, once for every format.
package layout

import (
	"slices"

	"communique/editor/release"
)

// Kind says what a paragraph is in its document.
type Kind string

// The kinds of paragraph.
const (
	Text      Kind = "text"
	Heading   Kind = "heading"
	Subtitle  Kind = "subtitle" // below the document's own title
	Item      Kind = "item"
	Quotation Kind = "quotation"
	Speaker   Kind = "speaker" // of the quotation above
	Table     Kind = "table"
	Picture   Kind = "picture"
	Caption   Kind = "caption" // of the picture beside it
	Rule      Kind = "rule"
	About     Kind = "about"   // what the organisation is
	Contact   Kind = "contact" // whom to ask
)

// Part says where in its document a paragraph stands.
type Part string

// The parts. The running text has no name.
const (
	Body   Part = ""
	Head   Part = "head" // the top of the page, over and over
	Foot   Part = "foot" // its bottom
	Box    Part = "box"  // beside the running text
	Note   Part = "note" // a footnote or an endnote
	Letter Part = "letter"
	Site   Part = "site" // a website's own words within its text
)

// Place is where in its source a paragraph stands.
type Place struct {
	Line      int // of a plain text, from 1; 0 for what is no lines
	Paragraph int // from 1, empty ones not counted; 0 until somebody counts
}

// Paragraph is a piece of a document. Its text is that of a release.Block of the kind:
// a line feed is a line's end, and in a Table a row's, with tabs between the cells; of a
// Picture it is the caption.
type Paragraph struct {
	Kind  Kind
	Part  Part
	Text  string
	Marks []release.Mark
	// Level is that of a Heading, from 1, the document's own title; of an Item how many lists
	// its own stands in.
	Level int
	// Number is that of an Item, in its own list; 0 is a bullet.
	Number int
	// Label is how the document writes that, where it is not in digits: only below the first
	// level, where lists of ours have letters too.
	Label string
	// Begins says that a list begins with the Item, another person with the Contact, or a text by itself with any
	// other, of several in one document.
	Begins bool
	// By is who said a Quotation, or took a Picture.
	By string
	// Strong says that the whole paragraph looks bold.
	Strong bool
	// Away says that the whole paragraph is a link to another page.
	Away bool
	// Apart says that more than a line's end parts it from what stands above.
	Apart bool
	// Cell is which cell of a few words it stood in, from 1, of a table that only places things on the page; 0 for what stood in none.
	Cell int
	// Inside is what stands in the cells of a Table, one after the other, where that is no more than a letterhead has.
	Inside []Paragraph
	// At is where it stands in its source.
	At Place
	// File is a Picture's, JPEG or PNG; Alternative says in words what it shows.
	File        []byte
	Alternative string
}

// Loss names what a reader met and did not take as it stood.
type Loss string

// The losses, in the order in which they are told. Deletions are what was taken out
// with changes tracked; struck words stay, without the stroke. Questions are what a form asks in the place of words that
// nobody has filled in. Cut are parts of a letter that end before their end. Unread are letters of a broken
// encoding, whose place U+FFFD takes; Invisible what a text hides from search, and spaces that
// keep words together without a reason: they are cleaned.
const (
	Comments    Loss = "comments"
	Deletions   Loss = "deletions"
	Hidden      Loss = "hidden"
	Struck      Loss = "struck"
	Pictures    Loss = "pictures"
	Links       Loss = "links"
	Objects     Loss = "objects"
	Attachments Loss = "attachments"
	Cut         Loss = "cut"
	Inclusions  Loss = "inclusions"
	Questions   Loss = "questions"
	Unread      Loss = "unread"
	Invisible   Loss = "invisible"
)

// Losses lists every Loss.
func Losses() []Loss {
	return []Loss{Comments, Deletions, Hidden, Struck, Pictures, Links, Objects, Attachments, Cut, Inclusions, Questions, Unread, Invisible}
}

// Row is the row of the cell that a paragraph stood in, from 0; only of one that stood in one.
func (p Paragraph) Row() int { return (p.Cell - 1) / maxColumns }

// Celled returns a paragraph as one of a cell of a table, by its row and column from 0.
func (p Paragraph) Celled(row, column int) Paragraph {
	p.Cell = row*maxColumns + column + 1
	return p
}

// Omission is what a reader met in one paragraph and did not take as it stood.
type Omission struct {
	What  Loss
	Count int
	// Text are its words, where the text has them; those that nobody was to see are told nowhere.
	Text string
	At   Place
}

// Document is a document as it is laid out.
type Document struct {
	Title      string // what it is called outside its text; "" where nothing says
	Paragraphs []Paragraph
	Lost       []Omission
	// Repairs are what the reader changed in the words.
	Repairs []release.Repair
	Page    Page
	// Recipients is to how many people a letter went.
	Recipients int
	// Unpacked is how many bytes were gone through of a document that is packed, also where it cannot be read; 0 for others.
	Unpacked int
}

// Page is what a web page says beside its text; the zero value of what is none.
type Page struct {
	Title     string // as its window or a search engine has it, perhaps with the site's name
	Published string // when, as it says to programs; "" where it does not
	// Around is how the words begin that are no part of the article, and Words counts them.
	Around string
	Words  int
	// Data says that the text is the one that the page has for programs only.
	Data bool
}

// Count returns how many of a loss the document has.
func (d Document) Count(what Loss) (n int) {
	for _, o := range d.Lost {
		if o.What == what {
			n += o.Count
		}
	}
	return n
}

// In returns the paragraphs of a part.
func (d Document) In(part Part) []Paragraph {
	var own []Paragraph
	for _, p := range d.Paragraphs {
		if p.Part == part {
			own = append(own, p)
		}
	}
	return own
}

// Boxed returns what stands in a box. Where that is a picture with its caption, it belongs
// to the running text.
func Boxed(d Document) Document {
	if !slices.ContainsFunc(d.Paragraphs, func(p Paragraph) bool { return p.Kind == Picture }) {
		return d
	}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		if p.Part = Body; p.Kind == Text {
			p.Kind = Caption
		}
	}
	return d
}
