package window

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/parts"
	"communique/export"
	"communique/export/file"
)

// quitPatience is how long quitting waits for the disk before it asks.
const quitPatience = 5 * time.Second

// quit leaves when the draft is on the disk; where that fails, the person decides.
func (w *Window) quit() {
	w.save()
	w.rememberSplits()
	w.keepSettings()
	kept := w.whenWritten()
	go func() {
		done := make(chan error, 1)
		go func() {
			err := w.saver.flush()
			<-kept
			done <- err
		}()
		var err error
		select {
		case err = <-done:
		case <-time.After(quitPatience):
			err = errSlowDisk
		}
		w.params.Do(func() {
			if err == nil {
				w.forgetPrinted()
				w.leaveCopied()
				w.chooser.Close()
				w.params.App.Quit()
				return
			}
			w.askUnsaved(err)
		})
	}()
}

// askUnsaved offers what is left when the library does not take the text.
func (w *Window) askUnsaved(err error) {
	question := parts.Wrapped(w.text("unsaved-question", map[string]any{"Why": w.words.Error(err)}))
	d := w.dialogs.New(w.text("trouble-title"), question, w.text("button-cancel"))
	d.Button(w.text("unsaved-leave"), nil, w.params.App.Quit).With(widget.DangerImportance)
	elsewhere := d.Yes(w.text("unsaved-elsewhere"), nil, func() { d.Close(); w.saveElsewhere() })
	d.Show(fyne.NewSize(560, 0), elsewhere)
}

// saveElsewhere writes the draft as a file of its own.
func (w *Window) saveElsewhere() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r := w.doc.session.Release()
	w.askTarget(w.text("save-elsewhere-title"), file.Name(r)+".release.toml", func(path string, replace bool) error {
		data, err := r.Encode()
		if err != nil {
			return err
		}
		return export.Write(path, data, replace)
	})
}

// rememberSplits keeps where the panes are parted and how large the window is.
func (w *Window) rememberSplits() {
	size := w.win.Canvas().Size()
	w.settings.Window.Width, w.settings.Window.Height = float64(size.Width), float64(size.Height)
	w.settings.Window.LibrarySplit, w.settings.Window.PreviewSplit = w.outer.Offset, w.inner.Offset
}
