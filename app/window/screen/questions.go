package screen

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Way is something else that may be done in the place of an answer.
type Way struct {
	Name string
	Do   func()
}

// Offer adds the buttons of ways. The dialog goes before one is taken, which may move the keyboard.
func (d *Dialog) Offer(b Base, ways ...Way) {
	for _, way := range ways {
		d.Button(way.Name, nil, func() { d.Close(); b.AfterClick(way.Do) })
	}
}

// Ask puts a question that somebody has just called for; the confirming button
// has the keyboard.
func (b Base) Ask(title, question, confirm string, importance widget.Importance, yes func(), ways ...Way) *Dialog {
	d := b.Dialogs.New(title, Wrapped(question), b.Text("button-cancel"))
	d.Offer(b, ways...)
	ok := d.Yes(confirm, nil, func() { d.Close(); yes() }).With(importance)
	d.Show(fyne.NewSize(520, 0), ok)
	return d
}

// AskLate puts a question that comes by itself, later than what called for it: a
// key that was meant for a text must not answer yes, so the other button has the
// keyboard. no is called where the person leaves all as it is.
func (b Base) AskLate(title, question, confirm string, yes, no func()) {
	d := b.Dialogs.New(title, Wrapped(question), b.Text("button-cancel"))
	d.OnNo(func() { d.Close(); no() })
	d.Yes(confirm, nil, func() { d.Close(); yes() }).With(widget.DangerImportance)
	d.Show(fyne.NewSize(520, 0), nil)
}

// AskName asks for a line of text; an empty one is no answer.
func (b Base) AskName(title string, named func(name string)) {
	entry := b.Keys.NewEntry()
	entry.SetName(title)
	d := b.Dialogs.New(title, entry, b.Text("button-cancel"))
	d.Yes(b.Text("button-ok"), nil, func() {
		d.Close()
		if entry.Text != "" {
			named(entry.Text)
		}
	})
	d.Show(fyne.NewSize(420, 0), nil)
}

// NewBar returns a bar that shows how far something is, without words: they would stand on half
// of the accent, where nobody reads them. A line beside it says them.
func NewBar() *widget.ProgressBar {
	bar := widget.NewProgressBar()
	bar.TextFormatter = func() string { return "" }
	return bar
}

// Progress does long work away from the UI goroutine under a bar that shows how
// far it is, with a button that stops it. done follows also after it was stopped:
// what was done until then stays.
func (b Base) Progress(title string, do func(ctx context.Context, report func(done, of int)) error, done func(stopped bool)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := NewBar()
	bar.Hide() // until it is known how much there is to do
	line := Wrapped(b.Text("progress-begun"))
	d := b.Dialogs.New(title, container.NewVBox(bar, line), b.Text("button-stop"))
	d.OnNo(cancel)
	d.Show(fyne.NewSize(460, 180), nil)
	report := func(n, of int) {
		b.Do(func() {
			if of > 0 {
				bar.Show()
				bar.SetValue(float64(n) / float64(of))
			}
			line.SetText(b.Text("progress-done", map[string]any{"Done": n, "Of": of}))
		})
	}
	b.Go(func() {
		err := do(ctx, report)
		stopped := ctx.Err() != nil
		cancel()
		b.Do(func() {
			d.Close()
			if err != nil && (!stopped || !errors.Is(err, context.Canceled)) {
				b.Fail(err)
				return
			}
			done(stopped)
		})
	})
}
