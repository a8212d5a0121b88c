package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
)

// progress does long work away from the UI goroutine under a bar that shows
// how far it is, with a button that stops it. done follows on the UI
// goroutine, also after it was stopped: what was done until then stays.
func (w *Window) progress(title string, do func(ctx context.Context, report func(done, of int)) error, done func(stopped bool)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	line := screen.Wrapped("")
	d := w.dialogs.New(title, container.NewVBox(bar, line), w.text("button-stop"))
	d.OnNo(cancel)
	d.Show(fyne.NewSize(460, 180), nil)
	report := func(n, of int) {
		w.params.Do(func() {
			if of > 0 {
				bar.SetValue(float64(n) / float64(of))
			}
			line.SetText(w.text("progress-done", map[string]any{"Done": n, "Of": of}))
		})
	}
	w.params.Go(func() {
		err := do(ctx, report)
		stopped := ctx.Err() != nil
		cancel()
		w.params.Do(func() {
			d.Close()
			if err != nil && (!stopped || !errors.Is(err, context.Canceled)) {
				w.fail(err)
				return
			}
			done(stopped)
		})
	})
}

// askName asks for a line of text; an empty one is no answer.
func (w *Window) askName(title string, named func(name string)) {
	entry := w.keys.NewEntry()
	entry.SetName(title)
	d := w.dialogs.New(title, entry, w.text("button-cancel"))
	d.Yes(w.text("button-ok"), nil, func() {
		d.Close()
		if entry.Text != "" {
			named(entry.Text)
		}
	})
	d.Show(fyne.NewSize(420, 0), nil)
}
