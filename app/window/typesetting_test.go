package window

import (
	"strings"
	"testing"

	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/typography"
)

// The command sets the release, or what is selected of it, as one step, and says what it did.
func TestTypeset(t *testing.T) {
	s := newStage(t, settled)
	s.typeset()
	if s.notice.Text() != s.text("nothing-open") {
		t.Errorf("without a release: %q", s.notice.Text())
	}
	r := headed(`"Пример" открыт`)
	r.Lead = `Это - "дом"`
	s.start(r)
	s.focusText()
	s.typeset()
	got := s.doc.session.Release()
	if got.Headline != "«Пример» открыт" || got.Lead != "Это\u00a0— «дом»" {
		t.Errorf("got %q, %q", got.Headline, got.Lead)
	}
	if told := s.notice.Text(); !strings.Contains(told, "кавычки – 4, тире – 1, неразрывные пробелы – 1") {
		t.Errorf("told %q", told)
	}
	s.typeset()
	if s.notice.Text() != s.text("typeset-nothing") {
		t.Errorf("twice: %q", s.notice.Text())
	}
	s.pane.Undo()
	if back := s.doc.session.Release(); back.Headline != r.Headline || back.Lead != r.Lead {
		t.Errorf("taken back: %q, %q", back.Headline, back.Lead)
	}
	lead := release.TextID{Field: release.LeadField}
	s.pane.Act(func(e *editing.Editor) {
		e.Select(release.Position{TextID: lead, Offset: 5}, release.Position{TextID: lead, Offset: 11})
	})
	s.typeset()
	if got := s.doc.session.Release(); got.Headline != r.Headline || got.Lead != "Это - «дом»" || !strings.Contains(s.notice.Text(), "выделенном: кавычки – 2.") {
		t.Errorf("of the selection: %q, %q, %q", got.Headline, got.Lead, s.notice.Text())
	}
}

// What is typed is set as the key falls, unless the office has that off.
func TestSetAsTyped(t *testing.T) {
	for usage, want := range map[typography.AsTyped]string{typography.TypedSet: "«Дом»\u00a0— в\u00a0лесу", typography.TypedAsIs: `"Дом" - в лесу`} {
		office := settled
		office.Typography.AsTyped = usage
		s := newStage(t, office)
		s.start(headed("Заголовок"))
		s.focusText()
		for _, r := range `"Дом" - в лесу` {
			s.win.Canvas().Focused().TypedRune(r)
		}
		if got := s.doc.session.Release().Lead; got != want {
			t.Errorf("%q: %q", usage, got)
		}
	}
}

// An import that is not well set is offered the pass; pressed, it is one step.
func TestTypesetAnImport(t *testing.T) {
	s := newStage(t, settled)
	s.drop(s.file("план.txt", "Совет принял \"план\"\n\nСтороны обсудили \"план\" - и ушли.\n"))
	s.wait("the offer", func() bool { return strings.Contains(s.notice.Text(), "Импортирован") && s.doc != nil })
	if s.notice.Troubled() || !strings.Contains(s.doc.session.Release().Headline, "\"") {
		t.Errorf("before: %q", s.doc.session.Release().Headline)
	}
	s.tap(t, s.text("menu-typeset"))
	if got := s.doc.session.Release(); got.Headline != "Совет принял «план»" || !strings.Contains(s.notice.Text(), "кавычки – 4") {
		t.Errorf("got %q, told %q", got.Headline, s.notice.Text())
	}
	s.pane.Undo()
	if got := s.doc.session.Release(); got.Headline != "Совет принял \"план\"" {
		t.Errorf("taken back: %q", got.Headline)
	}
}
