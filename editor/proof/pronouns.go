package proof

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// pronounCases are the cases of pronouns and numerals that stand for a noun.
var pronounCases = sync.OnceValue(func() map[string][]grammar.Case {
	return readPronouns(`nom: мы вы он она они оно ты та
	nom acc: то те это
	acc: ту
	gen acc: меня тебя него нее чего кого себя того
	gen acc prep: нас вас них тех
	gen dat ins prep: той
	gen dat ins prep acc: ней
	dat: нам вам нему чему кому тому
	dat prep: мне тебе себе
	ins: нами вами мной мною тобой тобою нею ними кем собой собою теми
	ins dat: ним тем
	prep: нем ком
	prep nom acc: том`)
})

// numeralCases are those of numerals in words.
var numeralCases = sync.OnceValue(func() map[string][]grammar.Case {
	return readPronouns(`nom acc: два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят сто двести несколько
	gen prep acc: двух трех четырех нескольких
	dat: двум трем четырем
	dat ins: нескольким
	ins: двумя тремя четырьмя пятью шестью восемью десятью двадцатью тридцатью несколькими
	gen dat prep: пяти шести семи восьми девяти десяти одиннадцати двенадцати пятнадцати двадцати тридцати пятидесяти шестидесяти семидесяти восьмидесяти
	gen dat ins prep: сорока ста`)
})

// readPronouns reads words with the cases they can be.
func readPronouns(table string) map[string][]grammar.Case {
	all := map[string][]grammar.Case{}
	for line := range strings.Lines(table) {
		codes, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		var cases []grammar.Case
		for code := range strings.FieldsSeq(codes) {
			cases = append(cases, grammar.Case(code))
		}
		for word := range strings.FieldsSeq(list) {
			all[word] = cases
		}
	}
	return all
}

// numeralDiffers reports whether the word at i, behind a preposition, is a numeral in another
// case that counts the noun behind it: «за пяти лет», «из семь звёзд».
func (p *passage) numeralDiffers(i int, cases []grammar.Case, preposition string) bool {
	own := numeralCases()[p.folded[i]]
	if own == nil || preposition == "по" || preposition == "с" || preposition == "со" {
		return false
	}
	if next := p.piece(i + 2); p.wordFollows(i) && (len(grammar.NounShows(next)) == 0 || isAdjective(next)) && !isSmallNumeral(p.folded[i]) {
		return false // «к двадцать пятому»
	}
	if p.wordFollows(i) && numeralCases()[p.folded[i+2]] != nil {
		return false
	}
	return !slices.ContainsFunc(own, func(c grammar.Case) bool { return slices.Contains(cases, c) })
}

// isSmallNumeral reports whether no ordinal goes on behind a numeral.
func isSmallNumeral(folded string) bool {
	return slices.ContainsFunc([]string{"два", "две", "дву", "двум", "три", "тре", "трем", "четыр", "пят", "шест", "сем", "восем", "восьм", "девят", "десят", "несколь"}, func(b string) bool { return strings.HasPrefix(folded, b) }) &&
		!strings.HasSuffix(folded, "дцать") && !strings.HasSuffix(folded, "дцати") && !strings.HasSuffix(folded, "десят") && !strings.HasSuffix(folded, "десяти") && !strings.HasPrefix(folded, "двести")
}

// placeCases are the cases of a word with a capital as the name of a place, and as somebody's
// name where it may be one; nil for no place.
func placeCases(text string) []grammar.Case {
	cases := grammar.PlaceShows(text)
	if cases == nil {
		return nil
	}
	for _, stands := range [][]standing{firstNameStands(text), surnameStands(text)} {
		for _, s := range stands {
			cases = append(cases, s.c)
		}
	}
	return cases
}

// isCaseless reports whether a word that is no noun is a form of a verb, or a short adjective,
// of which the dictionary has full ones: neither stands behind a preposition. What may be an
// adverb too is left out, and what ends as the accusative of a noun that nobody knows.
func isCaseless(text string) bool {
	const shortest = 4 // letters
	folded := words.Fold(text)
	if !isLower(text) || utf8.RuneCountInString(text) < shortest || seemsVerb.Has(folded) || grammar.CasesAfter(text) != nil {
		return false
	}
	if strings.HasSuffix(folded, "у") || strings.HasSuffix(folded, "ю") || strings.HasSuffix(folded, "о") || strings.HasSuffix(folded, "е") || strings.HasSuffix(folded, "ей") || isAdjective(text) || len(grammar.AdjectiveShows(text)) > 0 {
		return false
	}
	forms := words.Known(folded)
	ends := func(endings ...string) bool {
		return slices.ContainsFunc(forms, func(form string) bool {
			return slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(form, e) })
		})
	}
	return ends("ого", "его", "огося", "егося") && ends("ыми", "ими", "имися", "ымися")
}

// seemsVerb are words that look like a form of a verb and are used as another word.
var seemsVerb = wordset.Of("почти хотя хоть лишь пусть пускай есть будто вроде чуть знать видать стало судя далеко рада сыта навряд")
