package surface

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"communique/editor/controls"
	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
)

func TestArrowsKeepTheColumn(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Заголовок", "короткий"
	r.Blocks = release.Numbered([]release.Block{
		{Kind: release.Paragraph, Text: strings.Repeat("слово ", 30)}, {Kind: release.Paragraph, Text: "а"}, {Kind: release.Paragraph, Text: strings.Repeat("слово ", 30)},
	})
	o := open(t, r, 640, 500)
	o.GoTo(body(1, 30))
	start, _ := o.caretSpot()
	o.press(fyne.KeyDown, 0, 3)
	o.caretIs("in the short paragraph", body(2, 1))
	o.press(fyne.KeyDown, 0, 1)
	if at, _ := o.caretSpot(); at.x-start.x > 8 || start.x-at.x > 8 {
		t.Errorf("the column is lost: %d, was %d", at.x, start.x)
	}
	o.press(fyne.KeyUp, 0, 4)
	o.caretIs("back", body(1, 30))
	o.press(fyne.KeyUp, 0, 1)
	o.caretIs("the lead", field(release.LeadField, 8))
	o.press(fyne.KeyUp, 0, 1)
	if o.caret.form == nil || o.caret.form.id.Field != release.DateField {
		t.Fatal("the line of place and date is not reached")
	}
	o.press(fyne.KeyUp, 0, 2)
	if o.caret.form != nil || o.at().Field != release.HeadlineField {
		t.Error("the headline is not reached:", o.at())
	}
	o.press(fyne.KeyEnd, fyne.KeyModifierShortcutDefault, 2) // of the body, of the boilerplate
	o.press(fyne.KeyDown, 0, 1)
	if o.caret.form == nil || o.caret.form.id.Field != release.ContactsField {
		t.Error("the contacts are not reached")
	}
	o.press(fyne.KeyDown, 0, 3)
	if o.caret.form == nil {
		t.Error("the contacts are left downwards")
	}
	o.typed("ы")
	o.press(fyne.KeyUp, 0, 1)
	o.caretIs("up from the contacts", field(release.BoilerplateField, 0))
}

// TestTabStaysInTheText: wherever the caret is, what is typed behind Tab is in the text; where
// Tab meant nothing, that is told.
func TestTabStaysInTheText(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Заголовок", "Абзац"
	r.Blocks = release.Numbered([]release.Block{{Kind: release.List, Text: "один\nдва"}, {Kind: release.Table, Text: "а\tб"}})
	o := open(t, r, 640, 500)
	beside := o.params.Keyboard.NewEntry()
	o.hands.Window.SetContent(container.NewBorder(nil, beside, nil, nil, o.Surface))
	o.hands.Window.Canvas().Focus(o.Surface)
	var told []bool
	o.OnTab = func(inList bool) { told = append(told, inList) }
	for _, at := range []release.Position{
		field(release.HeadlineField, 2), field(release.LeadField, 2), field(release.BoilerplateField, 0), body(1, 2), body(2, 0),
	} {
		for _, held := range []fyne.KeyModifier{0, fyne.KeyModifierShift} {
			o.GoTo(at)
			o.press(fyne.KeyTab, held, 1)
			before := o.editor.Session().Document().Length(o.at().TextID)
			selected := len([]rune(o.Selected()))
			o.hands.Window.Canvas().Focused().TypedRune('я')
			if got := o.editor.Session().Document().Length(o.at().TextID); got != before-selected+1 {
				t.Errorf("behind Tab at %v the letter is lost", at)
			}
			o.Act(func(e *editing.Editor) { e.Undo() })
		}
	}
	if !slices.Equal(told, []bool{false, false, false, false, false, true, true}) {
		t.Errorf("told %v", told)
	}
	o.GoTo(field(release.LeadField, 0))
	o.press(fyne.KeyUp, 0, 1) // the line of place and date
	o.press(fyne.KeyTab, fyne.KeyModifierShift, 1)
	if o.caret.form != nil || o.at().Field == release.LeadField {
		t.Error("back from the line of place and date to", o.at())
	}
}

