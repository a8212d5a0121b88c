package register

import (
	"bytes"
	"encoding/csv"
	"maps"
	"slices"
	"strconv"

	"communique/editor/grammar"
)

// The columns of other languages begin so.
const (
	nameIn = "name_"
	postIn = "post_"
	// cardColumn numbers the cards where people have one name.
	cardColumn = "card"
)

// PeopleCSV writes people as a table: UTF-8 with a byte order mark, as
// spreadsheets want it, fields parted by semicolons.
func PeopleCSV(people []Person) ([]byte, error) {
	var names, titles []Other
	for _, p := range people {
		names = append(names, p.Other)
		for _, post := range p.Posts {
			titles = append(titles, post.Other)
		}
	}
	nameCodes, postCodes := codes(names), codes(titles)
	columns := slices.Concat(personColumns, columnsIn(nameIn, nameCodes), columnsIn(postIn, postCodes))
	shared := haveNamesakes(people) || slices.ContainsFunc(people, Person.hasUndatedPosts)
	if shared {
		columns = append(columns, cardColumn)
	}
	var rows [][]string
	for i, p := range people {
		posts := p.Posts
		if len(posts) == 0 {
			posts = []Post{{}}
		}
		for _, post := range posts {
			beside := ""
			if post.Beside {
				beside = yes
			}
			cells := []string{p.First, p.Patronymic, p.Last, string(p.Gender), p.Country, p.Organisation, p.Full, p.Short, p.English, p.EnglishShort}
			cells = append(append(cells, formCells(p.Forms)...), post.Title, post.English, post.From.String(), post.Until.String(), beside)
			cells = append(append(cells, p.Other.cells(nameCodes)...), post.Other.cells(postCodes)...)
			if shared {
				cells = append(cells, strconv.Itoa(i+1))
			}
			rows = append(rows, cells)
		}
	}
	return table(columns, rows)
}

// hasUndatedPosts reports posts of which the rows, read again, might be of two people.
func (p Person) hasUndatedPosts() bool {
	for i, post := range p.Posts {
		if (Person{Posts: p.Posts[:i]}).mayBeAnother(Person{Posts: []Post{post}}) {
			return true
		}
	}
	return false
}

// haveNamesakes reports whether two people have one name: only then has their
// table a column that tells their cards apart.
func haveNamesakes(people []Person) bool {
	seen := map[string]bool{}
	for _, p := range people {
		if seen[p.Name()] {
			return true
		}
		seen[p.Name()] = true
	}
	return false
}

// OrganisationsCSV writes organisations as a table.
func OrganisationsCSV(all []Organisation) ([]byte, error) {
	var names []Other
	for _, o := range all {
		names = append(names, o.Other)
	}
	known := codes(names)
	var rows [][]string
	for _, o := range all {
		cells := append([]string{o.Name, o.Short, o.Abbreviation, o.English}, formCells(o.Forms)...)
		rows = append(rows, append(cells, o.Other.cells(known)...))
	}
	return table(slices.Concat(organisationColumns, columnsIn(nameIn, known)), rows)
}

// PlacesCSV writes places as a table.
func PlacesCSV(places []Place) ([]byte, error) {
	var names []Other
	for _, p := range places {
		names = append(names, p.Other)
	}
	known := codes(names)
	var rows [][]string
	for _, p := range places {
		cells := append([]string{p.Name, p.Official, p.Preposition, p.Country, p.Zone, p.English}, formCells(p.Forms)...)
		rows = append(rows, append(cells, p.Other.cells(known)...))
	}
	return table(slices.Concat(placeColumns, columnsIn(nameIn, known)), rows)
}

// yes stands in a column that says whether.
const yes = "yes"

// codes are the languages of names, in order.
func codes(names []Other) []string {
	all := map[string]bool{}
	for _, one := range names {
		for code := range one {
			all[code] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

func columnsIn(prefix string, codes []string) []string {
	var columns []string
	for _, code := range codes {
		columns = append(columns, prefix+code)
	}
	return columns
}

func (o Other) cells(codes []string) []string {
	var cells []string
	for _, code := range codes {
		cells = append(cells, o[code])
	}
	return cells
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
