package editing

import (
	"cmp"
	"slices"

	"communique/editor/document"
	"communique/editor/release"
)

// The texts in reading order are headline, subheadline and lead, the texts of each block,
// and what stands about the organisation.
var (
	above = []release.Field{release.HeadlineField, release.SubheadlineField, release.LeadField}
	below = []release.Field{release.BoilerplateField}
)

// First returns the text with which reading begins.
func (e *Editor) First() release.TextID { return release.TextID{Field: above[0]} }

// Last returns the text with which reading ends.
func (e *Editor) Last() release.TextID { return release.TextID{Field: below[len(below)-1]} }

// Next returns the text behind another in reading order; false behind the last.
func (e *Editor) Next(id release.TextID) (release.TextID, bool) { return along(e.document(), id, 1) }

// Previous returns the text before another in reading order; false before the first.
func (e *Editor) Previous(id release.TextID) (release.TextID, bool) {
	return along(e.document(), id, -1)
}

// along returns the next text in a direction, which is 1 or -1.
func along(d *document.Document, id release.TextID, step int) (release.TextID, bool) {
	if id.Field == release.BlocksField {
		parts := partsOf(d.Shape(id.Block).Kind)
		if i := slices.Index(parts, id.Part) + step; i >= 0 && i < len(parts) {
			return document.Body(id.Block, parts[i]), true
		}
		return beside(d, d.Index(id.Block)+step, step)
	}
	if i := slices.Index(above, id.Field); i >= 0 {
		if i += step; i >= 0 && i < len(above) {
			return release.TextID{Field: above[i]}, true
		}
		if i < 0 {
			return release.TextID{}, false
		}
		return beside(d, 0, step)
	}
	if i := slices.Index(below, id.Field) + step; i >= 0 {
		if i < len(below) {
			return release.TextID{Field: below[i]}, true
		}
		return release.TextID{}, false
	}
	return beside(d, d.Len()-1, step)
}

// beside returns the nearest text from a block's index on, in a direction.
func beside(d *document.Document, index, step int) (release.TextID, bool) {
	for ; index >= 0 && index < d.Len(); index += step {
		id := d.At(index)
		parts := partsOf(d.Shape(id).Kind)
		if len(parts) == 0 {
			continue
		}
		if step > 0 {
			return document.Body(id, parts[0]), true
		}
		return document.Body(id, parts[len(parts)-1]), true
	}
	if step > 0 {
		return release.TextID{Field: below[0]}, true
	}
	return release.TextID{Field: above[len(above)-1]}, true
}

// partsOf lists the parts of a kind of block that have a text, in reading order.
func partsOf(kind release.BlockKind) []release.Part {
	b := release.Block{Kind: kind}
	return slices.DeleteFunc(release.Parts(), func(p release.Part) bool { return b.PartText(p) == nil })
}

// Compare is negative where a comes before b in reading order, 0 where they are one
// place, and positive where a comes behind b.
func (e *Editor) Compare(a, b release.Position) int { return compare(e.document(), a, b) }

func compare(d *document.Document, a, b release.Position) int {
	if a.TextID == b.TextID {
		return cmp.Compare(a.Offset, b.Offset)
	}
	rankA, indexA, partA := rank(d, a.TextID)
	rankB, indexB, partB := rank(d, b.TextID)
	return cmp.Or(cmp.Compare(rankA, rankB), cmp.Compare(indexA, indexB), cmp.Compare(partA, partB))
}

func rank(d *document.Document, id release.TextID) (field, index, part int) {
	if id.Field == release.BlocksField {
		return len(above), d.Index(id.Block), slices.Index(release.Parts(), id.Part)
	}
	if i := slices.Index(above, id.Field); i >= 0 {
		return i, 0, 0
	}
	return len(above) + 1 + slices.Index(below, id.Field), 0, 0
}

// walks reports whether a caret can be in a text.
func (e *Editor) walks(id release.TextID) bool {
	return e.document().Has(id) && (id.Field == release.BlocksField || slices.Contains(above, id.Field) || slices.Contains(below, id.Field))
}

// Length returns the number of code points of a text.
func (e *Editor) Length(id release.TextID) int { return e.document().Length(id) }

func start(id release.TextID) release.Position { return release.Position{TextID: id} }

func end(d *document.Document, id release.TextID) release.Position {
	return release.Position{TextID: id, Offset: d.Length(id)}
}

// span returns the first and the last place of a block that has texts.
func span(d *document.Document, id release.BlockID) (first, last release.Position) {
	parts := partsOf(d.Shape(id).Kind)
	return inItem(d, start(document.Body(id, parts[0]))), end(d, document.Body(id, parts[len(parts)-1]))
}

// nature is what a text can hold.
type nature int

const (
	oneLine nature = iota // a headline, a name: no line breaks
	lines                 // line breaks, but no paragraphs
	flowing               // parts into paragraphs: the lead and blocks of prose
	items                 // a list
	cells                 // a table
)

func natureOf(d *document.Document, id release.TextID) nature {
	switch id.Field {
	case release.LeadField:
		return flowing
	case release.BoilerplateField:
		return lines
	case release.BlocksField:
		if id.Part != release.Words {
			return oneLine
		}
	default:
		return oneLine
	}
	switch d.Shape(id.Block).Kind {
	case release.List:
		return items
	case release.Table:
		return cells
	case release.Picture:
		return lines
	case release.Rule:
		return oneLine // it has no text at all
	default:
		return flowing
	}
}

// joins reports whether the words of a text can go on in those of another.
func (n nature) joins() bool { return n == flowing || n == items }
