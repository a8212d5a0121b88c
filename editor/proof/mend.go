package proof

import (
	"slices"
	"strings"

	"communique/editor/document"
	"communique/editor/release"
)

// Mended is a release with all repairs made that are certain.
type Mended struct {
	Release release.Release
	// Ops is the one step that has mended it.
	Ops document.Transaction
	// Done is what was mended, in the order of the page. Start and End are its place in the end, and Put is what
	// stands there then, a mere space aside: a repair may be followed by another at the same place.
	Done []Finding
}

// Mend makes all repairs of a release that are certain. It checks again until none is left: some findings
// stand for others, and of two at one place the second is mended after the first.
func Mend(r release.Release, check func(release.Release) []Finding) Mended {
	const most = 100 // rounds, should two repairs undo each other
	d, m := document.New(r), Mended{Release: r.Clone()}
	for range most {
		ops, mended := mending(check(m.Release), d)
		if len(mended) == 0 || d.Apply(ops) != nil {
			break
		}
		d.Write(&m.Release)
		m.Ops = append(m.Ops, ops...)
		m.Done = append(m.Done, mended...)
		moveAlong(m.Done, ops)
	}
	for i := range m.Done {
		if f := &m.Done[i]; strings.TrimSpace(f.Put) != "" {
			f.Put, _ = d.Piece(f.TextID, f.Start, f.End)
		}
	}
	slices.SortStableFunc(m.Done, inPageOrder)
	return m
}

// moveAlong has findings stand where their places are behind a transaction.
func moveAlong(found []Finding, ops document.Transaction) {
	move := ops.Carrier()
	for i := range found {
		f := &found[i]
		start, _ := move(release.Position{TextID: f.TextID, Offset: f.Start}, false)
		end, _ := move(release.Position{TextID: f.TextID, Offset: f.End}, true)
		f.Start, f.End = start.Offset, end.Offset
	}
}

// mending is the transaction that makes all repairs of findings that nobody accepted, and
// which of them it mends: of repairs that touch the same letters only the first.
func mending(found []Finding, d *document.Document) (ops document.Transaction, mended []Finding) {
	pieces := map[release.TextID][]document.Piece{}
	ends := map[release.TextID]int{}
	var texts []release.TextID
	found = slices.Clone(found)
	slices.SortStableFunc(found, inPageOrder)
	for _, f := range found {
		if _, fits := f.Repair(d); !fits || f.Accepted || f.Start < ends[f.TextID] {
			continue
		}
		if pieces[f.TextID] == nil {
			texts = append(texts, f.TextID)
		}
		pieces[f.TextID] = append(pieces[f.TextID], document.Piece{At: f.Start, Gone: f.Text, Put: f.Put})
		ends[f.TextID] = f.End
		mended = append(mended, f)
	}
	for _, id := range texts {
		ops = append(ops, d.Replacing(id, pieces[id]))
	}
	return ops, mended
}
