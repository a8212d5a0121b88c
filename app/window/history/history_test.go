package history_test

import (
	"context"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/window/history"
	"communique/app/window/screen/screentest"
	"communique/editor/release"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// store is a library that can hold a version back.
type store struct {
	*sqlite.Library
	mu   sync.Mutex
	gate map[int64]chan struct{}
	came chan int64
}

func (s *store) Version(ctx context.Context, id, number int64) (release.Release, error) {
	r, err := s.Library.Version(ctx, id, number)
	s.mu.Lock()
	gate := s.gate[number]
	s.mu.Unlock()
	if gate != nil {
		s.came <- number
		<-gate
	}
	return r, err
}

// hold holds a version back, and returns how to let it go.
func (s *store) hold(number int64) (letGo func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	gate := make(chan struct{})
	s.gate[number] = gate
	return func() { close(gate) }
}

// stage is a draft of a release of which the library has versions, each with a
// headline; the last is the draft's.
type stage struct {
	*screentest.Stage
	store *store
	draft history.Draft
	now   release.Release
	away  bool // the draft left the screen
}

func newStage(t *testing.T, headlines ...string) *stage {
	t.Helper()
	at := clock()
	kept, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	s := &stage{Stage: screentest.New(t), store: &store{Library: kept, gate: map[int64]chan struct{}{}, came: make(chan int64, 10)}, now: release.New("ru")}
	var e library.Entry
	for _, headline := range headlines {
		s.now.Headline = headline
		at = at.Add(time.Hour)
		if e, err = kept.SaveVersion(t.Context(), e.ID, e.Revision, s.now); err != nil {
			t.Fatal(err)
		}
	}
	s.draft = history.Draft{
		ID: func() int64 { return e.ID }, Release: func() release.Release { return s.now }, Shown: func() bool { return !s.away },
		Restore: func(r release.Release) { s.now = r },
	}
	return s
}

func (s *stage) show() {
	history.Show(history.Params{Base: s.Base, Store: s.store, Flush: func() error { return nil }}, s.draft)
}

func (s *stage) told(text string) func() bool {
	return func() bool { return strings.Contains(s.Texts()+s.Told, text) }
}

func TestAVersionIsNamedAndComesBack(t *testing.T) {
	s := newStage(t, "Встреча с Президентом", "Встреча с Премьер-министром")
	var err error
	if s.now, err = s.store.Version(t.Context(), 1, 2); err != nil {
		t.Fatal(err)
	}
	s.show()
	at := clock().Add(time.Hour).Local().Format("02.01.2006 15:04")
	s.Wait("the comparison, from that version to now", s.told(s.Base.Text("history-since", map[string]any{"At": at, "Changes": s.Base.Words.Plural("changed-names", 1)})))
	s.Press(fyne.KeyUp, 0)
	at = clock().Add(2 * time.Hour).Local().Format("02.01.2006 15:04")
	s.Wait("the version of now", s.told(s.Base.Text("history-same", map[string]any{"At": at})))
	s.Press(fyne.KeyDown, 0)
	s.Wait("the version before", s.told("1 имя"))
	s.Tap(s.Base.Text("history-name"))
	s.Type("первая")
	s.Press(fyne.KeyReturn, 0)
	s.Wait("the name", s.told("первая"))
	versions, err := s.store.History(t.Context(), 1)
	if err != nil || len(versions) != 2 || versions[1].Name != "первая" {
		t.Errorf("%+v, %v", versions, err)
	}
	s.Tap(s.Base.Text("history-restore"))
	s.Wait("the older text", func() bool { return s.now.Headline == "Встреча с Президентом" })
	if s.Open() {
		t.Error("the dialog is open still")
	}
}

func TestNothingToShow(t *testing.T) {
	for name, c := range map[string]struct {
		headlines []string
		away      bool
		told      string
	}{
		"one version":       {[]string{"Встреча"}, false, "history-none"},
		"never saved":       {nil, false, "history-none"},
		"another is opened": {[]string{"Встреча", "Учение"}, true, ""},
	} {
		s := newStage(t, c.headlines...)
		s.away = c.away
		answered := false
		s.show()
		s.Base.Work(func(context.Context) error { return nil }, func() { answered = true })
		s.Wait(name, func() bool { return answered && (c.told == "" || s.Told == s.Base.Text(c.told)) })
		if s.Open() {
			t.Errorf("%s: a dialog", name)
		}
	}
}

// TestClosingTheDialogWhileAVersionIsRead: an older answer is not shown over a newer
// one, and none when the dialog is gone.
func TestClosingTheDialogWhileAVersionIsRead(t *testing.T) {
	s := newStage(t, "Встреча с Президентом", "Встреча с Премьер-министром", "Встреча с Министром")
	first, second := s.store.hold(1), s.store.hold(2)
	s.show()
	s.Wait("the dialog", s.Open)
	if number := <-s.store.came; number != 2 {
		t.Fatalf("it compares version %d", number)
	}
	s.Press(fyne.KeyDown, 0) // to the one that is compared
	s.Press(fyne.KeyDown, 0) // to the first
	if number := <-s.store.came; number != 1 {
		t.Fatalf("it compares version %d", number)
	}
	first()
	s.Wait("the comparison", s.told("1 имя"))
	before := s.Texts()
	second()
	s.settle()
	if s.Texts() != before {
		t.Errorf("before %s\nafter  %s", before, s.Texts())
	}
	third := s.store.hold(2)
	s.Press(fyne.KeyUp, 0)
	<-s.store.came
	s.Press(fyne.KeyEscape, 0)
	third()
	s.settle()
	if s.Open() || len(s.Failed) > 0 {
		t.Errorf("open %v, failed %v", s.Open(), s.Failed)
	}
}

// settle does what was let go until now.
func (s *stage) settle() {
	for range 3 {
		answered := false
		s.Base.Work(func(ctx context.Context) error { _, err := s.store.History(ctx, 1); return err }, func() { answered = true })
		s.Wait("an answer", func() bool { return answered })
	}
}
