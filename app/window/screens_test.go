package window

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/settings"
	"communique/app/window/inspector"
	"communique/assets/translations"
	"communique/editor/controls/controlstest"
	"communique/editor/editing"
	"communique/editor/release"
)

// The window tells times as the computer's clock shows them, which is everywhere
// another. What a window keeps after its test has ended, beside a library that is
// gone, goes with the run's own temporary folder.
func TestMain(m *testing.M) {
	time.Local = time.UTC
	dir, err := os.MkdirTemp("", "communique-window")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, name := range []string{"TMPDIR", "TMP"} { // TMP: Windows
		_ = os.Setenv(name, dir)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// golden compares what is on the screen with what was read and found good: see
// controlstest.Golden.
func (s *stage) golden(language, name string) {
	s.t.Helper()
	screen := func() string {
		dir := filepath.Dir(s.params.LibraryPath)
		known := []string{dir + string(filepath.Separator), "FOLDER/", dir, "FOLDER"}
		if s.doc != nil && s.doc.holder.User != "" {
			known = append(known, s.doc.holder.User+" ("+s.doc.holder.Host+")", "USER (HOST)")
		}
		return strings.NewReplacer(known...).Replace(controlstest.Screen(s.win.Canvas()))
	}
	controlstest.Golden(s.t, filepath.Join(language, name), screen, func(within time.Duration) bool {
		select {
		case f := <-s.queue:
			f()
			return true
		case <-time.After(within):
			return false
		}
	})
}

// TestWhatEveryScreenSays goes through the screens of the window as they are read
// and as Tab goes through them.
func TestWhatEveryScreenSays(t *testing.T) {
	for _, language := range translations.Languages() {
		on := func(s *stage, name string) []fyne.Focusable {
			s.golden(language, name)
			return s.reachable(name + ", " + language)
		}
		welcome := newStage(t, settings.Settings{Language: language})
		if stops := on(welcome, "screen welcome"); len(stops) < 15 || welcome.win.Canvas().Focused() != welcome.welcome {
			t.Errorf("%d stops, %T has the keyboard", len(stops), welcome.win.Canvas().Focused())
		}
		on(newStage(t, settings.Settings{Language: language, Welcomed: true}), "screen empty")

		s := inUse(t, language)
		all := on(s, "screen release")
		s.library.SelectAll()
		if marked := on(s, "screen marked"); len(marked) != len(all)+5 {
			t.Errorf("%d stops with marks, %d without", len(marked), len(all))
		}
		s.library.ClearSelection()
		s.showTab(inspector.DetailsTab)
		if open := on(s, "screen details"); len(open) < len(all)+4 {
			t.Errorf("%d stops with the details, %d without", len(open), len(all))
		}
		s.library.SearchField().SetText("нет такого")
		s.inspector.Show(inspector.TextTab)
		on(s, "screen text, nothing found")
		s.library.SearchField().SetText("")
		s.find(true)
		test.Type(s.win.Canvas().Focused(), "Пробн")
		s.wait("the hit", func() bool { return strings.Contains(s.texts(), s.text("find-at", map[string]any{"At": 1, "Of": 1})) })
		on(s, "screen replacing")
		s.search.Close()
		s.library.SearchField().SetText("Пробный")
		before := s.doc
		s.newFromThis()
		s.wait("the next one", func() bool { return s.doc != before })
		on(s, "screen leftovers")
	}
}

// TestWhatIsSaidOfWhatAnotherHolds shows a release that can only be read.
func TestWhatIsSaidOfWhatAnotherHolds(t *testing.T) {
	for _, language := range translations.Languages() {
		s := newStage(t, settings.Settings{Language: language, Welcomed: true}, "Встреча")
		if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
			t.Fatal(ok, err)
		}
		s.open(1)
		s.golden(language, "screen read-only")
	}
}

// TestWhatIsSaidOfARelease shows what is wrong with a release, and what was put right.
func TestWhatIsSaidOfARelease(t *testing.T) {
	for _, language := range translations.Languages() {
		s := newStage(t, settings.Settings{Language: language, Welcomed: true})
		r := headed("Встреча")
		r.Lead, r.Leftovers = "Лид {кто} 漢.", []string{"Лид"}
		r.Repairs = []release.Repair{{Code: "date-glued", Text: "11.09.2024Бишкек"}}
		r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}, {Field: release.DateField, Text: "31.06.2024"}}
		r.Contacts = []release.Contact{{Name: "Пётр Образцов"}, {Organisation: "Совет"}}
		if _, err := s.shelf.Save(ctx, 0, 0, r); err != nil {
			t.Fatal(err)
		}
		s.library.Reload()
		s.open(1)
		s.showTab(inspector.FindingsTab)
		s.golden(language, "screen findings")
	}
}

// TestWhatNoticesSay shows a small word, trouble, and trouble that has a way on, below which stands
// what is told meanwhile.
func TestWhatNoticesSay(t *testing.T) {
	for _, language := range translations.Languages() {
		s := inUse(t, language)
		s.tell(translations.Text("tab-in-text"), false)
		s.golden(language, "screen notice, small")
		s.tell(translations.Text("table-nowhere"), true)
		s.golden(language, "screen notice, trouble")
		s.notice.Offer(translations.Text("not-saved"), translations.Text("unsaved-elsewhere"), func() {})
		s.tell(translations.Text("nothing-open"), false)
		s.golden(language, "screen notice, a way on")
	}
}

// TestWhatTheMenusOffer reads the menu bar, the menus of the list, and those of places.
func TestWhatTheMenusOffer(t *testing.T) {
	for _, language := range translations.Languages() {
		s := inUse(t, language)
		s.settings.Searches = []settings.Search{{Name: "Мосты", Query: "мост"}}
		s.library = s.newLibrary()
		var all []string
		s.pane.Act((*editing.Editor).SelectAll)
		places := []*fyne.Menu{s.library.MenuOf([]int64{1}), s.library.MenuOf([]int64{1, 2}), s.pane.Menu(fyne.Position{})}
		for _, menu := range slices.Concat(s.commands.Items, []*fyne.Menu{s.library.FilterMenu(), s.library.OrderMenu(), s.library.SearchesMenu()}, places) {
			all = append(all, "== "+menu.Label+"\n"+controlstest.Menu(menu))
		}
		controlstest.Golden(t, filepath.Join(language, "menus"), func() string { return strings.Join(all, "") }, nil)
	}
}
