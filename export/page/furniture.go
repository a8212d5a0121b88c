package page

import (
	"fmt"
	"image/color"

	"communique/editor/release"
	"communique/export/link"
	"communique/export/style"
	"communique/export/text"
)

const logoGap = 14.0

// letterhead begins a release with logo, name and address over a rule.
func (b *builder) letterhead() {
	head := b.style.Letterhead
	names := head.Names
	if len(names) == 0 && b.org.Name != "" {
		names = []string{b.org.Name}
	}
	if !head.Show || len(names) == 0 && b.logo == nil {
		return
	}
	top, x := b.y, b.left
	if b.logo != nil {
		x = b.placeLogo(head.Align == "center")
	}
	if head.Align == "center" {
		x = b.left
	}
	for _, name := range names {
		b.headLine(Organisation, name, "sans_bold", head.Size, x, "")
	}
	address := head.Address
	if address == "" {
		address = b.org.Address
	}
	b.headLine(Address, address, "sans", head.SmallSize, x, "")
	b.headLine(Address, b.org.Site, "sans", head.SmallSize, x, link.Site(b.org.Site))
	if b.logo != nil && head.Align == "left" {
		b.y = max(b.y, top+b.logo.Height)
	}
	b.y += 8
	if head.Rule {
		b.rule(b.y)
		b.y += 14
	}
	b.empty = true
}

// placeLogo puts the logo at the left of the names, or above them in the middle,
// and returns where the names begin.
func (b *builder) placeLogo(centered bool) float64 {
	picture := *b.logo
	_, said := text.Logo(b.org, b.wording)
	picture.Part = b.add(Part{
		Role: Logo, Text: said, Language: b.language, Source: Source{Release: b.index},
	})
	picture.X, picture.Y = b.left, b.y
	if centered {
		picture.X += (b.textWidth - picture.Width) / 2
		b.y += picture.Height + 6
	}
	b.page().Pictures = append(b.page().Pictures, picture)
	return b.left + picture.Width + logoGap
}

// headLine sets a line of the letterhead from x to the right margin.
func (b *builder) headLine(role Role, content, font string, size, x float64, address string) {
	if content = prepare(content); content == "" {
		return
	}
	p := style.Part{Font: font, Size: size / b.style.Text.Size, Align: b.style.Letterhead.Align, Leading: 1.3}
	if role == Address {
		p.Colour = "muted"
	}
	q := b.paragraphOf(content, "", p, b.left+b.textWidth-x)
	q.link = address
	part := b.add(Part{Role: role, Text: content, Language: b.language, Source: Source{Release: b.index}})
	for _, set := range b.lines(q) {
		b.place(rowLine{setLine: set, part: part, x: x, height: b.leading(p), size: size})
		b.y += b.leading(p)
	}
}

// kind writes what the document is, with its number.
func (b *builder) kind(r release.Release) {
	if !b.style.Letterhead.Kind {
		return
	}
	p := style.Part{Font: "bold", Size: 1, Align: "center"}
	c := column{builder: b}
	c.set(piece{
		Part:  Part{Role: Kind, Text: text.Kind(r, b.wording), Language: b.language, Source: b.source(release.KindField)},
		style: p, keepNext: true,
	})
	b.flow(c.rows)
}

// embargo is the bar that names it; nothing where there is none.
type embargo struct {
	text    string
	lines   []setLine
	leading float64
}

// What the bar has above and below its words, and what is between it and the text.
const bandPadding, bandGap = 4.0, 12.0

// height is how much of a page the bar takes.
func (e embargo) height() float64 {
	if len(e.lines) == 0 {
		return 0
	}
	return float64(len(e.lines))*e.leading + 2*bandPadding + bandGap
}

func (b *builder) embargo() embargo {
	line := text.Embargo(b.releases[b.index], b.wording)
	if line == "" || !b.style.Embargo.Show {
		return embargo{}
	}
	p := style.Part{Font: "sans_bold", Size: b.style.Embargo.Size / b.style.Text.Size, Align: "center", Leading: 1.3}
	q := b.paragraphOf(line, "", p, b.textWidth-16)
	q.colour = color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}
	return embargo{line, b.lines(q), b.leading(p)}
}

// band names the embargo: under the letterhead, and at the top of every other page. On the
// first it is text; on the others it is the page's furniture.
func (b *builder) band() {
	e := b.embargo()
	if len(e.lines) == 0 {
		return
	}
	part := Furniture
	if b.isFirst() {
		part = b.add(Part{Role: Embargo, Text: e.text, Language: b.language, Source: b.source(release.EmbargoField)})
	}
	end := b.y + e.height()
	b.page().Boxes = append(b.page().Boxes, Box{
		Part: Furniture, X: b.left, Y: b.y, Width: b.textWidth, Height: e.height() - bandGap, Colour: b.style.Embargo.Colour.NRGBA,
	})
	b.y += bandPadding
	for _, set := range e.lines {
		b.place(rowLine{setLine: set, part: part, x: b.left + 8, height: e.leading, size: b.style.Embargo.Size})
		b.y += e.leading
	}
	b.y = end
}

// furnish gives every page its number, mark and footer, once it is known how
// many pages there are.
func (b *builder) furnish() {
	for i := range b.pages {
		b.index = b.owner[i]
		r := b.releases[b.index]
		b.wording = b.style.Wording(r.Language)
		b.number(i)
		b.draftMark(i, r)
		foot := b.style.Footer
		b.edge(i, foot.Text, foot.Size, b.sheetHeight-b.style.Page.FooterBaseline()+foot.Size*style.FooterDrop, "center", "muted")
	}
}

func (b *builder) number(i int) {
	n := b.style.Numbers
	if n.Place == "none" || i+1 < n.From {
		return
	}
	content := fmt.Sprint(i + 1)
	if n.Form == "of" {
		content = b.wording.Text("printed-page", map[string]any{"Page": i + 1, "Pages": len(b.pages)})
	}
	y := b.sheetHeight - b.style.Page.FooterBaseline()
	if n.Place == "top" {
		y = b.style.Page.HeaderBaseline()
	}
	b.edge(i, content, n.Size, y, "center", "muted")
}

func (b *builder) draftMark(i int, r release.Release) {
	if b.style.Draft.Show {
		b.edge(i, text.Draft(r, b.wording), b.style.Draft.Size, b.style.Page.HeaderBaseline(), "right", "draft")
	}
}

// edge sets a line of the margin of page i on the baseline y.
func (b *builder) edge(i int, content string, size, y float64, side, ink string) {
	if prepare(content) == "" {
		return
	}
	p := style.Part{Font: "sans", Size: size / b.style.Text.Size, Align: "left", Colour: ink}
	if ink == "draft" {
		p.Font = "sans_bold"
	}
	q := b.paragraphOf(content, "", p, b.textWidth)
	if ink == "draft" {
		q.colour = b.style.Draft.Colour.NRGBA
	}
	for n, set := range b.lines(q) {
		end := set.width()
		x := b.left + b.textWidth - end
		if side == "center" {
			x = b.left + (b.textWidth-end)/2
		}
		baseline := y + float64(n)*size*1.2
		b.pages[i].Lines = append(b.pages[i].Lines, Line{Part: Furniture, Top: baseline - size, Height: size * 1.2, Runs: shifted(set.runs, x, baseline)})
	}
}
