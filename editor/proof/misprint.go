package proof

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// stemsOfSurnames are the ends of surnames' stems, with the endings of the cases.
var stemsOfSurnames = []struct {
	ends    []string
	endings []string
}{
	{[]string{"ов", "ев", "ин", "ын"}, []string{"ыми", "ых", "ым", "ой", "а", "у", "е", "ы", ""}},
	{[]string{"ск", "цк"}, []string{"ого", "ому", "ими", "ий", "ая", "ой", "ую", "им", "ом", "их", "ие", "ое"}},
}

// stemOfSurname is the stem of a name that is one of those surnames, in one of its cases.
func stemOfSurname(folded string) (stem string, is bool) {
	for _, s := range stemsOfSurnames {
		for _, ending := range s.endings {
			stem, ok := strings.CutSuffix(folded, ending)
			if ok && slices.ContainsFunc(s.ends, func(e string) bool { return strings.HasSuffix(stem, e) }) {
				return stem, true
			}
		}
	}
	return "", false
}

// sameRoot reports whether two surnames differ only in what such names are made with: «Велижанин»
// and «Велижанов».
func sameRoot(first, second string) bool {
	const shortest = 5 // letters
	root := func(stem string) string {
		for _, s := range stemsOfSurnames {
			for _, end := range s.ends {
				if root, ok := strings.CutSuffix(stem, end); ok {
					return root
				}
			}
		}
		return ""
	}
	return root(first) == root(second) && utf8.RuneCountInString(root(first)) >= shortest
}

// nameEndings are the endings of other names.
var nameEndings = []string{"ами", "ями", "ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ью", "а", "я", "у", "ю", "е", "ы", "и", "ь", "й"}

// stemOfName is a name without the ending of its case.
func stemOfName(folded string) string {
	if stem, is := stemOfSurname(folded); is {
		return stem
	}
	const shortest = 5 // letters of a stem
	for _, ending := range nameEndings {
		if stem, ok := strings.CutSuffix(folded, ending); ok && utf8.RuneCountInString(stem) >= shortest {
			return stem
		}
	}
	return folded
}

// misprint reports whether two stems differ in one letter, or in two that have changed
// places. The first letter is right in a misprint, and short names differ by nature.
func misprint(first, second string) bool {
	const shortest = 6 // letters
	return oneLetterOff(first, second, shortest)
}

// oneLetterOff is misprint of stems that have so many letters at least.
func oneLetterOff(first, second string, shortest int) bool {
	if len(first) > len(second) {
		first, second = second, first
	}
	const letter = len("а")
	if first == second || len(first) < letter || first[:letter] != second[:letter] || len(second)-len(first) > letter {
		return false
	}
	a, b := []rune(first), []rune(second)
	if len(a) < shortest || len(b)-len(a) > 1 || len(a) > len(b) {
		return false
	}
	start, end := sameEnds(a, b)
	switch changed := len(b) - start - end; {
	case end == 0:
		return false // the last letter may belong to the case
	case changed == 1:
		return true
	case changed == 2 && len(a) == len(b):
		return a[start] == b[start+1] && a[start+1] == b[start]
	}
	return false
}

// endsOtherwise reports whether two English names differ in their last letter: they have no cases, but for the s
// of a genitive or of a family.
func endsOtherwise(first, second string) bool {
	if len(first) > len(second) {
		first, second = second, first
	}
	const shortest = 6 // letters
	if len(first) < shortest || !isASCII(second) || first == second || strings.HasSuffix(first, "s") || strings.HasSuffix(second, "s") {
		return false
	}
	return len(second) == len(first)+1 && strings.HasPrefix(second, first) || len(second) == len(first) && second[:len(second)-1] == first[:len(first)-1]
}

// transliterated are letters of which English takes one or the other for the same sound of another alphabet.
var transliterated = []string{"ao", "ei", "ijy", "fvw", "ckq", "gh"}

// differInTransliteration reports whether two English names differ in their first letter, or in their last, by how it
// is transliterated: Ashurov and Oshurov, Zhumabekov and Zhumabekow.
func differInTransliteration(a, b string) bool {
	const shortest = 6 // letters
	last := len(a) - 1
	if len(a) != len(b) || len(a) < shortest || !isASCII(a+b) || a[1:] != b[1:] && a[:last] != b[:last] {
		return false
	}
	return slices.ContainsFunc(transliterated, func(letters string) bool {
		has := func(i int) bool {
			return a[i] != b[i] && strings.IndexByte(letters, a[i]) >= 0 && strings.IndexByte(letters, b[i]) >= 0
		}
		return has(0) || has(last)
	})
}

// sameEnds are how many letters two words have in common at their beginnings, and behind
// these at their ends.
func sameEnds(a, b []rune) (start, end int) {
	for start < len(a) && a[start] == b[start] {
		start++
	}
	for end < len(a)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return start, end
}

// soundAlike reports whether two stems differ in two letters, of which one at least is
// often heard or typed for the other: «Джумогалов» and «Джумагулов». In short names it is
// both.
func soundAlike(first, second string) bool {
	a, b := []rune(first), []rune(second)
	if len(a) > len(b) {
		a, b = b, a
	}
	const shortest, long, apart = 7, 9, 2 // letters
	if len(a) < shortest || len(b)-len(a) > apart || a[0] != b[0] || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	most := 2 * easilyTaken
	if len(a) >= long {
		most = easilyTaken + hardlyTaken
	}
	return distance(a, b, most) <= most
}

// What it costs to take one letter for another: two that sound alike, any two. Three of
// the first cost more than one of each.
const (
	easilyTaken = 2
	hardlyTaken = 3
)

// distance is what it costs to make one word of another, letters that have changed places
// included; more than most where it is more than that.
func distance(a, b []rune, most int) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := 1; j <= len(b); j++ {
		above[j] = above[j-1] + costOfLetter(b, j-1)
	}
	for i := 1; i <= len(a); i++ {
		row[0] = above[0] + costOfLetter(a, i-1)
		least := row[0]
		for j := 1; j <= len(b); j++ {
			row[j] = min(above[j-1]+costOfTaking(a[i-1], b[j-1]), above[j]+costOfLetter(a, i-1), row[j-1]+costOfLetter(b, j-1))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+easilyTaken)
			}
			least = min(least, row[j])
		}
		if least > most {
			return least
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}

// costOfLetter is what a letter too many costs: little for one that is hardly heard, or
// doubles the consonant before it.
func costOfLetter(letters []rune, i int) int {
	r := letters[i]
	if r == 'ь' || r == 'й' || i > 0 && letters[i-1] == r && !strings.ContainsRune(alikeLetters[0], r) {
		return easilyTaken
	}
	return hardlyTaken
}

// alikeLetters are those that are taken for each other: vowels that are not stressed, and
// consonants that differ in voice.
var alikeLetters = []string{"аоеиыуюяэ", "бп", "вф", "гкх", "дт", "жшщ", "зсц", "чщ", "джз"}

func costOfTaking(a, b rune) int {
	if a == b {
		return 0
	}
	for _, letters := range alikeLetters {
		if strings.ContainsRune(letters, a) && strings.ContainsRune(letters, b) {
			return easilyTaken
		}
	}
	return hardlyTaken
}
