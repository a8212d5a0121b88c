package intake

import (
	"bytes"
	"encoding/csv"
	"strings"

	"communique/editor/intake/encoding"
	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/intake/odt"
	"communique/editor/intake/parts"
	"communique/editor/intake/sheet"
)

// Table is a table as text: of a workbook its first sheet, of a document the longest of its tables,
// with tabs between the cells and quotes around those that need them, a row of the sheet on a line;
// of a text the text itself, as Letters has it. Its error is an *Error.
func (s Source) Table() (string, error) {
	if len(s.Data) > MaxDocument {
		return "", &Error{Reason: "too-large", Offset: MaxDocument}
	}
	if p, zipped := parts.Open(s.Data); zipped && sheet.Is(p) {
		rows, err := sheet.Rows(p)
		if odt.IsEncrypted(p) {
			return "", &Error{Reason: "password"}
		}
		if err != nil {
			return "", documentError(err)
		}
		return tabled(rows)
	}
	if bytes.HasPrefix(s.Data, []byte(compound)) {
		if has, _ := namesIn(s.Data); has(excelStream) {
			return "", &Error{Reason: "xls"}
		}
	}
	door := encoding.Decoder{Tabs: tabbed}
	d, packed, err := s.packed(&door)
	if err != nil {
		return "", err
	}
	if !packed {
		text, err := encoding.Letters(s.Data)
		if err != nil || !html.Is(text) {
			return text, err
		}
		if d, err = s.layout(text); err != nil {
			return "", err
		}
	}
	return tabled(longestTable(d))
}

// longestTable are the rows of the table of a document that has most, cell by cell.
func longestTable(d layout.Document) (rows [][]string) {
	for _, p := range d.Paragraphs {
		if lines := strings.Split(p.Text, "\n"); p.Kind == layout.Table && len(lines) > len(rows) {
			rows = make([][]string, len(lines))
			for i, line := range lines {
				rows[i] = strings.Split(line, "\t")
			}
		}
	}
	return rows
}

// tabled writes rows with tabs between their cells, all as wide as the widest: whoever reads them
// may tell from any line what parts them.
func tabled(rows [][]string) (string, error) {
	if len(rows) == 0 {
		return "", &Error{Reason: "no-table"}
	}
	widest := 2
	for _, row := range rows {
		widest = max(widest, len(row))
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = '\t'
	for _, row := range rows {
		_ = w.Write(append(row, make([]string, widest-len(row))...)) // a buffer takes all
	}
	w.Flush()
	return b.String(), nil
}
