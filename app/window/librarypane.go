package window

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/settings"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/release"
)

// libraryPane lists the releases and searches them. It signals through its
// callbacks and knows no store.
type libraryPane struct {
	keys     *controls.Keyboard
	words    *translations.Words
	onSearch func()
	onEnter  func() // in the search field
	onOpen   func(id int64)
	onNew    func()
	onImport func()
	onSaved  func([]settings.Search) // the saved searches changed
	focus    func(fyne.Focusable)
	popUp    func(menu *fyne.Menu, under fyne.CanvasObject)
	askName  func(title string, named func(name string))
	year     func() int // this year

	search  *controls.Entry
	order   library.Order
	saved   []settings.Search
	list    *releaseList
	actions *markedActions
	empty   *widget.Label
	count   *widget.Label
	object  fyne.CanvasObject
}

func newLibraryPane(keys *controls.Keyboard, words *translations.Words, saved []settings.Search) *libraryPane {
	p := &libraryPane{keys: keys, words: words, order: library.Newest, saved: slices.Clone(saved)}
	p.search = keys.NewEntry()
	p.search.PlaceHolder = words.Text("library-search")
	p.search.ActionItem = widget.NewIcon(theme.SearchIcon())
	p.search.OnChanged = func(string) { p.onSearch() }
	p.search.OnSubmitted = func(string) { p.onEnter() }
	p.search.OnKey = p.searchKey
	p.list = newReleaseList(keys, words)
	p.list.onOpen = func(id int64) { p.onOpen(id) }
	p.actions = newMarkedActions(keys, words, p.list.unmark)
	p.empty = widget.NewLabel("")
	p.empty.Wrapping = fyne.TextWrapWord
	p.empty.Alignment = fyne.TextAlignCenter
	p.empty.Importance = widget.LowImportance
	p.count = widget.NewLabel("")
	p.count.SizeName = theme.SizeNameCaptionText
	p.count.Importance = widget.LowImportance
	create := keys.NewButton(words.Text("library-new"), theme.ContentAddIcon(), func() { p.onNew() })
	create.Importance = widget.HighImportance
	bring := keys.NewButton(words.Text("library-import"), theme.FolderOpenIcon(), func() { p.onImport() })
	top := container.NewVBox(container.NewGridWithColumns(2, create, bring), p.search, p.menus())
	bottom := container.NewVBox(p.actions.object, p.count)
	p.object = container.NewPadded(controls.Border(top, bottom, nil, nil, container.NewStack(p.list, container.NewVBox(p.empty))))
	return p
}

// menus are the filters, the orders and the saved searches, to click instead
// of typing.
func (p *libraryPane) menus() fyne.CanvasObject {
	button := func(name string, icon fyne.Resource, menu func() *fyne.Menu) *controls.Button {
		b := p.keys.NewButton(p.words.Text(name), icon, nil)
		b.Importance = widget.LowImportance
		b.Alignment = widget.ButtonAlignLeading
		b.OnTapped = func() { p.popUp(menu(), b) }
		return b
	}
	return container.NewGridWithColumns(
		3,
		button("library-filter", theme.MenuDropDownIcon(), p.filterMenu),
		button("library-order", theme.MenuDropDownIcon(), p.orderMenu),
		button("library-searches", theme.MenuDropDownIcon(), p.searchesMenu),
	)
}

// filterMenu puts filters into the search field, where they can be read,
// changed and learnt.
func (p *libraryPane) filterMenu() *fyne.Menu {
	sub := func(name string, items ...*fyne.MenuItem) *fyne.MenuItem {
		item := fyne.NewMenuItem(p.words.Text(name), nil)
		item.ChildMenu = fyne.NewMenu("", items...)
		return item
	}
	var years, statuses, kinds []*fyne.MenuItem
	for y := p.year(); y > p.year()-12; y-- {
		years = append(years, p.filterItem(strconv.Itoa(y), "year", strconv.Itoa(y)))
	}
	for _, s := range release.Statuses() {
		statuses = append(statuses, p.filterItem(p.words.Text("status-"+string(s)), "status", p.words.Text("status-"+string(s))))
	}
	for _, k := range release.Kinds() {
		kinds = append(kinds, p.filterItem(p.words.Text("kind-"+string(k)), "kind", p.words.Text("kind-"+string(k))))
	}
	menu := fyne.NewMenu("", sub("filter-menu-year", years...), sub("filter-menu-status", statuses...), sub("filter-menu-kind", kinds...))
	for _, name := range []string{"date", "place", "person", "said", "tag", "template"} {
		menu.Items = append(menu.Items, fyne.NewMenuItem(p.words.Text("filter-menu-"+name), func() { p.addFilter(name, "") }))
	}
	menu.Items = append(menu.Items, p.filterItem(p.words.Text("filter-menu-twin"), "twin", p.words.Text("filter-yes")))
	return menu
}

