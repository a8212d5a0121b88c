package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// line is what stands side by side on a page.
type line struct {
	words      phrase
	x, y, end  float64
	size       float64
	page       int
	artifact   bool
	text       string
	cells      []string // what stands far from each other in it
	firstWidth float64  // of its first word
}

// cellSpace is how much space, in the size of the letters, parts the cells of a table.
const cellSpace = 1.5

// lines are those of a page, as it shows them.
func (p *page) lines(number int) (all []line) {
	var cell phrase
	for i := range p.runs {
		one := visible(p.runs[i])
		if strings.TrimSpace(one.text) == "" {
			continue
		}
		if n := len(all); n > 0 && p.runs[i].artifact == all[n-1].artifact && sameLine(all[n-1].words.last, one) {
			l := &all[n-1]
			if one.x-l.words.last.end > cellSpace*one.size {
				l.cells = append(l.cells, cell.text())
				cell = phrase{}
			}
			l.words.add(one, "")
			l.end, l.size = max(l.end, one.end), max(l.size, one.size)
		} else {
			if n > 0 {
				all[n-1].cells = append(all[n-1].cells, cell.text())
			}
			cell = phrase{}
			l := line{x: one.x, y: one.y, end: one.end, size: one.size, page: number, artifact: p.runs[i].artifact}
			l.words.add(one, "")
			all = append(all, l)
		}
		cell.add(one, "")
	}
	if n := len(all); n > 0 {
		all[n-1].cells = append(all[n-1].cells, cell.text())
	}
	for i := range all {
		l := &all[i]
		l.text = l.words.text()
		first, _, _ := strings.Cut(l.text, " ")
		if letters := utf8.RuneCountInString(l.text); letters > 0 {
			l.firstWidth = (l.end - l.x) * float64(utf8.RuneCountInString(first)+1) / float64(letters)
		}
	}
	return slices.DeleteFunc(all, func(l line) bool { return l.text == "" })
}

// visible is a run as a page shows it, whatever it means.
func visible(one run) run {
	one.artifact = false
	return one
}

// lined lays out a document by its lines.
func (r *reader) lined() (layout.Document, error) {
	var all []line
	for n, page := range r.pages {
		all = append(all, page.lines(n)...)
	}
	all = slices.DeleteFunc(all, func(l line) bool { return l.artifact })
	body, around := partRunning(all)
	var w layout.Writer
	title := ""
	for i := 0; i < len(body); {
		end := tableEnd(body, i)
		if end > i {
			w.Grid(cellsOf(body[i:end]), nil)
			i = end
			continue
		}
		for end = i + 1; end < len(body) && tableEnd(body, end) == end; end++ {
		}
		paragraphs := paragraphsOf(body[i:end])
		if i == 0 {
			title = largest(paragraphs)
		}
		d, err := r.plain(written(paragraphs))
		if err != nil {
			return d, err
		}
		w.Append(placed(d, paragraphs))
		i = end
	}
	d := w.Document()
	for i, p := range d.Paragraphs {
		if title != "" && p.Text == title {
			d.Paragraphs[i].Kind, d.Paragraphs[i].Level = layout.Heading, 1
		}
	}
	d.Paragraphs = append(d.Paragraphs, around...)
	r.around(&d)
	r.lost(&d)
	return d, nil
}

