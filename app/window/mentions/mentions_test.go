package mentions_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/clipboard"
	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/window/mentions"
	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/release"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// store is a library that can hold its quotations back.
type store struct {
	*sqlite.Library
	mu   sync.Mutex
	gate chan struct{}
	came chan struct{}
}

func (s *store) Quotes(ctx context.Context, q library.Query) ([]library.Quote, error) {
	quotes, err := s.Library.Quotes(ctx, q)
	s.mu.Lock()
	gate := s.gate
	s.mu.Unlock()
	if gate != nil {
		s.came <- struct{}{}
		<-gate
	}
	return quotes, err
}

// hold holds the next answers back until they are let go.
func (s *store) hold() (letGo func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	gate := make(chan struct{})
	s.gate = gate
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.gate = nil
		close(gate)
	}
}

// stage asks a library in which one person is quoted.
type stage struct {
	*screentest.Stage
	store *store
	did   []string
	held  error // why nothing can be copied
}

func newStage(t *testing.T) *stage {
	t.Helper()
	kept, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	r := release.New("ru")
	r.Headline, r.Date = "Беседа", release.Date{Year: 2023, Month: 1, Day: 1}
	r.Blocks = []release.Block{{Kind: release.Quotation, Text: "Мы строим мост", Speaker: "Иван Пробный"}}
	if _, err := kept.Save(t.Context(), 0, 0, r); err != nil {
		t.Fatal(err)
	}
	return &stage{Stage: screentest.New(t), store: &store{Library: kept, came: make(chan struct{}, 10)}}
}

func (s *stage) show(name string) *controls.Entry {
	mentions.Show(mentions.Params{
		Base: s.Base, Store: s.store,
		Open:   func(id int64) { s.did = append(s.did, fmt.Sprint("open ", id)) },
		List:   func(name string) { s.did = append(s.did, "list "+name) },
		Copy:   func(text string) error { s.did = append(s.did, "copy "+text); return s.held },
		Recent: func(take func([]string)) { take([]string{"Анна Озерова", "Иван Пробный"}) },
	}, name)
	return s.Base.Canvas.Focused().(*controls.Entry)
}

func (s *stage) told(text string) func() bool {
	return func() bool { return strings.Contains(s.Texts(), text) }
}

func TestWhatWasSaidBefore(t *testing.T) {
	s := newStage(t)
	name := s.show(" Ивана Пробного ")
	s.Wait("the quotation", func() bool {
		return s.told("Мы строим мост")() && s.told("упомянут в 1 релизе")()
	})
	s.Press(fyne.KeyTab, 0) // the link to its release
	s.Press(fyne.KeyTab, 0) // copying
	s.Press(fyne.KeyReturn, 0)
	s.Base.Canvas.Focus(name)
	s.Press(fyne.KeyReturn, 0)
	if s.Open() {
		t.Error("the list is behind the dialog")
	}
	s.show("Иван Пробный")
	s.Wait("the quotation", s.told("Мы строим мост"))
	s.Press(fyne.KeyTab, 0)
	s.Press(fyne.KeyReturn, 0)
	if got := strings.Join(s.did, ", "); got != "copy Мы строим мост, list Ивана Пробного, open 1" || s.Open() {
		t.Errorf("did %s", got)
	}
}

// TestTheClipboardIsHeld: what could not be copied is told.
func TestTheClipboardIsHeld(t *testing.T) {
	s := newStage(t)
	s.held = clipboard.ErrHeld
	s.show("Иван Пробный")
	s.Wait("the quotation", s.told("Мы строим мост"))
	s.Press(fyne.KeyTab, 0)
	s.Press(fyne.KeyTab, 0)
	s.Press(fyne.KeyReturn, 0)
	if !slices.Equal(s.Failed, []error{clipboard.ErrHeld}) {
		t.Errorf("told %v", s.Failed)
	}
}

// TestWhoIsOfferedBeforeALetter: who was named lately, until somebody is asked for.
func TestWhoIsOfferedBeforeALetter(t *testing.T) {
	s := newStage(t)
	name := s.show("")
	if !s.told("Анна Озерова")() || !s.told("Иван Пробный")() {
		t.Fatalf("offered:\n%s", s.Texts())
	}
	s.Press(fyne.KeyReturn, 0) // nobody is chosen
	s.Press(fyne.KeyDown, 0)
	s.Press(fyne.KeyDown, 0)
	s.Press(fyne.KeyReturn, 0)
	s.Wait("the quotation", s.told("Мы строим мост"))
	if name.Text != "Иван Пробный" || s.told("Анна Озерова")() || len(s.did) > 0 {
		t.Errorf("asked for %q, did %v:\n%s", name.Text, s.did, s.Texts())
	}
	s.Press(fyne.KeyReturn, 0)
	if !slices.Equal(s.did, []string{"list Иван Пробный"}) {
		t.Errorf("did %v", s.did)
	}
	if s.show("Иван Пробный"); s.told("Анна Озерова")() {
		t.Error("somebody else is offered than who is asked for")
	}
}

func TestNobodyIsAskedAfter(t *testing.T) {
	s := newStage(t)
	s.show("")
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	if len(s.did) > 0 || !s.Open() {
		t.Errorf("did %v", s.did)
	}
}

// TestTheDialogGoesWhileItsQuestionRuns: an answer that nobody waits for is dropped.
func TestTheDialogGoesWhileItsQuestionRuns(t *testing.T) {
	s := newStage(t)
	letGo := s.store.hold()
	name := s.show("Иван Пробный")
	<-s.store.came
	name.SetText("")
	letGo()
	answered := false
	s.Base.Work(func(ctx context.Context) error { _, err := s.store.Count(ctx, library.Query{}); return err }, func() { answered = true })
	s.Wait("an answer", func() bool { return answered })
	if s.told("Мы строим мост")() {
		t.Error("an older answer is shown")
	}
}
