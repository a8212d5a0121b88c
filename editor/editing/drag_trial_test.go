package editing

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/editor/draft"
	"communique/editor/release"
)

// unspaced is each text of a draft without its spaces, which may come and go between words.
func (r *random) unspaced() map[release.TextID]string {
	all := map[release.TextID]string{}
	for p := range r.session.Release().Passages() {
		all[p.TextID] = strings.ReplaceAll(textOf(r.Editor, p.TextID), " ", "")
	}
	return all
}

// TestADragAgainstAPlainModel drags words of any field or block to a place of any other: they
// stand there and are selected, letter by letter, and are gone from where they were, or are there
// still; all else is as it was, and one undo brings that back.
func TestADragAgainstAPlainModel(t *testing.T) {
	source := rand.New(rand.NewPCG(41, *seed))
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	for round := range *rounds / 10 {
		r := &random{Rand: source, Editor: New(draft.NewSession(everyKind(), func() time.Time { return now }))}
		from, to := r.nearest(r.place()), r.nearest(r.place())
		copied := r.IntN(2) == 0
		words := []rune(textOf(r.Editor, from.TextID))
		end := from
		end.Offset += r.IntN(len(words) - from.Offset + 1)
		piece := string(words[from.Offset:end.Offset])
		if piece == "" || strings.ContainsAny(piece, "\n\t") || to.TextID == from.TextID && to.Offset >= from.Offset && to.Offset <= end.Offset {
			continue
		}
		before, want := r.session.Release(), r.unspaced()
		without := func(text []rune) string { return strings.ReplaceAll(string(text), " ", "") }
		there := []rune(textOf(r.Editor, to.TextID))
		head, tail := there[:to.Offset:to.Offset], there[to.Offset:]
		switch {
		case copied || to.TextID != from.TextID:
		case to.Offset < from.Offset:
			tail = append(there[to.Offset:from.Offset:from.Offset], there[end.Offset:]...)
		default:
			head = append(there[:from.Offset:from.Offset], there[end.Offset:to.Offset]...)
		}
		if !copied {
			want[from.TextID] = without(append(words[:from.Offset:from.Offset], words[end.Offset:]...))
		}
		want[to.TextID] = without(append(append(head, []rune(piece)...), tail...))
		r.Select(from, end)
		r.MoveSelection(to, copied)
		for id, text := range want {
			if got := strings.ReplaceAll(textOf(r.Editor, id), " ", ""); got != text {
				t.Fatalf("round %d: %q dragged from %v to %v, copied %v: %v is %q, not %q", round, piece, from, to, copied, id, got, text)
			}
		}
		if got := r.Copy().Text(); strings.Trim(got, "\n") != piece {
			t.Fatalf("round %d: %q dragged to %v, and %q is selected", round, piece, to, got)
		}
		if !r.Undo() || !reflect.DeepEqual(r.session.Release(), before) {
			t.Fatalf("round %d: %q dragged from %v to %v is not undone", round, piece, from, to)
		}
	}
}
