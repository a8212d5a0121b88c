package controls

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// mostLetters is more than any line of the window has room for.
const mostLetters = 300

// Shortened cuts a text with an ellipsis to a width in Fyne's units.
func Shortened(text string, width, size float32, style fyne.TextStyle) string {
	wide := func(text string) float32 { return fyne.MeasureText(text, size, style).Width }
	runes := []rune(text)
	if len(runes) <= mostLetters && wide(text) <= width {
		return text
	}
	runes = runes[:min(len(runes), mostLetters)]
	n := sort.Search(len(runes), func(n int) bool { return wide(string(runes[:n+1])+"…") > width })
	return strings.TrimRight(string(runes[:n]), " ,.–") + "…"
}
