package layout

import "strings"

// Unshown is what is lost of a field that has a code and no result, by its name: words that ask
// for others, or what its code draws; "" for one that shows nothing.
func Unshown(name string) Loss {
	switch strings.ToUpper(name) {
	case "MACROBUTTON", "GOTOBUTTON":
		return Questions
	case "EQ", "SYMBOL":
		return Objects
	}
	return ""
}

// Ticked is how a box of a form is written that somebody has ticked, or may tick.
func Ticked(on bool) string {
	if on {
		return "☒"
	}
	return "☐"
}
