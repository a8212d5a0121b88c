package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
)

// columnLayout sets objects one under another, each as wide as the column. How high
// wrapped text is it knows only once it has its width, so heights are asked for
// after that. It claims no width of its own: whatever stands in the inspector, the
// window stays as wide as the person made it.
type columnLayout struct{ gap float32 }

// narrowest is the width that wrapped texts are first measured with.
const narrowest = 240

func newColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap}, objects...)
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		if o.Visible() {
			height += o.MinSize().Height + l.gap
		}
	}
	return fyne.NewSize(0, max(0, height-l.gap))
}

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		height := o.MinSize().Height // that of the text wrapped to the width
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

// scrolled lets a column scroll in the pane, whose width it has from the beginning.
func scrolled(column *fyne.Container) *container.Scroll {
	column.Layout.Layout(column.Objects, fyne.NewSize(narrowest, 0))
	return container.NewVScroll(column)
}

// caption is a small, quiet line.
func caption() *widget.Label {
	l := screen.Quiet()
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// captioned puts a small caption over a control, which is its name.
func captioned(caption *widget.Label, object fyne.CanvasObject) *fyne.Container {
	if named, ok := object.(interface{ SetName(string) }); ok {
		named.SetName(caption.Text)
	}
	return container.New(captionLayout{}, caption, object)
}

// captionLayout sets a caption close over its control: the label's own padding would
// spend a third of the pane's height.
type captionLayout struct{}

// aboveCaption and belowCaption are what its letters keep from what is above and from the
// control's frame, which the tails of «р» and «у» lay upon.
const (
	aboveCaption = 2
	belowCaption = 3
)

func (captionLayout) height(caption fyne.CanvasObject) float32 {
	return aboveCaption + caption.MinSize().Height - 2*theme.InnerPadding() + belowCaption
}

func (l captionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[1].MinSize().Height+l.height(objects[0]))
}

func (l captionLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := l.height(objects[0])
	objects[0].Move(fyne.NewPos(-theme.InnerPadding()+2, -theme.InnerPadding()+aboveCaption))
	objects[0].Resize(fyne.NewSize(size.Width+theme.InnerPadding(), objects[0].MinSize().Height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(size.SubtractWidthHeight(0, height))
}
