package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
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
	cells      []phrase // what stands far from each other in it
	firstWidth float64  // of its first word
	hang       float64  // where the words of an item begin behind its mark; 0 where there is none
}

// cellSpace is how much space, in the size of the letters, parts the cells of a table at least; words of a text may stand
// as far from each other, but not in columns.
const cellSpace = 0.45

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
				l.cells = append(l.cells, cell)
				cell = phrase{}
			}
			if l.hang == 0 && loneMark.MatchString(l.words.text()) {
				l.hang = one.x
			}
			l.words.add(one, "")
			l.end, l.size = max(l.end, one.end), max(l.size, one.size)
		} else {
			if n > 0 {
				all[n-1].cells = append(all[n-1].cells, cell)
			}
			cell = phrase{}
			l := line{x: one.x, y: one.y, end: one.end, size: one.size, page: number, artifact: p.runs[i].artifact}
			l.words.add(one, "")
			all = append(all, l)
		}
		cell.add(one, "")
	}
	if n := len(all); n > 0 {
		all[n-1].cells = append(all[n-1].cells, cell)
	}
	for i := range all {
		all[i].complete()
	}
	return withMarks(slices.DeleteFunc(all, func(l line) bool { return l.text == "" }))
}

// complete tells what a line says, how wide its first word is, and where the words behind the mark of an item begin.
func (l *line) complete() {
	l.text = l.words.text()
	if isJustified(l.cells) {
		l.cells = []phrase{l.words}
	}
	first, _, _ := strings.Cut(l.text, " ")
	if letters := utf8.RuneCountInString(l.text); letters > 0 {
		l.firstWidth = (l.end - l.x) * float64(utf8.RuneCountInString(first)+1) / float64(letters)
	}
	if l.hang == 0 && listMark.MatchString(l.text) {
		l.hang = l.x + l.firstWidth
	}
}

// The most that parts the mark of an item from its words, in the size of the letters, and how many lines of a height are
// looked at for them.
const (
	markSpace  = 4
	mostBeside = 20
)

// withMarks puts the marks of items that a program shows before or behind all words, each by itself, before the lines
// that they stand beside.
func withMarks(all []line) []line {
	beside := map[int][]int{} // the lines of each height, in points
	for i, l := range all {
		beside[int(l.y)] = append(beside[int(l.y)], i)
	}
	for i := range all {
		if !loneMark.MatchString(all[i].text) {
			continue
		}
		for height := int(all[i].y) - 1; height <= int(all[i].y)+1; height++ {
			for _, n := range beside[height][:min(len(beside[height]), mostBeside)] {
				if l := &all[n]; l.text != "" && l.x > all[i].x && l.x-all[i].end < markSpace*l.size && len(l.cells) < fewestColumns {
					l.words.pieces = slices.Concat(all[i].words.pieces, []piece{{text: []byte(" ")}}, l.words.pieces)
					l.text, l.hang, l.x, all[i].text = all[i].text+" "+l.text, l.x, all[i].x, ""
					break
				}
			}
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
func (r *reader) lined() layout.Document {
	var all []line
	for n, page := range r.pages {
		all = append(all, page.lines(n)...)
	}
	all = slices.DeleteFunc(all, func(l line) bool { return l.artifact })
	body, around := partRunning(all)
	var w layout.Writer
	title := ""
	from := 0 // where the text behind the last table begins
	text := func(to int) {
		if from == to {
			return
		}
		paragraphs := paragraphsOf(body[from:to])
		if from == 0 {
			title = largest(paragraphs)
		}
		w.Append(placed(emphasised(r.plain(written(paragraphs)), paragraphs), paragraphs))
	}
	var g grid
	for i := 0; i < len(body); {
		table, end := g.tableAt(body, i)
		if end == i {
			i++
			continue
		}
		text(i)
		w.Append(table)
		i, from = end, end
	}
	text(len(body))
	d := w.Document()
	for i, p := range d.Paragraphs {
		if title != "" && p.Text == title {
			d.Paragraphs[i].Kind, d.Paragraphs[i].Level = layout.Heading, 1
		}
	}
	d.Paragraphs = append(d.Paragraphs, around...)
	pictures := 0
	for _, page := range r.pages {
		pictures += page.pictures
	}
	lose(&d, layout.Pictures, pictures)
	lose(&d, layout.Links, r.unsaid(d))
	return d
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

// hyphenJoined is the code of a repair: a word that was broken at a line's end.
const hyphenJoined = "hyphen-joined"

// repairs tells of the words that were put together in a paragraph.
func repairs(all []joined, paragraph int) (told []release.Repair) {
	for _, one := range all {
		told = append(told, release.Repair{Code: hyphenJoined, Text: one.broken, Put: one.whole, Paragraph: paragraph, Field: release.BlocksField})
	}
	return told
}