func TestHomeAndEnd(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: strings.Repeat("слово ", 30)}, {Kind: release.Paragraph, Text: strings.Repeat("ж", 200)}})
	o := open(t, r, 640, 500)
	o.GoTo(body(1, 3))
	o.press(fyne.KeyEnd, 0, 1)
	first, _ := o.caretSpot()
	if first.line != 0 || o.at().Offset%6 != 5 {
		t.Error("End leads to", o.at(), "on line", first.line)
	}
	o.press(fyne.KeyRight, 0, 1)
	o.press(fyne.KeyEnd, 0, 1)
	if at, _ := o.caretSpot(); at.line != 1 {
		t.Error("End of the second line leads to line", at.line)
	}
	o.press(fyne.KeyHome, fyne.KeyModifierShift, 1)
	if start, end := o.editor.Range(); start.Offset%6 != 0 || end.Offset%6 != 5 {
		t.Error("Shift+Home selects", start, end)
	}
	o.GoTo(body(2, 3)) // a word that is broken
	o.press(fyne.KeyEnd, 0, 1)
	at, _ := o.caretSpot()
	if _, to := at.box.text.Span(0); at.line != 0 || o.at().Offset != to {
		t.Error("End of a broken word leads to", o.at(), "on line", at.line)
	}
	o.press(fyne.KeyDown, 0, 1)
	if at, _ := o.caretSpot(); at.line != 1 {
		t.Error("down from there leads to line", at.line)
	}
	o.press(fyne.KeyHome, 0, 1)
	if at, _ := o.caretSpot(); at.line != 1 || at.x != 0 {
		t.Error("Home leads to", at.line, at.x)
	}
}

func TestPages(t *testing.T) {
	r := release.New("ru")
	for range 60 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Стороны обсудили ход подготовки."})
	}
	r.Blocks = release.Numbered(r.Blocks)
	o := open(t, r, 640, 500)
	o.GoTo(body(1, 4))
	before, _ := o.caretSpot()
	y := o.blockTop(before.block)
	o.press(fyne.KeyPageDown, 0, 2)
	at, _ := o.caretSpot()
	if at.x-before.x > 9 || before.x-at.x > 9 || at.block.index < before.block.index+15 || o.blockTop(at.block)-y > 40 || y-o.blockTop(at.block) > 40 {
		t.Error("two pages lead to block", at.block.index, "at", o.blockTop(at.block), "which was", y)
	}
	o.press(fyne.KeyPageUp, 0, 2)
	o.caretIs("two pages back", body(1, 4))
	o.press(fyne.KeyPageDown, fyne.KeyModifierShift, 1)
	if o.editor.Selection().Anchor != body(1, 4) || o.editor.Selection().Empty() {
		t.Error("Shift+PageDown selects", o.editor.Selection())
	}
	o.press(fyne.KeyPageDown, 0, 20)
	if at, ok := o.caretSpot(); ok && o.caret.form == nil && at.block.index < 60 {
		t.Error("many pages lead to block", at.block.index)
	}
}

// A key that closed a dialog and is still held writes nothing.
func TestHeldKeysWriteNothing(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.GoTo(body(1, 3))
	top := canvas.NewRectangle(color.White)
	o.Canvas().Overlays().Add(top)
	o.KeyDown(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.Canvas().Overlays().Remove(top)
	o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.caretIs("Enter that closed a dialog", body(1, 3))
}

func TestReadOnly(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.editor.SetReadOnly(true)
	before := o.editor.Session().Release()
	o.Select(body(1, 0), body(1, 7))
	o.typed("ы")
	o.press(fyne.KeyDelete, 0, 1)
	o.press(fyne.KeyReturn, 0, 1)
	o.TypedShortcut(&fyne.ShortcutCut{})
	o.params.Paste(false)
	if after := o.editor.Session().Release(); after.Blocks[0].Text != before.Blocks[0].Text || len(after.Blocks) != len(before.Blocks) {
		t.Error("it was written in")
	}
	o.Select(body(1, 0), body(1, 7))
	o.TypedShortcut(&fyne.ShortcutCopy{})
	if got := o.clip.Text(); strings.TrimSpace(got) != "Стороны" {
		t.Errorf("%q was copied", got)
	}
}

// TestCutStaysUncopied: what cannot be put on the clipboard is not taken out.
func TestCutStaysUncopied(t *testing.T) {
	o := open(t, sample(), 640, 500)
	before := o.editor.Session().Release().Blocks[0].Text
	o.Select(body(1, 0), body(1, 7))
	o.held = true
	o.TypedShortcut(&fyne.ShortcutCut{})
	if after := o.editor.Session().Release().Blocks[0].Text; after != before {
		t.Errorf("it is %q", after)
	}
	o.held = false
	o.TypedShortcut(&fyne.ShortcutCut{})
	if after := o.editor.Session().Release().Blocks[0].Text; after == before || strings.TrimSpace(o.clip.Text()) != "Стороны" {
		t.Errorf("let go, it is %q, and %q was cut", after, o.clip.Text())
	}
}

// What the surface has no use for, the keyboard of the window hears.
func TestOtherKeysAreHandedOn(t *testing.T) {
	o := open(t, sample(), 640, 500)
	var heard []string
	keys := o.params.Keyboard
	keys.OnAnswer = func(yes bool) bool {
		heard = append(heard, map[bool]string{true: "yes", false: "no"}[yes])
		return true
	}
	keys.AddShortcut(controls.Combination{Key: fyne.KeySpace, Modifier: fyne.KeyModifierControl}, func() bool { heard = append(heard, "Ctrl+Space"); return true })
	o.press(fyne.KeyEscape, 0, 1)
	o.press(fyne.KeySpace, fyne.KeyModifierControl, 1)
	o.press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault, 1)
	if got := strings.Join(heard, " "); got != "no Ctrl+Space yes" {
		t.Error(got)
	}
	if name := o.Surface.Name(); name != "Текст" {
		t.Error("it is called", name)
	}
}

