package archive

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"communique/editor/proof"
)

// Report lists the files of an import in their order.
type Report []File

// Count returns how many releases are new and known, and how many files failed.
func (r Report) Count() (fresh, known, failed int) {
	for _, f := range r {
		fresh += f.New
		known += f.Known
		if f.Status == Failed {
			failed++
		}
	}
	return fresh, known, failed
}

// Files returns how many files came to a status. Those of all statuses are all
// files there are.
func (r Report) Files(status Status) int { return len(r.Of(status)) }

// Of returns the files that came to a status; all of them, those that a person has to look
// at first, for "".
func (r Report) Of(status Status) Report {
	var of Report
	for _, s := range Statuses() {
		for _, f := range r {
			if f.Status == s && (status == "" || status == s) {
				of = append(of, f)
			}
		}
	}
	return of
}

// Only returns the id of the only new release, or where none is new, of the only
// one that the library had; 0 where there are more, or none, or one differs.
func (r Report) Only() int64 {
	if len(r.Differing()) > 0 {
		return 0
	}
	fresh, known, _ := r.Count()
	var id int64
	for _, f := range r {
		if fresh == 1 && f.New == 1 || fresh == 0 && known == 1 && f.Known == 1 {
			id = f.First
		}
	}
	return id
}

// Words are what a report is told in.
type Words interface {
	Text(name string, args ...map[string]any) string
	Error(err error) string
}

// Outcome says what became of a file.
func (f File) Outcome(w Words) string { return w.Text("import-" + string(f.Status)) }

// Details say why, and what was put right on the way, in one line; "" where there is nothing to say.
func (f File) Details(w Words) string {
	var all []string
	if f.Trashed > 0 || slices.ContainsFunc(f.Differing, func(d Differing) bool { return d.Trashed }) {
		all = append(all, w.Text("import-known-trashed"))
	}
	if f.Err != nil {
		all = append(all, w.Error(f.Err))
	}
	for _, repair := range f.Repairs {
		name, args := proof.OfRepair(repair).Fact()
		all = append(all, w.Text(name, args))
	}
	return strings.Join(strings.Fields(strings.Join(all, "; ")), " ")
}

// Sum counts the releases of a report, and its files by what became of them: the counts add up
// to all files.
func (r Report) Sum(w Words) string {
	fresh, known, _ := r.Count()
	var counts []string
	for _, status := range Statuses() {
		if n := r.Files(status); n > 0 {
			counts = append(counts, w.Text("import-"+string(status))+" – "+strconv.Itoa(n))
		}
	}
	return w.Text("import-report", map[string]any{
		"New": fresh, "Known": known, "Files": len(r), "Counts": strings.Join(counts, ", "),
	})
}

// CSV writes a report as a table for spreadsheets: in UTF-8 with its mark, the cells parted by
// semicolons. A cell that a spreadsheet would take for a formula begins with an apostrophe.
func (r Report) CSV(w Words) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	table := csv.NewWriter(&b)
	table.Comma, table.UseCRLF = ';', true
	rows := [][]string{{w.Text("import-file"), w.Text("import-outcome"), w.Text("import-details"), w.Text("import-new"), w.Text("import-had"), w.Text("import-other-words")}}
	for _, f := range r {
		rows = append(rows, []string{inert(f.Path), f.Outcome(w), inert(f.Details(w)), strconv.Itoa(f.New), strconv.Itoa(f.Known), strconv.Itoa(len(f.Differing))})
	}
	_ = table.WriteAll(rows) // a buffer takes all
	return b.Bytes()
}

// inert keeps a spreadsheet from reckoning with a text.
func inert(text string) string {
	text = strings.ToValidUTF8(text, "\ufffd") // the name of a file may be any bytes
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
