package document

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
)

// TestLongText puts words into a long text and takes some out, parts and joins it, and
// compares what its stretches say with counting.
func TestLongText(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	long, plain := newText("", nil), ""
	for range 3000 {
		n := random.IntN(long.length + 1)
		at := len(string([]rune(plain)[:n]))
		if got := long.bytes(n); got != at {
			t.Fatalf("code point %d begins at %d, not %d", n, got, at)
		}
		if got := long.runes(at); got != n {
			t.Fatalf("before byte %d are %d code points, not %d", at, got, n)
		}
		end := min(long.length, n+random.IntN(2000))
		gone := string([]rune(plain)[n:end])
		if got := long.between(n, end); got != gone {
			t.Fatalf("from %d to %d stands %q, not %q", n, end, got, gone)
		}
		switch random.IntN(3) {
		case 0:
			rest := long.part(n)
			if long.words() != plain[:at] || rest.words() != plain[at:] || rest.length != utf8.RuneCountInString(plain[at:]) {
				t.Fatalf("parted at %d into %q and %q", n, long.words(), rest.words())
			}
			long.join(&rest)
		case 1:
			long.remove(n, end-n)
			plain = plain[:at] + plain[at+len(gone):]
		default:
			words := strings.Repeat(string([]rune("aж€😀")[random.IntN(4)]), random.IntN(900))
			long.insert(n, words, nil)
			plain = plain[:at] + words + plain[at:]
		}
		if long.length != utf8.RuneCountInString(plain) || random.IntN(3) == 0 && long.words() != plain {
			t.Fatalf("%q, not %q", long.words(), plain)
		}
	}
	for _, s := range long.stretches {
		if s.words == "" || len(s.words) > longest || s.runes != utf8.RuneCountInString(s.words) {
			t.Errorf("a stretch of %d bytes and %d code points", len(s.words), s.runes)
		}
	}
	if len(long.stretches) > 3*(len(plain)/longest+1) {
		t.Errorf("%d bytes in %d stretches", len(plain), len(long.stretches))
	}
	if long.bytes(long.length+1) != len(plain) || long.bytes(-1) != 0 || long.runes(-1) != 0 || long.between(-5, 1<<40) != plain {
		t.Error("found a place outside the text")
	}
}

// TestSequence puts blocks anywhere and takes some, beside a plain slice.
func TestSequence(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 1))
	var s sequence
	var plain []*block
	for round := range 20_000 {
		if n := len(plain); n > 0 && random.IntN(5) < round/5000 {
			i := random.IntN(n)
			s.remove(i)
			plain = slices.Delete(plain, i, i+1)
		} else {
			i, b := random.IntN(n+1), &block{id: release.BlockID(round)}
			s.insert(i, b)
			plain = slices.Insert(plain, i, b)
		}
		if s.length() != len(plain) {
			t.Fatalf("%d blocks, not %d", s.length(), len(plain))
		}
		if len(plain) > 0 {
			if i := random.IntN(len(plain)); s.at(i) != plain[i] || s.index(plain[i]) != i {
				t.Fatalf("at %d is block %d with index %d", i, s.at(i).id, s.index(plain[i]))
			}
		}
	}
	if !slices.Equal(slices.Collect(s.all()), plain) {
		t.Error("in another order")
	}
}

func TestTouched(t *testing.T) {
	words, other := Body(1, release.Words), Body(2, release.Words)
	at := release.Position{TextID: words}
	two := release.Block{ID: 2, Kind: release.Paragraph}
	for name, tt := range map[string]struct {
		t    Transaction
		want Touched
	}{
		"nothing":                {nil, Touched{}},
		"a letter":               {Transaction{Insert{At: at, Words: "а"}}, Touched{Texts: []release.TextID{words}}},
		"a text twice":           {Transaction{Insert{At: at, Words: "а"}, Mark{Text: words}, Delete{At: at, Words: "а"}}, Touched{Texts: []release.TextID{words}}},
		"a kind":                 {Transaction{Change{Block: 1}}, Touched{Shaped: []release.BlockID{1}}},
		"a speaker that goes":    {Transaction{Delete{At: release.Position{TextID: Body(1, release.SpeakerPart)}, Words: "а"}, Change{Block: 1, After: Shape{Kind: release.List}}}, Touched{Shaped: []release.BlockID{1}}},
		"a block parted":         {Transaction{Split{At: at, Rest: two}, Insert{At: release.Position{TextID: other}}}, Touched{Texts: []release.TextID{words}, Added: []release.BlockID{2}}},
		"a block joined":         {Transaction{Insert{At: release.Position{TextID: other}}, Join{At: at, Rest: two}}, Touched{Texts: []release.TextID{words}, Removed: []release.BlockID{2}}},
		"a block elsewhere":      {Transaction{Remove{Block: two}, Add{After: 1, Block: two}}, Touched{Added: []release.BlockID{2}, Removed: []release.BlockID{2}}},
		"a block there and back": {Transaction{Add{Block: two}, Change{Block: 2}, Remove{Block: two}}, Touched{}},
		"a block put anew":       {Transaction{Add{Block: two}, Remove{Block: two}, Add{Block: two}}, Touched{Added: []release.BlockID{2}}},
	} {
		t.Run(name, func(t *testing.T) {
			got := tt.t.Touched()
			if len(got.Texts) != len(tt.want.Texts) || len(got.Texts) > 0 && !reflect.DeepEqual(got.Texts, tt.want.Texts) {
				t.Errorf("texts %v", got.Texts)
			}
			if !slices.Equal(got.Shaped, tt.want.Shaped) || !slices.Equal(got.Added, tt.want.Added) || !slices.Equal(got.Removed, tt.want.Removed) {
				t.Errorf("got %+v", got)
			}
		})
	}
}
