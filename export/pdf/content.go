package pdf

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"communique/export/page"
)

// mark is a piece of content that the structure tree refers to: what stands on one page
// in one part, one after the other, and leads to one address or nowhere.
type mark struct {
	page  int   // the page's index
	ids   []int // the numbers of its sequences on the page: a hyphen of ours parts two
	part  int
	link  string // the address, where the piece is one
	box   box
	lines []box // those of a link
}

// box is left, top, right and bottom of content, from the top left corner.
type box [4]float64

// nowhere is the box of no content.
var nowhere = box{math.Inf(1), math.Inf(1), 0, 0}

func (b box) with(c box) box {
	return box{min(b[0], c[0]), min(b[1], c[1]), max(b[2], c[2]), max(b[3], c[3])}
}

// painter writes the pages' content.
type painter struct {
	doc      page.Document
	fonts    fonts
	pictures pictures
	marks    []mark

	page    int  // the index of the page that is painted
	next    int  // the number of the next sequence on it
	open    bool // a sequence is: of part, and of link
	part    int
	link    string
	out     []byte
	colour  color.NRGBA
	font    string
	size    float64
	spacing float64 // between letters
}

// paint returns the content of page number n. Every piece of it is marked: as a part
// of the structure, or as the page's furniture.
func (p *painter) paint(n int) []byte {
	p.page, p.next, p.open = n, 0, false
	p.out, p.colour, p.font, p.spacing = nil, color.NRGBA{A: 0xff}, "", 0
	for _, thing := range inOrder(p.doc.Pages[n]) {
		switch {
		case thing.box != nil:
			p.box(*thing.box)
		case thing.picture != nil:
			p.picture(*thing.picture)
		default:
			p.line(*thing.line)
		}
	}
	p.end()
	return p.out
}

// line writes a line. The hyphen of a word that we broke is no letter of the text: the
// structure has the word whole, and who follows the content finds a hyphen at a line's
// end, which every reader that searches knows how to drop.
func (p *painter) line(l page.Line) {
	for i, run := range l.Runs {
		last := len(run.Glyphs) - 1
		broken := i == len(l.Runs)-1 && last >= 0 && run.Glyphs[last].IsHyphen()
		if !broken {
			p.within(l.Part, run.Link, runBox(l, run))
			p.run(run)
			continue
		}
		hyphen := run
		hyphen.Glyphs = []page.Glyph{run.Glyphs[last]}
		hyphen.Glyphs[0].Rune = '-'
		if run.Glyphs = run.Glyphs[:last]; last > 0 {
			p.within(l.Part, run.Link, runBox(l, run))
			p.run(run)
		}
		hyphen.X += run.Width()
		p.within(page.Furniture, "", nowhere)
		p.run(hyphen)
	}
}

func runBox(l page.Line, r page.Run) box {
	return box{r.X, l.Top, r.X + r.Width(), l.Top + l.Height}
}

// take makes a piece larger.
func (m *mark) take(more box) {
	m.box = m.box.with(more)
	if m.link == "" {
		return
	}
	if last := len(m.lines) - 1; last >= 0 && m.lines[last][1] == more[1] {
		m.lines[last] = m.lines[last].with(more)
		return
	}
	m.lines = append(m.lines, more)
}

// within sees to it that what is written next, in the box, belongs to a part, and to a
// link where there is an address.
func (p *painter) within(part int, link string, bounds box) {
	if part == page.Furniture {
		link = ""
	}
	if !p.open || p.part != part || p.link != link {
		p.end()
		p.begin(part, link)
	}
	if part != page.Furniture {
		p.marks[len(p.marks)-1].take(bounds)
	}
}

