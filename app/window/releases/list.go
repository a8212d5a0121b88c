package releases

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/controls"
)

// list shows results, of any number, and fetches what comes into view. Enter
// opens, Space selects; with Ctrl a click selects too, with Shift it selects up to
// where it goes.
type list struct {
	controls.List
	words      *translations.Words
	now        func() time.Time
	modifier   func() fyne.KeyModifier
	onOpen     func(id int64)
	onSelected func(selected []int64)
	// fetch reads the entries of positions away from the UI goroutine, and calls
	// fetched there.
	fetch func(positions []library.Position)

	results  results
	entries  map[int64]library.Entry // what rows say; may be older than the library
	asked    map[int]bool            // pages of results that were fetched
	selected map[int64]bool
	shown    int64 // the release in the drafting pane
	focused  widget.ListItemID
	anchor   widget.ListItemID // where a range of selected rows begins
}

func newList(keys *controls.Keyboard, words *translations.Words) *list {
	l := &list{words: words, entries: map[int64]library.Entry{}, asked: map[int]bool{}, selected: map[int64]bool{}}
	l.Length = func() int { return len(l.results.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newRow() }
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
func (l *list) show(r results, entries []library.Entry) {
	l.results = r
	l.asked = map[int]bool{}
	for _, e := range entries {
		l.entries[e.ID] = e
	}
	l.UnselectAll()
	l.Refresh()
}

// recall takes over what another list knows of the releases, and which are selected.
func (l *list) recall(old *list) {
	l.entries, l.selected, l.shown, l.focused, l.anchor = old.entries, old.selected, old.shown, old.focused, old.anchor
}

// fetched takes what fetch has read.
func (l *list) fetched(entries []library.Entry) {
	for _, e := range entries {
		l.entries[e.ID] = e
	}
	l.Refresh()
}

// fetchPage is how many releases are read at a time.
const fetchPage = 64

func (l *list) want(index int) {
	page := index / fetchPage
	if l.asked[page] {
		return
	}
	l.asked[page] = true
	end := min((page+1)*fetchPage, len(l.results.positions))
	l.fetch(l.results.positions[page*fetchPage : end])
}

// chosen opens a release, or selects it where a key says so.
func (l *list) chosen(i widget.ListItemID) {
	id, ok := l.results.at(i)
	if !ok {
		l.Unselect(i)
		return
	}
	switch m := l.modifier(); {
	case m&fyne.KeyModifierShift != 0:
		for _, id := range l.results.between(l.anchor, i) {
			l.selected[id] = true
		}
		l.tellSelected()
	case m&fyne.KeyModifierShortcutDefault != 0:
		l.toggle(i)
	default:
		l.anchor, l.focused = i, i
		l.onOpen(id)
	}
}

func (l *list) toggle(i widget.ListItemID) {
	id, ok := l.results.at(i)
	if !ok {
		return
	}
	l.anchor = i
	if l.selected[id] {
		delete(l.selected, id)
	} else {
		l.selected[id] = true
	}
	l.tellSelected()
}

// selectAll selects everything that is listed.
func (l *list) selectAll() {
	for _, p := range l.results.positions {
		l.selected[p.ID()] = true
	}
	l.tellSelected()
}

// clearSelection selects nothing any more.
func (l *list) clearSelection() {
	clear(l.selected)
	l.tellSelected()
}

// tellSelected hands over the selected releases, in the order of the list.
func (l *list) tellSelected() {
	var ids []int64
	for _, p := range l.results.positions {
		if l.selected[p.ID()] {
			ids = append(ids, p.ID())
		}
	}
	l.current(l.shown) // a click on a row chose it, and it was only to be selected
	l.Refresh()
	l.onSelected(ids)
}

// TypedKey opens with Enter, selects with Space and selects nothing any more with Escape.
func (l *list) TypedKey(key *fyne.KeyEvent) {
	if !l.Fresh(key.Name) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.Select(l.focused)
	case fyne.KeySpace:
		l.toggle(l.focused)
	case fyne.KeyEscape:
		l.clearSelection()
	default:
		l.Highlight(key)
	}
}

// TypedShortcut selects everything with the key that selects all in a text.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		l.selectAll()
		return
	}
	l.List.TypedShortcut(s)
}

// current shows which release is in the drafting pane.
func (l *list) current(id int64) {
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
