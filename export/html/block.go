package html

import (
	"html"
	"strconv"

	"communique/assets/languages"
	"communique/editor/release"
	"communique/export/text"
)

func (w *writer) blocks(r release.Release) {
	for _, b := range r.Blocks {
		b.Visit(w)
	}
}

// Paragraph is part of release.Visitor, as are those below.
func (w *writer) Paragraph(b release.Block) { w.marked("p", b.Text, b.Marks) }

// Subheading stands one level below the headline.
func (w *writer) Subheading(b release.Block) { w.marked("h2", b.Text, b.Marks) }

// Quotation puts the speaker outside the quotation, as the standard asks: what is
// inside was said (HTML, 4.4.4).
func (w *writer) Quotation(b release.Block) {
	b, _ = text.Quoted(b, w.language)
	said, speaker := text.Marked(b.Text, b.Marks), text.MarkedOneLine(b.Speaker, nil)
	if said.Text == "" {
		w.marked("p", b.Speaker, nil)
		return
	}
	quotation := "<blockquote>\n<p>" + inline(said) + "</p>\n</blockquote>\n"
	if speaker.Text != "" {
		quotation = "<figure>\n" + quotation + "<figcaption>— <cite>" + inline(speaker) + "</cite></figcaption>\n</figure>\n"
	}
	w.write(quotation)
}

// List keeps the numbers of one that has any, and has each level within the item above it.
func (w *writer) List(b release.Block) {
	if items := text.Items(b); len(items) > 0 {
		w.list(items)
	}
}

// list writes the items of one level with those below them.
func (w *writer) list(items []release.Item) {
	first, end := items[0], "</ol>\n"
	switch letters := first.Lettered() && !languages.Cyrillic(w.language); {
	case first.Number == 0:
		w.write("<ul>\n")
		end = "</ul>\n"
	case letters: // of others HTML knows none
		w.write("<ol type=\"a\">\n")
	case first.Number == 1:
		w.write("<ol>\n")
	default:
		w.write("<ol start=\"" + strconv.Itoa(first.Number) + "\">\n")
	}
	for len(items) > 0 {
		below := 1
		for below < len(items) && items[below].Level > first.Level {
			below++
		}
		w.write("<li>" + inline(items[0].Line))
		if below > 1 {
			w.write("\n")
			w.list(items[1:below])
		}
		w.write("</li>\n")
		items = items[below:]
	}
	w.write(end)
}

// Table has its first row for the heads of the columns.
func (w *writer) Table(b release.Block) {
	rows := text.Rows(b)
	for i, row := range rows {
		switch i {
		case 0:
			w.write("<table>\n<thead>\n")
		case 1:
			w.write("<tbody>\n")
		}
		w.write("<tr>\n")
		for _, cell := range row {
			switch {
			case i > 0 || cell.Text == "": // what is empty heads nothing
				w.write("<td>" + inline(cell) + "</td>\n")
			default:
				w.write("<th scope=\"col\">" + inline(cell) + "</th>\n")
			}
		}
		w.write("</tr>\n")
		if i == 0 {
			w.write("</thead>\n")
		}
	}
	if len(rows) > 1 {
		w.write("</tbody>\n")
	}
	if len(rows) > 0 {
		w.write("</table>\n")
	}
}

// Picture stands in a figure with its caption. Where the page has no file of it,
// words stand in its place.
func (w *writer) Picture(b release.Block) {
	w.write("<figure>\n")
	if p, known := w.pictures[b.Picture]; known {
		w.shown++
		w.write("<img id=\"" + pictureID(w.shown) + "\" src=\"" + html.EscapeString(w.address(b.Picture, p)) + "\" alt=\"" + attribute(text.Alternative(b, w.words)) +
			"\" width=\"" + strconv.Itoa(p.Width) + "\" height=\"" + strconv.Itoa(p.Height) + "\" style=\"max-width:100%;height:auto\">\n")
	} else {
		w.write("<p>" + escaped(text.Placeholder(b, w.words)) + "</p>\n")
	}
	if caption := text.Caption(b, w.words); caption.Text != "" {
		w.write("<figcaption>" + inline(caption) + "</figcaption>\n")
	}
	w.write("</figure>\n")
}

// pictureID names a picture of a page by its place among them, from 1.
func pictureID(n int) string { return "picture-" + strconv.Itoa(n) }

// Rule parts what stands above it from what follows.
func (w *writer) Rule(release.Block) { w.write("<hr>\n") }
