// Package workarea brings windows within the work area of their monitor: what the taskbar
// and the like leave of it.
package workarea

import "image"

// within is where a window goes that is to lie within a work area: it keeps its size where
// that has room for it, and is moved no further than it must be.
func within(window, area image.Rectangle) image.Rectangle {
	size := image.Pt(min(window.Dx(), area.Dx()), min(window.Dy(), area.Dy()))
	at := image.Pt(
		max(area.Min.X, min(window.Min.X, area.Max.X-size.X)),
		max(area.Min.Y, min(window.Min.Y, area.Max.Y-size.Y)),
	)
	return image.Rectangle{Min: at, Max: at.Add(size)}
}
