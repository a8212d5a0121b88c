// Package trash shows the releases that were thrown away, until they are erased.
package trash

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/caption"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// Store is what the trash needs of the library.
type Store interface {
	Trashed(ctx context.Context) ([]library.Entry, error)
	Erase(ctx context.Context, ids ...int64) error
}

// Params are what the trash needs.
type Params struct {
	screen.Base
	Store Store
	// Restore takes a release out of the trash.
	Restore func(id int64)
}

// Show lists what was moved to the trash, each with a way back.
func Show(p Params) {
	var entries []library.Entry
	p.Load(func(ctx context.Context) (err error) {
		entries, err = p.Store.Trashed(ctx)
		return err
	}, func() { p.list(entries) })
}

func (p Params) list(entries []library.Entry) {
	if len(entries) == 0 {
		p.Tell(translations.Text("trash-empty"), false)
		return
	}
	chosen := 0
	list := p.Keys.NewList(func() int { return len(entries) }, newRow, func(i widget.ListItemID, o fyne.CanvasObject) { p.fill(o, entries[i]) })
	list.SetName(p.Text("trash-list-title"))
	list.OnSelected = func(i widget.ListItemID) { chosen = i }
	d := p.Dialogs.New(p.Text("trash-list-title"), list, p.Text("button-close"))
	d.Button(p.Text("trash-erase"), theme.DeleteIcon(), func() { d.Close(); p.empty(entries) }).With(widget.DangerImportance)
	d.Yes(p.Text("trash-restore"), theme.ContentUndoIcon(), func() { d.Close(); p.Restore(entries[chosen].ID) })
	d.Show(fyne.NewSize(640, 420), list)
	list.Select(chosen)
}

// newRow is a row of the list: a headline, and the details below it.
func newRow() fyne.CanvasObject {
	name, below := widget.NewLabel(""), widget.NewLabel("")
	name.Truncation, below.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	below.SizeName, below.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return container.NewVBox(name, below)
}

// fill writes a release into a row of newRow.
func (p Params) fill(row fyne.CanvasObject, e library.Entry) {
	lines := row.(*fyne.Container).Objects
	lines[0].(*widget.Label).SetText(caption.Title(p.Words, e))
	lines[1].(*widget.Label).SetText(caption.Details(p.Words, e) + " · " + p.Text("trash-until", map[string]any{"Until": e.Trashed.Add(library.TrashLife).Local().Format("02.01.2006")}))
}

// empty asks, and deletes for ever what lies in the trash.
func (p Params) empty(entries []library.Entry) {
	p.Ask(p.Text("trash-erase"), p.Words.Plural("trash-erase-question", len(entries)), p.Text("trash-erase"), widget.DangerImportance, func() {
		ids := make([]int64, 0, len(entries))
		for _, e := range entries {
			ids = append(ids, e.ID)
		}
		p.Work(func(ctx context.Context) error { return p.Store.Erase(ctx, ids...) }, func() {
			p.Tell(translations.Text("trash-erased"), false)
		})
	})
}
