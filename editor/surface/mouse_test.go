package surface

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"

	"communique/editor/document"
	"communique/editor/release"
)

// A click where a caret stands puts it there, everywhere in every text of a release, at
// each scale.
func TestClicksInvertCarets(t *testing.T) {
	r := sample()
	r.Blocks[8].Text = "да 😀 и 👨‍👩‍👧‍👦 и за́мок, fi АУДИТ AV" // one direction: where there are two, a caret has two places
	for _, scale := range []float32{1, 1.5, 2} {
		o := open(t, r, 640, 500)
		o.Canvas().(software.WindowlessCanvas).SetScale(scale)
		o.Refresh()
		tried := 0
		for p := range r.Passages() {
			if p.Field == release.NotesField {
				continue
			}
			for offset := range len([]rune(p.Text)) + 1 {
				at := release.Position{TextID: p.TextID, Offset: offset}
				o.GoTo(at)
				at = o.at() // the editor knows where carets go
				o.now = o.now.Add(time.Minute)
				if o.withinSign(at) {
					continue
				}
				o.click(o.point(at))
				o.caretIs(p.Text, at)
				tried++
			}
		}
		if tried < 700 {
			t.Errorf("only %d places were tried", tried)
		}
	}
}

// withinSign reports whether a position is within a sign of several code points.
func (o *office) withinSign(p release.Position) bool {
	at, _ := o.placeOf(p)
	box := o.column.blocks[at.block].boxes[at.box]
	line := box.text.LineOf(at.offset)
	from, _ := box.text.Span(line)
	l := box.text.Line(line)
	return l.At(l.X(at.offset-from)) != at.offset-from
}

func TestMouseSelects(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.GoTo(body(1, 0))
	word := o.point(body(1, 10))
	tests := []struct {
		name string
		do   func()
		want string
	}{
		{"double click", func() { o.click(word); o.click(word) }, "обсудили"},
		{"triple click", func() { o.click(word); o.click(word); o.click(word) }, sample().Blocks[0].Text},
		{"four clicks", func() { o.click(word); o.click(word); o.click(word); o.click(word) }, ""},
		{"drag", func() { o.down(o.point(body(1, 0)), 0); o.drag(word, o.point(body(1, 7))); o.DragEnd() }, "Стороны"},
		{"drag back", func() { o.down(o.point(body(1, 7)), 0); o.drag(o.point(body(1, 0))); o.DragEnd() }, "Стороны"},
		{"drag of words", func() { o.click(word); o.down(word, 0); o.drag(o.point(body(1, 2))); o.DragEnd() }, "Стороны обсудили"},
		{"Shift+click", func() {
			o.click(o.point(body(1, 0)))
			o.now = o.now.Add(time.Minute)
			o.down(o.point(body(1, 7)), fyne.KeyModifierShift)
		}, "Стороны"},
		{"Shift+click into the selection", func() {
			o.Select(body(1, 0), body(1, 16))
			o.down(o.point(body(1, 7)), fyne.KeyModifierShift)
		}, "Стороны"},
		{"slow clicks", func() { o.click(word); o.now = o.now.Add(time.Second); o.click(word) }, ""},
		{"a click into the selection", func() {
			o.Select(body(1, 0), body(1, 16))
			o.click(word)
		}, ""},
		{"a click into the selection with a hand that shakes", func() {
			o.Select(body(1, 0), body(1, 16))
			o.down(word, 0)
			o.drag(word.AddXY(1, 2))
			o.up(word)
			o.DragEnd()
		}, ""},
	}
	for _, test := range tests {
		o.now = o.now.Add(time.Minute)
		test.do()
		o.up(word)
		if got := strings.TrimSuffix(o.Selected(), "\n"); got != test.want {
			t.Errorf("%s selects %q, want %q", test.name, got, test.want)
		}
	}
}

func TestSelectionIsCarried(t *testing.T) {
	for name, held := range map[string]fyne.KeyModifier{"Стороны": 0, "обсудили Стороны": fyne.KeyModifierShortcutDefault} {
		r := release.New("ru")
		r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили ход"}})
		o := open(t, r, 640, 500)
		o.Select(body(1, 7), body(1, 16))
		o.down(o.point(body(1, 10)), 0)
		o.drag(o.point(body(1, 5)), o.point(body(1, 0)))
		if o.caret.drop == nil || o.caret.shape.Hidden {
			t.Error("no caret shows where it would come to")
		}
		o.hands.Held = held
		o.DragEnd()
		o.hands.Held = 0
		words, _, _ := o.editor.Session().Document().Text(document.Body(1, release.Words))
		if want := map[bool]string{true: " обсудилиСтороны ход", false: " обсудилиСтороны обсудили ход"}[held == 0]; words != want {
			t.Errorf("%s: %q, want %q", name, words, want)
		}
	}
}

