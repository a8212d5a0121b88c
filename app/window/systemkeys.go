package window

import "fyne.io/fyne/v2"

// shortcut is a key with those that are held.
type shortcut struct {
	key  fyne.KeyName
	held fyne.KeyModifier
}

// taken are the shortcuts that macOS keeps for itself (search, hide, minimise, a picture of the
// screen), and what stands for them there. For replacing it is what Mac programs have.
var taken = map[shortcut]shortcut{
	{fyne.KeySpace, control}:      {fyne.KeyI, controlAlt},
	{fyne.KeySpace, controlShift}: {fyne.KeyS, controlAlt},
	{fyne.KeyH, control}:          {fyne.KeyF, controlAlt},
	{fyne.KeyM, control}:          {fyne.KeyU, control},
	{fyne.Key3, controlShift}:     {fyne.Key0, controlShift},
}

// on returns what a shortcut is on a system, as runtime.GOOS calls it.
func (s shortcut) on(system string) shortcut {
	if instead, is := taken[s]; is && system == "darwin" {
		return instead
	}
	return s
}
