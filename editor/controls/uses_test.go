package controls_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// TestWhatAnEntryTells: that the keyboard came and went, which key and which sign came, and
// what was taken is not written.
func TestWhatAnEntryTells(t *testing.T) {
	b := newBench(t)
	b.asked = false
	e, other := b.keys.NewEntry(), b.keys.NewEntry()
	var heard []string
	e.OnFocus = func() { heard = append(heard, "came") }
	e.OnLeave = func() { heard = append(heard, "went") }
	e.OnKey = func(key fyne.KeyName) bool { heard = append(heard, string(key)); return key == fyne.KeyHome }
	e.OnRune = func(r rune) bool { heard = append(heard, string(r)); return r == 'x' }
	b.put(other, e)
	b.window.Canvas().Focus(e)
	for _, r := range "axb" {
		e.TypedRune(r)
	}
	b.Press(fyne.KeyHome, 0)
	if e.CursorColumn != 2 || e.Text != "ab" {
		t.Errorf("at %d of %q", e.CursorColumn, e.Text)
	}
	b.Press(fyne.KeyLeft, 0)
	if e.CursorColumn != 1 {
		t.Errorf("at %d", e.CursorColumn)
	}
	b.window.Canvas().Focus(other)
	if got := strings.Join(heard, " "); got != "came a x b Home Left went" {
		t.Errorf("heard %s", got)
	}
	text := b.keys.NewText(3)
	b.put(text)
	text.SetText("раз\nдва три\nпять")
	if text.CaretToEnd(); text.CursorRow != 2 || text.CursorColumn != 4 {
		t.Errorf("the end is at %d, %d", text.CursorRow, text.CursorColumn)
	}
	b.Held = fyne.KeyModifierShift
	text.CursorRow, text.CursorColumn = 0, 0
	if text.CaretToEnd(); text.SelectedText() != "" || text.CursorRow != 2 {
		t.Errorf("selected %q", text.SelectedText())
	}
	b.Held = 0
}

// TestEveryControlHasItsName, which a person who does not see hears, and says what it is
// called where nobody has named it.
func TestEveryControlHasItsName(t *testing.T) {
	b := newBench(t)
	entry, choice, check := b.keys.NewEntry(), b.keys.NewSelect([]string{"1"}, nil), b.keys.NewCheck("C", nil)
	entry.SetPlaceHolder("P")
	for want, c := range map[string]controls.Control{
		"P": entry, "C": check, "B": b.keys.NewButton("B", nil, nil), "I": b.keys.NewIconButton("I", theme.CancelIcon(), nil), "L": b.keys.NewLink("L", nil),
	} {
		if c.Name() != want {
			t.Errorf("%s is called %q", want, c.Name())
		}
	}
	list := b.list()
	for _, c := range []interface {
		controls.Control
		SetName(string)
	}{entry, choice, check, list} {
		if c.SetName("имя"); c.Name() != "имя" {
			t.Errorf("%T is called %q", c, c.Name())
		}
	}
}

// TestKeysThatChoose: Space ticks and lists, the arrows choose, and none does anything to what
// is switched off.
func TestKeysThatChoose(t *testing.T) {
	b := newBench(t)
	b.asked = false
	ticked := 0
	check := b.keys.NewCheck("C", func(bool) { ticked++ })
	b.put(check)
	check.TypedRune(' ')
	if !check.Checked || ticked != 1 {
		t.Error("Space does not tick")
	}
	choice := b.keys.NewSelect([]string{"1", "2"}, nil)
	b.put(choice)
	if drawn := test.RenderToMarkup(b.window.Canvas()); strings.Contains(drawn, "(Select") {
		t.Error("what is not chosen yet speaks English")
	}
	choice.SetSelectedIndex(0)
	if b.Press(fyne.KeyRight, 0); choice.Selected != "2" {
		t.Errorf("Right chooses %q", choice.Selected)
	}
	for list, want := range map[string]struct {
		then fyne.KeyName
		from int
		want string
	}{"as it is": {"", 1, "2"}, "up": {fyne.KeyUp, 1, "1"}, "down": {fyne.KeyDown, 0, "2"}, "nothing chosen": {fyne.KeyDown, -1, "1"}} {
		if choice.SetSelectedIndex(want.from); want.from < 0 {
			choice.ClearSelected()
		}
		b.Press(fyne.KeySpace, 0)
		if want.then != "" {
			b.Press(want.then, 0)
		}
		if b.Press(fyne.KeyReturn, 0); choice.Selected != want.want {
			t.Errorf("its list, %s: %q", list, choice.Selected)
		}
	}
	choice.SetSelectedIndex(1)
	choice.Disable()
	if b.Press(fyne.KeyLeft, 0); choice.Selected != "2" {
		t.Errorf("switched off, Left chooses %q", choice.Selected)
	}
}

