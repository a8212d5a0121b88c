package docx

import (
	"strconv"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// levels is how deep lists stand within one another (ISO/IEC 29500-1, 17.9).
const levels = 9

// numberRef is a paragraph's place in a list.
type numberRef struct {
	set   bool
	id    string // "0" takes the paragraph out of its style's list
	level int
}

// numbering counts the items of a document's lists.
type numbering struct {
	abstract map[string]*list
	numbers  map[string]number
	begun    map[string]bool
}

// list is what the numbers of one definition count in.
type list struct {
	level [levels]listLevel
	count [levels]int
	style string // of lists, whose levels it has; "" for its own
}

type listLevel struct {
	start        int
	format, text string
	style        string // whose paragraphs stand in it
}

// number is one of a document's lists.
type number struct {
	list  string
	start map[int]int // where a level begins anew
}

func (r *reader) readNumbering() error {
	n := numbering{abstract: map[string]*list{}, numbers: map[string]number{}, begun: map[string]bool{}}
	r.numbering = n
	err := r.Package.Walk(r.named("numbering"), func(w *parts.Walker, e parts.Element) error {
		switch e.Name {
		case "abstractNum", "listDef":
			format := ""
			if e.Name == "listDef" { // there, what does not say is in digits
				format = "decimal"
			}
			l, err := readList(w, format)
			n.abstract[e.Get("abstractNumId")+e.Get("listDefId")] = l
			return err
		case "num", "list":
			id, one, at := e.Get("numId")+e.Get("ilfo"), number{start: map[int]int{}}, 0
			err := w.Inside(func(e parts.Element) error {
				switch e.Name {
				case "abstractNumId", "ilst":
					one.list = e.Get("val")
				case "lvlOverride":
					at = within(e.Get("ilvl"))
				case "startOverride":
					one.start[at] = count(e)
				case "lvl":
					one.list = n.own(id, one.list)
					return n.abstract[one.list].level[at].read(w)
				}
				return nil
			}, nil)
			n.numbers[id] = one
			return err
		}
		return nil
	})
	for id, l := range n.abstract {
		if of := n.abstract[n.numbers[r.styles[l.style].number.id].list]; of != nil && l.style != "" {
			n.abstract[id] = of
		}
	}
	return err
}

// own makes a copy of a list's levels for a number that has others, once, and returns its name.
func (n numbering) own(id, from string) string {
	name := "of " + id
	if from != name {
		l := list{}
		if one := n.abstract[from]; one != nil {
			l = *one
		}
		n.abstract[name] = &l
	}
	return name
}

// level is that of a style's paragraphs in its list: the one that names the style, whatever the style says.
func (n numbering) level(s style) int {
	if l := n.abstract[n.numbers[s.number.id].list]; l != nil {
		for at := range l.level {
			if l.level[at].style == s.id && s.id != "" {
				return at
			}
		}
	}
	return s.number.level
}

func readList(w *parts.Walker, format string) (*list, error) {
	l := &list{}
	for i := range l.level {
		l.level[i].start, l.level[i].format = 1, format
	}
	err := w.Inside(func(e parts.Element) error {
		switch e.Name {
		case "numStyleLink":
			l.style = e.Get("val")
		case "lvl":
			return l.level[within(e.Get("ilvl"))].read(w)
		}
		return nil
	}, nil)
	return l, err
}

// read reads a level.
func (l *listLevel) read(w *parts.Walker) error {
	return w.Inside(func(e parts.Element) error {
		switch e.Name {
		case "start":
			l.start = count(e)
		case "numFmt":
			l.format = e.Get("val")
		case "nfc": // of Word 2003
			l.format = formats[e.Get("val")]
		case "lvlText":
			l.text = e.Get("val")
		case "pStyle":
			l.style = e.Get("val")
		}
		return nil
	}, nil)
}

func level(e parts.Element) int { return within(e.Get("val")) }

func within(text string) int {
	n, _ := strconv.Atoi(text) // what is no number is the first level
	return min(max(n, 0), levels-1)
}

func count(e parts.Element) int {
	n, _ := strconv.Atoi(e.Get("val")) // what is no number counts from 0
	return min(max(n, 0), 1_000_000)
}

// next counts an item. Where its list has plain numbers it returns the item's, and where
// it has others the words of its label, both where its level, below the first, counts by letters; a
// bullet has neither. What shows nothing is no item:
// it goes on in the one above.
func (n numbering) next(ref numberRef) (value int, label string, item bool) {
	one := n.numbers[ref.id]
	l := n.abstract[one.list]
	if l == nil {
		return 0, "", true
	}
	if !n.begun[ref.id] {
		n.begun[ref.id] = true
		for at, start := range one.start {
			l.count[at] = start - 1 - (l.level[at].start - 1)
		}
	}
	l.count[ref.level]++
	for deeper := ref.level + 1; deeper < levels; deeper++ {
		l.count[deeper] = 0
	}
	at := l.level[ref.level]
	switch at.format {
	case "bullet", "":
		return 0, "", strings.TrimSpace(at.text) != "" || at.format == ""
	case "none":
		return 0, "", false
	}
	value, label = l.label(ref.level)
	return value, label, true
}

// label is the number of the item that a level has come to, and the words of its label, as next
// has them.
func (l *list) label(level int) (value int, label string) {
	at := l.level[level]
	mine := "%" + strconv.Itoa(level+1)
	if value = l.value(level); at.text != mine+"." && at.text != mine+")" && at.text != mine {
		value = 0
	}
	if value > 0 && (at.format == "decimal" || at.format == "decimalZero") {
		return value, ""
	}
	label = at.text
	for i := range level + 1 {
		label = strings.ReplaceAll(label, "%"+strconv.Itoa(i+1), layout.Numeral(l.value(i), numeral[l.level[i].format]))
	}
	if level == 0 || numeral[at.format] == "" {
		value = 0
	}
	return value, label
}

// value is the number that a level has come to.
func (l *list) value(at int) int { return max(l.count[at], 1) + l.level[at].start - 1 }

// formats are the formats of numbers as Word 2003 counts them ([MS-OSHARED] 2.2.1.3).
var formats = map[string]string{"0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter", "22": "decimalZero", "23": "bullet", "58": "russianLower", "59": "russianUpper", "255": "none"}

// numeral is how the formats of numbers are written.
var numeral = map[string]string{
	"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "russianLower": "а", "russianUpper": "А",
}
