package moment

import (
	"strings"
	"sync"
	"unicode"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/regexp"
)

// printed are the words of the line that names an embargo on a release in each language: our
// own papers are read back.
var printed = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, language := range languages.All() {
		line := translations.Printed(language).Text("printed-embargo-until", map[string]any{"Time": "", "Zone": ""})
		for word := range strings.FieldsFuncSeq(strings.ToLower(line), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M) && r != '’' }) {
			all[word] = true
		}
	}
	return all
})

// longestLine is of how many bytes the line that names an embargo is at most.
const longestLine = 400

var timeOfDay = regexp.MustCompile(`\d\d?:\d\d`)

// NamesEmbargo reports whether a line begins with the word for an embargo in a language that
// releases are printed in, and goes on with a time of the day, as no headline does.
func NamesEmbargo(line string) bool {
	if len(line) > longestLine || !timeOfDay.MatchString(line) || onGoods.MatchString(line) {
		return false
	}
	line = strings.ToLower(line)
	for _, language := range languages.All() {
		word := strings.ToLower(translations.Printed(language).Text("printed-embargo"))
		if rest, begins := strings.CutPrefix(line, word); begins && timeOfDay.MatchString(rest) {
			first := []rune(rest)[0]
			return !unicode.IsLetter(first) || unicode.Is(unicode.Han, first)
		}
	}
	return false
}
