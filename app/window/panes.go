package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The measures of the panes, in Fyne's units.
const (
	usualLibrary   = 272
	usualInspector = 368
	leastLibrary   = 200
	leastInspector = 280
	leastDocument  = 360
	leastHeight    = 240
	// narrowWidth is the width of the window below which the inspector has no column of
	// its own.
	narrowWidth = 1100
)

// panes sets library, document and inspector beside each other. What the side panes need
// never makes the window wider: they scroll.
type panes struct {
	library        fyne.CanvasObject
	document, side *fyne.Container
	left, right    *divider
	object         *fyne.Container

	libraryWidth, inspectorWidth float32 // as the person chose them
	noLibrary, noInspector       bool    // put away by the person
	narrow                       bool    // the window has no room for a third column

	onNarrow func() // hears that the window became narrow, or wide again
	onMoved  func() // hears that a person has moved a divider
}

func newPanes(library fyne.CanvasObject) *panes {
	p := &panes{
		library: library, document: container.NewStack(), side: container.NewStack(),
		libraryWidth: usualLibrary, inspectorWidth: usualInspector,
	}
	moved := func() { p.onMoved() }
	p.left = newDivider(func(by float32) { p.libraryWidth = p.leftWidth(p.object.Size().Width) + by; p.object.Refresh() }, moved)
	p.right = newDivider(func(by float32) { p.inspectorWidth = p.rightWidth(p.object.Size().Width) - by; p.object.Refresh() }, moved)
	p.object = container.New(p, library, p.document, p.side, p.left, p.right)
	return p
}

// show puts an object in the middle, and another in the column beside it; nil for none.
func (p *panes) show(document, side fyne.CanvasObject) {
	p.document.Objects, p.side.Objects = []fyne.CanvasObject{document}, nil
	if side != nil {
		p.side.Objects = []fyne.CanvasObject{side}
	}
	p.settle()
}

// settle hides what the person has put away.
func (p *panes) settle() {
	side := len(p.side.Objects) > 0 && !p.noInspector
	for o, seen := range map[fyne.CanvasObject]bool{p.library: !p.noLibrary, p.left: !p.noLibrary, p.side: side, p.right: side} {
		if seen {
			o.Show()
		} else {
			o.Hide()
		}
	}
	p.object.Refresh()
}

// leftWidth is how wide the library is in a window of a width.
func (p *panes) leftWidth(window float32) float32 {
	if p.noLibrary {
		return 0
	}
	return max(leastLibrary, min(p.libraryWidth, window-leastDocument))
}

// rightWidth is how wide the inspector's column is.
func (p *panes) rightWidth(window float32) float32 {
	if !p.side.Visible() {
		return 0
	}
	return max(leastInspector, min(p.inspectorWidth, window-p.leftWidth(window)-leastDocument))
}

// MinSize does not depend on what stands in the panes.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size {
	if p.noLibrary {
		return fyne.NewSize(leastDocument, leastHeight)
	}
	return fyne.NewSize(leastLibrary+leastDocument, leastHeight)
}

// Layout sets the panes from the left to the right.
func (p *panes) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < narrowWidth; narrow != p.narrow && size.Width > 0 {
		p.narrow = narrow
		p.onNarrow()
	}
	left, right := p.leftWidth(size.Width), p.rightWidth(size.Width)
	place := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	place(p.library, 0, left)
	place(p.document, left, size.Width-left-right)
	place(p.side, size.Width-right, right)
	place(p.left, left-gripWidth/2, gripWidth)
	place(p.right, size.Width-right-gripWidth/2, gripWidth)
}
