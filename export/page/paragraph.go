package page

import (
	"image/color"
	"math"
	"strings"

	"communique/editor/typography"
	"communique/export/style"
	"communique/export/typeface"
)

// paragraph is all that a paragraph's lines depend on.
type paragraph struct {
	text      string // prepared: no line of it begins or ends in a space
	language  string // "" where no word may be broken
	face      *typeface.Face
	size      float64
	colour    color.NRGBA
	align     string
	width     float64
	firstLine float64 // indent of the first line
	title     bool    // ragged lines are about as long as each other
	link      string
	marked    string // tells its spans from those of others; "" for none
}

// setting is a paragraph set.
type setting struct {
	lines   []setLine
	missing []rune
}

// setLine is a line of a paragraph from x = 0, on the baseline y = 0.
type setLine struct {
	runs  []Run
	start int // its first letter in the paragraph's text, in code points
}

// paragraphOf puts a part's style and its text together; width is that of the
// text on the page. A language whose words we cannot break is not justified.
func (c *Compositor) paragraphOf(content, language string, p style.Part, width float64) paragraph {
	q := paragraph{
		text: c.prepared(content).text, face: c.style.Face(p), size: p.Size * c.style.Text.Size, colour: c.style.Ink(p),
		align: p.Align, width: width - p.Left*style.Point, firstLine: p.Indent * style.Point,
	}
	if q.align == "" {
		q.align = c.style.Text.Align
	}
	if !c.style.Text.Hyphenate || q.align != "justify" {
		return q
	}
	if typography.Hyphenation(language) == nil { // whole words leave gaps between them
		q.align = "left"
		return q
	}
	q.language = language
	return q
}

// lines sets a paragraph, or remembers how it was set.
func (c *Compositor) lines(p paragraph, spans ...span) []setLine {
	return c.set.of(p, func() setting { return c.compose(p, spans) }).lines
}

func (c *Compositor) compose(p paragraph, spans []span) setting {
	c.shaper.missing = nil
	var s setting
	at := 0
	var segments [][]letter // between line feeds
	for segment := range strings.SplitSeq(p.text, "\n") {
		letters := c.shaper.shape(segment, p.face, p.size, from(spans, at)...)
		segments = append(segments, letters)
		at += len(letters) + 1
	}
	p.tabulate(segments)
	at = 0
	for i, letters := range segments {
		for _, line := range c.segment(p, spans, letters, p.indent(i)) {
			line.start += at
			s.lines = append(s.lines, line)
		}
		at += len(letters) + 1
	}
	unjoin(s.lines)
	s.missing = c.shaper.missing
	return s
}

// indent is by how much the first line of a segment is indented.
func (p paragraph) indent(segment int) float64 {
	if segment == 0 {
		return p.firstLine
	}
	return 0
}

// unjoin takes what would join the last line to a next one off it.
func unjoin(lines []setLine) {
	if n := len(lines); n > 0 && len(lines[n-1].runs) > 0 {
		runs := lines[n-1].runs
		last := &runs[len(runs)-1]
		last.Glyphs = last.Glyphs[:len(last.Glyphs)-1]
	}
}

// segment sets the letters between two line feeds.
func (c *Compositor) segment(p paragraph, spans []span, letters []letter, first float64) []setLine {
	measure := measureOf{first: p.width - first, rest: p.width, ragged: p.align != "justify", balanced: p.title || p.align == "center"}
	f := &c.fit
	f.prepare(letters, measure, c.hyphen(p, spans), p.size)
	var lines []setLine
	start := 0
	for i, point := range c.best(f, letters, p, measure) {
		c.broken = append(c.broken[:0], letters[start:max(point.end, start)]...)
		indent := 0.0
		if i == 0 {
			indent = first
		}
		runs := c.line(p, spans, c.broken, point, indent, point.next >= len(letters))
		lines = append(lines, setLine{runs, start})
		start = point.next
	}
	return lines
}

// hyphen is the width of the widest hyphen that a line of the paragraph can end in.
func (c *Compositor) hyphen(p paragraph, spans []span) float64 {
	widest := c.shaper.letter('-', p.face, p.size).Advance
	for _, s := range spans {
		widest = max(widest, c.shaper.letter('-', s.face, p.size).Advance)
	}
	return widest
}

// best breaks with as little effort as gives good lines. Where no effort does,
// the least bad of all ways is taken.
func (c *Compositor) best(f *fit, letters []letter, p paragraph, measure measureOf) []breakpoint {
	hyphenator := typography.Hyphenation(p.language)
	narrowest := min(measure.first, measure.rest)
	var poor []breakpoint
	for _, try := range tries(measure) {
		if try.effort == anywhere && poor != nil {
			break
		}
		points := c.breakpoints(letters, hyphenator, try.effort, narrowest)
		if measure.ragged && !measure.balanced {
			points = f.fill(points)
		} else {
			points = f.solve(points, try.loosest)
		}
		switch {
		case points == nil:
		case !f.isPoor(points):
			return points
		case poor == nil:
			poor = points
		}
	}
	if poor != nil {
		return poor
	}
	return []breakpoint{{end: len(letters), next: len(letters)}} // narrower than a letter
}

