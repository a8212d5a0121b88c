package app_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// scene is a screen all of whose controls are pressed, or a menu all of whose items are.
type scene struct {
	golden string   // the file of app/window/testdata/ru that lists them; "menus" for a menu
	way    []string // there from the window, see walker.go to
}

// mainScreen is what is called the file of the window itself, in whatever state.
const mainScreen = "screen"

// menuFile lists the items of menus.
const menuFile = "menus"

// pressScenes presses all of the scenes of a setting.
func (w *walker) pressScenes(scenes []scene) {
	for _, s := range scenes {
		switch {
		case s.golden == menuFile && s.way == nil:
			w.pressBar()
		case s.golden == menuFile:
			w.pressMenu(s)
		default:
			w.pressAll(s)
		}
	}
}

// pressAll presses each control of a screen that no scene before has pressed there, and comes back
// to it after each that leaves it.
func (w *walker) pressAll(s scene) {
	var dialog fyne.CanvasObject
	for range 150 {
		if dialog == nil && len(s.way) > 0 || on(w.top) != dialog {
			w.home()
			if !w.take(s) {
				return
			}
			dialog = on(w.top)
			if !w.pressed[s.golden] {
				w.pressed[s.golden] = true
				w.readCuts(s)
				w.photograph(s)
				w.tabThrough(s)
			}
		}
		all := on(w.controls)
		i := on(func() int {
			return slices.IndexFunc(all, func(c controls.Control) bool { return !w.pressed[s.golden+keyOf(c)] })
		})
		if i < 0 {
			w.leave(s.golden)
			return
		}
		w.pressed[on(func() string { return s.golden + keyOf(all[i]) })] = true
		w.pressControl(s, all[i])
		if top := on(w.top); top != dialog && dialog != nil || dialog == nil && top != nil {
			w.leave(s.golden)
			dialog = on(w.top)
		}
	}
	w.fault("%s: there is always something more to press", s.golden)
}

// tabThrough goes through a dialog by Tab, and writes a letter into each field.
func (w *walker) tabThrough(s scene) {
	if s.golden == mainScreen {
		return // there Tab stays in the text
	}
	for range on(w.controls) {
		before := on(w.win.Canvas().Focused)
		if err := w.hands.press("Tab"); err != nil {
			w.fault("%s: %v", s.golden, err)
		}
		until(atOnce, func() bool { return w.win.Canvas().Focused() != before })
		c, ok := on(w.win.Canvas().Focused).(controls.Control)
		if !ok {
			w.fault("%s: Tab leads to %T", s.golden, on(w.win.Canvas().Focused))
			return
		}
		key := on(func() string { return keyOf(c) })
		if kind, _, _ := strings.Cut(key, " "); w.pressed[s.golden+key] || kind != "entry" && kind != "list" {
			continue
		}
		w.pressed[s.golden+key] = true
		told := on(func() string { return controlstest.Told(c) })
		if err := w.hands.press("J"); err != nil {
			w.fault("%s: %v", s.golden, err)
		}
		if strings.HasPrefix(key, "entry ") && !until(soon, func() bool { return controlstest.Told(c) != told }) && !readOnlyControl(c) {
			w.fault("%s: a letter is not written into %s", s.golden, key)
		}
		w.did(s.golden, key)
	}
}

func readOnlyControl(c controls.Control) bool {
	e, ok := c.(entry)
	return !ok || readOnly(e) || strings.Contains(controlstest.Told(c), "лицензии")
}

// take goes the way to a scene.
func (w *walker) take(s scene) bool {
	for _, to := range s.way {
		before := on(w.look)
		if err := w.to(to); err != nil {
			w.fault("%s: at %q: %v", s.golden, to, err)
			w.photograph(s)
			return false
		}
		w.heard()
		until(2*time.Second, func() bool { return w.look() != before })
	}
	if s.golden != mainScreen && !until(soon, func() bool { return w.top() != nil }) {
		w.fault("%s: the way leads to no dialog", s.golden)
		w.photograph(s)
		return false
	}
	w.still()
	return true
}

