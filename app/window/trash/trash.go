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
	"communique/editor/controls"
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
	rows := container.NewVBox()
	d := p.Dialogs.New(p.Text("trash-list-title"), rows, p.Text("button-close"))
	d.Button(p.Text("trash-erase"), theme.DeleteIcon(), func() { d.Close(); p.empty(entries) }).With(widget.DangerImportance)
	for _, e := range entries {
		name := widget.NewLabel(caption.Title(p.Words, e))
		name.Truncation = fyne.TextTruncateEllipsis
		below := widget.NewLabel(caption.Details(p.Words, e) + " · " + p.Text("trash-until", map[string]any{"Until": e.Trashed.Add(library.TrashLife).Local().Format("02.01.2006")}))
		below.SizeName, below.Importance, below.Truncation = theme.SizeNameCaptionText, widget.LowImportance, fyne.TextTruncateEllipsis
		row := container.NewVBox(name, below)
		back := p.Keys.NewButton(p.Text("trash-restore"), theme.ContentUndoIcon(), func() { d.Close(); p.Restore(e.ID) })
		back.SetName(p.Text("trash-restore") + ": " + name.Text)
		rows.Add(controls.Border(nil, nil, nil, back, row))
	}
	d.Show(fyne.NewSize(640, 420), nil)
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
