package window

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/clipboard"
	"communique/app/settings"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/release"
)

func TestFirstRunAsksAndCanBeSkipped(t *testing.T) {
	s := newStage(t, settings.Settings{Language: "ru"})
	if !strings.Contains(s.texts(), "Добро пожаловать") {
		t.Fatalf("no welcome:\n%s", s.texts())
	}
	s.welcomed()
	<-s.writes.Done()
	if !s.kept.get().Welcomed || !strings.Contains(s.texts(), "Начните релиз") {
		t.Errorf("after skipping:\n%s", s.texts())
	}
}

// TestTheFirstPageByKey: Ctrl+Enter takes its answers from any of its fields, the one of several
// lines too; Enter alone does not, nor Ctrl+Enter from elsewhere or over a dialog.
func TestTheFirstPageByKey(t *testing.T) {
	for n, begins := range map[int]bool{0: true, 3: true, 5: true, -1: false} {
		s := newStage(t, settings.Settings{Language: "ru"})
		fields := screentest.Entries(s.middle)
		fields[0].SetText("Совет")
		focus := s.library.SearchField()
		if n >= 0 {
			focus = fields[n]
		}
		s.win.Canvas().Focus(focus)
		s.hands.Press(fyne.KeyReturn, 0)
		if s.settings.Welcomed {
			t.Fatalf("field %d: Enter alone goes on", n)
		}
		s.showAbout()
		s.hands.Press(fyne.KeyReturn, fyne.KeyModifierControl) // closes that
		if s.settings.Welcomed || s.dialogOpen() {
			t.Fatalf("field %d: over a dialog it goes on", n)
		}
		s.win.Canvas().Focus(focus)
		s.hands.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		if s.settings.Welcomed != begins || begins && s.settings.Organisation.Name != "Совет" {
			t.Errorf("field %d: welcomed %v as %q", n, s.settings.Welcomed, s.settings.Organisation.Name)
		}
	}
}

// TestWhatIsTypedOnTheFirstPageIsKept by who goes on to a release, or to the settings, or leaves
// the program, without pressing the page's button: the very first release bears it.
func TestWhatIsTypedOnTheFirstPageIsKept(t *testing.T) {
	for name, goOn := range map[string]func(s *stage){
		"a release":    (*stage).newBlank,
		"the settings": (*stage).showSettings,
		"leaving":      (*stage).quit,
		"a release of others": func(s *stage) {
			r := release.New("ru")
			r.Contacts = []release.Contact{{Name: "Мария Пробная"}}
			s.start(r)
		},
	} {
		s := newStage(t, settings.Settings{Language: "ru"})
		entries := screentest.Entries(s.middle)
		entries[0].SetText("Совет содружества")
		entries[len(entries)-1].SetText("council.example")
		goOn(s)
		<-s.writes.Done()
		if kept := s.kept.get(); !kept.Welcomed || kept.Organisation.Name != "Совет содружества" || len(kept.Contacts) != 1 || kept.Contacts[0].Site != "council.example" {
			t.Errorf("%s: kept %+v", name, kept)
		}
		if s.doc != nil && len(s.doc.session.Release().Contacts) != 1 {
			t.Errorf("the release's contacts are %+v", s.doc.session.Release().Contacts)
		}
	}
	s := newStage(t, settings.Settings{Language: "ru"})
	s.newBlank() // nothing was typed: it will be asked again
	<-s.writes.Done()
	if s.settings.Welcomed {
		t.Error("an empty page was taken for an answer")
	}
}

func TestEveryCommandHasItsWords(t *testing.T) {
	for _, language := range translations.Languages() {
		s := newStage(t, settings.Settings{Language: language, Welcomed: true})
		seen := map[string]string{}
		for _, menu := range s.commands.Items {
			for _, item := range menu.Items {
				if strings.Contains(item.Label, "⟦") {
					t.Errorf("%s: no words for %s", language, item.Label)
				}
				if item.Shortcut == nil {
					continue
				}
				key := item.Shortcut.ShortcutName()
				if other, twice := seen[key]; twice {
					t.Errorf("%s: %s and %s have one shortcut", language, other, item.Label)
				}
				seen[key] = item.Label
			}
		}
		if strings.Contains(s.texts(), "⟦") {
			t.Errorf("%s: a name instead of words:\n%s", language, s.texts())
		}
	}
}

func TestABlankReleaseIsNotKept(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	s.save()
	if err := s.saver.Flush(); err != nil || len(s.shelf.list(t, "")) != 0 {
		t.Errorf("%v, %v", s.shelf.list(t, ""), err)
	}
}

func TestTypingIsSavedAndListed(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	for _, r := range "Встреча" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.wait("the release in the list", func() bool {
		return s.listed() == "Встреча"
	})
	if !strings.Contains(s.texts(), "сохранено в ") {
		t.Errorf("not told:\n%s", s.texts())
	}
}

func TestOpeningAnotherSavesTheFirst(t *testing.T) {
	s := newStage(t, settled, "один", "два")
	s.open(1)
	s.wait("the first", func() bool { return s.shown() == 1 })
	s.doc.session.Set("headline", "один и ещё")
	s.open(2)
	s.wait("the second", func() bool { return s.shown() == 2 })
	if r, _, err := s.shelf.Get(context.Background(), 1); err != nil || r.Headline != "один и ещё" {
		t.Errorf("got %q, %v", r.Headline, err)
	}
}

