package screen

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/template"
)

// Prose shows a text in which what is still to be filled in is told from the rest: it is
// named in words, underlined, and in the colour of what keeps a release from being issued.
type Prose struct{ widget.RichText }

// NewProse returns an empty one.
func NewProse() *Prose {
	w := &Prose{}
	w.ExtendBaseWidget(w)
	w.Wrapping, w.Scroll = fyne.TextWrapWord, container.ScrollNone
	return w
}

// SetText puts a text in the place of the one before.
func (w *Prose) SetText(text string) {
	w.Segments = nil
	at := 0
	for _, b := range template.Blanks(text) {
		before, after := strings.TrimRight(text[at:b.Start], opening), strings.TrimLeft(text[b.End:], closing)
		w.add(before, widget.RichTextStyleInline)
		w.add(text[at+len(before):b.Start]+b.Words+text[b.End:len(text)-len(after)], missing)
		at = len(text) - len(after)
	}
	w.add(text[at:], widget.RichTextStyleInline)
	w.Refresh()
}

// Marks that go with the blank behind or before them: a line could end between it and
// them, where they looked otherwise.
const (
	opening = "«„“("
	closing = ".,;:!?…»“”)"
)

// missing is how a blank looks.
var missing = widget.RichTextStyle{ColorName: theme.ColorNameError, Inline: true, SizeName: theme.SizeNameText, TextStyle: fyne.TextStyle{Underline: true}}

func (w *Prose) add(text string, style widget.RichTextStyle) {
	if text != "" {
		w.Segments = append(w.Segments, &widget.TextSegment{Text: text, Style: style})
	}
}
