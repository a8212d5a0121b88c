package surface

import (
	"image/color"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/release"
)

// office is a surface in a window, with a hand on the keyboard and a clock that only the
// test turns.
type office struct {
	testing.TB
	*Surface
	hands  *controlstest.Hands
	now    time.Time
	timers []*timer
	clip   editing.Fragment
	held   bool // the clipboard is: nothing is put there
}

type timer struct {
	at      time.Time
	do      func()
	stopped bool
}

func light() Colours {
	grey := func(c uint8) color.Color { return color.NRGBA{c, c, c, 255} }
	return Colours{
		Ink: grey(0x1B), Soft: grey(0x60), Accent: color.NRGBA{0x1F, 0x4E, 0x79, 255}, Line: grey(0xDA), Edge: grey(0x86),
		Selection: color.NRGBA{0xDC, 0xE7, 0xF3, 255}, Hit: color.NRGBA{0xFF, 0xF2, 0xB8, 255}, Current: color.NRGBA{0xFF, 0xD7, 0x5E, 255},
		Blocks: color.NRGBA{0xB3, 0x26, 0x1E, 255}, Warns: color.NRGBA{0x8A, 0x5A, 0, 255}, Notes: grey(0x59),
	}
}

// paper is a theme with a white ground.
type paper struct{ fyne.Theme }

func (p paper) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameBackground {
		return color.White
	}
	return p.Theme.Color(name, variant)
}

// open shows a release in a window of a size.
func open(t testing.TB, r release.Release, width, height float32) *office {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(paper{theme.DefaultTheme()})
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	o := &office{TB: t, hands: &controlstest.Hands{Window: w}, now: time.Date(2026, 9, 11, 12, 0, 0, 0, time.UTC)}
	keys := controls.NewKeyboard(controls.Params{
		Canvas: w.Canvas(), Held: func() fyne.KeyModifier { return o.hands.Held },
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown }, Menu: func() *fyne.MainMenu { return nil },
	})
	o.Surface = New(Params{
		Keyboard: keys, Colours: light, Name: "Текст",
		Hints: Hints{Headline: "Заголовок", Subheadline: "Подзаголовок", Dateline: "Место и дата", Lead: "Что случилось", Boilerplate: "Об организации", Contacts: "Контакты", Paragraph: "Текст", About: "О компании"},
		Copy: func(f editing.Fragment) bool {
			if !o.held {
				o.clip = f
			}
			return !o.held
		},
		Paste: func(plain bool) {
			o.Act(func(e *editing.Editor) {
				if plain {
					e.PasteText(o.clip.Text())
				} else {
					e.Paste(o.clip)
				}
			})
		},
		After: o.after, Now: func() time.Time { return o.now },
	})
	o.setter = setter // its faces are read
	o.view.setter = setter
	w.SetPadded(false)
	w.SetContent(o.Surface)
	w.Resize(fyne.NewSize(width, height))
	o.Edit(o.drafted(r))
	w.Canvas().Focus(o.Surface)
	return o
}

// drafted begins to edit a release.
func (o *office) drafted(r release.Release) *editing.Editor {
	return editing.New(draft.NewSession(r, func() time.Time { return o.now }))
}

func (o *office) after(d time.Duration, f func()) (stop func()) {
	one := &timer{at: o.now.Add(d), do: f}
	o.timers = append(o.timers, one)
	return func() { one.stopped = true }
}

// pass lets time go by.
func (o *office) pass(d time.Duration) {
	end := o.now.Add(d)
	for {
		var next *timer
		for _, one := range o.timers {
			if !one.stopped && !one.at.After(end) && (next == nil || one.at.Before(next.at)) {
				next = one
			}
		}
		if next == nil {
			break
		}
		o.now, next.stopped = next.at, true
		next.do()
	}
	o.now = end
	o.timers = slices.DeleteFunc(o.timers, func(one *timer) bool { return one.stopped })
}

// typed types letters.
func (o *office) typed(words string) {
	for _, r := range words {
		o.TypedRune(r)
	}
}

// press presses a key so often.
func (o *office) press(key fyne.KeyName, held fyne.KeyModifier, times int) {
	for range times {
		o.hands.Press(key, held)
	}
}

// body is a position in the words of a block.
func body(id release.BlockID, offset int) release.Position {
	return release.Position{TextID: document.Body(id, release.Words), Offset: offset}
}

func field(f release.Field, offset int) release.Position {
	return release.Position{TextID: release.TextID{Field: f}, Offset: offset}
}

func (o *office) at() release.Position { return o.editor.Selection().Caret }

func (o *office) caretIs(what string, want release.Position) {
	o.Helper()
	if got := o.at(); got != want {
		o.Errorf("%s: the caret is at %v, want %v", what, got, want)
	}
}

// point is where a position is on the surface: the middle of the line, at the caret.
func (o *office) point(p release.Position) fyne.Position {
	o.Helper()
	at, ok := o.spot(p, false)
	if !ok || !o.view.sees(at.block) {
		o.Fatalf("%v is not seen", p)
	}
	v := &o.view
	return fyne.NewPos(v.unit(v.left+at.x), v.unit(o.blockTop(at.block)+at.y()+at.box.look.lineHeight/2))
}

func (o *office) down(at fyne.Position, held fyne.KeyModifier) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: held}
	e.Position = at
	o.MouseDown(e)
}

func (o *office) up(at fyne.Position) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = at
	o.MouseUp(e)
}

func (o *office) click(at fyne.Position) {
	o.down(at, 0)
	o.up(at)
}

func (o *office) drag(to ...fyne.Position) {
	for _, at := range to {
		e := &fyne.DragEvent{}
		e.Position = at
		o.Dragged(e)
	}
}
