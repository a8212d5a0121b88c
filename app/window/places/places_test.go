package places

import (
	"testing"

	"communique/app/settings"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface"
)

// TestPlaces goes through two releases, rests, and leaves: what was noted is known at once
// and on the disk after a rest; which release is on the screen is there only after leaving,
// and told once.
func TestPlaces(t *testing.T) {
	disk := settings.Places{}
	queue := make(chan func(), 1)
	var here *Here
	params := Params{
		Save:  func(change func(settings.Places) settings.Places) error { disk = change(disk); return nil },
		Write: func(f func()) { f() },
		Here: func() (Here, bool) {
			if here == nil {
				return Here{}, false
			}
			return *here, true
		},
		Do: func(f func()) { queue <- f },
	}
	at := func(block release.BlockID) surface.Place {
		text := release.TextID{Field: release.BlocksField, Block: block}
		caret := release.Position{TextID: text, Offset: 3}
		return surface.Place{Selection: editing.Selection{Anchor: caret, Caret: caret}, Top: text, Above: 7}
	}
	p := New(params)
	p.Note() // nothing is on the screen
	here = &Here{"first", 1, at(10)}
	p.Note()
	if got, known := p.Of("first"); !known || got != at(10) {
		t.Errorf("known is %+v, %v", got, known)
	}
	if len(disk.Visits) != 0 {
		t.Errorf("nobody has rested, and the disk has %+v", disk)
	}
	here = &Here{"second", 2, at(20)}
	p.KeepSoon()
	(<-queue)()
	if len(disk.Visits) != 2 || disk.Visits[0].UUID != "second" || disk.Visits[1].ID != 1 || disk.Shown != "" {
		t.Errorf("after a rest the disk has %+v", disk)
	}
	here.At = at(30)
	p.Leave()
	if disk.Shown != "second" || disk.Visits[0].Caret.Block != 30 {
		t.Errorf("after leaving the disk has %+v", disk)
	}

	params.Known = disk
	p = New(params)
	if got, known := p.Of("second"); !known || got != at(30) {
		t.Errorf("after a restart known is %+v, %v", got, known)
	}
	if uuid, id, known := p.Shown(); uuid != "second" || id != 2 || !known || disk.Shown != "" {
		t.Errorf("shown was %s, %d, %v; the disk has %+v", uuid, id, known, disk)
	}
	here = nil
	if p.Leave(); disk.Shown != "" || len(disk.Visits) != 2 {
		t.Errorf("nothing was on the screen, and the disk has %+v", disk)
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
