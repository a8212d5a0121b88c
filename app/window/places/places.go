// Package places keeps where a person was in the releases, caret and view, over a restart of
// the program.
package places

import (
	"time"

	"communique/app/settings"
	"communique/app/window/background"
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
	Rest  time.Duration       // how long the hands have rested when the places are kept
	Do    func(func())        // runs a function on the UI goroutine
}

// Places is where the person was in each release. It belongs to the UI goroutine.
type Places struct {
	params  Params
	known   settings.Places
	visited []settings.Place // of those, what the disk does not know yet; the oldest first
	timer   *background.Timer
}

// New returns the places that are known.
func New(params Params) *Places {
	return &Places{params: params, known: params.Known, timer: background.NewTimer(params.Do)}
}

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

// KeepSoon keeps the places on the disk when the hands have rested. After a program that died
// nothing is shown by itself: that may have been the release's doing.
func (p *Places) KeepSoon() {
	if p.params.Save != nil {
		p.timer.After(p.params.Rest, func() {
			p.note()
			p.keep("")
		})
	}
}

// Leave keeps them at once, and which release is on the screen: the program is left.
func (p *Places) Leave() { p.keep(p.note()) }

// Shown returns the release that was on the screen when the program was left, by its UUID and
// its place in the library; false where none was. It is told once: if this copy of the program
// dies, the next shows nothing by itself.
func (p *Places) Shown() (uuid string, id int64, known bool) {
	at, known := p.known.Of(p.known.Shown)
	if known {
		p.keep("")
	}
	return at.UUID, at.ID, known
}

// keep writes what the disk does not know yet. What cannot be kept is not missed.
func (p *Places) keep(shown string) {
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
			places.Shown = shown
			return places
		})
	})
}
