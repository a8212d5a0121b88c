package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// progress does long work away from the UI goroutine under a bar that shows
// how far it is, with a button that stops it. done follows on the UI
// goroutine, also after it was stopped: what was done until then stays.
func (w *Window) progress(title string, do func(ctx context.Context, report func(done, of int)) error, done func(stopped bool)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	line := widget.NewLabel("")
	d := dialog.NewCustomWithoutButtons(title, container.NewVBox(bar, line), w.win)
	stop := newKeyButton(w.text("button-stop"), cancel, cancel)
	d.SetButtons([]fyne.CanvasObject{stop})
	d.Resize(fyne.NewSize(460, 180))
	d.Show()
	w.win.Canvas().Focus(stop)
	report := func(n, of int) {
		w.params.Do(func() {
			if of > 0 {
				bar.SetValue(float64(n) / float64(of))
			}
			line.SetText(w.text("progress-done", map[string]any{"Done": n, "Of": of}))
		})
	}
	go func() {
		err := do(ctx, report)
		stopped := ctx.Err() != nil
		cancel()
		w.params.Do(func() {
			d.Hide()
			if err != nil && (!stopped || !errors.Is(err, context.Canceled)) {
				w.fail(err)
				return
			}
			done(stopped)
		})
	}()
}

// askName asks for a line of text; an empty one is no answer.
func (w *Window) askName(title string, named func(name string)) {
	entry := widget.NewEntry()
	d := dialog.NewForm(title, w.text("button-ok"), w.text("button-cancel"), []*widget.FormItem{widget.NewFormItem("", entry)}, func(yes bool) {
		if yes && entry.Text != "" {
			named(entry.Text)
		}
	}, w.win)
	entry.OnSubmitted = func(string) { d.Submit() }
	d.Resize(fyne.NewSize(420, 160))
	d.Show()
	w.win.Canvas().Focus(entry)
}