// own is a control that draws itself.
type own struct{ controls.Custom }

func (o *own) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widget.NewLabel(""))
}

// TestAControlOfItsOwn: what it has no use for answers a dialog, or scrolls it.
func TestAControlOfItsOwn(t *testing.T) {
	b := newBench(t)
	o := &own{}
	o.Extend(b.keys, o)
	o.SetName("свой")
	pages := float32(0)
	b.keys.OnPage = func(by float32) { pages = pages*10 + by + 2 }
	came := 0
	b.keys.OnFocus = func(at fyne.CanvasObject) {
		if at == fyne.CanvasObject(o) {
			came++
		}
	}
	b.put(o)
	b.Press(fyne.KeyEscape, 0)
	b.Press(fyne.KeyPageDown, 0)
	b.Press(fyne.KeyPageUp, 0)
	b.Press(fyne.KeyDown, 0)
	o.TypedRune('x')
	o.FocusLost()
	b.Held = fyne.KeyModifierAlt
	if len(b.answers) != 1 || b.answers[0] || pages != 31 || came != 1 || o.Name() != "свой" || o.Held() != fyne.KeyModifierAlt || o.Canvas() != b.window.Canvas() || b.keys.Held() != fyne.KeyModifierAlt {
		t.Errorf("answered %v, paged %v, came %d, called %q", b.answers, pages, came, o.Name())
	}
	b.Held = 0
	before := b.keys.Presses()
	b.Press(fyne.KeyA, 0)
	if b.keys.Presses() != before+1 {
		t.Errorf("%d keys went down", b.keys.Presses()-before)
	}
}

// TestWhatIsSeen: through containers, scrolls, splits and the tab in front, and not through
// what is hidden.
func TestWhatIsSeen(t *testing.T) {
	bench := newBench(t)
	label := func() fyne.CanvasObject { return widget.NewLabel("x") }
	a, b, c, d, e, hidden := label(), label(), label(), label(), label(), label()
	hidden.Hide()
	tabs := bench.keys.NewTabs(&controls.Tab{Name: "1", Content: d}, &controls.Tab{Name: "2", Content: e})
	root := container.NewVBox(container.NewScroll(a), container.NewHSplit(b, container.NewThemeOverride(c, theme.DefaultTheme())), tabs.Object(), hidden)
	for name, o := range map[string]struct {
		object fyne.CanvasObject
		seen   bool
	}{"in a scroll": {a, true}, "in a split": {b, true}, "in another theme": {c, true}, "the tab in front": {d, true}, "the other tab": {e, false}, "hidden": {hidden, false}, "elsewhere": {label(), false}, "itself": {root, true}} {
		if controls.Seen(root, o.object) != o.seen {
			t.Errorf("%s: %v", name, !o.seen)
		}
	}
	if tabs.Turn(1); !controls.Seen(root, e) || controls.Seen(root, d) {
		t.Error("the other tab comes to the front")
	}
	if root.Hide(); controls.Seen(root, a) {
		t.Error("in what is hidden")
	}
}

// TestShortcutsOfAnyControl are done wherever the keyboard is; one that means nothing now is
// left to the control.
func TestShortcutsOfAnyControl(t *testing.T) {
	b := newBench(t)
	means, done := true, 0
	b.keys.AddShortcut(controls.Combination{Key: fyne.KeyK, Modifier: control}, func() bool { done++; return means })
	e := b.keys.NewEntry()
	b.put(e)
	e.SetText("слово")
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: control})
	means = false
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: control})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyJ, Modifier: control})
	if done != 2 {
		t.Errorf("done %d times", done)
	}
	if e.TypedShortcut(&fyne.ShortcutSelectAll{}); e.SelectedText() != "слово" {
		t.Errorf("selected %q", e.SelectedText())
	}
}
