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
}

type listLevel struct {
	start        int
	format, text string
}

// number is one of a document's lists.
type number struct {
	list  string
	start map[int]int // where a level begins anew
}

func (r *reader) readNumbering() error {
	n := numbering{abstract: map[string]*list{}, numbers: map[string]number{}, begun: map[string]bool{}}
	r.numbering = n
	return r.Package.Walk(r.named("numbering"), func(w *parts.Walker, e parts.Element) error {
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
				}
				return nil
			}, nil)
			n.numbers[id] = one
			return err
		}
		return nil
	})
}

func readList(w *parts.Walker, format string) (*list, error) {
	l, at := &list{}, 0
	for i := range l.level {
		l.level[i].start, l.level[i].format = 1, format
	}
	err := w.Inside(func(e parts.Element) error {
		switch e.Name {
		case "lvl":
			at = within(e.Get("ilvl"))
		case "start":
			l.level[at].start = count(e)
		case "numFmt":
			l.level[at].format = e.Get("val")
		case "nfc": // of Word 2003
			l.level[at].format = formats[e.Get("val")]
		case "lvlText":
			l.level[at].text = e.Get("val")
		}
		return nil
	}, nil)
	return l, err
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
