// Package text writes a release as plain text: what newsrooms paste, and the
// words of every other form.
package text

import (
	"strings"

	"communique/assets/translations"
	"communique/editor/release"
)

// Rule parts the text from the contact block.
var Rule = strings.Repeat("_", 57)

// Options choose another form; the zero Options are UTF-8 with line feeds, one
// line a paragraph.
type Options struct {
	// Width is where lines are wrapped, in characters; 0 is nowhere.
	Width       int
	CRLF        bool
	Windows1251 bool
	// Wording is the words beside the release's own; the zero one is the program's in its language.
	Wording translations.Wording
}

// Render returns the whole release: an empty line between paragraphs and none
// within, the footer under its rule. Notes are never part of it. With Windows1251,
// letters that have no place there are an *EncodingError.
func Render(r release.Release, o Options) ([]byte, error) {
	words := o.Wording.Or(r.Language)
	text := join(append(above(r, words), footer(r, words, o.Width)...), o.Width)
	if text != "" {
		text += "\n"
	}
	if o.CRLF {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if o.Windows1251 {
		return encode1251(text)
	}
	return []byte(text), nil
}

func above(r release.Release, words translations.Wording) []part {
	var list []part
	for _, text := range []string{Draft(r, words), Embargo(r, words), r.Headline, r.Subheadline, Dateline(r)} {
		list = appendParagraph(list, plain(text))
	}
	list = appendParagraph(list, marked(r.Lead, r.LeadMarks))
	return appendParagraph(append(list, body(r, words)...), marked(r.Boilerplate, r.BoilerplateMarks))
}

func body(r release.Release, words translations.Wording) []part {
	b := blocks{language: r.Language, wording: words}
	for _, block := range r.Blocks {
		block.Visit(&b)
	}
	return b.parts
}

// blocks sets the blocks of a release one after another.
type blocks struct {
	language string
	wording  translations.Wording
	parts    []part
}

func (b *blocks) add(p paragraph) { b.parts = appendParagraph(b.parts, p) }

func (b *blocks) Paragraph(block release.Block) { b.add(marked(block.Text, block.Marks)) }

func (b *blocks) Subheading(block release.Block) { b.add(marked(block.Text, block.Marks)) }

func (b *blocks) Quotation(block release.Block) {
	block, _ = Quoted(block, b.language)
	p := marked(block.Text, block.Marks)
	if speaker := OneLine(block.Speaker); speaker != "" {
		p = append(p, line{"— ", speaker})
	}
	b.add(p)
}

func (b *blocks) List(block release.Block) {
	var p paragraph
	var hangs [release.MaxLevel + 2]int // how far a level's marks stand in, under the words of the one above
	for _, item := range itemsAs(block, func(text string, marks []release.Mark) release.Line {
		return release.Line{Text: spelled(tidied(text, marks, ' '))}
	}) {
		mark := strings.Repeat(" ", hangs[item.Level]) + item.Sign(b.language) + " "
		hangs[item.Level+1] = length(mark)
		p = append(p, line{mark, item.Text})
	}
	b.add(p)
}

func (b *blocks) Table(block release.Block) {
	if t := tabled(block); len(t) > 0 {
		b.parts = append(b.parts, t)
	}
}

func (b *blocks) Picture(block release.Block) {
	var p paragraph
	for _, words := range pictured(block, b.wording) {
		p = append(p, line{text: words})
	}
	b.add(p)
}

// Rule stands in the text, and is another than the Rule above the contacts.
func (b *blocks) Rule(release.Block) { b.add(paragraph{{text: "* * *"}}) }
