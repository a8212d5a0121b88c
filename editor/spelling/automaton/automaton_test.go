package automaton

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// built is the automaton of words, which are given with their frequencies.
func built(t testing.TB, words map[string]Frequency) *Automaton {
	t.Helper()
	var b bytes.Buffer
	if err := Build(&b, words); err != nil {
		t.Fatal(err)
	}
	a, err := Open(b.String())
	if err != nil || !a.IsSound() {
		t.Fatalf("%v, or what Build wrote is not sound", err)
	}
	return a
}

// Random words are found as a map finds them, and nothing else is.
func TestFindsAsAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		letters := make([]rune, random.IntN(6))
		for i := range letters {
			letters[i] = []rune("абвеёА-")[random.IntN(7)]
		}
		return string(letters)
	}
	words := map[string]Frequency{}
	for range 3000 {
		words[word()] = 1 + Frequency(random.UintN(uint(MostFrequent))) //nolint:gosec // at most 15
	}
	a := built(t, words)
	for range 20_000 {
		asked := word()
		want := words[asked]
		if strings.Contains(asked, "е") { // it stands for ё too
			for w := range words {
				if equalButYo(asked, w) && want == 0 {
					want = 255
				}
			}
		}
		got := a.Find(asked)
		if (got > 0) != (want > 0) || !strings.Contains(asked, "е") && got != want {
			t.Fatalf("%q: %d, not %d", asked, got, want)
		}
	}
}

// equalButYo reports whether a word is the asked one with ё for some of its е.
func equalButYo(asked, word string) bool {
	x, y := []rune(asked), []rune(word)
	return slices.EqualFunc(x, y, func(p, q rune) bool { return p == q || p == 'е' && q == 'ё' })
}

func TestFind(t *testing.T) {
	a := built(t, map[string]Frequency{"ёлка": 3, "елка": 2, "Москва": 9, "мир": 12, "": 1})
	for word, want := range map[string]Frequency{
		"ёлка": 3, "елка": 3, "москва": 0, "Москва": 9, "мир": 12, "мира": 0, "ми": 0, "mир": 0, "": 1, "мёр": 0,
	} {
		if got := a.Find(word); got != want {
			t.Errorf("%q: %d, not %d", word, got, want)
		}
	}
}

// plainCosts are those of V. Levenshtein, with swaps.
var plainCosts = Costs{
	Substitute: func(rune, rune) int { return 1 }, Missing: func(rune, rune) int { return 1 }, Extra: func(rune, rune) int { return 1 }, Swap: 1,
}

// distance compares two words by trying everything.
func distance(x, y []rune) int {
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		for j := range d[i] {
			switch {
			case i == 0:
				d[i][j] = j
			case j == 0:
				d[i][j] = i
			default:
				same := 1
				if x[i-1] == y[j-1] {
					same = 0
				}
				d[i][j] = min(d[i-1][j-1]+same, d[i-1][j]+1, d[i][j-1]+1)
				if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
					d[i][j] = min(d[i][j], d[i-2][j-2]+1)
				}
			}
		}
	}
	return d[len(x)][len(y)]
}

// Words are found near another as comparing it with each of them finds them.
func TestNearAsComparing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	word := func() string {
		letters := make([]rune, 1+random.IntN(6))
		for i := range letters {
			letters[i] = []rune("абвг")[random.IntN(4)]
		}
		return string(letters)
	}
	words := map[string]Frequency{}
	for range 800 {
		words[word()] = 1
	}
	a := built(t, words)
	table := a.NewTable(plainCosts)
	for range 500 {
		asked, limit := word(), random.IntN(3)
		want := map[string]int{}
		for w := range words {
			if d := distance([]rune(asked), []rune(w)); d <= limit {
				want[w] = d
			}
		}
		got := map[string]int{}
		for _, n := range a.Near(asked, table, limit) {
			if _, twice := got[n.Word]; twice {
				t.Errorf("%s comes twice", n.Word)
			}
			got[n.Word] = n.Cost
		}
		if !maps.Equal(got, want) {
			t.Fatalf("%s within %d: got %v, want %v", asked, limit, got, want)
		}
	}
}

func TestNearKnowsCapitalsAndStrangeLetters(t *testing.T) {
	a := built(t, map[string]Frequency{"Москва": 9, "маска": 5})
	table := a.NewTable(plainCosts)
	for typed, want := range map[string]string{"москва": "[{Москва 9 0}]", "масква": "[{Москва 9 1} {маска 5 1}]", "маsка": "[]", strings.Repeat("м", 50): "[]"} {
		got := a.Near(typed, table, 1)
		slices.SortFunc(got, func(x, y Near) int { return strings.Compare(x.Word, y.Word) })
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, not %s", typed, got, want)
		}
	}
}

func TestOpenTurnsDown(t *testing.T) {
	var b bytes.Buffer
	if err := Build(&b, map[string]Frequency{"а": 1}); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "а\t1\n", "а\tx\n0000", "а\t1", b.String()[:b.Len()-1], strings.Replace(b.String(), "\t", "\t9", 1)} {
		if _, err := Open(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
}

// TestIsSound: an edge that leads to a state behind it, a letter that nobody has, and a last edge that
// is not the last of its state are found.
func TestIsSound(t *testing.T) {
	var b bytes.Buffer
	if err := Build(&b, map[string]Frequency{"а": 1, "аб": 1}); err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func(last []byte){
		"a state behind it":    func(last []byte) { last[2] = 0xff },
		"a letter nobody has":  func(last []byte) { last[0] = 0xff },
		"no last of its state": func(last []byte) { last[1] &^= lastEdge >> 8 },
	} {
		text := bytes.Clone(b.Bytes())
		damage(text[len(text)-edgeSize:])
		if a, err := Open(string(text)); err != nil || a.IsSound() {
			t.Errorf("%s: %v, or it is sound", name, err)
		}
	}
}

// FuzzOpen: what is no automaton is turned down, or asked without going astray.
func FuzzOpen(f *testing.F) {
	var b bytes.Buffer
	if err := Build(&b, map[string]Frequency{"мир": 1, "Москва": 3, "ёлка": 2}); err != nil {
		f.Fatal(err)
	}
	f.Add(b.String(), "елка")
	f.Fuzz(func(t *testing.T, text, word string) {
		if len(text) > 4000 || len(word) > 100 {
			return
		}
		a, err := Open(text)
		if err != nil || !a.IsSound() {
			return
		}
		a.Find(word)
		a.Near(word, a.NewTable(plainCosts), 2)
	})
}
