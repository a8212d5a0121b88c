package pdf

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"communique/export/page"
)

// mark is a piece of content that the structure tree refers to.
type mark struct {
	page, id int // the page's index, and the mark's number on it
	part     int
	link     string // the address, where the piece is one
	box      box
	lines    []box // those of a link
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
	next     int // the number of the next mark on this page

	out    []byte
	colour color.NRGBA
	font   string
	size   float64
	space  float64 // between letters
}

// paint returns the content of page number n. Every piece of it is marked: as a part
// of the structure, or as the page's furniture.
func (p *painter) paint(n int) []byte {
	p.out, p.colour, p.font, p.space = nil, color.NRGBA{A: 0xff}, "", 0
	sheet := p.doc.Pages[n]
	for _, picture := range sheet.Pictures {
		p.picture(n, picture)
	}
	for i := 0; i < len(sheet.Boxes); {
		part := sheet.Boxes[i].Part
		from := i
		for i < len(sheet.Boxes) && sheet.Boxes[i].Part == part {
			i++
		}
		p.begin(n, part, "", boxesBounds(sheet.Boxes[from:i]))
		for _, box := range sheet.Boxes[from:i] {
			p.box(box)
		}
		p.end()
	}
	p.lines(n, sheet.Lines)
	return p.out
}

// lines writes lines: what follows on one another in one part, and leads to one
// address or nowhere, is one piece.
func (p *painter) lines(n int, lines []page.Line) {
	open, part, link := false, page.Furniture, ""
	for _, line := range lines {
		for _, run := range line.Runs {
			if !open || line.Part != part || run.Link != link {
				if open {
					p.end()
				}
				open, part, link = true, line.Part, run.Link
				p.begin(n, part, link, nowhere)
			}
			if part != page.Furniture {
				p.marks[len(p.marks)-1].take(box{run.X, line.Top, run.X + run.Width(), line.Top + line.Height})
			}
			p.run(run)
		}
	}
	if open {
		p.end()
	}
}

// take makes a piece larger by a run.
func (m *mark) take(run box) {
	m.box = m.box.with(run)
	if m.link == "" {
		return
	}
	if last := len(m.lines) - 1; last >= 0 && m.lines[last][1] == run[1] {
		m.lines[last] = m.lines[last].with(run)
		return
	}
	m.lines = append(m.lines, run)
}

// begin opens a piece of marked content.
func (p *painter) begin(n, part int, link string, bounds box) {
	if part == page.Furniture {
		p.out = append(p.out, "/Artifact BMC\n"...)
		return
	}
	p.out = fmt.Appendf(p.out, "/%s <</MCID %d>> BDC\n", tagOf(p.doc.Parts[part].Role), p.mark(n, part, link, bounds))
}

func (p *painter) mark(n, part int, link string, bounds box) int {
	id := p.next
	p.next++
	p.marks = append(p.marks, mark{page: n, id: id, part: part, link: link, box: bounds})
	return id
}

func (p *painter) end() { p.out = append(p.out, "EMC\n"...) }

// y turns a length from the top of the sheet into one from its foot.
func (p *painter) y(fromTop float64) float64 { return p.doc.Height - fromTop }

func (p *painter) box(b page.Box) {
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
	if p.space != r.Tracking {
		p.space = r.Tracking
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

func boxesBounds(boxes []page.Box) box {
	bounds := nowhere
	for _, b := range boxes {
		bounds = bounds.with(box{b.X, b.Y, b.X + b.Width, b.Y + b.Height})
	}
	return bounds
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
