package document

import (
	"slices"

	"communique/editor/release"
)

// Touched is what a transaction made different, for whoever keeps something of each text.
type Touched struct {
	Texts   []release.TextID  // with other words or marks; of blocks that stay
	Shaped  []release.BlockID // of another kind, numbering or picture; of blocks that stay
	Added   []release.BlockID // stand where they did not stand before
	Removed []release.BlockID // stand no more where they stood
}

// Touched returns what the transaction made different, each thing once. A block that was
// taken from one place and put at another is Removed and Added.
func (t Transaction) Touched() Touched {
	var texts []release.TextID
	var shaped, moved []release.BlockID
	removed, added := map[release.BlockID]bool{}, map[release.BlockID]bool{}
	kinds := map[release.BlockID]release.BlockKind{} // that they became
	put := func(id release.BlockID) {
		moved = append(moved, id)
		added[id] = true
	}
	take := func(id release.BlockID) {
		moved = append(moved, id)
		if !added[id] {
			removed[id] = true
		}
		added[id] = false
	}
	for _, op := range t {
		switch o := op.(type) {
		case Insert:
			texts = append(texts, o.At.TextID)
		case Delete:
			texts = append(texts, o.At.TextID)
		case Mark:
			texts = append(texts, o.Text)
		case Replace:
			texts = append(texts, o.Text)
		case Change:
			shaped = append(shaped, o.Block)
			kinds[o.Block] = o.After.Kind
		case Split:
			texts = append(texts, o.At.TextID)
			put(o.Rest.ID)
		case Join:
			texts = append(texts, o.At.TextID)
			take(o.Rest.ID)
		case Add:
			put(o.Block.ID)
		case Remove:
			take(o.Block.ID)
		}
	}
	stays := func(id release.BlockID) bool {
		_, was := added[id]
		return !was
	}
	has := func(id release.TextID) bool {
		kind, became := kinds[id.Block]
		b := release.Block{Kind: kind}
		return !became || b.PartText(id.Part) != nil
	}
	return Touched{
		Texts:   once(texts, func(id release.TextID) bool { return stays(id.Block) && has(id) }),
		Shaped:  once(shaped, stays),
		Added:   once(moved, func(id release.BlockID) bool { return added[id] }),
		Removed: once(moved, func(id release.BlockID) bool { return removed[id] }),
	}
}

// once returns what is wanted of a list, each thing where it comes first.
func once[T comparable](all []T, wanted func(T) bool) []T {
	if len(all) == 1 && wanted(all[0]) {
		return all
	}
	seen := make(map[T]bool, len(all))
	return slices.DeleteFunc(slices.Clone(all), func(one T) bool {
		again := seen[one]
		seen[one] = true
		return again || !wanted(one)
	})
}
