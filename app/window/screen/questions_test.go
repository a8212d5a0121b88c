package screen_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// TestNothingEnteredIsLostUnasked: a dialog that stands as it was opened is left at once, another
// asks, and goes on where it was after a no.
func TestNothingEnteredIsLostUnasked(t *testing.T) {
	s := screentest.New(t)
	entry, choice, ticked := s.Base.Entry("как было"), s.Base.Keys.NewSelect([]string{"а", "б"}, nil), s.Base.Keys.NewCheck("да", nil)
	content := container.NewVBox(entry, container.NewVScroll(container.NewVBox(choice, ticked)))
	open := func() {
		d := s.Base.Dialogs.New("Окошко", content, "Назад")
		d.AskBeforeLoss(s.Base, func() []string { return controls.Entered(content) })
		d.Show(fyne.NewSize(300, 0), entry)
	}
	open()
	if s.Abandon() || s.Open() {
		t.Errorf("nothing was entered: open %v", s.Open())
	}
	for name, enter := range map[string]func(){
		"typed": func() { s.Type("!") }, "chosen": func() { choice.SetSelected("б") }, "ticked": func() { ticked.SetChecked(true) },
	} {
		open()
		enter()
		s.Press(fyne.KeyEscape, 0)
		s.Press(fyne.KeyReturn, 0) // typed ahead, it is no
		if s.Base.Canvas.Focused() != fyne.Focusable(entry) {
			t.Errorf("%s: the keyboard is at %T after a no", name, s.Base.Canvas.Focused())
		}
		if !s.Abandon() || s.Open() {
			t.Errorf("%s: not asked, or open %v", name, s.Open())
		}
	}
}

// TestQuestions: one that was called for is answered by its own button, one that comes by
// itself is not; Escape is no, and each closes before it is answered.
func TestQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		late bool
		do   func(s *screentest.Stage)
		want string
	}{
		"Enter, asked for":       {false, func(s *screentest.Stage) { s.Press(fyne.KeyReturn, 0) }, "yes"},
		"Enter, asked late":      {true, func(s *screentest.Stage) { s.Press(fyne.KeyReturn, 0) }, "no"},
		"Escape, asked for":      {false, func(s *screentest.Stage) { s.Press(fyne.KeyEscape, 0) }, ""},
		"Escape, asked late":     {true, func(s *screentest.Stage) { s.Press(fyne.KeyEscape, 0) }, "no"},
		"the button, asked for":  {false, func(s *screentest.Stage) { s.Tap("Удалить") }, "yes"},
		"the button, asked late": {true, func(s *screentest.Stage) { s.Tap("Удалить") }, "yes"},
		"the other, asked late":  {true, func(s *screentest.Stage) { s.Tap(s.Base.Text("button-cancel")) }, "no"},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			answer, over := "", false
			say := func(what string) func() { return func() { answer += what; over = !s.Open() } }
			if c.late {
				s.Base.AskLate("Удаление", "Удалить 5 выпусков?", "Удалить", say("yes"), say("no"))
			} else {
				s.Base.Ask("Удаление", "Удалить 5 выпусков?", "Удалить", widget.HighImportance, say("yes"))
			}
			if got := s.Texts(); !strings.Contains(got, "Удаление") || !strings.Contains(got, "Удалить 5 выпусков?") {
				t.Errorf("asked\n%s", got)
			}
			want := widget.HighImportance
			if c.late {
				want = widget.DangerImportance
			}
			if b := screentest.Button(s.Base.Canvas, "Удалить"); b.Importance != want {
				t.Errorf("the button looks like %v", b.Importance)
			}
			if c.do(s); answer != c.want || s.Open() || c.want != "" && !over {
				t.Errorf("answered %q, open %v", answer, s.Open())
			}
		})
	}
}

// TestAWayBesideAQuestion leaves all as it is before it is taken.
func TestAWayBesideAQuestion(t *testing.T) {
	s := screentest.New(t)
	answer := ""
	say := func(what string) func() { return func() { answer += what } }
	s.Base.AskLateOf("Внимание", screen.Plain([]string{"Не заполнено"}), "Всё равно", say("yes"), say("no "), screen.Way{Name: "К замечаниям", Do: say("way")})
	s.Tap("К замечаниям")
	s.Wait("the way", func() bool { return answer == "no way" })
	if s.Open() {
		t.Error("the question stands")
	}
}

func TestAskingForAName(t *testing.T) {
	for typed, want := range map[string]string{"Совет": "Совет", "": "none"} {
		s := screentest.New(t)
		got := "none"
		s.Base.AskName("Имя папки", func(name string) { got = name })
		if name := s.Entries()[0].Name(); name != "Имя папки" {
			t.Errorf("the field is called %q", name)
		}
		s.Type(typed)
		s.Tap(s.Base.Text("button-ok"))
		if got != want || s.Open() {
			t.Errorf("%q: got %q, open %v", typed, got, s.Open())
		}
	}
	s := screentest.New(t)
	s.Base.AskName("Имя", func(string) { t.Error("no was taken for yes") })
	s.Type("Совет")
	if s.Press(fyne.KeyEscape, 0); s.Open() {
		t.Error("it stays open")
	}
}

