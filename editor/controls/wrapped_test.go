package controls_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// shownIn is what a label shows in a width, a line a line.
func shownIn(t *testing.T, l *controls.Wrapped, width float32) string {
	t.Helper()
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 400))
	for _, o := range test.WidgetRenderer(l).Objects() {
		if shown, ok := o.(*widget.RichText); ok {
			return shown.Segments[0].Textual()
		}
	}
	t.Fatal("the label shows no text")
	return ""
}

// TestNoLineEndsWhereWordsAreHeld narrows labels letter by letter: no line ends within a date, before a
// dash or at a no-break space, none has the words of two lines, and no word is lost.
func TestNoLineEndsWhereWordsAreHeld(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{
		"В тексте 11 сентября 2026, а дата релиза – 29 ноября 2026 года",
		"Встреча И. И. Пробного и\u00a0Анны Озеровой в г.\u00a0Пробном, № 5",
		"Первый абзац\nВторой: 120 участников из 6 стран – всего 28\u202fмлн",
	} {
		var got string
		for width := float32(420); width > 120; width -= 7 {
			got = shownIn(t, controls.NewWrapped(text), width)
			if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") {
				t.Fatalf("%q became %q", text, got)
			}
			for _, line := range strings.Split(got, "\n") {
				words := strings.TrimRight(line, " ")
				if needs := fyne.MeasureText(words, 14, fyne.TextStyle{}).Width; needs > width && strings.Count(words, " ") > 3 {
					t.Errorf("in %.0f a line needs %.0f: %q", width, needs, words)
				}
				for _, held := range []string{"11", "29", "И.", "и", "г.", "№", "120", "6", "28"} {
					if strings.HasSuffix(" "+words, " "+held) {
						t.Errorf("in %.0f a line ends in %q: %q", width, held, got)
					}
				}
				if strings.HasPrefix(line, "–") {
					t.Errorf("in %.0f a line begins with a dash: %q", width, got)
				}
			}
		}
		if strings.Count(got, "\n") < 3 {
			t.Errorf("broken into %q", got)
		}
	}
}

// TestALabelIsBrokenAnew when it is wider, or says something else; what it says stays as it was given.
func TestALabelIsBrokenAnew(t *testing.T) {
	test.NewTempApp(t)
	const text = "Дата релиза – 29 ноября 2026 года, а не 11 сентября"
	l := controls.NewWrapped(text)
	narrow, wide := shownIn(t, l, 150), shownIn(t, l, 900)
	if !strings.Contains(narrow, "\n") || wide != text || l.Text != text {
		t.Errorf("narrow %q, wide %q, of %q", narrow, wide, l.Text)
	}
	l.Resize(fyne.NewSize(150, 400))
	l.SetText("Другое: встреча состоится 30 ноября")
	for _, o := range test.WidgetRenderer(l).Objects() {
		if shown := o.(*widget.RichText).Segments[0].Textual(); !strings.Contains(shown, "\n30 ноября") {
			t.Errorf("it shows %q", shown)
		}
	}
	if height := l.MinSize().Height; height < 2*fyne.MeasureText("А", 14, fyne.TextStyle{}).Height {
		t.Errorf("it is %.0f high", height)
	}
}
