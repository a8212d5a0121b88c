package register

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
)

// The columns of the tables, by the names of the TOML keys. A person with
// several posts has a row for each. A name in another language stands in a
// column of its own, such as name_kk; a post in post_kk.
var (
	personColumns = append([]string{"first", "patronymic", "last", "gender", "country", "organisation", "full", "short", "english", "english_short"},
		append(caseColumns, "post", "post_english", "from", "until", "beside")...)
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

// namesColumn is the Column of a row that has no name, lettersColumn of one with a letter that cannot be read.
const (
	namesColumn   = "first, last"
	lettersColumn = "UTF-8"
)

// Fact names the error for the translations.
func (e *TableError) Fact() (string, map[string]any) {
	switch e.Column {
	case namesColumn:
		return "register-row-unnamed", map[string]any{"Line": e.Line}
	case lettersColumn:
		return "register-row-unread", map[string]any{"Line": e.Line, "Value": e.Value}
	}
	return "register-table", map[string]any{"Line": e.Line, "Column": e.Column, "Value": e.Value}
}

// QuoteError says that a row of a table has quotes that do not match.
type QuoteError struct{ Line int }

func (e *QuoteError) Error() string { return fmt.Sprintf("line %d: the quotes do not match", e.Line) }

// Fact names the error for the translations.
func (e *QuoteError) Fact() (string, map[string]any) {
	return "register-quotes", map[string]any{"Line": e.Line}
}

// SharedNameError says that a line names somebody whom another line has in another post, neither said to begin or end:
// the two are taken for one person, who may be two.
type SharedNameError struct {
	Line       int
	Name, Post string
}

func (e *SharedNameError) Error() string {
	return fmt.Sprintf("line %d: %s has another post already than %q", e.Line, e.Name, e.Post)
}

// Fact names the error for the translations.
func (e *SharedNameError) Fact() (string, map[string]any) {
	return "register-row-shared", map[string]any{"Line": e.Line, "Name": e.Name, "Post": e.Post}
}

// row is a line of a table, by its columns; headings are what the table calls those.
type row struct {
	line     int
	cells    map[string]string
	headings map[string]string
}

// wrong says that a column of the row does not take a value.
func (r row) wrong(column, value string) error {
	return &TableError{r.line, value, cmp.Or(r.headings[column], column)}
}

// ReadPeopleCSV reads a table of people. Columns may stand in any order, and
// those that are missing are empty; rows of one name are posts of one person
// unless they contradict each other; where they may be of two, a *SharedNameError
// tells it.
// A row that is no card is skipped, told by a *TableError; a table of which
// nothing can be read is an error of encoding/csv, or a *TableError of a column.
func ReadPeopleCSV(data []byte) (people []Person, skipped []error, err error) {
	rows, skipped, err := read(data, People, append(slices.Clone(personColumns), cardColumn, wholeColumn))
	there, cards := newCardIndex[Person](nil, Person.Name), map[string]int{}
	for _, r := range rows {
		p, wrong := r.person()
		if wrong != nil {
			skipped = append(skipped, wrong)
			continue
		}
		i := there.find(p, Person.isRowOf)
		card := r.cells[cardColumn]
		if card != "" {
			at, is := cards[card]
			if !is {
				at, cards[card] = -1, len(there.all)
			}
			i = at
		}
		if i < 0 {
			there.add(p)
		} else {
			if card == "" && there.all[i].mayBeAnother(p) {
				skipped = append(skipped, &SharedNameError{r.line, p.Name(), p.Posts[0].Title})
			}
			there.put(i, there.all[i].with(p))
		}
	}
	return there.all, skipped, err
}

// isRowOf reports whether two rows are of one person: nothing that both say is
// said differently.
func (p Person) isRowOf(q Person) bool {
	if p.Name() != q.Name() || p.Patronymic != q.Patronymic {
		return false
	}
	for _, pair := range [][2]string{{string(p.Gender), string(q.Gender)}, {p.Country, q.Country}, {p.Organisation, q.Organisation}, {p.English, q.English}} {
		if pair[0] != pair[1] && pair[0] != "" && pair[1] != "" {
			return false
		}
	}
	return true
}

// mayBeAnother reports a row of the person's name that may be of somebody else: it has another post, and neither is
// said to begin, to end or to be held beside others.
func (p Person) mayBeAnother(row Person) bool {
	undated := func(post Post) bool { return post.From.IsZero() && post.Until.IsZero() && !post.Beside }
	return slices.ContainsFunc(row.Posts, undated) && slices.ContainsFunc(p.Posts, undated) && !p.hasPost(row.Posts[0].Title)
}

// ReadOrganisationsCSV reads a table of organisations.
func ReadOrganisationsCSV(data []byte) (all []Organisation, skipped []error, err error) {
	rows, skipped, err := read(data, Organisations, organisationColumns)
	for _, r := range rows {
		o := Organisation{Name: r.cells["name"], Short: r.cells["short"], Abbreviation: r.cells["abbreviation"], English: r.cells["english"], Other: r.other(nameIn), Forms: r.forms()}
		if check(Organisations, o) != nil {
			skipped = append(skipped, &TableError{r.line, "", namesColumn})
			continue
		}
		all = append(all, o)
	}
	return all, skipped, err
}

// ReadPlacesCSV reads a table of places.
func ReadPlacesCSV(data []byte) (places []Place, skipped []error, err error) {
	rows, skipped, err := read(data, Places, placeColumns)
	for _, r := range rows {
		p := Place{
			Name: r.cells["name"], Official: r.cells["official"], Preposition: r.cells["preposition"],
			Country: r.cells["country"], Zone: r.cells["zone"], English: r.cells["english"], Other: r.other(nameIn), Forms: r.forms(),
		}
		if check(Places, p) != nil {
			skipped = append(skipped, &TableError{r.line, "", namesColumn})
			continue
		}
		places = append(places, p)
	}
	return places, skipped, err
}

// read takes a table with commas, semicolons or tabs between its fields, whichever make most columns
// known, or else its first line has most. What stands above the line that names them is passed over. Rows in which nothing stands, as spreadsheets leave them, are none.
func read(data []byte, register string, columns []string) (rows []row, skipped []error, err error) {
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	var r *csv.Reader
	var names []string
	var told map[string]string
	known := 0
	for _, mark := range marksOf(data) {
		from := csv.NewReader(bytes.NewReader(data))
		from.FieldsPerRecord, from.Comma = -1, mark
		called, headings, unknown, wrong := readHead(from, register, columns)
		if n := len(called) - count(called, ""); n > known {
			r, names, told, skipped, known, err = from, called, headings, unknown, n, wrong
		} else if r == nil && err == nil {
			err = wrong
		}
	}
	if r == nil || err != nil {
		return nil, nil, err
	}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, skipped, nil
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			skipped = append(skipped, &QuoteError{broken.StartLine})
			continue
		}
		if err != nil {
			return rows, skipped, fmt.Errorf("read the table: %w", err)
		}
		line, _ := r.FieldPos(0)
		if one, wrong := newRow(line, names, told, cells); wrong != nil {
			skipped = append(skipped, wrong)
		} else if one.said() {
			rows = append(rows, one)
		}
	}
}

