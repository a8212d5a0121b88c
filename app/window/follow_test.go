package window

import (
	"slices"
	"strings"
	"testing"

	"communique/app/window/inspector"
	"communique/editor/proof"
	"communique/editor/release"
)

func TestNewFromThis(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча в Минске")
	r.Lead, r.Number, r.Status = "Иван Пробный посетил Минск.", "5", release.Issued
	s.start(r)
	s.newFromThis()
	s.showTab(inspector.FindingsTab)
	s.wait("the leftovers", func() bool {
		return strings.Contains(s.texts(), "Осталось от прежнего релиза: Иван Пробный")
	})
	if got := s.doc.session.Release(); got.Status != release.Draft || got.Number != "" {
		t.Errorf("got %+v", got)
	}
	s.doc.session.Accept(release.Accepted{Code: proof.Leftover, Text: "Иван Пробный"})
	s.wait("the acceptance", func() bool {
		return slices.ContainsFunc(s.preview.Last().Findings, func(f proof.Finding) bool { return f.Text == "Иван Пробный" && f.Accepted })
	})
}

func TestOneDateEverywhere(t *testing.T) {
	s := newStage(t, settled)
	for language, want := range map[string]string{
		"ru": "12 сентября 2024 года в Астане состоялась встреча Ивана Пробного с Анной Озеровой.",
		"en": "Иван Пробный met Анна Озерова in Astana on 12 September 2024.",
	} {
		made := madeMeeting(t, language)
		s.start(made)
		s.left()
		if got := s.doc.session.Release(); got.Lead != made.Lead {
			t.Fatalf("leaving a field changed something: %+v", got)
		}
		s.doc.session.Set("date", "12.09.2024")
		s.doc.session.Set("place", "Астана")
		s.left()
		if got := s.doc.session.Release(); got.Lead != want {
			t.Errorf("got %s", got.Lead)
		}
	}
}
