package places

import (
	"slices"
	"testing"

	"communique/app/settings"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface"
)

// stage is a window's places, with a disk and a UI goroutine in the test's hands.
type stage struct {
	*Places
	t      *testing.T
	here   *Here // nil where no release is on the screen
	disk   *settings.Places
	queue  chan func() // what waits for the UI goroutine
	writes []func()    // what waits for the disk
	slow   bool        // the disk is
}

func begin(t *testing.T, disk *settings.Places) *stage {
	s := &stage{t: t, disk: disk, queue: make(chan func(), 10)}
	s.Places = New(Params{
		Known: *disk,
		Save:  func(change func(settings.Places) settings.Places) error { *disk = change(*disk); return nil },
		Write: func(f func()) {
			if s.writes = append(s.writes, f); !s.slow {
				s.write()
			}
		},
		Here: func() (Here, bool) {
			if s.here == nil {
				return Here{}, false
			}
			return *s.here, true
		},
		Do: func(f func()) { s.queue <- f },
	})
	return s
}

// write does what waits for the disk.
func (s *stage) write() {
	for ; len(s.writes) > 0; s.writes = s.writes[1:] {
		s.writes[0]()
	}
}

// keep waits until what is to be kept soon is on the disk.
func (s *stage) keep() {
	s.KeepSoon()
	for s.due {
		(<-s.queue)()
	}
}

func (s *stage) has(open []string, shown string) {
	s.t.Helper()
	if !slices.Equal(s.disk.Open, open) || s.disk.Shown != shown {
		s.t.Errorf("the disk has %v open and %q shown, not %v and %q", s.disk.Open, s.disk.Shown, open, shown)
	}
}

func at(block release.BlockID) surface.Place {
	text := release.TextID{Field: release.BlocksField, Block: block}
	caret := release.Position{TextID: text, Offset: 3}
	return surface.Place{Selection: editing.Selection{Anchor: caret, Caret: caret}, Top: text, Above: 7}
}

// TestPlaces goes through two releases, and leaves: what was noted is known at once, and on the
// disk a moment later, with the release that is on the screen.
func TestPlaces(t *testing.T) {
	disk := settings.Places{}
	s := begin(t, &disk)
	s.Note() // nothing is on the screen
	s.here = &Here{"first", 1, at(10)}
	s.Note()
	if got, known := s.Of("first"); !known || got != at(10) {
		t.Errorf("known is %+v, %v", got, known)
	}
	if len(disk.Visits) != 0 {
		t.Errorf("nothing was to be kept, and the disk has %+v", disk)
	}
	s.here = &Here{"second", 2, at(20)}
	s.keep()
	if len(disk.Visits) != 2 || disk.Visits[0].UUID != "second" || disk.Visits[1].ID != 1 {
		t.Errorf("the disk has %+v", disk)
	}
	s.has([]string{"second"}, "")
	s.here.At = at(30)
	s.Leave()
	s.has(nil, "second")
	if disk.Visits[0].Caret.Block != 30 {
		t.Errorf("after leaving the disk has %+v", disk)
	}

	s = begin(t, &disk)
	if got, known := s.Of("second"); !known || got != at(30) {
		t.Errorf("after a restart known is %+v, %v", got, known)
	}
	if ended := s.Ended(); len(ended) != 1 || ended[0].UUID != "second" || ended[0].ID != 2 {
		t.Errorf("there ended %+v", ended)
	}
	s.Taken("second")
	s.has(nil, "")
	if s.Leave(); len(disk.Visits) != 2 {
		t.Errorf("nothing was on the screen, and the disk has %+v", disk)
	}
	s.has(nil, "")
}

// TestTheNewestVisitIsFirst, also where the person comes back to the same place.
func TestTheNewestVisitIsFirst(t *testing.T) {
	disk := settings.Places{}
	s := begin(t, &disk)
	for _, uuid := range []string{"first", "second", "first"} {
		s.here = &Here{uuid, 1, at(10)}
		s.Note()
	}
	if got := s.known.Visits[0].UUID; got != "first" {
		t.Errorf("%q was visited last", got)
	}
}

// TestWhatIsOpen: each window keeps what is on its own screen, and lets go of that alone.
func TestWhatIsOpen(t *testing.T) {
	disk := settings.Places{}
	a, b := begin(t, &disk), begin(t, &disk)
	a.here, b.here = &Here{UUID: "first", ID: 1}, &Here{UUID: "second", ID: 2}
	a.keep()
	b.keep()
	a.has([]string{"second", "first"}, "")
	a.here = &Here{UUID: "third", ID: 3}
	a.keep()
	a.has([]string{"third", "second"}, "")
	a.here = nil
	a.keep()
	a.has([]string{"second"}, "")
	a.here = &Here{UUID: "third", ID: 3}
	a.Leave()
	a.has([]string{"second"}, "third")
	if ended := disk.Ended(); len(ended) != 2 || ended[0].UUID != "second" || ended[1].UUID != "third" {
		t.Errorf("there ended %+v", ended)
	}
	begin(t, &disk).Taken("second")
	a.has(nil, "third")
}

// TestNoMoreThanADiskCan: while it writes, nothing more waits for it; what has changed meanwhile
// is written then. What is as it was is not written.
func TestNoMoreThanADiskCan(t *testing.T) {
	disk := settings.Places{}
	s := begin(t, &disk)
	s.slow, s.here = true, &Here{UUID: "first", ID: 1, At: at(10)}
	s.KeepSoon()
	(<-s.queue)()
	waiting := len(s.writes)
	s.here.At = at(20)
	for range 3 {
		s.KeepSoon()
	}
	if len(s.writes) != waiting {
		t.Errorf("%d wait for the disk, not %d", len(s.writes), waiting)
	}
	s.write()
	s.slow = false
	for s.due {
		(<-s.queue)()
	}
	if disk.Visits[0].Caret.Block != 20 {
		t.Errorf("the disk has %+v", disk.Visits)
	}
	s.slow = true
	s.KeepSoon()
	if (<-s.queue)(); len(s.writes) > 0 || s.due {
		t.Error("what is known is written again")
	}
}

// TestPlacesThatAreNotKept are known as long as the program runs.
func TestPlacesThatAreNotKept(t *testing.T) {
	p := New(Params{Here: func() (Here, bool) { return Here{UUID: "first"}, true }, Write: func(f func()) { f() }})
	p.KeepSoon()
	p.Note()
	p.Leave()
	if _, known := p.Of("first"); !known || len(p.visited) > 0 {
		t.Errorf("known %v, %d wait for a disk", known, len(p.visited))
	}
}
