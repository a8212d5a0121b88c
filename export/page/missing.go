package page

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/runenames"
)

// Describe lists letters by their names in Unicode: where no face has a letter,
// most screens do not either.
func Describe(letters []rune) string {
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
