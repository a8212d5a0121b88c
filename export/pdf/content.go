package pdf

import (
	"fmt"
	"image/color"
	"math"
	"strconv"

	"communique/export/page"
)

// mark is a piece of content that the structure tree refers to.
type mark struct {
	page, id int // the page's index, and the mark's number on it
	part     int
	link     string // the address, where the piece is one
	box      [4]float64
}

// painter writes the pages' content.
type painter struct {
	doc   page.Document
	fonts fonts
	marks []mark
	next  int // the number of the next mark on this page

	out    []byte
	colour color.NRGBA
	font   string
	size   float64
	space  float64 // between letters
}

// text returns the content of page number n beside its pictures. Every piece of
// it is marked: as a part of the structure, or as the page's furniture.
func (p *painter) text(n int) []byte {
	p.out, p.colour, p.font, p.space = nil, color.NRGBA{A: 0xff}, "", 0
	sheet := p.doc.Pages[n]
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
	for i := 0; i < len(sheet.Lines); {
		part, link := sheet.Lines[i].Part, linkOf(sheet.Lines[i])
		from := i
		for i < len(sheet.Lines) && sheet.Lines[i].Part == part && linkOf(sheet.Lines[i]) == link {
			i++
		}
		p.begin(n, part, link, linesBounds(sheet.Lines[from:i]))
		for _, line := range sheet.Lines[from:i] {
			for _, run := range line.Runs {
				p.run(run)
			}
		}
		p.end()
	}
	return p.out
}

func linkOf(line page.Line) string {
	if len(line.Runs) == 0 {
		return ""
	}
	return line.Runs[0].Link
}

// begin opens a piece of marked content.
func (p *painter) begin(n, part int, link string, box [4]float64) {
	if part == page.Furniture {
		p.out = append(p.out, "/Artifact BMC\n"...)
		return
	}
	p.out = fmt.Appendf(p.out, "/%s <</MCID %d>> BDC\n", tagOf(p.doc.Parts[part].Role), p.mark(n, part, link, box))
}

func (p *painter) mark(n, part int, link string, box [4]float64) int {
	id := p.next
	p.next++
	p.marks = append(p.marks, mark{page: n, id: id, part: part, link: link, box: box})
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

// bounds of content, for links and pictures: left, top, right, bottom from the
// top left corner.
func linesBounds(lines []page.Line) [4]float64 {
	box := [4]float64{math.Inf(1), math.Inf(1), 0, 0}
	for _, line := range lines {
		for _, r := range line.Runs {
			box[0], box[2] = min(box[0], r.X), max(box[2], r.X+r.Width())
		}
		box[1], box[3] = min(box[1], line.Top), max(box[3], line.Top+line.Height)
	}
	return box
}

func boxesBounds(boxes []page.Box) [4]float64 {
	box := [4]float64{math.Inf(1), math.Inf(1), 0, 0}
	for _, b := range boxes {
		box[0], box[2] = min(box[0], b.X), max(box[2], b.X+b.Width)
		box[1], box[3] = min(box[1], b.Y), max(box[3], b.Y+b.Height)
	}
	return box
}

// rectangle writes a box as PDF wants it, from the foot of the sheet.
func (p *painter) rectangle(box [4]float64) string {
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", box[0], p.y(box[3]), box[2], p.y(box[1]))
}
