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
	d := dialog.NewCustom(w.text("trash-list-title"), w.text("button-close"), container.NewVScroll(rows), w.win)
	for _, e := range entries {
		row := newRow().(*fyne.Container)
		row.Objects[0].(*widget.Label).SetText(title(w.words, e))
		row.Objects[1].(*widget.Label).SetText(details(w.words, e))
		back := widget.NewButtonWithIcon(w.text("trash-restore"), theme.ContentUndoIcon(), func() {
			d.Hide()
			w.restore(e.ID)
		})
		rows.Add(container.NewBorder(nil, nil, nil, back, row))
	}
	d.Resize(fyne.NewSize(640, 420))
	d.Show()
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
