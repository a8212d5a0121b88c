package releases

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"communique/app/library"
	"communique/app/window/caption"
	"communique/editor/controls"
	"communique/editor/moment"
	"communique/editor/release"
)

// The measures of a row, in Fyne's units.
const (
	sideMargin  = 16
	barWidth    = 3
	titleLeft   = barWidth + sideMargin
	titleTop    = 8
	titleLine   = 20
	headingLine = 24
	markSize    = 8
	markGap     = 6
)

// rowView is the objects of a row.
type rowView struct {
	ground, bar, check, ring *canvas.Rectangle
	mark                     *canvas.Circle
	texts                    []*canvas.Text
	places                   []fyne.Position
	used                     int
	below                    float32 // where the line below the headline stands
}

func newRowView() *rowView {
	return &rowView{
		ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), check: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil),
		mark: canvas.NewCircle(nil),
	}
}

func (o *rowView) clear() {
	o.used = 0
	o.ground.FillColor = color.Transparent
	o.bar.Hidden, o.check.Hidden, o.ring.Hidden, o.mark.Hidden = true, true, true, true
}

// piece is words of one look.
type piece struct {
	text   string
	colour fyne.ThemeColorName
	size   float32
	bold   bool
}

func (p piece) width() float32 {
	return fyne.MeasureText(p.text, p.size, fyne.TextStyle{Bold: p.bold}).Width
}

// write puts words into a line of the row, and returns where they end.
func (o *rowView) write(p piece, x, y float32) float32 {
	if p.text == "" {
		return x
	}
	if o.used == len(o.texts) {
		o.texts = append(o.texts, canvas.NewText("", nil))
		o.places = append(o.places, fyne.Position{})
	}
	t := o.texts[o.used]
	t.Text, t.Color, t.TextSize, t.TextStyle = p.text, theme.Color(p.colour), p.size, fyne.TextStyle{Bold: p.bold}
	size := t.MinSize()
	t.Resize(size)
	o.places[o.used] = fyne.NewPos(x, y+(titleLine-size.Height)/2)
	o.used++
	return x + size.Width
}

// place puts the row at a height of the list.
func (o *rowView) place(all []fyne.CanvasObject, y float32) []fyne.CanvasObject {
	o.ground.Move(fyne.NewPos(0, y))
	o.bar.Move(fyne.NewPos(0, y))
	o.bar.Resize(fyne.NewSize(barWidth, releaseHeight))
	o.check.Move(fyne.NewPos(barWidth+4, y+titleTop))
	o.check.Resize(fyne.NewSize(4, releaseHeight-2*titleTop))
	o.check.CornerRadius = 2
	o.ring.Move(fyne.NewPos(0, y))
	o.mark.Move(fyne.NewPos(titleLeft, y+o.below+(titleLine-markSize)/2))
	o.mark.Resize(fyne.NewSquareSize(markSize))
	all = append(all, o.ground, o.bar, o.check, o.mark)
	for i, t := range o.texts[:o.used] {
		t.Move(o.places[i].AddXY(0, y))
		all = append(all, t)
	}
	return append(all, o.ring)
}

// say writes what a row says: the headline in two lines, or in one with the words below
// it that were found; then how far the release is, when, and where or under what number.
// A headline that has no room goes on with what its neighbours in the list have not.
func (l *list) say(o *rowView, e library.Entry, neighbours [][]string, open bool, width float32) {
	q := l.Rows.query
	title := l.title(e)
	size := theme.TextSize()
	lines := 2
	snippet := ""
	if lead := flat(e.Lead); e.Headline != "" && len(q.Spans(title)) == 0 {
		if hits := q.Spans(lead); len(hits) > 0 {
			lines, snippet = 1, around(lead, hits[0][0], 2)
		}
	}
	shown := fitted(title, q, neighbours, width, size, open, lines)
	top := float32(titleTop)
	if len(shown) == 1 && snippet == "" {
		top += titleLine / 2 // in the middle, with the line below it close by
	}
	o.below = o.writeFound(shown, q, piece{"", theme.ColorNameForeground, size, open}, top)
	if snippet != "" {
		small := theme.CaptionTextSize()
		o.below = o.writeFound(fitted(snippet, q, nil, width, small, false, 1), q, piece{"", theme.ColorNamePlaceHolder, small, false}, o.below)
	}
	if e.ID != 0 {
		l.sayBelow(o, e, width)
	}
}

// title is what a release is called, in one line, as far as a row looks at it: a text that was taken for
// a headline has any length, and is measured word by word.
func (l *list) title(e library.Entry) string {
	const longest = 1000 // code points
	title := caption.Title(l.words, e)
	n := 0
	for i := range title {
		if n++; n > longest {
			return flat(title[:i])
		}
	}
	return flat(title)
}

// writeFound writes lines, with what the query has found in them standing out, also where
// it goes on in the next line. It returns where the next one stands.
func (o *rowView) writeFound(lines []string, q library.Query, like piece, y float32) float32 {
	hits := q.Spans(strings.Join(lines, " "))
	start := 0 // of the line, in all of them
	for _, line := range lines {
		x := float32(titleLeft)
		put := func(from, to int, found bool) {
			p := like
			p.text = line[from:to]
			if found {
				p.colour, p.bold = theme.ColorNamePrimary, true
			}
			x = o.write(p, x, y)
		}
		at := 0
		for _, hit := range hits {
			from, to := min(max(hit[0]-start, at), len(line)), min(max(hit[1]-start, at), len(line))
			put(at, from, false)
			put(from, to, true)
			at = to
		}
		put(at, len(line), false)
		start += len(line) + 1
		y += titleLine
	}
	return y
}

