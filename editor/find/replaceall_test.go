package find

import (
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"communique/editor/draft"
	"communique/editor/plain"
	"communique/editor/release"
)

// TestReplaceAllAgainstAPlainModel replaces letters, composed ones and emoji among them, in random
// texts of every kind of field and block: each text is what a plain model makes of it, no cell and
// no item comes or goes, one undo brings all back and one redo makes it again.
func TestReplaceAllAgainstAPlainModel(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 28))
	signs := []string{"а", "б", "А", "й", "и\u0306", "е\u0301", " ", ".", "*", "(", "😀", "👨\u200d👩\u200d👧", "\u00ad", "\u00a0", "ש"}
	text := func(most int) string {
		all := ""
		for range random.IntN(most + 1) {
			all += signs[random.IntN(len(signs))]
		}
		return all
	}
	replaced := 0
	for range 3000 {
		r := release.New("ru")
		r.Headline, r.Lead = text(12), text(12)
		r.Blocks = release.Numbered([]release.Block{
			{Kind: release.Paragraph, Text: text(20)},
			{Kind: release.Quotation, Text: text(12), Speaker: text(8)},
			{Kind: release.List, Text: text(8) + "\n" + text(8)},
			{Kind: release.Table, Text: text(5) + "\t" + text(5) + "\n" + text(5) + "\t" + text(5)},
			{Kind: release.Picture, Picture: "aa", Text: text(8), Author: text(4), Alternative: text(4)},
		})
		o := Options{Case: random.IntN(2) == 0, Word: random.IntN(3) == 0}
		typed, with := text(3), text(3)
		q := New(typed, o)
		session := draft.NewSession(r, time.Now)
		before := session.Release()
		want := map[release.TextID]string{}
		for p := range before.Passages() {
			letters, made, at := []rune(p.Text), "", 0
			if !q.IsEmpty() {
				for _, hit := range naive(typed, p.Text, o) {
					made += string(letters[at:hit[0]]) + plain.Line(with)
					at = hit[1]
					replaced++
				}
			}
			want[p.TextID] = made + string(letters[at:])
		}
		changes := q.Plain(before.Passages(), Replacement{Words: with})
		if err := session.Apply(Transaction(session.Document(), changes)); err != nil {
			t.Fatalf("%q by %q in %+v: %v", typed, with, before, err)
		}
		after := session.Release()
		for p := range after.Passages() {
			if p.Text != want[p.TextID] {
				t.Fatalf("%q by %q, %+v: %v is %q, not %q", typed, with, o, p.TextID, p.Text, want[p.TextID])
			}
			delete(want, p.TextID)
		}
		for id, text := range want {
			if text != "" {
				t.Fatalf("%q by %q: %v, %q, is gone", typed, with, id, text)
			}
		}
		if reflect.DeepEqual(before, after) {
			continue
		}
		if _, ok := session.Undo(); !ok || !reflect.DeepEqual(session.Release(), before) {
			t.Fatalf("%q by %q is not undone", typed, with)
		}
		if _, ok := session.Redo(); !ok || !reflect.DeepEqual(session.Release(), after) {
			t.Fatalf("%q by %q is not redone", typed, with)
		}
	}
	if replaced < 1000 {
		t.Errorf("%d hits were replaced: the texts are no trial", replaced)
	}
}
