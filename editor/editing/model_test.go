package editing

import (
	"slices"
	"strings"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"communique/editor/release"
)

// model is a draft as plainly as one can be kept: a line for each paragraph, each item and
// each field, and what it is, in the signs of the drawings.
type model struct {
	lines []modelLine
	from  modelPlace // where the selection began
	caret modelPlace
}

type modelLine struct {
	kind string
	text string
	tabs int // before an item
}

type modelPlace struct{ line, column int } // code points

func (m model) copied() model {
	m.lines = slices.Clone(m.lines)
	return m
}

func (m *model) runes(line int) []rune { return []rune(m.lines[line].text) }

func (m *model) ends() (from, to modelPlace) {
	if a, b := m.from, m.caret; a.line < b.line || a.line == b.line && a.column <= b.column {
		return a, b
	}
	return m.caret, m.from
}

func (m *model) at(line, column int) {
	m.caret = modelPlace{line, column}
	m.from = m.caret
}

func (m *model) isBody(line int) bool { return strings.Contains("p#-", m.lines[line].kind) }

// joins reports whether the words of a line can go on in others.
func (m *model) joins(line int) bool { return m.isBody(line) || m.lines[line].kind == "=" }

// cut takes the selection out, and reports whether that changed anything.
func (m *model) cut() bool {
	before := slices.Clone(m.lines)
	m.cutLines()
	return !slices.Equal(before, m.lines)
}

func (m *model) cutLines() {
	from, to := m.ends()
	if from == to {
		return
	}
	head, tail := m.runes(from.line)[:from.column], m.runes(to.line)[to.column:]
	if from.line == to.line {
		m.lines[from.line].text = string(head) + string(tail)
		m.at(from.line, from.column)
		return
	}
	var between []modelLine
	for _, l := range m.lines[from.line+1 : to.line] {
		if strings.Contains("!?=", l.kind) {
			between = append(between, modelLine{kind: l.kind})
		}
	}
	first, last := m.lines[from.line], m.lines[to.line]
	var seam []modelLine
	place := modelPlace{from.line, from.column}
	switch {
	case !m.joins(from.line) || !m.joins(to.line):
		seam = slices.Concat([]modelLine{{first.kind, string(head), first.tabs}}, between, []modelLine{{last.kind, string(tail), last.tabs}})
	case from.column == 0 && m.isBody(from.line):
		seam = []modelLine{{last.kind, string(tail), last.tabs}}
		place = modelPlace{from.line, 0}
	default:
		seam = []modelLine{{first.kind, string(head) + string(tail), first.tabs}}
	}
	m.lines = slices.Replace(m.lines, from.line, to.line+1, seam...)
	m.at(place.line, place.column)
}

func (m *model) insert(text string) {
	line := m.runes(m.caret.line)
	m.lines[m.caret.line].text = string(line[:m.caret.column]) + text + string(line[m.caret.column:])
	m.at(m.caret.line, m.caret.column+len([]rune(text)))
}

// sign makes another kind of a line where one was typed; false where none was.
func (m *model) sign() bool {
	l := &m.lines[m.caret.line]
	if l.kind != "p" && l.kind != "=" || m.caret.column != 2 {
		return false
	}
	kind := map[string]string{"# ": "#", "- ": "-"}[string(m.runes(m.caret.line)[:2])]
	if kind == "" {
		return false
	}
	text := string(m.runes(m.caret.line)[2:])
	if l.kind == "=" {
		l.text = ""
		m.lines = slices.Insert(m.lines, m.caret.line+1, modelLine{kind: kind, text: text})
		m.at(m.caret.line+1, 0)
		return true
	}
	*l = modelLine{kind: kind, text: text}
	m.at(m.caret.line, 0)
	return true
}

