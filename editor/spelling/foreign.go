package spelling

import (
	"strings"
	"unicode"

	"communique/editor/spelling/hunspell"
	"communique/editor/wordset"
)

// fewest is how many words tell a language, and fewestStrange how many where some have
// letters that Russian has not.
const (
	fewest        = 8
	fewestStrange = 4
)

// foreignShare is how many words of a hundred are unknown where a paragraph is in none of
// the languages known. Of Russian with many mistakes fewer are; the languages written in
// Latin letters have many short words in common.
func foreignShare(in script) int {
	if in == latin {
		return 50
	}
	return 60
}

// ownShare is how many words of a hundred may be unknown in a paragraph that is in one of
// the program's languages though its release is in another.
const ownShare = 15

// isForeign reports whether the words of one alphabet in a paragraph are none of the
// program's languages, by the language of the release and by the words themselves.
func isForeign(language string, mine, unknown []*token) bool {
	if len(mine) == 0 {
		return false
	}
	if !isProgramsOwn(language) && len(unknown)*100 > len(mine)*ownShare {
		return true
	}
	return isUnknown(mine, unknown) || mine[0].script == latin && isOtherLatin(mine, unknown)
}

// isProgramsOwn reports whether the program has words of a language, or none is given.
func isProgramsOwn(language string) bool {
	language, _, _ = strings.Cut(language, "-")
	return language == "" || language == "ru" || language == "en"
}

// isUnknown reports whether most words are unknown, and not for being names, or some have
// letters that Russian has not.
func isUnknown(mine, unknown []*token) bool {
	small, strange := 0, 0
	for _, t := range unknown {
		if isSmall(t.word) {
			small++
		}
		if t.strange {
			strange++
		}
	}
	n := len(mine)
	return n >= fewest && len(unknown)*100 > n*foreignShare(mine[0].script) && small*2 > len(unknown) ||
		n >= fewestStrange && strange*100 > n*strangeShare
}

// strangeShare is how many words of a hundred have letters that Russian has not where a
// paragraph is in another language.
const strangeShare = 8

// Words that nearly every sentence has: of English, and of the other languages that
// releases of the region are written in with Latin letters. What both have («in», «die»)
// tells nothing.
var (
	smallEnglish = wordset.Of("the of and to is for with that by at as are was were from this has have be will its it he she we they said our their not or but which who")
	smallOther   = wordset.Of(`le la les de du des une un et est dans pour sur avec par au aux qui que ses sa cette ont sont
		der das und ist nicht mit von für dem den ein eine auf im zu wird wurde sich auch bei nach
		el los las del una por para con como más sus se es y lo
		il della delle che di nel nella gli sono alla
		os da do dos uma com não em no na
		het een van zijn voor met
		się jest nie oraz przez dla od ze
		ve bu bir ile için va bilan uchun hamda və ilə üçün bo'yicha
		şi sau pentru din cu și`)
)

// isOtherLatin reports whether words in Latin letters are of another language than English,
// by its small words, its accents and its elisions («l'énergie»).
func isOtherLatin(mine, unknown []*token) bool {
	const enough = 2
	english, other := 0, 0
	for _, t := range mine {
		switch low := strings.ToLower(t.word); {
		case smallEnglish.Has(low):
			english++
		case smallOther.Has(low):
			other++
		}
	}
	for _, t := range unknown {
		if isSmall(t.word) && (hasAccent(t.word) || strings.Contains(t.word, "'")) {
			other++
		}
	}
	return other >= enough && other > english
}

func hasAccent(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) >= 0
}

// dictionaryOf is the folder's dictionary that has most of the words; nil for none.
func (c *Checker) dictionaryOf(mine []*token) *hunspell.Dictionary {
	for _, d := range c.more {
		found := 0
		for _, t := range mine {
			if d.Has(t.word) {
				found++
			}
		}
		if (len(mine)-found)*100 <= len(mine)*foreignShare(mine[0].script) {
			return d
		}
	}
	return nil
}
