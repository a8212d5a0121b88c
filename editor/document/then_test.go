package document

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
)

// TestThenIsOneAfterTheOther makes operations that go on from each other, or do not: what Then makes
// of them has the same outcome, is taken back as exactly, and carries every position to the same place.
func TestThenIsOneAfterTheOther(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(5, 6)), New(release.New("ru"))}
	for round := range 4000 {
		if round%200 == 0 {
			w.d = New(release.New("ru"))
		}
		before := written(w.d)
		var done, whole Transaction
		at := w.place()
		for range 1 + w.IntN(5) {
			op := w.key(at)
			if err := w.d.Apply(Transaction{op}); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			done, whole = append(done, op), whole.Then(Transaction{op})
			at = w.next(op)
		}
		after := written(w.d)
		again := New(before)
		if err := again.Apply(whole); err != nil || !reflect.DeepEqual(written(again), after) {
			t.Fatalf("round %d: %v\n%#v\nbecame %#v", round, err, done, whole)
		}
		for _, p := range places(before, done[0]) {
			for _, behind := range []bool{false, true} {
				want, there := done.Map(p, behind)
				if got, also := whole.Map(p, behind); got != want || there != also {
					t.Fatalf("round %d: %+v goes to %+v, not %+v\n%#v\nbecame %#v", round, p, got, want, done, whole)
				}
			}
		}
		if err := again.Apply(whole.Inverse()); err != nil || !reflect.DeepEqual(written(again), before) {
			t.Fatalf("round %d: not taken back: %v\n%#v\nbecame %#v", round, err, done, whole)
		}
	}
}

// key is what a key does at a place.
func (w writer) key(at release.Position) Op {
	switch w.IntN(8) {
	case 0, 1, 2:
		return Insert{at, "ж", w.marks("ж")}
	case 3, 4, 5:
		if at.Offset > 0 { // Backspace
			at.Offset--
			return w.d.Deletion(at, 1)
		}
	case 6:
		return w.d.Deletion(at, 1)
	}
	return w.op()
}

// next is where a caret is behind an operation: mostly where that has left it.
func (w writer) next(op Op) release.Position {
	switch o := op.(type) {
	case Insert:
		return o.behind()
	case Delete:
		return o.At
	}
	return w.place()
}

// places are all of the text that an operation is in; none of one that is in several.
func places(r release.Release, op Op) (all []release.Position) {
	var id release.TextID
	switch o := op.(type) {
	case Insert:
		id = o.At.TextID
	case Delete:
		id = o.At.TextID
	}
	text, _, _ := New(r).Text(id)
	for n := range utf8.RuneCountInString(text) + 1 {
		all = append(all, release.Position{TextID: id, Offset: n})
	}
	return all
}

// TestThenJoinsWhatGoesOn says which operations become one. Transactions that were handed on before
// stay as they were.
func TestThenJoinsWhatGoesOn(t *testing.T) {
	lead, headline := release.TextID{Field: release.LeadField}, release.TextID{Field: release.HeadlineField}
	at := func(id release.TextID, n int) release.Position { return release.Position{TextID: id, Offset: n} }
	bold := func(from, to int) []release.Mark {
		return []release.Mark{{Start: from, End: to, Style: release.Bold}}
	}
	for name, tt := range map[string]struct{ first, second, want Op }{
		"typed on":        {Insert{at(lead, 3), "аб", bold(1, 2)}, Insert{at(lead, 5), "в", bold(0, 1)}, Insert{at(lead, 3), "абв", bold(1, 3)}},
		"typed before":    {Insert{at(lead, 3), "аб", nil}, Insert{at(lead, 3), "в", nil}, nil},
		"typed within":    {Insert{at(lead, 3), "аб", nil}, Insert{at(lead, 4), "в", nil}, nil},
		"typed elsewhere": {Insert{at(lead, 3), "аб", nil}, Insert{at(headline, 5), "в", nil}, nil},
		"Backspace":       {Delete{at(lead, 3), "б", bold(0, 1)}, Delete{at(lead, 2), "а", nil}, Delete{at(lead, 2), "аб", bold(1, 2)}},
		"Delete":          {Delete{at(lead, 3), "а", bold(0, 1)}, Delete{at(lead, 3), "б", bold(0, 1)}, Delete{at(lead, 3), "аб", bold(0, 2)}},
		"gone elsewhere":  {Delete{at(lead, 3), "а", nil}, Delete{at(lead, 1), "б", nil}, nil},
		"one of each":     {Insert{at(lead, 3), "а", nil}, Delete{at(lead, 3), "а", nil}, nil},
		"the other way":   {Delete{at(lead, 3), "а", nil}, Insert{at(lead, 3), "б", nil}, nil},
	} {
		want := Transaction{tt.want}
		if tt.want == nil {
			want = Transaction{tt.first, tt.second}
		}
		before := Transaction{tt.first}
		if got := before.Then(Transaction{tt.second}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v", name, got)
		}
		if !reflect.DeepEqual(before, Transaction{tt.first}) {
			t.Errorf("%s: what was handed on became %#v", name, before)
		}
	}
}
