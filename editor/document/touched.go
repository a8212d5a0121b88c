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

// touches collects what the operations of a transaction make different, in their order.
type touches struct {
	texts         []release.TextID
	shaped, moved []release.BlockID
	// added and removed say of each block that was moved where it stands in the end.
	added, removed map[release.BlockID]bool
	kinds          map[release.BlockID]release.BlockKind // that blocks became
}

func (t *touches) text(id release.TextID) { t.texts = append(t.texts, id) }

func (t *touches) shape(id release.BlockID, after Shape) {
	t.shaped = append(t.shaped, id)
	t.kinds[id] = after.Kind
}

func (t *touches) put(id release.BlockID) {
	t.moved = append(t.moved, id)
	t.added[id] = true
}

func (t *touches) take(id release.BlockID) {
	t.moved = append(t.moved, id)
	if !t.added[id] {
		t.removed[id] = true
	}
	t.added[id] = false
}

// Touched returns what the transaction made different, each thing once. A block that was
// taken from one place and put at another is Removed and Added.
func (t Transaction) Touched() Touched {
	all := touches{added: map[release.BlockID]bool{}, removed: map[release.BlockID]bool{}, kinds: map[release.BlockID]release.BlockKind{}}
	for _, op := range t {
		op.touch(&all)
	}
	stays := func(id release.BlockID) bool {
		_, was := all.added[id]
		return !was
	}
	has := func(id release.TextID) bool {
		kind, became := all.kinds[id.Block]
		b := release.Block{Kind: kind}
		return !became || b.PartText(id.Part) != nil
	}
	return Touched{
		Texts:   once(all.texts, func(id release.TextID) bool { return stays(id.Block) && has(id) }),
		Shaped:  once(all.shaped, stays),
		Added:   once(all.moved, func(id release.BlockID) bool { return all.added[id] }),
		Removed: once(all.moved, func(id release.BlockID) bool { return all.removed[id] }),
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
