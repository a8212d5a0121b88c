package release

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style is what a Mark does to the words it covers.
type Style string

// The styles.
const (
	Bold   Style = "bold"
	Italic Style = "italic"
	Link   Style = "link"
)

// Styles lists every Style.
func Styles() []Style { return []Style{Bold, Italic, Link} }

// Mark covers a piece of a text, which itself stays plain. Marks of one style never
// overlap, nor do two of the same meaning touch; a text's marks stand in the order
// of Start, End and Style.
type Mark struct {
	Start, End int // code points from the start of the text; End is beyond the last
	Style      Style
	Address    string // of a Link: a URL
}

// MarshalText gives the mark's form in a file: "0-7 bold", "8-12 link https://example.org".
func (m Mark) MarshalText() ([]byte, error) {
	text := fmt.Sprintf("%d-%d %s", m.Start, m.End, m.Style)
	if m.Address != "" {
		text += " " + m.Address
	}
	return []byte(text), nil
}

// UnmarshalText takes MarshalText's form. Its error is a *ValueError.
func (m *Mark) UnmarshalText(text []byte) error {
	bad := &ValueError{"marks", string(text)}
	span, rest, _ := strings.Cut(string(text), " ")
	style, address, _ := strings.Cut(rest, " ")
	from, to, ok := strings.Cut(span, "-")
	start, err := strconv.Atoi(from)
	if err != nil || !ok {
		return bad
	}
	end, err := strconv.Atoi(to)
	if err != nil {
		return bad
	}
	*m = Mark{Start: start, End: end, Style: Style(style), Address: address}
	if again, _ := m.MarshalText(); string(again) != string(text) {
		return bad // another way to write the same
	}
	return nil
}

// follows orders marks.
func (m Mark) follows(n Mark) int {
	return cmp.Or(cmp.Compare(m.Start, n.Start), cmp.Compare(m.End, n.End), cmp.Compare(m.Style, n.Style), cmp.Compare(m.Address, n.Address))
}

// sameMeaning reports whether two marks do the same to what they cover.
func (m Mark) sameMeaning(n Mark) bool { return m.Style == n.Style && m.Address == n.Address }

