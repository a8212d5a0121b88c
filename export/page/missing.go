package page

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/rangetable"
	"golang.org/x/text/unicode/runenames"
)

// unset are scripts whose letters are joined, reordered or written from right to left. Letters
// are set one after another here, and so these would be wrong even where a face of the house has them.
var unset = sync.OnceValue(func() *unicode.RangeTable {
	return rangetable.Merge(
		unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Samaritan, unicode.Mandaic,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
		unicode.Tibetan, unicode.Myanmar, unicode.Khmer, unicode.Mongolian, unicode.Thai, unicode.Lao,
	)
})

// isSettable reports whether a letter can be set for itself.
func isSettable(r rune) bool { return r < firstUnset || !unicode.Is(unset(), r) }

// Lacking are letters that no face has. As a fact it says what would help.
type Lacking []rune

// Fact names a sentence for the translations: a face of the house's own can have the letters, or
// some are of scripts that pages are not set in, whatever the face.
func (l Lacking) Fact() (string, map[string]any) {
	help := "letters-face"
	if slices.ContainsFunc(l, func(r rune) bool { return !isSettable(r) }) {
		help = "letters-unset"
	}
	return help, nil
}

// firstUnset is the first letter of the scripts that are not set: those before it are asked for most.
const firstUnset = 0x590

// mostNamed are as many letters as are told by their names.
const mostNamed = 6

// Describe lists letters by their names in Unicode: where no face has a letter,
// most screens do not either. Many are told by their scripts, the first of each and how many.
func Describe(letters []rune) string {
	if len(letters) > mostNamed {
		return describeMany(letters)
	}
	var list []string
	for _, r := range letters {
		name := runenames.Name(r)
		if name == "" || strings.HasPrefix(name, "<") {
			name = fmt.Sprintf("%U", r)
		}
		list = append(list, fmt.Sprintf("%c (%s)", r, name))
	}
	return strings.Join(list, ", ")
}

func describeMany(letters []rune) string {
	scripts := map[string][]rune{}
	for _, r := range letters {
		name := scriptOf(r)
		scripts[name] = append(scripts[name], r)
	}
	var list []string
	for _, name := range slices.Sorted(maps.Keys(scripts)) {
		of := scripts[name]
		shown := strings.Join(strings.Split(string(of[:min(len(of), mostNamed)]), ""), " ")
		if len(of) > mostNamed {
			shown += " …"
		}
		list = append(list, fmt.Sprintf("%s (%s: %d)", shown, name, len(of)))
	}
	return strings.Join(list, ", ")
}

// scriptOf is what Unicode calls the script of a letter; "Common" of signs that many have.
func scriptOf(r rune) string {
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return name
		}
	}
	return "Unknown"
}
