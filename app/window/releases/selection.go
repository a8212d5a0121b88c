package releases

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/release"
)

// Actions are what is done with the releases that are selected, or with one.
type Actions struct {
	Export, Tag, Digest, Trash func(ids []int64)
	SetStatus                  func(ids []int64, status release.Status)
	NewFrom, Duplicate         func(id int64)
}

// selectionBar says, under the list, how many releases are selected, and offers
// what can be done with them.
type selectionBar struct {
	base   screen.Base
	ids    []int64
	label  *widget.Label
	object *fyne.Container
}

func newSelectionBar(base screen.Base, on Actions, clearAll func()) *selectionBar {
	b := &selectionBar{base: base, label: widget.NewLabel("")}
	button := func(name string, do func([]int64)) *controls.Button {
		return base.Keys.NewButton(base.Text(name), nil, func() { do(slices.Clone(b.ids)) }).With(widget.LowImportance)
	}
	b.object = container.NewVBox(
		widget.NewSeparator(),
		controls.Border(nil, nil, b.label, base.Keys.NewIconButton(base.Text("marked-none"), theme.CancelIcon(), clearAll), nil),
		container.NewGridWithColumns(
			2,
			button("marked-export", on.Export), button("marked-tag", on.Tag),
			button("marked-digest", on.Digest), button("marked-trash", on.Trash),
		),
	)
	b.object.Hide()
	return b
}

func (b *selectionBar) show(ids []int64) {
	b.ids = ids
	b.label.SetText(b.base.Words.Plural("marked-count", len(ids)))
	b.object.Hidden = len(ids) == 0
	b.object.Refresh()
}
