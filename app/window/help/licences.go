package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/licences"
	"communique/editor/controls"
)

// Licences lists what the program is made of, and shows the terms of the
// part that is chosen.
func Licences(b screen.Base) {
	all := licences.All()
	text := b.Keys.NewText(10)
	text.SetName(b.Text("licences-text"))
	chosen := ""
	text.OnChanged = func(now string) {
		if now != chosen { // it can be selected and copied, and not be edited
			text.SetText(chosen)
		}
	}
	list := b.Keys.NewList(
		func() int { return len(all) },
		func() fyne.CanvasObject {
			row := widget.NewLabel("")
			row.Truncation = fyne.TextTruncateEllipsis
			return row
		},
		func(id widget.ListItemID, row fyne.CanvasObject) { row.(*widget.Label).SetText(all[id].Name) },
	)
	list.SetName(b.Text("licences-title"))
	list.OnSelected = func(id widget.ListItemID) {
		chosen = all[id].Text()
		text.CursorRow, text.CursorColumn = 0, 0
		text.SetText(chosen)
	}
	list.Select(0)
	split := container.NewHSplit(list, text)
	split.SetOffset(0.34)
	content := controls.Border(screen.Wrapped(b.Text("licences-hint")), nil, nil, nil, split)
	b.Dialogs.New(b.Text("licences-title"), content, b.Text("button-close")).Show(fyne.NewSize(900, 620), list)
}
