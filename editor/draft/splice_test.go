package draft

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTagsAsTyped: tags of any letters come back from the text that shows them.
func TestTagsAsTyped(t *testing.T) {
	pieces := []string{"а", "б", " ", ",", `\`, `\,`, ", ", `\\`}
	r := rand.New(rand.NewPCG(3, 5))
	for range 3000 {
		var tags []string
		for range r.IntN(4) {
			var tag strings.Builder
			for range 1 + r.IntN(5) {
				tag.WriteString(pieces[r.IntN(len(pieces))])
			}
			if one := strings.TrimSpace(tag.String()); one != "" {
				tags = append(tags, one)
			}
		}
		shown := formatTags(tags)
		if got := parseTags(shown); !reflect.DeepEqual(got, tags) {
			t.Fatalf("%q shown as %s comes back as %q", tags, shown, got)
		}
	}
	for text, want := range map[string][]string{
		"": nil, " , ,": nil, "а": {"а"}, " а ,б,, в": {"а", "б", "в"}, `а\,б, в`: {"а,б", "в"}, `а\\, б`: {`а\`, "б"}, `а\б`: {`а\б`}, `а\`: {`а\`}, `\`: {`\`}, `а, \`: {"а", `\`},
	} {
		if got := parseTags(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestWhatEndsAStep: typing goes on within a word, erasing always, and nothing joins two fields.
func TestWhatEndsAStep(t *testing.T) {
	put := func(at int, words string) splice { return splice{field: "notes", at: at, inserted: words} }
	take := func(at int, words string) splice { return splice{field: "notes", at: at, removed: words} }
	other := put(2, "б")
	other.field = "headline"
	for name, c := range map[string]struct {
		first, next splice
		want        splice
		joined      bool
	}{
		"a letter more":            {put(0, "а"), put(2, "б"), put(0, "аб"), true},
		"a space behind a word":    {put(0, "а"), put(2, " "), put(0, "а "), true},
		"behind a space":           {put(0, "а "), put(3, "б"), splice{}, false},
		"behind a no-break space":  {put(0, "а\u00a0"), put(4, "б"), splice{}, false},
		"behind a line feed":       {put(0, "а\n"), put(3, "б"), splice{}, false},
		"behind a full stop":       {put(0, "а."), put(3, "б"), put(0, "а.б"), true},
		"elsewhere":                {put(0, "а"), put(0, "б"), splice{}, false},
		"further on":               {put(0, "а"), put(4, "б"), splice{}, false},
		"a letter less":            {take(2, "б"), take(0, "а"), take(0, "аб"), true},
		"a space less":             {take(2, " "), take(0, "а"), take(0, "а "), true},
		"taken behind":             {take(0, "а"), take(0, "б"), splice{}, false},
		"put where it was taken":   {take(0, "а"), put(0, "б"), splice{}, false},
		"taken what was put":       {put(0, "а"), take(0, "а"), splice{}, false},
		"another field":            {put(0, "а"), other, splice{}, false},
		"put in place of a letter": {splice{field: "notes", removed: "в", inserted: "а"}, put(2, "б"), splice{}, false},
	} {
		got, joined := c.first.join(c.next)
		if got.ops = nil; joined != c.joined || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %+v, %t", name, got, joined)
		}
	}
}

// TestTheSmallestSplice: it makes one text of the other, cuts no letter, and leaves what both begin and end with.
func TestTheSmallestSplice(t *testing.T) {
	pieces := []string{"а", "б", "р", "a", "é", "щ", "😀", "😁", "\xff", "\xd0"}
	r := rand.New(rand.NewPCG(7, 11))
	random := func() string {
		var b strings.Builder
		for range r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	for range 20_000 {
		before, after := random(), random()
		got, differs := diff("notes", before, after)
		if differs != (before != after) {
			t.Fatalf("%q and %q differ: %t", before, after, differs)
		}
		if !differs {
			continue
		}
		if got.in(before) != after || before[got.at:got.at+len(got.removed)] != got.removed {
			t.Fatalf("%q to %q: %+v", before, after, got)
		}
		if !utf8.ValidString(before) || !utf8.ValidString(after) {
			continue
		}
		if !utf8.ValidString(got.removed) || !utf8.ValidString(got.inserted) {
			t.Fatalf("%q to %q cuts a letter: %+v", before, after, got)
		}
		was, is := []rune(got.removed), []rune(got.inserted)
		if len(was) > 0 && len(is) > 0 && (was[0] == is[0] || was[len(was)-1] == is[len(is)-1]) {
			t.Fatalf("%q to %q touches more than differs: %+v", before, after, got)
		}
	}
}