// TestProgress: how far the work is, and what follows it: whether it was stopped, and what
// went wrong, but for the stopping itself.
func TestProgress(t *testing.T) {
	failed := errors.New("no room")
	for name, c := range map[string]struct {
		stop    bool
		err     func(ctx context.Context) error
		done    string
		trouble []error
	}{
		"done":                     {false, func(context.Context) error { return nil }, "false", nil},
		"failed":                   {false, func(context.Context) error { return failed }, "", []error{failed}},
		"stopped":                  {true, func(ctx context.Context) error { return fmt.Errorf("read: %w", ctx.Err()) }, "true", nil},
		"stopped, and it was done": {true, func(context.Context) error { return nil }, "true", nil},
		"stopped, and it failed":   {true, func(context.Context) error { return failed }, "", []error{failed}},
		"broken off by itself":     {false, func(context.Context) error { return context.Canceled }, "", []error{context.Canceled}},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			told, over, goOn := "", false, make(chan struct{})
			s.Base.Progress("Экспорт", func(ctx context.Context, report func(done, of int)) error {
				report(0, 0)
				report(1, 4)
				<-goOn
				if c.stop {
					<-ctx.Done()
				}
				return c.err(ctx)
			}, func(stopped bool) { told, over = fmt.Sprint(stopped), !s.Open() })
			bar := func() (value float64) {
				for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
					if b, ok := o.(*widget.ProgressBar); ok {
						value = b.Value
					}
				}
				return value
			}
			s.Wait("how far it is", func() bool { return bar() > 0 })
			if got := s.Base.Text("progress-done", map[string]any{"Done": 1, "Of": 4}); bar() != 0.25 || !strings.Contains(s.Texts(), got) || !strings.Contains(s.Texts(), "Экспорт") {
				t.Errorf("at %v, it says\n%s", bar(), s.Texts())
			}
			s.Press(fyne.KeyReturn, fyne.KeyModifierControl) // for the question before: it stops nothing
			if c.stop {
				s.Tap(s.Base.Text("button-stop"))
			}
			close(goOn)
			s.Wait("the end", func() bool { return told != "" || len(s.Failed) > 0 })
			if told != c.done || !slices.Equal(s.Failed, c.trouble) || s.Open() || c.done != "" && !over {
				t.Errorf("told %q, %v, open %v", told, s.Failed, s.Open())
			}
		})
	}
}

// TestWorkAndLoad: what was done follows on the UI goroutine, or what went wrong is told; a
// dialog that comes late does not push itself before another.
func TestWorkAndLoad(t *testing.T) {
	s := screentest.New(t)
	failed := errors.New("no room")
	done := 0
	s.Base.Work(func(context.Context) error { return nil }, func() { done++ })
	s.Base.Work(func(context.Context) error { return failed }, func() { t.Error("done though it failed") })
	s.Wait("both", func() bool { return done == 1 && len(s.Failed) == 1 })
	s.Failed = nil
	s.Base.Load(func(context.Context) error { return failed }, func() { t.Error("shown though it failed") })
	s.Wait("the failure", func() bool { return len(s.Failed) == 1 })
	if !errors.Is(s.Failed[0], failed) {
		t.Errorf("told %v", s.Failed)
	}
	shown := 0
	s.Base.Load(func(context.Context) error { return nil }, func() { shown++ })
	s.Wait("the dialog", func() bool { return shown == 1 })
	asked := make(chan struct{})
	s.Base.Load(func(context.Context) error { <-asked; return nil }, func() { t.Error("it came over another") })
	d := s.Base.Ask("Вопрос", "?", "Да", widget.MediumImportance, func() {})
	close(asked)
	s.Base.Work(func(context.Context) error { return nil }, func() { done++ })
	s.Wait("what comes behind it", func() bool { return done == 2 })
	d.Close()
	if l := screen.Quiet(); l.SizeName != theme.SizeNameCaptionText || l.Importance != widget.LowImportance {
		t.Errorf("what is only told beside the rest looks like %v, %v", l.SizeName, l.Importance)
	}
	if e := s.Base.Entry("слова"); e.Text != "слова" {
		t.Errorf("an entry of %q", e.Text)
	}
}

// TestHighlight: each hit in its own style, and not a letter lost or said twice.
func TestHighlight(t *testing.T) {
	style, hit := widget.RichTextStyleInline, screen.HitStyle()
	for name, c := range map[string]struct {
		spans [][2]int
		want  string
	}{
		"none":          {nil, "abcdef"},
		"in the midst":  {[][2]int{{2, 4}}, "ab<cd>ef"},
		"at the ends":   {[][2]int{{0, 1}, {5, 6}}, "<a>bcde<f>"},
		"beside others": {[][2]int{{1, 2}, {2, 3}}, "a<b><c>def"},
		"all":           {[][2]int{{0, 6}}, "<abcdef>"},
	} {
		var got strings.Builder
		for _, s := range screen.Highlight("abcdef", c.spans, style, hit) {
			segment := s.(*widget.TextSegment)
			if segment.Style == hit {
				got.WriteString("<" + segment.Text + ">")
			} else {
				got.WriteString(segment.Text)
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: %s", name, got.String())
		}
	}
	if !hit.TextStyle.Bold || !hit.Inline || hit.ColorName == "" {
		t.Errorf("a hit looks like %+v", hit)
	}
}

// TestABarHasNoWords: they would be pale on pale; it is as high as a line of them all the same.
func TestABarHasNoWords(t *testing.T) {
	s := screentest.New(t)
	s.Base.Progress("Экспорт", func(ctx context.Context, _ func(done, of int)) error { <-ctx.Done(); return ctx.Err() }, func(bool) {})
	if told := s.Texts(); !strings.Contains(told, s.Base.Text("progress-begun")) {
		t.Errorf("before it is known how much there is to do it says\n%s", told)
	}
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok && strings.Contains(text.Text, "%") {
			t.Errorf("the bar says %q", text.Text)
		}
	}
	if height := screen.NewBar().MinSize().Height; height < theme.TextSize() {
		t.Errorf("%v high", height)
	}
	s.Tap(s.Base.Text("button-stop"))
}
