// Package panes sets library, document and inspector beside each other, with dividers that
// the mouse moves.
package panes

import (
	"slices"

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

// State is how a person has the side panes.
type State struct {
	LibraryWidth, InspectorWidth   float32 // in Fyne's units; 0 is the usual width
	LibraryFolded, InspectorFolded bool    // put away
}

// Params are what the panes need.
type Params struct {
	Library fyne.CanvasObject
	State   State
	// OnNarrow hears that the window became narrow, or wide again; OnSide that Sides are others;
	// OnMoved that a person has moved a divider.
	OnNarrow, OnSide, OnMoved func()
}

// Panes sets library, document and inspector beside each other. What the side panes need
// never makes the window wider: they scroll.
type Panes struct {
	params         Params
	document, side *fyne.Container
	left, right    *divider
	object         *fyne.Container
	state          State
	narrow         bool       // the window has no room for a third column
	sides          [2]float32 // how wide the two columns beside the document were set last
}

// New makes the panes, with nothing in the middle yet.
func New(params Params) *Panes {
	p := &Panes{params: params, document: container.NewStack(), side: container.NewStack(), state: params.State}
	if p.state.LibraryWidth <= 0 {
		p.state.LibraryWidth = usualLibrary
	}
	if p.state.InspectorWidth <= 0 {
		p.state.InspectorWidth = usualInspector
	}
	p.left = newDivider(func(by float32) {
		p.state.LibraryWidth = p.leftWidth(p.object.Size().Width) + by
		p.object.Refresh()
	}, params.OnMoved)
	p.right = newDivider(func(by float32) {
		p.state.InspectorWidth = p.rightWidth(p.object.Size().Width) - by
		p.object.Refresh()
	}, params.OnMoved)
	p.object = container.New(p, params.Library, p.document, p.side, p.left, p.right)
	return p
}

// Object is what is shown of them.
func (p *Panes) Object() fyne.CanvasObject { return p.object }

// State returns how a person has them by now.
func (p *Panes) State() State { return p.state }

// Sides are how wide the columns to the left and to the right of the document are; 0 where one is
// not shown.
func (p *Panes) Sides() (left, right float32) {
	window := p.object.Size().Width
	return p.leftWidth(window), p.rightWidth(window)
}

// Narrow reports whether the window has no room for a third column.
func (p *Panes) Narrow() bool { return p.narrow }

// Show puts an object in the middle, and another in the column beside it; nil for none.
// Those that are there already are not drawn anew.
func (p *Panes) Show(document, side fyne.CanvasObject) {
	middle, beside := []fyne.CanvasObject{document}, []fyne.CanvasObject(nil)
	if side != nil {
		beside = []fyne.CanvasObject{side}
	}
	if slices.Equal(p.document.Objects, middle) && slices.Equal(p.side.Objects, beside) {
		return
	}
	p.document.Objects, p.side.Objects = middle, beside
	p.settle()
}

// FoldLibrary puts the library away, or shows it again.
func (p *Panes) FoldLibrary(on bool) {
	p.state.LibraryFolded = on
	p.settle()
}

// FoldInspector puts the inspector's column away, or shows it again.
func (p *Panes) FoldInspector(on bool) {
	p.state.InspectorFolded = on
	p.settle()
}

// settle hides what the person has put away.
func (p *Panes) settle() {
	library, side := !p.state.LibraryFolded, len(p.side.Objects) > 0 && !p.state.InspectorFolded
	for o, seen := range map[fyne.CanvasObject]bool{p.params.Library: library, p.left: library, p.side: side, p.right: side} {
		if seen {
			o.Show()
		} else {
			o.Hide()
		}
	}
	p.object.Refresh()
}

// leftWidth is how wide the library is in a window of a width.
func (p *Panes) leftWidth(window float32) float32 {
	if p.state.LibraryFolded {
		return 0
	}
	return max(leastLibrary, min(p.state.LibraryWidth, window-leastDocument))
}

// rightWidth is how wide the inspector's column is.
func (p *Panes) rightWidth(window float32) float32 {
	if !p.side.Visible() {
		return 0
	}
	return max(leastInspector, min(p.state.InspectorWidth, window-p.leftWidth(window)-leastDocument))
}

// MinSize does not depend on what stands in the panes.
func (p *Panes) MinSize([]fyne.CanvasObject) fyne.Size {
	if p.state.LibraryFolded {
		return fyne.NewSize(leastDocument, leastHeight)
	}
	return fyne.NewSize(leastLibrary+leastDocument, leastHeight)
}

// Layout sets the panes from the left to the right.
func (p *Panes) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if narrow := size.Width < narrowWidth; narrow != p.narrow && size.Width > 0 {
		p.narrow = narrow
		p.params.OnNarrow()
	}
	left, right := p.leftWidth(size.Width), p.rightWidth(size.Width)
	place := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	place(p.params.Library, 0, left)
	place(p.document, left, size.Width-left-right)
	place(p.side, size.Width-right, right)
	place(p.left, left-gripWidth/2, gripWidth)
	place(p.right, size.Width-right-gripWidth/2, gripWidth)
	if sides := [2]float32{left, right}; sides != p.sides {
		p.sides = sides
		p.params.OnSide()
	}
}