// still waits until the screen says the same for a while: what is asked of the disk has come.
func (w *walker) still() {
	last, same := "", 0
	until(soon, func() bool {
		now := w.look()
		if same++; now != last {
			last, same = now, 0
		}
		return same > 10
	})
}

// to takes a step: "=text" is typed, "!name" presses a control, "@label" a command of the menu
// bar, "~name" waits for a control; all else are keys.
func (w *walker) to(step string) error {
	name := step[1:]
	switch step[0] {
	case '=':
		name = strings.Replace(name, "~", os.Getenv("HOME"), 1)
		return exec.Command("xdotool", "type", "--delay", "15", name).Run()
	case '!', '~':
		var c controls.Control
		if !until(soon, func() bool { c = w.named(name); return c != nil }) {
			return fmt.Errorf("nothing is called %q among %s", name, on(func() string { return strings.Join(w.names(), ", ") }))
		}
		if step[0] == '~' {
			return nil
		}
		return w.clickControl(c)
	case '@':
		for _, c := range on(w.commands) {
			if labelOf(c.item) == name {
				return c.throughBar().press()
			}
		}
		return fmt.Errorf("no command %q", name)
	}
	if step == "Ctrl+," {
		return w.hands.press("Ctrl", ",")
	}
	return w.hands.press(strings.Split(step, "+")...)
}

func labelOf(item *fyne.MenuItem) string {
	label, _, _ := strings.Cut(item.Label, "\u2003")
	label, _, _ = strings.Cut(label, "\u200a")
	return label
}

func (w *walker) top() fyne.CanvasObject { return w.win.Canvas().Overlays().Top() }

// controls are those that Tab leads to, of the dialog on top or of the window.
func (w *walker) controls() []controls.Control {
	_, stops := controlstest.Read(w.win.Canvas())
	var all []controls.Control
	for _, s := range stops {
		if c, ok := s.(controls.Control); ok {
			all = append(all, c)
		}
	}
	return all
}

func (w *walker) named(name string) controls.Control {
	for _, c := range w.controls() {
		if keyOf(c) == name || strings.HasSuffix(keyOf(c), " "+name) {
			return c
		}
	}
	return nil
}

func (w *walker) names() (all []string) {
	for _, c := range w.controls() {
		all = append(all, keyOf(c))
	}
	return all
}

// keyOf is what a control is and what it is called.
func keyOf(c controls.Control) string { return toldKey(controlstest.Told(c)) }

// did says that something was pressed.
func (w *walker) did(file, what string) { w.say("%s%s\t%s", pressedMark, file, what) }

// clickControl brings a control into view and clicks on it.
func (w *walker) clickControl(c controls.Control) error {
	x, y := 0, 0
	scrolled := on(func() bool {
		before := w.win.Canvas().Focused()
		w.win.Canvas().Focus(c)
		return before != fyne.Focusable(c)
	})
	if scrolled {
		w.heard()
	}
	on(func() bool {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
		size := c.Size()
		hit := at.AddXY(size.Width/2, size.Height/2)
		switch {
		case strings.HasPrefix(keyOf(c), "check "):
			hit.X = at.X + 16 // on the box
		case strings.HasPrefix(keyOf(c), "list "):
			hit.Y = at.Y + min(size.Height/2, 60) // on the first row that is none of a month's
		case size.Height > 200:
			hit.Y = at.Y + 100
		}
		x, y = w.win.Canvas().PixelCoordinateForPosition(hit)
		return true
	})
	return w.hands.click(x, y, 1)
}

