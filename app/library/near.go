package library

import (
	"strings"
	"unicode/utf8"

	"communique/editor/words"
)

// Near is a word that was asked for and that no release has, with the words that releases have
// and that are nearest to it, the nearest first, and of those as near the most frequent.
type Near struct {
	Typed string // folded
	Words []string
}

// Nearby is how many words Nearest offers for one.
const Nearby = 3

// longestNear is how many letters the longest word has that others are offered for. What is longer is none, and all
// that is one letter off it would fill the memory.
const longestNear = 60

// furthest is how many letters a word that is offered may differ by: two in a long word, one
// in a short one.
func furthest(typed string) int {
	switch n := utf8.RuneCountInString(typed); {
	case n < 3 || n > longestNear:
		return 0
	case n < 6:
		return 1
	default:
		return 2
	}
}

// Distance is how many letters have to be put in, taken out, changed, or changed with their
// neighbour, to make one folded word of another (optimal string alignment). ok tells that they are
// near enough for the one to be offered for the other.
func Distance(typed, word string) (letters int, ok bool) {
	a, b := []rune(typed), []rune(word)
	most := furthest(typed)
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return 0, false
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)], last[len(b)] <= most
}

// OneOff returns what a folded word may be with one letter put in, taken out, changed, or
// changed with its neighbour; nothing for a word too short or too long for that.
func OneOff(typed string) []string {
	if furthest(typed) == 0 {
		return nil
	}
	alphabet := "абвгдежзийклмнопрстуфхцчшщъыьэюя"
	if typed[0] < 0x80 {
		alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"
	}
	letters := []rune(typed)
	var all []string
	for i := 0; i <= len(letters); i++ {
		head, tail := string(letters[:i]), string(letters[i:])
		for _, r := range alphabet {
			all = append(all, head+string(r)+tail)
		}
		if i == len(letters) {
			break
		}
		rest := string(letters[i+1:])
		all = append(all, head+rest)
		for _, r := range alphabet {
			all = append(all, head+string(r)+rest)
		}
		if i+1 < len(letters) {
			all = append(all, head+string(letters[i+1])+string(letters[i])+string(letters[i+2:]))
		}
	}
	return all
}

// With is what was typed with the word that was meant in the place of one that is not there.
func (n Near) With(typed, word string) string {
	var b strings.Builder
	at := 0
	for w := range words.In(typed) {
		if w.Folded == n.Typed {
			b.WriteString(typed[at:w.Start])
			b.WriteString(word)
			at = w.End
		}
	}
	return b.String() + typed[at:]
}