// marksOf are what may part the cells of a table, what its first line has most of first; of as many, commas may
// stand within cells.
func marksOf(data []byte) []rune {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if !bytes.ContainsAny(first, ";\t") {
		return []rune{',', ';', '\t'}
	}
	marks := []rune{';', '\t', ','}
	slices.SortStableFunc(marks, func(a, b rune) int {
		return bytes.Count(first, []byte(string(b))) - bytes.Count(first, []byte(string(a)))
	})
	return marks
}

func count(names []string, name string) (n int) {
	for _, one := range names {
		if one == name {
			n++
		}
	}
	return n
}

// maxTitles is how many lines may stand above the head of a table, such as its title and whose it is.
const maxTitles = 10

// readHead reads the line that names the columns, and what stands above it. Where no line does, its
// error is a *HeadError.
func readHead(r *csv.Reader, register string, columns []string) (names []string, told map[string]string, unknown []error, err error) {
	for above := range maxTitles + 1 {
		cells, err := r.Read()
		if above > 0 && (errors.Is(err, io.EOF) || errors.As(err, new(*csv.ParseError))) {
			break
		}
		if err != nil {
			return nil, nil, nil, fmt.Errorf("read the table: %w", err)
		}
		names, told, unknown, err = head(cells, columns)
		if err != nil {
			return nil, nil, nil, err
		}
		if slices.ContainsFunc(names, func(name string) bool { return slices.Contains([]string{"name", "first", "last", wholeColumn}, name) }) {
			return names, told, unknown, nil
		}
	}
	return nil, nil, nil, &HeadError{register}
}

