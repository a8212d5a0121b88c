package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
)

// showTrash lists what was moved to the trash, each with a way back.
func (w *Window) showTrash() {
	go func() {
		entries, err := w.params.Store.Trashed(context.Background())
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.trashDialog(entries)
		})
	}()
}

func (w *Window) trashDialog(entries []library.Entry) {
	if len(entries) == 0 {
		w.tell(w.text("trash-empty"), false)
		return
	}
	rows := container.NewVBox()
	d := dialog.NewCustomWithoutButtons(w.text("trash-list-title"), container.NewVScroll(rows), w.win)
	empty := newKeyButton(w.text("trash-erase"), func() { d.Hide(); w.emptyTrash(entries) }, d.Hide).with(theme.DeleteIcon(), widget.DangerImportance)
	closing := newKeyButton(w.text("button-close"), d.Hide, d.Hide)
	d.SetButtons([]fyne.CanvasObject{closing, empty})
	for _, e := range entries {
		name := widget.NewLabel(title(w.words, e))
		name.Truncation = fyne.TextTruncateEllipsis
		below := widget.NewLabel(details(w.words, e) + " · " + w.text("trash-until", map[string]any{"Until": e.Trashed.Add(library.TrashLife).Local().Format("02.01.2006")}))
		below.SizeName, below.Importance, below.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
		row := container.NewVBox(name, below)
		back := newKeyButton(w.text("trash-restore"), func() { d.Hide(); w.restore(e.ID) }, d.Hide).with(theme.ContentUndoIcon(), widget.MediumImportance)
		rows.Add(container.NewBorder(nil, nil, nil, back, row))
	}
	d.Resize(fyne.NewSize(640, 420))
	d.Show()
	w.win.Canvas().Focus(closing)
}

// emptyTrash asks, and deletes for ever what lies in the trash.
func (w *Window) emptyTrash(entries []library.Entry) {
	w.ask(w.text("trash-erase"), w.words.Plural("trash-erase-question", len(entries)), w.text("trash-erase"), widget.DangerImportance, func() {
		ids := make([]int64, 0, len(entries))
		for _, e := range entries {
			ids = append(ids, e.ID)
		}
		w.work(func(ctx context.Context) error { return w.params.Store.Erase(ctx, ids...) }, func() {
			w.tell(w.text("trash-erased"), false)
		})
	})
}

func (w *Window) restore(id int64) {
	go func() {
		err := w.params.Store.Restore(context.Background(), id)
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.reload()
			w.open(id)
		})
	}()
}
