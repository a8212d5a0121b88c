package surface

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
)

// TestAClickBesideTheThumb brings its middle there, from where it is drawn on.
func TestAClickBesideTheThumb(t *testing.T) {
	o := open(t, long(60_000, false), 640, 500)
	x := o.Size().Width - 5
	for _, y := range []float32{250, 120, 330} {
		o.down(fyne.NewPos(x, y), 0)
		for _, to := range []float32{y, y + 40} {
			if to != y {
				o.drag(fyne.NewPos(x, to))
			}
			top, height, _ := o.thumbSpan()
			if middle := top + height/2; middle < int(to)-2 || middle > int(to)+2 {
				t.Errorf("pressed at %v and drawn to %v the thumb's middle is at %d", y, to, middle)
			}
		}
		o.DragEnd()
	}
}

// TestADoubleClickTellsNothing of a finding, which the first click has told: who selects a word
// is about to write there.
func TestADoubleClickTellsNothing(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.GoTo(body(1, 0))
	o.SetFindings([]Finding{{body(1, 8), body(1, 16), Warns, 7}})
	told := 0
	o.OnFinding = func(f *Finding, _ Area, _ bool) {
		if f != nil {
			told++
		}
	}
	word := o.point(body(1, 10))
	o.click(word)
	if told != 1 {
		t.Errorf("a click tells %d", told)
	}
	o.click(word)
	if told != 1 || o.Selected() != "обсудили" {
		t.Errorf("a double click tells %d more, and selects %q", told-1, o.Selected())
	}
}

// TestShiftPassesForms: what opens a form has no letters to select.
func TestShiftPassesForms(t *testing.T) {
	r := sample()
	r.Subheadline = "Подробности"
	o := open(t, r, 640, 500)
	o.SetDateline("Пробный, 11 сентября 2026 года")
	o.GoTo(field(release.SubheadlineField, 0))
	o.press(fyne.KeyDown, fyne.KeyModifierShift, 1)
	if o.caret.form != nil || o.at().Field != release.LeadField || !strings.HasPrefix(o.Selected(), "Подробности") {
		t.Errorf("down to %v: %q", o.at(), o.Selected())
	}
	o.GoTo(field(release.LeadField, 0))
	o.press(fyne.KeyUp, fyne.KeyModifierShift, 1)
	if o.caret.form != nil || o.at().Field != release.SubheadlineField {
		t.Errorf("up to %v", o.at())
	}
}

// TestASelectionIsDraggedBeyondTheEdge: the text goes along under it, and it comes to where it is
// let go.
func TestASelectionIsDraggedBeyondTheEdge(t *testing.T) {
	r := release.New("ru")
	for range 60 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Стороны обсудили ход подготовки."})
	}
	r.Blocks = release.Numbered(r.Blocks)
	o := open(t, r, 640, 400)
	o.Select(body(1, 0), body(1, 7))
	o.down(o.point(body(1, 3)), 0)
	o.drag(fyne.NewPos(200, 450))
	before := o.view.top()
	o.pass(time.Second)
	if o.view.top() < before+300 || o.Selected() != "Стороны" {
		t.Errorf("after a second it has scrolled by %d, and selected is %q", o.view.top()-before, o.Selected())
	}
	to := body(o.view.seen[2].id.Block, 32)
	o.drag(o.point(to))
	o.DragEnd()
	if words, _, _ := o.editor.Session().Document().Text(to.TextID); !strings.HasPrefix(words, "Стороны обсудили ход подготовки.") || !strings.HasSuffix(words, "Стороны") {
		t.Errorf("let go at %v it reads %q", to, words)
	}
}

// TestADragThatChangesNothing: let go within what is dragged, or at its ends, there is no change
// to be taken back.
func TestADragThatChangesNothing(t *testing.T) {
	for _, to := range []int{8, 12, 16} {
		r := release.New("ru")
		r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили ход"}})
		o := open(t, r, 640, 500)
		o.Select(body(1, 8), body(1, 16))
		o.OnChanged = func(c editing.Change) { t.Errorf("dropped at %d the text changes: %+v", to, c) }
		o.down(o.point(body(1, 10)), 0)
		o.drag(o.point(body(1, 0)), o.point(body(1, to)))
		o.DragEnd()
		if words, _, _ := o.editor.Session().Document().Text(document.Body(1, release.Words)); words != r.Blocks[0].Text || o.Selected() != "обсудили" || o.caret.drop != nil {
			t.Errorf("dropped at %d: %q, selected %q", to, words, o.Selected())
		}
	}
}

// TestWhatIsOnlyLookedAt has no empty places, and nothing of it is selected; bar, wheel and
// pages turn it.
func TestWhatIsOnlyLookedAt(t *testing.T) {
	r := long(60_000, false)
	r.Subheadline, r.Boilerplate = "", ""
	o := open(t, r, 640, 500)
	o.Disable()
	o.Edit(o.drafted(r))
	for _, f := range []release.Field{release.SubheadlineField, release.DateField, release.BoilerplateField, release.ContactsField} {
		if o.column.byID[release.TextID{Field: f}] != nil {
			t.Errorf("%s is shown, and empty", f)
		}
	}
	word := o.point(field(release.HeadlineField, 3))
	o.click(word)
	o.click(word)
	if o.Selected() != "" || o.Cursor() != desktop.DefaultCursor {
		t.Errorf("%q is selected", o.Selected())
	}
	for name, turn := range map[string]func(){
		"the bar":   func() { o.click(fyne.NewPos(o.Size().Width-5, 250)) },
		"the wheel": func() { o.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)}) },
		"a page":    func() { o.ScrollPages(1) },
	} {
		before := o.view.top()
		if turn(); o.view.top() == before {
			t.Errorf("%s does not turn it", name)
		}
	}
	o.Enable()
	o.Edit(o.drafted(r))
	if o.column.byID[release.TextID{Field: release.SubheadlineField}] == nil || o.Disabled() {
		t.Error("written on again it has no place for a subheadline")
	}
}
