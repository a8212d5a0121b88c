package window

import (
	"context"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// mostSuggestions is how many names are offered at once.
const mostSuggestions = 6

// suggester offers the names of the registers below an entry while a few
// letters of any form of them are typed.
type suggester struct {
	find   func(typed string, limit int) []register.Hit
	entry  *controls.Entry
	rows   *fyne.Container
	hits   []register.Hit
	at     int // the row that Enter takes; -1 none
	taken  func(hit register.Hit)
	marked func() // another row is marked
	typed  func(text string)
	onNext func() // Enter with nothing to take
	still  bool   // the text is being set, not typed
}

func newSuggester(keys *controls.Keyboard, multiLine bool, find func(typed string, limit int) []register.Hit) *suggester {
	s := &suggester{find: find, entry: keys.NewEntry(), rows: container.NewVBox(), at: -1}
	if multiLine {
		s.entry = keys.NewText(3)
	}
	s.rows.Hide()
	s.entry.OnKey = s.key
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
		if len(s.hits) == 1 && s.hits[0].Text() == now {
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
		s.rows.Add(newSuggestion(text, i == s.at, func() { s.take(i) }))
	}
	s.rows.Hidden = len(s.hits) == 0
	s.rows.Refresh()
	if s.marked != nil {
		s.marked()
	}
}

// suggestion is a name that is offered. The arrows and Enter choose it from the
// entry, a click does too; Tab passes it by, for it goes when the entry is left.
type suggestion struct {
	widget.BaseWidget
	label  *widget.Label
	ground *canvas.Rectangle
	tapped func()
}

func newSuggestion(text string, marked bool, tapped func()) *suggestion {
	s := &suggestion{label: widget.NewLabel(text), ground: canvas.NewRectangle(color.Transparent), tapped: tapped}
	s.label.Truncation = fyne.TextTruncateEllipsis
	if marked {
		s.label.TextStyle.Bold = true
		s.ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the name on its ground.
func (s *suggestion) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.ground, s.label))
}

// Tapped takes the name.
func (s *suggestion) Tapped(*fyne.PointEvent) { s.tapped() }

// Cursor tells that a click does something.
func (s *suggestion) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (s *suggester) hide() {
	s.hits, s.at = nil, -1
	s.show()
}

func (s *suggester) take(i int) {
	hit := s.hits[i]
	text := s.entry.Text
	text = text[:strings.LastIndexByte(text, '\n')+1] + hit.Text()
	if s.entry.MultiLine {
		text += "\n"
	}
	s.hide()
	s.set(text)
	s.entry.CaretToEnd()
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
func (w *Window) suggestions(kind grammar.Kind, typed string, limit int) []register.Hit {
	if w.index == nil {
		return nil // it is still being made
	}
	if w.index.Day() != release.DateOf(w.params.Now()) {
		w.reindex(func() {}) // an appointment may begin today
	}
	return w.index.Find(kind, typed, limit)
}

// reindex makes the index of the registers anew, off the UI goroutine, and
// then goes on.
func (w *Window) reindex(then func()) {
	house, r, today := w.settings.House, w.registers, release.DateOf(w.params.Now())
	var index *register.Index
	w.indexing.Ask(background.Question{
		Work: func(context.Context) error {
			index = register.NewIndex(house, r, today)
			return nil
		},
		Answer: func(error) {
			w.index = index
			then()
		},
	})
}
