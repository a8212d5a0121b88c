package backups_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/window/screen/screentest"
	"communique/editor/release"
)

// TestASharedFolder is told with a way out of it, and nothing is done unasked.
func TestASharedFolder(t *testing.T) {
	s := newStage(t)
	s.chosen = "/new"
	s.params.TellShared(library.Sharing{Service: "Dropbox"})
	s.says(t, "которую синхронизирует Dropbox", "«/library/library.db»")
	s.Press(fyne.KeyEscape, 0)
	s.did(t)
	s.params.TellShared(library.Sharing{Network: "NFS"})
	s.says(t, "на диске другого компьютера (NFS)")
	s.Tap(s.Base.Text("menu-move-library"))
	s.Wait("the question", func() bool { return strings.Contains(s.Texts(), "«/new/library.db»") })
	s.did(t, "save", "flush", "back up to /new/library.db")
}

// another is a copy of the library with a release of its own, and one that both have changed.
func (s *stage) another(t *testing.T) {
	t.Helper()
	other := librarytest.NewComputer(nil).Open("", time.Now)
	for name, lead := range map[string]string{"Встреча": "там", "Учение": "только там"} {
		r := release.New("ru")
		r.Headline, r.Lead, r.UUID = name, lead, library.Following(name)
		if _, err := other.Save(context.Background(), 0, 0, r); err != nil {
			t.Fatal(err)
		}
		if r.Lead = "здесь"; name == "Встреча" {
			if _, err := s.into.Save(context.Background(), 0, 0, r); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.other = other
}

// TestMergingACopy: those that lie beside the library are listed, one is merged with a button and
// put aside, and what came of it is said; another file is chosen, and stays where it is.
func TestMergingACopy(t *testing.T) {
	s := newStage(t)
	s.another(t)
	path := filepath.Join(t.TempDir(), "library (1).db")
	if err := errors.Join(os.WriteFile(path, make([]byte, 3<<20), 0o600), os.Chtimes(path, made, made)); err != nil {
		t.Fatal(err)
	}
	s.copies = []string{path, path + "-gone"}
	s.params.ShowCopies()
	s.Wait("the copies", s.Open)
	s.says(t, "library (1).db", made.Local().Format("02.01.2006 15:04"), "3,0")
	if strings.Contains(s.Texts(), "gone") {
		t.Error("a copy that has gone is listed")
	}
	s.Tap(s.Base.Text("merge-one"))
	s.Wait("what came of it", func() bool {
		return strings.Contains(s.Texts(), "Библиотека объединена с «library (1).db»")
	})
	s.did(t, "save", "restoring", "flush", "open library (1).db", "put aside library (1).db", "merged")
	s.says(t, "В копии релизов: 2; новых – 1, изменено и здесь, и в копии – 1.", "– Встреча", "Копия отложена: /library/merged/library (1).db")
	s.Press(fyne.KeyEscape, 0)
	past, err := s.into.History(context.Background(), 1)
	if err != nil || len(past) != 2 || past[1].Name != "Из «library (1).db»" {
		t.Errorf("the history is %+v, %v", past, err)
	}

	s.done, s.copies, s.chosen = nil, nil, "/other/old.db"
	s.params.ShowCopies()
	s.Wait("the way to another", s.Open)
	s.says(t, s.Base.Text("merge-none"))
	s.Tap(s.Base.Text("merge-file"))
	s.Wait("what came of it", func() bool {
		return strings.Contains(s.Texts(), "old.db") && strings.Contains(s.Texts(), "без изменений – 2")
	})
	s.did(t, "save", "restoring", "flush", "open old.db", "merged")
	s.says(t, "Копия осталась на месте: /other/old.db")
	s.Press(fyne.KeyEscape, 0)

	log := filepath.Join(t.TempDir(), "library.db-parted-wal")
	if err := os.WriteFile(log, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.done, s.logs = nil, []string{log}
	s.params.ShowCopies()
	s.Wait("the log", s.Open)
	s.Tap(s.Base.Text("merge-one"))
	s.Wait("what came of it", func() bool { return strings.Contains(s.Texts(), "без изменений – 2") })
	s.did(t, "save", "restoring", "flush", "open library.db-parted-wal", "merged")
	s.Press(fyne.KeyEscape, 0)

	s.done, s.logs, s.left = nil, nil, library.Left{Copies: []string{path}}
	s.params.ShowCopies()
	s.Wait("the copy of an earlier run", s.Open)
	s.Tap(s.Base.Text("merge-one"))
	s.Wait("what came of it", func() bool { return strings.Contains(s.Texts(), "без изменений – 2") })
	s.did(t, "save", "restoring", "flush", "open library (1).db", "put aside library (1).db", "merged")
}

// TestWhatIsNotMergedWhole stays where it is, and is told.
func TestWhatIsNotMergedWhole(t *testing.T) {
	const path = "/library/library (1).db"
	for name, tt := range map[string]struct {
		lose func(s *stage)
		says string // in a dialog of what came of it; "" where that is trouble
		want []string
	}{
		"held by another":        {func(s *stage) { s.held = true }, "Открыты в другом окне", []string{"save", "restoring", "flush", "open library (1).db", "merged"}},
		"not saved":              {func(s *stage) { s.fail["flush"] = errors.New("no") }, "", []string{"save", "restoring", "flush"}},
		"no library":             {func(s *stage) { s.fail["open library (1).db"] = errors.New("no") }, "", []string{"save", "restoring", "flush", "open library (1).db", "merged"}},
		"it cannot be put aside": {func(s *stage) { s.fail["put aside library (1).db"] = errors.New("no") }, "", []string{"save", "restoring", "flush", "open library (1).db", "put aside library (1).db", "merged"}},
		"nobody can list":        {func(s *stage) { s.fail["copies"] = errors.New("no") }, "", []string{"save", "restoring", "flush", "open library (1).db", "merged"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t)
			s.another(t)
			s.copies = []string{path}
			tt.lose(s)
			s.params.Merge(path)
			if tt.says != "" {
				s.Wait("what came of it", func() bool { return strings.Contains(s.Texts(), tt.says) })
				s.says(t, "Копия осталась на месте: "+path)
			} else {
				s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
			}
			s.did(t, tt.want...)
		})
	}
	s := newStage(t)
	s.fail["copies"] = errors.New("no folder")
	s.params.ShowCopies()
	if s.Wait("the trouble", func() bool { return len(s.Failed) == 1 }); s.Open() {
		t.Error("a dialog all the same")
	}
}

// TestManyAreNamed as far as a person reads, and the rest is counted; what cannot be read is told
// in words.
func TestManyAreNamed(t *testing.T) {
	s := newStage(t)
	var many []library.Entry
	for n := range 13 {
		many = append(many, library.Entry{Headline: fmt.Sprintf("Релиз № %02d", n)})
	}
	s.params.ShowMerged("/old.db", "", archive.Merged{Both: many, Unread: []error{&library.DamagedError{ID: 4, Headline: "Визит"}}})
	s.says(t, "– Релиз № 00", "– Релиз № 09", "… и ещё 3", "Не прочитано:", "Текст релиза 4 («Визит»)")
	if strings.Contains(s.Texts(), "№ 10") {
		t.Error("more are named than anybody reads")
	}
	s.Press(fyne.KeyEscape, 0)
	s.params.ShowMerged("/old.db", "", archive.Merged{Newer: many[:10]})
	if s.says(t, "– Релиз № 09", "Теперь с текстом из копии"); strings.Contains(s.Texts(), "и ещё") {
		t.Error("none is left to count")
	}
}

// stuck is a copy that is read until the person has had enough.
type stuck struct{ library.Copy }

func (stuck) All(ctx context.Context, _ func(library.Entry, []library.Past) error) error {
	<-ctx.Done()
	return ctx.Err()
}

// TestMergingIsStopped: the list shows what was merged until then, and no trouble is told.
func TestMergingIsStopped(t *testing.T) {
	s := newStage(t)
	s.another(t)
	s.other = stuck{s.other}
	s.params.Merge("library (1).db")
	s.Wait("the bar", func() bool { return screentest.Button(s.Base.Canvas, s.Base.Text("button-stop")) != nil })
	s.Press(fyne.KeyEscape, 0)
	s.Wait("the end", func() bool { return !s.Open() })
	if s.did(t, "save", "restoring", "flush", "open library (1).db", "merged"); len(s.Failed) > 0 || s.Told != "" {
		t.Errorf("failed %v, told %q", s.Failed, s.Told)
	}
}
