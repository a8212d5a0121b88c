package logo

import (
	"bytes"
	"image"
	"math"
	"slices"
	"strconv"

	"github.com/srwiley/oksvg"
	"golang.org/x/image/math/fixed"

	"communique/editor/regexp"
)

// oksvg does not read the rule by which paths are filled, and hands every other property down as
// SVG says. So the rule is read as the offset of the dashes, which nothing else has that is filled so.
var (
	evenOddRule = regexp.MustCompile(`\bfill-rule(\s*(?:=\s*["']|:)\s*)evenodd\b`)
	nonZeroRule = regexp.MustCompile(`\bfill-rule(\s*(?:=\s*["']|:)\s*)nonzero\b`)
)

const evenOddOffset = 987654321

// withRules has the rules of a drawing read.
func withRules(data []byte) []byte {
	if !bytes.Contains(data, []byte("evenodd")) {
		return data
	}
	text := evenOddRule.ReplaceAllString(string(data), "stroke-dashoffset${1}"+strconv.Itoa(evenOddOffset))
	return []byte(nonZeroRule.ReplaceAllString(text, "stroke-dashoffset${1}0"))
}

// takeRules gives the paths of a drawing the rules that were read so.
func takeRules(icon *oksvg.SvgIcon) {
	for i := range icon.SVGPaths {
		if p := &icon.SVGPaths[i]; p.DashOffset == evenOddOffset {
			p.UseNonZeroWinding, p.DashOffset = false, 0
		}
	}
}

// samples are the lines in a row of dots on which a path is followed.
const samples = 8

// edge is a line of a path, from its upper end on, in dots and samples.
type edge struct {
	first, last int // the samples that it crosses
	x, slope    float64
}

// evenOdd covers what an odd number of the path's edges lies left of.
func (c *canvas) evenOdd(to image.Rectangle) *image.Alpha {
	cover := image.NewAlpha(to)
	edges := c.edges(to)
	slices.SortStableFunc(edges, func(a, b edge) int { return a.first - b.first })
	row := make([]float64, to.Dx()+1)
	var open []edge
	var crossings []float64
	for y := range to.Dy() {
		clear(row)
		for s := y * samples; s < (y+1)*samples; s++ {
			for len(edges) > 0 && edges[0].first <= s {
				open, edges = append(open, edges[0]), edges[1:]
			}
			open = slices.DeleteFunc(open, func(e edge) bool { return e.last < s })
			crossings = crossings[:0]
			for _, e := range open {
				crossings = append(crossings, min(max(e.x+e.slope*float64(s-e.first), 0), float64(to.Dx())))
			}
			slices.Sort(crossings)
			for i := 0; i+1 < len(crossings); i += 2 {
				span(row, crossings[i], crossings[i+1])
			}
		}
		for x := range to.Dx() {
			cover.Pix[y*cover.Stride+x] = uint8(min(row[x]*0xff/samples+0.5, 0xff))
		}
	}
	return cover
}

// span adds what lies between two places of a line to its dots.
func span(row []float64, from, to float64) {
	first, last := int(from), int(to)
	if first == last {
		row[first] += to - from
		return
	}
	row[first] += float64(first+1) - from
	for x := first + 1; x < last; x++ {
		row[x]++
	}
	row[last] += to - float64(last)
}

// edges are the path's lines that cross samples of the rectangle.
func (c *canvas) edges(to image.Rectangle) (all []edge) {
	var start fixed.Point26_6
	for i, at := range c.corners {
		if at.starts {
			start = at.Point26_6
			continue
		}
		all = addEdge(all, to, c.corners[i-1].Point26_6, at.Point26_6)
		if ends := i+1 == len(c.corners) || c.corners[i+1].starts; ends {
			all = addEdge(all, to, at.Point26_6, start)
		}
	}
	return all
}

func addEdge(all []edge, to image.Rectangle, a, b fixed.Point26_6) []edge {
	if a.Y > b.Y {
		a, b = b, a
	}
	const dot = 64.0
	top, bottom := (float64(a.Y)/dot-float64(to.Min.Y))*samples, (float64(b.Y)/dot-float64(to.Min.Y))*samples
	// A sample lies in the middle of its line: one that both ends of two edges touch is crossed by one of them.
	e := edge{first: int(math.Ceil(max(top-0.5, 0))), last: int(math.Ceil(min(bottom-0.5, float64(to.Dy()*samples)))) - 1}
	if e.first > e.last {
		return all
	}
	e.slope = (float64(b.X) - float64(a.X)) / dot / (bottom - top)
	e.x = float64(a.X)/dot - float64(to.Min.X) + e.slope*(float64(e.first)+0.5-top)
	return append(all, e)
}
