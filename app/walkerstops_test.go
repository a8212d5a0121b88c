package app_test

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// readOnly reports whether the text belongs to somebody else.
func readOnly(e entry) bool {
	d, ok := e.(fyne.Disableable)
	return ok && d.Disabled()
}

// buttonsOfWindow clicks everything in the window itself, with both buttons of
// the mouse.
func (w *walker) buttonsOfWindow() {
	seen := map[string]bool{}
	for range 200 {
		next, ok := w.nextStop(seen)
		if !ok {
			return
		}
		w.home()
		if w.press(w.clickOn(next, 1)) && w.noteDialog([]step{w.clickOn(next, 1)}) {
			w.leave(next.String())
		}
		if strings.HasSuffix(next.kind, "ield") || strings.HasSuffix(next.kind, "ntry") {
			if w.press(w.clickOn(next, 3)) && w.noteDialog([]step{w.clickOn(next, 3)}) {
				w.leave("the context menu of " + next.String())
			} else {
				w.fault("no context menu at %s", next)
			}
		}
		w.typing(next.String())
	}
}

func (w *walker) nextStop(seen map[string]bool) (stop, bool) {
	for _, s := range on(func() []stop { return stops(w.win.Content()) }) {
		key := s.kind + s.name
		if strings.Contains(s.kind, "listItem") || strings.Contains(s.kind, "field") || strings.Contains(s.kind, "Field") {
			key = s.kind + fmt.Sprint(s.area.at)
		}
		if s.shown && !seen[key] {
			seen[key] = true
			return s, true
		}
	}
	return stop{}, false
}

// clickOn clicks the middle of what can be pressed.
func (w *walker) clickOn(s stop, button byte) step {
	return step{fmt.Sprintf("%s, button %d", s, button), func() error {
		x, y := 0, 0
		on(func() bool {
			x, y = w.win.Canvas().PixelCoordinateForPosition(s.area.middle())
			return true
		})
		return w.hands.click(x, y, button)
	}}
}

// buttonsOfDialogs presses the buttons of each dialog that was met, and of those
// that come of them.
func (w *walker) buttonsOfDialogs() {
	for n, presses := 0, 0; n < len(w.pending); n++ {
		way := w.pending[n]
		for ; presses < most; presses++ {
			w.home()
			if !w.follow(way) {
				break
			}
			all := on(func() []stop { return stops(w.win.Canvas().Overlays().Top()) })
			name := on(func() string { return dialogName(texts(w.win.Canvas().Overlays().Top())) })
			next, ok := w.fresh(all, name)
			if !ok {
				w.leave(name)
				break
			}
			s := w.clickOn(next, 1)
			if w.press(s) {
				w.noteDialog(append(slices.Clone(way), s))
			}
			w.leave(fmt.Sprintf("«%s» after %s", name, next))
			w.typing(fmt.Sprintf("«%s», %s", name, next))
		}
	}
}

// follow goes a way again; false where it leads to no dialog any more.
func (w *walker) follow(way []step) bool {
	for _, s := range way {
		if !w.press(s) {
			return false
		}
		if !until(soon/5, func() bool { return w.win.Canvas().Overlays().Top() != nil }) {
			return false
		}
	}
	return true
}

// fresh returns what was not pressed yet in a dialog. Of things that share kind
// and name one is enough, and rows of lists share their kind.
func (w *walker) fresh(all []stop, dialog string) (stop, bool) {
	for _, s := range all {
		key := dialog + s.kind + s.name
		if strings.Contains(s.kind, "tem") && !strings.Contains(s.kind, "enu") {
			key = dialog + s.kind
		}
		if s.shown && !w.pressed[key] && !strings.Contains(s.kind, "enu") {
			w.pressed[key] = true
			return s, true
		}
	}
	return stop{}, false
}

// quit ends the program by its own command.
func (w *walker) quit(items []command) {
	w.home()
	_ = w.hands.press("Ctrl", "Q")
	select {
	case <-w.ended:
		w.say("left after %d commands", len(items))
	case <-time.After(soon * 3):
		w.fault("Ctrl+Q does not end the program")
		fyne.Do(fyne.CurrentApp().Quit)
	}
}