// TestADragFromTheCaretSelects: there is nothing there to be dragged.
func TestADragFromTheCaretSelects(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили ход"}})
	o := open(t, r, 640, 500)
	o.GoTo(body(1, 8))
	o.down(o.point(body(1, 8)), 0)
	o.drag(o.point(body(1, 10)), o.point(body(1, 16)))
	o.DragEnd()
	if o.Selected() != "обсудили" {
		t.Errorf("%q is selected", o.Selected())
	}
}

// TestADragEndsInTheText: let go outside, the driver takes the keyboard away.
func TestADragEndsInTheText(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.down(o.point(body(1, 0)), 0)
	o.drag(o.point(body(1, 7)))
	o.Canvas().Unfocus()
	o.DragEnd()
	if o.Canvas().Focused() != fyne.Focusable(o.Surface) {
		t.Error("what is typed next is lost")
	}
}

// TestADragIsAbandoned by Escape, or where it is let go outside the text.
func TestADragIsAbandoned(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили ход"}})
	for name, leave := range map[string]func(o *office){
		"Escape":       func(o *office) { o.press(fyne.KeyEscape, 0, 1) },
		"to the left":  func(o *office) { o.drag(fyne.NewPos(-30, 200)) },
		"to the right": func(o *office) { o.drag(fyne.NewPos(700, 200)) },
		"below":        func(o *office) { o.drag(fyne.NewPos(300, 560)) },
	} {
		o := open(t, r, 640, 500)
		o.Select(body(1, 8), body(1, 16))
		o.down(o.point(body(1, 10)), 0)
		o.drag(o.point(body(1, 5)), o.point(body(1, 0)))
		leave(o)
		if o.caret.drop != nil {
			t.Errorf("%s: a caret shows where it would come to", name)
		}
		o.DragEnd()
		words, _, _ := o.editor.Session().Document().Text(document.Body(1, release.Words))
		if words != "Стороны обсудили ход" || o.Selected() != "обсудили" {
			t.Errorf("%s: %q, and %q is selected", name, words, o.Selected())
		}
		o.pass(time.Second)
		o.typed("ы") // the keyboard is with the text
		if words, _, _ := o.editor.Session().Document().Text(document.Body(1, release.Words)); words != "Стороны ы ход" {
			t.Errorf("%s: then %q", name, words)
		}
	}
}

func TestDraggingBeyondTheEdgeScrolls(t *testing.T) {
	r := release.New("ru")
	for range 60 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Стороны обсудили ход подготовки."})
	}
	r.Blocks = release.Numbered(r.Blocks)
	o := open(t, r, 640, 400)
	o.down(o.point(body(1, 0)), 0)
	o.drag(fyne.NewPos(200, 450))
	before := o.view.top()
	o.pass(time.Second)
	if o.view.top() < before+300 || o.at().Block < 15 {
		t.Error("after a second it has scrolled by", o.view.top()-before, "and selects up to", o.at())
	}
	o.drag(fyne.NewPos(200, 200))
	before = o.view.top()
	o.pass(time.Second)
	if o.view.top() != before {
		t.Error("it scrolls on while the pointer is within")
	}
	o.drag(fyne.NewPos(200, -30))
	o.DragEnd()
	o.pass(time.Second)
	if o.view.top() != before {
		t.Error("it scrolls on after the mouse was let go")
	}
}

func TestScrollBar(t *testing.T) {
	o := open(t, long(60_000, false), 640, 500)
	last := o.column.blocks[len(o.column.blocks)-1]
	x := o.Size().Width - 5
	y, height, _ := o.thumbSpan()
	o.down(fyne.NewPos(x, float32(y+height/2)), 0)
	o.drag(fyne.NewPos(x, 250))
	middle := o.view.top()
	o.drag(fyne.NewPos(x-300, 900)) // the hand may leave the bar
	if top := o.view.top(); middle < o.view.total()/3 || middle > o.view.total()*2/3 || !o.view.sees(last) || top <= middle {
		t.Error("half way down it is at", middle, "then at", top, "of", o.view.total())
	}
	o.drag(fyne.NewPos(x, -50))
	o.DragEnd()
	if o.view.block != 0 || !o.editor.Selection().Empty() {
		t.Error("back at the beginning it is at block", o.view.block, "and selects", o.editor.Selection())
	}
	o.click(fyne.NewPos(x, 498))
	if !o.view.sees(last) {
		t.Error("a click at the end of the bar leads to block", o.view.block)
	}
}