// written is a text of paragraphs: an empty line parts them, but for the items of a list, which are set in
// as on the page.
func written(all []paragraph) string {
	var b strings.Builder
	left := 0.0
	for i, p := range all {
		isItem := listMark.MatchString(p.text)
		goesOn := i > 0 && isItem && listMark.MatchString(all[i-1].text) && (p.x > left || isNumbered(p) == isNumbered(all[i-1]))
		if i > 0 {
			b.WriteString("\n")
		}
		if i > 0 && !goesOn {
			b.WriteString("\n")
		}
		switch {
		case isItem && goesOn:
			b.WriteString(strings.Repeat(" ", min(max(0, int((p.x-left)/max(p.size, 1)+0.5)), mostSetIn)))
		case isItem:
			left = p.x
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// mostSetIn is how many spaces an item is set in at most.
const mostSetIn = 12

// isNumbered reports whether an item has a number.
func isNumbered(p paragraph) bool { return p.text[0] >= '0' && p.text[0] <= '9' }

// placed is what was made of paragraphs: no line of it is one of the source.
func placed(d layout.Document, all []paragraph) layout.Document {
	for i := range d.Paragraphs {
		d.Paragraphs[i].At.Line = 0
	}
	for i := range d.Repairs {
		d.Repairs[i].Line = 0
	}
	for i, p := range all {
		d.Repairs = append(d.Repairs, repairs(p.joined, i+1)...)
	}
	return d
}

// fewestColumns are those of a table, at least: two are rather a label and what it is of.
const fewestColumns = 3

// tableEnd returns where a table ends whose rows begin at a line: several lines with as many cells each; begin
// where there is none.
func tableEnd(lines []line, begin int) int {
	end := begin
	for end < len(lines) && len(lines[end].cells) >= fewestColumns && len(lines[end].cells) == len(lines[begin].cells) && lines[end].page == lines[begin].page {
		end++
	}
	if end < begin+2 {
		return begin
	}
	return end
}

func cellsOf(lines []line) (rows [][]layout.Cell) {
	for _, l := range lines {
		row := make([]layout.Cell, len(l.cells))
		for i, text := range l.cells {
			row[i].Inside.Paragraphs = []layout.Paragraph{{Kind: layout.Text, Text: text}}
		}
		rows = append(rows, row)
	}
	return rows
}

// hyphenJoined is the code of a repair: a word that was broken at a line's end.
const hyphenJoined = "hyphen-joined"

// repairs tells of the words that were put together in a paragraph.
func repairs(all []joined, paragraph int) (told []release.Repair) {
	for _, one := range all {
		told = append(told, release.Repair{Code: hyphenJoined, Text: one.broken, Put: one.whole, Paragraph: paragraph, Field: release.BlocksField})
	}
	return told
}

// lost tells what the pages show beside words.
func (r *reader) lost(d *layout.Document) {
	pictures := 0
	for _, page := range r.pages {
		pictures += page.pictures
	}
	lose(d, layout.Pictures, pictures)
}

// pageNumber is a line that says nothing but which page it stands on: «стр. 1 из 2», "Page 1", "1/2", "– 1 –".
var pageNumber = regexp.MustCompile(`^(?i:(?:стр\.|страница|с\.|лист|page|p\.)\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?|\d{1,4}\s*(?:из|of|/)\s*\d{1,4}|[-–—]?\s*\d{1,4}\s*[-–—]?)$`)

// running is what a line says again on other pages, whatever their numbers are.
func running(text string) string {
	if pageNumber.MatchString(text) {
		return digits.ReplaceAllString(text, "0")
	}
	return text
}

// digits are what differs between the numbers of pages.
var digits = regexp.MustCompile(`\d+`)

// partRunning takes out the lines that stand at the top or the foot of pages again and again: numbers of
// pages altogether, others once, as what they are.
func partRunning(all []line) (body []line, around []layout.Paragraph) {
	times, on := map[string]int{}, map[string]int{} // on how many pages, and on which the last time
	edge := make([]bool, len(all))
	for i := range all {
		top := i < 2 || all[i-2].page != all[i].page
		foot := i+2 >= len(all) || all[i+2].page != all[i].page
		key := running(all[i].text)
		if edge[i] = top || foot; edge[i] && on[key] != all[i].page+1 {
			times[key]++
			on[key] = all[i].page + 1
		}
	}
	told := map[string]bool{}
	for i, l := range all {
		key := running(l.text)
		switch {
		case edge[i] && pageNumber.MatchString(l.text) && (times[key] > 1 || strings.ContainsFunc(l.text, func(r rune) bool { return !unicode.IsDigit(r) })):
		case !edge[i] || times[key] < 2:
			body = append(body, l)
		case pageNumber.MatchString(l.text), told[key]:
		default:
			told[key] = true
			around = append(around, layout.Paragraph{Kind: layout.Text, Part: layout.Head, Text: l.text})
		}
	}
	return body, around
}

// paragraph are lines of one size that were one, before a program broke them.
type paragraph struct {
	text   string
	x      float64
	size   float64
	page   int
	joined []joined
}

// paragraphsOf joins the lines that were broken because they were full. What parts them else is more
// space, another size, a first line that is set in, or a mark of a list.
func paragraphsOf(lines []line) (all []paragraph) {
	right, leading := columns{}, []float64{}
	for i, l := range lines {
		right.widen(l)
		if i > 0 && lines[i-1].page == l.page && l.y < lines[i-1].y {
			leading = append(leading, (lines[i-1].y-l.y)/max(l.size, 1))
		}
	}
	usual := 1.2
	if slices.Sort(leading); len(leading) > 0 {
		usual = leading[len(leading)/3] // most lines stand within paragraphs, and none closer
	}
	large := usualSize(lines) * larger
	var words phrase
	for i, l := range lines {
		if i > 0 && goesOnIn(lines[i-1], l, right.of(lines[i-1]), usual, large) {
			words.lineEnd(l.text)
			words.pieces = append(words.pieces, l.words.pieces...)
			all[len(all)-1].text, all[len(all)-1].joined = words.text(), words.joined
			continue
		}
		words = l.words
		all = append(all, paragraph{text: l.text, x: l.x, size: l.size, page: l.page})
	}
	return all
}

// A column is where lines begin: so far from the left edge of their page, in columnWidth points.
const columnWidth = 40

func (l line) column() int { return int(l.x / columnWidth) }

// columns are where the lines end at most that begin in a column, on any page.
type columns map[int]float64

// widen takes in a line.
func (c columns) widen(l line) { c[l.column()] = max(c[l.column()], l.end) }

// of is where the lines end that begin where one does, or a little beside.
func (c columns) of(l line) float64 {
	at := l.column()
	return max(c[at], c[at-1], c[at+1])
}

// narrowest is a column of text, in the size of its letters: what is narrower has lines of its own.
const narrowest = 15

// listMark begins an item.
var listMark = regexp.MustCompile(`^(?:[•▪‣·–—*-]|\d{1,2}[.)])\s`)

// goesOnIn reports whether a line goes on in the next. right is where the lines of its column end, usual the
// space from line to line, in their size; the lines of what is set in a large size are not full.
func goesOnIn(l, next line, right, usual, large float64) bool {
	size := max(l.size, next.size, 1)
	full := size > large || l.end+next.firstWidth > right-size && right-l.x > narrowest*size
	switch {
	case math.Abs(l.size-next.size) > size/10, listMark.MatchString(next.text):
		return false
	case l.page != next.page:
		return full && !strings.HasSuffix(l.text, ".")
	case l.y-next.y > size*(usual+0.25), next.y > l.y: // above, or beside
		return false
	case next.x > l.x+size*0.8: // set in
		return false
	}
	return full
}

// larger is what a headline is set in at least, against the rest.
const larger = 1.15

// usualSize is the size of most letters.
func usualSize(lines []line) (usual float64) {
	sizes := map[float64]int{}
	for _, l := range lines {
		sizes[l.size] += len(l.text)
	}
	for size, letters := range sizes {
		if cmp.Or(cmp.Compare(letters, sizes[usual]), cmp.Compare(usual, size)) > 0 {
			usual = size
		}
	}
	return usual
}

// largest is the one paragraph of the first page that is set larger than the rest; "" where there is
// none, or more.
func largest(all []paragraph) string {
	lines := make([]line, len(all))
	for i, p := range all {
		lines[i] = line{text: p.text, size: p.size}
	}
	usual, title := usualSize(lines), ""
	for _, p := range all {
		if p.page > 0 || p.size < usual*larger {
			continue
		}
		if title != "" {
			return ""
		}
		title = p.text
	}
	return title
}

// around adds what belongs to the pages and not to their text: words at their top and foot, where the text does not say
// them, too, and what nobody was to see.
func (r *reader) around(d *layout.Document) {
	var said strings.Builder
	for _, p := range d.Paragraphs {
		said.WriteString(p.Text + "\n")
	}
	told := map[string]bool{}
	hidden := 0
	for n, page := range r.pages {
		hidden += page.hidden
		for _, l := range page.lines(n) {
			if !l.artifact || isDash(run{text: l.text}) || pageNumber.MatchString(l.text) || told[l.text] || strings.Contains(said.String(), l.text) {
				continue
			}
			told[l.text] = true
			part := layout.Foot
			if l.y > (page.top+page.bottom)/2 {
				part = layout.Head
			}
			d.Paragraphs = append(d.Paragraphs, layout.Paragraph{Kind: layout.Text, Part: part, Text: l.text, Apart: true})
		}
	}
	lose(d, layout.Hidden, hidden)
}
