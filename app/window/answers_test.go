package window

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/library"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/register"
)

// untilIdle does the UI goroutine's work that is there already.
func (s *stage) untilIdle() {
	for len(s.queue) > 0 {
		(<-s.queue)()
	}
}

func (s *stage) savedLine() string {
	for _, line := range strings.Split(s.texts(), "\n") {
		if strings.HasPrefix(line, "сохранено") || strings.HasPrefix(line, "сохраняется") || strings.HasPrefix(line, "НЕ СОХРАНЕНО") {
			return line
		}
	}
	return ""
}

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
	s.wait("the tag", func() bool { return doc.session.Text(draft.Tags) == "сессия" })
	s.write("Потом. ")
	if s.doc != doc || s.win.Canvas().Focused() != caret {
		t.Fatal("the draft was read anew, or the keyboard taken")
	}
	s.settle()
	if got := s.stored(1); got.Lead != "До. После. Потом. Лид: Встреча с Президентом" || len(got.Tags) != 1 {
		t.Fatalf("stored %q, %v", got.Lead, got.Tags)
	}
	for len(doc.session.Text(draft.Tags)) > 0 {
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
			s.open(2)
			s.shelf.gates.open(held)
			s.wait("the release", func() bool { return s.shown() == 2 })
			if got := s.doc.session.Text(draft.Tags); got != "сессия" {
				t.Errorf("tags %q", got)
			}
			s.doc.session.Set(draft.Headline, "Раз")
			s.settle()
			if got := len(s.shelf.list(t, "")); got != 3 || s.stored(2).Headline != "Раз" {
				t.Errorf("%d releases, %q", got, s.stored(2).Headline)
			}
		})
	}
}

func TestATagIsGivenOnceAndNothingElseIsLost(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	doc.session.Set(draft.Tags, "раз, два,")
	s.tag([]int64{1}, "два")
	s.tag([]int64{1}, "три")
	s.wait("the tag", func() bool { return doc.session.Text(draft.Tags) == "раз, два, три" })
	s.settle()
	if got := s.stored(1).Tags; fmt.Sprint(got) != "[раз два три]" {
		t.Errorf("stored %v", got)
	}
}