// enter reports whether it changed anything.
func (m *model) enter() bool {
	changed := m.cut()
	i, c := m.caret.line, m.caret.column
	l, text := m.lines[i], m.runes(i)
	put := func(before, after modelLine, line int) {
		m.lines = slices.Replace(m.lines, i, i+1, before, after)
		m.at(line, 0)
	}
	switch {
	case strings.Contains("!?", l.kind):
		m.at(i+1, 0)
		return changed
	case l.kind == "@":
		m.insert("\n")
	case l.kind == "=":
		put(modelLine{kind: "=", text: string(text[:c])}, modelLine{kind: "p", text: string(text[c:])}, i+1)
	case l.kind == "p" && l.text == "---" && c == 3:
		put(modelLine{kind: "---"}, modelLine{kind: "p"}, i+1)
	case l.kind != "p" && l.text == "":
		m.out(i)
	case l.kind != "-" && c == 0 && len(text) > 0:
		put(modelLine{kind: "p"}, l, i+1)
	case l.kind == "#" && c == len(text):
		put(l, modelLine{kind: "p"}, i+1)
	default:
		put(modelLine{l.kind, string(text[:c]), l.tabs}, modelLine{l.kind, string(text[c:]), l.tabs}, i+1)
	}
	return true
}

func (m *model) backspace() bool {
	if m.from != m.caret {
		return m.cut()
	}
	i, c := m.caret.line, m.caret.column
	l := m.lines[i]
	switch {
	case c > 0:
		m.left()
		text := m.runes(i)
		m.lines[i].text = string(text[:m.caret.column]) + string(text[c:])
	case l.kind == "!":
		return false
	case strings.Contains("?=@", l.kind):
		m.left()
		return false
	case l.kind != "p":
		m.out(i)
	case m.lines[i-1].kind == "---":
		m.lines = slices.Delete(m.lines, i-1, i)
		m.at(i-1, 0)
	default:
		m.join(i - 1)
	}
	return true
}

// join joins a line and the next.
func (m *model) join(i int) {
	n := len(m.runes(i))
	if n == 0 && m.lines[i].kind == "-" && m.lines[i+1].kind == "-" {
		m.lines[i].tabs = m.lines[i+1].tabs
	}
	m.lines[i].text += m.lines[i+1].text
	m.lines = slices.Delete(m.lines, i+1, i+2)
	m.at(i, n)
}

func (m *model) delete() bool {
	if m.from != m.caret {
		return m.cut()
	}
	i, c := m.caret.line, m.caret.column
	text := m.runes(i)
	switch {
	case c < len(text):
		m.right()
		m.lines[i].text = string(text[:c]) + string(text[m.caret.column:])
		m.at(i, c)
	case strings.Contains("!?@", m.lines[i].kind), m.lines[i+1].kind == "@":
		return false
	case m.lines[i+1].kind == "---":
		m.lines = slices.Delete(m.lines, i+1, i+2)
	case m.lines[i].kind == "p" && len(text) == 0:
		m.lines = slices.Delete(m.lines, i, i+1)
	default:
		m.join(i)
	}
	return true
}

func (m *model) left() {
	i, c := m.caret.line, m.caret.column
	if c == 0 {
		for i--; i >= 0 && m.lines[i].kind == "---"; i-- {
		}
		if i >= 0 {
			m.at(i, len(m.runes(i)))
		}
		return
	}
	last := 0
	for g := graphemes.FromString(string(m.runes(i)[:c])); g.Next(); {
		last = g.Start()
	}
	m.at(i, len([]rune(m.lines[i].text[:last])))
}

func (m *model) right() {
	i, c := m.caret.line, m.caret.column
	if text := m.runes(i); c < len(text) {
		g := graphemes.FromString(string(text[c:]))
		g.Next()
		m.at(i, c+len([]rune(g.Value())))
		return
	}
	for i++; i < len(m.lines) && m.lines[i].kind == "---"; i++ {
	}
	if i < len(m.lines) {
		m.at(i, 0)
	}
}

// set makes the selected lines a kind, and reports whether that changed anything.
func (m *model) set(kind string) bool {
	from, to := m.ends()
	if from.line == to.line && m.lines[from.line].kind == "=" {
		if kind == "p" {
			return false
		}
		text := m.lines[from.line].text
		m.lines[from.line].text = ""
		m.lines = slices.Insert(m.lines, from.line+1, modelLine{kind: kind, text: text})
		m.from.line, m.caret.line = from.line+1, from.line+1
		return true
	}
	if from.line != to.line && to.column == 0 && m.isBody(to.line) {
		to.line--
	}
	changed := false
	for i := from.line; i <= to.line; i++ {
		if m.isBody(i) && m.lines[i].kind != kind {
			m.lines[i].kind, m.lines[i].tabs, changed = kind, 0, true
		}
	}
	return changed
}

