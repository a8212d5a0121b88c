// Package releases is the pane that lists the releases of the library and searches
// them.
package releases

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/background"
	"communique/app/window/screen"
	"communique/editor/controls"
)

// Params are what a Pane needs.
type Params struct {
	screen.Base
	Store    Store
	Searches []settings.Search // the saved ones
	Now      func() time.Time
	// Modifier returns the modifiers that are held now.
	Modifier func() fyne.KeyModifier
	// Counting returns what counts findings; nil while that cannot be told.
	Counting func() Counting
	// Shown returns the release in the drafting pane; 0 for none.
	Shown func() int64
	// Open shows a release that was clicked on, and leaves the keyboard in the list; Edit
	// takes the keyboard to its text. OpenFirst is called by Enter in the search field:
	// the list may not show what is searched for yet.
	Open, Edit  func(id int64)
	OpenFirst   func()
	New, Import func()
	// Place is where the list stands at first.
	Place Place
	// SaveSearches keeps the saved searches, which have changed.
	SaveSearches func([]settings.Search)
	Actions      Actions
}

// Place is where a person is in the list: the order of the releases, and the one that is
// seen first; 0 for the first of all.
type Place struct {
	Order library.Order
	First int64
}

// Pane lists releases and searches them. It is used on the UI goroutine only.
type Pane struct {
	params Params

	search    *controls.Entry
	order     library.Order
	saved     []settings.Search
	list      *list
	selection *selectionBar
	empty     *widget.Label
	near      *fyne.Container // words that were meant perhaps
	count     *widget.Label
	object    fyne.CanvasObject

	searches  *background.Questions // what is listed
	fetches   *background.Questions // what its rows say
	checks    *background.Questions // how many findings the releases have that are seen
	checking  []library.Entry       // those that were asked for last
	searching bool                  // what is listed is not what the search asks for yet
	told      screen.Told           // why the releases cannot be listed
}

// New makes a pane that lists nothing; Reload fills it.
func New(params Params) *Pane {
	p := &Pane{params: params, order: params.Place.Order, saved: slices.Clone(params.Searches), searches: background.New(params.Go, params.Do), fetches: background.New(params.Go, params.Do), checks: background.New(params.Go, params.Do)}
	if !slices.Contains(library.Orders(), p.order) {
		p.order = library.Newest
	}
	p.search = p.params.Keys.NewEntry()
	p.search.SetPlaceHolder(p.params.Text("library-search"))
	p.search.OnChanged = func(string) { p.Reload() }
	p.search.OnSubmitted = func(string) { p.params.OpenFirst() }
	p.search.OnKey = p.searchKey
	p.list = newList(p.params.Keys, p.params.Words)
	p.list.wanted = params.Place.First
	p.list.now, p.list.modifier, p.list.fetch = p.params.Now, p.params.Modifier, p.fetch
	p.list.onDrawn = p.checkSeen
	p.list.afterClick, p.list.onOpen, p.list.onEdit, p.list.onMenu, p.list.onTrash = p.params.AfterClick, p.params.Open, p.params.Edit, p.menu, p.params.Actions.Trash
	p.selection = newSelectionBar(p.params.Base, p.params.Actions, p.list.clearSelection)
	p.list.onSelected = func(ids []int64) {
		p.selection.show(ids)
		p.params.Dialogs.Settle() // the bar may have gone with a button that had the keyboard
	}
	p.empty = widget.NewLabel("")
	p.empty.Wrapping = fyne.TextWrapWord
	p.empty.Alignment = fyne.TextAlignCenter
	p.empty.Importance = widget.LowImportance
	p.near = container.NewVBox()
	p.count = widget.NewLabel("")
	p.count.SizeName = theme.SizeNameCaptionText
	p.count.Importance = widget.LowImportance
	create := p.params.Keys.NewButton(p.params.Text("library-new"), nil, p.params.New).With(widget.HighImportance)
	read := p.params.Keys.NewButton(p.params.Text("library-import"), nil, p.params.Import)
	top := container.NewVBox(controls.Border(nil, nil, nil, read, create), p.search, p.menus())
	bottom := container.NewVBox(p.selection.object, p.count)
	inset := func(above, below float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(above, below, sideMargin-4, sideMargin-4), o)
	}
	p.object = controls.Border(inset(12, 0, top), inset(0, 4, bottom), nil, nil, container.NewStack(p.list, container.NewVBox(p.empty, inset(0, 0, p.near))))
	return p
}

