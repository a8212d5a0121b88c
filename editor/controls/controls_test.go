package controls_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

const control = fyne.KeyModifierShortcutDefault

// scancodes of a made-up keyboard.
const (
	commaPlace = 59
	slashPlace = 61
	threePlace = 12
)

// bench is a window with a keyboard and hands on it.
type bench struct {
	*controlstest.Hands
	window  fyne.Window
	keys    *controls.Keyboard
	answers []bool   // what was answered
	asked   bool     // somebody wants an answer
	done    []string // commands that were done
}

func newBench(t *testing.T) *bench {
	t.Helper()
	test.NewTempApp(t)
	b := &bench{window: test.NewTempWindow(t, nil), asked: true}
	b.Hands = &controlstest.Hands{Window: b.window}
	item := func(name string, key fyne.KeyName, modifier fyne.KeyModifier) *fyne.MenuItem {
		i := fyne.NewMenuItem(name, func() { b.done = append(b.done, name) })
		i.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
		return i
	}
	sub := fyne.NewMenuItem("more", nil)
	sub.ChildMenu = fyne.NewMenu("", item("copy", fyne.Key3, control|fyne.KeyModifierShift))
	b.window.SetMainMenu(fyne.NewMainMenu(fyne.NewMenu("", item("settings", fyne.KeyComma, control), item("keys", fyne.KeySlash, control), item("zoom", fyne.KeyEqual, control)), fyne.NewMenu("", sub)))
	b.keys = controls.NewKeyboard(controls.Params{
		Canvas: b.window.Canvas(), Held: func() fyne.KeyModifier { return b.Held }, Menu: b.window.MainMenu,
		Physical: func(scancode int) fyne.KeyName {
			return map[int]fyne.KeyName{commaPlace: fyne.KeyComma, slashPlace: fyne.KeySlash, threePlace: fyne.Key3}[scancode]
		},
		Also: map[controls.Combination]controls.Combination{
			{Key: fyne.KeyF1}:                      {Key: fyne.KeySlash, Modifier: control},
			{Key: fyne.KeyPlus, Modifier: control}: {Key: fyne.KeyEqual, Modifier: control},
		},
	})
	b.keys.OnAnswer = func(yes bool) bool {
		if b.asked {
			b.answers = append(b.answers, yes)
		}
		return b.asked
	}
	return b
}

// put shows objects and gives the keyboard to the first.
func (b *bench) put(objects ...fyne.CanvasObject) {
	b.window.SetContent(container.NewVBox(objects...))
	b.window.Resize(fyne.NewSize(400, 300))
	b.window.Canvas().Focus(objects[0].(fyne.Focusable))
}

