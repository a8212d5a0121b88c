package tomltext

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// outline is a file by its tables, each with what it gives, so that what is
// wrong can be taken out and every value's line be told.
type outline struct {
	tables []*table
	counts map[string]int // how many tables a list has, by the list's address
	given  map[string]bool
	by     map[string]*table  // by address
	places map[string][]piece // by address; nil until something is looked for
	faults []Fault
}

// table is one table of a file, or one of a list of tables. An address is the
// names on the way to something, with the place in each list.
type table struct {
	address string
	names   []string
	header  string // as the mended file has it; "" of the file's own table
	head    statement
	gives   []given
	lost    bool // nobody knows which table it is
}

// given is a value with its address.
type given struct {
	statement
	address string
	names   []string
}

const step = "\x00" // between the parts of an address

func within(address string, part string) string {
	if address == "" {
		return part
	}
	return address + step + part
}

func place(address string, n int) string { return within(address, fmt.Sprintf("[%d]", n)) }

func dotted(names []string) string { return strings.Join(names, ".") }

// parse reads a file statement by statement.
func parse(text string) *outline {
	d := &outline{counts: map[string]int{}, given: map[string]bool{}, by: map[string]*table{}}
	current := &table{}
	d.tables = append(d.tables, current)
	for _, s := range statements(text) {
		if s.header() {
			current = d.begin(s)
			continue
		}
		d.add(current, s)
	}
	for _, t := range d.tables {
		if t.lost {
			d.fault(t.names, t.whole(), t.head.line, NoTOML)
		}
	}
	return d
}

func (d *outline) fault(names []string, text string, line int, why Reason) {
	if strings.ToValidUTF8(text, "") != text {
		why, text = NoUTF8, strings.ToValidUTF8(text, "�")
	}
	d.faults = append(d.faults, Fault{Line: line, Key: dotted(names), Text: text, Why: why})
}

// mended notes a header that was read although it is wrong.
func (d *outline) mended(names []string, s statement, why Reason) {
	d.faults = append(d.faults, Fault{Line: s.line, Key: dotted(names), Text: strings.TrimSpace(s.text), Why: why, Mended: true})
}

// begin begins the table that a header names. A header that only wants its
// bracket is mended, and one that comes again goes on with its table.
func (d *outline) begin(s statement) *table {
	text, sound := strings.TrimSpace(s.text), s.sound
	for range 2 {
		if !sound {
			text += "]"
			sound = newStatement(s.line, text).sound
		}
	}
	names := statement{text: text}.key()
	if !sound || len(names) == 0 {
		t := &table{head: s, lost: true, names: guessed(s.text)}
		d.tables = append(d.tables, t)
		return t
	}
	if !s.sound {
		d.mended(names, s, NoTOML)
	}
	list := strings.HasPrefix(text, "[[")
	address := d.address(names[:len(names)-1])
	last := within(address, names[len(names)-1])
	if n := d.counts[last]; n > 0 && !list {
		d.mended(names, s, NoList) // one bracket where the list has two: the next of the list
		list = true
	}
	t := &table{address: last, names: names, head: s, header: "[" + names.String() + "]"}
	if list {
		t.address, t.header = place(last, d.counts[last]), "["+t.header+"]"
		d.counts[last]++
	}
	if same := d.by[t.address]; same != nil {
		d.mended(names, s, Twice)
		return same
	}
	d.by[t.address] = t
	d.tables = append(d.tables, t)
	return t
}

// address is where names lead to: in a list to its last table.
func (d *outline) address(names []string) string {
	address := ""
	for _, name := range names {
		address = within(address, name)
		if n := d.counts[address]; n > 0 {
			address = place(address, n-1)
		}
	}
	return address
}

// add puts what a statement gives into a table.
func (d *outline) add(t *table, s statement) {
	key := s.key()
	names := slices.Concat(t.names, key)
	address := within(t.address, strings.Join(key, step))
	switch {
	case t.lost: // told with its table
	case !s.sound || len(key) == 0:
		if len(key) == 0 {
			names = slices.Concat(t.names, guessed(s.text))
		}
		d.fault(names, s.text, s.line, NoTOML)
		return
	case d.given[address]:
		d.fault(names, s.text, s.line, Twice)
		return
	default:
		d.given[address] = true
	}
	t.gives = append(t.gives, given{s, address, names})
}

