package document

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// movedPlainly carries a place through the pieces of a Replace one after the other.
func movedPlainly(pieces []Piece, at int, after bool) int {
	shift := 0
	for _, p := range pieces {
		switch end := p.end(); {
		case at < p.At, at == p.At && (!after || p.Gone != ""):
			return at + shift
		case at < end && after:
			return end + p.grows() + shift
		case at < end:
			return p.At + shift
		}
		shift += p.grows()
	}
	return at + shift
}

// TestCarrier carries places through replacements, also where pieces touch, are empty or stand at the
// ends: one by one, as Map does, and as a plain reading of the pieces says. Where a text comes twice,
// or a block goes, it is Map.
func TestCarrier(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 9))
	words := func(most int) string { return strings.Repeat("ж", random.IntN(most+1)) }
	texts := []release.TextID{{Field: release.LeadField}, Body(1, release.Words), Body(2, release.Words)}
	for range 3000 {
		var all Transaction
		pieces := map[release.TextID][]Piece{}
		for _, id := range texts[:1+random.IntN(2)] {
			at := 0
			for range random.IntN(5) {
				at += random.IntN(3)
				p := Piece{At: at, Gone: words(3), Put: words(4)}
				pieces[id] = append(pieces[id], p)
				at = p.end()
			}
			all = append(all, Replace{Text: id, Pieces: pieces[id]})
		}
		if random.IntN(4) == 0 {
			all = append(all, all[0].Inverse())
		}
		twice := len(all) > 1 && all[0].(Replace).Text == all[len(all)-1].(Replace).Text
		carry := all.Carrier()
		for _, id := range texts {
			for at := range 24 {
				for _, after := range []bool{false, true} {
					p := release.Position{TextID: id, Offset: at}
					got, ok := carry(p, after)
					if want, _ := all.Map(p, after); !ok || got != want {
						t.Fatalf("%+v through %+v: %v, not %v as Map says", p, all, got, want)
					}
					if want := movedPlainly(pieces[id], at, after); !twice && got.Offset != want {
						t.Fatalf("%+v, after %v, through %+v: at %d, not at %d", p, after, pieces[id], got.Offset, want)
					}
				}
			}
		}
	}
	gone := Transaction{Remove{Block: release.Block{ID: 1, Kind: release.Paragraph}}}
	if _, ok := gone.Carrier()(release.Position{TextID: texts[1]}, true); ok {
		t.Error("a place in a block that is gone is carried")
	}
}

// TestReplaceKeepsStretches: replaced there and back again and again, a text is no more pieces than
// it was, and none is longer than one may be.
func TestReplaceKeepsStretches(t *testing.T) {
	words := strings.Repeat("Стороны обсудили план. ", 400)
	r := release.New("ru")
	r.Lead = words
	d := New(r)
	id := release.TextID{Field: release.LeadField}
	var pieces []Piece
	for i, letter := range []rune(words) {
		if letter == 'п' {
			pieces = append(pieces, Piece{At: i, Gone: "план", Put: strings.Repeat("ж", 1+i%700)})
		}
	}
	o := d.Replacing(id, pieces)
	for range 20 {
		if err := d.Apply(Transaction{o}); err != nil {
			t.Fatal(err)
		}
		for _, s := range d.at(id).stretches {
			if len(s.words) > longest || s.runes != len([]rune(s.words)) {
				t.Fatalf("a stretch of %d bytes, %d letters", len(s.words), s.runes)
			}
		}
		if err := d.Apply(Transaction{o.Inverse()}); err != nil {
			t.Fatal(err)
		}
		if got := d.at(id); got.words() != words || got.length != len([]rune(words)) || len(got.stretches) > len(words)/longest*3 {
			t.Fatalf("back it is %d stretches", len(got.stretches))
		}
	}
	wrong := slices.Clone(pieces)
	wrong[3].Gone = "плен"
	if err := d.Apply(Transaction{Replace{Text: id, Pieces: wrong}}); err == nil || d.at(id).words() != words {
		t.Errorf("words that do not stand there are replaced: %v", err)
	}
	wrong[3] = Piece{At: len([]rune(words)) + 1, Put: "и"}
	if err := d.Apply(Transaction{Replace{Text: id, Pieces: wrong[3:4]}}); err == nil {
		t.Error("words are put behind the end")
	}
}
