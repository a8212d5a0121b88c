package sheet

import (
	"path"
	"strconv"
	"strings"
	"time"

	"communique/editor/intake/parts"
)

const workbook = "xl/workbook.xml"

func isExcel(p *parts.Package) bool { return p.Has(workbook) }

// excel is a workbook that is read.
type excel struct {
	*parts.Package
	shared []string        // the texts that cells name by their numbers
	dates  map[string]bool // the numbers of the styles that show dates
	epoch  time.Time       // the day before the first
}

// readExcel is Rows.
func readExcel(p *parts.Package) ([][]string, error) {
	x := &excel{Package: p, dates: map[string]bool{}, epoch: time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)}
	sheets, err := x.sheets()
	if err != nil {
		return nil, err
	}
	if err := x.styles(); err != nil {
		return nil, err
	}
	if err := x.strings(); err != nil {
		return nil, err
	}
	var chosen choice
	for _, name := range sheets {
		var g grid
		if err := x.sheet(name, &g); err != nil {
			return nil, err
		}
		if chosen.offer(&g); chosen.table {
			break
		}
	}
	return chosen.rows, nil
}

// sheets are the parts of the visible sheets, in their order.
func (x *excel) sheets() ([]string, error) {
	var ids []string
	err := x.Walk(workbook, func(_ *parts.Walker, e parts.Element) error {
		switch {
		case e.Name == "workbookPr" && isTrue(e.Get("date1904")):
			x.epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
		case e.Name == "sheet" && (e.Get("state") == "" || e.Get("state") == "visible"):
			ids = append(ids, e.Get("id"))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	err = x.Walk("xl/_rels/workbook.xml.rels", func(_ *parts.Walker, e parts.Element) error {
		if e.Name == "Relationship" {
			target := e.Get("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			targets[e.Get("Id")] = target
		}
		return nil
	})
	var names []string
	for _, id := range ids {
		if name := targets[id]; x.Has(name) {
			names = append(names, name)
		}
	}
	return names, err
}

func isTrue(attribute string) bool { return attribute == "1" || attribute == "true" }

// styles finds which styles of cells show a number as a date.
func (x *excel) styles() error {
	formats := map[string]string{}
	style := 0
	return x.Walk("xl/styles.xml", func(w *parts.Walker, e parts.Element) error {
		switch e.Name {
		case "numFmt":
			formats[e.Get("numFmtId")] = e.Get("formatCode")
		case "cellXfs":
			return w.Inside(func(e parts.Element) error {
				if e.Name == "xf" {
					id := e.Get("numFmtId")
					x.dates[strconv.Itoa(style)] = isDateFormat(id, formats[id])
					style++
				}
				return nil
			}, nil)
		}
		return nil
	})
}

// isDateFormat reports whether a format of numbers shows a day: one of those that every program has
// (ECMA-376 part 1, 18.8.30), or one whose code writes a day or a year.
func isDateFormat(id, code string) bool {
	if n, err := strconv.Atoi(id); err == nil && (n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 58) {
		return true
	}
	for letters := []rune(code); len(letters) > 0; letters = letters[1:] {
		switch letters[0] {
		case '"':
			letters = behind(letters, '"')
		case '[':
			letters = behind(letters, ']')
		case '\\', '_', '*':
			letters = letters[min(1, len(letters)-1):]
		case 'd', 'D', 'y', 'Y':
			return true
		}
	}
	return false
}

// behind is what begins at the sign that ends what the first letter has begun; the last letter where none does.
func behind(letters []rune, end rune) []rune {
	for letters = letters[min(1, len(letters)-1):]; len(letters) > 1 && letters[0] != end; letters = letters[1:] {
	}
	return letters
}

// strings reads the texts that cells share.
func (x *excel) strings() error {
	return x.Walk("xl/sharedStrings.xml", func(w *parts.Walker, e parts.Element) error {
		if e.Name != "si" {
			return nil
		}
		text, err := shownText(w)
		x.shared = append(x.shared, inLine(text))
		return err
	})
}

// shownText is what the runs of a text say, without how it is pronounced.
func shownText(w *parts.Walker) (string, error) {
	var all strings.Builder
	err := w.Inside(func(e parts.Element) error {
		switch e.Name {
		case "t":
			text, err := w.Text()
			all.WriteString(text)
			return err
		case "rPh":
			return w.Skip()
		}
		return nil
	}, nil)
	return all.String(), err
}

// sheet reads the cells of a sheet, and then which of them cover several rows.
func (x *excel) sheet(name string, g *grid) error {
	row, column := -1, -1
	return x.Walk(name, func(w *parts.Walker, e parts.Element) error {
		switch e.Name {
		case "row":
			row, column = row+1, -1
			if n, err := strconv.Atoi(e.Get("r")); err == nil && n > row {
				row = n - 1
			}
		case "c":
			column++
			if _, at, ok := cellAt(e.Get("r")); ok {
				column = at
			}
			text, err := x.cell(w, e)
			if err != nil {
				return err
			}
			return g.put(max(row, 0), column, text)
		case "mergeCell":
			from, to, _ := strings.Cut(e.Get("ref"), ":")
			first, column, ok := cellAt(from)
			last, _, isSpan := cellAt(to)
			if ok && isSpan && last > first {
				return g.spread(first, column, last-first)
			}
		}
		return nil
	})
}

// cell is what a cell shows.
func (x *excel) cell(w *parts.Walker, c parts.Element) (string, error) {
	text := ""
	err := w.Inside(func(e parts.Element) (err error) {
		switch e.Name {
		case "v":
			text, err = w.Text()
		case "is":
			text, err = shownText(w)
		}
		return err
	}, nil)
	switch c.Get("t") {
	case "s":
		n, wrong := strconv.Atoi(strings.TrimSpace(text))
		if wrong != nil || n < 0 || n >= len(x.shared) {
			return "", err
		}
		return x.shared[n], err
	case "e": // an error, such as #N/A
		text = ""
	case "", "n":
		if x.dates[c.Get("s")] {
			text = x.day(text)
		}
	}
	return inLine(text), err
}

// The last day that Excel has a number for, 31 December 9999.
const lastDay = 2958465

// day is the day of a number, without its hour; what is no day's stays.
func (x *excel) day(number string) string {
	n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(n >= 1 && n <= lastDay) {
		return number
	}
	return x.epoch.AddDate(0, 0, int(n)).Format(time.DateOnly)
}

// cellAt is the row and the column, from 0, of a cell such as BC12.
func cellAt(reference string) (row, column int, ok bool) {
	digits := strings.IndexFunc(reference, func(r rune) bool { return r < 'A' || r > 'Z' })
	if digits < 1 || digits > 3 {
		return 0, 0, false
	}
	for _, letter := range reference[:digits] {
		column = column*26 + int(letter-'A') + 1
	}
	row, err := strconv.Atoi(reference[digits:])
	return row - 1, column - 1, err == nil && row > 0
}
