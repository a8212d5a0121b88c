package window

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync/atomic"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/crash"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/places"
	"communique/editor/release"
	"communique/editor/surface"
)

// keeping has places kept.
func (s *stage) keeping(kept *held[settings.Places]) {
	s.params.SavePlaces = func(change func(settings.Places) settings.Places) error {
		kept.set(change(kept.get()))
		return nil
	}
	s.places = s.newPlaces()
}

// leave ends the window as the person does, but for the program.
func (s *stage) leave() {
	s.t.Helper()
	s.places.Leave()
	s.end()
}

// kill ends it without a word, when it is on the disk where the person is; it returns what the
// disk has then.
func (s *stage) kill(kept *held[settings.Places]) *held[settings.Places] {
	s.t.Helper()
	uuid, at := s.doc.begun.UUID, s.pane.Place()
	s.wait("the place on the disk", func() bool {
		p := kept.get()
		place, _ := p.Of(uuid)
		return slices.Contains(p.Open, uuid) && place.Caret == at.Selection.Caret
	})
	var left held[settings.Places]
	left.set(kept.get())
	s.places = places.New(places.Params{Here: s.here}) // the dead write nothing
	s.end()
	return &left
}

// end lets go of what the window has.
func (s *stage) end() {
	s.t.Helper()
	s.putAway()
	s.wait("the text on the disk", func() bool { return len(s.saver.Unsaved()) == 0 })
	s.letGo()
	<-s.writes.Done()
}

// enter starts the window anew, and returns when all is done that it begins with.
func (s *stage) enter(kept *held[settings.Places]) {
	s.t.Helper()
	params := s.params
	params.Places = kept.get()
	params.SavePlaces = func(change func(settings.Places) settings.Places) error {
		kept.set(change(kept.get()))
		return nil
	}
	var beginning atomic.Bool
	params.Go = func(f func()) {
		if beginning.Load() {
			f()
		} else {
			go f()
		}
	}
	s.Window = New(params)
	beginning.Store(true)
	s.Show()
	beginning.Store(false)
	s.untilIdle()
}

// long saves a release of many screens.
func (s *stage) long(headline string) int64 {
	s.t.Helper()
	r := headed(headline)
	for i := range 80 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: fmt.Sprint("Абзац ", i)})
	}
	r.Blocks = release.Numbered(r.Blocks)
	e, err := s.shelf.Save(context.Background(), 0, 0, r)
	if err != nil {
		s.t.Fatal(err)
	}
	return e.ID
}

// TestTheProgramComesBackToItsPlace: the release that was on the screen is there again, with
// caret and view; and others have their places when they are opened.
func TestTheProgramComesBackToItsPlace(t *testing.T) {
	var kept held[settings.Places]
	s := stocked(t)
	s.keeping(&kept)
	first, second := s.long("Длинный"), s.long("Другой")
	at := func(id int64, block release.BlockID) surface.Place {
		s.show(id)
		p := release.Position{TextID: release.TextID{Field: release.BlocksField, Block: block}, Offset: 3}
		s.pane.GoTo(p)
		s.pane.Return(surface.Place{Selection: s.pane.Place().Selection, Top: release.TextID{Field: release.BlocksField, Block: block - 3}, Above: 7})
		return s.pane.Place()
	}
	places := map[int64]surface.Place{first: at(first, 50), second: at(second, 30)}
	s.leave()
	s.enter(&kept)
	s.wait("the release", func() bool { return s.shown() == second })
	if s.pane.Place() != places[second] {
		t.Errorf("it is shown at %+v, not %+v", s.pane.Place(), places[second])
	}
	if places[second].Top.Block != 27 || places[second].Selection.Caret.Block != 30 {
		t.Errorf("the test stood at %+v", places[second])
	}
	if !s.pane.Holds(s.win.Canvas().Focused()) {
		t.Error("the keyboard is elsewhere")
	}
	if s.show(first); s.pane.Place() != places[first] {
		t.Errorf("the other is shown at %+v, not %+v", s.pane.Place(), places[first])
	}
}

