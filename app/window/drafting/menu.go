package drafting

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface"
	"communique/export/link"
)

// KindName names a kind of block for the translations.
func KindName(k surface.KindChoice) string {
	if k.Numbered {
		return "kind-of-numbered"
	}
	return "kind-of-" + string(k.Kind)
}

// context opens the menu of a place in the text.
func (p *Pane) context(at fyne.Position) {
	menu := p.Menu(at)
	p.card.hide() // the menu says the same
	p.params.PopUp(menu, at, p.surface)
}

// Menu is that of a place in the text: what is found there, then what can be done.
func (p *Pane) Menu(at fyne.Position) *fyne.Menu {
	found := p.finding(at)
	text := p.params.Text
	item := func(name string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(text(name), do) }
	var items []*fyne.MenuItem
	if found != nil {
		items = append(items, p.findingItems(*found)...)
	}
	cut, clip := item("context-cut", p.surface.Cut), item("context-copy", p.surface.Copy)
	keep := item("menu-snippet-make", p.params.MakeSnippet)
	cut.Disabled, clip.Disabled, keep.Disabled = p.Selected() == "", p.Selected() == "", p.Selected() == ""
	kinds := item("menu-kind", nil)
	kinds.ChildMenu = fyne.NewMenu("", p.kindItems()...)
	items = append(items,
		cut, clip, item("context-paste", func() { p.params.Paste(false) }), item("menu-paste-plain", func() { p.params.Paste(true) }),
		fyne.NewMenuItemSeparator(),
		item("menu-bold", func() { p.Toggle(release.Bold) }), item("menu-italic", func() { p.Toggle(release.Italic) }), item("menu-link", p.Link), kinds,
	)
	if p.editor.InTable() {
		table := item("menu-table", nil)
		table.ChildMenu = fyne.NewMenu("", p.TableItems()...)
		items = append(items, table)
	}
	if p.editor.InList() {
		levels := item("menu-levels", nil)
		levels.ChildMenu = fyne.NewMenu("", p.LevelItems()...)
		for i, back := range []bool{false, true} {
			levels.ChildMenu.Items[i].Disabled = !p.editor.CanIndent(back)
		}
		items = append(items, levels)
	}
	items = append(items,
		fyne.NewMenuItemSeparator(),
		keep,
		item("context-all", func() { p.Act((*editing.Editor).SelectAll) }),
	)
	return fyne.NewMenu("", items...)
}

func (p *Pane) kindItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, k := range surface.KindChoices() {
		items = append(items, fyne.NewMenuItem(p.params.Text(KindName(k)), func() { p.SetKind(k) }))
	}
	return items
}

// TableItems are what is done to the rows and columns of a table.
func (p *Pane) TableItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range []struct {
		name string
		do   func(*editing.Editor)
	}{
		{"table-row", (*editing.Editor).AddRow},
		{"table-column", (*editing.Editor).AddColumn},
		{"table-no-row", (*editing.Editor).DeleteRow},
		{"table-no-column", (*editing.Editor).DeleteColumn},
	} {
		items = append(items, fyne.NewMenuItem(p.params.Text(c.name), func() {
			if p.editor == nil || !p.editor.InTable() {
				p.params.Tell(translations.Text("table-nowhere"), false)
				return
			}
			p.Act(c.do)
		}))
	}
	return items
}

// LevelItems put the items of a list deeper, and out.
func (p *Pane) LevelItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range []string{"list-deeper", "list-out"} {
		items = append(items, fyne.NewMenuItem(p.params.Text(name), func() {
			back := name == "list-out"
			switch {
			case p.editor == nil || !p.editor.InList():
				p.params.Tell(translations.Text("list-nowhere"), false)
			case !p.editor.CanIndent(back):
				p.params.OnTab(true)
			default:
				p.Act(func(e *editing.Editor) { e.Indent(back) })
			}
		}))
	}
	return items
}

// Toggle sets the selected words in a style, or no more in it; without a selection, what
// is typed next.
func (p *Pane) Toggle(style release.Style) {
	p.Act(func(e *editing.Editor) { e.Toggle(style) })
}

// Link asks for the address that the selected words, or the link at the caret, lead to.
func (p *Pane) Link() {
	if p.editor == nil {
		return
	}
	address, start, end, linked := p.editor.Link()
	if !linked && p.editor.Selection().Empty() {
		p.params.Tell(translations.Text("link-nothing"), false)
		return
	}
	if !p.editor.CanLink() {
		p.params.Tell(translations.Text("link-nowhere"), false)
		return
	}
	if linked {
		p.surface.Select(start, end)
	}
	entry := p.params.Entry(address)
	entry.SetPlaceHolder("https://")
	entry.SetName(p.params.Text("link-address"))
	fault := screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	fault.Hide()
	editor := p.editor
	d := p.params.Dialogs.New(p.params.Text("menu-link"), container.NewVBox(entry, fault), p.params.Text("button-cancel"))
	d.Yes(p.params.Text("button-ok"), nil, func() {
		set := strings.TrimSpace(entry.Text) == "" || link.Address(entry.Text) != ""
		if set && p.editor == editor { // no other draft is shown meanwhile
			p.surface.Act(func(e *editing.Editor) { set = e.SetLink(entry.Text) })
		}
		if !set {
			fault.SetText(p.params.Text("link-unread", map[string]any{"Address": entry.Text}))
			fault.Show()
			d.Fit()
			return
		}
		d.Close()
	})
	d.Show(fyne.NewSize(520, 0), entry)
}