// newRow gives cells their columns. One more than there are columns is told.
func newRow(line int, names []string, told map[string]string, cells []string) (row, error) {
	one := row{line, map[string]string{}, told}
	for i, cell := range cells {
		cell = Line(cell)
		switch {
		case strings.ContainsRune(cell, utf8.RuneError):
			return row{}, &TableError{line, strings.ToValidUTF8(cell, "�"), lettersColumn}
		case i < len(names) && names[i] == "": // it was told with the head
		case i < len(names):
			one.cells[names[i]] = cell
		case cell != "":
			return row{}, &TableError{line, cell, fmt.Sprint(i + 1)}
		}
	}
	return one, nil
}

// isColumn reports whether a table may have a column of that name.
func isColumn(columns []string, name string) bool {
	if slices.Contains(columns, name) {
		return true
	}
	for _, prefix := range []string{nameIn, postIn} {
		if code, ok := strings.CutPrefix(name, prefix); ok && languageCode.MatchString(code) && (prefix == nameIn || slices.Contains(columns, "post")) {
			return true
		}
	}
	return false
}

// other are the names in the languages whose columns begin so.
func (r row) other(prefix string) Other {
	var o Other
	for column, cell := range r.cells {
		code, ok := strings.CutPrefix(column, prefix)
		if !ok || cell == "" || !languageCode.MatchString(code) {
			continue
		}
		if o == nil {
			o = Other{}
		}
		o[code] = cell
	}
	return o
}

func (r row) said() bool {
	for _, cell := range r.cells {
		if cell != "" {
			return true
		}
	}
	return false
}

// name is a part of a name; in the tables that we write it stays as it is.
func (r row) name(column string) string {
	if r.headings[column] == column {
		return r.cells[column]
	}
	return inSmall(r.cells[column])
}

// person is the card that a row makes, with one post at most.
func (r row) person() (Person, error) {
	p := Person{
		First: r.name("first"), Patronymic: r.name("patronymic"), Last: r.name("last"), Gender: genderOf(r.cells["gender"]),
		Country: r.cells["country"], Organisation: r.cells["organisation"], Full: r.cells["full"], Short: r.cells["short"],
		English: r.cells["english"], EnglishShort: r.cells["english_short"], Other: r.other(nameIn), Forms: r.forms(),
	}
	if whole := r.cells[wholeColumn]; whole != "" && p.First == "" && p.Last == "" {
		r.cells["post"] = p.nameBy(whole, r.cells["post"])
	}
	if check(People, p) != nil {
		return p, &TableError{r.line, "", namesColumn}
	}
	if check(People, p.Gender) != nil {
		return p, r.wrong("gender", string(p.Gender))
	}
	post, err := r.post()
	if post != nil {
		p.Posts = []Post{*post}
	}
	return p, err
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

// post is the post of a row, nil where it has none.
func (r row) post() (*Post, error) {
	p := &Post{Title: r.cells["post"], English: r.cells["post_english"], Other: r.other(postIn), Beside: r.cells["beside"] != ""}
	for _, end := range []struct {
		column string
		day    *release.Date
	}{{"from", &p.From}, {"until", &p.Until}} {
		text := r.cells[end.column]
		if text == "" {
			continue
		}
		d, ok := grammar.ParseDate(text)
		if !ok {
			return nil, r.wrong(end.column, text)
		}
		*end.day = d
	}
	switch {
	case p.endsEarly():
		return nil, r.wrong("until", p.From.String()+" – "+p.Until.String())
	case p.Title != "":
		return p, nil
	case p.English != "" || !p.From.IsZero() || !p.Until.IsZero():
		return nil, r.wrong("post", "") // they would have nothing to belong to
	}
	return nil, nil //nolint:nilnil // no post is no error
}
