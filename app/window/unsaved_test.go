package window

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/library/librarytest"
	"communique/editor/controls"
	"communique/editor/release"
)

func TestOnlyTheTextOnTheDiskIsCalledSaved(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	s.shelf.gates.close("save 1")
	s.pane.FocusText()
	s.write("Раз ")
	s.save()
	s.waitFor("save 1")
	s.wait("the pause after the typing", func() bool { return s.savedLine() == "сохраняется…" })
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
	_, revision := doc.Place()
	return revision > 1
}

// TestTheOldDraftsChangeIsSavedThoughTheTimerFindsAnother changes a draft, goes
// to another before the timer fires, and lets it fire.
func TestTheOldDraftsChangeIsSavedThoughTheTimerFindsAnother(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	first.session.Set(release.HeadlineField, "Раз")
	second := s.show(2)
	second.session.Set(release.HeadlineField, "Два")
	s.wait("both on the disk, without a further word", func() bool {
		return s.stored(1).Headline == "Раз" && s.stored(2).Headline == "Два"
	})
	if first.saveDue && second.saveDue {
		t.Error("a timer is left")
	}
}

// TestADiskThatDoesNotAnswerIsTold: whatever keeps the library from answering, and whatever is
// typed meanwhile, the window says that the text is not saved, until it is.
func TestADiskThatDoesNotAnswerIsTold(t *testing.T) {
	s := stocked(t)
	s.show(1)
	s.shelf.gates.close("save 1")
	s.pane.FocusText()
	s.write("Раз ")
	begun := time.Now()
	s.wait("the alarm", func() bool { return s.savedLine() == "НЕ СОХРАНЕНО" && s.notice.Offers() })
	if took := time.Since(begun); took > 2*(saveDelay+savePatience) {
		t.Errorf("it was told after %v", took)
	}
	if told := s.notice.Text(); told != "Диск не отвечает. Текст ещё не сохранён." {
		t.Errorf("told %q", told)
	}
	s.write("два ")
	if s.savedLine() != "НЕ СОХРАНЕНО" || !s.notice.Offers() {
		t.Errorf("a key has taken it back: %q, %q", s.savedLine(), s.notice.Text())
	}
	s.shelf.gates.open("save 1")
	s.wait("saved", func() bool { return strings.HasPrefix(s.savedLine(), "сохранено") })
	if got := s.stored(1).Lead; !strings.HasPrefix(got, "Раз два ") || s.notice.Offers() {
		t.Errorf("stored %q; told %q", got, s.notice.Text())
	}
}

func TestATextThatFailsOffTheScreenIsToldAndCanBeRescued(t *testing.T) {
	s := stocked(t)
	first := s.show(1)
	s.shelf.breakWith(errors.New("no space left"))
	first.session.Set(release.HeadlineField, "Почти потерянный")
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.wait("the alarm", func() bool { return strings.Contains(s.texts(), "«Почти потерянный»") })
	if !s.isAway(first) || s.savedLine() == "НЕ СОХРАНЕНО" {
		t.Fatalf("away %v, the line of the second says %q", s.isAway(first), s.savedLine())
	}
	s.settings.ExportFolder = t.TempDir()
	s.tap(t, s.text("unsaved-elsewhere"))
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
	s.saver.TryAgain()
	s.settle()
	if got := s.stored(1).Headline; got != "Почти потерянный" {
		t.Errorf("stored %q", got)
	}
	if s.notice.Offers() {
		t.Error("the alarm is still there")
	}
}

// TestADraftElsewhereHasItsPictures writes a draft as a file, the picture beside it.
func TestADraftElsewhereHasItsPictures(t *testing.T) {
	s := stocked(t)
	hash, err := s.shelf.AddPicture(ctx, librarytest.Picture(1))
	if err != nil {
		t.Fatal(err)
	}
	r := release.New("ru")
	r.Headline, r.Blocks = "Встреча со снимком", []release.Block{{ID: 1, Kind: release.Picture, Picture: hash}}
	s.start(r)
	s.settings.ExportFolder = t.TempDir()
	s.saveElsewhere()
	s.key(s.win.Canvas().Focused().(*controls.Entry), fyne.KeyReturn)
	s.wait("the picture", func() bool {
		file, err := os.ReadFile(filepath.Join(s.settings.ExportFolder, hash+".png"))
		return err == nil && bytes.Equal(file, librarytest.Picture(1))
	})
	found, _ := filepath.Glob(filepath.Join(s.settings.ExportFolder, "*.release.toml"))
	if len(found) != 1 {
		t.Fatalf("got %v", found)
	}
	data, err := os.ReadFile(found[0])
	if again, _ := release.Parse(data); err != nil || again.UUID == "" || again.UUID != s.doc.session.Release().UUID {
		t.Errorf("the file has the UUID %q, %v", again.UUID, err)
	}
	s.wait("the draft in the library", func() bool { return s.shown() != 0 })
	if _, e, err := s.shelf.Get(ctx, s.shown()); err != nil || e.UUID != s.doc.session.Release().UUID {
		t.Errorf("the library has the UUID %q, %v", e.UUID, err)
	}
}

// TestQuittingOffersEveryUnsavedText asks for a file for each.
func TestQuittingOffersEveryUnsavedText(t *testing.T) {
	s := stocked(t)
	s.settings.ExportFolder = t.TempDir()
	first := s.show(1)
	s.shelf.breakWith(errors.New("no space left"))
	first.session.Set(release.HeadlineField, "Первый")
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	s.doc.session.Set(release.HeadlineField, "Второй")
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
		if got := s.stored(1).Lead; !strings.HasPrefix(got, "Раз два ") || len(s.saver.Unsaved()) != 0 {
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
	doc.session.Set(release.HeadlineField, "Раз")
	s.shelf.gates.close("restore 0")
	s.backups().Restore(backups[0])
	s.key(s.win.Canvas().Focused(), fyne.KeyReturn)
	s.waitFor("restore 0")
	if s.doc != doc || s.win.Canvas().Overlays().Top() == nil || s.stored(1).Headline != "Раз" {
		t.Fatal("the draft goes when the backup is there; until then nothing can be typed")
	}
	s.shelf.gates.open("restore 0")
	s.wait("the backup", func() bool { return s.doc == nil && s.listed() == "" })
}
