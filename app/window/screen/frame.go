package screen

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// The places of a frame's objects, in the order in which they are read.
const (
	frameTitle = iota
	frameContent
	frameButtons
)

const (
	framePadding = 16
	// windowMargin is what a dialog leaves of the window at each side.
	windowMargin = 24
)

// newFrame sets a title over a content that scrolls, and buttons below it. The dots of a
// command that asks first are none of the title's.
func newFrame(title string, content fyne.CanvasObject, buttons *fyne.Container) *fyne.Container {
	if name := strings.TrimSuffix(title, "…"); name != "" {
		title = name
	}
	head := widget.NewLabelWithStyle(title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.Truncation = fyne.TextTruncateEllipsis
	return container.New(frameLayout{}, head, container.NewScroll(content), buttons)
}

// fitting is the size of a frame that the window has room for.
func fitting(frame *fyne.Container, wished, window fyne.Size) fyne.Size {
	content := frame.Objects[frameContent].(*container.Scroll).Content
	width := max(wished.Width, content.MinSize().Width+2*framePadding)
	size := fyne.NewSize(min(width, window.Width-2*windowMargin), wished.Height)
	if size.Height == 0 {
		content.Resize(fyne.NewSize(size.Width-2*framePadding, content.MinSize().Height)) // wraps its labels
		size.Height = content.MinSize().Height + frameLayout{}.around(frame.Objects, size.Width)
	}
	size.Height = min(size.Height, window.Height-2*windowMargin)
	return size
}

type frameLayout struct{}

// around is the height of what stands around the content.
func (frameLayout) around(objects []fyne.CanvasObject, width float32) float32 {
	return objects[frameTitle].MinSize().Height + buttonsLayout{}.height(objects[frameButtons].(*fyne.Container).Objects, width-2*framePadding) +
		2*framePadding + 2*theme.Padding()
}

// MinSize is small: the content scrolls, and the buttons go under one another.
func (l frameLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := objects[frameButtons].MinSize().Width + 2*framePadding
	return fyne.NewSize(width, l.around(objects, width))
}

// Layout gives the content what title and buttons leave.
func (l frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*framePadding
	y := float32(framePadding)
	place := func(o fyne.CanvasObject, height float32) {
		o.Move(fyne.NewPos(framePadding, y))
		o.Resize(fyne.NewSize(width, height))
		y += height + theme.Padding()
	}
	place(objects[frameTitle], objects[frameTitle].MinSize().Height)
	place(objects[frameContent], max(0, size.Height-l.around(objects, size.Width)))
	place(objects[frameButtons], buttonsLayout{}.height(objects[frameButtons].(*fyne.Container).Objects, width))
}

// buttonsLayout sets buttons of one width in the middle of a row, or one under
// another where the row is too narrow.
type buttonsLayout struct{}

func (buttonsLayout) widest(objects []fyne.CanvasObject) (size fyne.Size) {
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

func (l buttonsLayout) inRow(objects []fyne.CanvasObject, width float32) bool {
	return (l.widest(objects).Width+theme.Padding())*float32(len(objects))-theme.Padding() <= width
}

func (l buttonsLayout) height(objects []fyne.CanvasObject, width float32) float32 {
	each := l.widest(objects).Height
	if l.inRow(objects, width) {
		return each
	}
	return (each+theme.Padding())*float32(len(objects)) - theme.Padding()
}

// MinSize is that of the widest button.
func (l buttonsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return l.widest(objects) }

// Layout sets the buttons.
func (l buttonsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	each := l.widest(objects)
	if !l.inRow(objects, size.Width) {
		for i, o := range objects {
			o.Resize(fyne.NewSize(size.Width, each.Height))
			o.Move(fyne.NewPos(0, float32(i)*(each.Height+theme.Padding())))
		}
		return
	}
	x := (size.Width - (each.Width+theme.Padding())*float32(len(objects)) + theme.Padding()) / 2
	for _, o := range objects {
		o.Resize(each)
		o.Move(fyne.NewPos(x, 0))
		x += each.Width + theme.Padding()
	}
}

// Wrapped is a label whose lines are broken, so that nothing of it is cut off.
func Wrapped(text string) *controls.Wrapped { return controls.NewWrapped(text) }

// Quiet is a label for what is only told beside the rest.
func Quiet() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName, l.Importance = theme.SizeNameCaptionText, widget.LowImportance
	return l
}
