package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/controls"
)

// field is an entry whose undo is the draft's: taking a change back reaches
// across the fields, in the order in which they were changed.
type field struct {
	controls.Entry
	onUndo, onRedo func()
	readOnly       bool // the text can be read, selected and copied only
}

func newField(keys *controls.Keyboard, multiLine bool) *field {
	f := &field{}
	f.MultiLine = multiLine
	if multiLine {
		f.Wrapping = fyne.TextWrapWord
		f.Scroll = fyne.ScrollVerticalOnly
	}
	f.Extend(keys, f)
	return f
}

// TypedShortcut hands undo and redo to the draft and leaves the rest to the entry.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && f.jump(custom) || f.readOnly && !harmless(s) {
		return
	}
	switch s.(type) {
	case *fyne.ShortcutUndo:
		f.onUndo()
	case *fyne.ShortcutRedo:
		f.onRedo()
	default:
		f.Entry.TypedShortcut(s)
	}
}

func harmless(s fyne.Shortcut) bool {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
		return true
	}
	return false
}

// jump moves the caret to the beginning or the end of the text: Ctrl+Home,
// Ctrl+End, which the entry does not know.
func (f *field) jump(s *desktop.CustomShortcut) bool {
	if s.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch s.KeyName {
	case fyne.KeyHome:
		f.setCaret(0)
	case fyne.KeyEnd:
		f.setCaret(len([]rune(f.Text)))
	default:
		return false
	}
	return true
}

// TypedRune writes, unless the text can only be read.
func (f *field) TypedRune(r rune) {
	if !f.readOnly {
		f.Entry.TypedRune(r)
	}
}

// TypedKey moves and writes, unless the text can only be read.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	if f.readOnly && !moves[key.Name] || !f.Fresh(key.Name) {
		return
	}
	f.Entry.TypedKey(key)
}

// moves are the keys that only move the caret.
var moves = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true, fyne.KeyHome: true, fyne.KeyEnd: true,
	fyne.KeyPageUp: true, fyne.KeyPageDown: true, fyne.KeyTab: true, fyne.KeyEscape: true,
}

// show puts text into the field without telling OnChanged: the draft has it already.
func (f *field) show(text string) {
	changed := f.OnChanged
	f.OnChanged = nil
	f.SetText(text)
	f.OnChanged = changed
}

// showAt shows another text and leaves the caret as far from its end as it was.
func (f *field) showAt(text string) {
	behind := len([]rune(f.Text)) - f.CursorTextOffset()
	f.show(text)
	f.setCaret(max(0, len([]rune(text))-behind))
}

// deselect ends a selection, whose ends belong to a text or to a caret of
// before: the next letter would take its place.
func (f *field) deselect() {
	entry := &f.Entry.Entry
	entry.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) // it has no other way to be told
}

// setCaret puts the caret after the given number of code points, with nothing
// selected. The entry counts in rows as they are wrapped on the screen and tells
// only the way back, so the row is sought.
func (f *field) setCaret(offset int) {
	f.deselect()
	rows := strings.Count(f.Text, "\n") + 1 + len([]rune(f.Text))/8
	f.CursorRow, f.CursorColumn = 0, 0
	for f.CursorRow < rows {
		f.CursorRow++
		if at := f.CursorTextOffset(); at > offset || at == 0 {
			f.CursorRow--
			break
		}
	}
	f.CursorColumn = offset - f.CursorTextOffset()
	f.Refresh()
}