// begin opens a sequence of marked content. It goes on with the last piece where only
// furniture stood between.
func (p *painter) begin(part int, link string) {
	p.open, p.part, p.link = true, part, link
	if part == page.Furniture {
		p.out = append(p.out, "/Artifact BMC\n"...)
		return
	}
	last := len(p.marks) - 1
	if last < 0 || p.marks[last].page != p.page || p.marks[last].part != part || p.marks[last].link != link {
		p.marks = append(p.marks, mark{page: p.page, part: part, link: link, box: nowhere})
		last++
	}
	p.marks[last].ids = append(p.marks[last].ids, p.next)
	p.out = fmt.Appendf(p.out, "/%s <</MCID %d>> BDC\n", tagOf(p.doc.Parts[part].Role), p.next)
	p.next++
}

// end closes the sequence that is open.
func (p *painter) end() {
	if p.open {
		p.out = append(p.out, "EMC\n"...)
		p.open = false
	}
}

// y turns a length from the top of the sheet into one from its foot.
func (p *painter) y(fromTop float64) float64 { return p.doc.Height - fromTop }

func (p *painter) box(b page.Box) {
	p.within(b.Part, "", box{b.X, b.Y, b.X + b.Width, b.Y + b.Height})
	p.ink(b.Colour)
	p.numbers(b.X, p.y(b.Y+b.Height), b.Width, b.Height)
	p.out = append(p.out, "re f\n"...)
}

func (p *painter) ink(c color.NRGBA) {
	if c == p.colour {
		return
	}
	p.colour = c
	p.numbers(float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
	p.out = append(p.out, "rg\n"...)
}

func (p *painter) numbers(values ...float64) {
	for _, v := range values {
		p.out = strconv.AppendFloat(p.out, math.Round(v*10000)/10000, 'f', -1, 64)
		p.out = append(p.out, ' ')
	}
}

// run writes a run in one operation. Between two shapes stands by how much the
// second is moved from where the first one's width would put it, in thousandths
// of the size; what rounding leaves over is made good at the next.
func (p *painter) run(r page.Run) {
	f := p.fonts.of(r.Face)
	p.ink(r.Colour)
	p.out = append(p.out, "BT\n"...)
	if p.font != f.name || p.size != r.Size {
		p.font, p.size = f.name, r.Size
		p.out = append(append(append(p.out, '/'), f.name...), ' ')
		p.numbers(r.Size)
		p.out = append(p.out, "Tf\n"...)
	}
	if p.spacing != r.Tracking {
		p.spacing = r.Tracking
		p.numbers(r.Tracking)
		p.out = append(p.out, "Tc\n"...)
	}
	p.out = append(p.out, "1 0 0 1 "...)
	p.numbers(r.X, p.y(r.Y))
	p.out = append(p.out, "Tm\n[<"...)
	drift := 0.0
	for i, g := range r.Glyphs {
		p.out = appendCode(p.out, f.code(g))
		drift += r.Face.Width(g.ID) + (r.Tracking-g.Advance)*1000/r.Size
		if move := math.Round(drift); move != 0 && i < len(r.Glyphs)-1 {
			p.out = append(p.out, '>')
			p.out = strconv.AppendFloat(p.out, move, 'f', -1, 64)
			p.out = append(p.out, '<')
			drift -= move
		}
	}
	p.out = append(p.out, ">] TJ\nET\n"...)
}

func appendCode(out []byte, code int) []byte {
	const digits = "0123456789ABCDEF"
	return append(out, digits[code>>12&15], digits[code>>8&15], digits[code>>4&15], digits[code&15])
}

// rectangle writes a box as PDF wants it, from the foot of the sheet.
func (p *painter) rectangle(b box) string {
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", b[0], p.y(b[3]), b[2], p.y(b[1]))
}

// quads writes boxes by their corners, as the places where a link can be clicked on
// (ISO 32000-1, 12.5.6.5).
func (p *painter) quads(boxes []box) string {
	var list []string
	for _, b := range boxes {
		top, bottom := p.y(b[1]), p.y(b[3])
		list = append(list, fmt.Sprintf("%.2f %.2f %.2f %.2f %.2f %.2f %.2f %.2f", b[0], top, b[2], top, b[0], bottom, b[2], bottom))
	}
	return "[" + strings.Join(list, " ") + "]"
}
