package releases

import (
	"fmt"
	"image/color"
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/caption"
	"communique/app/window/screen"
	"communique/editor/moment"
)

// A row's objects, in their order.
const (
	rowStrip = iota // beside what is selected
	rowHead
	rowBelow
	rowMonth
)

func newRow() *fyne.Container {
	strip := canvas.NewRectangle(color.Transparent)
	strip.CornerRadius = stripWidth / 2
	head, below := widget.NewRichText(), widget.NewRichText()
	head.Truncation, below.Truncation = fyne.TextTruncateClip, fyne.TextTruncateClip
	month := widget.NewLabel("")
	month.Importance = widget.LowImportance
	month.TextStyle.Bold = true
	month.SizeName = theme.SizeNameCaptionText
	return container.New(rowLayout{}, strip, head, below, month)
}

func (l *list) fill(i widget.ListItemID, o *fyne.Container) {
	if i >= len(l.results.rows) {
		return
	}
	r := l.results.rows[i]
	head, below, heading := o.Objects[rowHead].(*widget.RichText), o.Objects[rowBelow].(*widget.RichText), o.Objects[rowMonth].(*widget.Label)
	head.Hidden, below.Hidden, heading.Hidden = r.index < 0, r.index < 0, r.index >= 0
	strip := o.Objects[rowStrip].(*canvas.Rectangle)
	strip.FillColor = color.Transparent
	if r.index < 0 {
		heading.SetText(l.words.Text(fmt.Sprintf("month-%d", r.month.of), map[string]any{"Year": r.month.year}))
		strip.Refresh()
		return
	}
	l.want(r.index)
	id := l.results.positions[r.index].ID()
	if l.selected[id] {
		strip.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	strip.Refresh()
	e, known := l.entries[id]
	if !known {
		e.Headline = "…"
	}
	width := o.Size().Width
	head.Segments = highlighted(fitted(caption.Title(l.words, e), l.results.query, width, theme.TextSize(), true), l.results.query, headStyle, screen.HitStyle())
	below.Segments = l.below(e, width)
	head.Refresh()
	below.Refresh()
}

// The styles of a row's text.
var (
	headStyle  = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground}
	belowStyle = widget.RichTextStyle{Inline: true, ColorName: theme.ColorNamePlaceHolder, SizeName: theme.SizeNameCaptionText}
	smallHit   = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNamePrimary, SizeName: theme.SizeNameCaptionText}
	alarmStyle = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameError, SizeName: theme.SizeNameCaptionText}
)

// highlighted sets a text with what the query has found in it.
func highlighted(text string, q library.Query, style, hit widget.RichTextStyle) []widget.RichTextSegment {
	return screen.Highlight(text, q.Spans(text), style, hit)
}

// below is a row's second line: an embargo that still holds, then when, where
// and how far; or the words found, where the headline has none of them.
func (l *list) below(e library.Entry, width float32) []widget.RichTextSegment {
	var segments []widget.RichTextSegment
	if !e.Embargo.IsZero() && l.now().Before(e.Embargo.At) {
		until := l.words.Text("row-embargo", map[string]any{"Until": e.Embargo.At.Format("02.01 15:04")})
		segments = append(segments, &widget.TextSegment{Text: until + " · ", Style: alarmStyle})
		width -= fyne.MeasureText(until+" · ", theme.CaptionTextSize(), fyne.TextStyle{Bold: true}).Width
	}
	text := caption.Details(l.words, e)
	if e.Twin {
		text += " · " + l.words.Text("row-twin")
	}
	q := l.results.query
	if hits := q.Spans(e.Lead); len(hits) > 0 && len(q.Spans(e.Headline)) == 0 && e.Headline != "" {
		text = around(e.Lead, hits[0][0]) + " · " + moment.FormatDate(e.Date)
	}
	return append(segments, highlighted(fitted(text, q, width, theme.CaptionTextSize(), false), q, belowStyle, smallHit)...)
}

// fitted cuts a text to a width in Fyne's units, such that what the query has
// found in it is seen. (A RichText cuts only its last segment.)
func fitted(text string, q library.Query, width, size float32, bold bool) string {
	width -= 2*theme.InnerPadding() + 4 // hits are a little wider
	fits := func(text string) bool {
		return fyne.MeasureText(text, size, fyne.TextStyle{Bold: bold}).Width <= width
	}
	if width <= 0 || fits(text) {
		return text
	}
	if hits := q.Spans(text); len(hits) > 0 && !fits(text[:hits[0][1]]+"…") {
		text = around(text, hits[0][0])
	}
	runes := []rune(text)
	n := sort.Search(len(runes), func(n int) bool { return !fits(string(runes[:n+1]) + "…") })
	return strings.TrimRight(string(runes[:n]), " ,.–") + "…"
}

// around begins a text some words before a place in it.
func around(text string, at int) string {
	const before = 2 // words
	words := strings.Fields(text[:at])
	if len(words) <= before {
		return text
	}
	return "… " + strings.Join(slices.Concat(words[len(words)-before:], []string{text[at:]}), " ")
}

// rowLayout sets the two lines of a row closer than two texts would stand.
type rowLayout struct{}

const (
	rowHeight  = 46
	stripWidth = 4
)

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, rowHeight) }

func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[rowStrip].Move(fyne.NewPos(0, 4))
	objects[rowStrip].Resize(fyne.NewSize(stripWidth, size.Height-8))
	objects[rowHead].Move(fyne.NewPos(0, -4))
	objects[rowHead].Resize(fyne.NewSize(size.Width, 30))
	objects[rowBelow].Move(fyne.NewPos(0, 17))
	objects[rowBelow].Resize(fyne.NewSize(size.Width, 28))
	objects[rowMonth].Move(fyne.NewPos(0, size.Height-30))
	objects[rowMonth].Resize(fyne.NewSize(size.Width, 30))
}
