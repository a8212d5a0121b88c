package typography

import (
	"sync"

	"communique/assets/hyphenation"
	"communique/assets/languages"
)

// otherHyphenation returns the hyphenator of a language that is neither Russian nor English,
// or nil.
func otherHyphenation(language string) *Hyphenator {
	if made, known := others[languages.Script(language)]; known {
		return made()
	}
	return nil
}

// others are read when first asked for: by TeX's patterns where there are such that may be
// embedded, otherwise by the syllables of languages whose rules need no dictionary.
var others = map[string]func() *Hyphenator{
	"be":      withPatterns("be"),
	"de":      withPatterns("de"),
	"fr":      withPatterns("fr"),
	"ka":      withPatterns("ka"),
	"tk":      withPatterns("tk"),
	"uk":      withPatterns("uk"),
	"az":      withSyllables(azerbaijani),
	"hy":      withSyllables(armenian),
	"kk":      withSyllables(kazakh),
	"ky":      withSyllables(kyrgyz),
	"ro":      withSyllables(romanian),
	"tg":      withSyllables(tajik),
	"uz":      withSyllables(uzbek),
	"uz-Cyrl": withSyllables(uzbekCyrillic),
}

// withPatterns reads patterns of authors who all ask for two letters behind a break.
func withPatterns(language string) func() *Hyphenator {
	return sync.OnceValue(func() *Hyphenator { return newHyphenator(hyphenation.Patterns(language), 2) })
}

func withSyllables(s syllables) func() *Hyphenator {
	return sync.OnceValue(func() *Hyphenator {
		h := &Hyphenator{behind: 2, syllables: &s}
		for _, r := range s.vowels + s.consonants + s.closing + s.soft {
			h.alphabet = append(h.alphabet, r)
		}
		return h
	})
}

var (
	// azerbaijani: «Azərbaycan dilinin orfoqrafiya qaydaları».
	azerbaijani = syllables{vowels: "aeəıioöuü", consonants: "bcçdfgğhxjkqlmnprsştvyz'"}
	kazakh      = syllables{vowels: "аәеёиоөуұүыіэюя", consonants: "бвгғджзйкқлмнңпрстфхһцчшщ", closing: "ъ", soft: "ь", gliding: "яюё", beginning: "стан"}
	kyrgyz      = syllables{vowels: "аеёиоөуүыэюя", consonants: "бвгджзйклмнңпрстфхцчшщ", closing: "ъ", soft: "ь", gliding: "яюё", beginning: "стан"}
	tajik       = syllables{vowels: "аеёиӣоуӯэюя", consonants: "бвгғджзйкқлмнпрстфхҳцчҷшщы", closing: "ъ", soft: "ь", gliding: "яюё"}
	// uzbek: gʻ, oʻ, sh, ch are letters; ng may be one, as in «dengiz», or two, as in «tanga».
	uzbek = syllables{
		vowels: "aeiou", consonants: "bcdfghjklmnpqrstvwxyz", closing: "'", letters: []string{"o'", "g'", "sh", "ch"}, doubtful: []string{"ng"},
	}
	uzbekCyrillic = syllables{vowels: "аеёиоуўэюя", consonants: "бвгғджзйкқлмнпрстфхҳцчшщы", closing: "ъ", soft: "ь", gliding: "яюё", doubtful: []string{"нг"}}
	// armenian: «տողադարձ» goes before the last consonant before a vowel; ու is one vowel, and
	// յ stays with the consonant before it (միու-թյուն).
	armenian = syllables{vowels: "աեէըիոօ", consonants: "բգդզթժլխծկհձղճմյնշչպջռսվտրցւփքֆև", letters: []string{"ու"}, joins: [2]string{"", "յ"}, ending: "և"}
	// romanian: DOOM 2 (2005). A consonant that stops goes with l or r behind it; an i at the
	// end of a word is mostly not said.
	romanian = syllables{
		vowels: "aăâeiîou", consonants: "bcdfghjklmnpqrsștțvwxyz", letters: []string{"ch", "gh"}, joins: [2]string{"bcdfghptv", "lr"}, silentEnd: "i",
	}
)
