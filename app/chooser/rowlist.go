package chooser

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// rowList shows the rows of a folder: up and down choose one, right goes into it
// and left out of the folder.
type rowList struct {
	controls.List
	browser *browser
	moving  bool // the arrows choose, not a click
}

func newRowList(b *browser) *rowList {
	l := &rowList{browser: b}
	l.Length, l.CreateItem, l.UpdateItem, l.OnSelected = func() int { return len(b.rows) }, newRow, l.show, l.selected
	l.Extend(b.chooser.params.Keys, l)
	return l
}

// TypedKey moves among the rows, and among the folders.
func (l *rowList) TypedKey(key *fyne.KeyEvent) {
	b := l.browser
	switch key.Name {
	case fyne.KeyRight:
		b.into(b.path.Text)
	case fyne.KeyLeft:
		b.into(up)
	default:
		l.moving = true
		l.List.TypedKey(key)
		l.moving = false
	}
}

// selected names a row in the path; a click on a folder goes into it.
func (l *rowList) selected(i widget.ListItemID) {
	b := l.browser
	path := filepath.Join(b.dir, b.rows[i].name)
	if b.rows[i].folder && !l.moving {
		b.show(path, b.listed)
		return
	}
	b.path.SetText(path)
}

func newRow() fyne.CanvasObject {
	label := widget.NewLabel("")
	label.Truncation = fyne.TextTruncateEllipsis
	return controls.Border(nil, nil, widget.NewIcon(theme.FileIcon()), nil, label)
}

func (l *rowList) show(i widget.ListItemID, o fyne.CanvasObject) {
	icon, label := o.(*fyne.Container).Objects[0].(*widget.Icon), o.(*fyne.Container).Objects[1].(*widget.Label)
	r := l.browser.rows[i]
	label.SetText(r.name)
	icon.SetResource(theme.FileIcon())
	if r.folder {
		icon.SetResource(theme.FolderIcon())
	}
}