// TestAfterAKillTheReleaseIsThereAgain, at the caret, which was only moved since the last save: the
// one that was open, also a new one, and in a library that may only be read.
func TestAfterAKillTheReleaseIsThereAgain(t *testing.T) {
	for name, open := range map[string]func(s *stage){
		"opened":  func(s *stage) { s.show(2) },
		"another": func(s *stage) { s.show(1); s.show(2) },
		"new": func(s *stage) {
			s.newBlank()
			s.pane.FocusText()
			s.write("Новый")
			s.wait("its place in the library", func() bool { return s.shown() != 0 })
		},
		"read only": func(s *stage) {
			s.shelf.unwritable = &library.StorageError{Reason: "read-only", Path: "/share/library.db", Cause: fs.ErrPermission}
			s.show(2)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var kept held[settings.Places]
			s := stocked(t)
			s.keeping(&kept)
			open(s)
			for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyRight, fyne.KeyRight} {
				s.hands.Press(key, 0)
			}
			id, at, reading := s.shown(), s.pane.Place(), s.doc.reading
			if at.Selection.Caret.Offset < 2 {
				t.Fatalf("the caret is at %+v", at.Selection)
			}
			s.enter(s.kill(&kept))
			s.wait("the release", func() bool { return s.shown() == id })
			if s.pane.Place() != at || s.doc.reading != reading {
				t.Errorf("it is shown at %+v, not %+v; only to be read: %v", s.pane.Place(), at, s.doc.reading)
			}
			if !s.pane.Holds(s.win.Canvas().Focused()) {
				t.Error("the keyboard is elsewhere")
			}
		})
	}
}

// TestWhatWasOpenInAnotherWindow: of what was on screens, the one that comes back is that which no
// other copy has, and that is still in the library; what was killed first.
func TestWhatWasOpenInAnotherWindow(t *testing.T) {
	for name, change := range map[string]func(s *stage) (shown int64){
		"both are free": func(*stage) int64 { return 2 },
		"the newest is another's": func(s *stage) int64 {
			other := s.neighbour()
			s.wait("the release to be free", func() bool { // it is let go on a goroutine
				_, held, err := other.Claim(context.Background(), 2)
				return held && err == nil
			})
			return 3
		},
		"the newest is in the trash": func(s *stage) int64 {
			if err := s.shelf.Trash(context.Background(), 2); err != nil {
				s.t.Fatal(err)
			}
			return 3
		},
		"both are erased": func(s *stage) int64 {
			if err := errors.Join(s.shelf.Trash(context.Background(), 2, 3), s.shelf.Erase(context.Background(), 2, 3)); err != nil {
				s.t.Fatal(err)
			}
			return 1 // which was on the screen when a window was left
		},
	} {
		t.Run(name, func(t *testing.T) {
			var kept held[settings.Places]
			s := stocked(t)
			s.keeping(&kept)
			for _, id := range []int64{1, 3, 2} {
				s.show(id)
			}
			left := s.kill(&kept)
			p := left.get()
			uuid := func(id int64) string {
				i := slices.IndexFunc(p.Visits, func(v settings.Place) bool { return v.ID == id })
				return p.Visits[i].UUID
			}
			p.Open, p.Shown = []string{uuid(2), uuid(3)}, uuid(1)
			left.set(p)
			want := change(s)
			s.enter(left)
			s.wait("the release", func() bool { return s.shown() == want })
		})
	}
}

// TestWhatIsNotShownByItself: a release that a program may have died of, that another has,
// that went to the trash, that is another by now, or that was shown a moment before the end.
func TestWhatIsNotShownByItself(t *testing.T) {
	for name, change := range map[string]func(s *stage, kept *held[settings.Places]){
		"a fault": func(s *stage, _ *held[settings.Places]) { s.params.Reports = []crash.Report{{}} },
		"another": func(s *stage, _ *held[settings.Places]) {
			other := s.neighbour()
			s.wait("the release to be free", func() bool { // it is let go on a goroutine
				_, held, err := other.Claim(context.Background(), 2)
				return held && err == nil
			})
		},
		"the trash": func(s *stage, _ *held[settings.Places]) {
			if err := s.shelf.Trash(context.Background(), 2); err != nil {
				s.t.Fatal(err)
			}
		},
		"another library": func(_ *stage, kept *held[settings.Places]) {
			p := kept.get()
			p.Shown, p.Visits[0].UUID = "another", "another"
			kept.set(p)
		},
		"a kill by it": func(s *stage, kept *held[settings.Places]) {
			s.enter(kept)
			s.wait("the release", func() bool { return s.shown() == 2 })
			s.places = places.New(places.Params{Here: s.here})
			s.end()
		},
	} {
		t.Run(name, func(t *testing.T) {
			var kept held[settings.Places]
			s := stocked(t)
			s.keeping(&kept)
			s.show(2)
			s.leave()
			change(s, &kept)
			if s.enter(&kept); s.doc != nil {
				t.Errorf("release %d is shown", s.shown())
			}
		})
	}
}
