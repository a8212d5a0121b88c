package spelling

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestDistance compares with the plain way to count letters put, taken, changed and exchanged with their neighbour.
func TestDistance(t *testing.T) {
	plain := func(x, y []rune) int {
		rows := make([][]int, len(x)+1)
		for i := range rows {
			rows[i] = make([]int, len(y)+1)
			rows[i][0] = i
		}
		for j := range y {
			rows[0][j+1] = j + 1
		}
		for i := range x {
			for j := range y {
				cost := rows[i][j]
				if x[i] != y[j] {
					cost++
				}
				cost = min(cost, rows[i][j+1]+1, rows[i+1][j]+1)
				if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
					cost = min(cost, rows[i-1][j-1]+1)
				}
				rows[i+1][j+1] = cost
			}
		}
		return rows[len(x)][len(y)]
	}
	r := rand.New(rand.NewPCG(13, 17))
	word := func() []rune {
		letters := make([]rune, r.IntN(7))
		for i := range letters {
			letters[i] = 'а' + r.Int32N(3)
		}
		return letters
	}
	for range 20_000 {
		x, y, limit := word(), word(), 1+r.IntN(3)
		want := plain(x, y)
		if got := distance(x, y, limit); got <= limit && got != want || got > limit && want <= limit {
			t.Fatalf("%s and %s: %d, want %d of at most %d", string(x), string(y), got, want, limit)
		}
	}
	for _, n := range []int{longestName, longestName + 1} {
		long := []rune(strings.Repeat("а", n))
		if got := distance(long, long, 2) == 0; got != (n == longestName) {
			t.Errorf("a name of %d letters is near itself: %t", n, got)
		}
	}
}

// TestNeighboursOnTheKeyboard cost less than any other mistake, to either side, and no row goes over into the next.
func TestNeighboursOnTheKeyboard(t *testing.T) {
	for pair, is := range map[string]bool{
		"йц": true, "цй": true, "зх": true, "хъ": true, "фы": true, "жэ": true, "яч": true, "бю": true, "ьб": true, "qw": true, "op": true, "as": true, "kl": true, "zx": true, "nm": true, "mn": true,
		"ъф": false, "эя": false, "йу": false, "фя": false, "pa": false, "lz": false, "qe": false, "йй": false,
	} {
		letters := []rune(pair)
		if besides()[[2]rune{letters[0], letters[1]}] != is {
			t.Errorf("%s are neighbours: %t", pair, !is)
		}
	}
}

// TestWordsThatMayBeParted: what was joined by mistake, and what nobody would join.
func TestWordsThatMayBeParted(t *testing.T) {
	for joined, cost := range map[string]int{
		"of the": plainMistake + 2, "to be": plainMistake + 2, "a bed": 0, "bed a": 0, "как бы": splitCost, "так же": splitCost, "дом сад": plainMistake + 2, "дом он": 0, "он дом": 0, "в саду": splitCost, "я дом": plainMistake + 2,
		"э дом": 0, "дом в": 0,
	} {
		before, after, _ := strings.Cut(joined, " ")
		in := cyrillic
		if before[0] < 0x80 {
			in = latin
		}
		if got := splitCostOf(before, after, in); got != cost {
			t.Errorf("%s: %d, want %d", joined, got, cost)
		}
	}
}

// TestAddressesAreNoWords.
func TestAddressesAreNoWords(t *testing.T) {
	for run, is := range map[string]bool{
		"council.example": true, "(council.example).": true, "https://council.example": true, "www.Совет": true, "press@council.example": true, "@council": true, "#совет": true, "a_b": true, `c:\a`: true, "совет.рф": true, "«совет.рф»,": true, "a.bc": true, "5.ab": true,
		"совет.": false, "т.д.": false, "а.б": false, "Совет.Рубеж": false, "work.Then": false, "a.b": false, ".ru": false, "работ.example": false, "example.работ": false, "": false, "...": false, "совет.рф-а": false,
	} {
		if isAddress(run) != is {
			t.Errorf("%s is an address: %t", run, !is)
		}
	}
	for word, is := range map[string]bool{"": true, "abc": true, "абв": true, "Ѐџ": true, "ӿ": true, "ԀԂ": false, "é": false, "а\u0301": false, "҂": true, "а\u0483": false, "а\u0489": false, "Ҋ": true, "а’": false} {
		if isPlain(word) != is {
			t.Errorf("%q is plain: %t", word, !is)
		}
	}
	for word, is := range map[string]bool{"а": true, "Я": true, "ё": true, "Ё": true, "і": false, "ѐ": false, "a": false, "ҷ": false} {
		for _, r := range word {
			if isRussian(r) != is {
				t.Errorf("%q is of Russian: %t", word, !is)
			}
		}
	}
	for word, is := range map[string]bool{"iPhone": true, "ЕврАзЭС": true, "Анна-Мария": false, "О'Нил": false, "COVID": false, "слово": false, "Слово": false, "слОво": true, "вице-МИД": false, "Вице-МИДа": true} {
		capitals, letters := 0, 0
		for _, r := range word {
			if r == '-' || r == '\'' {
				continue
			}
			letters++
			if strings.ToLower(string(r)) != string(r) {
				capitals++
			}
		}
		if hasCapitalWithin(word, capitals, letters) != is {
			t.Errorf("%s has a capital within: %t", word, !is)
		}
	}
}

// TestShortWords: an abbreviation ends in no vowel and no soft sign, and two capitals are no word of
// the other layout.
func TestShortWords(t *testing.T) {
	c := New(Params{})
	for text, word := range map[string]string{
		"Такова жызь.": "жызь", "Так вот жызн. и поют": "", "Так вот жызна. и поют": "жызна", "Фирмы GJ, YF и JN открыты.": "", "ghb встрече": "ghb",
	} {
		found := c.Check(text).Misspelt
		if word == "" && len(found) > 0 || word != "" && (len(found) != 1 || found[0].Text != word) {
			t.Errorf("%s: found %+v", text, found)
		}
	}
}

// TestProposalsHaveTheApostropheOfTheText.
func TestProposalsHaveTheApostropheOfTheText(t *testing.T) {
	c := New(Params{})
	for text, want := range map[string]string{"He dosn’t know": "doesn’t", "He dosn't know": "doesn't"} {
		found := c.Check(text).Misspelt
		if len(found) != 1 || !slices.Contains(c.Suggest(found[0]), want) {
			t.Errorf("%s: found %+v", text, found)
		}
	}
}
