package screen_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

const control = fyne.KeyModifierShortcutDefault

// room is a window with a field and dialogs over it.
type room struct {
	*controlstest.Hands
	canvas  fyne.Canvas
	keys    *controls.Keyboard
	dialogs *screen.Dialogs
	field   *controls.Entry
	home    *controls.Entry
}

func newRoom(t *testing.T, size fyne.Size) *room {
	t.Helper()
	test.NewTempApp(t)
	window := test.NewTempWindow(t, nil)
	r := &room{Hands: &controlstest.Hands{Window: window}, canvas: window.Canvas()}
	r.keys = controls.NewKeyboard(controls.Params{
		Canvas: r.canvas, Held: func() fyne.KeyModifier { return r.Held }, Menu: window.MainMenu,
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
	})
	r.dialogs = screen.NewDialogs(screen.Params{
		Canvas: r.canvas, Keys: r.keys,
		Home: func() { r.canvas.Focus(r.home) },
	})
	r.field, r.home = r.keys.NewEntry(), r.keys.NewEntry()
	window.SetContent(container.NewVBox(widget.NewLabel("head"), r.home, r.field))
	window.Resize(size)
	r.canvas.Focus(r.field)
	return r
}

var large = fyne.NewSize(800, 600)

func (r *room) open() bool { return r.canvas.Overlays().Top() != nil }

func TestTheKeyboardInADialog(t *testing.T) {
	r := newRoom(t, large)
	yes := 0
	first, check := r.keys.NewEntry(), r.keys.NewCheck("check", nil)
	show := func() *screen.Dialog {
		d := r.dialogs.New("title", container.NewVBox(first, check), "no")
		d.Button("other", nil, nil)
		d.Yes("yes", nil, func() { yes++; d.Close() })
		d.Show(fyne.NewSize(400, 0), nil)
		return d
	}
	show()
	if r.canvas.Focused() != first {
		t.Fatalf("%T has the keyboard", r.canvas.Focused())
	}
	stops := controlstest.Stops(r.canvas)
	if len(stops) != 5 {
		t.Fatalf("%d stops", len(stops))
	}
	r.Press(fyne.KeyEscape, 0)
	for i := range stops {
		for key, held := range map[fyne.KeyName]fyne.KeyModifier{fyne.KeyEscape: 0, fyne.KeyReturn: control} {
			show()
			for range i {
				r.Press(fyne.KeyTab, 0)
			}
			before := yes
			r.Press(key, held)
			if r.open() || r.canvas.Focused() != r.field || (yes > before) != (key == fyne.KeyReturn) {
				t.Errorf("%s at stop %d: open %v, said yes %d times", key, i, r.open(), yes-before)
			}
		}
	}
	d := show()
	r.canvas.Unfocus() // a click beside everything
	r.Press(fyne.KeyEscape, 0)
	if d.Close(); r.open() {
		t.Error("Escape did nothing where nothing has the focus")
	}
}

func TestADisabledYesIsNoAnswer(t *testing.T) {
	r := newRoom(t, large)
	d := r.dialogs.New("title", r.keys.NewEntry(), "no")
	d.Yes("yes", nil, func() { t.Error("yes") }).Disable()
	d.Show(fyne.NewSize(300, 0), nil)
	r.Press(fyne.KeyReturn, control)
	r.Press(fyne.KeyReturn, 0)
	if !r.open() {
		t.Error("it closed")
	}
}

func TestADialogWithoutYesIsLeftByBoth(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
		r := newRoom(t, large)
		left := 0
		d := r.dialogs.New("title", screen.Wrapped("text"), "close")
		d.OnNo(func() { left++ })
		d.Show(fyne.NewSize(300, 0), nil)
		if r.Press(key, 0); left != 1 || !r.open() {
			t.Errorf("%s: left %d times, open %v", key, left, r.open())
		}
	}
}

func TestOneDialogOverAnother(t *testing.T) {
	r := newRoom(t, large)
	below := r.keys.NewEntry()
	lower := r.dialogs.New("lower", below, "no")
	lower.Show(fyne.NewSize(300, 0), nil)
	upper := r.dialogs.New("upper", screen.Wrapped("bad news"), "close")
	upper.Show(fyne.NewSize(300, 0), nil)
	r.Press(fyne.KeyEscape, 0)
	if r.canvas.Focused() != below {
		t.Fatalf("%T has the keyboard", r.canvas.Focused())
	}
	upper.Show(fyne.NewSize(300, 0), nil)
}

