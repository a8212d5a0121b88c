package window

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/app/window/trash"
	"communique/assets/translations"
)

// trash asks, and moves what is selected, or the release on the screen, to the
// trash.
func (w *Window) trash() {
	if !w.isWritable() {
		return
	}
	if ids := w.library.Selected(); len(ids) > 0 {
		w.trashSelected(ids)
		return
	}
	if w.doc == nil {
		return
	}
	w.askOf(w.doc, func() *screen.Dialog {
		return w.base.Ask(w.text("trash-title"), w.text("trash-question"), w.text("trash-confirm"), widget.DangerImportance, w.moveToTrash)
	})
}

// trashSelected asks, and moves releases to the trash.
func (w *Window) trashSelected(ids []int64) {
	if !w.isWritable() {
		return
	}
	w.base.Ask(w.text("trash-title"), w.words.Plural("trash-many", len(ids)), w.text("trash-confirm"), widget.DangerImportance, func() { w.putInTrash(ids) })
}

// moveToTrash moves the release on the screen there; one that was never written
// just goes.
func (w *Window) moveToTrash() {
	w.save()
	doc := w.doc
	w.base.Work(func(context.Context) error { return w.saver.Flush() }, func() {
		if id, _ := doc.Place(); id != 0 {
			w.putInTrash([]int64{id})
		} else if w.doc == doc {
			w.close()
		}
	})
}

// putInTrash moves releases there. The one on the screen stays there until it
// lies in the trash, and its last text goes with it.
func (w *Window) putInTrash(ids []int64) {
	var gone []int64
	w.toEach(ids, func(ctx context.Context, id int64) error {
		err := w.changing().Holding(ctx, id, func() error { return w.params.Store.Trash(ctx, id) })
		if err == nil {
			gone = append(gone, id)
		}
		return err
	}, func(done int) {
		if slices.Contains(gone, w.shown()) {
			w.close()
		}
		if done > 0 {
			w.tell(translations.Text("trash-done"), false)
		}
	})
}

// showTrash shows what lies in the trash.
func (w *Window) showTrash() {
	trash.Show(trash.Params{Base: w.base, Store: w.params.Store, Restore: w.restore})
}

// restore takes a release out of the trash and opens it.
func (w *Window) restore(id int64) {
	open := w.wish()
	w.base.Work(func(ctx context.Context) error { return w.params.Store.Restore(ctx, id) }, func() {
		w.library.Reload()
		open(id)
	})
}
