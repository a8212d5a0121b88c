package pdf

import (
	"strings"

	"communique/editor/intake/pdf/objects"
)

// page is what one page shows.
type page struct {
	left, bottom, right, top float64
	runs                     []run
	pictures                 int
	files                    map[int][]byte // of the pictures, by their mark
	hidden                   int            // runs that nobody was to see
	links                    []string       // the addresses
	fields, comments         int
}

// shows reports whether a place lies on the page, or hardly beside it.
func (p *page) shows(x, y float64) bool {
	return x >= p.left-1 && x <= p.right+1 && y >= p.bottom-1 && y <= p.top+1
}

// run are letters in a row. x and y are where their line begins, in points from the lower left corner
// of the page, end is where the row does; size is how high the letters are.
type run struct {
	text         string
	x, y, end    float64
	size         float64
	mark         int // the number by which the structure knows them; -1 for none
	bold, italic bool
	artifact     bool // of the page, and not of its text
	unpainted    bool
	away         bool // its string begins off the page
	spaced       bool // a space stands before it
	spaceBehind  bool
	to           direction
	value        bool // of a field, which somebody has filled in
}

// The most that a page does, and all pages together.
const (
	maxOperators = 3_000_000
	maxRuns      = 500_000
	maxLetters   = 4_000_000
	maxString    = 1 << 20
	maxNested    = 12 // forms within one another
	maxSaved     = 256
)

// page reads what a page shows.
func (r *reader) page(d objects.Dict, above inherited) (*page, error) {
	p := &page{files: map[int][]byte{}}
	p.left, p.bottom, p.right, p.top = r.box(above.box)
	data, err := r.contents(d["Contents"])
	if err != nil {
		return p, err
	}
	s := &painter{reader: r, page: p, asked: map[objects.Name]*font{}, resources: r.file.Dict(above.resources)}
	s.state = state{matrix: identity, scale: 1}
	err = s.paint(data)
	r.annotations(p, d)
	return p, err
}

// choose leaves out the letters that are not painted, where most are: on a page that was scanned the
// unpainted ones are what it says.
func (p *page) choose() {
	painted, not := 0, 0
	for _, one := range p.runs {
		switch n := len(strings.TrimSpace(one.text)); {
		case one.unpainted:
			not += n
		case !one.artifact:
			painted += n
		}
	}
	if not >= painted {
		return
	}
	kept := p.runs[:0]
	for _, one := range p.runs {
		if one.unpainted && strings.TrimSpace(one.text) != "" {
			p.hidden++
			continue
		}
		kept = append(kept, one)
	}
	p.runs = kept
}