func TestTheLowerOneIsDoneFirst(t *testing.T) {
	r := newRoom(t, large)
	lower := r.dialogs.New("progress", screen.Wrapped("…"), "stop")
	lower.Show(fyne.NewSize(300, 0), nil)
	upper := r.dialogs.New("upper", screen.Wrapped("bad news"), "close")
	upper.Show(fyne.NewSize(300, 0), nil)
	lower.Close()
	if len(r.canvas.Overlays().List()) != 2 {
		t.Fatal("the bad news went with the dialog below it")
	}
	r.Press(fyne.KeyEscape, 0)
	if r.open() || r.canvas.Focused() != r.field {
		t.Errorf("open %v, %T has the keyboard", r.open(), r.canvas.Focused())
	}
}

func TestWhatHadTheKeyboardIsGone(t *testing.T) {
	for name, away := range map[string]func(r *room){
		"removed": func(r *room) { r.Window.SetContent(container.NewVBox(widget.NewLabel(""), r.home)) },
		"hidden":  func(r *room) { r.field.Hide() },
		"within":  func(r *room) { r.Window.Content().(*fyne.Container).Remove(r.field) },
	} {
		r := newRoom(t, large)
		d := r.dialogs.New("title", screen.Wrapped("text"), "close")
		d.Show(fyne.NewSize(300, 0), nil)
		away(r)
		if r.Press(fyne.KeyEscape, 0); r.canvas.Focused() != r.home {
			t.Errorf("%s: %T has the keyboard", name, r.canvas.Focused())
		}
	}
}

func TestARowThatGoesWhileItHasTheKeyboard(t *testing.T) {
	r := newRoom(t, large)
	row, other := r.keys.NewButton("row", nil, nil), r.keys.NewButton("other", nil, nil)
	rows := container.NewVBox(row, other)
	r.dialogs.New("title", rows, "close").Show(fyne.NewSize(300, 0), nil)
	rows.Remove(row)
	r.dialogs.Settle()
	if r.canvas.Focused() != other {
		t.Errorf("%T has the keyboard", r.canvas.Focused())
	}
}

func TestADialogFitsItsWindow(t *testing.T) {
	long := strings.Repeat("Файл не прочитан: диск не отвечает. ", 300)
	for name, c := range map[string]struct {
		window  fyne.Size
		content fyne.CanvasObject
		wished  fyne.Size
	}{
		"a long message":       {large, screen.Wrapped(long), fyne.NewSize(520, 0)},
		"a small window":       {fyne.NewSize(420, 360), screen.Wrapped(long), fyne.NewSize(520, 0)},
		"a wide content":       {large, widget.NewLabel(long), fyne.NewSize(520, 300)},
		"wished too large":     {large, screen.Wrapped("text"), fyne.NewSize(5000, 5000)},
		"a tall form":          {large, container.NewGridWithRows(100, widget.NewLabel("1"), widget.NewLabel("2")), fyne.NewSize(300, 400)},
		"a path without blank": {large, screen.Wrapped(strings.Repeat("/очень-длинная-папка", 200)), fyne.NewSize(520, 0)},
	} {
		r := newRoom(t, c.window)
		d := r.dialogs.New("title", c.content, "close")
		for _, text := range []string{"Удалить навсегда", "Сохранить в другой файл…", "Выйти без сохранения"} {
			d.Button(text, nil, nil)
		}
		d.Show(c.wished, nil)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		for _, o := range controlstest.Objects(r.canvas.Overlays().Top()) {
			b, ok := o.(*controls.Button)
			if !ok {
				continue
			}
			if p, s := at(b), b.Size(); p.X < 0 || p.Y < 0 || p.X+s.Width > c.window.Width || p.Y+s.Height > c.window.Height-24 || s.Width < b.MinSize().Width {
				t.Errorf("%s: the button %q stands at %v, %v large", name, b.Text, p, s)
			}
		}
		scroll := scrolls(r.canvas.Overlays().Top())[0]
		if scroll.Size().Height < 20 || scroll.Content.Size().Height < c.content.MinSize().Height {
			t.Errorf("%s: %v of %v are seen", name, scroll.Size(), c.content.MinSize())
		}
	}
}

func TestAMessageIsSeenWholeWhereThereIsRoom(t *testing.T) {
	r := newRoom(t, large)
	for n := range 12 {
		d := r.dialogs.New("title", screen.Wrapped(strings.Repeat("Файл не прочитан: диск не отвечает. ", 1+n)), "close")
		d.Show(fyne.NewSize(520, 0), nil)
		if scroll := scrolls(r.canvas.Overlays().Top())[0]; scroll.Size().Height != scroll.Content.MinSize().Height {
			t.Errorf("%d sentences: %v high, %v are seen", 1+n, scroll.Content.MinSize().Height, scroll.Size().Height)
		}
		d.Close()
	}
}

