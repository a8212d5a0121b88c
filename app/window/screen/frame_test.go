package screen

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// box is an object that needs so much room.
func box(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func boxes(sizes ...fyne.Size) *fyne.Container {
	c := container.New(buttonsLayout{})
	for _, s := range sizes {
		c.Add(box(s.Width, s.Height))
	}
	return c
}

func TestButtonsStandInARowOrUnderOneAnother(t *testing.T) {
	test.NewTempApp(t)
	gap := theme.Padding()
	row := 3*80 + 2*gap // what three of the widest take
	for name, c := range map[string]struct {
		width, height, left float32
		under               bool
	}{
		"with room":       {500, 30, (500 - row) / 2, false},
		"just as wide":    {row, 30, 0, false},
		"a little narrow": {row - 1, 3*30 + 2*gap, 0, true},
		"very narrow":     {60, 3*30 + 2*gap, 0, true},
	} {
		buttons := boxes(fyne.NewSize(40, 30), fyne.NewSize(80, 20), fyne.NewSize(60, 30))
		if got := (buttonsLayout{}).height(buttons.Objects, c.width); got != c.height {
			t.Errorf("%s: %v high, not %v", name, got, c.height)
		}
		buttons.Resize(fyne.NewSize(c.width, c.height))
		for i, b := range buttons.Objects {
			at, size := fyne.NewPos(c.left+float32(i)*(80+gap), 0), fyne.NewSize(80, 30)
			if c.under {
				at, size = fyne.NewPos(0, float32(i)*(30+gap)), fyne.NewSize(c.width, 30)
			}
			if b.Position() != at || b.Size() != size {
				t.Errorf("%s: button %d stands at %v, %v large; not at %v, %v", name, i, b.Position(), b.Size(), at, size)
			}
		}
		if got := buttons.MinSize(); got != fyne.NewSize(80, 30) {
			t.Errorf("%s: needs %v", name, got)
		}
	}
}

func TestADialogTakesTheRoomThatThereIs(t *testing.T) {
	test.NewTempApp(t)
	title := widget.NewLabel("").MinSize().Height
	around := title + 30 + 2*framePadding + 2*theme.Padding()
	for name, c := range map[string]struct {
		content             fyne.Size
		wished, window, got fyne.Size
	}{
		"as wished":                    {fyne.NewSize(100, 50), fyne.NewSize(400, 300), fyne.NewSize(800, 600), fyne.NewSize(400, 300)},
		"as high as its content":       {fyne.NewSize(100, 50), fyne.NewSize(400, 0), fyne.NewSize(800, 600), fyne.NewSize(400, 50+around)},
		"as wide as its content":       {fyne.NewSize(500, 50), fyne.NewSize(400, 300), fyne.NewSize(800, 600), fyne.NewSize(500+2*framePadding, 300)},
		"no wider than the window":     {fyne.NewSize(900, 50), fyne.NewSize(400, 300), fyne.NewSize(800, 600), fyne.NewSize(800-2*windowMargin, 300)},
		"no higher than the window":    {fyne.NewSize(100, 900), fyne.NewSize(400, 0), fyne.NewSize(800, 600), fyne.NewSize(400, 600-2*windowMargin)},
		"wished higher than there is":  {fyne.NewSize(100, 50), fyne.NewSize(5000, 5000), fyne.NewSize(800, 600), fyne.NewSize(800-2*windowMargin, 600-2*windowMargin)},
		"the buttons under each other": {fyne.NewSize(100, 50), fyne.NewSize(150, 0), fyne.NewSize(800, 600), fyne.NewSize(150, 50+around+30+theme.Padding())},
	} {
		frame := newFrame("title", box(c.content.Width, c.content.Height), boxes(fyne.NewSize(80, 30), fyne.NewSize(80, 30)))
		if needs := frame.MinSize(); needs != fyne.NewSize(80+2*framePadding, around+30+theme.Padding()) && needs != fyne.NewSize(80+2*framePadding, around) {
			t.Errorf("%s: needs %v", name, needs)
		}
		got := fitting(frame, c.wished, c.window)
		if got != c.got {
			t.Errorf("%s: %v, not %v", name, got, c.got)
		}
		frame.Resize(got)
		head, content, buttons := frame.Objects[frameTitle], frame.Objects[frameContent], frame.Objects[frameButtons]
		if head.Position() != fyne.NewPos(framePadding, framePadding) || head.Size().Height != title {
			t.Errorf("%s: the title stands at %v", name, head.Position())
		}
		if gap := content.Position().Y - head.Position().Y - title; gap != theme.Padding() {
			t.Errorf("%s: %v between title and content", name, gap)
		}
		if gap := buttons.Position().Y - content.Position().Y - content.Size().Height; gap != theme.Padding() {
			t.Errorf("%s: %v between content and buttons", name, gap)
		}
		if below := got.Height - buttons.Position().Y - buttons.Size().Height; below != framePadding {
			t.Errorf("%s: %v below the buttons", name, below)
		}
		for _, o := range frame.Objects {
			if o.Position().X != framePadding || o.Size().Width != got.Width-2*framePadding {
				t.Errorf("%s: %T stands at %v, %v large", name, o, o.Position(), o.Size())
			}
		}
	}
}

func TestWrappedTextIsBroken(t *testing.T) {
	test.NewTempApp(t)
	l := Wrapped("Файл не прочитан: диск не отвечает.")
	one := widget.NewLabel("Файл").MinSize().Height
	if l.Resize(fyne.NewSize(100, 500)); l.MinSize().Height < 2*one || l.MinSize().Width > 100 {
		t.Errorf("it needs %v", l.MinSize())
	}
}
