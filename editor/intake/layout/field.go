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
