package window

import (
	"fmt"
	"image/color"
	"slices"
	"sort"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/moment"
)

// releaseList shows results, of any number, and fetches what comes into view.
// Enter opens, Space marks; with Ctrl a click marks too, with Shift it marks
// up to where it goes.
type releaseList struct {
	controls.List
	words    *translations.Words
	now      func() time.Time
	modifier func() fyne.KeyModifier
	onOpen   func(id int64)
	onMarked func(marked []int64)
	// fetch reads the entries of positions away from the UI goroutine, and calls
	// fetched there.
	fetch func(positions []library.Position)

	results results
	entries map[int64]library.Entry // what rows say; may be older than the library
	asked   map[int]bool            // pages of results that were fetched
	marked  map[int64]bool
	shown   int64 // the release in the drafting pane
	focused widget.ListItemID
	anchor  widget.ListItemID // where a range of marks begins
}

func newReleaseList(keys *controls.Keyboard, words *translations.Words) *releaseList {
	l := &releaseList{words: words, entries: map[int64]library.Entry{}, asked: map[int]bool{}, marked: map[int64]bool{}}
	l.Length = func() int { return len(l.results.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newListRow() }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { l.fill(i, o.(*fyne.Container)) }
	l.OnSelected = l.chosen
	l.OnHighlighted = func(i widget.ListItemID) { l.focused = i }
	l.HideSeparators = true
	l.Extend(keys, l)
	l.SetName(words.Text("library-list"))
	return l
}

// show puts other results on the screen; entries are the first of them. What
// is known of the others is shown until it is fetched anew.
func (l *releaseList) show(r results, entries []library.Entry) {
	l.results = r
	l.asked = map[int]bool{}
	for _, e := range entries {
		l.entries[e.ID] = e
	}
	l.UnselectAll()
	l.Refresh()
}

// recall takes over what another list knows of the releases, and which are marked.
func (l *releaseList) recall(old *releaseList) {
	l.entries, l.marked, l.shown, l.focused, l.anchor = old.entries, old.marked, old.shown, old.focused, old.anchor
}

// fetched takes what fetch has read.
func (l *releaseList) fetched(entries []library.Entry) {
	for _, e := range entries {
		l.entries[e.ID] = e
	}
	l.Refresh()
}

// fetchPage is how many releases are read at a time.
const fetchPage = 64

func (l *releaseList) want(index int) {
	page := index / fetchPage
	if l.asked[page] {
		return
	}
	l.asked[page] = true
	end := min((page+1)*fetchPage, len(l.results.positions))
	l.fetch(l.results.positions[page*fetchPage : end])
}

// chosen opens a release, or marks it where a key says so.
func (l *releaseList) chosen(i widget.ListItemID) {
	id, ok := l.results.at(i)
	if !ok {
		l.Unselect(i)
		return
	}
	switch m := l.modifier(); {
	case m&fyne.KeyModifierShift != 0:
		for _, id := range l.results.between(l.anchor, i) {
			l.marked[id] = true
		}
		l.tellMarked()
	case m&fyne.KeyModifierShortcutDefault != 0:
		l.toggle(i)
	default:
		l.anchor, l.focused = i, i
		l.onOpen(id)
	}
}

func (l *releaseList) toggle(i widget.ListItemID) {
	id, ok := l.results.at(i)
	if !ok {
		return
	}
	l.anchor = i
	if l.marked[id] {
		delete(l.marked, id)
	} else {
		l.marked[id] = true
	}
	l.tellMarked()
}

// markAll marks everything that is listed.
func (l *releaseList) markAll() {
	for _, p := range l.results.positions {
		l.marked[p.ID()] = true
	}
	l.tellMarked()
}

// unmark takes every mark away.
func (l *releaseList) unmark() {
	clear(l.marked)
	l.tellMarked()
}

// tellMarked hands over the marked releases, in the order of the list.
func (l *releaseList) tellMarked() {
	var ids []int64
	for _, p := range l.results.positions {
		if l.marked[p.ID()] {
			ids = append(ids, p.ID())
		}
	}
	l.current(l.shown) // a click on a row chose it, and it was only to be marked
	l.Refresh()
	l.onMarked(ids)
}

// TypedKey opens with Enter, marks with Space and unmarks with Escape.
func (l *releaseList) TypedKey(key *fyne.KeyEvent) {
	if !l.Fresh(key.Name) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.Select(l.focused)
	case fyne.KeySpace:
		l.toggle(l.focused)
	case fyne.KeyEscape:
		l.unmark()
	default:
		l.Highlight(key)
	}
}

// TypedShortcut marks everything with the key that selects all in a text.
func (l *releaseList) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		l.markAll()
		return
	}
	l.List.TypedShortcut(s)
}

// current shows which release is in the drafting pane.
func (l *releaseList) current(id int64) {
	l.shown = id
	chosen := l.OnSelected
	l.OnSelected = nil
	defer func() { l.OnSelected = chosen }()
	if i := l.results.rowOf(id); id != 0 && i >= 0 {
		l.Select(i)
		return
	}
	l.UnselectAll()
}

// listRow's parts, in the order of its objects.
const (
	rowMark = iota
	rowHead
	rowBelow
	rowMonth
)