func TestKeysReachTheEditor(t *testing.T) {
	ctrl, alt, shift := fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt, fyne.KeyModifierShift
	tests := []struct {
		name string
		do   func(o *office)
		want string
	}{
		{"letters", func(o *office) { o.typed("да ") }, "да Стороны обсудили"},
		{"Enter", func(o *office) { o.press(fyne.KeyReturn, 0, 1); o.typed("а") }, "\nаСтороны обсудили"},
		{"Shift+Enter", func(o *office) { o.press(fyne.KeyReturn, shift, 1) }, "\nСтороны обсудили"},
		{"Delete", func(o *office) { o.press(fyne.KeyDelete, 0, 2) }, "ороны обсудили"},
		{"word by word", func(o *office) {
			o.press(fyne.KeyRight, fyne.KeyModifierControl, 1)
			o.press(fyne.KeyDelete, fyne.KeyModifierControl, 1)
		}, "Стороны "},
		{"selected words", func(o *office) { o.press(fyne.KeyRight, fyne.KeyModifierControl|shift, 1); o.typed("Мы ") }, "Мы обсудили"},
		{"cut and paste", func(o *office) {
			o.press(fyne.KeyRight, shift, 8)
			o.TypedShortcut(&fyne.ShortcutCut{})
			o.press(fyne.KeyEnd, 0, 1)
			o.TypedShortcut(&fyne.ShortcutPaste{})
		}, "обсудилиСтороны "},
		{"undo", func(o *office) { o.typed("да "); o.TypedShortcut(&fyne.ShortcutUndo{}) }, "Стороны обсудили"},
		{"redo", func(o *office) {
			o.typed("да ")
			o.TypedShortcut(&fyne.ShortcutUndo{})
			o.press(fyne.KeyZ, ctrl|shift, 1)
		}, "да Стороны обсудили"},
		{"subheading", func(o *office) { o.press("1", ctrl|alt, 1) }, "[subheading]Стороны обсудили"},
		{"list", func(o *office) { o.press("3", ctrl|alt, 1) }, "[list]Стороны обсудили"},
		{"bold", func(o *office) { o.press(fyne.KeyRight, shift, 3); o.press(fyne.KeyB, ctrl, 1) }, "*Стороны обсудили"},
	}
	if fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper {
		t.Skip("macOS has keys of its own")
	}
	for _, test := range tests {
		r := release.New("ru")
		r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили"}})
		o := open(t, r, 640, 500)
		o.GoTo(body(1, 0))
		test.do(o)
		var lines []string
		for _, b := range o.editor.Session().Document().Blocks() {
			line := b.Text
			if b.Kind != release.Paragraph {
				line = "[" + string(b.Kind) + "]" + line
			}
			if len(b.Marks) > 0 {
				line = "*" + line
			}
			lines = append(lines, line)
		}
		if got := strings.Join(lines, "\n"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestRuleTakesNoWords keeps what is selected when a rule is asked for.
func TestRuleTakesNoWords(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Заголовок", "Лид."
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "один два"}})
	for _, from := range []release.Position{field(release.HeadlineField, 0), body(1, 0)} {
		o := open(t, r, 640, 500)
		to := from
		to.Offset = 4
		o.Select(from, to)
		o.SetKind(KindChoice{Kind: release.Rule})
		got := o.editor.Session().Release()
		words, rules := "", 0
		for _, b := range got.Blocks {
			words += b.Text
			if b.Kind == release.Rule {
				rules++
			}
		}
		if got.Headline != r.Headline || words != "один два" || rules != 1 {
			t.Errorf("from %v: %q, %q, %d rules", from, got.Headline, words, rules)
		}
	}
}

