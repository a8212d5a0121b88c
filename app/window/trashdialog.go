package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/caption"
	"communique/editor/controls"
)

// showTrash lists what was moved to the trash, each with a way back.
func (w *Window) showTrash() {
	var entries []library.Entry
	w.base.Load(func(ctx context.Context) (err error) {
		entries, err = w.params.Store.Trashed(ctx)
		return err
	}, func() { w.trashDialog(entries) })
}

func (w *Window) trashDialog(entries []library.Entry) {
	if len(entries) == 0 {
		w.tell(w.text("trash-empty"), false)
		return
	}
	rows := container.NewVBox()
	d := w.dialogs.New(w.text("trash-list-title"), rows, w.text("button-close"))
	d.Button(w.text("trash-erase"), theme.DeleteIcon(), func() { d.Close(); w.emptyTrash(entries) }).With(widget.DangerImportance)
	for _, e := range entries {
		name := widget.NewLabel(caption.Title(w.words, e))
		name.Truncation = fyne.TextTruncateEllipsis
		below := widget.NewLabel(caption.Details(w.words, e) + " · " + w.text("trash-until", map[string]any{"Until": e.Trashed.Add(library.TrashLife).Local().Format("02.01.2006")}))
		below.SizeName, below.Importance, below.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
		row := container.NewVBox(name, below)
		back := w.keys.NewButton(w.text("trash-restore"), theme.ContentUndoIcon(), func() { d.Close(); w.restore(e.ID) })
		back.SetName(w.text("trash-restore") + ": " + name.Text)
		rows.Add(controls.Border(nil, nil, nil, back, row))
	}
	d.Show(fyne.NewSize(640, 420), nil)
}

// emptyTrash asks, and deletes for ever what lies in the trash.
func (w *Window) emptyTrash(entries []library.Entry) {
	w.base.Ask(w.text("trash-erase"), w.words.Plural("trash-erase-question", len(entries)), w.text("trash-erase"), widget.DangerImportance, func() {
		ids := make([]int64, 0, len(entries))
		for _, e := range entries {
			ids = append(ids, e.ID)
		}
		w.base.Work(func(ctx context.Context) error { return w.params.Store.Erase(ctx, ids...) }, func() {
			w.tell(w.text("trash-erased"), false)
		})
	})
}

func (w *Window) restore(id int64) {
	open := w.wish()
	w.base.Work(func(ctx context.Context) error { return w.params.Store.Restore(ctx, id) }, func() {
		w.library.Reload()
		open(id)
	})
}
