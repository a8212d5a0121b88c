package naming

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// InRelease returns what a release names: in the fields that are no text, its place and
// its day, and then in what it publishes, as In does of so many bytes at most. What both
// name comes twice.
func InRelease(house grammar.House, index *register.Index, r release.Release, most int) []Found {
	var all []Found
	if place := strings.TrimSpace(r.Place); place != "" && len(template.Blanks(place)) == 0 {
		all = append(all, Found{Kind: template.Place, Text: place})
	}
	if !r.Date.IsZero() {
		all = append(all, Found{Kind: template.Date, Text: moment.FormatDate(r.Date)})
	}
	text := published(r)
	return append(all, In(house, index, text[:min(len(text), most)])...)
}

// published are the texts that a release publishes, each once and apart from the next.
func published(r release.Release) string {
	var texts []string
	for p := range r.Passages() {
		if p.Published() && !slices.Contains(texts, p.Text) {
			texts = append(texts, p.Text)
		}
	}
	return strings.Join(texts, "\n")
}
