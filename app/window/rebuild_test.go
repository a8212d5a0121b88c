package window

import (
	"context"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/window/inspector"
	"communique/assets/translations"
	"communique/editor/release"
)

// settle2 saves the draft and waits for it.
func (s *stage) settle2() {
	s.t.Helper()
	s.save()
	s.wait("the text on the disk", func() bool { return len(s.saver.Unsaved()) == 0 })
}

// untilQuiet does the UI goroutine's work until questions asked now have been
// answered: what was let go before has been answered too.
func (s *stage) untilQuiet() {
	s.t.Helper()
	for range 3 {
		answered := false
		s.base.Work(func(context.Context) error {
			s.shelf.list(s.t, "")
			return nil
		}, func() { answered = true })
		s.wait("an answer", func() bool { return answered })
	}
	s.untilIdle()
}

// everything is what a person has before them.
func (s *stage) everything() string {
	at := s.pane.Place()
	selected := s.library.Selected()
	return fmt.Sprint(at, s.pane.Holds(s.win.Canvas().Focused()), s.library.SearchField().Text, s.library.ListedQuery().Sort, selected, s.listed(),
		s.inspector.Shown(), s.preview.Zoom(), len(s.preview.Last().Pages.Pages), s.preview.Lines(), s.doc.session.Text(release.HeadlineField),
		s.panes.State().LibraryWidth, s.panes.State().InspectorWidth, len(s.preview.Last().Findings))
}

// TestChangedSettingsLeaveEverythingAsItWas changes theme and language while a
// person writes.
func TestChangedSettingsLeaveEverythingAsItWas(t *testing.T) {
	changes := map[string]func(s *stage){
		"dark":      func(s *stage) { s.chooseTheme("dark") },
		"light":     func(s *stage) { s.chooseTheme("light") },
		"system":    func(s *stage) { s.chooseTheme("") },
		"language":  func(s *stage) { s.settings.Language = "en"; s.rebuild() },
		"and again": func(s *stage) { s.settings.Language = "en"; s.rebuild(); s.settings.Language = "ru"; s.rebuild() },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			s.show(2)
			s.library.SearchField().SetText("лид")
			s.library.OrderMenu().Items[1].Action() // oldest first
			s.wait("the search", func() bool { return strings.HasPrefix(s.listed(), "Заседание") })
			s.library.SelectAll()
			s.inspector.Show(inspector.TextTab)
			s.preview.ZoomBy(1.5)
			s.moveDivider(false, 300-s.panes.State().LibraryWidth)
			s.focusText()
			s.write("Дописано ")
			s.settle2()
			s.wait("the checks", func() bool {
				return s.follower.Resting() && strings.Contains(strings.Join(s.preview.Lines(), ""), "Дописано")
			})
			s.wait("the saved line", func() bool { return strings.HasPrefix(s.savedLine(), "сохранено") })
			before, doc := s.everything(), s.doc
			change(s)
			if got := s.everything(); got != before {
				t.Errorf("before %s\nafter  %s", before, got)
			}
			if s.settings.Language == "ru" && s.savedLine() == "" {
				t.Error("the saved line is gone")
			}
			s.write("и ещё ")
			s.settle2()
			if got := s.stored(2).Lead; got != "Дописано и ещё Лид: Учение началось" || s.doc != doc {
				t.Errorf("stored %q", got)
			}
			s.pane.Undo()
			s.pane.Undo()
			if got := doc.session.Text(release.LeadField); got != "Дописано Лид: Учение началось" {
				t.Errorf("undo brings back %q", got)
			}
		})
	}
}

func TestTheKeyboardStaysThroughChangedSettings(t *testing.T) {
	for name, focus := range map[string]func(s *stage) fyne.Focusable{
		"list":   func(s *stage) fyne.Focusable { return s.library.List() },
		"search": func(s *stage) fyne.Focusable { return s.library.SearchField() },
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			s.show(1)
			s.win.Canvas().Focus(focus(s))
			s.settings.Language = "en"
			s.rebuild()
			if s.win.Canvas().Focused() != focus(s) {
				t.Errorf("the keyboard is in %T", s.win.Canvas().Focused())
			}
		})
	}
}

// TestAWayOnStaysThroughAnotherLanguage: what is offered at the window's foot can still be
// taken, and what is told without a button gets none.
func TestAWayOnStaysThroughAnotherLanguage(t *testing.T) {
	s := stocked(t)
	s.show(1)
	taken := 0
	told := s.notice.Offer(translations.Text("not-saved-why", map[string]any{"Why": translations.Error(syscall.ENOSPC)}), translations.Text("unsaved-elsewhere"), func() { taken++ })
	s.tell(translations.Plural("status-set", 2), false)
	s.settings.Language = "en"
	s.rebuild()
	if want := s.text("not-saved-why", map[string]any{"Why": s.words.Error(syscall.ENOSPC)}); s.notice.Text() != want || !s.notice.Offers() {
		t.Fatalf("told %q, a way on %v", s.notice.Text(), s.notice.Offers())
	}
	if !strings.Contains(s.texts(), s.words.Plural("status-set", 2)) {
		t.Errorf("the small word is not there in English:\n%s", s.texts())
	}
	if s.tap(t, s.text("unsaved-elsewhere")); taken != 1 {
		t.Error("the way on leads nowhere")
	}
	told.Withdraw()
	s.closeNotice()
	s.tell(translations.Text("all-saved"), false)
	s.settings.Language = "ru"
	s.rebuild()
	if s.notice.Text() != s.text("all-saved") || s.notice.Offers() || s.notice.Troubled() {
		t.Errorf("told %q, trouble %v", s.notice.Text(), s.notice.Troubled())
	}
}
