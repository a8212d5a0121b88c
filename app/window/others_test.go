package window

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestTheListFollowsOthers: what another copy of the program does is in the list without
// a key being pressed, and what is done here makes no list anew.
func TestTheListFollowsOthers(t *testing.T) {
	s := newStage(t, settled, "Встреча", "Учения")
	other := s.neighbour()
	e, err := other.Save(context.Background(), 0, 0, headed("Пожар потушен"))
	if err != nil {
		t.Fatal(err)
	}
	s.wait("another's release", func() bool { return s.library.Count() == 3 })
	if err := other.Trash(context.Background(), e.ID); err != nil {
		t.Fatal(err)
	}
	s.wait("it to go", func() bool { return s.library.Count() == 2 })
}

// TestTheLibraryIsTakenAway: within seconds the window says that the file has gone, and what
// is typed then is not called saved and lies in a file.
func TestTheLibraryIsTakenAway(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.show(1)
	path := s.params.LibraryPath
	if err := os.Rename(path, path+"-away"); err != nil {
		t.Fatal(err)
	}
	s.wait("a word about it", func() bool { return strings.Contains(s.notice.Text(), "больше нет на месте") })
	beside := func(headline string) func() bool {
		return func() bool {
			texts, _ := filepath.Glob(filepath.Join(path+"-beside", "*.release.toml")) // the pattern is well formed
			return slices.ContainsFunc(texts, func(name string) bool {
				data, _ := os.ReadFile(name) // it may be on its way
				return strings.Contains(string(data), headline)
			})
		}
	}
	s.wait("what the library had beside", beside("Встреча"))
	s.doc.session.Set(release.HeadlineField, "Пожар потушен")
	s.save()
	s.wait("the text beside", beside("Пожар потушен"))
	s.wait("a word about it", func() bool { return strings.Contains(s.notice.Text(), "Текст лежит в файле") })
	if _, err := s.saver.State(s.doc); err == nil {
		t.Error("it is called saved")
	}
	if err := os.Rename(path+"-away", path); err != nil {
		t.Fatal(err)
	}
	s.wait("it to be saved", func() bool { return s.stored(1).Headline == "Пожар потушен" })
}