// Normalize puts marks in order, joins those of one meaning that touch, and drops
// what covers nothing of a text of length code points. Where two links overlap, the
// one that begins first ends where the other begins. It returns nil for no marks.
func Normalize(marks []Mark, length int) []Mark {
	if len(marks) == 0 {
		return nil
	}
	kept := make([]Mark, 0, len(marks))
	for _, m := range marks {
		m.Start, m.End = max(m.Start, 0), min(m.End, length)
		if m.Start < m.End {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, Mark.follows)
	all := make([]Mark, 0, len(kept))
	newest := map[Style]int{} // the index in all, plus one
	for _, m := range kept {
		i := newest[m.Style] - 1
		switch {
		case i < 0 || all[i].End < m.Start:
		case all[i].sameMeaning(m):
			all[i].End = max(all[i].End, m.End)
			continue
		default:
			all[i].End = min(all[i].End, m.Start)
		}
		all = append(all, m)
		newest[m.Style] = len(all)
	}
	all = slices.DeleteFunc(all, func(m Mark) bool { return m.Start >= m.End })
	slices.SortFunc(all, Mark.follows)
	if len(all) == 0 {
		return nil
	}
	return all
}

// IsAddress reports whether a Link can lead to an address: one without spaces and control
// characters.
func IsAddress(address string) bool {
	return address != "" && !strings.ContainsFunc(address, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
}

// checkMarks says what is wrong with the marks of a text: a *ValueError.
func checkMarks(field, text string, marks []Mark) error {
	length := utf8.RuneCountInString(text)
	for _, m := range marks {
		if !m.fits(length) {
			written, _ := m.MarshalText()
			return &ValueError{field, string(written)}
		}
	}
	if !slices.Equal(marks, Normalize(marks, length)) {
		written := make([]string, len(marks))
		for i, m := range marks {
			one, _ := m.MarshalText()
			written[i] = string(one)
		}
		return &ValueError{field, strings.Join(written, ", ")}
	}
	return nil
}

// fits reports whether a mark may stand in a text of length code points.
func (m Mark) fits(length int) bool {
	switch {
	case !slices.Contains(Styles(), m.Style), (m.Style == Link) != (m.Address != ""):
		return false
	case m.Address != "" && !IsAddress(m.Address):
		return false
	}
	return m.Start >= 0 && m.End <= length
}

// Run is a piece of a text that is set in one way throughout.
type Run struct {
	Text         string
	Bold, Italic bool
	Address      string // of the link it belongs to; "" for none
}

// Runs parts a text where its marks begin and end. The runs together are the text.
func Runs(text string, marks []Mark) []Run {
	if len(marks) == 0 {
		if text == "" {
			return nil
		}
		return []Run{{Text: text}}
	}
	var edges []int
	for _, m := range marks {
		edges = append(edges, m.Start, m.End)
	}
	letters := []rune(text)
	edges = append(edges, 0, len(letters))
	slices.Sort(edges)
	edges = slices.Compact(edges)
	rest := byStyle(marks, len(letters))
	var runs []Run
	for i := 1; i < len(edges); i++ {
		from, to := edges[i-1], min(edges[i], len(letters))
		if from < 0 || from >= to {
			continue
		}
		run := Run{Text: string(letters[from:to])}
		for _, m := range within(rest, from, to) {
			run.take(m)
		}
		runs = append(runs, run)
	}
	return runs
}

// byStyle parts marks by their styles: those of one stand in order and never overlap.
func byStyle(marks []Mark, length int) [][]Mark {
	rest := make([][]Mark, len(Styles()))
	for _, m := range Normalize(marks, length) {
		if i := slices.Index(Styles(), m.Style); i >= 0 {
			rest[i] = append(rest[i], m)
		}
	}
	return rest
}

// within returns the marks on the code points from start to end, and forgets those before
// them: whoever asks goes on from left to right, and goes through each mark once.
func within(rest [][]Mark, start, end int) []Mark {
	var own []Mark
	for i := range rest {
		for len(rest[i]) > 0 && rest[i][0].End <= start {
			rest[i] = rest[i][1:]
		}
		for _, m := range rest[i] {
			if m.Start >= end {
				break
			}
			own = append(own, m)
		}
	}
	return own
}

func (r *Run) take(m Mark) {
	switch m.Style {
	case Bold:
		r.Bold = true
	case Italic:
		r.Italic = true
	case Link:
		r.Address = m.Address
	}
}

// Piece returns the code points from start to end of a text, with the marks on them.
func Piece(text string, marks []Mark, start, end int) (string, []Mark) {
	letters := []rune(text)
	start, end = max(start, 0), min(end, len(letters))
	if start >= end {
		return "", nil
	}
	var own []Mark
	for _, m := range marks {
		m.Start, m.End = m.Start-start, m.End-start
		own = append(own, m)
	}
	return string(letters[start:end]), Normalize(own, end-start)
}

// Line is a line of a text with the marks on it: an item of a list, a row of a table.
type Line struct {
	Text  string
	Marks []Mark
}

// Lines parts a text at its line feeds.
func Lines(text string, marks []Mark) []Line { return split(text, marks, "\n") }

// Cells parts a row of a table at its tabs.
func Cells(row Line) []Line { return split(row.Text, row.Marks, "\t") }

func split(text string, marks []Mark, at string) []Line {
	var all []Line
	rest := byStyle(marks, utf8.RuneCountInString(text))
	start := 0
	for piece := range strings.SplitSeq(text, at) {
		end := start + utf8.RuneCountInString(piece)
		own := within(rest, start, end)
		for i := range own {
			own[i].Start, own[i].End = own[i].Start-start, own[i].End-start
		}
		all = append(all, Line{piece, Normalize(own, end-start)})
		start = end + 1
	}
	return all
}
