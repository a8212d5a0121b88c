package automaton

import (
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"slices"
	"strconv"
)

// ErrTooMany says that words have more letters, or need more edges, than the format has
// numbers for.
var ErrTooMany = errors.New("too many words for an automaton")

// Build writes the minimal automaton of words with their frequencies (J. Daciuk and
// others, Incremental construction of minimal acyclic finite-state automata, 2000).
func Build(w io.Writer, words map[string]Frequency) error {
	b := builder{labels: map[rune]byte{}, known: map[string]uint32{}, written: []uint32{lastEdge}} // an edge that nothing leads to
	letters := b.alphabet(words)
	if len(letters) > maxLetters {
		return ErrTooMany
	}
	b.path = []node{{}}
	var before []byte
	for _, word := range b.sorted(words) {
		shared := 0
		for shared < len(before) && shared < len(word) && before[shared] == word[shared] {
			shared++
		}
		b.close(shared)
		for _, label := range word[shared:] {
			b.path = append(b.path, node{label: label})
		}
		before = word
	}
	b.close(0)
	root := b.state(b.path[0].edges)
	if len(b.written) > maxEdges {
		return ErrTooMany
	}
	if _, err := io.WriteString(w, string(letters)+"\t"+strconv.Itoa(int(root))+"\n"); err != nil {
		return err
	}
	return binary.Write(w, binary.LittleEndian, b.written)
}

// node is a state that words may still be added to.
type node struct {
	label byte // that leads to it
	edges []uint32
}

type builder struct {
	labels  map[rune]byte
	path    []node            // to the last word's end
	known   map[string]uint32 // states by their edges
	written []uint32
}

func (b *builder) alphabet(words map[string]Frequency) []rune {
	set := map[rune]bool{}
	for word := range words {
		for _, r := range word {
			set[r] = true
		}
	}
	letters := slices.Sorted(maps.Keys(set))
	for i, r := range letters {
		b.labels[r] = byte(min(i+int(firstLabel), labelMask))
	}
	return letters
}

// sorted are the words as labels, each with its end.
func (b *builder) sorted(words map[string]Frequency) [][]byte {
	all := make([][]byte, 0, len(words))
	for word, frequency := range words {
		labels := make([]byte, 0, len(word)+1)
		for _, r := range word {
			labels = append(labels, b.labels[r])
		}
		all = append(all, append(labels, byte(frequency)))
	}
	slices.SortFunc(all, slices.Compare)
	return all
}

// close ends the states behind the first n of the path.
func (b *builder) close(n int) {
	for len(b.path)-1 > n {
		end := b.path[len(b.path)-1]
		b.path = b.path[:len(b.path)-1]
		edge := uint32(end.label)
		if end.edges != nil { // an end of a word leads nowhere
			edge |= b.state(end.edges) << stateShift
		}
		above := &b.path[len(b.path)-1]
		above.edges = append(above.edges, edge)
	}
}

// state writes a state, unless it was written before.
func (b *builder) state(edges []uint32) uint32 {
	if len(edges) == 0 {
		return 0
	}
	edges[len(edges)-1] |= lastEdge
	key := make([]byte, 0, len(edges)*edgeSize)
	for _, e := range edges {
		key = binary.LittleEndian.AppendUint32(key, e)
	}
	if at, ok := b.known[string(key)]; ok {
		return at
	}
	at := uint32(len(b.written)) //nolint:gosec // Build checks the sum
	b.written = append(b.written, edges...)
	b.known[string(key)] = at
	return at
}
