package releases

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained shows which release the keys act on: the one they acted on before, or the
// one in the drafting pane, or the first that is seen.
func (l *list) FocusGained() {
	if l.Rows.rowOf(l.cursor) < 0 {
		l.cursor = l.shown
	}
	if l.Rows.rowOf(l.cursor) < 0 {
		if l.cursor, _ = l.seenFirst(); l.cursor == 0 {
			l.cursor, _ = l.Rows.at(l.Rows.step(-1, 0))
		}
	}
	l.focused = true
	l.Custom.FocusGained()
	l.Refresh()
}

// FocusLost hears that the keyboard went elsewhere.
func (l *list) FocusLost() {
	l.focused = false
	l.Refresh()
}

// TypedKey moves among the releases, with Shift selecting those that are passed. Enter
// goes to the text of one, Space selects it, Escape selects nothing any more, Delete
// throws away.
func (l *list) TypedKey(key *fyne.KeyEvent) {
	if !l.Fresh(key.Name) {
		return
	}
	if by, ok := l.motion(key.Name); ok {
		l.move(by)
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.cursor != 0 {
			l.anchor = l.cursor
			l.onEdit(l.cursor)
		}
	case fyne.KeySpace:
		l.toggle(l.cursor)
	case fyne.KeyEscape:
		if len(l.selected) == 0 {
			l.Custom.TypedKey(key)
			return
		}
		l.clearSelection()
	case fyne.KeyDelete:
		if l.cursor != 0 {
			l.onTrash(l.meant(l.cursor))
		}
	case desktop.KeyMenu:
		l.menuAtCursor()
	case fyne.KeyF10:
		if l.modifier()&fyne.KeyModifierShift != 0 {
			l.menuAtCursor()
		}
	default:
		l.Custom.TypedKey(key)
	}
}

// motion is by how many releases a key moves.
func (l *list) motion(key fyne.KeyName) (by int, ok bool) {
	page := max(1, int(l.Size().Height)/releaseHeight-1)
	by, ok = map[fyne.KeyName]int{
		fyne.KeyUp: -1, fyne.KeyDown: 1, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -len(l.Rows.positions), fyne.KeyEnd: len(l.Rows.positions),
	}[key]
	return by, ok
}

func (l *list) move(by int) {
	id, ok := l.Rows.at(l.Rows.step(l.Rows.rowOf(l.cursor), by))
	if !ok {
		return
	}
	if l.modifier()&fyne.KeyModifierShift != 0 {
		if l.anchor == 0 {
			l.anchor = l.cursor
		}
		l.cursor = id
		l.selectTo(id)
	} else {
		l.cursor, l.anchor = id, id
	}
	l.reveal()
	l.Refresh()
}

// reveal scrolls to the release that keys act on, with the heading above it.
func (l *list) reveal() {
	i := l.Rows.rowOf(l.cursor)
	if i < 0 {
		return
	}
	from, to := float32(l.Rows.rows[i].y), float32(l.Rows.rows[i].y+releaseHeight)
	if i > 0 && l.Rows.rows[i-1].index < 0 {
		from -= headingHeight
	}
	l.wanted = 0
	l.top = min(max(l.top, to-l.Size().Height), from)
}

// sees reports whether all of the release that keys act on is seen in a height.
func (l *list) sees(height float32) bool {
	i := l.Rows.rowOf(l.cursor)
	if i < 0 {
		return false
	}
	y := float32(l.Rows.rows[i].y) - l.top
	return y >= 0 && y+releaseHeight <= height
}

// menuAtCursor opens the menu of the release that keys act on.
func (l *list) menuAtCursor() {
	i := l.Rows.rowOf(l.cursor)
	if i < 0 {
		return
	}
	l.reveal()
	l.Refresh()
	l.onMenu(l.meant(l.cursor), fyne.NewPos(titleLeft, float32(l.Rows.rows[i].y)-l.top+releaseHeight/2))
}

// TypedShortcut selects everything with the key that selects all in a text.
func (l *list) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutSelectAll); ok {
		l.selectAll()
		return
	}
	l.Custom.TypedShortcut(s)
}