// TestCombinations presses each key with modifiers that the surface knows itself, from within
// "Первый абзац тут", a paragraph before "Второй".
func TestCombinations(t *testing.T) {
	const ctrl, shift = fyne.KeyModifierControl, fyne.KeyModifierShift
	for _, tt := range []struct {
		key      fyne.KeyName
		held     fyne.KeyModifier
		caret    release.Position
		selected string
		words    string // of the paragraph afterwards; "" where they stay
	}{
		{fyne.KeyLeft, ctrl, body(1, 7), "", ""},
		{fyne.KeyRight, ctrl, body(1, 13), "", ""},
		{fyne.KeyLeft, ctrl | shift, body(1, 7), "аб", ""},
		{fyne.KeyRight, ctrl | shift, body(1, 13), "зац ", ""},
		{fyne.KeyUp, ctrl, body(1, 0), "", ""},
		{fyne.KeyDown, ctrl, body(2, 0), "", ""},
		{fyne.KeyUp, ctrl | shift, body(1, 0), "Первый аб", ""},
		{fyne.KeyDown, ctrl | shift, body(2, 0), "зац тут\n", ""},
		{fyne.KeyHome, ctrl, field(release.HeadlineField, 0), "", ""},
		{fyne.KeyEnd, ctrl, body(2, 6), "", ""},
		{fyne.KeyEnd, ctrl | shift, body(2, 6), "зац тут\nВторой", ""},
		{fyne.KeyBackspace, ctrl, body(1, 7), "", "Первый зац тут"},
		{fyne.KeyDelete, ctrl, body(1, 9), "", "Первый абтут"},
		{fyne.KeyV, ctrl | shift, body(1, 10), "", "Первый абжзац тут"},
	} {
		r := release.New("ru")
		r.Headline = "Заголовок"
		r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Первый абзац тут"}, {Kind: release.Paragraph, Text: "Второй"}})
		o := open(t, r, 640, 500)
		o.clip = editing.NewFragment([]release.Block{{Kind: release.Paragraph, Text: "ж", Marks: []release.Mark{{End: 1, Style: release.Bold}}}}, true, true)
		o.GoTo(body(1, 9))
		o.press(tt.key, tt.held, 1)
		what := controls.Combination{Key: tt.key, Modifier: tt.held}
		if o.at() != tt.caret || o.Selected() != tt.selected {
			t.Errorf("%v: the caret is at %v, and %q is selected", what, o.at(), o.Selected())
		}
		words, marks, _ := o.editor.Session().Document().Text(document.Body(1, release.Words))
		if tt.words == "" {
			tt.words = "Первый абзац тут"
		}
		if words != tt.words || len(marks) > 0 {
			t.Errorf("%v: %q, marked %v", what, words, marks)
		}
		o.press(fyne.KeyZ, ctrl, 1)
		o.press(fyne.KeyZ, ctrl|shift, 1)
		if again, _, _ := o.editor.Session().Document().Text(document.Body(1, release.Words)); again != tt.words {
			t.Errorf("%v: undone and made again %q", what, again)
		}
	}
}

// Before there is a text no key does anything.
func TestKeysWithoutAText(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.Surface = New(o.params)
	o.hands.Window.SetContent(o.Surface)
	o.hands.Window.Canvas().Focus(o.Surface)
	for _, key := range []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn,
		fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyTab, fyne.KeyF8,
	} {
		for _, held := range []fyne.KeyModifier{0, fyne.KeyModifierShift, fyne.KeyModifierShortcutDefault} {
			o.press(key, held, 1)
		}
	}
	o.typed("ы")
	o.click(fyne.NewPos(300, 200))
}

// TestTabMovesAnItem presses Tab and Shift+Tab in a list.
func TestTabMovesAnItem(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.List, Text: "один\nдва"}})
	o := open(t, r, 640, 500)
	o.GoTo(body(1, 6))
	before, _ := o.caretSpot()
	o.press(fyne.KeyTab, 0, 1)
	if text := o.editor.Session().Release().Blocks[0].Text; text != "один\n\tдва" {
		t.Fatalf("%q", text)
	}
	if at, _ := o.caretSpot(); o.at() != body(1, 7) || at.x <= before.x {
		t.Errorf("the caret is at %v, %d", o.at(), at.x)
	}
	o.press(fyne.KeyHome, 0, 1)
	if o.at() != body(1, 6) {
		t.Errorf("the line begins at %v", o.at())
	}
	o.press(fyne.KeyTab, fyne.KeyModifierShift, 1)
	if text := o.editor.Session().Release().Blocks[0].Text; text != "один\nдва" {
		t.Errorf("%q", text)
	}
}