// guessed is the name that a broken statement begins with.
func guessed(text string) []string {
	text = strings.TrimLeft(text, "[ \t\"'")
	end := strings.IndexFunc(text, func(r rune) bool { return !bare(r) && r != '.' })
	if end < 0 {
		end = len(text)
	}
	if end == 0 {
		return nil
	}
	return strings.Split(text[:end], ".")
}

// bare reports whether a letter may stand in a key without quotes.
func bare(r rune) bool {
	return r == '_' || r == '-' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// whole is the table as it stands in the file.
func (t *table) whole() string {
	lines := make([]string, 0, len(t.gives)+1)
	if t.head.text != "" {
		lines = append(lines, t.head.text)
	}
	for _, g := range t.gives {
		lines = append(lines, g.text)
	}
	return strings.Join(lines, "\n")
}

// line is where the table begins.
func (t *table) line() int {
	if t.head.line == 0 && len(t.gives) > 0 { // the file's own, which has no header
		return t.gives[0].line
	}
	return max(t.head.line, 1)
}

// mostConflicts is how many statements are taken out because others contradict
// them (a key that is a value here and a table there).
const mostConflicts = 64

// decode reads what is sound of the file. Statements that contradict earlier
// ones are taken out.
func (d *outline) decode() (map[string]toml.Primitive, toml.MetaData) {
	for range mostConflicts {
		text, lines := d.text()
		var tree map[string]toml.Primitive
		meta, err := decode(text, &tree)
		if err == nil {
			return tree, meta
		}
		var parse toml.ParseError
		if !errors.As(err, &parse) || parse.Position.Line < 1 || parse.Position.Line > len(lines) {
			break
		}
		d.drop(lines[parse.Position.Line-1])
	}
	for _, t := range d.tables { // it contradicts itself all over
		if !t.lost {
			d.fault(t.names, t.whole(), t.line(), NoTOML)
			d.faults[len(d.faults)-1].givenUp = true
		}
	}
	d.tables = nil
	return nil, toml.MetaData{}
}

// source is what a line of the mended text was made of.
type source struct {
	table *table
	give  int // -1: the header
}

// text is the file without what is wrong, and what each line was made of.
func (d *outline) text() (string, []source) {
	var b strings.Builder
	var lines []source
	write := func(text string, from source) {
		b.WriteString(text)
		b.WriteByte('\n')
		for range 1 + strings.Count(text, "\n") {
			lines = append(lines, from)
		}
	}
	for _, t := range d.tables {
		if t.lost {
			continue
		}
		if t.header != "" {
			write(t.header, source{t, -1})
		}
		for i, g := range t.gives {
			write(g.text, source{t, i})
		}
	}
	return b.String(), lines
}

func (d *outline) drop(s source) {
	if s.give < 0 {
		d.fault(s.table.names, s.table.whole(), s.table.head.line, Twice)
		d.tables = slices.DeleteFunc(d.tables, func(t *table) bool { return t == s.table })
		return
	}
	g := s.table.gives[s.give]
	d.fault(g.names, g.text, g.line, Twice)
	s.table.gives = slices.Delete(s.table.gives, s.give, s.give+1)
}

// find tells the line and the words of what stands at an address: the value
// itself, the table with all in it, or the value that holds it.
func (d *outline) find(address string) (line int, text string) {
	if d.places == nil {
		d.index()
	}
	for ; address != ""; address = address[:max(strings.LastIndex(address, step), 0)] {
		if found := d.places[address]; len(found) > 0 {
			parts := make([]string, len(found))
			for i, p := range found {
				parts[i] = p.text
			}
			return found[0].line, strings.Join(parts, "\n")
		}
	}
	return 0, ""
}

// piece is a table or a value as it stands in the file.
type piece struct {
	line int
	text string
}

// index notes the pieces of every address.
func (d *outline) index() {
	d.places = map[string][]piece{}
	for _, t := range d.tables {
		d.note(t.address, "", piece{t.head.line, t.whole()})
		for _, g := range t.gives {
			d.note(g.address, t.address, piece{g.line, g.text})
		}
	}
}

// note puts a piece at its address and at those above it, up to another.
func (d *outline) note(address, above string, p piece) {
	for len(address) > len(above) {
		d.places[address] = append(d.places[address], p)
		address = address[:max(strings.LastIndex(address, step), 0)]
	}
}
