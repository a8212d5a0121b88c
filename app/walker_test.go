package app_test

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"communique/app"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// walker presses what the window offers, and writes a line for each step and one
// that begins with FAULT for what a person would complain of.
type walker struct {
	win     fyne.Window
	hands   *hands
	pressed map[string]bool   // the buttons of dialogs, by dialog and button
	pending [][]step          // ways to dialogs whose buttons were not pressed yet
	before  []byte            // the screen before the newest step
	over    fyne.CanvasObject // what was over the window then
	ended   chan struct{}     // the window is gone
}

// step is one thing to press on the way to a dialog.
type step struct {
	name  string
	press func() error
}

// walkMain runs the program with a walker, in a process that TestWalk started.
func walkMain(parts string) int {
	hands, err := newHands(os.Getenv("DISPLAY")) // learns the keys before the layout changes
	if err == nil {
		err = exec.Command("setxkbmap", os.Getenv("COMMUNIQUE_TEST_KEYBOARD")).Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	manifest, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	w := &walker{hands: hands, pressed: map[string]bool{}, ended: make(chan struct{})}
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.walk(parts)
	}()
	status := app.Main(nil, string(manifest))
	close(w.ended)
	<-done
	return status
}

func (w *walker) say(format string, args ...any)   { fmt.Printf(format+"\n", args...) }
func (w *walker) fault(format string, args ...any) { w.say("FAULT "+format, args...) }

// on runs f on the UI goroutine.
func on[T any](f func() T) (result T) {
	fyne.DoAndWait(func() { result = f() })
	return result
}

// until polls a condition on the UI goroutine and reports whether it came true.
func until(patience time.Duration, f func() bool) bool {
	tick := time.NewTicker(15 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-tick.C {
		if on(f) {
			return true
		}
	}
	return false
}

const (
	soon   = 10 * time.Second       // for what must happen
	atOnce = 700 * time.Millisecond // for what may happen or not
	most   = 20                     // buttons of dialogs that are pressed

	caretPixels = 1000 // a caret that comes and goes changes fewer
)

// pressPart is the part that presses all of the scenes of a setting.
const pressPart = "press "

// walk does the named parts: "ahead" presses keys before what they mean is painted, "menu"
// presses each command by its key, "bar" by the menu bar, "window" the buttons beside the text, "buttons" those of the dialogs.
func (w *walker) walk(parts string) {
	up := func() bool {
		all := fyne.CurrentApp().Driver().AllWindows()
		if len(all) == 0 {
			return false
		}
		w.win = all[0]
		return w.win.Canvas().Size().Width > 200
	}
	if !until(60*time.Second, up) {
		w.fault("no window")
		return
	}
	if err := exec.Command("xdotool", "search", "--sync", "--onlyvisible", "--name", "Communique", "windowfocus", "--sync").Run(); err != nil {
		w.fault("the window takes no keys: %v", err)
	}
	items := on(w.commands)
	if of, ok := strings.CutPrefix(parts, pressPart); ok {
		setting, err := strconv.Atoi(of)
		if err != nil {
			w.fault("%s: %v", parts, err)
		}
		w.pressScenes(settings[setting].scenes)
		w.quit(items)
		w.did(menuFile, "Выход")
		return
	}
	w.leave("the start")
	if strings.Contains(parts, "ahead") {
		w.ahead(items)
	}
	if strings.Contains(parts, "bar") {
		for _, c := range items {
			w.command(c.throughBar())
		}
	}
	if strings.Contains(parts, "menu") {
		for _, c := range items {
			w.command(c.byKey())
		}
	}
	if strings.Contains(parts, "window") {
		w.buttonsOfWindow()
	}
	if strings.Contains(parts, "buttons") {
		w.buttonsOfDialogs()
	}
	w.quit(items)
}

// ahead opens the settings and asks a choice there for its list before any of it is painted, as
// keys do that are pressed faster than a busy computer paints.
func (w *walker) ahead(items []command) {
	lists := on(func() bool {
		for _, c := range items {
			if slices.Equal(shortcutKeys(c.item.Label), []string{"Ctrl", ","}) {
				c.item.Action()
			}
		}
		dialog := w.win.Canvas().Overlays().Top()
		visit(dialog, fyne.Position{}, nil, func(o fyne.CanvasObject, _ area, _ []area) {
			if tabs, ok := o.(*controls.Tabs); ok {
				tabs.Turn(-1)
			}
		})
		for _, s := range stops(dialog) {
			if choice, ok := s.object.(*controls.Select); ok {
				choice.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
				break
			}
		}
		return w.win.Canvas().Overlays().Top() != dialog
	})
	if !lists {
		w.fault("a choice that is not painted yet lists nothing")
	}
	w.leave("the choice")
}

// command presses a command and leaves what it opens.
func (w *walker) command(s step) {
	w.home()
	before := on(w.win.Canvas().Focused)
	if !w.press(s) {
		return
	}
	if w.noteDialog([]step{s}) {
		if !until(atOnce, func() bool { return w.roomless() == "" }) {
			w.fault("%s: %q is shown and has no room", s.name, on(w.roomless))
		}
		w.leave(s.name)
		w.focusIs(before, s.name)
	}
	w.typing(s.name)
}

// roomless is a text of the dialog on top that is shown and takes no room: what came between its opening and its first
// frame was laid out by nobody. "" stands for none.
func (w *walker) roomless() (text string) {
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		visit(top, fyne.Position{}, nil, func(o fyne.CanvasObject, _ area, _ []area) {
			if l, is := controlstest.Label(o); is && l.Text != "" && l.Size().Width == 0 {
				text = l.Text
			}
		})
	}
	return text
}

// keys presses keys and waits until the window has heard them: a key that comes
// after them is down, and up again.
func (w *walker) keys(names ...string) {
	_ = w.hands.press(names...)
	w.heard()
}

