package window

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/app/window/saving"
	"communique/app/window/screen"
)

// diskPatience is how long leaving waits for the disk.
const diskPatience = 5 * time.Second

// quit leaves when every draft is on the disk; where that fails, the person
// decides.
func (w *Window) quit() {
	w.openings.Drop()
	w.save()
	w.keepTyped()
	w.rememberPanes()
	w.keepSettings()
	w.places.Leave()
	kept := w.writes.Done()
	w.leaving.Ask(background.Question{
		Work: func(context.Context) error { return w.flushed(kept) },
		Answer: func(err error) {
			switch {
			case err != nil:
				w.askUnsaved(err)
			case w.save(): // typed meanwhile
				w.quit()
			default:
				w.copies.Remove()
				w.clipboard.Leave()
				w.chooser.Close()
				w.params.App.Quit()
			}
		},
	})
}

// flushed waits until what the saver has is on the disk, and what else is being
// written is, or the disk has had its time.
func (w *Window) flushed(others ...<-chan struct{}) error {
	done := make(chan error, 1)
	w.params.Go(func() {
		err := w.saver.Flush()
		for _, written := range others {
			<-written
		}
		done <- err
	})
	select {
	case err := <-done:
		return err
	case <-time.After(diskPatience):
		return &saving.SlowError{}
	}
}

// askUnsaved offers what is left when the library does not take the text.
func (w *Window) askUnsaved(err error) {
	question := screen.Wrapped(w.text("unsaved-question", map[string]any{"Why": w.words.Error(err)}))
	d := w.dialogs.New(w.text("trouble-title"), question, w.text("button-cancel"))
	d.Button(w.text("unsaved-leave"), nil, w.params.App.Quit).With(widget.DangerImportance)
	elsewhere := d.Yes(w.text("unsaved-elsewhere"), nil, func() { d.Close(); w.rescue(w.saver.Unsaved()) })
	d.Show(fyne.NewSize(560, 0), elsewhere)
}