func scrolls(o fyne.CanvasObject) []*container.Scroll {
	var found []*container.Scroll
	for _, o := range controlstest.Objects(o) {
		if s, ok := o.(*container.Scroll); ok {
			found = append(found, s)
		}
	}
	return found
}

func TestALongMessageIsScrolledByKeyboard(t *testing.T) {
	r := newRoom(t, large)
	r.dialogs.New("trouble", screen.Wrapped(strings.Repeat("Строка.\n", 200)), "close").Show(fyne.NewSize(520, 0), nil)
	scroll := scrolls(r.canvas.Overlays().Top())[0]
	r.Press(fyne.KeyPageDown, 0)
	if scroll.Offset.Y == 0 {
		t.Error("PageDown does nothing")
	}
	r.Press(fyne.KeyPageUp, 0)
	if scroll.Offset.Y != 0 {
		t.Error("PageUp does nothing")
	}
}

func TestTabsByKeyboard(t *testing.T) {
	r := newRoom(t, large)
	entries := []*controls.Entry{r.keys.NewEntry(), r.keys.NewEntry(), r.keys.NewEntry()}
	var all []*controls.Tab
	for i, e := range entries {
		all = append(all, &controls.Tab{Name: string(rune('a' + i)), Content: e})
	}
	tabs := r.keys.NewTabs(all...)
	d := r.dialogs.New("title", tabs.Object(), "close")
	d.Tabs(tabs)
	d.Show(fyne.NewSize(400, 300), nil)
	for _, step := range []struct {
		held fyne.KeyModifier
		want int
	}{{0, 1}, {0, 2}, {0, 0}, {fyne.KeyModifierShift, 2}, {fyne.KeyModifierShift, 1}} {
		r.Press(fyne.KeyTab, fyne.KeyModifierControl|step.held)
		if tabs.Front() != all[step.want] || r.canvas.Focused() != entries[step.want] {
			t.Errorf("tab %s, %T has the keyboard; want %d", tabs.Front().Name, r.canvas.Focused(), step.want)
		}
	}
}

func TestAMenuOverADialogIsLeftFirst(t *testing.T) {
	r := newRoom(t, large)
	choice := r.keys.NewSelect([]string{"one", "two"}, nil)
	r.dialogs.New("title", choice, "close").Show(fyne.NewSize(400, 0), nil)
	r.Press(fyne.KeyDown, 0) // lists the values
	if len(r.canvas.Overlays().List()) != 2 {
		t.Fatal("no list of values")
	}
	r.keys.OnAnswer(false) // as a control below might be told
	if !r.open() {
		t.Fatal("the dialog went from under its menu")
	}
	r.Press(fyne.KeyEscape, 0)
	r.Press(fyne.KeyEscape, 0)
	if r.open() || r.canvas.Focused() != r.field {
		t.Errorf("open %v", r.open())
	}
}

// A dialog tells once that it is gone, in whatever way it went.
func TestWhoHearsThatADialogIsClosed(t *testing.T) {
	for name, away := range map[string]func(r *room, d, over *screen.Dialog){
		"Escape": func(r *room, _, over *screen.Dialog) { over.Close(); r.Press(fyne.KeyEscape, 0) },
		"yes":    func(r *room, _, over *screen.Dialog) { over.Close(); r.Press(fyne.KeyReturn, control) },
		"twice":  func(_ *room, d, over *screen.Dialog) { over.Close(); d.Close(); d.Close() },
		"below":  func(r *room, d, _ *screen.Dialog) { d.Close(); r.Press(fyne.KeyEscape, 0) },
	} {
		r := newRoom(t, large)
		gone := 0
		d := r.dialogs.New("title", r.keys.NewEntry(), "no")
		d.Yes("yes", nil, func() { d.Close() })
		d.OnClosed(func() { gone++ })
		d.Show(fyne.NewSize(300, 0), nil)
		over := r.dialogs.New("over", screen.Wrapped("text"), "no")
		over.Show(fyne.NewSize(300, 0), nil)
		if away(r, d, over); gone != 1 || r.open() || r.canvas.Focused() != r.field {
			t.Errorf("%s: told %d times, open %v, %T has the keyboard", name, gone, r.open(), r.canvas.Focused())
		}
	}
}

