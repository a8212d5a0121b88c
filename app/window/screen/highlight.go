package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// HitStyle is how words that a search has found stand out: bold, and in the colour
// of links.
func HitStyle() widget.RichTextStyle {
	return widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNamePrimary}
}

// Highlight sets a text in a style, and its spans in another. Spans are places in
// bytes, in order, and do not overlap.
func Highlight(text string, spans [][2]int, style, hit widget.RichTextStyle) []widget.RichTextSegment {
	var segments []widget.RichTextSegment
	add := func(text string, style widget.RichTextStyle) {
		if text != "" {
			segments = append(segments, &widget.TextSegment{Text: text, Style: style})
		}
	}
	at := 0
	for _, s := range spans {
		add(text[at:s[0]], style)
		add(text[s[0]:s[1]], hit)
		at = s[1]
	}
	add(text[at:], style)
	return segments
}