func (b *bench) list() *controls.List {
	return b.keys.NewList(func() int { return 3 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(widget.ListItemID, fyne.CanvasObject) {})
}

// TestAnEntryKnowsAtOnceWhatIsNotRight: while it is typed, so that no tick stays at it.
func TestAnEntryKnowsAtOnceWhatIsNotRight(t *testing.T) {
	b := newBench(t)
	e := b.keys.NewEntry()
	e.Validator = func(text string) error {
		if text == "so" {
			return nil
		}
		return errors.New("not so")
	}
	var known error
	e.SetOnValidationChanged(func(err error) { known = err })
	b.put(e)
	test.Type(e, "so")
	if known != nil {
		t.Error(known)
	}
	if test.Type(e, "n"); known == nil {
		t.Errorf("%q is taken for right", e.Text)
	}
}

func TestEveryControlAnswers(t *testing.T) {
	b := newBench(t)
	nothing := func() {}
	submitting := b.keys.NewEntry()
	submitted := 0
	submitting.OnSubmitted = func(string) { submitted++ }
	pressed := 0
	for name, c := range map[string]struct {
		control fyne.CanvasObject
		enter   bool // Enter is an answer here
	}{
		"entry":                  {b.keys.NewEntry(), true},
		"entry that takes Enter": {submitting, false},
		"text":                   {b.keys.NewText(2), false},
		"button":                 {b.keys.NewButton("B", nil, func() { pressed++ }), false},
		"icon":                   {b.keys.NewIconButton("I", theme.CancelIcon(), nothing), false},
		"link":                   {b.keys.NewLink("L", nothing), false},
		"check":                  {b.keys.NewCheck("C", nil), true},
		"select":                 {b.keys.NewSelect([]string{"1", "2"}, nil), true},
		"list":                   {b.list(), true},
	} {
		b.answers = nil
		b.put(c.control)
		if _, ok := c.control.(controls.Control); !ok {
			t.Errorf("%s is no Control", name)
		}
		b.Press(fyne.KeyEscape, 0)
		b.Press(fyne.KeyReturn, control)
		b.Press(fyne.KeyEnter, control)
		if len(b.answers) != 3 || b.answers[0] || !b.answers[1] || !b.answers[2] {
			t.Errorf("%s: Escape and Ctrl+Enter answered %v", name, b.answers)
		}
		b.answers = nil
		b.Press(fyne.KeyReturn, 0)
		if got := len(b.answers) == 1 && b.answers[0]; got != c.enter {
			t.Errorf("%s: Enter answered %v", name, b.answers)
		}
	}
	if submitted != 1 || pressed != 1 {
		t.Errorf("Enter's own: submitted %d, pressed %d", submitted, pressed)
	}
}

// A dialog takes the keyboard while Shift is down and gives it back when it is up.
func TestShiftIsBelievedOnlyWhileItIsHeld(t *testing.T) {
	for name, letGo := range map[string]func(b *bench){
		"in a dialog": func(b *bench) {
			other := widget.NewModalPopUp(b.keys.NewEntry(), b.window.Canvas())
			other.Show()
			b.window.Canvas().FocusNext()
			b.Up(desktop.KeyShiftLeft)
			other.Hide()
		},
		"in another window": func(b *bench) { b.Held = 0 },
	} {
		b := newBench(t)
		text := b.keys.NewText(3)
		text.SetText("первая\nвторая\nтретья")
		b.put(text)
		b.Down(desktop.KeyShiftLeft, 0)
		letGo(b)
		b.Press(fyne.KeyDown, 0)
		test.Type(text, "я")
		if text.SelectedText() != "" || text.Text != "первая\nявторая\nтретья" {
			t.Errorf("%s: %q, %q selected", name, text.Text, text.SelectedText())
		}
		b.Down(desktop.KeyShiftLeft, 0)
		b.Press(fyne.KeyDown, fyne.KeyModifierShift)
		b.Up(desktop.KeyShiftLeft)
		if text.SelectedText() == "" {
			t.Errorf("%s: Shift selects no more", name)
		}
	}
}

func TestAClickSelectsOnlyWithShift(t *testing.T) {
	b := newBench(t)
	text := b.keys.NewText(3)
	text.SetText("первая\nвторая")
	b.put(text)
	b.Down(desktop.KeyShiftLeft, 0)
	b.Held = 0 // let go elsewhere
	at := desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 40)}, Button: desktop.MouseButtonPrimary}
	text.MouseDown(&at)
	text.MouseUp(&at)
	if text.SelectedText() != "" {
		t.Errorf("%q selected", text.SelectedText())
	}
}

func TestCommandsUnderAnotherLayout(t *testing.T) {
	for name, c := range map[string]struct {
		key   fyne.KeyName
		held  fyne.KeyModifier
		place int
		want  string
	}{
		"Ctrl+, comes nameless":            {fyne.KeyUnknown, control, commaPlace, "settings"},
		"Ctrl+/ comes as Ctrl+.":           {fyne.KeyPeriod, control, slashPlace, "keys"},
		"Ctrl+Shift+3 of a sub-menu":       {fyne.KeyUnknown, control | fyne.KeyModifierShift, threePlace, "copy"},
		"a Latin layout, done once":        {fyne.KeyComma, control, commaPlace, "settings"},
		"the plus of the number pad":       {fyne.KeyPlus, control, 86, "zoom"},
		"F1":                               {fyne.KeyF1, 0, 67, "keys"},
		"no modifier":                      {fyne.KeyUnknown, 0, commaPlace, ""},
		"Shift alone":                      {fyne.KeyUnknown, fyne.KeyModifierShift, commaPlace, ""},
		"a letter of another Latin one":    {fyne.KeyW, control, commaPlace, ""},
		"a key that is not in the table":   {fyne.KeyUnknown, control, 200, ""},
		"another modifier than the menu's": {fyne.KeyUnknown, control | fyne.KeyModifierAlt, commaPlace, ""},
	} {
		b := newBench(t)
		b.asked = false
		b.put(b.keys.NewEntry())
		b.Held = c.held
		b.Down(c.key, c.place)
		if got := strings.Join(b.done, " "); got != c.want {
			t.Errorf("%s: did %q, not %q", name, got, c.want)
		}
	}
}

// A key that closed or opened a dialog answers nothing more while it is held, and
// leaves no sign behind.
func TestAKeyBelongsToWhereItWentDown(t *testing.T) {
	b := newBench(t)
	text := b.keys.NewText(2)
	b.put(text)
	var popUp *widget.PopUp
	open := func(o fyne.CanvasObject) {
		popUp = widget.NewModalPopUp(o, b.window.Canvas())
		popUp.Show()
		b.window.Canvas().FocusNext()
	}
	open(b.keys.NewButton("close", nil, func() { popUp.Hide() }))
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		b.Down(key, 0)
		b.Repeat(key)
		if b.Up(key); text.Text != "" || popUp.Visible() {
			t.Errorf("%s wrote %q, closed %v", key, text.Text, !popUp.Visible())
		}
		popUp.Show()
		b.window.Canvas().FocusNext()
	}
	popUp.Hide()
	b.Press(fyne.KeySpace, 0)
	if text.Text != " " {
		t.Errorf("a space of its own: %q", text.Text)
	}
}

