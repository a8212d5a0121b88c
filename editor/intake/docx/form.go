package docx

import (
	"strconv"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// form reads what a field of a form shows that has no words of its own: whether it is ticked, or which of its entries
// was chosen.
func (r *reader) form() (shown string, err error) {
	var entries []string
	kind, chosen, ticked := "", 0, false
	err = r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "checkBox", "ddList", "textInput":
			kind = e.Name
		case "default", "checked", "result": // what was done stands behind what was meant
			ticked = is(onOff(e))
			chosen, _ = strconv.Atoi(e.Get("val")) // what is no number is the first
		case "listEntry":
			entries = append(entries, e.Get("val"))
		}
		return nil
	}, nil)
	switch {
	case kind == "checkBox":
		shown = layout.Ticked(ticked)
	case kind == "ddList" && chosen >= 0 && chosen < len(entries):
		shown = entries[chosen]
	}
	return shown, err
}