// sayBelow writes the line below the headline: an embargo that still holds, or how far the
// release is; the day; how many findings it has; the number, or the place; what else there
// is to know.
func (l *list) sayBelow(o *rowView, e library.Entry, width float32) {
	size := theme.CaptionTextSize()
	o.mark.Hidden = false
	o.mark.FillColor, o.mark.StrokeColor, o.mark.StrokeWidth = marked(e.Status)
	left := float32(titleLeft + markSize + markGap)
	width -= markSize + markGap
	x := left
	if !e.Embargo.IsZero() && l.now().Before(e.Embargo.At) {
		until := l.words.Text("row-embargo", map[string]any{"Until": e.Embargo.At.Format("02.01 15:04")}) + " · "
		x = o.write(piece{until, theme.ColorNameError, size, true}, x, o.below)
	}
	day := moment.FormatDate(e.Date)
	if l.Rows.headed() && day != "" {
		day = day[:len("02.01")] // the heading has the year
	}
	where := e.Place
	if e.Number != "" {
		where = "№ " + e.Number
	}
	twin := ""
	if e.Twin {
		twin = l.words.Text("row-twin")
	}
	told, end := joined(l.words.Text("status-"+string(e.Status)), day), left+width
	if n := l.findings(e); n > 0 {
		x = o.writeFitted(told, theme.ColorNamePlaceHolder, x, end)
		x = o.writeFitted(joined("", l.words.Plural("pane-findings", n)), theme.ColorNameForeground, x, end)
		told = ""
	}
	o.writeFitted(joined(told, where, twin), theme.ColorNamePlaceHolder, x, end)
}

// joined are the details that there are, parted from each other, and from what stands
// before them where the first is empty.
func joined(first string, more ...string) string {
	for _, d := range more {
		if d != "" {
			first += " · " + d
		}
	}
	return first
}

// writeFitted writes small words as far as they have room, and returns where they end.
func (o *rowView) writeFitted(text string, colour fyne.ThemeColorName, x, end float32) float32 {
	if x >= end {
		return x
	}
	size := theme.CaptionTextSize()
	shown := controls.Shortened(text, end-x, size, fyne.TextStyle{})
	if shown != text {
		o.write(piece{shown, colour, size, false}, x, o.below)
		return end
	}
	return o.write(piece{text, colour, size, false}, x, o.below)
}

// marked is how the mark of a status looks: a ring while the release is worked on, a dot
// when that is done.
func marked(s release.Status) (fill, stroke color.Color, width float32) {
	name := map[release.Status]fyne.ThemeColorName{
		release.Draft: theme.ColorNameWarning, release.InReview: theme.ColorNameInputBorder,
		release.Approved: theme.ColorNamePrimary, release.Issued: theme.ColorNameSuccess,
	}[s]
	if name == "" {
		name = theme.ColorNameInputBorder
	}
	if s == release.Issued {
		return theme.Color(name), color.Transparent, 0
	}
	return color.Transparent, theme.Color(name), 2
}

// flat is a text in one line.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// fitted breaks a text into so many lines of a width, and cuts what has no room such that
// what the query has found in it is seen, or else what tells it apart from its neighbours.
func fitted(text string, q library.Query, neighbours [][]string, width, size float32, bold bool, most int) []string {
	lines, all := broken(text, width, size, bold, most)
	if all {
		return lines
	}
	shown := strings.Join(lines, " ")
	if hits := q.Spans(text); len(hits) > 0 {
		if len(q.Spans(shown)) == 0 {
			lines, _ = broken(around(text, hits[0][0], 2), width, size, bold, most)
		}
		return lines
	}
	if at := ownWord(text, shown, neighbours); at >= 0 && len(lines) > 1 {
		own, _ := broken(around(text, at, 1), width, size, bold, 1)
		lines = append(lines[:len(lines)-1], own...)
	}
	return lines
}

// broken breaks a text between words; a word that has no room of its own is cut. It
// reports whether all of the text is there.
func broken(text string, width, size float32, bold bool, most int) (lines []string, all bool) {
	wide := func(text string) float32 { return piece{text: text, size: size, bold: bold}.width() }
	space := wide(" ")
	rest := strings.Fields(text)
	for len(lines) < most-1 && len(rest) > 0 {
		n, taken := 0, float32(0)
		for ; n < len(rest); n++ {
			w := wide(rest[n])
			if n > 0 {
				w += space
			}
			if taken+w > width {
				break
			}
			taken += w
		}
		if n == 0 {
			break // the word is cut below
		}
		lines, rest = append(lines, strings.Join(rest[:n], " ")), rest[n:]
	}
	if len(rest) == 0 {
		return lines, true
	}
	last := strings.Join(rest, " ")
	shown := controls.Shortened(last, width, size, fyne.TextStyle{Bold: bold})
	return append(lines, shown), shown == last
}

// around begins a text so many words before a place in it.
func around(text string, at, before int) string {
	from := at
	for range before + 1 {
		space := strings.LastIndexByte(text[:from], ' ')
		if space < 0 {
			return text
		}
		from = space
	}
	return "… " + text[from+1:]
}
