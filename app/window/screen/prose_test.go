package screen

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls/controlstest"
	"communique/editor/template"
)

// TestWhatIsMissingLooksDifferent shows a text with blanks, in colour and under a line: the
// words beside them have neither.
func TestWhatIsMissingLooksDifferent(t *testing.T) {
	test.NewTempApp(t)
	w := NewProse()
	w.SetText("Встреча «[укажите: кто принимает]» с [fill in: whom].\n\nДа ([укажите: где], [так])")
	var got string
	for _, s := range w.Segments {
		text := s.(*widget.TextSegment)
		if marked := text.Style.TextStyle == (fyne.TextStyle{Underline: true}); marked != (text.Style.ColorName == theme.ColorNameError) {
			t.Errorf("%q has only one of the two marks", text.Text)
		} else if marked {
			got += "<" + text.Text + ">"
			continue
		}
		got += text.Text
	}
	if want := "Встреча <«кто принимает»> с <whom.>\n\nДа <(где,> [так])"; got != want {
		t.Errorf("%q, not %q", got, want)
	}
	win := test.NewTempWindow(t, w)
	win.Resize(fyne.NewSize(400, 400))
	w.SetText("Да.")
	var drawn string
	for _, o := range controlstest.Objects(w) {
		if words, ok := o.(*canvas.Text); ok {
			drawn += words.Text
		}
	}
	if drawn != "Да." {
		t.Errorf("%q is drawn", drawn)
	}
	if len(w.Segments) != 1 || w.String() != "Да." {
		t.Errorf("%q stands", w.String())
	}
}

// TestAFilledWordIsNoBlank keeps brackets of the person's own.
func TestAFilledWordIsNoBlank(t *testing.T) {
	if b := template.Blanks("[укажите]: да, [уточнить: нет] [], [fill in: ]"); len(b) != 0 {
		t.Errorf("%+v", b)
	}
}
