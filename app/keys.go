package app

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// signs are the keys of a Latin keyboard that shortcuts are made of, and whose
// place other layouts give to letters. (Letters are told by Fyne itself.)
var signs = map[glfw.Key]fyne.KeyName{
	glfw.KeyComma: fyne.KeyComma, glfw.KeySlash: fyne.KeySlash, glfw.KeyMinus: fyne.KeyMinus, glfw.KeyEqual: fyne.KeyEqual,
	glfw.Key0: fyne.Key0, glfw.Key1: fyne.Key1, glfw.Key2: fyne.Key2, glfw.Key3: fyne.Key3, glfw.Key4: fyne.Key4,
	glfw.Key5: fyne.Key5, glfw.Key6: fyne.Key6, glfw.Key7: fyne.Key7, glfw.Key8: fyne.Key8, glfw.Key9: fyne.Key9,
}

// physicalKey returns the digit or the sign that a Latin keyboard has at a
// scancode, which each system counts its own way; KeyUnknown for other keys. It is
// called while the window runs.
func physicalKey(scancode int) fyne.KeyName {
	for key, name := range signs {
		if glfw.GetKeyScancode(key) == scancode {
			return name
		}
	}
	return fyne.KeyUnknown
}
