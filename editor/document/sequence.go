package document

import (
	"iter"
	"slices"
	"sort"

	"communique/editor/release"
)

// block is a block with its texts.
type block struct {
	id    release.BlockID
	shape Shape
	words text
	named map[release.Part]*text // those that have a name and were asked for
	run   *run
}

func newBlock(b release.Block) *block {
	own := &block{id: b.ID, shape: ShapeOf(b), words: newText(b.Text, b.Marks)}
	for _, part := range release.Parts() {
		if words := b.PartText(part); part != release.Words && words != nil && *words != "" {
			*own.text(part) = newText(*words, nil)
		}
	}
	return own
}

// text returns the text of a part; nil where the block's kind has none.
func (b *block) text(part release.Part) *text {
	kind := release.Block{Kind: b.shape.Kind}
	if kind.PartText(part) == nil {
		return nil
	}
	if part == release.Words {
		return &b.words
	}
	if b.named == nil {
		b.named = map[release.Part]*text{}
	}
	if b.named[part] == nil {
		b.named[part] = &text{}
	}
	return b.named[part]
}

// block returns a copy of the block as a release has it.
func (b *block) block() release.Block {
	r := b.bare()
	r.Text, r.Marks = b.words.words(), slices.Clone(b.words.marks)
	return r
}

// bare is the block without its words.
func (b *block) bare() release.Block {
	r := release.Block{ID: b.id, Kind: b.shape.Kind, First: b.shape.First, Mixed: b.shape.Mixed, Picture: b.shape.Picture}
	for part, t := range b.named {
		if words := r.PartText(part); words != nil {
			*words = t.words()
		}
	}
	return r
}

// sequence is blocks in their order, in runs of a few hundred, so that one is put, taken
// and found without touching all.
type sequence struct{ runs []*run }

type run struct {
	start  int // the index of its first block
	blocks []*block
}

// runLength is the number of blocks of a new run; it grows to twice that.
const runLength = 128

func (s *sequence) length() int {
	if len(s.runs) == 0 {
		return 0
	}
	last := s.runs[len(s.runs)-1]
	return last.start + len(last.blocks)
}

// at returns the block at an index, which there is.
func (s *sequence) at(i int) *block {
	r := s.runs[s.runAt(i)]
	return r.blocks[i-r.start]
}

// runAt returns which run has an index, or the last.
func (s *sequence) runAt(i int) int {
	return sort.Search(len(s.runs)-1, func(n int) bool { return s.runs[n+1].start > i })
}

func (s *sequence) index(b *block) int { return b.run.start + slices.Index(b.run.blocks, b) }

func (s *sequence) insert(i int, b *block) {
	if len(s.runs) == 0 {
		s.runs = []*run{{}}
	}
	n := s.runAt(i)
	r := s.runs[n]
	r.blocks = slices.Insert(r.blocks, i-r.start, b)
	b.run = r
	if len(r.blocks) >= 2*runLength {
		rest := &run{blocks: slices.Clone(r.blocks[runLength:])}
		r.blocks = slices.Clip(r.blocks[:runLength])
		for _, moved := range rest.blocks {
			moved.run = rest
		}
		s.runs = slices.Insert(s.runs, n+1, rest)
	}
	s.count(n)
}

func (s *sequence) remove(i int) {
	n := s.runAt(i)
	r := s.runs[n]
	r.blocks = slices.Delete(r.blocks, i-r.start, i-r.start+1)
	if len(r.blocks) == 0 {
		s.runs = slices.Delete(s.runs, n, n+1)
	}
	s.count(n)
}

// count says anew where the runs from the n-th on begin.
func (s *sequence) count(n int) {
	for ; n < len(s.runs); n++ {
		s.runs[n].start = 0
		if n > 0 {
			s.runs[n].start = s.runs[n-1].start + len(s.runs[n-1].blocks)
		}
	}
}

func (s *sequence) all() iter.Seq[*block] {
	return func(yield func(*block) bool) {
		for _, r := range s.runs {
			for _, b := range r.blocks {
				if !yield(b) {
					return
				}
			}
		}
	}
}
