package window

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/library/sqlite"
	"communique/app/window/inspector"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/release"
)

var ctx = context.Background()

func (s *stage) key(on fyne.Focusable, name fyne.KeyName) { on.TypedKey(&fyne.KeyEvent{Name: name}) }

func dated(headline, date string) release.Release {
	r := headed(headline)
	if err := r.Date.UnmarshalText([]byte(date)); err != nil {
		panic(err)
	}
	return r
}

// stocked is a window on releases of three months.
func stocked(t *testing.T) *stage {
	t.Helper()
	s := newStage(t, settled)
	for _, r := range []release.Release{
		dated("Встреча с Президентом", "2024-09-11"), dated("Учение началось", "2024-09-02"), dated("Заседание Совета", "2024-05-01"),
	} {
		r.Lead = "Лид: " + r.Headline
		if _, err := s.shelf.Save(ctx, 0, 0, r); err != nil {
			t.Fatal(err)
		}
	}
	s.library.Reload()
	s.wait("the list", func() bool {
		return s.listed() == "Встреча с Президентом|Учение началось|Заседание Совета"
	})
	return s
}

func TestADigestOfWhatIsSelected(t *testing.T) {
	s := stocked(t)
	s.library.SelectAll()
	s.digest([]int64{1, 3})
	s.wait("the digest", func() bool { return s.doc != nil })
	r := s.doc.session.Release()
	if len(r.Blocks) != 4 || r.Blocks[0].Text != "Заседание Совета" || !strings.Contains(r.Headline, "11.09.2024") || len(s.library.Selected()) != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestTagsForMany(t *testing.T) {
	s := stocked(t)
	s.library.SelectAll()
	s.tagSelected(s.library.Selected())
	entry := s.win.Canvas().Focused().(*controls.Entry)
	entry.SetText("сессия")
	s.key(entry, fyne.KeyReturn)
	s.wait("the tags", func() bool { return len(s.shelf.list(t, "тег:сессия")) == 3 })
}

func TestTrashForMany(t *testing.T) {
	s := stocked(t)
	s.library.SelectAll()
	s.trash()
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.wait("the empty list", func() bool { return s.listed() == "" })
	if trashed, err := s.shelf.Trashed(ctx); err != nil || len(trashed) != 3 {
		t.Errorf("%v, %v", trashed, err)
	}
	if want := s.text("trash-done"); s.notice.Text() != want {
		t.Errorf("told %q, not %q", s.notice.Text(), want)
	}
}

func TestASavedSearchIsKept(t *testing.T) {
	s := stocked(t)
	s.library.SearchField().SetText("учения")
	s.library.SearchesMenu().Items[0].Action()
	entry := s.win.Canvas().Focused().(*controls.Entry)
	entry.SetText("Мои учения")
	s.key(entry, fyne.KeyReturn)
	<-s.writes.Done()
	if len(s.kept.get().Searches) != 1 || s.kept.get().Searches[0].Query != "учения" {
		t.Errorf("kept %+v", s.kept.get().Searches)
	}
}

func TestHistoryAndBack(t *testing.T) {
	s := stocked(t)
	s.open(1)
	s.wait("the release", func() bool { return s.shown() == 1 })
	s.doc.session.Set("headline", "Встреча с Премьер-министром")
	s.showHistory()
	s.wait("the comparison", func() bool { return strings.Contains(s.texts(), "1 имя") })
	_, e, err := s.shelf.Get(ctx, 1)
	if err != nil || e.Headline != "Встреча с Премьер-министром" {
		t.Fatal(e, err)
	}
	s.tap(t, s.text("history-restore"))
	s.wait("the older text", func() bool {
		return s.doc != nil && s.doc.session.Text("headline") == "Встреча с Президентом"
	})
	s.wait("three versions", func() bool { versions, _ := s.shelf.History(ctx, 1); return len(versions) == 3 })
}

// TestAReleaseSomebodyElseEdits opens a release that another library holds.
func TestAReleaseSomebodyElseEdits(t *testing.T) {
	s := stocked(t)
	other, err := sqlite.Open(sqlite.Params{Path: s.params.LibraryPath, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = other.Close() })
	if _, ok, err := other.Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	s.open(1)
	s.wait("the notice", func() bool { return strings.Contains(s.texts(), "пока только чтение") })
	field := s.win.Canvas().Focused()
	field.TypedRune('я')
	s.key(field, fyne.KeyBackspace)
	if got := s.doc.session.Release(); got.Headline != "Встреча с Президентом" || !s.doc.reading {
		t.Errorf("it was changed: %+v", got)
	}
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Headline = "Встреча перенесена"
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	other.Leave(1)
	s.wait("the release to be free", func() bool {
		return s.doc != nil && !s.doc.reading && s.doc.session.Text("headline") == "Встреча перенесена"
	})
	s.win.Canvas().Focused().TypedRune('я')
	s.wait("the typed letter", func() bool {
		r, _, err := s.shelf.Get(ctx, 1)
		return err == nil && (strings.Contains(r.Lead, "я") || strings.Contains(r.Headline, "я"))
	})
}

func TestWhatWeHaveSaidBeforeIsListed(t *testing.T) {
	s := stocked(t)
	s.showMentions()
	name := s.win.Canvas().Focused().(*controls.Entry)
	name.SetText("Президент")
	s.key(name, fyne.KeyReturn)
	s.wait("the list", func() bool {
		return s.library.SearchField().Text == `кто:"Президент"` && s.listed() == "Встреча с Президентом"
	})
	if s.win.Canvas().Focused() != fyne.Focusable(s.library.SearchField()) {
		t.Errorf("%T has the keyboard", s.win.Canvas().Focused())
	}
}

func TestHitsStandOutInTheText(t *testing.T) {
	s := stocked(t)
	s.library.SearchField().SetText("учения")
	s.wait("the form", func() bool { return s.listed() == "Учение началось" })
	s.open(2)
	s.wait("the release", func() bool { return s.doc != nil })
	s.inspector.Show(inspector.TextTab)
	s.wait("the hit", func() bool {
		for _, o := range controlstest.Objects(s.preview.Text()) {
			if rich, ok := o.(*widget.RichText); ok && len(rich.Segments) > 1 && rich.Segments[1].Textual() == " началось" {
				return rich.Segments[0].(*widget.TextSegment).Style == screen.HitStyle()
			}
		}
		return false
	})
}

// TestTheMenuOfTheList does to releases that are not on the screen what it offers.
func TestTheMenuOfTheList(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.newFrom(3)
	s.wait("the next release", func() bool { return s.doc != nil && s.shown() != 1 })
	if r := s.doc.session.Release(); r.Headline != "Заседание Совета" || len(r.Leftovers) == 0 {
		t.Errorf("began %q with %v", r.Headline, r.Leftovers)
	}
	s.duplicateOf(2)
	s.wait("the copy", func() bool { return strings.Count(s.listed(), "Учение началось") == 2 })
	s.wait("the copy on the screen", func() bool {
		return s.doc.session.Text(release.HeadlineField) == "Учение началось" && s.shown() > 3
	})
	s.setStatus([]int64{2}, release.Approved)
	s.wait("the status", func() bool { return s.stored(2).Status == release.Approved })
	s.setStatus([]int64{1, 2, 3}, release.Approved)
	s.wait("the status of the others", func() bool {
		return s.stored(1).Status == release.Approved && s.stored(3).Status == release.Approved && strings.Contains(s.notice.Text(), "2")
	})
}

// TestNothingIsIssuedFromTheListThatTheChecksStop, on the screen or not.
func TestNothingIsIssuedFromTheListThatTheChecksStop(t *testing.T) {
	s := stocked(t)
	r := dated("Встреча {кого}", "2024-09-10")
	r.Place, r.Lead = "Пробный", "Лид."
	if _, err := s.shelf.Save(ctx, 0, 0, r); err != nil {
		t.Fatal(err)
	}
	for _, open := range []bool{false, true} {
		if open {
			s.show(4)
		}
		s.setStatus([]int64{4}, release.Issued)
		s.wait("the reason", func() bool { return strings.Contains(s.texts(), "нельзя выпустить") })
		s.hands.Press(fyne.KeyEscape, 0)
		if got := s.stored(4).Status; got != release.Draft {
			t.Errorf("open: %v: it is %s", open, got)
		}
	}
}

// TestAClickInTheListLeavesTheKeyboardThere: the arrows go on, and Enter goes to the text.
func TestAClickInTheListLeavesTheKeyboardThere(t *testing.T) {
	s := stocked(t)
	s.win.Canvas().Focus(s.library.List())
	s.openBeside(2)
	s.wait("the release", func() bool { return s.shown() == 2 })
	if s.win.Canvas().Focused() != s.library.List() {
		t.Errorf("%T has the keyboard", s.win.Canvas().Focused())
	}
	s.hands.Press(fyne.KeyReturn, 0)
	s.wait("the text", func() bool { return s.pane.Holds(s.win.Canvas().Focused()) })
}
