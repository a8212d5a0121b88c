package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/editor/draft"
)

// showMentions answers "what have we said before": what a person is quoted
// with, and every release that names a person, a place or an organisation. It
// begins with the words that are selected in the draft.
func (w *Window) showMentions() {
	m := &mentions{window: w, name: newSearchField(), quotes: container.NewVBox(), count: widget.NewLabel("")}
	m.name.SetText(strings.TrimSpace(w.pane.Selected()))
	m.name.PlaceHolder = w.text("mentions-hint")
	m.name.OnChanged = func(string) { m.look() }
	m.name.OnSubmitted = func(string) { m.list() }
	m.name.onDown = func() {}
	m.name.onEscape = func() { m.dialog.Hide() }
	all := newKeyButton(w.text("mentions-list"), m.list, func() { m.dialog.Hide() }).with(theme.SearchIcon(), widget.HighImportance)
	top := container.NewVBox(m.name, container.NewBorder(nil, nil, nil, all, m.count))
	m.dialog = dialog.NewCustom(w.text("mentions-title"), w.text("button-close"), container.NewBorder(top, nil, nil, nil, container.NewVScroll(m.quotes)), w.win)
	m.dialog.Resize(fyne.NewSize(760, 560))
	m.dialog.Show()
	w.win.Canvas().Focus(m.name)
	m.look()
}

type mentions struct {
	window *Window
	name   *searchField
	quotes *fyne.Container
	count  *widget.Label
	dialog *dialog.CustomDialog
}

// shownQuotes is how many quotations the dialog lists; the newest come first.
const shownQuotes = 60

// look finds what the named person said; an answer to a name that has changed
// meanwhile is dropped.
func (m *mentions) look() {
	w, name := m.window, strings.TrimSpace(m.name.Text)
	m.quotes.RemoveAll()
	m.count.SetText("")
	if name == "" {
		return
	}
	var quotes []library.Quote
	var named int
	w.work(func(ctx context.Context) (err error) {
		if named, err = w.params.Store.Count(ctx, library.Naming(name)); err != nil {
			return err
		}
		quotes, err = w.params.Store.Quotes(ctx, library.QuotesOf(name))
		return err
	}, func() {
		if name != strings.TrimSpace(m.name.Text) {
			return
		}
		m.count.SetText(w.words.Plural("mentions-quotes", len(quotes)) + " · " + w.words.Plural("mentions-releases", named))
		for _, q := range quotes[:min(len(quotes), shownQuotes)] {
			m.quotes.Add(m.quote(q))
		}
		m.quotes.Refresh()
	})
}

func (m *mentions) quote(q library.Quote) fyne.CanvasObject {
	text := widget.NewLabel(strings.TrimSpace(q.Text))
	text.Wrapping = fyne.TextWrapWord
	text.Selectable = true
	source := strings.TrimPrefix(draft.FormatDate(q.Entry.Date)+" · "+title(m.window.words, q.Entry), " · ")
	open := widget.NewHyperlink(source, nil)
	open.Truncation = fyne.TextTruncateEllipsis
	open.OnTapped = func() {
		m.dialog.Hide()
		m.window.open(q.Entry.ID)
	}
	return container.NewVBox(text, open, widget.NewSeparator())
}

// list shows every release that names what is asked for in the library pane.
func (m *mentions) list() {
	name := strings.TrimSpace(m.name.Text)
	if name == "" {
		return
	}
	m.dialog.Hide()
	p := m.window.library
	p.search.SetText(p.words.Text("filter-person") + `:"` + strings.ReplaceAll(name, `"`, "") + `"`)
	m.window.focusSearch()
}
