package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/draft"
)

// libraryPane lists the releases, newest first, and searches them. It signals
// through its callbacks and knows no store.
type libraryPane struct {
	words    *translations.Words
	onSearch func(query string)
	onOpen   func(id int64)
	onNew    func()
	onImport func()
	focus    func(fyne.Focusable)

	search  *searchField
	list    *releaseList
	entries []library.Entry
	shown   int64 // the release in the drafting pane
	empty   *widget.Label
	count   *widget.Label
	object  fyne.CanvasObject
}

func newLibraryPane(words *translations.Words) *libraryPane {
	p := &libraryPane{words: words}
	p.search = newSearchField()
	p.search.PlaceHolder = words.Text("library-search")
	p.search.ActionItem = widget.NewIcon(theme.SearchIcon())
	p.search.OnChanged = func(query string) { p.onSearch(query) }
	p.search.OnSubmitted = func(string) { p.openFirst() }
	p.list = newReleaseList(p)
	p.search.onDown = func() { p.focus(p.list) }
	p.empty = widget.NewLabel("")
	p.empty.Wrapping = fyne.TextWrapWord
	p.empty.Alignment = fyne.TextAlignCenter
	p.empty.Importance = widget.LowImportance
	p.count = widget.NewLabel("")
	p.count.SizeName = theme.SizeNameCaptionText
	p.count.Importance = widget.LowImportance
	create := widget.NewButtonWithIcon(words.Text("library-new"), theme.ContentAddIcon(), func() { p.onNew() })
	create.Importance = widget.HighImportance
	bring := widget.NewButtonWithIcon(words.Text("library-import"), theme.FolderOpenIcon(), func() { p.onImport() })
	top := container.NewVBox(container.NewGridWithColumns(2, create, bring), p.search)
	p.object = container.NewPadded(container.NewBorder(top, p.count, nil, nil, container.NewStack(p.list, container.NewVBox(p.empty))))
	return p
}

// show lists entries; query is what they were searched by.
func (p *libraryPane) show(entries []library.Entry, query string) {
	p.entries = entries
	p.list.UnselectAll()
	p.list.Refresh()
	p.mark(p.shown)
	p.count.SetText(p.words.Plural("library-count", len(entries)))
	p.empty.Hidden = len(entries) > 0
	name := "library-empty"
	if strings.TrimSpace(query) != "" {
		name = "library-nothing-found"
	}
	p.empty.SetText(p.words.Text(name, map[string]any{"Query": query}))
}

// mark shows which release is in the drafting pane.
func (p *libraryPane) mark(id int64) {
	p.shown = id
	onSelected := p.list.OnSelected
	p.list.OnSelected = nil
	defer func() { p.list.OnSelected = onSelected }()
	for i, e := range p.entries {
		if e.ID == id {
			p.list.Select(i)
			return
		}
	}
	p.list.UnselectAll()
}

func (p *libraryPane) openFirst() {
	if len(p.entries) > 0 {
		p.onOpen(p.entries[0].ID)
	}
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
	parts := make([]string, 0, 3)
	for _, part := range []string{draft.FormatDate(e.Date), e.Place, words.Text("status-" + string(e.Status))} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// releaseList opens with Enter what the arrows chose.
type releaseList struct {
	widget.List
	pane    *libraryPane
	focused widget.ListItemID
}

func newReleaseList(p *libraryPane) *releaseList {
	l := &releaseList{pane: p}
	l.Length = func() int { return len(p.entries) }
	l.CreateItem = newRow
	l.UpdateItem = func(i widget.ListItemID, row fyne.CanvasObject) { p.fill(i, row) }
	l.OnSelected = func(i widget.ListItemID) {
		if i < len(p.entries) {
			p.onOpen(p.entries[i].ID)
		}
	}
	l.OnHighlighted = func(i widget.ListItemID) { l.focused = i }
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey makes Enter open the row.
func (l *releaseList) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter {
		l.Select(l.focused)
		return
	}
	l.List.TypedKey(key)
}

func newRow() fyne.CanvasObject {
	head := widget.NewLabel("")
	head.Truncation = fyne.TextTruncateEllipsis
	head.TextStyle.Bold = true
	below := widget.NewLabel("")
	below.Truncation = fyne.TextTruncateEllipsis
	below.SizeName = theme.SizeNameCaptionText
	below.Importance = widget.LowImportance
	return container.New(rowLayout{}, head, below)
}

func (p *libraryPane) fill(i widget.ListItemID, row fyne.CanvasObject) {
	if i >= len(p.entries) {
		return
	}
	objects := row.(*fyne.Container).Objects
	objects[0].(*widget.Label).SetText(title(p.words, p.entries[i]))
	objects[1].(*widget.Label).SetText(details(p.words, p.entries[i]))
}

// rowLayout sets the two lines of a row closer than two labels would stand.
type rowLayout struct{}

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 44) }

func (rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, 26))
	objects[1].Move(fyne.NewPos(0, 20))
	objects[1].Resize(fyne.NewSize(size.Width, 22))
}

// searchField leads on to the list with the down key and empties with Escape.
type searchField struct {
	widget.Entry
	onDown func()
}

func newSearchField() *searchField {
	f := &searchField{}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey handles the two keys a search needs beyond typing.
func (f *searchField) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		f.onDown()
	case fyne.KeyEscape:
		f.SetText("")
	default:
		f.Entry.TypedKey(key)
	}
}
