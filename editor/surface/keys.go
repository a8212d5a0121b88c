package surface

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/controls"
	"communique/editor/editing"
	"communique/editor/release"
)

// command is what a key does; extend is Shift, for keys that move the caret.
type command func(s *Surface, extend bool)

func move(m editing.Motion) command {
	return func(s *Surface, extend bool) {
		s.Act(func(e *editing.Editor) { e.Move(m, extend) })
	}
}

func act(do func(e *editing.Editor)) command {
	return func(s *Surface, _ bool) { s.Act(do) }
}

// plain are the keys without a modifier, or with Shift alone.
var plain = map[fyne.KeyName]command{
	fyne.KeyLeft:      sideways(editing.Left),
	fyne.KeyRight:     sideways(editing.Right),
	fyne.KeyUp:        func(s *Surface, extend bool) { s.vertical(-1, extend) },
	fyne.KeyDown:      func(s *Surface, extend bool) { s.vertical(1, extend) },
	fyne.KeyHome:      (*Surface).lineStart,
	fyne.KeyEnd:       (*Surface).lineEnd,
	fyne.KeyPageUp:    func(s *Surface, extend bool) { s.page(-1, extend) },
	fyne.KeyPageDown:  func(s *Surface, extend bool) { s.page(1, extend) },
	fyne.KeyReturn:    newLine,
	fyne.KeyEnter:     newLine,
	fyne.KeyBackspace: act((*editing.Editor).Backspace),
	fyne.KeyDelete:    act((*editing.Editor).DeleteForward),
	fyne.KeyTab:       (*Surface).tab,
	desktop.KeyMenu:   func(s *Surface, _ bool) { s.contextAtCaret() },
}

// sideways moves by a grapheme; from what opens a form it goes back to the text.
func sideways(m editing.Motion) command {
	return func(s *Surface, extend bool) {
		if s.caret.form != nil {
			s.vertical(map[editing.Motion]int{editing.Left: -1, editing.Right: 1}[m], extend)
			return
		}
		s.Act(func(e *editing.Editor) { e.Move(m, extend) })
	}
}

func newLine(s *Surface, extend bool) {
	if b := s.caret.form; b != nil {
		s.openForm(b)
		return
	}
	if extend {
		s.Act((*editing.Editor).NewLine)
	} else {
		s.Act((*editing.Editor).NewParagraph)
	}
}

// tab does what Tab means where the caret is, and tells where that is nothing. It never leads
// out of the text: what is typed next would be lost to it.
func (s *Surface) tab(back bool) {
	if s.caret.form != nil {
		way := 1
		if back {
			way = -1
		}
		s.vertical(way, false)
		return
	}
	meant, list := false, false
	s.Act(func(e *editing.Editor) {
		list = e.InList()
		meant = e.Tab(back)
	})
	if !meant {
		s.OnTab(list)
	}
}

// KindChoice is a kind of block as it is chosen: a list with numbers is another choice
// than one with bullets.
type KindChoice struct {
	Kind     release.BlockKind
	Numbered bool
}

// KindChoices lists the kinds that a block can be made, in the order of the keys
// Ctrl+Alt+0 and on.
func KindChoices() []KindChoice {
	return []KindChoice{
		{release.Paragraph, false},
		{release.Subheading, false},
		{release.Quotation, false},
		{release.List, false},
		{release.List, true},
		{release.Table, false},
		{release.Rule, false},
	}
}

// SetKind makes the selected blocks ones of a kind; a rule or a table is put behind what is
// selected.
func (s *Surface) SetKind(k KindChoice) {
	s.Act(func(e *editing.Editor) {
		_, end := e.Range()
		switch k.Kind {
		case release.Rule:
			e.Select(end, end) // no kind is worth the words that are selected
			e.InsertBlock(release.Block{Kind: release.Rule})
		case release.Table:
			e.Select(end, end)
			e.PutTable()
		default:
			e.SetKind(k.Kind, k.Numbered)
		}
	})
}

