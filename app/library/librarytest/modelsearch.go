package librarytest

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"communique/app/library"
	"communique/editor/release"
)

// hit is a release that a query finds.
type hit struct {
	*kept
	at    library.Position
	score int // by how often it has the words, those of the headline above all
}

// find returns what a query finds, in its order.
func (m *Memory) find(q library.Query) []hit {
	var hits []hit
	for _, k := range m.all {
		r := k.newest().release
		h := hit{kept: k, at: library.At(library.DaysTo(r.Date), k.id)}
		if k.trashed.IsZero() && within(q, r.Date) && (!q.Twins || m.hasTwin(k)) && h.answers(q) {
			hits = append(hits, h)
		}
	}
	newest := func(a, b hit) int {
		return cmp.Or(cmp.Compare(library.DaysTo(b.newest().release.Date), library.DaysTo(a.newest().release.Date)), cmp.Compare(b.id, a.id))
	}
	slices.SortFunc(hits, func(a, b hit) int {
		switch q.Sort {
		case library.Oldest:
			return newest(b, a)
		case library.Edited:
			return cmp.Or(b.newest().Saved.Compare(a.newest().Saved), cmp.Compare(b.id, a.id))
		case library.Best:
			return cmp.Or(cmp.Compare(b.score, a.score), newest(a, b))
		default:
			return newest(a, b)
		}
	})
	return hits
}

// within reports whether a day lies within a query's; no day lies within any.
func within(q library.Query, day release.Date) bool {
	if q.From.IsZero() && q.To.IsZero() {
		return true
	}
	return !day.IsZero() && q.From.Compare(day) <= 0 && (q.To.IsZero() || day.Compare(q.To) <= 0)
}

// answers reports whether a release has all that a query asks for.
func (h *hit) answers(q library.Query) bool {
	r, words := h.newest().release, h.newest().words
	for _, t := range q.Must {
		n := occurrences(t, r, words)
		if h.score += n; n == 0 {
			return false
		}
	}
	return !slices.ContainsFunc(q.Not, func(t library.Term) bool { return occurrences(t, r, words) > 0 })
}

// headlineWeighs is what a word of the headline counts among others.
const headlineWeighs = 8

func occurrences(t library.Term, r release.Release, words library.Words) int {
	has := func(value string) int { return map[bool]int{true: 1}[letters(value) == letters(t.Rows[0])] }
	switch t.In {
	case library.OfStatus:
		return has(string(r.Status))
	case library.OfKind:
		return has(string(r.Kind))
	case library.OfTemplate:
		return has(r.Template)
	case library.OfLanguage:
		return has(r.Language)
	case library.InSpeakers:
		return rowsIn(t, words.Speakers)
	case library.InPlace:
		return rowsIn(t, words.Place)
	case library.InTags:
		return rowsIn(t, words.Tags)
	default:
		return headlineWeighs*rowsIn(t, words.Headline) + rowsIn(t, words.Text)
	}
}

// letters are what counts of a field's value.
func letters(value string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, value)
}

// rowsIn counts where any of a term's rows stands in folded words.
func rowsIn(t library.Term, folded string) int {
	there, n := strings.Fields(folded), 0
	for at := range there {
		if slices.ContainsFunc(t.Rows, func(row string) bool { return stands(there[at:], row, t.Begins && row == t.Rows[0]) }) {
			n++
		}
	}
	return n
}

func stands(there []string, row string, open bool) bool {
	words := strings.Fields(row)
	if len(words) == 0 || len(words) > len(there) {
		return false
	}
	last := len(words) - 1
	if !slices.Equal(words[:last], there[:last]) {
		return false
	}
	return there[last] == words[last] || open && strings.HasPrefix(there[last], words[last])
}

// Find is as library.Search has it.
func (m *Memory) Find(ctx context.Context, q library.Query, limit int) (all []library.Position, err error) {
	err = m.write(ctx, func() error {
		for _, h := range m.find(q) {
			if limit == 0 || len(all) < limit {
				all = append(all, h.at)
			}
		}
		return nil
	})
	return all, err
}

// Count is as library.Search has it.
func (m *Memory) Count(ctx context.Context, q library.Query) (n int, err error) {
	err = m.write(ctx, func() error { n = len(m.find(q)); return nil })
	return n, err
}

// Entries is as library.Search has it.
func (m *Memory) Entries(ctx context.Context, positions []library.Position) (all []library.Entry, err error) {
	err = m.write(ctx, func() error {
		for _, p := range positions {
			if k := m.all[p.ID()]; k != nil && k.trashed.IsZero() {
				all = append(all, m.entry(k))
			}
		}
		return nil
	})
	return all, err
}

// Quotes is as library.Search has it.
func (m *Memory) Quotes(ctx context.Context, q library.Query) (all []library.Quote, err error) {
	err = m.write(ctx, func() error {
		for _, h := range m.find(q) {
			all = append(all, q.Quotes(m.entry(h.kept), h.newest().release)...)
		}
		return nil
	})
	return all, err
}

// Verify finds no damage: memory has none that a model could find.
func (m *Memory) Verify(ctx context.Context, progress func(done int)) ([]library.Problem, error) {
	n, err := m.Count(ctx, library.Query{})
	if progress != nil && err == nil {
		progress(n)
	}
	return nil, err
}
