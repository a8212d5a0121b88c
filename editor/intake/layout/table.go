package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// Cell is one of a table, with what stands in it. Across and Down are how many columns
// and rows it covers, 0 as 1.
type Cell struct {
	Inside       Document
	Across, Down int
}

// The most that a table has, and what stands in a cell of one that holds words and not
// the page itself.
const (
	maxColumns   = 64
	maxCellText  = 1000 // code points
	maxCellParts = 8    // paragraphs
)

// Grid adds a table. One that only places things on the page, a single row, a single
// column, or cells that hold a page's own parts, gives its paragraphs one after the other.
// A cell over several columns or rows stands in the first of them. laid says that the
// document itself calls the table laid out, or a table of words; nil where it does not.
func (w *Writer) Grid(rows [][]Cell, laid *bool) {
	w.End(Paragraph{})
	for i, row := range rows { // what is empty at a row's end says nothing
		for n := len(row); n > 0 && len(row[n-1].Inside.Paragraphs) == 0 && len(row[n-1].Inside.Lost) == 0; n-- {
			rows[i] = row[:n-1]
		}
	}
	if laid == nil {
		guess := isLaid(rows)
		laid = &guess
	}
	if *laid || widest(rows) < 2 {
		for i, row := range rows {
			few := fewWords([][]Cell{row})
			for n, cell := range row {
				if few {
					celled(cell.Inside.Paragraphs, i*maxColumns+n+1)
				}
				w.Append(cell.Inside)
			}
		}
		return
	}
	table, pictures := tabled(rows)
	if fewWords(rows) {
		table.Inside = inside(rows)
	}
	w.Add(table)
	for _, cell := range slices.Concat(rows...) {
		for _, o := range cell.Inside.Lost {
			o.At.Paragraph = len(w.doc.Paragraphs)
			w.omit(o)
		}
	}
	for _, p := range pictures {
		w.Add(p)
	}
}

// A letterhead has no more letters, in code points.
const letterheadLength = 900

// fewWords reports whether rows have no more words than a letterhead, in two cells at least, or two lines of one paragraph, and no heading.
func fewWords(rows [][]Cell) bool {
	length, filled, lines := 0, 0, 0
	for _, row := range rows {
		for _, cell := range row {
			if isPart(cell.Inside) {
				return false
			}
			if len(cell.Inside.Paragraphs) > 0 || len(cell.Inside.Lost) > 0 { // an emblem, perhaps in a form that is not taken
				filled++
			}
			for _, p := range cell.Inside.Paragraphs {
				length += utf8.RuneCountInString(p.Text)
				lines = max(lines, 1+strings.Count(p.Text, "\n"))
			}
		}
	}
	return max(filled, lines) > 1 && length <= letterheadLength
}

// celled says of paragraphs in which cell they stood.
func celled(all []Paragraph, cell int) {
	for i := range all {
		all[i].Cell = cell
	}
}

// inside is what stands in the cells of rows; its pictures stand below the table.
func inside(rows [][]Cell) (all []Paragraph) {
	for i, row := range rows {
		for n, cell := range row {
			celled(cell.Inside.Paragraphs, i*maxColumns+n+1)
			for _, p := range cell.Inside.Paragraphs {
				if p.Kind != Picture {
					all = append(all, p)
				}
			}
		}
	}
	return all
}

func widest(rows [][]Cell) int {
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	return widest
}

// isLaid reports whether a table places things on the page.
func isLaid(rows [][]Cell) bool {
	spoken, filled, total := 0, 0, 0
	for _, row := range rows {
		said := false
		for _, cell := range row {
			total++
			if len(cell.Inside.Paragraphs) > 0 {
				filled++
				said = true
			}
			if isPart(cell.Inside) {
				return true
			}
		}
		if said {
			spoken++
		}
	}
	return spoken < 2 || widest(rows) < 2 || filled*4 < total
}

// isPart reports whether a cell holds what no table of words does.
func isPart(d Document) bool {
	length := 0
	for _, p := range d.Paragraphs {
		length += utf8.RuneCountInString(p.Text)
		if p.Kind == Heading || p.Kind == Rule || p.Kind == Table && strings.Count(p.Text, "\n") > 1 {
			return true
		}
	}
	return length > maxCellText || len(d.Paragraphs) > maxCellParts
}

// tabled makes one paragraph of a table of words, and returns the pictures in it.
func tabled(rows [][]Cell) (table Paragraph, pictures []Paragraph) {
	var down [maxColumns]int // how many rows a cell above still covers
	var text strings.Builder
	var marks []release.Mark
	at := 0
	write := func(words string) {
		text.WriteString(words)
		at += utf8.RuneCountInString(words)
	}
	first := true
	for _, row := range rows {
		if !first {
			write("\n")
		}
		first = false
		column := 0
		skip := func() {
			for ; column < maxColumns && down[column] > 0; column++ {
				down[column]--
				write("\t")
			}
		}
		for n, cell := range row {
			if n > 0 {
				write("\t")
			}
			skip()
			line, shown := words(cell.Inside)
			pictures = append(pictures, shown...)
			for _, m := range line.Marks {
				m.Start, m.End = m.Start+at, m.End+at
				marks = append(marks, m)
			}
			write(line.Text)
			for i := range max(cell.Across, 1) {
				if column >= maxColumns {
					break
				}
				if i > 0 {
					write("\t")
				}
				down[column] = max(cell.Down, 1) - 1
				column++
			}
		}
		for ; column < maxColumns; column++ { // cells above that reach down at the row's end
			down[column] = max(0, down[column]-1)
		}
	}
	table = Paragraph{Kind: Table, Text: text.String()}
	table.Marks = headless(table.Text, release.Normalize(marks, at))
	return table, pictures
}

// headless takes bold off a first row that is bold throughout: the heads look so anyway.
func headless(text string, marks []release.Mark) []release.Mark {
	head, _, _ := strings.Cut(text, "\n")
	end := utf8.RuneCountInString(head)
	if !WhollyBold(head, marks) {
		return marks
	}
	var rest []release.Mark
	for _, m := range marks {
		if m.Style == release.Bold {
			m.Start = max(m.Start, end)
		}
		rest = append(rest, m)
	}
	return release.Normalize(rest, utf8.RuneCountInString(text))
}

// words returns what a cell says in one line, and the pictures in it.
func words(d Document) (line release.Line, pictures []Paragraph) {
	var all strings.Builder
	at := 0
	for _, p := range d.Paragraphs {
		if p.Kind == Picture {
			pictures = append(pictures, p)
			continue
		}
		if p.Text == "" {
			continue
		}
		if at > 0 {
			all.WriteByte(' ')
			at++
		}
		for _, m := range p.Marks {
			m.Start, m.End = m.Start+at, m.End+at
			line.Marks = append(line.Marks, m)
		}
		all.WriteString(inCell.Replace(p.Text))
		at += utf8.RuneCountInString(p.Text)
	}
	line.Text = all.String()
	return line, pictures
}

// inCell makes spaces of what parts rows and cells; each is one code point as before.
var inCell = strings.NewReplacer("\n", " ", "\t", " ")
