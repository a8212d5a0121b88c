package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// emptyPage says what to do where no release is open.
func (w *Window) emptyPage() fyne.CanvasObject {
	head := widget.NewLabelWithStyle(w.text("empty-title"), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	hint := widget.NewLabelWithStyle(w.text("empty-hint"), fyne.TextAlignCenter, fyne.TextStyle{})
	hint.Wrapping = fyne.TextWrapWord
	create := w.keys.NewButton(w.text("empty-new"), theme.ContentAddIcon(), w.newFromTemplate)
	create.Importance = widget.HighImportance
	blank := w.keys.NewButton(w.text("empty-blank"), theme.DocumentCreateIcon(), w.newBlank)
	bring := w.keys.NewButton(w.text("empty-import"), theme.FolderOpenIcon(), w.importFiles)
	return container.NewCenter(container.New(columnLayout{}, head, hint, create, blank, bring))
}

// columnLayout stacks objects in one column of a readable width.
type columnLayout struct{}

const (
	columnWidth = 360
	columnGap   = 8
)

func (columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height += columnHeight(o) + columnGap
	}
	return fyne.NewSize(columnWidth, height)
}

func (columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := columnHeight(o)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + columnGap
	}
}

// columnHeight measures a wrapped label at the column's width.
func columnHeight(o fyne.CanvasObject) float32 {
	if o.Size().Width == 0 {
		o.Resize(fyne.NewSize(columnWidth, o.MinSize().Height))
	}
	return o.MinSize().Height
}
