package releases

import (
	"time"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/controls"
)

// list shows results, of any number, and fetches what comes into view. It draws only the
// rows that are seen. The headings of months are passed over by keys and clicks.
type list struct {
	controls.Custom
	words    *translations.Words
	now      func() time.Time
	modifier func() fyne.KeyModifier
	// onOpen shows a release and leaves the keyboard here; onEdit takes the keyboard to
	// its text.
	onOpen, onEdit func(id int64)
	onSelected     func(selected []int64)
	// onMenu opens the menu of releases at a place of the list; onTrash throws them away.
	onMenu  func(ids []int64, at fyne.Position)
	onTrash func(ids []int64)
	// afterClick does something when a click is over: the driver takes the keyboard away
	// from what is not under the pointer.
	afterClick func(do func())
	// fetch reads the entries of positions away from the UI goroutine, and calls
	// fetched there.
	fetch func(positions []library.Position)
	// onDrawn is told that other rows are seen, or say something else.
	onDrawn func()

	Rows     results
	entries  map[int64]library.Entry // what rows say; may be older than the library
	checked  map[int64]checked       // what the checks said of releases lately
	asked    map[int]bool            // pages of results that were fetched
	selected map[int64]bool
	shown    int64 // the release in the drafting pane
	cursor   int64 // the release that keys act on; 0 for none
	anchor   int64 // the release at which a range of selected ones begins

	focused bool
	wanted  int64   // the release that is to be seen first, once it is there; 0 for none
	top     float32 // how far the list is scrolled, in Fyne's units
	view    view
	pointer pointer
}

func newList(keys *controls.Keyboard, words *translations.Words) *list {
	l := &list{words: words, onDrawn: func() {}, Rows: newResults(library.Query{}, "", nil), entries: map[int64]library.Entry{}, checked: map[int64]checked{}, asked: map[int]bool{}, selected: map[int64]bool{}}
	l.pointer.over = -1
	l.pointer.now = time.Now
	l.Extend(keys, l)
	l.SetName(words.Text("library-list"))
	return l
}

// show puts other results on the screen; entries are the first of them. What
// is known of the others is shown until it is fetched anew. Where the same is searched
// for, what is seen stays where it is.
func (l *list) show(r results, entries []library.Entry, same bool) {
	seen, beyond := l.seenFirst()
	cursor := l.Rows.rowOf(l.cursor)
	l.Rows = r
	l.asked = map[int]bool{}
	for _, e := range entries {
		l.entries[e.ID] = e
	}
	if r.rowOf(l.cursor) < 0 { // it is gone: the one in its place
		l.cursor, _ = r.at(r.step(min(cursor, len(r.rows)-1), 0))
	}
	switch i := r.rowOf(seen); {
	case !same:
		l.top = 0
	case i >= 0:
		l.top = float32(r.rows[i].y) + beyond
	}
	if i := r.rowOf(l.wanted); l.wanted != 0 && i >= 0 {
		l.top, l.wanted = float32(r.rows[i].y), 0
	}
	l.Refresh()
}

// seenFirst is the first release that is seen, and how much of it is not.
func (l *list) seenFirst() (id int64, beyond float32) {
	i := l.Rows.rowAt(int(l.top))
	if i >= 0 && l.Rows.rows[i].index < 0 {
		i++
	}
	if id, ok := l.Rows.at(i); ok && l.top > 0 {
		return id, l.top - float32(l.Rows.rows[i].y)
	}
	return 0, 0
}

// recall takes over what another list knows of the releases, and which are selected.
func (l *list) recall(old *list) {
	l.entries, l.checked, l.selected, l.shown, l.cursor, l.anchor = old.entries, old.checked, old.selected, old.shown, old.cursor, old.anchor
	l.Rows, l.top, l.wanted = old.Rows, old.top, old.wanted
}

// fetched takes what fetch has read.
func (l *list) fetched(entries []library.Entry) {
	for _, e := range entries {
		l.entries[e.ID] = e
	}
	l.Refresh()
}

// checked is how many findings the text of a revision has.
type checked struct {
	revision int64
	findings int
}

// findings is how many the text has that a row shows, as far as that was checked. What is
// read of the library may be older than the newest check.
func (l *list) findings(e library.Entry) int {
	if c := l.checked[e.ID]; c.revision == e.Revision {
		return c.findings
	}
	return e.Findings
}

// fetchPage is how many releases are read at a time.
const fetchPage = 64

func (l *list) want(index int) {
	page := index / fetchPage
	if l.asked[page] {
		return
	}
	l.asked[page] = true
	end := min((page+1)*fetchPage, len(l.Rows.positions))
	l.fetch(l.Rows.positions[page*fetchPage : end])
}

// pressed does with a release what a click does with the modifiers that are held.
func (l *list) pressed(id int64, m fyne.KeyModifier) {
	l.cursor = id
	switch {
	case m&fyne.KeyModifierShift != 0:
		l.selectTo(id)
	case m&fyne.KeyModifierShortcutDefault != 0:
		l.toggle(id)
	default:
		l.anchor = id
		l.onOpen(id)
	}
	l.Refresh()
}

// selectTo selects the releases from the anchor to one.
func (l *list) selectTo(id int64) {
	if l.anchor == 0 {
		l.anchor = id
	}
	for _, id := range l.Rows.between(l.Rows.rowOf(l.anchor), l.Rows.rowOf(id)) {
		l.selected[id] = true
	}
	l.tellSelected()
}

func (l *list) toggle(id int64) {
	if id == 0 {
		return
	}
	l.anchor = id
	if l.selected[id] {
		delete(l.selected, id)
	} else {
		l.selected[id] = true
	}
	l.tellSelected()
}

// selectAll selects everything that is listed.
func (l *list) selectAll() {
	for _, p := range l.Rows.positions {
		l.selected[p.ID()] = true
	}
	l.tellSelected()
}

// clearSelection selects nothing any more.
func (l *list) clearSelection() {
	clear(l.selected)
	l.tellSelected()
}

// selection is the selected releases, in the order of the list.
func (l *list) selection() []int64 {
	var ids []int64
	for _, p := range l.Rows.positions {
		if l.selected[p.ID()] {
			ids = append(ids, p.ID())
		}
	}
	return ids
}

func (l *list) tellSelected() {
	l.Refresh()
	l.onSelected(l.selection())
}

// meant are the releases that a command at one of them means: all that are selected,
// where it is one of those.
func (l *list) meant(id int64) []int64 {
	if l.selected[id] {
		return l.selection()
	}
	return []int64{id}
}

// current shows which release is in the drafting pane, and brings one that came there
// into view.
func (l *list) current(id int64) {
	came := id != l.shown
	l.shown = id
	if came && id != 0 && l.Rows.rowOf(id) >= 0 {
		l.cursor = id
		l.reveal()
	}
	l.Refresh()
}
