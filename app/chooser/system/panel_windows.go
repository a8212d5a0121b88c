package system

import "github.com/ncruces/zenity"

// attached puts the dialog before our window, which takes no clicks meanwhile.
func attached(window uintptr) []zenity.Option {
	if window == 0 {
		return nil
	}
	return []zenity.Option{zenity.Attach(window)}
}
