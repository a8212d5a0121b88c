package spelling

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/spelling/automaton"
)

// The keys of the Russian and the American layout, key by key.
const (
	russianKeys = "йцукенгшщзхъфывапролджэячсмитьбюё"
	latinKeys   = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
)

var (
	toRussian = sync.OnceValue(func() map[rune]rune { return layout(latinKeys, russianKeys) })
	toLatin   = sync.OnceValue(func() map[rune]rune { return layout(russianKeys, latinKeys) })
)

func layout(from, to string) map[rune]rune {
	keys, there := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		keys[r] = there[i]
	}
	return keys
}

// retyped is a word as its keys type it in the other layout; "" where one of them has
// no letter there.
func retyped(word string, keys map[rune]rune) string {
	var b strings.Builder
	for _, r := range word {
		to, ok := keys[unicode.ToLower(r)]
		if !ok || !unicode.IsLetter(to) {
			return ""
		}
		if unicode.IsUpper(r) {
			to = unicode.ToUpper(to)
		}
		b.WriteRune(to)
	}
	return b.String()
}

// frequentByLayout is how frequent a word is that is taken for one typed in the wrong
// layout; shorter ones have to be more so.
const (
	frequentByLayout = automaton.Frequency(4)
	frequentShort    = automaton.Frequency(9)
	shortestByLayout = 2
	surelyLongByKeys = 4
)

// otherLayout is what a word is when its keys are read in the other layout («ghbdtn»:
// «привет»); "" where that is no word, or the word is one as it stands.
func (c *Checker) otherLayout(word string) string {
	keys, there := toRussian(), c.russian
	if scriptOf(firstRune(word)) == cyrillic {
		keys, there = toLatin(), c.english
	}
	other := retyped(word, keys)
	letters := utf8.RuneCountInString(other)
	if letters < shortestByLayout || there == c.russian && c.english.has(word) {
		return ""
	}
	least := frequentByLayout
	if letters < surelyLongByKeys && isCapitals(word) {
		return "" // an abbreviation
	}
	if letters < surelyLongByKeys {
		least = frequentShort
	}
	if there.frequency(other) < least {
		return ""
	}
	return other
}

// frequency is how frequent a word is, however it is written.
func (l *lexicon) frequency(word string) automaton.Frequency {
	if f := l.words.Find(word); f > 0 {
		return f
	}
	low := strings.ToLower(word)
	return max(l.words.Find(low), l.words.Find(titled(low)))
}
