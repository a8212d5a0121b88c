package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"communique/editor/grammar"
	"communique/editor/register"
)

// suggestEntry is an entry whose keys are offered to somebody first.
type suggestEntry struct {
	widget.Entry
	onKey    func(key fyne.KeyName) bool // reports whether the key was taken
	onRune   func(r rune) bool           // reports whether the sign was taken
	onCreate func()                      // Ctrl+Enter
	onEscape func()
	onLeave  func()
}

// TypedKey offers the key, and writes or moves where nobody takes it.
func (e *suggestEntry) TypedKey(key *fyne.KeyEvent) {
	switch {
	case e.onKey != nil && e.onKey(key.Name):
	case key.Name == fyne.KeyEscape && e.onEscape != nil:
		e.onEscape()
	default:
		e.Entry.TypedKey(key)
	}
}

// TypedRune offers the sign, and writes it where nobody takes it.
func (e *suggestEntry) TypedRune(r rune) {
	if e.onRune == nil || !e.onRune(r) {
		e.Entry.TypedRune(r)
	}
}

// TypedShortcut makes Ctrl+Enter finish the dialog from any field.
func (e *suggestEntry) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && e.onCreate != nil && custom.Modifier == control &&
		(custom.KeyName == fyne.KeyReturn || custom.KeyName == fyne.KeyEnter) {
		e.onCreate()
		return
	}
	e.Entry.TypedShortcut(s)
}

// FocusLost hides what was suggested.
func (e *suggestEntry) FocusLost() {
	e.Entry.FocusLost()
	if e.onLeave != nil {
		e.onLeave()
	}
}

func newSuggestEntry(multiLine bool) *suggestEntry {
	e := &suggestEntry{}
	e.MultiLine = multiLine
	if multiLine {
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(3)
	}
	e.ExtendBaseWidget(e)
	return e
}

// toEnd moves the caret behind the text; only the entry knows its rows.
func (e *suggestEntry) toEnd() {
	for row := -1; row != e.CursorRow; {
		row = e.CursorRow
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// mostSuggestions is how many names are offered at once.
const mostSuggestions = 6

// suggester offers the names of the registers below an entry while a few
// letters of any form of them are typed.
type suggester struct {
	find   func(typed string, limit int) []register.Hit
	entry  *suggestEntry
	rows   *fyne.Container
	hits   []register.Hit
	at     int // the row that Enter takes; -1 none
	taken  func(hit register.Hit)
	marked func() // another row is marked
	typed  func(text string)
	onNext func() // Enter with nothing to take
	still  bool   // the text is being set, not typed
}

func newSuggester(multiLine bool, find func(typed string, limit int) []register.Hit) *suggester {
	s := &suggester{find: find, entry: newSuggestEntry(multiLine), rows: container.NewVBox(), at: -1}
	s.rows.Hide()
	s.entry.onKey = s.key
	s.entry.OnChanged = s.changed
	return s
}

func (s *suggester) object() fyne.CanvasObject {
	return container.NewVBox(s.entry, s.rows)
}

// set puts text into the entry as if nobody had typed it.
func (s *suggester) set(text string) {
	s.still = true
	s.entry.SetText(text)
	s.still = false
}

// current is what is being typed: of a list, its last line.
func (s *suggester) current() string {
	text := s.entry.Text
	return strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
}

func (s *suggester) changed(text string) {
	if s.still {
		return
	}
	s.hits = nil
	if now := s.current(); now != "" {
		s.hits = s.find(now, mostSuggestions)
		if len(s.hits) == 1 && s.hits[0].Name == now {
			s.hits = nil // it is there already
		}
	}
	s.at = min(0, len(s.hits)-1)
	s.show()
	if s.typed != nil {
		s.typed(text)
	}
}

func (s *suggester) show() {
	s.rows.RemoveAll()
	for i, hit := range s.hits {
		text := hit.Name
		if hit.Post != "" {
			text += " — " + hit.Post
		}
		row := widget.NewButton(text, func() { s.take(i) })
		row.Alignment = widget.ButtonAlignLeading
		row.Importance = widget.LowImportance
		if i == s.at {
			row.Importance = widget.MediumImportance
		}
		s.rows.Add(row)
	}
	s.rows.Hidden = len(s.hits) == 0
	s.rows.Refresh()
	if s.marked != nil {
		s.marked()
	}
}

func (s *suggester) hide() {
	s.hits, s.at = nil, -1
	s.show()
}

func (s *suggester) take(i int) {
	hit := s.hits[i]
	text := s.entry.Text
	text = text[:strings.LastIndexByte(text, '\n')+1] + hit.Name
	if s.entry.MultiLine {
		text += "\n"
	}
	s.hide()
	s.set(text)
	s.entry.toEnd()
	if s.typed != nil {
		s.typed(text)
	}
	if s.taken != nil {
		s.taken(hit)
	}
}

// key moves among the suggestions, takes one, or goes on to the next field.
func (s *suggester) key(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyDown && len(s.hits) > 0:
		s.at = (s.at + 1) % len(s.hits)
	case name == fyne.KeyUp && len(s.hits) > 0:
		s.at = (s.at + len(s.hits) - 1) % len(s.hits)
	case name == fyne.KeyEscape && len(s.hits) > 0:
		s.hide()
		return true
	case name == fyne.KeyReturn || name == fyne.KeyEnter:
		return s.enter()
	default:
		return false
	}
	s.show()
	return true
}

// enter takes the marked suggestion and goes on; in a list, which has lines of
// its own, it only takes.
func (s *suggester) enter() bool {
	took := s.at >= 0 && s.at < len(s.hits)
	if took {
		s.take(s.at)
	}
	if s.entry.MultiLine {
		return took
	}
	if s.onNext != nil {
		s.onNext()
	}
	return true
}

// suggestions finds entries of a kind in the registers.
func (w *Window) suggestions(kind grammar.Kind) func(typed string, limit int) []register.Hit {
	return func(typed string, limit int) []register.Hit {
		if w.index == nil {
			return nil // it is still being made
		}
		return w.index.Find(kind, typed, limit)
	}
}

// reindex makes the index of the registers anew, off the UI goroutine, and
// then goes on.
func (w *Window) reindex(then func()) {
	r := w.registers
	go func() {
		index := register.NewIndex(r)
		w.params.Do(func() {
			w.index = index
			then()
		})
	}()
}

// keepRegisters puts changed registers in the place of the old, and goes on
// when they can be searched; trouble is told.
func (w *Window) keepRegisters(r register.Registers, then func()) {
	w.registers = r
	if err := w.params.SaveRegisters(w.registers); err != nil {
		w.tell(w.text("registers-not-saved", map[string]any{"Why": w.words.Error(err)}), true)
	}
	w.reindex(then)
}