func newListRow() *fyne.Container {
	mark := canvas.NewRectangle(color.Transparent)
	mark.CornerRadius = markWidth / 2
	head, below := widget.NewRichText(), widget.NewRichText()
	head.Truncation, below.Truncation = fyne.TextTruncateClip, fyne.TextTruncateClip
	month := widget.NewLabel("")
	month.Importance = widget.LowImportance
	month.TextStyle.Bold = true
	month.SizeName = theme.SizeNameCaptionText
	return container.New(rowLayout{}, mark, head, below, month)
}

func (l *releaseList) fill(i widget.ListItemID, o *fyne.Container) {
	if i >= len(l.results.rows) {
		return
	}
	r := l.results.rows[i]
	head, below, heading := o.Objects[rowHead].(*widget.RichText), o.Objects[rowBelow].(*widget.RichText), o.Objects[rowMonth].(*widget.Label)
	head.Hidden, below.Hidden, heading.Hidden = r.index < 0, r.index < 0, r.index >= 0
	mark := o.Objects[rowMark].(*canvas.Rectangle)
	mark.FillColor = color.Transparent
	if r.index < 0 {
		heading.SetText(l.words.Text(fmt.Sprintf("month-%d", r.month.of), map[string]any{"Year": r.month.year}))
		mark.Refresh()
		return
	}
	l.want(r.index)
	id := l.results.positions[r.index].ID()
	if l.marked[id] {
		mark.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	mark.Refresh()
	e, known := l.entries[id]
	if !known {
		e.Headline = "…"
	}
	width := o.Size().Width
	head.Segments = marked(fitted(title(l.words, e), l.results.query, width, theme.TextSize(), true), l.results.query, headStyle, hitStyle)
	below.Segments = l.below(e, width)
	head.Refresh()
	below.Refresh()
}

// The styles of a row's text. A hit is bold and has the colour of links.
var (
	headStyle  = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameForeground}
	hitStyle   = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNamePrimary}
	belowStyle = widget.RichTextStyle{Inline: true, ColorName: theme.ColorNamePlaceHolder, SizeName: theme.SizeNameCaptionText}
	smallHit   = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNamePrimary, SizeName: theme.SizeNameCaptionText}
	alarmStyle = widget.RichTextStyle{Inline: true, TextStyle: fyne.TextStyle{Bold: true}, ColorName: theme.ColorNameError, SizeName: theme.SizeNameCaptionText}
)

// marked parts a text into what the query has found in it and the rest.
func marked(text string, q library.Query, style, hit widget.RichTextStyle) []widget.RichTextSegment {
	var segments []widget.RichTextSegment
	add := func(text string, style widget.RichTextStyle) {
		if text != "" {
			segments = append(segments, &widget.TextSegment{Text: text, Style: style})
		}
	}
	at := 0
	for _, s := range q.Spans(text) {
		add(text[at:s[0]], style)
		add(text[s[0]:s[1]], hit)
		at = s[1]
	}
	add(text[at:], style)
	return segments
}

// below is a row's second line: an embargo that still holds, then when, where
// and how far; or the words found, where the headline has none of them.
func (l *releaseList) below(e library.Entry, width float32) []widget.RichTextSegment {
	var segments []widget.RichTextSegment
	if !e.Embargo.IsZero() && l.now().Before(e.Embargo.At) {
		until := l.words.Text("row-embargo", map[string]any{"Until": e.Embargo.At.Format("02.01 15:04")})
		segments = append(segments, &widget.TextSegment{Text: until + " · ", Style: alarmStyle})
		width -= fyne.MeasureText(until+" · ", theme.CaptionTextSize(), fyne.TextStyle{Bold: true}).Width
	}
	text := details(l.words, e)
	if e.Twin {
		text += " · " + l.words.Text("row-twin")
	}
	q := l.results.query
	if hits := q.Spans(e.Lead); len(hits) > 0 && len(q.Spans(e.Headline)) == 0 && e.Headline != "" {
		text = around(e.Lead, hits[0][0]) + " · " + moment.FormatDate(e.Date)
	}
	return append(segments, marked(fitted(text, q, width, theme.CaptionTextSize(), false), q, belowStyle, smallHit)...)
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

// title is what a release is called in the list.
func title(words *translations.Words, e library.Entry) string {
	switch {
	case e.Headline != "":
		return e.Headline
	case e.Lead != "":
		return e.Lead
	default:
		return words.Text("library-untitled")
	}
}

func details(words *translations.Words, e library.Entry) string {
	if e.ID == 0 {
		return ""
	}
	parts := make([]string, 0, 3)
	for _, part := range []string{moment.FormatDate(e.Date), e.Place, words.Text("status-" + string(e.Status))} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// rowLayout sets the two lines of a row closer than two texts would stand.
type rowLayout struct{}

const (
	rowHeight = 46
	markWidth = 4
)

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, rowHeight) }

func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[rowMark].Move(fyne.NewPos(0, 4))
	objects[rowMark].Resize(fyne.NewSize(markWidth, size.Height-8))
	objects[rowHead].Move(fyne.NewPos(0, -4))
	objects[rowHead].Resize(fyne.NewSize(size.Width, 30))
	objects[rowBelow].Move(fyne.NewPos(0, 17))
	objects[rowBelow].Resize(fyne.NewSize(size.Width, 28))
	objects[rowMonth].Move(fyne.NewPos(0, size.Height-30))
	objects[rowMonth].Resize(fyne.NewSize(size.Width, 30))
}
