package grammar

import (
	_ "embed" // the tables of places
	"strings"
	"sync"
)

//go:embed states.txt
var statesText string

//go:embed cities.txt
var citiesText string

//go:embed gazetteer.txt
var gazetteerText string

// entry is a row of the tables of places, of organisations and of the nouns
// both are called by: what the rules cannot see of a word. states.txt explains
// how a row is written.
type entry struct {
	fixed       bool
	noun        bool   // though it ends like an adjective
	stressed    bool   // the ending carries the stress
	gender      Gender // where the ending hides it
	genitive    string // of a plural, or where the stem changes
	locative    string // the form after «в» and «на» where it is one of its own: Крыму
	preposition string // where it is not «в»
}

// places are the names that are known, in lower case.
var places = sync.OnceValue(func() map[string]entry { return readTable(statesText, citiesText) })

// isState reports a state by its short or its official name, in lower case.
func isState(name string) bool { return states()[name] }

var states = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(statesText) {
		if names := strings.Split(line, "|"); len(names) > 2 && line[0] != '#' {
			for _, text := range names[:2] {
				name, _ := readEntry(strings.TrimSpace(text))
				all[name] = true
			}
		}
	}
	return all
})

// lexeme is a state or a town as a noun: «Армения и Казахстан».
func (e entry) lexeme(word string) lexeme {
	forms, _ := placeWord(word)
	if e.isPlural(word) {
		l := lexeme{gender: Plural}
		copy(l.forms[6:], forms[:])
		return l
	}
	l := lexeme{gender: genderByEnding(word)}
	copy(l.forms[:], forms[:])
	return l
}

// gazetteer holds single words that OpenCorpora knows for places. Many of them
// are names of people too, so that they say nothing of what a phrase names.
var gazetteer = sync.OnceValue(func() map[string]entry { return readTable(gazetteerText) })

func readTable(texts ...string) map[string]entry {
	known := make(map[string]entry, strings.Count(texts[0], ",")+strings.Count(texts[0], "|"))
	for _, table := range texts {
		for line := range strings.Lines(table) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			for text := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == '|' || r == ',' }) {
				name, row := readEntry(strings.TrimSpace(text))
				add(known, name, row)
				if strings.Contains(name, "ё") {
					row.genitive, row.locative = withoutYo(row.genitive), withoutYo(row.locative)
					add(known, withoutYo(name), row)
				}
			}
		}
	}
	return known
}

func add(known map[string]entry, name string, row entry) {
	if _, ok := known[name]; !ok {
		known[name] = row
	}
}

// readEntry reads a name with its marks.
func readEntry(text string) (string, entry) {
	var row entry
	name, preposition, _ := strings.Cut(strings.ToLower(text), "@")
	row.preposition = preposition
	name, row.locative, _ = strings.Cut(name, "~")
	name, row.genitive, _ = strings.Cut(name, "=")
	name, marks, _ := strings.Cut(name, "/")
	for _, mark := range marks {
		switch mark {
		case '0':
			row.fixed = true
		case 'f':
			row.gender = Feminine
		case 'm':
			row.gender = Masculine
		case 'n':
			row.noun = true
		case 's':
			row.stressed = true
		}
	}
	return name, row
}

func findPlace(name string) (entry, bool) {
	row, ok := places()[name]
	return row, ok
}

// findPlaceWord looks a single word up among the places, and then among those
// of the gazetteer.
func findPlaceWord(word string) (entry, bool) {
	if row, ok := places()[word]; ok {
		return row, true
	}
	row, ok := gazetteer()[word]
	return row, ok
}

// marked reports whether the row says how the word declines, or only that it is known.
func (e entry) marked() bool { return e.fixed || e.stressed || e.genitive != "" || e.gender != Unknown }

// decline gives the forms of a word after its row.
func (e entry) decline(word string) six {
	switch {
	case e.fixed:
		return fixed(word)
	case e.genitive != "" && e.stressed:
		s, _ := noun{gender: Masculine, stem: drop(e.genitive, 1), stressed: true}.decline(word)
		return s
	case e.genitive != "":
		return pairForms(word, e.genitive)
	}
	if s, ok := adjectiveForms(word, false); ok && strings.HasSuffix(word, "ая") && !e.noun {
		return s // набережная
	}
	n := noun{gender: e.gender, stressed: e.stressed}
	if n.gender == Unknown {
		n.gender = genderByEnding(word)
	}
	s, _ := n.decline(word)
	return s
}
