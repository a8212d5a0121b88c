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

// place is a row of the tables: what the rules cannot see of a name.
type place struct {
	fixed       bool
	noun        bool   // though it ends like an adjective
	gender      Gender // of a name in ь
	genitive    string // of a plural, or where the stem changes
	preposition string // where it is not «в» or «во»
}

// places are the names that are known, in lower case.
var places = sync.OnceValue(func() map[string]place {
	known := make(map[string]place, 1500)
	for _, table := range []string{statesText, citiesText} {
		for line := range strings.Lines(table) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			for entry := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == '|' || r == ',' }) {
				name, row := readPlace(strings.TrimSpace(entry))
				if _, ok := known[name]; !ok {
					known[name] = row
				}
			}
		}
	}
	return known
})

// readPlace reads an entry with its marks, which states.txt explains.
func readPlace(entry string) (string, place) {
	var row place
	name, preposition, _ := strings.Cut(strings.ToLower(entry), "@")
	row.preposition = preposition
	name, row.genitive, _ = strings.Cut(name, "=")
	name, mark, _ := strings.Cut(name, "/")
	switch mark {
	case "0":
		row.fixed = true
	case "f":
		row.gender = Feminine
	case "m":
		row.gender = Masculine
	case "n":
		row.noun = true
	}
	return name, row
}

func findPlace(name string) (place, bool) {
	row, ok := places()[name]
	return row, ok
}
