package template

import "communique/editor/regexp"

// withoutGaps is a text without spaces beside each other, and without parts of a list that nothing was typed for: "ministers, , guests".
func withoutGaps(text string) string {
	return emptyPart.ReplaceAllString(spaces.ReplaceAllString(text, " "), "$1")
}

var (
	spaces    = regexp.MustCompile(` {2,}`)
	emptyPart = regexp.MustCompile(`(?m)(?:^[ ,;]+|(?:[,;] ?)+([,;] ))`)
)