// paste puts paragraphs, none of them empty but the first and last, at the caret, and
// reports whether that changed anything.
func (m *model) paste(all []string) bool {
	changed := m.cut()
	i, c := m.caret.line, m.caret.column
	l, text := m.lines[i], m.runes(i)
	full := slices.DeleteFunc(slices.Clone(all), func(p string) bool { return p == "" })
	switch {
	case strings.Contains("!?", l.kind):
		m.insert(strings.Join(full, " "))
		return changed || len(full) > 0
	case l.kind == "@":
		m.insert(strings.Join(all, "\n"))
		return true
	case len(all) == 1:
		m.insert(all[0])
		return true
	}
	other := map[string]string{"=": "p", "p": "p", "#": "p", "-": "-"}[l.kind]
	var put []modelLine
	if c > 0 || l.kind == "=" || l.kind == "-" {
		put = append(put, modelLine{l.kind, string(text[:c]) + all[0], l.tabs})
	} else {
		put = append(put, modelLine{kind: other, text: all[0]})
	}
	last := len(all) - 1
	for _, p := range all[1:last] {
		put = append(put, modelLine{other, p, l.tabs})
	}
	kind := other
	if c < len(text) && l.kind != "=" {
		kind = l.kind
	}
	put = append(put, modelLine{kind, all[last] + string(text[c:]), l.tabs})
	m.lines = slices.Replace(m.lines, i, i+1, put...)
	m.at(i+last, len([]rune(all[last])))
	return true
}

// list returns the first and the last line of the list with a line.
func (m *model) list(line int) (first, last int) {
	first, last = line, line
	for m.lines[first-1].kind == "-" {
		first--
	}
	for m.lines[last+1].kind == "-" {
		last++
	}
	return first, last
}

// level is how deep an item stands: below the nearest one before it that has fewer tabs.
func (m *model) level(line int) int {
	first, _ := m.list(line)
	for i := line - 1; i >= first; i-- {
		if m.lines[i].tabs < m.lines[line].tabs {
			return min(m.level(i)+1, release.MaxLevel)
		}
	}
	return 0
}

// shift puts items of one list some levels deeper.
func (m *model) shift(from, to, by int) {
	first, last := m.list(from)
	levels := make([]int, last-first+1)
	for i := range levels {
		levels[i] = m.level(first + i)
	}
	for i := range levels {
		if first+i >= from && first+i <= to {
			levels[i] = min(max(levels[i]+by, 0), release.MaxLevel)
		}
	}
	for i, level := range levels {
		m.lines[first+i].tabs = level
	}
}

// out brings an item a level out, or makes a paragraph of a line.
func (m *model) out(line int) {
	if m.lines[line].kind == "-" && m.level(line) > 0 {
		m.shift(line, line, -1)
		return
	}
	m.lines[line].kind, m.lines[line].tabs = "p", 0
}

// tab reports whether it changed anything.
func (m *model) tab(back bool) bool {
	from, to := m.ends()
	switch kind := m.lines[m.caret.line].kind; {
	case kind == "-":
	case !strings.Contains("!?", kind):
		return false
	case !back:
		m.at(m.caret.line+1, 0)
		return false
	case kind == "?":
		m.at(m.caret.line-1, 0)
		return false
	default:
		return false
	}
	begins := from.column == 0
	if from.line != to.line && to.column == 0 && m.lines[to.line].kind == "-" {
		to.line--
	}
	changed := false
	for i := from.line; i <= to.line; i++ {
		if m.lines[i].kind != "-" {
			continue
		}
		first, end := m.list(i)
		last := min(end, to.line)
		movable := false
		for j := i; j <= last; j++ {
			movable = movable || back && m.level(j) > 0 || !back && m.level(j) < release.MaxLevel
		}
		if !back && (i == first || m.level(i) > m.level(i-1)) {
			movable = false
		}
		if movable {
			m.shift(i, last, map[bool]int{true: -1, false: 1}[back])
			changed = true
		}
		i = last
	}
	if !changed && back && begins {
		return m.set("p")
	}
	return changed
}