// TestWhatAnotherHoldsIsNotTagged tags a release that another edits, on the
// screen and off it: the other's next save must not become a copy.
func TestWhatAnotherHoldsIsNotTagged(t *testing.T) {
	for _, shown := range []int64{1, 2} {
		t.Run(fmt.Sprint("on the screen is ", shown), func(t *testing.T) {
			s := stocked(t)
			if _, ok, err := s.neighbour().Claim(1); err != nil || !ok {
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
	doc.session.Set(draft.Headline, "Новый заголовок")
	s.showHistory()
	s.wait("the versions", func() bool { return s.win.Canvas().Overlays().Top() != nil })
	s.key(s.win.Canvas().Focused(), fyne.KeyEscape)
	versions, err := s.shelf.History(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	h := newHistoryDialog(s.Window, doc, versions)
	h.show()
	s.shelf.gates.close("version 1")
	h.restore()
	s.waitFor("version 1")
	doc.session.Set(draft.Headline, "Новый заголовок, дописанный")
	s.shelf.gates.open("version 1")
	s.wait("the older text", func() bool { return doc.session.Text(draft.Headline) == "Встреча с Президентом" })
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
	if got := doc.session.Text(draft.Headline); got != "Встреча с Президентом" {
		t.Errorf("redo brings back %q", got)
	}
}

func TestAVersionThatComesTooLateChangesNothing(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	doc.session.Set(draft.Headline, "Новый заголовок")
	s.settle2()
	versions, err := s.shelf.History(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	h := newHistoryDialog(s.Window, doc, versions)
	h.show()
	s.shelf.gates.close("version 1")
	h.restore()
	s.waitFor("version 1")
	s.show(2)
	s.shelf.gates.open("version 1")
	s.untilQuiet()
	if got := s.doc.session.Text(draft.Headline); got != "Учение началось" || s.stored(1).Headline != "Новый заголовок" {
		t.Errorf("release 2 has %q, release 1 %q", got, s.stored(1).Headline)
	}
}

// settle2 saves the draft and waits for it.
func (s *stage) settle2() {
	s.t.Helper()
	s.save()
	s.wait("the text on the disk", func() bool { return len(s.saver.unsaved()) == 0 })
}

// untilQuiet does the UI goroutine's work until questions asked now have been
// answered: what was let go before has been answered too.
func (s *stage) untilQuiet() {
	s.t.Helper()
	for range 3 {
		answered := false
		s.work(func(context.Context) error {
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
	marked := s.library.actions.ids
	return fmt.Sprint(at, s.pane.Holds(s.win.Canvas().Focused()), s.library.search.Text, s.library.order, marked, s.listed(),
		s.preview.tabs.SelectedIndex(), s.preview.sheets.zoom, len(s.preview.sheets.list.Objects), s.preview.lines, s.doc.session.Text(draft.Headline),
		s.outer.Offset, s.inner.Offset, len(s.preview.last.findings))
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
			s.library.search.SetText("лид")
			s.library.order = library.Oldest
			s.reload()
			s.wait("the search", func() bool { return strings.HasPrefix(s.listed(), "Заседание") })
			s.library.list.markAll()
			s.preview.tabs.SelectIndex(1)
			s.preview.sheets.setZoom(1.5)
			s.outer.SetOffset(0.3)
			s.focusText()
			s.write("Дописано ")
			s.settle2()
			s.wait("the checks", func() bool {
				return !s.checking && strings.Contains(strings.Join(s.preview.lines, ""), "Дописано")
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
			if got := doc.session.Text(draft.Text); got != "Дописано Лид: Учение началось" {
				t.Errorf("undo brings back %q", got)
			}
		})
	}
}

func TestTheKeyboardStaysThroughChangedSettings(t *testing.T) {
	for name, focus := range map[string]func(s *stage) fyne.Focusable{
		"list":   func(s *stage) fyne.Focusable { return s.library.list },
		"search": func(s *stage) fyne.Focusable { return s.library.search },
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

// TestWhatAnotherHoldsStaysReadOnly changes settings while another has the
// release: nothing can be typed that would never be saved.
func TestWhatAnotherHoldsStaysReadOnly(t *testing.T) {
	for name, change := range map[string]func(s *stage){
		"theme":            func(s *stage) { s.chooseTheme("dark") },
		"language":         func(s *stage) { s.settings.Language = "en"; s.rebuild() },
		"a dialog's press": func(s *stage) { s.welcomed() },
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			other := s.neighbour()
			if _, ok, err := other.Claim(1); err != nil || !ok {
				t.Fatal(ok, err)
			}
			doc := s.show(1)
			if !doc.reading {
				t.Fatal("it can be written on before anybody knows whose it is")
			}
			before := doc.session.Release()
			change(s)
			s.focusText()
			s.write("я")
			s.pane.Insert("я")
			if got := doc.session.Release(); got.Lead != before.Lead {
				t.Errorf("it was changed: %q", got.Lead)
			}
			doc.session.Set(draft.Headline, "Чужое")
			if s.save() || s.saveDocument(doc) {
				t.Error("another's release was saved")
			}
		})
	}
}

// TestAReleaseThatBecomesFreeIsReadAnew keeps the reader's place; nothing of
// the older text can come back.
func TestAReleaseThatBecomesFreeIsReadAnew(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	if _, ok, err := other.Claim(1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	s.focusText()
	field := s.win.Canvas().Focused()
	for range 5 {
		s.key(field, fyne.KeyRight)
	}
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Lead += " Дополнено."
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	other.Leave(1)
	s.claim(doc)
	s.wait("the release to be free", func() bool { return !doc.reading })
	s.write("!")
	s.pane.Undo()
	s.pane.Undo()
	s.write("?")
	s.settle2()
	if got := s.stored(1).Lead; got != "Лид: ?Встреча с Президентом Дополнено." {
		t.Errorf("stored %q", got)
	}
	if len(s.shelf.list(t, "")) != 3 || s.freeFor(other, 1) {
		t.Error("it is a copy, or others may edit it")
	}
}

func TestWaitingForAReleaseEndsWithGoingElsewhere(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	if _, ok, err := other.Claim(1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	other.Leave(1)
	s.shelf.gates.close("get 1")
	s.claim(doc)
	s.waitFor("get 1")
	s.show(2)
	s.shelf.gates.open("get 1")
	s.wait("the release to be free for others", func() bool { return s.freeFor(other, 1) })
	if s.shown() != 2 || s.doc.reading {
		t.Errorf("release %d", s.shown())
	}
}

// TestACopyAfterAConflictIsHeldInTheFirstsStead: the draft goes on as the copy.
func TestACopyAfterAConflictIsHeldInTheFirstsStead(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	doc := s.show(1)
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Headline = "Чужое"
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	doc.session.Set(draft.Headline, "Моё")
	s.settle2()
	s.wait("the copy to be told", func() bool { return strings.Contains(s.texts(), "сохранён отдельным релизом") })
	s.wait("the copy to be held", func() bool { return doc.seat == 4 })
	s.wait("the first to be free", func() bool { return s.freeFor(other, 1) })
	if s.freeFor(other, 4) {
		t.Error("another may edit the copy")
	}
	doc.session.Set(draft.Headline, "Моё и дальше")
	s.settle2()
	if s.stored(1).Headline != "Чужое" || s.stored(4).Headline != "Моё и дальше" || s.shown() != 4 {
		t.Errorf("%q, %q", s.stored(1).Headline, s.stored(4).Headline)
	}
}

func TestANewReleaseIsHeldAfterItsFirstSave(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	s.write("Первый")
	s.settle2()
	other := s.neighbour()
	s.wait("it to be held", func() bool { return s.doc.seat == 1 })
	if s.freeFor(other, 1) {
		t.Error("another may edit it")
	}
	s.newBlank()
	s.wait("it to be free", func() bool { return s.freeFor(other, 1) })
}

func TestOnlyTheTextOnTheDiskIsCalledSaved(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	s.shelf.gates.close("save 1")
	s.pane.FocusText()
	s.write("Раз ")
	s.save()
	s.waitFor("save 1")
	if s.savedLine() != "сохраняется…" {
		t.Fatalf("while saving: %q", s.savedLine())
	}
	s.write("два ")
	before := s.shelf.gates.count("save 1")
	s.shelf.gates.letOne("save 1")
	s.wait("the first save's outcome", func() bool {
		if strings.HasPrefix(s.savedLine(), "сохранено") {
			t.Fatal("it said saved of what is not")
		}
		return s.shelf.gates.count("save 1") > before && !doc.savedAt.IsZero() && s.listedAfter(doc)
	})
	s.shelf.gates.open("save 1")
	s.wait("saved", func() bool { return strings.HasPrefix(s.savedLine(), "сохранено") })
	if got := s.stored(1).Lead; !strings.HasPrefix(got, "Раз два ") {
		t.Errorf("it said saved of %q", got)
	}
}

// listedAfter reports whether the window has heard of the document's last save.
func (s *stage) listedAfter(doc *document) bool {
	_, revision := doc.place()
	return revision > 1
}

// TestTheOldDraftsChangeIsSavedThoughTheTimerFindsAnother changes a draft, goes
// to another before the timer fires, and lets it fire.
func TestTheOldDraftsChangeIsSavedThoughTheTimerFindsAnother(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	first.session.Set(draft.Headline, "Раз")
	second := s.show(2)
	second.session.Set(draft.Headline, "Два")
	s.wait("both on the disk, without a further word", func() bool {
		return s.stored(1).Headline == "Раз" && s.stored(2).Headline == "Два"
	})
	if first.saveDue && second.saveDue {
		t.Error("a timer is left")
	}
}

func TestATextThatFailsOffTheScreenIsToldAndCanBeRescued(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	s.shelf.breakWith(errors.New("no space left"))
	first.session.Set(draft.Headline, "Почти потерянный")
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.wait("the alarm", func() bool { return strings.Contains(s.texts(), "«Почти потерянный»") })
	if !s.isAway(first) || s.savedLine() == "НЕ СОХРАНЕНО" {
		t.Fatalf("away %v, the line of the second says %q", s.isAway(first), s.savedLine())
	}
	s.settings.ExportFolder = t.TempDir()
	test.Tap(s.notice.way)
	base := s.win.Canvas().Focused().(*controls.Entry)
	s.key(base, fyne.KeyReturn)
	s.wait("the file", func() bool {
		found, _ := filepath.Glob(filepath.Join(s.settings.ExportFolder, "*.release.toml"))
		if len(found) != 1 {
			return false
		}
		data, err := os.ReadFile(found[0])
		return err == nil && strings.Contains(string(data), "Почти потерянный")
	})
	s.open(1)
	if s.doc != first || s.savedLine() != "НЕ СОХРАНЕНО" {
		t.Fatalf("it is not shown as it was: %q", s.savedLine())
	}
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.shelf.breakWith(nil)
	s.saver.tryAgain()
	s.settle()
	if got := s.stored(1).Headline; got != "Почти потерянный" {
		t.Errorf("stored %q", got)
	}
	if s.notice.offers() {
		t.Error("the alarm is still there")
	}
}

// TestQuittingOffersEveryUnsavedText asks for a file for each.
func TestQuittingOffersEveryUnsavedText(t *testing.T) {
	s := stocked(t)
	s.settings.ExportFolder = t.TempDir()
	first := s.show(1)
	s.shelf.breakWith(errors.New("no space left"))
	first.session.Set(draft.Headline, "Первый")
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.doc.session.Set(draft.Headline, "Второй")
	s.quit()
	s.wait("the question", func() bool {
		return strings.Contains(s.texts(), "Последние правки не сохранены")
	})
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	for n := 1; n <= 2; n++ {
		s.wait("the name", func() bool { _, ok := s.win.Canvas().Focused().(*controls.Entry); return ok })
		s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
		s.wait("the file", func() bool {
			found, _ := filepath.Glob(filepath.Join(s.settings.ExportFolder, "*.release.toml"))
			return len(found) == n
		})
		s.untilIdle()
	}
}

// quits counts how often the program was told to end.
type quits struct {
	fyne.App
	count int
	then  func()
}

func (q *quits) Quit() { q.count++; q.then() }

func TestQuittingLeavesNothingBehind(t *testing.T) {
	s := stocked(t)
	q := &quits{App: s.params.App, then: func() {}}
	s.params.App = q
	s.show(1)
	s.focusText()
	s.shelf.gates.close("get 2", "save 1")
	s.open(2)
	s.waitFor("get 2")
	s.write("Раз ")
	s.quit()
	s.waitFor("save 1")
	s.write("два ") // the window is still there
	q.then = func() {
		if got := s.stored(1).Lead; !strings.HasPrefix(got, "Раз два ") || len(s.saver.unsaved()) != 0 {
			t.Errorf("it ended with %q on the disk", got)
		}
	}
	s.shelf.gates.open("get 2", "save 1")
	s.wait("the end", func() bool { return q.count > 0 })
	if s.shown() != 1 {
		t.Error("a release was opened by a window that closes")
	}
}

func TestNothingIsWrittenWhileABackupIsRestored(t *testing.T) {
	s := stocked(t)
	backups, err := s.shelf.Backups()
	if err != nil || len(backups) == 0 {
		t.Fatal(backups, err)
	}
	doc := s.show(1)
	doc.session.Set(draft.Headline, "Раз")
	s.shelf.gates.close("restore 0")
	s.restoreBackup(backups[0])
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.waitFor("restore 0")
	if s.doc != doc || s.win.Canvas().Overlays().Top() == nil || s.stored(1).Headline != "Раз" {
		t.Fatal("the draft goes when the backup is there; until then nothing can be typed")
	}
	s.shelf.gates.open("restore 0")
	s.wait("the backup", func() bool { return s.doc == nil && s.listed() == "" })
}

func TestADialogComesOnlyToWhoStillWantsIt(t *testing.T) {
	s := stocked(t)
	if err := s.shelf.Library.Trash(ctx, 3); err != nil {
		t.Fatal(err)
	}
	s.shelf.gates.close("trashed 0")
	s.showTrash()
	s.waitFor("trashed 0")
	s.showMentions()
	s.shelf.gates.open("trashed 0")
	s.untilQuiet()
	if n := len(s.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs lie over each other", n)
	}
}

func TestClosingADialogWhileItsQuestionRuns(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	doc.session.Set(draft.Headline, "Раз")
	s.settle2()
	versions, err := s.shelf.History(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	s.shelf.gates.close("version 1", "version 2", "quotes 0")
	h := newHistoryDialog(s.Window, doc, versions)
	h.show() // it compares the version before at once
	s.waitFor("version 1")
	h.list.Select(0)
	s.waitFor("version 2")
	s.shelf.gates.open("version 2")
	s.wait("the newest", func() bool { return h.counts.Text != "" })
	told := h.counts.Text
	h.list.Select(1)
	h.dialog.Close()
	s.showMentions()
	name := s.win.Canvas().Focused().(*controls.Entry)
	name.SetText("Ивана")
	s.waitFor("quotes 0")
	s.key(name, fyne.KeyEscape)
	s.shelf.gates.openAll()
	s.untilQuiet()
	if h.counts.Text != told || s.win.Canvas().Overlays().Top() != nil {
		t.Errorf("a closed dialog says %q", h.counts.Text)
	}
}

func TestAnOlderSearchIsNotShown(t *testing.T) {
	s := stocked(t)
	s.shelf.gates.close("find 1")
	s.library.search.SetText("заседание")
	s.waitFor("find 1")
	s.library.search.SetText("")
	s.wait("the whole list", func() bool { return !s.searching })
	s.shelf.gates.open("find 1")
	s.untilQuiet()
	if got := s.listed(); strings.Count(got, "|") != 2 {
		t.Errorf("listed %s", got)
	}
}

func TestRowsOfAnOlderListAreNotShown(t *testing.T) {
	s := stocked(t)
	s.shelf.gates.close("entries 3")
	s.fetch(s.library.list.results.positions)
	s.waitFor("entries 3")
	r, e, err := s.shelf.Library.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Headline = "Встреча перенесена"
	if _, err := s.shelf.Library.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	s.shelf.gates.letLater("entries 3")
	s.reload()
	s.wait("the newer headline", func() bool { return strings.Contains(s.listed(), "Встреча перенесена") })
	s.shelf.gates.open("entries 3")
	s.untilQuiet()
	if !strings.Contains(s.listed(), "Встреча перенесена") {
		t.Errorf("an older answer is shown: %s", s.listed())
	}
}

func TestTheNewestIndexOfTheRegistersStays(t *testing.T) {
	s := newStage(t, settled)
	told := 0
	for n := range 5 {
		var r register.Registers
		for i := range n {
			r.Places = append(r.Places, register.Place{Name: fmt.Sprint("Пробный", i)})
		}
		s.keepRegisters(r, func() { told = n })
	}
	s.wait("the newest", func() bool { return told == 4 })
	if got := len(s.index.Find("", "Пробный", 10)); got != 4 {
		t.Errorf("%d places are found", got)
	}
}

// TestChecksAreNotLostOverAResize: a question about the size that comes while
// the checks are under way asks for them too.
func TestChecksAreNotLostOverAResize(t *testing.T) {
	s := stocked(t)
	studio := <-s.analyst.slot // the analysis waits
	s.show(1)
	s.wait("the other timers", func() bool { return s.sizeTimer == nil || !s.sizeTimer.Stop() })
	newest := s.analyst.questions.Wanted()
	s.resized()
	s.wait("the size to be asked for", func() bool { return !newest() })
	s.analyst.slot <- studio
	s.wait("the checks", func() bool { return !s.checking && len(s.preview.lines) > 1 })
}

// TestAStaleAnalysisIsNotShown asks about two releases; the first answer comes
// when the second is on the screen.
func TestAStaleAnalysisIsNotShown(t *testing.T) {
	s := stocked(t)
	var shown []string
	queue := make(chan func(), 10)
	a := newAnalyst(func(f func()) { go f() }, func(f func()) { queue <- f }, func(a analysis) { shown = append(shown, a.plain) })
	ask := func(id int64) {
		a.ask(question{release: s.stored(id), office: s.office.Organisation, style: s.office.Style, scale: 1, checked: true})
	}
	studio := <-a.slot
	ask(1)
	ask(2)
	a.slot <- studio
	(<-queue)()
	(<-queue)()
	if len(shown) != 1 || !strings.Contains(shown[0], "Учение началось") {
		t.Errorf("shown %q", shown)
	}
	ask(1)
	answer := <-queue // it is there, and waits for the UI goroutine
	ask(2)
	answer()
	(<-queue)()
	if len(shown) != 2 || !strings.Contains(shown[1], "Учение началось") {
		t.Errorf("shown %q", shown)
	}
}

func TestAnAnalysisOfADraftThatIsGoneIsNotShown(t *testing.T) {
	s := stocked(t)
	studio := <-s.analyst.slot
	s.show(1)
	s.close()
	s.analyst.slot <- studio
	s.untilQuiet()
	if len(s.preview.lines) != 0 {
		t.Errorf("shown %q", s.preview.lines)
	}
}

// TestTheFieldsOfATemplateChangeTheirOwnDraft: another release comes to the
// screen behind the dialog.
func TestTheFieldsOfATemplateChangeTheirOwnDraft(t *testing.T) {
	s := newStage(t, settled, "другой")
	meeting, made := madeMeeting(t, "ru")
	s.start(made)
	s.wait("the first save", func() bool { return s.shown() == 2 })
	s.shelf.gates.close("get 1")
	s.open(1)
	s.waitFor("get 1")
	n := newForm(s.Window)
	r := s.doc.session.Release()
	n.follows = &r
	n.open("", "", nil)
	n.fill(meeting)
	s.shelf.gates.open("get 1")
	s.wait("the other", func() bool { return s.shown() == 1 })
	n.start()
	s.settle()
	if got := s.stored(1); got.Headline != "другой" || got.Lead != "" {
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