// Object is the pane on the screen.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// List is where the arrow keys choose a release.
func (p *Pane) List() fyne.Focusable { return p.list }

// SearchField is where the search is typed.
func (p *Pane) SearchField() *controls.Entry { return p.search }

// show lists results, of which entries are the first.
func (p *Pane) show(r results, entries []library.Entry) {
	p.list.show(r, entries, r.typed == p.list.Rows.typed && r.query.Sort == p.list.Rows.query.Sort)
	p.ShowCurrent()
	p.count.SetText(p.params.Words.Plural("library-count", len(r.positions)))
	p.empty.Hidden = len(r.positions) > 0
	name := "library-empty"
	if strings.TrimSpace(p.search.Text) != "" {
		name = "library-nothing-found"
	}
	p.empty.SetText(p.params.Text(name, map[string]any{"Query": p.search.Text}))
	p.offer(r)
}

// offer offers the words that the library has, where a search has found nothing: one that is
// pressed takes the place of what was typed.
func (p *Pane) offer(r results) {
	p.near.RemoveAll()
	for i, near := range r.near {
		if i == 0 {
			p.near.Add(widget.NewLabelWithStyle(p.params.Text("library-nearest"), fyne.TextAlignCenter, fyne.TextStyle{}))
		}
		for _, word := range near.Words {
			text := near.With(r.typed, word)
			p.near.Add(p.params.Keys.NewButton(word, nil, func() { // the word alone: a query may be long
				p.search.SetText(text)
				p.params.Canvas.Focus(p.search)
			}))
		}
	}
	p.params.Dialogs.Settle() // a button may have gone that had the keyboard
}

// ShowCurrent shows which release is in the drafting pane.
func (p *Pane) ShowCurrent() { p.list.current(p.params.Shown()) }

// Recall lists what another pane has listed, with the same search and selection,
// at the same place. The other is used no more.
func (p *Pane) Recall(old *Pane) {
	old.searches.Drop()
	old.fetches.Drop()
	old.checks.Drop()
	p.order = old.order
	changed := p.search.OnChanged
	p.search.OnChanged = nil
	p.search.SetText(old.search.Text)
	p.search.OnChanged = changed
	p.search.CursorColumn = old.search.CursorColumn
	p.search.Refresh()
	p.list.recall(old.list)
	p.show(old.list.Rows, nil)
	p.list.tellSelected()
}

// Place is where the list stands now.
func (p *Pane) Place() Place {
	first := p.list.wanted // it has not come yet
	if first == 0 {
		first, _ = p.list.seenFirst()
	}
	return Place{p.order, first}
}

// Count is how many releases are listed.
func (p *Pane) Count() int { return len(p.list.Rows.positions) }

// First is the first release that is listed; 0 where there is none.
func (p *Pane) First() int64 {
	if p.Count() == 0 {
		return 0
	}
	return p.list.Rows.positions[0].ID()
}

// Listed are the releases that are listed, in order; one that was not read yet has
// nothing but its ID.
func (p *Pane) Listed() []library.Entry {
	entries := make([]library.Entry, 0, p.Count())
	for _, at := range p.list.Rows.positions {
		e := p.list.entries[at.ID()]
		e.ID, e.Findings = at.ID(), p.list.findings(e)
		entries = append(entries, e)
	}
	return entries
}

// Selected are the releases that are selected, in the order of the list.
func (p *Pane) Selected() []int64 { return slices.Clone(p.selection.ids) }

// SelectAll selects everything that is listed.
func (p *Pane) SelectAll() { p.list.selectAll() }

// ClearSelection selects nothing any more.
func (p *Pane) ClearSelection() { p.list.clearSelection() }

// searchKey leads on to the list with the down key and empties with Escape.
func (p *Pane) searchKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyDown:
		p.params.Canvas.Focus(p.list)
	case fyne.KeyEscape:
		if p.search.Text == "" {
			return false
		}
		p.search.SetText("")
	default:
		return false
	}
	return true
}