// combinations are the keys with modifiers, without those that Fyne names itself. Shift
// extends the selection.
func combinations() map[controls.Combination]command {
	const ctrl, alt, shift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt, fyne.KeyModifierShift
	word := fyne.KeyModifierControl
	all := map[controls.Combination]command{
		{Key: fyne.KeyB, Modifier: ctrl}:         act(func(e *editing.Editor) { e.Toggle(release.Bold) }),
		{Key: fyne.KeyI, Modifier: ctrl}:         act(func(e *editing.Editor) { e.Toggle(release.Italic) }),
		{Key: fyne.KeyL, Modifier: ctrl}:         func(s *Surface, _ bool) { s.OnLink() },
		{Key: fyne.KeyV, Modifier: ctrl | shift}: func(s *Surface, _ bool) { s.params.Paste(true) },
		{Key: fyne.KeyZ, Modifier: ctrl | shift}: act(func(e *editing.Editor) { e.Redo() }),
	}
	moves := map[controls.Combination]editing.Motion{}
	if ctrl == fyne.KeyModifierSuper { // macOS
		word = alt
		moves[controls.Combination{Key: fyne.KeyUp, Modifier: ctrl}] = editing.DocumentStart
		moves[controls.Combination{Key: fyne.KeyDown, Modifier: ctrl}] = editing.DocumentEnd
		for key, to := range map[fyne.KeyName]command{fyne.KeyLeft: (*Surface).lineStart, fyne.KeyRight: (*Surface).lineEnd} {
			all[controls.Combination{Key: key, Modifier: ctrl}] = to
			all[controls.Combination{Key: key, Modifier: ctrl | shift}] = to
		}
	}
	moves[controls.Combination{Key: fyne.KeyLeft, Modifier: word}] = editing.WordLeft
	moves[controls.Combination{Key: fyne.KeyRight, Modifier: word}] = editing.WordRight
	moves[controls.Combination{Key: fyne.KeyUp, Modifier: word}] = editing.ParagraphUp
	moves[controls.Combination{Key: fyne.KeyDown, Modifier: word}] = editing.ParagraphDown
	moves[controls.Combination{Key: fyne.KeyHome, Modifier: ctrl}] = editing.DocumentStart
	moves[controls.Combination{Key: fyne.KeyEnd, Modifier: ctrl}] = editing.DocumentEnd
	for c, m := range moves {
		all[c] = move(m)
		all[controls.Combination{Key: c.Key, Modifier: c.Modifier | shift}] = move(m)
	}
	all[controls.Combination{Key: fyne.KeyBackspace, Modifier: word}] = act((*editing.Editor).DeleteWordBack)
	all[controls.Combination{Key: fyne.KeyDelete, Modifier: word}] = act((*editing.Editor).DeleteWordForward)
	for i, k := range KindChoices() {
		key := fyne.KeyName(rune('0' + i))
		all[controls.Combination{Key: key, Modifier: ctrl | alt}] = func(s *Surface, _ bool) { s.SetKind(k) }
	}
	return all
}

// AcceptsTab has Tab come here: it never leads out of the text.
func (s *Surface) AcceptsTab() bool { return true }

// TypedKey moves, deletes and parts; what it does not know it hands on.
func (s *Surface) TypedKey(key *fyne.KeyEvent) {
	if !s.Fresh(key.Name) {
		return
	}
	extend := s.Held()&fyne.KeyModifierShift != 0
	switch do := plain[key.Name]; {
	case key.Name == fyne.KeyEscape && s.abandonDrag():
	case do != nil && s.editor != nil:
		do(s, extend)
	case key.Name == fyne.KeyF10 && extend:
		s.contextAtCaret()
	default:
		s.Custom.TypedKey(key)
	}
}

// TypedRune writes.
func (s *Surface) TypedRune(r rune) {
	switch {
	case s.editor == nil || r == ' ' && !s.Fresh(fyne.KeySpace):
	case s.caret.form != nil:
		s.openForm(s.caret.form)
	default:
		s.Act(func(e *editing.Editor) { e.Type(string(r)) })
	}
}

// TypedShortcut does what is the text's own, and hands the rest on.
func (s *Surface) TypedShortcut(shortcut fyne.Shortcut) {
	if s.editor == nil {
		s.Custom.TypedShortcut(shortcut)
		return
	}
	switch known := shortcut.(type) {
	case *fyne.ShortcutCopy:
		s.Copy()
	case *fyne.ShortcutCut:
		s.Cut()
	case *fyne.ShortcutPaste:
		s.params.Paste(false)
	case *fyne.ShortcutSelectAll:
		s.SelectAll()
	case *fyne.ShortcutUndo:
		s.Act(func(e *editing.Editor) { e.Undo() })
	case *fyne.ShortcutRedo:
		s.Act(func(e *editing.Editor) { e.Redo() })
	case *desktop.CustomShortcut:
		c := controls.Combination{Key: known.KeyName, Modifier: known.Modifier}
		if do := s.combinations[c]; do != nil {
			do(s, known.Modifier&fyne.KeyModifierShift != 0)
			return
		}
		s.Custom.TypedShortcut(shortcut)
	default:
		s.Custom.TypedShortcut(shortcut)
	}
}

// Copy puts what is selected on the clipboard; nothing where nothing is.
func (s *Surface) Copy() {
	if s.editor != nil && !s.editor.Selection().Empty() {
		s.params.Copy(s.editor.Copy())
	}
}

// Cut puts what is selected on the clipboard and takes it out, unless the draft is to be
// read only. What could not be copied stays.
func (s *Surface) Cut() {
	if s.editor != nil && !s.editor.Selection().Empty() && s.params.Copy(s.editor.Copy()) {
		s.Act(func(e *editing.Editor) { e.Cut() })
	}
}

// SelectAll selects everything; what is seen stays where it is.
func (s *Surface) SelectAll() {
	if s.editor == nil {
		return
	}
	s.resetCaret()
	s.editor.SelectAll()
	s.show()
	s.OnCaret()
}

// contextAtCaret opens the menu below the caret.
func (s *Surface) contextAtCaret() {
	at := s.CaretArea()
	s.OnContext(at.At.AddXY(0, at.Size.Height-1)) // below that lies the next line, with what is found there
}