// heard waits until the window knows of all that was pressed. The key is one that
// nothing else presses: let go and pressed again at once, it would be a repeated one.
func (w *walker) heard() {
	_ = w.hands.hold("RightCtrl", true)
	until(soon, func() bool { return heldKeys()&fyne.KeyModifierControl != 0 })
	_ = w.hands.hold("RightCtrl", false)
	until(soon, func() bool { return heldKeys()&fyne.KeyModifierControl == 0 })
}

// home puts the caret into the text, or the search where there is no text.
func (w *walker) home() {
	w.leave("the step before")
	w.keys("Ctrl", "T")
	if !on(w.inEntry) {
		w.keys("Ctrl", "F")
	}
}

func (w *walker) inEntry() bool {
	_, ok := w.win.Canvas().Focused().(entry)
	return ok && w.win.Canvas().Overlays().Top() == nil
}

// press does a step and waits until something came of it: a dialog, other words
// or the keyboard elsewhere. It reports false where it could not be done.
func (w *walker) press(s step) bool {
	before := on(w.look)
	w.before, w.over = w.hands.screen(), on(func() fyne.CanvasObject { return w.win.Canvas().Overlays().Top() })
	if err := s.press(); err != nil {
		w.fault("%s: %v", s.name, err)
		return false
	}
	w.heard()
	until(atOnce, func() bool { return w.look() != before })
	return true
}

// look sums up what a person sees.
func (w *walker) look() string {
	top := w.win.Canvas().Overlays().Top()
	sum := fmt.Sprintf("%p %p", w.win.Canvas().Focused(), top)
	if top != nil {
		return sum + strings.Join(texts(top), "|")
	}
	return sum + strings.Join(texts(w.win.Content()), "|")
}

// noteDialog reports whether a dialog is open, and keeps the way to it where it
// is a new one.
func (w *walker) noteDialog(way []step) bool {
	words := on(func() []string {
		if top := w.win.Canvas().Overlays().Top(); top != nil {
			return append([]string{}, texts(top)...)
		}
		return nil
	})
	if words == nil {
		w.say("%s", way[len(way)-1].name)
		return false
	}
	title := dialogName(words)
	w.say("%s → «%s»", way[len(way)-1].name, title)
	fresh := on(func() bool { return w.win.Canvas().Overlays().Top() != w.over })
	if fresh && !until(soon, func() bool { return changed(w.hands.screen(), w.before) > caretPixels }) {
		w.fault("«%s» is open and not drawn", title)
	}
	w.picture(title)
	if !w.pressed[title] && len(way) < 4 {
		w.pressed[title] = true
		w.pending = append(w.pending, way)
	}
	return true
}

func dialogName(words []string) string {
	name := strings.Join(words[:min(3, len(words))], " · ")
	return strings.ToValidUTF8(name[:min(len(name), 90)], "")
}

// picture keeps a picture of the screen where somebody asked for them.
func (w *walker) picture(title string) {
	if dir := os.Getenv("COMMUNIQUE_TEST_PICTURES"); dir != "" {
		name := strings.Map(func(r rune) rune {
			if strings.ContainsRune("/\\ ·", r) {
				return '_'
			}
			return r
		}, title)
		_ = exec.Command("import", "-window", "root", fmt.Sprintf("%s/%02d-%s.png", dir, len(w.pressed), name)).Run()
	}
}

// leave presses Escape until no dialog is open, and says yes to losing what was entered.
func (w *walker) leave(name string) {
	open := func() bool { return w.win.Canvas().Overlays().Top() != nil }
	quiet := 0
	for tries := 0; quiet < 2; {
		if !until(60*time.Millisecond, open) {
			quiet++
			continue
		}
		if tries++; tries > 8 {
			w.fault("Escape does not leave %s: %s", name, on(func() string { return dialogName(texts(w.win.Canvas().Overlays().Top())) }))
			on(func() bool { w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top()); return true })
			return
		}
		before := on(w.look)
		if on(w.asksOfLoss) {
			w.keys("Ctrl", "Return")
		} else {
			w.keys("Escape")
		}
		until(atOnce, func() bool { return !open() || w.look() != before })
	}
}

// asksOfLoss reports whether the dialog on top asks whether to lose what was entered in another.
func (w *walker) asksOfLoss() bool {
	top := w.win.Canvas().Overlays().Top()
	return top != nil && slices.ContainsFunc(texts(top), func(words string) bool {
		return words == "Закрыть без сохранения?" || words == "Close without saving?"
	})
}

// focusIs complains where the keyboard is not back where it was.
func (w *walker) focusIs(before fyne.Focusable, name string) {
	if before == nil || until(atOnce, func() bool { return w.win.Canvas().Focused() == before }) {
		return
	}
	w.fault("after %s the keyboard is at %T, not at %T", name, on(w.win.Canvas().Focused), before)
}

// typing tries that a key writes and no more: no modifier stuck, nothing selected
// and so nothing replaced.
func (w *walker) typing(name string) {
	w.home()
	if !on(w.inEntry) {
		return
	}
	e := on(func() entry { return w.win.Canvas().Focused().(entry) })
	text := func() string { return textOf(e) }
	before := on(text)
	w.keys("Down")
	if held := on(heldKeys); held != 0 {
		w.fault("after %s a key stays down: %v", name, held)
	}
	if selected := on(e.SelectedText); selected != "" {
		w.fault("after %s an arrow selects %q", name, selected)
	}
	w.keys("J")
	if after := on(text); len([]rune(after)) != len([]rune(before))+1 && on(w.inEntry) && !readOnly(e) {
		w.fault("after %s a letter made %q of %q", name, after, before)
	}
	w.keys("BackSpace")
}
