package layout

import (
	"strings"
	"sync"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/regexp"
)

// pageNumber is a line that only counts pages: «стр. 1 из 2», "Page 1", "1/2", "– 1 –", and as our own pages do in every
// language of releases. A program's own document has no numbers there: «стр. из».
var pageNumber = sync.OnceValue(func() *regexp.Regexp {
	words := []string{`(?:[-–—]\s*)?(?:стр(?:аница|\.)?|с\.|лист|page|p\.)?\s*\d{0,4}\s*(?:(?:из|of|/)\s*\d{0,4})?(?:\s*[-–—])?`}
	for _, language := range languages.All() {
		own := translations.Printed(language).Text("printed-page", map[string]any{"Page": "#", "Pages": "#"})
		own = strings.ReplaceAll(regexp.QuoteMeta(own), "#", `\d{0,4}`)
		words = append(words, strings.ReplaceAll(own, " ", `\s*`))
	}
	return regexp.MustCompile(`^(?i:` + strings.Join(words, "|") + `)$`)
})

// IsPageNumber reports whether a line only counts pages, or is empty.
func IsPageNumber(line string) bool { return pageNumber().MatchString(line) }
