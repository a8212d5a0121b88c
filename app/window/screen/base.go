package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"communique/app/window/background"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/surface"
)

// Base is what every screen is made with. What is not said otherwise is called on
// the UI goroutine.
type Base struct {
	Words   *translations.Words
	Keys    *controls.Keyboard
	Dialogs *Dialogs
	Canvas  fyne.Canvas
	// Colours returns what texts of releases are drawn with.
	Colours func() surface.Colours
	// Loading are the questions about what dialogs open with: the newest wins.
	Loading *background.Questions
	// Tell tells something at the window's foot, which may be trouble. Fail tells what went
	// wrong, in a dialog.
	Tell func(text translations.Sentence, trouble bool) Told
	Fail func(trouble ...error)
	// Go runs a function on a goroutine of its own, Do one on the UI goroutine.
	Go, Do func(func())
}

// Text returns words by their name.
func (b Base) Text(name string, args ...map[string]any) string { return b.Words.Text(name, args...) }

// Entry returns an entry that holds a text.
func (b Base) Entry(text string) *controls.Entry {
	e := b.Keys.NewEntry()
	e.SetText(text)
	return e
}

// Work does something away from the UI goroutine that is done whatever happens
// meanwhile. done follows, unless it failed, which is told.
func (b Base) Work(do func(ctx context.Context) error, done func()) {
	b.Go(func() {
		err := do(context.Background())
		b.Do(func() {
			if err != nil {
				b.Fail(err)
				return
			}
			done()
		})
	})
}

// Load finds out, away from the UI goroutine, what a dialog opens with. It is not
// shown when the person has asked for another meanwhile, or has one before them.
func (b Base) Load(work func(ctx context.Context) error, show func()) {
	b.Loading.Ask(background.Question{Work: work, Answer: func(err error) {
		switch {
		case err != nil:
			b.Fail(err)
		case b.Canvas.Overlays().Top() == nil:
			show()
		}
	}})
}

// AfterClick does something on the UI goroutine when the click that asks for it is over:
// until then the driver takes the keyboard away from what is not under the pointer.
func (b Base) AfterClick(do func()) { b.Go(func() { b.Do(do) }) }
