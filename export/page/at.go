package page

import (
	"math"

	"communique/editor/release"
)

// At returns what a point of page n was set from, to the letter: the picture there, or
// the line there or nearest to it, above or below before beside. It returns false on a
// page without text.
func (d Document) At(n int, x, y float64) (Source, bool) {
	p := d.Pages[n]
	for _, picture := range p.Pictures {
		if x >= picture.X && x <= picture.X+picture.Width && y >= picture.Y && y <= picture.Y+picture.Height {
			return d.Parts[picture.Part].Source, true
		}
	}
	line, there := p.lineAt(x, y)
	if !there {
		return Source{}, false
	}
	at := d.Parts[line.Part].Source
	if at.isText() && d.Parts[line.Part].Role != ItemMark {
		at.Offset = max(line.Offset+line.lettersBefore(x), 0)
	}
	return at, true
}

// isText reports whether the source is one of the release's texts, in which a letter
// can be pointed at.
func (s Source) isText() bool {
	switch s.Field {
	case release.HeadlineField, release.SubheadlineField, release.LeadField, release.BlocksField, release.BoilerplateField:
		return true
	default:
		return false
	}
}

// lineAt returns the line nearest to a point that is no furniture.
func (p Page) lineAt(x, y float64) (nearest Line, there bool) {
	least := [2]float64{math.Inf(1), math.Inf(1)}
	for _, line := range p.Lines {
		if line.Part == Furniture || len(line.Runs) == 0 {
			continue
		}
		last := line.Runs[len(line.Runs)-1]
		away := [2]float64{
			max(line.Top-y, y-line.Top-line.Height, 0),
			max(line.Runs[0].X-x, x-last.X-last.Width(), 0),
		}
		if away[0] < least[0] || away[0] == least[0] && away[1] < least[1] {
			nearest, least, there = line, away, true
		}
	}
	return nearest, there
}

// lettersBefore counts the letters whose middle is left of x.
func (l Line) lettersBefore(x float64) int {
	letters := 0
	for _, r := range l.Runs {
		at := r.X
		for _, g := range r.Glyphs {
			if g.Advance > 0 && at+g.Advance/2 > x {
				return letters
			}
			at += g.Advance
			letters++
		}
	}
	return max(letters-1, 0)
}
