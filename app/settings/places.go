package settings

import (
	"encoding/json"
	"path/filepath"
	"slices"

	"communique/editor/release"
	"communique/export/file"
)

// mostPlaces is how many releases the program remembers a place in.
const mostPlaces = 100

// mostOpen is of how many windows that were not left it remembers what they showed.
const mostOpen = 10

// placesName is the name of the file, which nobody is meant to write but the program.
const placesName = "places.json"

// Places is where a person was in the releases that were on the screen last.
type Places struct {
	Shown  string   // the UUID of the release that was on the screen when the program was left; "" for none
	Open   []string // those on the screens of windows that were not left, the newest first
	Visits []Place  // the newest first
	Usual  string   `json:",omitempty"` // the library in the usual place, once one was there
}

// Place is where a person was in a release.
type Place struct {
	UUID          string
	ID            int64            // in the library that it was in
	Anchor, Caret release.Position // the ends of what was selected
	Top           release.TextID   // what stood at the upper edge
	Above         float32          // how much of that was above the edge, in Fyne's units
}

// Of returns the place in a release; false where none is known.
func (p Places) Of(uuid string) (Place, bool) {
	i := slices.IndexFunc(p.Visits, func(v Place) bool { return v.UUID == uuid })
	if i < 0 {
		return Place{}, false
	}
	return p.Visits[i], true
}

// With returns the places with a newer one, and without the oldest of too many.
func (p Places) With(newer Place) Places {
	visits := []Place{newer}
	for _, v := range p.Visits {
		if v.UUID != newer.UUID && len(visits) < mostPlaces {
			visits = append(visits, v)
		}
	}
	p.Visits = visits
	return p
}

// Opened returns the places with a release on the screen of a window, in the place of one that
// was there before; "" is none.
func (p Places) Opened(before, now string) Places {
	p.Open = slices.DeleteFunc(slices.Clone(p.Open), func(uuid string) bool { return uuid == before || uuid == now })
	if now != "" {
		p.Open = slices.Insert(p.Open, 0, now)
	}
	p.Open = p.Open[:min(len(p.Open), mostOpen)]
	return p
}

// Ended returns where the person was in the releases that windows had on their screens when they
// ended, and a library has: first those of windows that were not left.
func (p Places) Ended() []Place {
	var ended []Place
	for _, uuid := range append(slices.Clone(p.Open), p.Shown) {
		if place, known := p.Of(uuid); known && place.ID != 0 && !slices.Contains(ended, place) {
			ended = append(ended, place)
		}
	}
	return ended
}

// LoadPlaces reads the places in dir. What cannot be read is forgotten: nobody has
// written it by hand.
func LoadPlaces(dir string) Places {
	var p Places
	data, err := readFile(filepath.Join(dir, placesName))
	if err != nil || json.Unmarshal(data, &p) != nil {
		return Places{}
	}
	return p
}

// UpdatePlaces changes the places as they are on the disk, while nobody else does.
func UpdatePlaces(dir string, change func(Places) Places) error {
	return locked(dir, func() error {
		data, err := json.Marshal(change(LoadPlaces(dir)))
		if err != nil {
			return err
		}
		return file.Replace(filepath.Join(dir, placesName), append(data, '\n'))
	})
}