func TestAFullDiskIsToldAndTheTextStays(t *testing.T) {
	s := newStage(t, settled)
	s.shelf.fail = errors.New("no space left")
	s.newBlank()
	for _, r := range "Встреча" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.wait("the alarm", func() bool { return strings.Contains(s.texts(), "НЕ СОХРАНЕНО") })
	if got := s.doc.session.Text("headline"); got != "Встреча" {
		t.Errorf("the text is gone: %q", got)
	}
	s.quit()
	s.wait("the question", func() bool { return strings.Contains(s.texts(), "Сохранить в другой файл") })
}

func TestSearchNarrowsTheList(t *testing.T) {
	s := newStage(t, settled, "Встреча", "Учение")
	s.library.SearchField().SetText("Учен")
	s.wait("the hit", func() bool { return s.listed() == "Учение" })
	s.library.SearchField().SetText("нет такого")
	s.wait("the empty list", func() bool { return strings.Contains(s.texts(), "ничего не найдено") })
	s.library.SearchField().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.wait("the whole list", func() bool { return s.listed() == "Учение|Встреча" })
	s.library.SearchField().SetText("Учен")
	s.command("menu-search")
	test.Type(s.win.Canvas().Focused(), "Встр")
	if got := s.library.SearchField().Text; got != "Встр" {
		t.Errorf("what is typed after the key of the search becomes %q", got)
	}
}

func TestTrashAndBack(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.open(1)
	s.wait("the release", func() bool { return s.doc != nil })
	s.moveToTrash()
	s.wait("the empty list", func() bool { return s.listed() == "" })
	s.restore(1)
	s.wait("the release back", func() bool { return s.doc != nil && s.listed() == "Встреча" })
}

func TestCopyForTheWebsite(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча")
	r.Lead = "Лид."
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Email: "press@council.example"}}
	s.start(r)
	s.withRelease(s.clipboard.CopyForWebsite)()
	s.wait("both", func() bool {
		return s.both == [2]string{"Встреча\n\nЛид.", "<h1>Встреча</h1>\n<p>Лид.</p>\n"}
	})
	s.withRelease(s.clipboard.CopyWithFooter)()
	s.wait("the footer", func() bool {
		return strings.HasSuffix(s.both[0], "press@council.example") && strings.Contains(s.both[1], "<address>")
	})
	s.oneForm = errors.New("one form only")
	s.withRelease(s.clipboard.CopyForWebsite)()
	s.wait("the text", func() bool { return s.params.App.Clipboard().Content() == "Встреча\n\nЛид." })
	s.withRelease(s.clipboard.CopyHTML)()
	s.wait("HTML", func() bool { return s.params.App.Clipboard().Content() == "<h1>Встреча</h1>\n<p>Лид.</p>\n" })
}

// TestTheClipboardIsHeld by another program: what could not be copied or pasted is told, and
// what was to be cut stays in the text.
func TestTheClipboardIsHeld(t *testing.T) {
	inText := func(shortcut fyne.Shortcut) func(s *stage) {
		return func(s *stage) {
			s.pane.FocusText()
			text := s.win.Canvas().Focused().(fyne.Shortcutable)
			text.TypedShortcut(&fyne.ShortcutSelectAll{})
			text.TypedShortcut(shortcut)
		}
	}
	for name, do := range map[string]func(s *stage){
		"website":  func(s *stage) { s.withRelease(s.clipboard.CopyForWebsite)() },
		"headline": func(s *stage) { s.withRelease(s.clipboard.CopyHeadline)() },
		"HTML":     func(s *stage) { s.withRelease(s.clipboard.CopyHTML)() },
		"copying":  inText(&fyne.ShortcutCopy{}),
		"cutting":  inText(&fyne.ShortcutCut{}),
		"pasting":  inText(&fyne.ShortcutPaste{}),
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled)
			r := headed("Встреча")
			r.Lead = "Лид."
			s.start(r)
			s.oneForm = clipboard.ErrHeld
			s.clip = func(context.Context) (clipboard.Contents, error) { return clipboard.Contents{}, clipboard.ErrHeld }
			s.params.App.Clipboard().SetContent("Прежнее")
			do(s)
			s.wait("the words", func() bool {
				return strings.Contains(s.texts(), "Буфер обмена занят другой программой")
			})
			if got := s.doc.session.Release(); got.Headline != "Встреча" || got.Lead != "Лид." {
				t.Errorf("the text is %q, %q", got.Headline, got.Lead)
			}
			if got := s.params.App.Clipboard().Content(); got != "Прежнее" {
				t.Errorf("on the clipboard is %q", got)
			}
		})
	}
}

func TestThePreviewFollows(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча")
	r.Lead = "Лид 漢."
	s.start(r)
	s.wait("the page and the text", func() bool {
		return len(s.preview.Last().Pages.Pages) == 1 && slices.Contains(s.preview.Lines(), "Лид 漢.") &&
			strings.Contains(s.preview.Notice(), "漢")
	})
}

func TestLanguageAndThemeChangeAtOnce(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.open(1)
	s.wait("the release", func() bool { return s.doc != nil })
	s.doc.session.Set("headline", "Встреча в Пробном")
	s.settings.Language = "en"
	s.chooseTheme("dark")
	<-s.writes.Done()
	if s.commands.Items[0].Label != "Release" || s.kept.get().Theme != "dark" {
		t.Errorf("menu %s, theme %s", s.commands.Items[0].Label, s.kept.get().Theme)
	}
	if got := s.doc.session.Text("headline"); got != "Встреча в Пробном" {
		t.Errorf("the draft changed: %q", got)
	}
}
