package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Border sets objects at the edges of another, any of them nil. Tab goes from one
// to the next as they are read; Fyne's own begins with the middle.
func Border(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	c := container.New(layout.NewBorderLayout(top, bottom, left, right))
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			c.Objects = append(c.Objects, o)
		}
	}
	return c
}

// Form sets controls one under another, each beside its label, which is its name.
type Form struct{ rows *fyne.Container }

// NewForm returns a form without rows.
func NewForm() *Form { return &Form{container.New(layout.NewFormLayout())} }

// Object is what is put on the screen.
func (f *Form) Object() *fyne.Container { return f.rows }

// AddPart begins a part of the form with its name.
func (f *Form) AddPart(name string) {
	f.rows.Add(widget.NewLabelWithStyle(name, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	f.rows.Add(layout.NewSpacer())
}

// Add puts a control under the others.
func (f *Form) Add(label string, control fyne.CanvasObject) { f.AddBeside(label, control, control) }

// AddBeside puts a control under the others that stands in shown, among other
// objects.
func (f *Form) AddBeside(label string, control, shown fyne.CanvasObject) {
	if named, ok := control.(interface{ SetName(string) }); ok && label != "" {
		named.SetName(label)
	}
	f.rows.Add(widget.NewLabel(label))
	f.rows.Add(shown)
}
