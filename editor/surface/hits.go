package surface

import (
	"cmp"
	"math"
	"slices"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
)

// Range is a piece of one text.
type Range struct{ Start, End release.Position }

// carrier carries positions along through a change, as document.Transaction has it.
type carrier func(p release.Position, after bool) (release.Position, bool)

// carried is the range behind a change, without what is put at its ends; false where
// none of its words is left.
func (r Range) carried(carry carrier) (Range, bool) {
	start, ok := carry(r.Start, true)
	end, also := carry(r.End, false)
	return Range{start, end}, ok && also && start.TextID == end.TextID && start.Offset < end.Offset
}

// touchedBy tells of each text whether a change does anything to places in it.
func touchedBy(moves document.Transaction) func(release.TextID) bool {
	touched := moves.Touched()
	texts, blocks := map[release.TextID]bool{}, map[release.BlockID]bool{}
	for _, id := range touched.Texts {
		texts[id] = true
	}
	for _, some := range [][]release.BlockID{touched.Shaped, touched.Added, touched.Removed} {
		for _, id := range some {
			blocks[id] = true
		}
	}
	return func(id release.TextID) bool { return texts[id] || blocks[id.Block] }
}

// hits are what a search found. They go along with the text.
type hits struct {
	all     []Range
	current int // -1 for none
}

// carry takes the hits along through a change; those whose words are gone cover
// nothing.
func (h *hits) carry(moves document.Transaction) {
	if len(h.all) == 0 {
		return
	}
	touches, carry := touchedBy(moves), moves.Carrier()
	for i, one := range h.all {
		if !touches(one.Start.TextID) {
			continue
		}
		moved, ok := one.carried(carry)
		if !ok {
			moved.End = moved.Start
		}
		h.all[i] = moved
	}
}

// SetHits marks what a search found; current is the index of the one it is at, -1 for
// none. It does not scroll.
func (s *Surface) SetHits(all []Range, current int) {
	s.hits = hits{slices.Clone(all), current}
	s.show()
}

// SetFindings underlines findings, and marks them beside the scroll bar.
func (s *Surface) SetFindings(all []Finding) {
	s.findings.set(all)
	s.show()
}

// NextFinding selects the finding at the caret or behind it, or after the last the first. It is
// false where there is none.
func (s *Surface) NextFinding() bool { return s.toFinding(1) }

// PreviousFinding selects the finding before the caret, or before the first the last.
func (s *Surface) PreviousFinding() bool { return s.toFinding(-1) }

func (s *Surface) toFinding(way int) bool {
	if s.editor == nil || len(s.findings.byText) == 0 {
		return false
	}
	order := func(a, b Finding) int {
		return way * cmp.Or(s.editor.Compare(a.Start, b.Start), cmp.Compare(a.Tag, b.Tag))
	}
	here := s.here(way)
	var next, first *Finding
	for f := range s.findings.all() {
		if first == nil || order(f, *first) < 0 {
			first = &f
		}
		if order(f, here) > 0 && (next == nil || order(f, *next) < 0) {
			next = &f
		}
	}
	if next == nil {
		next = first
	}
	found := *next
	s.findings.visited = found
	s.Act(func(e *editing.Editor) { e.Select(found.Start, found.End) })
	s.tellFinding(&found, true)
	return true
}

// here is where a person is among the findings: at the one that was come to last, of which several
// may begin at one place, at what is selected, or before all that begins at the caret.
func (s *Surface) here(way int) Finding {
	start, end := s.editor.Range()
	visited := s.findings.visited
	if visited.Start == start && visited.End == end {
		return visited
	}
	here := Finding{Start: start, Tag: math.MinInt}
	if start != end && way > 0 {
		here.Tag = math.MaxInt
	}
	return here
}

// tellFinding tells which finding is looked at, with the keyboard or the mouse; nil for none any more.
func (s *Surface) tellFinding(f *Finding, byKey bool) {
	var at Area
	if f != nil {
		at, _ = s.AreaOf(f.Start, f.End)
	}
	s.OnFinding(f, at, byKey)
}
