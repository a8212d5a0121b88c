package app

import (
	"fmt"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"communique/app/systemchange"
	"communique/app/workarea"
)

// displayError says that there is nowhere to show a window, or that what is
// there cannot draw one.
type displayError struct{ fact string }

func (e *displayError) Error() string { return e.fact }

// Fact names the error for the translations.
func (e *displayError) Fact() (string, map[string]any) { return e.fact, nil }

var (
	errNoDisplay  = &displayError{"no-display"}
	errNoDriver   = &displayError{"display-unreachable"}
	errNoGraphics = &displayError{"no-opengl"}
)

// checkDisplay spares a person the driver's panic where there is no screen.
func checkDisplay(getenv func(string) string) error {
	switch runtime.GOOS {
	case "windows", "darwin":
		return nil
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return errNoDisplay
	}
	return nil
}

// show does what brings the first window on the screen, before the driver runs.
// Where that cannot be opened, Fyne writes a line to standard error and would
// then wait for ever for a window that is not there.
func show(a fyne.App, do func()) (err error) {
	defer func() {
		if value := recover(); value != nil {
			if !strings.HasPrefix(fmt.Sprint(value), "NotInitialized") { // GLFW's own word
				panic(value)
			}
			err = errNoDriver
		}
	}()
	do()
	for _, w := range a.Driver().AllWindows() {
		if native, ok := w.(driver.NativeWindow); ok && !created(native) {
			return errNoGraphics
		}
	}
	return nil
}

// created reports whether the system has the window. Each system has its own
// handle, and the one of a window that could not be made is zero.
func created(w driver.NativeWindow) (there bool) {
	w.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			there = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			there = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			there = c.HWND != 0
		case driver.MacWindowContext:
			there = c.NSWindow != 0
		default:
			there = true // nothing that we know of is wrong
		}
	})
	return there
}

// eachHandle calls do with the handle of each window that Windows has.
func eachHandle(a fyne.App, do func(handle uintptr)) {
	for _, w := range a.Driver().AllWindows() {
		if native, ok := w.(driver.NativeWindow); ok {
			native.RunNative(func(context any) {
				if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
					do(c.HWND)
				}
			})
		}
	}
}

// fit brings the windows within the work areas of their monitors where the system leaves that to
// programs. Windows makes a window smaller than was asked for that has no room, and does not
// say so to Fyne before it is there, which drew it as large as it had asked: without its menu.
func fit(a fyne.App) { eachHandle(a, workarea.Bring) }

// follow has the program follow what Windows changes while it runs. Fyne asks for the scale
// again where the size of the dots is another, which Windows' scale does not go by, and when it
// is given its theme.
func (p *program) follow() {
	eachHandle(p.app, func(handle uintptr) {
		systemchange.Watch(handle, systemchange.Hear{
			Scale:    func() { p.app.Settings().SetTheme(p.app.Settings().Theme()) },
			Monitors: func() { p.ui.do(func() { fit(p.app) }) },
			Settings: func() {
				if p.main != nil {
					p.main.AskAppearance()
				}
			},
		})
	})
}