// Three over one another are closed in every order; the keyboard goes to the
// uppermost that is left.
func TestDialogsAreClosedInEveryOrder(t *testing.T) {
	for _, order := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		r := newRoom(t, large)
		var dialogs [3]*screen.Dialog
		var entries [3]*controls.Entry
		for i := range dialogs {
			entries[i] = r.keys.NewEntry()
			dialogs[i] = r.dialogs.New("title", entries[i], "no")
			dialogs[i].Show(fyne.NewSize(300, 0), nil)
		}
		left := [3]bool{true, true, true}
		for _, i := range order {
			dialogs[i].Close()
			left[i] = false
			shown, want := 3, fyne.Focusable(nil)
			for shown > 0 && !left[shown-1] {
				shown--
			}
			if want = r.field; shown > 0 {
				want = entries[shown-1]
			}
			if len(r.canvas.Overlays().List()) != shown || r.canvas.Focused() != want {
				t.Errorf("%v: after %d, %d are shown and %T has the keyboard", order, i, len(r.canvas.Overlays().List()), r.canvas.Focused())
			}
		}
	}
}

func TestKeysThatMeanNothingHere(t *testing.T) {
	r := newRoom(t, large)
	tab := func(held fyne.KeyModifier) { r.Press(fyne.KeyTab, fyne.KeyModifierControl|held) }
	tab(0) // no dialog
	r.Press(fyne.KeyPageDown, 0)
	r.Press(fyne.KeyEscape, 0)
	entry := r.keys.NewEntry()
	d := r.dialogs.New("title", entry, "no")
	d.Show(fyne.NewSize(300, 0), nil)
	tab(0) // no tabs
	tab(fyne.KeyModifierShift)
	r.Press(fyne.KeyPageDown, 0) // nothing to scroll
	if !r.open() || r.canvas.Focused() != entry {
		t.Errorf("open %v, %T has the keyboard", r.open(), r.canvas.Focused())
	}
}

func TestWhereTheKeyboardGoesFirst(t *testing.T) {
	r := newRoom(t, large)
	first, second := r.keys.NewEntry(), r.keys.NewEntry()
	for _, want := range []*controls.Entry{first, second} {
		d := r.dialogs.New("title", container.NewVBox(first, second), "no")
		if want == first {
			d.Show(fyne.NewSize(300, 0), nil)
		} else {
			d.Show(fyne.NewSize(300, 0), second)
		}
		if r.canvas.Focused() != want {
			t.Errorf("%T has the keyboard", r.canvas.Focused())
		}
		d.Close()
	}
}

func TestTheKeyboardIsLeftWhereItIsSeen(t *testing.T) {
	r := newRoom(t, large)
	r.dialogs.Settle()
	if r.canvas.Focused() != r.field {
		t.Fatalf("%T has the keyboard", r.canvas.Focused())
	}
	r.canvas.Unfocus()
	if r.dialogs.Settle(); r.canvas.Focused() != r.home {
		t.Errorf("%T has the keyboard", r.canvas.Focused())
	}
	choice := r.keys.NewSelect([]string{"one", "two"}, nil)
	r.Window.SetContent(container.NewVBox(r.home, choice))
	r.canvas.Focus(choice)
	r.Press(fyne.KeyDown, 0) // a menu
	focused := r.canvas.Focused()
	if r.dialogs.Settle(); r.canvas.Focused() != focused || r.canvas.Overlays().Top() == nil {
		t.Errorf("the keyboard was taken from a menu: %T", r.canvas.Focused())
	}
}

// Tab scrolls to what it reaches, in a dialog and in the window without one.
func TestWhatTabReachesIsSeen(t *testing.T) {
	for name, show := range map[string]func(r *room, rows fyne.CanvasObject){
		"in a dialog": func(r *room, rows fyne.CanvasObject) {
			r.dialogs.New("title", rows, "no").Show(fyne.NewSize(300, 0), nil)
		},
		"in the window": func(r *room, rows fyne.CanvasObject) { r.Window.SetContent(container.NewVScroll(rows)) },
	} {
		r := newRoom(t, fyne.NewSize(400, 300))
		rows := container.NewVBox()
		for range 30 {
			rows.Add(r.keys.NewEntry())
		}
		show(r, rows)
		root := r.canvas.Content()
		if r.open() {
			root = r.canvas.Overlays().Top()
		}
		scroll := scrolls(root)[0]
		for i, o := range rows.Objects {
			r.canvas.Focus(o.(fyne.Focusable))
			if top := o.Position().Y - scroll.Offset.Y; top < 0 || top+o.Size().Height > scroll.Size().Height {
				t.Fatalf("%s: entry %d stands at %v", name, i, top)
			}
		}
	}
}
