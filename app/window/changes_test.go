package window

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/window/tagging"
	"communique/editor/controls"
	"communique/editor/release"
)

func (s *stage) savedLine() string {
	for _, line := range strings.Split(s.texts(), "\n") {
		if strings.HasPrefix(line, "сохранено") || strings.HasPrefix(line, "сохраняется") || strings.HasPrefix(line, "НЕ СОХРАНЕНО") {
			return line
		}
	}
	return ""
}

// tag gives a tag to releases.
func (s *stage) tag(ids []int64, tag string) { tagging.Give(s.taggingParams(), ids, tag) }

func TestATagIsAChangeOfTheOpenDraft(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	s.focusText()
	s.write("До. ")
	s.shelf.gates.close("claim 2")
	s.tag([]int64{2, 1}, "сессия")
	s.waitFor("claim 2")
	s.write("После. ")
	caret := s.win.Canvas().Focused()
	s.shelf.gates.open("claim 2")
	s.wait("the tag", func() bool { return doc.session.Text(release.TagsField) == "сессия" })
	s.write("Потом. ")
	if s.doc != doc || s.win.Canvas().Focused() != caret {
		t.Fatal("the draft was read anew, or the keyboard taken")
	}
	s.settle()
	if got := s.stored(1); got.Lead != "До. После. Потом. Лид: Встреча с Президентом" || len(got.Tags) != 1 {
		t.Fatalf("stored %q, %v", got.Lead, got.Tags)
	}
	for len(doc.session.Text(release.TagsField)) > 0 {
		s.pane.Undo()
	}
	s.settle()
	if got := s.stored(1); len(got.Tags) != 0 || !strings.HasPrefix(got.Lead, "До. После. ") || len(s.stored(2).Tags) != 1 {
		t.Errorf("after undo %q, %v", got.Lead, got.Tags)
	}
}

func TestAReleaseOpenedWhileItIsTaggedHasTheTag(t *testing.T) {
	for _, held := range []string{"claim 2", "get 2", "save 2"} {
		t.Run(held, func(t *testing.T) {
			s := stocked(t)
			s.shelf.gates.close(held)
			s.tag([]int64{2}, "сессия")
			s.waitFor(held)
			if held == "get 2" { // the list reads it too, to check it
				s.wait("the claim", func() bool { return s.shelf.gates.count("claim 2") > 0 })
			}
			s.open(2)
			s.shelf.gates.open(held)
			s.wait("the release", func() bool { return s.shown() == 2 })
			if got := s.doc.session.Text(release.TagsField); got != "сессия" {
				t.Errorf("tags %q", got)
			}
			s.doc.session.Set(release.HeadlineField, "Раз")
			s.settle()
			if got := len(s.shelf.list(t, "")); got != 3 || s.stored(2).Headline != "Раз" {
				t.Errorf("%d releases, %q", got, s.stored(2).Headline)
			}
		})
	}
}

// TestWhatAnotherHoldsIsNotTagged tags a release that another edits, on the
// screen and off it: the other's next save must not become a copy.
func TestWhatAnotherHoldsIsNotTagged(t *testing.T) {
	for _, shown := range []int64{1, 2} {
		t.Run(fmt.Sprint("on the screen is ", shown), func(t *testing.T) {
			s := stocked(t)
			if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
				t.Fatal(ok, err)
			}
			s.show(shown)
			s.tag([]int64{1, 3}, "сессия")
			s.wait("the trouble", func() bool {
				return strings.Contains(s.texts(), "Релиз «Встреча с Президентом» сейчас правит")
			})
			if !strings.Contains(s.texts(), "1") || len(s.stored(1).Tags) != 0 || len(s.stored(3).Tags) != 1 {
				t.Errorf("tags %v, %v", s.stored(1).Tags, s.stored(3).Tags)
			}
		})
	}
}

func TestAVersionComesBackAsAChange(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	doc.session.Set(release.HeadlineField, "Новый заголовок")
	s.showHistory()
	s.wait("the versions", s.dialogOpen)
	s.untilQuiet() // one is compared already
	s.shelf.gates.close("version 1")
	s.tap(t, s.text("history-restore"))
	s.waitFor("version 1")
	doc.session.Set(release.HeadlineField, "Новый заголовок, дописанный")
	s.shelf.gates.open("version 1")
	s.wait("the older text", func() bool {
		return doc.session.Text(release.HeadlineField) == "Встреча с Президентом"
	})
	s.settle()
	texts := func() string {
		var all []string
		versions, err := s.shelf.History(ctx, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range versions {
			r, err := s.shelf.Library.Version(ctx, 1, v.Number)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r.Headline)
		}
		return strings.Join(all, "|")
	}
	if got := texts(); got != "Встреча с Президентом|Новый заголовок, дописанный|Встреча с Президентом" {
		t.Errorf("the history has %s", got)
	}
	s.pane.Undo()
	s.settle()
	if got := s.stored(1).Headline; got != "Новый заголовок, дописанный" || s.doc != doc {
		t.Errorf("undo brings back %q", got)
	}
	s.pane.Redo()
	if got := doc.session.Text(release.HeadlineField); got != "Встреча с Президентом" {
		t.Errorf("redo brings back %q", got)
	}
}

func TestAVersionThatComesTooLateChangesNothing(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	doc.session.Set(release.HeadlineField, "Новый заголовок")
	s.settle2()
	s.showHistory()
	s.wait("the versions", s.dialogOpen)
	s.untilQuiet() // one is compared already
	s.shelf.gates.close("version 1")
	s.tap(t, s.text("history-restore"))
	s.waitFor("version 1")
	s.show(2)
	s.shelf.gates.open("version 1")
	s.untilQuiet()
	if got := s.doc.session.Text(release.HeadlineField); got != "Учение началось" || s.stored(1).Headline != "Новый заголовок" {
		t.Errorf("release 2 has %q, release 1 %q", got, s.stored(1).Headline)
	}
}

// TestTheFieldsOfATemplateChangeTheirOwnDraft: another release comes to the
// screen behind the dialog.
func TestTheFieldsOfATemplateChangeTheirOwnDraft(t *testing.T) {
	s := newStage(t, settled, "другой")
	made := madeMeeting(t, "ru")
	s.start(made)
	s.wait("the first save", func() bool { return s.shown() == 2 })
	s.shelf.gates.close("get 1")
	s.open(1)
	s.waitFor("get 1")
	s.showFields()
	s.focused().SetText("12.09.2024")
	s.shelf.gates.open("get 1")
	s.wait("the other", func() bool { return s.shown() == 1 })
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("what is told", func() bool { return strings.Contains(s.texts(), "Поля не применены") })
	s.settle()
	if got := s.stored(1); got.Headline != "другой" || got.Lead != "" || s.dialogOpen() {
		t.Errorf("another's text: %+v", got)
	}
}

func TestWhatIsInsertedGoesWhereItWasAskedFor(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.shelf.gates.close("get 2")
	s.open(2)
	s.waitFor("get 2")
	s.showInsert()
	entry := s.win.Canvas().Focused().(*controls.Entry)
	test.Type(entry, "12.09.2024")
	s.shelf.gates.open("get 2")
	s.wait("the other", func() bool { return s.shown() == 2 })
	s.key(entry, fyne.KeyReturn)
	s.settle()
	if s.win.Canvas().Overlays().Top() != nil || s.stored(2).Lead != "Лид: Учение началось" {
		t.Errorf("another's text: %q", s.stored(2).Lead)
	}
}