func TestCursors(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.SetDateline("Пробный")
	date := o.areaOf(o.column.byID[release.TextID{Field: release.DateField}])
	for at, want := range map[fyne.Position]desktop.Cursor{
		o.point(body(1, 3)):              desktop.TextCursor,
		date.At.AddXY(20, 15):            desktop.PointerCursor,
		fyne.NewPos(o.Size().Width-3, 9): desktop.DefaultCursor,
	} {
		e := &desktop.MouseEvent{}
		e.Position = at
		o.MouseMoved(e)
		if got := o.Cursor(); got != want {
			t.Errorf("at %v the pointer is %v, want %v", at, got, want)
		}
	}
}

func TestContextMenu(t *testing.T) {
	o := open(t, sample(), 640, 500)
	var at []fyne.Position
	o.OnContext = func(p fyne.Position) { at = append(at, p) }
	o.Select(body(1, 0), body(1, 7))
	o.press(desktop.KeyMenu, 0, 1)
	o.press(fyne.KeyF10, fyne.KeyModifierShift, 1)
	if line := o.CaretArea(); at[0].Y < line.At.Y || at[0].Y >= line.At.Y+line.Size.Height {
		t.Errorf("the menu is that of %v, not of the caret's line %v", at[0], line)
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
	e.Position = o.point(body(1, 3))
	o.MouseDown(e)
	if o.Selected() != "Стороны" {
		t.Error("a click into the selection selects", o.Selected())
	}
	e.Position = o.point(body(1, 12))
	o.MouseDown(e)
	o.caretIs("a click beside the selection", body(1, 12))
	if len(at) != 4 || at[0] != at[1] || at[3] != e.Position {
		t.Error(at)
	}
}

func TestFormsAreOpened(t *testing.T) {
	o := open(t, sample(), 640, 700)
	o.SetDateline("Пробный, 11 сентября 2026 года")
	var opened []string
	o.OnDateline = func(Area) { opened = append(opened, "dateline") }
	o.OnContacts = func(Area) { opened = append(opened, "contacts") }
	b := o.column.byID[release.TextID{Field: release.DateField}]
	at := o.areaOf(b)
	o.click(at.At.AddXY(20, at.Size.Height/2))
	o.press(fyne.KeyReturn, 0, 1)
	if strings.Join(opened, " ") != "dateline dateline" {
		t.Error(opened)
	}
	o.press(fyne.KeyEnd, fyne.KeyModifierShortcutDefault, 2) // of the body, of the boilerplate
	o.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -5000)})
	end := o.areaOf(o.column.byID[release.TextID{Field: release.ContactsField}])
	opened = nil
	o.click(end.At.AddXY(20, end.Size.Height+30))
	if len(opened) != 0 || o.at().Field != release.BoilerplateField {
		t.Error("a click below everything opens", opened, "and leads to", o.at())
	}
	o.click(end.At.AddXY(20, end.Size.Height/2))
	if strings.Join(opened, " ") != "contacts" {
		t.Error(opened)
	}
	o.press(fyne.KeyHome, fyne.KeyModifierShortcutDefault, 1)
	o.click(at.At.AddXY(20, at.Size.Height/2))
	o.typed("ы")
	if words, _, _ := o.editor.Session().Document().Text(release.TextID{Field: release.HeadlineField}); words != sample().Headline {
		t.Error("what was typed there came into the headline")
	}
}

// TestBehindTheLastSpace: a click behind a text leads behind the space that ends it, and one
// behind a line that goes on before the space where it was broken.
func TestBehindTheLastSpace(t *testing.T) {
	r := release.New("ru")
	text := strings.Repeat("слово ", 30)
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: text}})
	o := open(t, r, 640, 500)
	last := len([]rune(text))
	o.GoTo(body(1, last))
	end := o.point(body(1, last))
	o.click(fyne.NewPos(600, end.Y))
	o.caretIs("behind the last line", body(1, last))
	o.click(fyne.NewPos(600, end.Y-o.view.unit(o.column.measures.text.lineHeight)))
	if at := o.at().Offset; at >= last || []rune(text)[at] != ' ' {
		t.Errorf("behind the line before the caret is at %d", at)
	}
}