func (p *libraryPane) filterItem(label, name, value string) *fyne.MenuItem {
	return fyne.NewMenuItem(label, func() { p.addFilter(name, value) })
}

// addFilter writes a filter behind what is searched and leaves the caret there.
func (p *libraryPane) addFilter(name, value string) {
	if strings.ContainsRune(value, ' ') {
		value = `"` + value + `"`
	}
	text := strings.TrimRight(p.search.Text, " ")
	if text != "" {
		text += " "
	}
	text += p.words.Text("filter-"+name) + ":" + value
	if value != "" {
		text += " "
	}
	p.search.SetText(text)
	p.search.CursorColumn = len([]rune(text))
	p.focus(p.search)
}

func (p *libraryPane) orderMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, o := range library.Orders() {
		item := fyne.NewMenuItem(p.words.Text("order-"+string(o)), func() { p.order = o; p.onSearch() })
		item.Checked = o == p.order
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// searchesMenu lists the saved searches and keeps the one in the field.
func (p *libraryPane) searchesMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, s := range p.saved {
		menu.Items = append(menu.Items, fyne.NewMenuItem(s.Name, func() { p.search.SetText(s.Query) }))
	}
	if len(menu.Items) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	keep := fyne.NewMenuItem(p.words.Text("searches-keep"), func() {
		p.askName(p.words.Text("searches-keep"), func(name string) {
			p.saved = append(p.saved, settings.Search{Name: name, Query: strings.TrimSpace(p.search.Text)})
			p.onSaved(p.saved)
		})
	})
	keep.Disabled = strings.TrimSpace(p.search.Text) == ""
	menu.Items = append(menu.Items, keep)
	forget := fyne.NewMenuItem(p.words.Text("searches-forget"), nil)
	forget.ChildMenu = fyne.NewMenu("")
	for i, s := range p.saved {
		forget.ChildMenu.Items = append(forget.ChildMenu.Items, fyne.NewMenuItem(s.Name, func() {
			p.saved = slices.Delete(p.saved, i, i+1)
			p.onSaved(p.saved)
		}))
	}
	if forget.Disabled = len(p.saved) == 0; forget.Disabled {
		forget.ChildMenu = nil
	}
	menu.Items = append(menu.Items, forget)
	return menu
}

// show lists results, of which entries are the first.
func (p *libraryPane) show(r results, entries []library.Entry, current int64) {
	p.list.show(r, entries)
	p.list.current(current)
	p.count.SetText(p.words.Plural("library-count", len(r.positions)))
	p.empty.Hidden = len(r.positions) > 0
	name := "library-empty"
	if strings.TrimSpace(p.search.Text) != "" {
		name = "library-nothing-found"
	}
	p.empty.SetText(p.words.Text(name, map[string]any{"Query": p.search.Text}))
}

// recall lists what another pane has listed, with the same search and marks, at
// the same place.
func (p *libraryPane) recall(old *libraryPane) {
	p.order = old.order
	changed := p.search.OnChanged
	p.search.OnChanged = nil
	p.search.SetText(old.search.Text)
	p.search.OnChanged = changed
	p.search.CursorColumn = old.search.CursorColumn
	p.search.Refresh()
	p.list.recall(old.list)
	p.show(old.list.results, nil, old.list.shown)
	p.list.tellMarked()
	p.list.ScrollToOffset(old.list.GetScrollOffset())
}

// first returns the first release that is listed, 0 where there is none.
func (p *libraryPane) first() int64 {
	for i := range p.list.results.rows {
		if id, ok := p.list.results.at(i); ok {
			return id
		}
	}
	return 0
}

// searchKey leads on to the list with the down key and empties with Escape.
func (p *libraryPane) searchKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyDown:
		p.focus(p.list)
	case fyne.KeyEscape:
		p.search.SetText("")
	default:
		return false
	}
	return true
}
