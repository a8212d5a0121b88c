package window

import (
	"context"
	"errors"
	"strings"
	"testing"

	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/background"
	"communique/app/window/preview"
	"communique/assets/translations"
	"communique/editor/release"
)

// small tells a small word.
func (s *stage) small() { s.tell(translations.Text("all-saved"), false) }

// TestWhatIsOverIsWithdrawn: trouble goes from the foot when it is mended, or when another
// release is on the screen, and the small word told meanwhile is what is left.
func TestWhatIsOverIsWithdrawn(t *testing.T) {
	blocked := func(s *stage) {
		r := release.New("ru")
		r.Headline, r.Lead = "Встреча", "Прошла встреча с ХХХ."
		s.start(r)
		s.inspector.Choose(release.StatusField, string(release.Issued))
		s.wait("the question", s.dialogOpen)
		s.Window.asked.Close()
	}
	refused := func(s *stage) {
		s.params.SaveSettings = func(settings.Settings, settings.Settings) (settings.Settings, error) {
			return settings.Settings{}, errors.New("die Platte")
		}
		s.keepSettings()
	}
	for name, c := range map[string]struct{ begin, end func(s *stage) }{
		"what keeps it from being issued is mended": {blocked, func(s *stage) {
			if s.showChecked(preview.Analysis{Changes: s.doc.changes - 1}); !s.notice.Troubled() {
				t.Error("it is taken back by what was checked before")
			}
			s.doc.session.Set(release.LeadField, "Прошла встреча с Анной Пробной.")
			s.follower.Analyse()
		}},
		"what is not issued goes off the screen": {blocked, (*stage).close},
		"settings are saved again": {refused, func(s *stage) {
			s.params.SaveSettings = func(_, wanted settings.Settings) (settings.Settings, error) { return wanted, nil }
			s.keepSettings()
		}},
		"what another edits goes off the screen": {func(s *stage) {
			if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
				t.Fatal(ok, err)
			}
			s.show(1)
		}, (*stage).close},
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			c.begin(s)
			s.wait("the trouble", s.notice.Troubled)
			s.small()
			if !s.notice.Troubled() || !strings.Contains(s.texts(), s.text("all-saved")) {
				t.Fatalf("told %q", s.notice.Text())
			}
			c.end(s)
			s.wait("the end of it", func() bool { return !s.notice.Troubled() })
			if s.notice.Text() != s.text("all-saved") {
				t.Errorf("told %q", s.notice.Text())
			}
		})
	}
}

// TestWhatIsKnownIsNotToldAgain: a release that another edits is asked for every few seconds,
// and neither what is told meanwhile nor a person who has closed the notice is disturbed by that.
func TestWhatIsKnownIsNotToldAgain(t *testing.T) {
	s := stocked(t)
	if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	told := s.notice.Text()
	if !strings.Contains(told, "правит") {
		t.Fatalf("told %q", told)
	}
	at := func(f func()) { f() }
	s.waiting = background.New(at, at)
	ask := func() { s.claim(doc) }
	s.small()
	ask()
	if s.notice.Text() != told || !strings.Contains(s.texts(), s.text("all-saved")) {
		t.Errorf("told %q; on the screen:\n%s", s.notice.Text(), s.texts())
	}
	s.closeNotice()
	if ask(); s.notice.Text() != "" {
		t.Errorf("closed, it says %q again", s.notice.Text())
	}
	s.small()
	if ask(); s.notice.Text() != s.text("all-saved") {
		t.Errorf("over the small word comes %q", s.notice.Text())
	}
}

// TestWhoHasItNowIsTold: a release that passes from one who edits it to another says so, though
// the person has closed what was told of the first; once.
func TestWhoHasItNowIsTold(t *testing.T) {
	s := stocked(t)
	if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	now := doc.holder
	doc.holder = library.Holder{User: "Анна", Host: "Приёмная"}
	s.closeNotice()
	at := func(f func()) { f() }
	s.waiting = background.New(at, at)
	s.claim(doc)
	if want := s.text("held-by", map[string]any{"User": now.User, "Host": now.Host}); s.notice.Text() != want || doc.holder != now {
		t.Errorf("%+v has it; told %q, not %q", doc.holder, s.notice.Text(), want)
	}
	s.closeNotice()
	if s.claim(doc); s.notice.Text() != "" {
		t.Errorf("told again: %q", s.notice.Text())
	}
}
