package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"communique/editor/spelling/automaton"
	"communique/editor/wordset"
)

// knows reports whether a word is right as it is written.
func (c *Checker) knows(word string, in script) bool {
	if c.hasCased(word, in) || c.own.has(word) {
		return true
	}
	if strings.ContainsRune(word, '-') && c.knowsParts(word, in) {
		return true
	}
	if in == cyrillic && (isRussianCompound(word, c.russian) || isOfFirstName(word)) {
		return true
	}
	if in == latin && (c.isPossessive(word) || c.hasCased(unmarked(word), in) || c.isEnglishFormation(word)) {
		return true
	}
	for _, d := range c.more {
		if d.Has(word) {
			return true
		}
	}
	return false
}

// withinNames are the small words within names of people: "Leonardo da Vinci", «Анна ван дер Берг».
var withinNames = wordset.Of("da das de del della di do dos du des van von der den ter ten op zu zur af av bin ben ul ud al el e y la le los ди да де ду дю душ дас деш фон ван дер ден тер тен ла ле лос уль уд ад ас эр аль эль ибн бин бинт")

// isWithinName reports whether the word at i is a small one between two words of a name.
func isWithinName(all []token, i int) bool {
	if !withinNames.Has(all[i].word) {
		return false
	}
	beside := func(before, after int) bool {
		return before >= 0 && after < len(all) && all[after].start == all[before].end+len(" ")
	}
	capital := func(i int) bool { return !isSmall(all[i].word) }
	return beside(i-1, i) && (capital(i-1) || withinNames.Has(all[i-1].word)) &&
		beside(i, i+1) && (capital(i+1) || withinNames.Has(all[i+1].word))
}

// lexicon is the program's own for an alphabet.
func (c *Checker) lexicon(in script) *lexicon {
	if in == latin {
		return c.english
	}
	return c.russian
}

// hasCased looks a word up in the cases it may be written in: a word of the list may
// have a capital, or nothing else.
func (c *Checker) hasCased(word string, in script) bool { return c.lexicon(in).has(word) }

func (l *lexicon) has(word string) bool {
	if l.words.Find(word) > 0 || cutShort.Has(strings.ToLower(word)) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return false
	}
	low := strings.ToLower(word)
	if isCapitals(word) {
		return l.words.Find(low) > 0 || l.words.Find(titled(low)) > 0
	}
	return l.words.Find(low) > 0
}

// cutShort are words without the full stop of what is cut short: days and months as in timetables, «пн–пт», whose time
// it is, «мск», and who stands in for somebody, «врио».
var cutShort = wordset.Of("врио врид мск пн вт ср чт пт сб вс янв фев февр мар апр июн июл авг сен сент окт нояб дек")

// titled gives each part of a word its capital.
func titled(low string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start {
			r = unicode.ToUpper(r)
		}
		start = r == '-' || r == '\''
		return r
	}, low)
}

// unmarked is a Latin word without the marks that its list has not: café, naïve, résumé.
func unmarked(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

// isPossessive takes 's off an English word; the mark behind s' is no part of one.
func (c *Checker) isPossessive(word string) bool {
	const ending = "'s"
	if !strings.HasSuffix(strings.ToLower(word), ending) {
		return false
	}
	base := word[:len(word)-len(ending)]
	return base != "" && (c.hasCased(base, latin) || c.own.has(base))
}

// separate are particles that are written apart from the word before them, and never with
// a hyphen.
var separate = []string{"бы", "же", "ли", "б", "ж"}

// hyphenless are words that are written apart, and that many join with a hyphen.
var hyphenless = strings.Fields("как-будто так-как то-есть потому-что так-что всё-равно все-равно как-раз как-только так-же и-так может-быть")

// knowsParts reports whether a word with hyphens is right in its parts. «Не», «бы» and
// «же» have no hyphen; the first part of an adjective ends in о: «российско-киргизский».
func (c *Checker) knowsParts(word string, in script) bool {
	if in == cyrillic && c.russian.words.Find(strings.ReplaceAll(strings.ToLower(word), "-", "")) >= frequentJoined {
		return false // «по-этому», «что-бы»
	}
	if in == cyrillic && slices.Contains(hyphenless, strings.ToLower(word)) {
		return false
	}
	parts := strings.Split(word, "-")
	for i, part := range parts {
		low := strings.ToLower(part)
		if in == cyrillic && (i == 0 && (low == "не" || low == "ни") || i == len(parts)-1 && slices.Contains(separate, low)) {
			return false
		}
		if part == "" || !c.knowsPart(part, in, i < len(parts)-1) {
			return false
		}
	}
	return true
}

// knowsPart reports whether a part of a word with hyphens is right; another may follow.
func (c *Checker) knowsPart(part string, in script, followed bool) bool {
	low := strings.ToLower(part)
	switch {
	case in == cyrillic && utf8.RuneCountInString(part) == 1 && isSmall(part):
		return false
	case c.hasCased(part, in), c.own.has(part):
		return true
	case isCapitals(part) && utf8.RuneCountInString(part) <= longestAbbreviation: // «МИД-а», COVID
		return true
	case in == latin:
		return followed && slices.Contains(englishFirstParts, low) || c.isEnglishFormation(part)
	}
	return isRussianCompound(part, c.russian) || followed && c.isFirstPart(low)
}

// frequentJoined is how frequent a word is that nobody writes with a hyphen on purpose.
const frequentJoined = automaton.Frequency(8)

// englishFirstParts stand before a hyphen: those that stand without one too, and others.
var englishFirstParts = append(strings.Fields("ex vice self quasi neo sino afro anglo franco euro indo russo"), joinedFirstParts...)

// isFirstPart reports whether a word is what a hyphenated adjective begins with.
func (c *Checker) isFirstPart(low string) bool {
	stem, ok := strings.CutSuffix(low, "о")
	if !ok {
		if stem, ok = strings.CutSuffix(low, "е"); !ok {
			return false
		}
	}
	for _, ending := range []string{"ый", "ий", "ой"} {
		if c.russian.words.Find(stem+ending) > 0 {
			return true
		}
	}
	return slices.Contains(hyphenated, low)
}

// hyphenated are first parts that are no words, before a hyphen.
var hyphenated = strings.Fields(`вице экс обер унтер лейб контр медиа пресс онлайн веб бизнес арт поп топ мини макси супер
	военно северо юго западно восточно англо франко греко афро индо австро итало испано германо итало тюрко азиатско`)
