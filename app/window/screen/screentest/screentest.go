// Package screentest shows single screens in a window of the test driver.
package screentest

import (
	"image/color"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/surface"
)

// Stage is a window for a screen. What waits for the UI goroutine, which is the
// test's own, is done by Wait.
type Stage struct {
	controlstest.Hands
	Base     screen.Base
	Told     string  // the line at the window's foot
	Failed   []error // what went wrong
	t        testing.TB
	tellings int
	queue    chan func()
}

// New makes an empty window in Russian.
func New(t testing.TB) *Stage {
	t.Helper()
	test.NewTempApp(t)
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	window := test.NewTempWindow(t, nil)
	window.Resize(fyne.NewSize(1000, 700))
	s := &Stage{Hands: controlstest.Hands{Window: window}, t: t, queue: make(chan func(), 1000)}
	canvas := window.Canvas()
	keys := controls.NewKeyboard(controls.Params{
		Canvas: canvas, Held: func() fyne.KeyModifier { return s.Held }, Menu: window.MainMenu,
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
	})
	run, do := func(f func()) { go f() }, func(f func()) { s.queue <- f }
	s.Base = screen.Base{
		Words: words, Keys: keys, Canvas: canvas, Colours: func() surface.Colours { return surface.Colours{Ink: color.Black, Blocks: color.Black} }, Loading: background.New(run, do), Go: run, Do: do,
		Dialogs: screen.NewDialogs(screen.Params{Canvas: canvas, Keys: keys, Home: canvas.Unfocus}),
		Tell:    s.Tell,
		Fail:    func(trouble ...error) { s.Failed = append(s.Failed, trouble...) },
	}
	return s
}

// Wait does the UI goroutine's work until ready.
func (s *Stage) Wait(what string, ready func() bool) {
	s.t.Helper()
	deadline := time.After(time.Minute) // it ends early wherever the work is done
	for !ready() {
		select {
		case f := <-s.queue:
			f()
		case <-deadline:
			s.t.Fatalf("waited in vain for %s; on the screen:\n%s", what, s.Texts())
		}
	}
}

// Tell is what the Base tells with.
func (s *Stage) Tell(text translations.Sentence, _ bool) screen.Told {
	said := text(s.Base.Words)
	s.Told = said
	s.tellings++
	which := s.tellings
	return func() bool {
		was := s.Told == said && s.tellings == which
		if was {
			s.Told = ""
		}
		return was
	}
}

// Texts returns every text on the screen.
func (s *Stage) Texts() string { return Texts(s.Base.Canvas) }

// Open tells whether a dialog is.
func (s *Stage) Open() bool { return s.Base.Canvas.Overlays().Top() != nil }

// Type types where the keyboard is.
func (s *Stage) Type(text string) {
	s.t.Helper()
	focused := s.Base.Canvas.Focused()
	if focused == nil {
		s.t.Fatalf("the keyboard is nowhere; on the screen:\n%s", s.Texts())
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

// Tap presses the button that says text.
func (s *Stage) Tap(text string) {
	s.t.Helper()
	b := Button(s.Base.Canvas, text)
	if b == nil {
		s.t.Fatalf("no button %q in\n%s", text, s.Texts())
	}
	b.OnTapped()
}

// Abandon leaves a dialog in which something was entered: with Escape, and where that asks
// first, as it should, with a yes. It reports whether it was asked.
func (s *Stage) Abandon() bool {
	s.Press(fyne.KeyEscape, 0)
	asked := strings.Contains(s.Texts(), s.Base.Text("loss-question"))
	if asked {
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	}
	return asked
}

// Entries are the fields of the dialog on top, in their order.
func (s *Stage) Entries() []*controls.Entry { return Entries(s.Base.Canvas.Overlays().Top()) }

// Texts returns every text on a canvas.
func Texts(c fyne.Canvas) string {
	var all []string
	for _, o := range objects(c) {
		switch o := o.(type) {
		case *widget.Label:
			all = append(all, o.Text)
		case *controls.Wrapped:
			all = append(all, o.Text)
		case *screen.Prose:
			all = append(all, o.String())
		case *controls.Entry:
			all = append(all, o.Text)
		case *controls.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

// Button returns the button on a canvas that says text; nil where there is none.
func Button(c fyne.Canvas, text string) *controls.Button {
	for _, o := range objects(c) {
		if b, ok := o.(*controls.Button); ok && b.Text == text {
			return b
		}
	}
	return nil
}

// Entries are the fields below an object, in their order.
func Entries(root fyne.CanvasObject) []*controls.Entry {
	var all []*controls.Entry
	for _, o := range controlstest.Objects(root) {
		if e, ok := o.(*controls.Entry); ok {
			all = append(all, e)
		}
	}
	return all
}

// objects are all that a canvas shows, dialogs first.
func objects(c fyne.Canvas) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, root := range append(c.Overlays().List(), c.Content()) {
		if root != nil {
			all = append(all, controlstest.Objects(root)...)
		}
	}
	return all
}