// The space that chooses from a menu is the menu's, though its sign comes when
// the menu is gone.
func TestNoSpaceIsLeftByAMenu(t *testing.T) {
	b := newBench(t)
	text := b.keys.NewEntry()
	b.put(text)
	text.TappedSecondary(&fyne.PointEvent{})
	b.window.Canvas().Overlays().Remove(b.window.Canvas().Overlays().Top())
	text.TypedRune(' ')
	b.Press(fyne.KeySpace, 0)
	if text.Text != " " {
		t.Errorf("%q", text.Text)
	}
}

func TestButtons(t *testing.T) {
	b := newBench(t)
	n := 0
	button := b.keys.NewButton("", theme.CancelIcon(), func() { n++ })
	button.SetName("Close")
	other := b.keys.NewEntry()
	b.put(other, button)
	test.Tap(button)
	if b.window.Canvas().Focused() != button || n != 1 || button.Name() != "Close" {
		t.Errorf("tapped: %d, %q, focus on %T", n, button.Name(), b.window.Canvas().Focused())
	}
	b.Press(fyne.KeySpace, 0)
	b.Press(fyne.KeyReturn, 0)
	if n != 3 {
		t.Errorf("pressed %d times", n)
	}
	button.Disable()
	button.Tapped(nil)
	button.TypedRune(' ')
	if n != 3 {
		t.Error("a disabled button was pressed")
	}
}

func TestTabLeavesATextAndGoesAsOneReads(t *testing.T) {
	b := newBench(t)
	top, middle, bottom := b.keys.NewEntry(), b.keys.NewText(3), b.keys.NewButton("ok", nil, nil)
	b.window.SetContent(controls.Border(top, bottom, nil, nil, middle))
	b.window.Canvas().Focus(top)
	b.Press(fyne.KeyTab, 0)
	b.Press(fyne.KeyTab, 0)
	if b.window.Canvas().Focused() != bottom || middle.Text != "" {
		t.Errorf("on %T, %q", b.window.Canvas().Focused(), middle.Text)
	}
	b.Press(fyne.KeyTab, fyne.KeyModifierShift)
	if b.window.Canvas().Focused() != middle {
		t.Errorf("back on %T", b.window.Canvas().Focused())
	}
	if got := controlstest.Stops(b.window.Canvas()); len(got) != 3 || got[0] != top || got[1] != middle || got[2] != bottom {
		t.Errorf("stops %v", got)
	}
}

func TestFormsNameTheirControls(t *testing.T) {
	b := newBench(t)
	form := controls.NewForm()
	name, folder, check := b.keys.NewEntry(), b.keys.NewEntry(), b.keys.NewCheck("old", nil)
	form.Add("Name", name)
	form.AddBeside("Folder", folder, container.NewHBox(folder))
	form.Add("", check)
	for want, c := range map[string]controls.Control{"Name": name, "Folder": folder, "old": check} {
		if c.Name() != want {
			t.Errorf("%q, not %q", c.Name(), want)
		}
	}
}

func TestTabScrollsToWhatItReaches(t *testing.T) {
	b := newBench(t)
	rows := container.NewVBox()
	for range 30 {
		rows.Add(b.keys.NewEntry())
	}
	scroll := container.NewVScroll(rows)
	b.window.SetContent(controls.Border(widget.NewLabel("head"), nil, nil, nil, scroll))
	b.window.Resize(fyne.NewSize(300, 200))
	b.keys.OnFocus = func(o fyne.CanvasObject) { controls.Reveal(b.window.Content(), o) }
	for i, o := range rows.Objects {
		b.window.Canvas().FocusNext()
		if top := o.Position().Y - scroll.Offset.Y; top < 0 || top+o.Size().Height > scroll.Size().Height {
			t.Fatalf("entry %d is out of sight, %v from the top", i, top)
		}
	}
	b.window.Canvas().FocusNext() // around to the first
	if scroll.Offset.Y != 0 {
		t.Errorf("scrolled to %v", scroll.Offset.Y)
	}
	controls.Page(b.window.Content(), 1)
	if scroll.Offset.Y != scroll.Size().Height {
		t.Errorf("paged to %v", scroll.Offset.Y)
	}
}

// TestADoubleClickSelectsAWordAlone: a Shift that was let go in another window is no more held.
func TestADoubleClickSelectsAWordAlone(t *testing.T) {
	b := newBench(t)
	text := b.keys.NewText(3)
	text.SetText("первая вторая третья")
	b.put(text)
	b.Press(fyne.KeyEnd, 0)
	b.Down(desktop.KeyShiftLeft, 0)
	b.Held = 0
	text.DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(12, 12)})
	if got := text.SelectedText(); got != "третья" { // the caret is there
		t.Errorf("it selects %q", got)
	}
}