// pressControl presses a control as its kind is pressed, and complains where nothing comes of it.
func (w *walker) pressControl(s scene, c controls.Control) {
	key := on(func() string { return keyOf(c) })
	kind, _, _ := strings.Cut(key, " ")
	told := func() string { return controlstest.Told(c) + w.look() }
	before := on(told)
	screen := w.hands.screen()
	if err := w.clickControl(c); err != nil {
		w.fault("%s: %s: %v", s.golden, key, err)
		return
	}
	w.heard()
	switch kind {
	case "entry":
		if !until(soon, func() bool { return w.win.Canvas().Focused() == fyne.Focusable(c) }) {
			w.fault("%s: a click into %s gives the keyboard to %T", s.golden, key, on(w.win.Canvas().Focused))
		}
		w.keys("J")
	case "tabs":
		w.keys("Right")
	case "choice":
		if until(soon, func() bool { _, menu := w.top().(*widget.PopUp); return menu || w.look() != before }) {
			w.keys("Down")
			w.keys("Down")
			w.keys("Return")
		}
	}
	if !until(2*time.Second, func() bool { return told() != before }) && changed(w.hands.screen(), screen) < caretPixels {
		w.fault("%s: %s is pressed, and nothing is seen", s.golden, key)
	}
	w.did(s.golden, key)
}

// pressBar presses each command of the menu bar by its key, or where it has none, in the bar.
func (w *walker) pressBar() {
	for _, c := range on(w.commands) {
		w.command(c.byKey())
		w.did(menuFile, labelOf(c.item))
	}
}

// pressMenu presses each item of a menu, and of those that hang at its side.
func (w *walker) pressMenu(s scene) {
	done := map[string]bool{}
	press := func(of []stop, under string) (stop, bool) {
		i := slices.IndexFunc(of, func(item stop) bool { return !done[under+item.name] })
		if i < 0 {
			return stop{}, false
		}
		if err := w.clickOn(of[i], 1).press(); err != nil {
			w.fault("%s: %v", of[i].name, err)
		}
		w.heard()
		w.still()
		return of[i], true
	}
	for range 80 {
		w.home()
		if !w.take(s) {
			return
		}
		w.photograph(s)
		all := w.items()
		item, more := press(all, "")
		if !more {
			w.leave(s.golden)
			return
		}
		below := slices.DeleteFunc(w.items(), func(other stop) bool {
			return slices.ContainsFunc(all, func(s stop) bool { return s.object == other.object })
		})
		child, more := press(below, item.name)
		done[item.name+child.name] = true
		if more {
			w.did(s.golden, child.name)
		} else if done[item.name] = true; len(below) == 0 {
			w.did(s.golden, item.name)
		}
		w.leave(item.name)
	}
}

// items are those of the menus that are shown.
func (w *walker) items() []stop {
	return slices.DeleteFunc(on(func() []stop { return stops(w.top()) }), func(s stop) bool {
		return !strings.Contains(s.kind, "enuItem") || s.name == ""
	})
}

// readCuts complains of what has less room than it needs, and is said whole nowhere else: a row of a
// table is told below it.
func (w *walker) readCuts(s scene) {
	screen := on(func() string { return controlstest.Screen(w.win.Canvas()) })
	for line := range strings.Lines(screen) {
		if line = strings.TrimSpace(line); !strings.HasSuffix(line, "cut]") {
			continue
		}
		text := statesForm.ReplaceAllString(line, "")
		whole := func(other string) bool { return !strings.Contains(other, "cut]") && strings.Contains(other, text) }
		if !slices.ContainsFunc(strings.Split(screen, "\n"), whole) {
			w.fault("%s: no room for %s", s.golden, line)
		}
	}
}

// photograph keeps a picture of a scene where somebody asked for them.
func (w *walker) photograph(s scene) {
	if dir := os.Getenv("COMMUNIQUE_TEST_PICTURES"); dir != "" {
		w.heard()
		name := strings.NewReplacer("/", "_", " ", "-").Replace(s.golden + " " + strings.Join(s.way, " "))
		_ = exec.Command("import", "-window", "root", filepath.Join(dir, strings.ToValidUTF8(name[:min(len(name), 100)], "")+".png")).Run()
	}
}