// try is an effort, and the loosest line that is taken for it.
type try struct {
	effort  effort
	loosest float64
}

// tries are the efforts worth making for lines of a measure.
func tries(measure measureOf) []try {
	switch last := (try{anywhere, math.Inf(1)}); {
	case !measure.ragged:
		return []try{{spacesOnly, easyRatio}, {wordsToo, mostRatio}, {namesToo, mostRatio}, {namesToo, poorRatio}, last}
	case measure.balanced:
		return []try{last}
	default:
		return []try{{namesToo, 0}, last}
	}
}

// line makes runs of the letters of one line. What a reader of the file needs to
// join the line to the next stands at its end, and cannot be seen: a space, or a
// soft hyphen.
func (c *Compositor) line(p paragraph, spans []span, letters []letter, point breakpoint, indent float64, last bool) []Run {
	face, ending := p.face, 0
	if n := len(letters); n > 0 && letters[n-1].span > 0 {
		ending = letters[n-1].span
		face = spans[ending-1].face
	}
	if point.hyphen {
		hyphen := c.shaper.letter('-', face, p.size)
		hyphen.Rune, hyphen.span = softHyphen, ending
		c.unkern(letters, p.size)
		c.shaper.kern(&letters[len(letters)-1], hyphen, p.size)
		letters = append(letters, hyphen)
	} else {
		c.unkern(letters, p.size)
	}
	slack := p.width - indent - width(letters)
	x, tracking := indent, 0.0
	switch {
	case p.align == "center":
		x += slack / 2
	case p.align == "right":
		x += slack
	case p.align == "justify" && (!last || slack < 0):
		tracking = justify(letters, slack, p.size)
	}
	if !point.hyphen {
		joint := c.joint(face, p.size, point)
		joint.span = ending
		letters = append(letters, joint)
	}
	return runs(letters, p, spans, x, tracking)
}

// softHyphen is what extractors drop when they join the lines of a paragraph.
const softHyphen = '\u00ad'

// unkern gives the last letter its own width: the letter it was kerned with is
// on the next line.
func (c *Compositor) unkern(letters []letter, size float64) {
	if n := len(letters); n > 0 {
		l := &letters[n-1]
		if !l.isSpace() {
			l.Advance = l.face.Width(l.ID) * size / 1000
		}
	}
}

// joint is what parts a line from the next, or joins it, and takes no room.
func (c *Compositor) joint(face *typeface.Face, size float64, point breakpoint) letter {
	joint := c.shaper.letter(' ', face, size)
	if point.hidden {
		joint.Rune = softHyphen
	}
	joint.Advance = 0
	return joint
}

// justify makes a line as wide as its measure and returns by how much its
// letters were moved apart. A line without spaces stays as it is, unless it is too
// wide.
func justify(letters []letter, slack, size float64) float64 {
	g, widest := give{letters: float64(len(letters)) * size}, 0.0
	for _, l := range letters {
		if l.isSpace() {
			g.spaces, widest = g.spaces+l.Advance, max(widest, l.Advance)
		}
	}
	if g.spaces == 0 && slack > 0 {
		return 0
	}
	space, tracking := g.share(slack)
	if most := max((widestSpace-2*tracking)*size/widest-1, mostRatio*spaceStretch); space > most { // the letter before it is moved, too
		space = most // the line falls short of the margin
	}
	for i := range letters {
		if letters[i].isSpace() {
			letters[i].Advance *= 1 + space
		}
		letters[i].Advance += tracking * size
	}
	return tracking * size
}

// share parts slack between the spaces, as a fraction of their width, and the
// letters, as a fraction of their size. Where spaces would grow too wide, the
// letters are moved further, up to what can still be borne.
func (g give) share(slack float64) (space, tracking float64) {
	if slack < 0 {
		ratio := slack / g.shrink()
		return ratio * spaceShrink, ratio * letterShrink
	}
	if ratio := slack / g.stretch(); ratio <= mostRatio {
		return ratio * spaceStretch, ratio * letterStretch
	}
	tracking = min((slack-g.spaces*mostRatio*spaceStretch)/g.letters, letterMost)
	return (slack - g.letters*tracking) / g.spaces, tracking
}

// runs parts letters where the face or the span changes.
func runs(letters []letter, p paragraph, spans []span, x, tracking float64) []Run {
	var list []Run
	for i := 0; i < len(letters); {
		r := Run{X: x, Size: p.size, Face: letters[i].face, Colour: p.colour, Link: p.link, Tracking: tracking}
		within := letters[i].span
		if within > 0 {
			r.Colour, r.Link = spans[within-1].colour, spans[within-1].link
		}
		end := i
		for end < len(letters) && letters[end].face == r.Face && letters[end].span == within {
			end++
		}
		r.Glyphs = make([]Glyph, 0, end-i)
		for ; i < end; i++ {
			r.Glyphs = append(r.Glyphs, letters[i].Glyph)
			x += letters[i].Advance
		}
		list = append(list, r)
	}
	return list
}
