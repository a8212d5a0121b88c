package controls

import (
	"strconv"

	"fyne.io/fyne/v2"
)

// Entered is what is entered in the controls below an object, in their order and whether they
// are seen or not: what an entry holds, what is chosen, whether a box is ticked.
func Entered(root fyne.CanvasObject) []string {
	if root == nil {
		return nil
	}
	var all []string
	if c, ok := root.(interface{ entered() string }); ok {
		all = append(all, c.entered())
	}
	for _, child := range children(root) {
		all = append(all, Entered(child)...)
	}
	return all
}

func (e *Entry) entered() string  { return e.Text }
func (s *Select) entered() string { return s.Selected }
func (c *Check) entered() string  { return strconv.FormatBool(c.Checked) }
