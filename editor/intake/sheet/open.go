package sheet

import (
	"strconv"
	"strings"

	"communique/editor/intake/parts"
)

const content = "content.xml"

func isOpen(p *parts.Package) bool {
	return p.Has(content) && strings.HasPrefix(string(p.Read("mimetype")), "application/vnd.oasis.opendocument.spreadsheet")
}

// readOpen is Rows.
func readOpen(p *parts.Package) ([][]string, error) {
	var chosen choice
	err := p.Walk(content, func(w *parts.Walker, e parts.Element) error {
		if e.Name != "table" {
			return nil
		}
		if chosen.table {
			return w.Skip()
		}
		sheet := open{Walker: w}
		err := w.Inside(sheet.element, nil)
		chosen.offer(&sheet.grid)
		return err
	})
	return chosen.rows, err
}

// open is a sheet of OpenDocument that is read.
type open struct {
	*parts.Walker
	grid
	row int // the next one
}

// element takes a row; what groups rows is as if it were not there.
func (o *open) element(e parts.Element) error {
	if e.Name != "table-row" {
		return nil
	}
	return o.line(number(e, "number-rows-repeated"))
}

// cell is one that says something, with how many rows it covers.
type cell struct {
	column, down int
	text         string
}

// line reads a row that stands there so many times.
func (o *open) line(times int) error {
	var said []cell
	column := 0
	err := o.Inside(func(e parts.Element) error {
		if e.Name != "table-cell" && e.Name != "covered-table-cell" {
			return nil
		}
		text, err := o.shown(e)
		repeated := number(e, "number-columns-repeated")
		if text != "" {
			if column+repeated > maxCells {
				return parts.ErrTooLarge
			}
			for i := range repeated {
				said = append(said, cell{column + i, number(e, "number-rows-spanned"), text})
			}
		}
		column += repeated
		return err
	}, nil)
	if err != nil {
		return err
	}
	last := o.row + times
	for ; o.row < last && len(said) > 0; o.row++ {
		for _, c := range said {
			for down := range min(c.down, maxRows+1) {
				if err := o.put(o.row+down, c.column, c.text); err != nil {
					return err
				}
			}
		}
	}
	o.row = last
	return nil
}

// number is how many rows or columns an attribute says; 1 where it says none.
func number(e parts.Element, attribute string) int {
	n, err := strconv.Atoi(e.Get(attribute))
	if err != nil {
		return 1
	}
	return max(1, min(n, 1<<30))
}

// shown is what a cell shows, without remarks about it; a date in figures.
func (o *open) shown(e parts.Element) (string, error) {
	var all strings.Builder
	err := o.Inside(func(e parts.Element) error {
		switch e.Name {
		case "annotation":
			return o.Skip()
		case "p", "s", "tab", "line-break":
			all.WriteByte(' ')
		}
		return nil
	}, func(text string) { all.WriteString(text) })
	if day, _, _ := strings.Cut(e.Get("date-value"), "T"); day != "" {
		return day, err
	}
	return inLine(all.String()), err
}
