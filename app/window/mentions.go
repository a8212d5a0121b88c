package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/caption"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/moment"
)

// showMentions answers "what have we said before": what a person is quoted
// with, and every release that names a person, a place or an organisation. It
// begins with the words that are selected in the draft.
func (w *Window) showMentions() {
	m := &mentions{window: w, name: w.keys.NewEntry(), quotes: container.NewVBox(), count: screen.Wrapped(""), answers: background.New(w.params.Go, w.params.Do)}
	m.name.SetText(strings.TrimSpace(w.pane.Selected()))
	m.name.PlaceHolder = w.text("mentions-hint")
	m.name.OnChanged = func(string) { m.look() }
	m.dialog = w.dialogs.New(w.text("mentions-title"), controls.Border(container.NewVBox(m.name, m.count), nil, nil, nil, container.NewVScroll(m.quotes)), w.text("button-close"))
	m.dialog.Yes(w.text("mentions-list"), theme.SearchIcon(), m.list)
	m.dialog.OnClosed(m.answers.Drop)
	m.dialog.Show(fyne.NewSize(760, 560), nil)
	m.look()
}

type mentions struct {
	window *Window
	name   *controls.Entry
	quotes *fyne.Container
	count  *widget.Label
	dialog *screen.Dialog

	answers *background.Questions // until the dialog is closed
}

// shownQuotes is how many quotations the dialog lists; the newest come first.
const shownQuotes = 60

// look finds what the named person said.
func (m *mentions) look() {
	w, name := m.window, strings.TrimSpace(m.name.Text)
	m.quotes.RemoveAll()
	m.count.SetText("")
	m.answers.Drop()
	if name == "" {
		return
	}
	var quotes []library.Quote
	var named int
	m.answers.Ask(background.Question{
		Work: func(ctx context.Context) (err error) {
			if named, err = w.params.Store.Count(ctx, library.Naming(name)); err != nil {
				return err
			}
			quotes, err = w.params.Store.Quotes(ctx, library.QuotesOf(name))
			return err
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			m.count.SetText(w.words.Plural("mentions-quotes", len(quotes)) + " · " + w.words.Plural("mentions-releases", named))
			for _, q := range quotes[:min(len(quotes), shownQuotes)] {
				m.quotes.Add(m.quote(q))
			}
			m.quotes.Refresh()
		},
	})
}

func (m *mentions) quote(q library.Quote) fyne.CanvasObject {
	text := strings.TrimSpace(q.Text)
	source := strings.TrimPrefix(moment.FormatDate(q.Entry.Date)+" · "+caption.Title(m.window.words, q.Entry), " · ")
	open := m.window.keys.NewLink(source, func() {
		m.dialog.Close()
		m.window.open(q.Entry.ID)
	})
	clip := m.window.keys.NewIconButton(m.window.text("mentions-copy"), theme.ContentCopyIcon(), func() {
		m.window.params.App.Clipboard().SetContent(text)
	})
	return container.NewVBox(screen.Wrapped(text), controls.Border(nil, nil, nil, clip, open), widget.NewSeparator())
}

// list shows every release that names what is asked for in the library pane.
func (m *mentions) list() {
	name := strings.TrimSpace(m.name.Text)
	if name == "" {
		return
	}
	m.dialog.Close()
	m.window.library.SearchFor("person", name)
	m.window.focusSearch()
}
