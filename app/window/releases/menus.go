package releases

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/settings"
	"communique/editor/controls"
	"communique/editor/release"
)

// menus are the filters, the orders and the saved searches, to click instead
// of typing.
func (p *Pane) menus() fyne.CanvasObject {
	button := func(name string, menu func() *fyne.Menu) *controls.Button {
		b := p.params.Keys.NewButton(p.params.Text(name), nil, nil).With(widget.LowImportance)
		b.OnTapped = func() { p.popUp(menu(), b) }
		return b
	}
	return container.New(
		layout.NewRowWrapLayout(),
		button("library-filter", p.FilterMenu),
		button("library-order", p.OrderMenu),
		button("library-searches", p.SearchesMenu),
	)
}

// popUp shows a menu under an object.
func (p *Pane) popUp(menu *fyne.Menu, under fyne.CanvasObject) {
	p.params.Keys.PopUp(func() {
		widget.ShowPopUpMenuAtRelativePosition(menu, p.params.Canvas, fyne.NewPos(0, under.Size().Height), under)
	})
}

// menu opens the menu of releases at a place of the list.
func (p *Pane) menu(ids []int64, at fyne.Position) {
	p.params.Keys.PopUp(func() {
		widget.ShowPopUpMenuAtRelativePosition(p.MenuOf(ids), p.params.Canvas, at, p.list)
	})
}

// MenuOf is what can be done with releases: with one all, with several what is done with
// many.
func (p *Pane) MenuOf(ids []int64) *fyne.Menu {
	do := p.params.Actions
	item := func(name string, f func()) *fyne.MenuItem { return fyne.NewMenuItem(p.params.Text(name), f) }
	var items []*fyne.MenuItem
	if len(ids) == 1 {
		id := ids[0]
		items = append(items,
			item("row-open", func() { p.params.Edit(id) }), item("menu-new-from", func() { do.NewFrom(id) }), item("menu-duplicate", func() { do.Duplicate(id) }),
			fyne.NewMenuItemSeparator(),
		)
	}
	status := item("field-status", nil)
	status.ChildMenu = fyne.NewMenu("")
	for _, s := range release.Statuses() {
		choice := item("status-"+string(s), func() { do.SetStatus(ids, s) })
		choice.Checked = len(ids) == 1 && p.list.entries[ids[0]].Status == s
		status.ChildMenu.Items = append(status.ChildMenu.Items, choice)
	}
	items = append(items,
		status, item("marked-tag", func() { do.Tag(ids) }), item("marked-export", func() { do.Export(ids) }), item("marked-digest", func() { do.Digest(ids) }),
		fyne.NewMenuItemSeparator(),
		item("marked-trash", func() { do.Trash(ids) }),
	)
	return fyne.NewMenu("", items...)
}

// FilterMenu puts filters into the search field, where they can be read,
// changed and learnt.
func (p *Pane) FilterMenu() *fyne.Menu {
	sub := func(name string, items ...*fyne.MenuItem) *fyne.MenuItem {
		item := fyne.NewMenuItem(p.params.Text(name), nil)
		item.ChildMenu = fyne.NewMenu("", items...)
		return item
	}
	var years, statuses, kinds []*fyne.MenuItem
	for y := p.params.Now().Year(); y > p.params.Now().Year()-12; y-- {
		years = append(years, p.filterItem(strconv.Itoa(y), "year", strconv.Itoa(y)))
	}
	for _, s := range release.Statuses() {
		statuses = append(statuses, p.filterItem(p.params.Text("status-"+string(s)), "status", p.params.Text("status-"+string(s))))
	}
	for _, k := range release.Kinds() {
		kinds = append(kinds, p.filterItem(p.params.Text("kind-"+string(k)), "kind", p.params.Text("kind-"+string(k))))
	}
	menu := fyne.NewMenu("", sub("filter-menu-year", years...), sub("filter-menu-status", statuses...), sub("filter-menu-kind", kinds...))
	for _, name := range []string{"date", "place", "person", "said", "tag", "template"} {
		menu.Items = append(menu.Items, fyne.NewMenuItem(p.params.Text("filter-menu-"+name), func() { p.addFilter(name, "") }))
	}
	menu.Items = append(menu.Items, p.filterItem(p.params.Text("filter-menu-twin"), "twin", p.params.Text("filter-yes")))
	return menu
}

func (p *Pane) filterItem(label, name, value string) *fyne.MenuItem {
	return fyne.NewMenuItem(label, func() { p.addFilter(name, value) })
}

// addFilter writes a filter behind what is searched and leaves the caret there.
func (p *Pane) addFilter(name, value string) {
	if strings.ContainsRune(value, ' ') {
		value = `"` + value + `"`
	}
	text := strings.TrimRight(p.search.Text, " ")
	if text != "" {
		text += " "
	}
	text += p.params.Text("filter-"+name) + ":" + value
	if value != "" {
		text += " "
	}
	p.search.SetText(text)
	p.search.CursorColumn = len([]rune(text))
	p.params.Canvas.Focus(p.search)
}

// SearchFor searches for what has a filter's value, whatever was searched before.
// filter is its name in the translations.
func (p *Pane) SearchFor(filter, value string) {
	p.search.SetText(p.params.Text("filter-"+filter) + `:"` + strings.ReplaceAll(value, `"`, "") + `"`)
}

// OrderMenu puts the releases in another order.
func (p *Pane) OrderMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, o := range library.Orders() {
		item := fyne.NewMenuItem(p.params.Text("order-"+string(o)), func() { p.order = o; p.Reload() })
		item.Checked = o == p.order
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// SearchesMenu lists the saved searches and keeps the one in the field.
func (p *Pane) SearchesMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, s := range p.saved {
		menu.Items = append(menu.Items, fyne.NewMenuItem(s.Name, func() { p.search.SetText(s.Query) }))
	}
	if len(menu.Items) > 0 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	}
	keep := fyne.NewMenuItem(p.params.Text("searches-keep"), func() {
		p.params.AskName(p.params.Text("searches-keep"), func(name string) {
			p.saved = append(p.saved, settings.Search{Name: name, Query: strings.TrimSpace(p.search.Text)})
			p.params.SaveSearches(p.saved)
		})
	})
	keep.Disabled = strings.TrimSpace(p.search.Text) == ""
	menu.Items = append(menu.Items, keep)
	forget := fyne.NewMenuItem(p.params.Text("searches-forget"), nil)
	forget.ChildMenu = fyne.NewMenu("")
	for i, s := range p.saved {
		forget.ChildMenu.Items = append(forget.ChildMenu.Items, fyne.NewMenuItem(s.Name, func() {
			p.saved = slices.Delete(p.saved, i, i+1)
			p.params.SaveSearches(p.saved)
		}))
	}
	if forget.Disabled = len(p.saved) == 0; forget.Disabled {
		forget.ChildMenu = nil
	}
	menu.Items = append(menu.Items, forget)
	return menu
}
