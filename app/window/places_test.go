package window

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"

	"communique/app/crash"
	"communique/app/settings"
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

// TestWhatIsNotShownByItself: a release that a program may have died of, that another has,
// that went to the trash, or that is another by now.
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
		"a kill": func(s *stage, kept *held[settings.Places]) { // of the program that has shown it
			s.enter(kept)
			s.wait("the release", func() bool { return s.shown() == 2 })
			s.putAway()
			<-s.writes.Done()
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
