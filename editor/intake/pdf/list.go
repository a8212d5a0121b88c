package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"communique/editor/intake/layout"
	"communique/editor/intake/pdf/objects"
)

// item is one of a list, on its way.
type item struct {
	label  string
	number int // in its list, from 1
}

// list reads a list (14.8.4.3.3).
func (t *tree) list(d objects.Dict) {
	t.endItem()
	outer := t.item
	t.item = nil
	t.end(layout.Paragraph{Kind: t.inside})
	t.lists++
	number := 0
	t.within(d, func(kid any) {
		one := t.file.Dict(kid)
		if one == nil || t.role(one) != "LI" {
			t.kid(kid)
			return
		}
		number++
		t.item = &item{number: number}
		t.kids(one)
		t.endItem()
		t.item = nil
	})
	t.lists--
	t.item = outer
	if outer != nil {
		outer.label = ""
	}
}

// listItem reads an item that stands in no list.
func (t *tree) listItem(d objects.Dict) {
	t.end(layout.Paragraph{Kind: t.inside})
	t.item = &item{number: 1}
	t.kids(d)
	t.endItem()
	t.item = nil
}

// label reads what stands before an item; elsewhere it is a part of the text.
func (t *tree) label(d objects.Dict) {
	if t.item == nil {
		t.inline(d)
		return
	}
	before := t.words
	t.words = phrase{right: t.right}
	t.inline(d)
	t.item.label = strings.TrimRight(t.words.text(), ".)")
	t.words = before
}

// endItem ends the open item where it has words.
func (t *tree) endItem() {
	if t.item == nil || t.words.text() == "" {
		return
	}
	if mark := listMark.FindString(t.words.text()); mark != "" && t.item.label == "" { // it stands among the words
		t.item.label = strings.TrimRight(mark, ".) \u00a0")
		t.words.cut(mark)
	}
	p := layout.Paragraph{Kind: layout.Item, Level: max(t.lists-1, 0), Begins: t.item.number == 1}
	switch number, err := strconv.Atoi(t.item.label); {
	case err == nil:
		p.Number = number
	case !strings.ContainsFunc(t.item.label, unicode.IsLetter): // a bullet
	case p.Level > 0:
		p.Number, p.Label = t.item.number, t.item.label
	default:
		t.w.Words(t.item.label+") ", layout.Look{})
	}
	t.end(p)
}

// table reads the rows and cells of a table (14.8.4.3.4).
func (t *tree) table(d objects.Dict) {
	t.end(layout.Paragraph{Kind: t.inside})
	var rows [][]layout.Cell
	headed := false
	t.rows(d, &rows, &headed)
	var laid *bool
	if headed {
		no := false
		laid = &no
	}
	t.w.Grid(rows, laid)
}

func (t *tree) rows(d objects.Dict, rows *[][]layout.Cell, headed *bool) {
	t.within(d, func(kid any) {
		one := t.file.Dict(kid)
		switch role := t.role(one); role {
		case "TR":
			*rows = append(*rows, nil)
			t.rows(one, rows, headed)
		case "TH", "TD":
			*headed = *headed || role == "TH"
			if len(*rows) == 0 {
				*rows = append(*rows, nil)
			}
			row := &(*rows)[len(*rows)-1]
			*row = append(*row, t.cell(one))
		case "THead", "TBody", "TFoot":
			t.rows(one, rows, headed)
		default:
			t.kid(kid)
		}
	})
}

// cell reads one cell into a document of its own.
func (t *tree) cell(d objects.Dict) layout.Cell {
	w, words, item, inside, right := t.w, t.words, t.item, t.inside, t.right
	t.right = nil // a cell has its own
	t.w, t.words, t.item, t.inside = &layout.Writer{}, phrase{}, nil, ""
	t.block(d)
	cell := layout.Cell{Inside: t.w.Document()}
	t.w, t.words, t.item, t.inside, t.right = w, words, item, inside, right
	for _, attributes := range append(t.file.Array(d["A"]), d["A"]) {
		of := t.file.Dict(attributes)
		cell.Across, cell.Down = max(cell.Across, int(t.reader.number(of["ColSpan"], 0))), max(cell.Down, int(t.reader.number(of["RowSpan"], 0)))
	}
	return cell
}
