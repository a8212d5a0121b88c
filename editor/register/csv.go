package register

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
)

// The columns of the tables, by the names of the TOML keys. A person with
// several posts has a row for each.
var (
	personColumns = append([]string{"first", "patronymic", "last", "gender", "country", "organisation", "full", "short", "english", "english_short"},
		append(caseColumns, "post", "post_english", "from", "until")...)
	organisationColumns = append([]string{"name", "short", "abbreviation", "english"}, caseColumns...)
	placeColumns        = append([]string{"name", "official", "preposition", "country", "zone", "english"}, caseColumns...)
	caseColumns         = []string{"gen", "dat", "acc", "ins", "prep"}
)

// TableError says which line of a CSV table is wrong, and how.
type TableError struct {
	Line          int
	Value, Column string
}

func (e *TableError) Error() string {
	return fmt.Sprintf("line %d: column %s: %q", e.Line, e.Column, e.Value)
}

// Fact names the error for the translations.
func (e *TableError) Fact() (string, map[string]any) {
	return "register-table", map[string]any{"Line": e.Line, "Column": e.Column, "Value": e.Value}
}

// row is a line of a table, by its columns.
type row struct {
	line  int
	cells map[string]string
}

// PeopleCSV writes people as a table: UTF-8 with a byte order mark, as
// spreadsheets want it, fields parted by semicolons.
func PeopleCSV(people []Person) ([]byte, error) {
	var rows [][]string
	for _, p := range people {
		posts := p.Posts
		if len(posts) == 0 {
			posts = []Post{{}}
		}
		for _, post := range posts {
			cells := []string{p.First, p.Patronymic, p.Last, string(p.Gender), p.Country, p.Organisation, p.Full, p.Short, p.English, p.EnglishShort}
			cells = append(cells, formCells(p.Forms)...)
			rows = append(rows, append(cells, post.Title, post.English, post.From.String(), post.Until.String()))
		}
	}
	return table(personColumns, rows)
}

// OrganisationsCSV writes organisations as a table.
func OrganisationsCSV(all []Organisation) ([]byte, error) {
	var rows [][]string
	for _, o := range all {
		rows = append(rows, append([]string{o.Name, o.Short, o.Abbreviation, o.English}, formCells(o.Forms)...))
	}
	return table(organisationColumns, rows)
}

// PlacesCSV writes places as a table.
func PlacesCSV(places []Place) ([]byte, error) {
	var rows [][]string
	for _, p := range places {
		rows = append(rows, append([]string{p.Name, p.Official, p.Preposition, p.Country, p.Zone, p.English}, formCells(p.Forms)...))
	}
	return table(placeColumns, rows)
}

func formCells(forms grammar.Forms) []string {
	cells := make([]string, 0, len(caseColumns))
	for _, c := range caseColumns {
		cells = append(cells, forms[grammar.Case(c)])
	}
	return cells
}

const byteOrderMark = "\uFEFF"

func table(columns []string, rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.Write(columns); err != nil {
		return nil, err
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// ReadPeopleCSV reads a table of people. Columns may stand in any order, and
// those that are missing are empty; rows of one name are posts of one person.
// Its errors are *TableError, *ValueError and those of encoding/csv.
func ReadPeopleCSV(data []byte) ([]Person, error) {
	rows, err := read(data, personColumns)
	if err != nil {
		return nil, err
	}
	var people []Person
	for _, r := range rows {
		p := Person{
			First: r.cells["first"], Patronymic: r.cells["patronymic"], Last: r.cells["last"], Gender: grammar.Gender(r.cells["gender"]),
			Country: r.cells["country"], Organisation: r.cells["organisation"], Full: r.cells["full"], Short: r.cells["short"],
			English: r.cells["english"], EnglishShort: r.cells["english_short"], Forms: r.forms(),
		}
		post, err := r.post()
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(people, func(q Person) bool { return q.Name() == p.Name() && q.Patronymic == p.Patronymic })
		if i < 0 {
			i = len(people)
			people = append(people, p)
		}
		if post.Title != "" {
			people[i].Posts = append(people[i].Posts, post)
		}
	}
	for _, p := range people {
		if err := p.check(); err != nil {
			return nil, err
		}
	}
	return people, nil
}

// ReadOrganisationsCSV reads a table of organisations.
func ReadOrganisationsCSV(data []byte) ([]Organisation, error) {
	rows, err := read(data, organisationColumns)
	var all []Organisation
	for _, r := range rows {
		o := Organisation{Name: r.cells["name"], Short: r.cells["short"], Abbreviation: r.cells["abbreviation"], English: r.cells["english"], Forms: r.forms()}
		if err := check(Organisations, o.Name, o.Forms); err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	return all, err
}

// ReadPlacesCSV reads a table of places.
func ReadPlacesCSV(data []byte) ([]Place, error) {
	rows, err := read(data, placeColumns)
	var places []Place
	for _, r := range rows {
		p := Place{
			Name: r.cells["name"], Official: r.cells["official"], Preposition: r.cells["preposition"],
			Country: r.cells["country"], Zone: r.cells["zone"], English: r.cells["english"], Forms: r.forms(),
		}
		if err := check(Places, p.Name, p.Forms); err != nil {
			return nil, err
		}
		places = append(places, p)
	}
	return places, err
}

// read takes a table with commas or semicolons between its fields.
func read(data []byte, columns []string) ([]row, error) {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	head, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	if bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		r.Comma = ';'
	}
	names, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("read the table: %w", err)
	}
	for _, name := range names {
		if !slices.Contains(columns, name) {
			return nil, &TableError{1, name, strings.Join(columns, ", ")}
		}
	}
	var rows []row
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the table: %w", err)
		}
		line, _ := r.FieldPos(0)
		one := row{line, map[string]string{}}
		for i, cell := range cells {
			one.cells[names[i]] = strings.TrimSpace(cell)
		}
		rows = append(rows, one)
	}
}

func (r row) forms() grammar.Forms {
	forms := grammar.Forms{}
	for _, c := range caseColumns {
		if r.cells[c] != "" {
			forms[grammar.Case(c)] = r.cells[c]
		}
	}
	if len(forms) == 0 {
		return nil
	}
	return forms
}

func (r row) post() (Post, error) {
	p := Post{Title: r.cells["post"], English: r.cells["post_english"]}
	for column, day := range map[string]*release.Date{"from": &p.From, "until": &p.Until} {
		text := r.cells[column]
		if text == "" {
			continue
		}
		d, ok := grammar.ParseDate(text)
		if !ok {
			return Post{}, &TableError{r.line, text, column}
		}
		*day = d
	}
	return p, nil
}
