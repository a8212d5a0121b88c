package librarytest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"communique/app/library"
)

// Nearest is as library.Search has it.
func (m *Memory) Nearest(ctx context.Context, q library.Query) (all []library.Near, err error) {
	err = m.write(ctx, func() error {
		in := map[string]int{} // releases
		for _, k := range m.all {
			s := k.newest()
			if !k.trashed.IsZero() {
				continue
			}
			seen := map[string]bool{}
			for _, word := range strings.Fields(s.words.Headline + " " + s.words.Text) {
				if !seen[word] {
					seen[word] = true
					in[word]++
				}
			}
		}
		for _, t := range q.Must {
			if t.In.IsField() || len(m.find(library.Query{Must: []library.Term{t}})) > 0 {
				continue
			}
			for _, word := range strings.Fields(t.Rows[0]) {
				if near := nearTo(word, in); len(near) > 0 {
					all = append(all, library.Near{Typed: word, Words: near})
				}
			}
		}
		return nil
	})
	return all, err
}

func nearTo(typed string, in map[string]int) []string {
	if in[typed] > 0 {
		return nil
	}
	far := func(word string) int { letters, _ := library.Distance(typed, word); return letters }
	near := slices.DeleteFunc(slices.Sorted(maps.Keys(in)), func(word string) bool { _, ok := library.Distance(typed, word); return !ok })
	slices.SortStableFunc(near, func(a, b string) int {
		return cmp.Or(cmp.Compare(far(a), far(b)), cmp.Compare(in[b], in[a]))
	})
	return near[:min(len(near), library.Nearby)]
}
