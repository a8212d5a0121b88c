// Package mentions answers "what have we said before": what a person is quoted with,
// and how many releases name a person, a place or an organisation.
package mentions

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
	"communique/app/window/completion"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/moment"
	"communique/editor/register"
)

// Store is what the mentions need of the library.
type Store interface {
	Count(ctx context.Context, q library.Query) (int, error)
	Quotes(ctx context.Context, q library.Query) ([]library.Quote, error)
}

// Params are what the mentions need.
type Params struct {
	screen.Base
	Store Store
	Open  func(id int64)          // opens a release
	List  func(name string)       // lists the releases that name somebody
	Copy  func(text string) error // copies a quotation
	// Recent hands over who was named lately, when it is read; it may never.
	Recent func(take func(names []string))
}

// Show asks for a name, and begins with one that is known already; "" for none.
func Show(p Params, name string) {
	m := &mentions{Params: p, quotes: container.NewVBox(), count: screen.Wrapped(""), answers: background.New(p.Go, p.Do)}
	m.name = completion.NewField(p.Keys, false, func(string, int) []register.Hit { return nil })
	m.name.Set(strings.TrimSpace(name))
	m.name.Entry.SetPlaceHolder(m.Text("mentions-hint"))
	m.name.OnTyped = func(string) { m.look() }
	m.name.Offers = m.offers
	m.name.Refocus = func() { m.Canvas.Focus(m.name.Entry) }
	take := m.name.Entry.OnKey
	m.name.Entry.OnKey = func(key fyne.KeyName) bool { return m.name.Offering() && take(key) }
	body := controls.Border(container.NewVBox(m.name.Object(), m.count), nil, nil, nil, container.NewVScroll(m.quotes))
	m.name.OnHighlighted = body.Refresh // the rows above are more or fewer now
	m.dialog = m.Dialogs.New(m.Text("mentions-title"), body, m.Text("button-close"))
	m.dialog.Yes(m.Text("mentions-list"), theme.SearchIcon(), m.list)
	m.dialog.OnClosed(m.answers.Drop)
	m.dialog.Show(fyne.NewSize(760, 560), m.name.Entry)
	m.look()
	p.Recent(func(names []string) { m.recent = names; m.name.Offer() })
}

// offers are who was named lately, as long as nothing is typed.
func (m *mentions) offers(typed string) (all []completion.Offer) {
	if typed == "" {
		for _, name := range m.recent {
			all = append(all, completion.Offer{Text: name, Told: m.Text("mentions-recent")})
		}
	}
	return all
}

type mentions struct {
	Params
	name   *completion.Field
	recent []string
	quotes *fyne.Container
	count  *controls.Wrapped
	dialog *screen.Dialog

	answers *background.Questions // until the dialog is closed
}

// shownQuotes is how many quotations the dialog lists; the newest come first.
const shownQuotes = 60

// look finds what the named person said.
func (m *mentions) look() {
	name := strings.TrimSpace(m.name.Entry.Text)
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
			if named, err = m.Store.Count(ctx, library.Naming(name)); err != nil {
				return err
			}
			quotes, err = m.Store.Quotes(ctx, library.QuotesOf(name))
			return err
		},
		Answer: func(err error) {
			if err != nil {
				m.Fail(err)
				return
			}
			m.count.SetText(m.Words.Plural("mentions-quotes", len(quotes)) + " · " + m.Words.Plural("mentions-releases", named))
			for _, q := range quotes[:min(len(quotes), shownQuotes)] {
				m.quotes.Add(m.quote(q))
			}
			m.quotes.Refresh()
		},
	})
}

func (m *mentions) quote(q library.Quote) fyne.CanvasObject {
	text := strings.TrimSpace(q.Text)
	source := strings.TrimPrefix(moment.FormatDate(q.Entry.Date)+" · "+caption.Title(m.Words, q.Entry), " · ")
	open := m.Keys.NewLink(source, func() {
		m.dialog.Close()
		m.Open(q.Entry.ID)
	})
	clip := m.Keys.NewIconButton(m.Text("mentions-copy"), theme.ContentCopyIcon(), func() {
		if err := m.Copy(text); err != nil {
			m.Fail(err)
		}
	})
	return container.NewVBox(screen.Wrapped(text), controls.Border(nil, nil, nil, clip, open), widget.NewSeparator())
}

// list shows every release that names what is asked for in the library pane.
func (m *mentions) list() {
	name := strings.TrimSpace(m.name.Entry.Text)
	if name == "" {
		return
	}
	m.dialog.Close()
	m.List(name)
}
