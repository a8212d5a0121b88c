package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/licences"
	"communique/editor/controls"
)

// showLicences lists what the program is made of, and shows the terms of the
// part that is chosen.
func (w *Window) showLicences() {
	all := licences.All()
	text := w.keys.NewText(10)
	text.SetName(w.text("licences-text"))
	chosen := ""
	text.OnChanged = func(now string) {
		if now != chosen { // it can be selected and copied, and not be edited
			text.SetText(chosen)
		}
	}
	list := w.keys.NewList(
		func() int { return len(all) },
		func() fyne.CanvasObject {
			row := widget.NewLabel("")
			row.Truncation = fyne.TextTruncateEllipsis
			return row
		},
		func(id widget.ListItemID, row fyne.CanvasObject) { row.(*widget.Label).SetText(all[id].Name) },
	)
	list.SetName(w.text("licences-title"))
	list.OnSelected = func(id widget.ListItemID) {
		chosen = all[id].Text()
		text.CursorRow, text.CursorColumn = 0, 0
		text.SetText(chosen)
	}
	list.Select(0)
	split := container.NewHSplit(list, text)
	split.SetOffset(0.34)
	content := controls.Border(screen.Wrapped(w.text("licences-hint")), nil, nil, nil, split)
	w.dialogs.New(w.text("licences-title"), content, w.text("button-close")).Show(fyne.NewSize(900, 620), list)
}
