package proof

import (
	"slices"

	"communique/editor/document"
	"communique/editor/release"
)

// Repairs is the transaction that makes all repairs of findings that nobody accepted, and
// which of them it mends: of repairs that touch the same letters only the first.
func Repairs(found []Finding, d *document.Document) (ops document.Transaction, mended []Finding) {
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
