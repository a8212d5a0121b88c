package controls_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TestAMenuKeepsItsKeys: a click on an item that cannot be chosen, which takes the focus from the
// menu, leaves it the arrows, Enter and Escape; a menu that is closed gets no key any more.
func TestAMenuKeepsItsKeys(t *testing.T) {
	b := newBench(t)
	entry := b.keys.NewEntry()
	b.put(entry)
	canvas := b.window.Canvas()
	var chosen []string
	show := func() {
		item := func(name string) *fyne.MenuItem {
			return fyne.NewMenuItem(name, func() { chosen = append(chosen, name) })
		}
		none := item("none")
		none.Disabled = true
		more := item("more")
		more.ChildMenu = fyne.NewMenu("", none, item("deeper"))
		b.keys.PopUp(func() {
			widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", item("first"), more), canvas, fyne.Position{}, entry)
		})
	}
	show()
	b.Press(fyne.KeyDown, 0)
	b.Press(fyne.KeyDown, 0)
	b.Press(fyne.KeyRight, 0)
	canvas.Unfocus() // as the driver does at a click on "none"
	b.Press(fyne.KeyDown, 0)
	b.Press(fyne.KeyReturn, 0)
	if !slices.Equal(chosen, []string{"deeper"}) || canvas.Overlays().Top() != nil {
		t.Errorf("chosen: %v", chosen)
	}

	show()
	canvas.Unfocus()
	b.Press(fyne.KeyEscape, 0)
	if canvas.Overlays().Top() != nil || len(b.answers) > 0 {
		t.Errorf("Escape closes no menu; answers %v", b.answers)
	}
	canvas.Unfocus()
	b.Press(fyne.KeyEscape, 0)
	if !slices.Equal(b.answers, []bool{false}) {
		t.Errorf("a closed menu took the key: answers %v", b.answers)
	}

	b.keys.PopUp(func() {}) // nothing to choose from
	canvas.Unfocus()
	b.Press(fyne.KeyEscape, 0)
	if !slices.Equal(b.answers, []bool{false, false}) {
		t.Errorf("what was no menu took the key: answers %v", b.answers)
	}

	show()
	canvas.Unfocus()
	dialog := widget.NewModalPopUp(widget.NewLabel("?"), canvas)
	dialog.Show()
	b.Press(fyne.KeyReturn, 0)
	if len(chosen) != 1 || !slices.Equal(b.answers, []bool{false, false, true}) {
		t.Errorf("a menu behind a dialog took the key: %v, answers %v", chosen, b.answers)
	}
}
