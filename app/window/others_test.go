package window

import (
	"context"
	"os"
	"path/filepath"
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
	s.doc.session.Set(release.HeadlineField, "Пожар потушен")
	s.save()
	s.wait("the text beside", func() bool { return strings.Contains(s.notice.Text(), "Текст лежит в файле") })
	if _, err := s.saver.State(s.doc); err == nil {
		t.Error("it is called saved")
	}
	texts, err := filepath.Glob(filepath.Join(path+"-beside", "*.release.toml"))
	if err != nil || len(texts) != 1 {
		t.Fatal(texts, err)
	}
	data, err := os.ReadFile(texts[0])
	if err != nil || !strings.Contains(string(data), "Пожар потушен") {
		t.Errorf("%s, %v", data, err)
	}
	if err := os.Rename(path+"-away", path); err != nil {
		t.Fatal(err)
	}
	s.wait("it to be saved", func() bool { return s.stored(1).Headline == "Пожар потушен" })
}
