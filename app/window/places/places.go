// Package places keeps where a person was in the releases, caret and view, over a restart of
// the program, and which release was on the screen.
package places

import (
	"time"

	"communique/app/settings"
	"communique/editor/editing"
	"communique/editor/surface"
)

// Here is a release on the screen, and where the person is in it.
type Here struct {
	UUID string
	ID   int64 // in the library; 0 while that does not have it
	At   surface.Place
}

// Params are what Places need.
type Params struct {
	Known settings.Places // on the disk
	// Save changes the places on the disk, away from the UI goroutine; nil where they are
	// not kept.
	Save  func(change func(settings.Places) settings.Places) error
	Write func(func())        // does something after what is being written already
	Here  func() (Here, bool) // false where no release is on the screen
	Delay time.Duration       // from a change of place until that is kept
	Do    func(func())        // runs a function on the UI goroutine
}

// Places is where the person was in each release. It belongs to the UI goroutine.
type Places struct {
	params  Params
	known   settings.Places
	visited []settings.Place // of those, what the disk does not know yet; the oldest first
	open    string           // the release that the disk has as the one on the screen
	moved   bool             // the person may be elsewhere than was kept last
	due     bool             // that will be kept in a moment, or is being written
}

// New returns the places that are known.
func New(params Params) *Places { return &Places{params: params, known: params.Known} }

// Note notes where the person is in the release on the screen.
func (p *Places) Note() { p.note() }

// note does so and returns the release's UUID, "" where none is on the screen.
func (p *Places) note() string {
	here, shown := p.params.Here()
	if !shown {
		return ""
	}
	place := settings.Place{
		UUID: here.UUID, ID: here.ID, Anchor: here.At.Selection.Anchor, Caret: here.At.Selection.Caret, Top: here.At.Top, Above: here.At.Above,
	}
	if before, known := p.known.Of(here.UUID); known && before == place && p.known.Visits[0].UUID == here.UUID {
		return here.UUID
	}
	p.known = p.known.With(place)
	if p.params.Save != nil {
		p.visited = append(p.visited, place)
	}
	return here.UUID
}

// Of returns where the person was in a release; false where that is not known.
func (p *Places) Of(uuid string) (surface.Place, bool) {
	at, known := p.known.Of(uuid)
	return surface.Place{Selection: editing.Selection{Anchor: at.Anchor, Caret: at.Caret}, Top: at.Top, Above: at.Above}, known
}

// KeepSoon keeps the places on the disk in a moment, also while the hands go on, and which
// release is on the screen: a program that is killed leaves no word.
func (p *Places) KeepSoon() {
	p.moved = p.params.Save != nil
	p.wait()
}

func (p *Places) wait() {
	if p.moved && !p.due {
		p.due = true
		time.AfterFunc(p.params.Delay, func() { p.params.Do(p.keepOpen) })
	}
}

func (p *Places) keepOpen() {
	p.moved = false
	now, before := p.note(), p.open
	if now == before && len(p.visited) == 0 {
		p.due = false
		return
	}
	p.open = now
	p.keep(func(places settings.Places) settings.Places { return places.Opened(before, now) })
	p.params.Write(func() { p.params.Do(p.written) })
}

// written goes on with what has changed since; where the disk is slow, no more waits for it.
func (p *Places) written() {
	p.due = false
	p.wait()
}

// Leave keeps them at once, and which release is on the screen: the program is left.
func (p *Places) Leave() {
	now, before := p.note(), p.open
	p.keep(func(places settings.Places) settings.Places {
		places = places.Opened(before, "")
		places.Shown = now
		return places
	})
}

// Ended returns the releases that were on the screens of windows that have ended, by their UUIDs
// and their places in the library, and those of windows that go on: which is which, their claims
// tell. What is shown first is first.
func (p *Places) Ended() []settings.Place { return p.known.Ended() }

// Taken says that one of them is this window's now. If the program dies of showing it, the
// next does not show it by itself.
func (p *Places) Taken(uuid string) {
	p.keep(func(places settings.Places) settings.Places {
		if places.Shown == uuid {
			places.Shown = ""
		}
		return places.Opened(uuid, "")
	})
}

// keep changes the places on the disk, and writes what that does not know yet. What cannot be
// kept is not missed.
func (p *Places) keep(change func(settings.Places) settings.Places) {
	if p.params.Save == nil {
		return
	}
	visited := p.visited
	p.visited = nil
	p.params.Write(func() {
		_ = p.params.Save(func(places settings.Places) settings.Places {
			for _, place := range visited {
				places = places.With(place)
			}
			return change(places)
		})
	})
}
