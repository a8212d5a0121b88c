package controls

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/surface/typeset"
)

// Wrapped is a label whose lines are broken, so that nothing of it is cut off, where those of the
// writing surface may end. Fyne ends lines at any space, those that hold a number and its noun
// together too: it is given such lines broken already.
type Wrapped struct{ widget.Label }

// NewWrapped returns a label that says something.
func NewWrapped(text string) *Wrapped {
	w := &Wrapped{}
	w.Text, w.Wrapping = text, fyne.TextWrapWord
	w.ExtendBaseWidget(w)
	return w
}

// CreateRenderer is the label's, which shows the text as it is broken here.
func (w *Wrapped) CreateRenderer() fyne.WidgetRenderer {
	r := &wrappedRenderer{WidgetRenderer: w.Label.CreateRenderer(), label: w}
	for _, o := range r.Objects() {
		if shown, ok := o.(*widget.RichText); ok {
			r.shown = shown
		}
	}
	return r
}

type wrappedRenderer struct {
	fyne.WidgetRenderer
	label *Wrapped
	shown *widget.RichText
}

// Layout breaks the text in its width.
func (r *wrappedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	if r.set(size.Width) {
		r.shown.Refresh()
	}
}

// Refresh breaks the text anew: the label has set it as it was given.
func (r *wrappedRenderer) Refresh() {
	r.set(r.label.Size().Width)
	r.WidgetRenderer.Refresh()
}

// set shows the text broken in a width, and reports whether it was shown otherwise.
func (r *wrappedRenderer) set(width float32) bool {
	segment := r.shown.Segments[0].(*widget.TextSegment)
	broken := r.label.broken(width - 2*theme.InnerPadding())
	changed := segment.Text != broken
	segment.Text = broken
	return changed
}

// broken is the text with a line feed wherever a line ends, where any of its spaces holds words together.
func (w *Wrapped) broken(width float32) string {
	if width <= 0 || w.Wrapping != fyne.TextWrapWord || !holds(w.Text) {
		return w.Text
	}
	size := theme.Size(theme.SizeNameText)
	if w.SizeName != "" {
		size = theme.Size(w.SizeName)
	}
	measure := func(words string) float32 { return fyne.MeasureText(words, size, w.TextStyle).Width }
	const rounding = 1 // what the sum of words may lack of their line
	var all strings.Builder
	var used float32
	for piece := range pieces(w.Text) {
		bare := strings.TrimRight(piece, " ")
		own := measure(bare)
		if used > 0 && used+own > width-rounding {
			all.WriteByte('\n')
			used = 0
		}
		all.WriteString(piece)
		used += own + measure(piece[len(bare):])
		if strings.HasSuffix(piece, "\n") {
			used = 0
		}
	}
	return all.String()
}

// holds reports whether a text has a space that no line ends at.
func holds(text string) bool {
	for at, r := range text {
		if r == '\u00a0' || r == '\u202f' || r == ' ' && !typeset.MayEnd(text, at+1) {
			return true
		}
	}
	return false
}

// pieces are the parts of a text behind each of which a line may end.
func pieces(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		from := 0
		for at := range text {
			if at > from && typeset.MayEnd(text, at) {
				if !yield(text[from:at]) {
					return
				}
				from = at
			}
		}
		if from < len(text) {
			yield(text[from:])
		}
	}
}
