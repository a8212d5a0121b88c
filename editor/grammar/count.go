package grammar

import (
	_ "embed" // the table of nouns
	"strings"
	"sync"
)

// Noun is a common noun that can be counted, in both numbers.
type Noun struct {
	Gender           Gender
	Animate          bool
	Singular, Plural Forms
	// Counted is the genitive plural beside a numeral where it is a word of its
	// own: лет, человек. It is empty otherwise.
	Counted string
	// Guess says that no table has the noun and its forms are by its ending.
	Guess bool
}

//go:embed nouns.txt
var nounsText string

// nouns are the rows of the table without the noun, by the noun.
var nouns = sync.OnceValue(func() map[string][]string {
	known := map[string][]string{}
	for line := range strings.Lines(nounsText) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		known[fields[0]] = fields[1:]
		if strings.Contains(fields[0], "ё") {
			known[withoutYo(fields[0])] = strings.Fields(withoutYo(strings.Join(fields[1:], " ")))
		}
	}
	return known
})

// isIndeclinable reports a noun of the table that is the same in every case: евро.
func isIndeclinable(word string) bool {
	fields := nouns()[word]
	return len(fields) > 1 && fields[1] == "0"
}

// tabledNouns are those of the table that the dictionary does not have, by their
// nominatives: сом and драм, where it knows a fish, a coma and plays; by all their forms where it
// has no such words at all: хакатон.
var tabledNouns = sync.OnceValue(func() map[string]lexeme {
	all := map[string]lexeme{}
	for word := range nouns() {
		known, ok := namedNoun(word)
		if isIndeclinable(word) || ok && !known.animate || strings.HasSuffix(nouns()[word][0], "a") {
			continue
		}
		n := NounOf(word)
		l := lexeme{gender: n.Gender}
		for i, c := range Cases() {
			l.forms[i], l.forms[6+i] = n.Singular[c], n.Plural[c]
		}
		all[l.forms[nom]], all[l.forms[6+nom]] = l, l
		for _, form := range l.forms {
			if len(findNouns(form)) == 0 {
				all[form] = l
			}
		}
	}
	return all
})

// NounOf gives the forms of a common noun in the nominative singular, or of one
// that is a plural only: after the table, the dictionary, or its ending.
func NounOf(word string) Noun {
	low := strings.ToLower(word)
	fields, known := nouns()[low]
	if !known {
		if l, ok := namedNoun(low); ok {
			return l.noun(word, low)
		}
	}
	n := Noun{Gender: genderByEnding(low), Guess: !known}
	if isIndeclinable(low) {
		n.Gender, n.Animate = Gender(fields[0][:1]), strings.HasSuffix(fields[0], "a")
		n.Singular = fixed(word).forms()
		n.Plural = n.Singular
		return n
	}
	var inner noun
	plural, genitive, byMany := "", "", ""
	for i, field := range fields {
		switch {
		case i == 0:
			n.Gender, n.Animate = Gender(field[:1]), strings.HasSuffix(field, "a")
		case strings.HasPrefix(field, "stem="):
			inner.stem = field[len("stem="):]
		case strings.HasPrefix(field, "counted="):
			n.Counted = field[len("counted="):]
		case strings.HasPrefix(field, "ins="):
			byMany = field[len("ins="):]
		case field == "stressed":
			inner.stressed = true
		case plural == "":
			plural = field
		default:
			genitive = field
		}
	}
	inner.gender, inner.animate = n.Gender, n.Animate
	singular, plurals := countForms(low, inner, plural, genitive)
	if byMany != "" {
		plurals[ins] = byMany // детьми
	}
	n.Singular, n.Plural = restored(word, low, singular), restored(word, low, plurals)
	return n
}

// restored writes the forms in the capitals of the word as typed.
func restored(word, low string, s six) Forms {
	for c := range s {
		s[c] = restoreCapitals(word, low, s[c])
	}
	return s.forms()
}

// countForms declines a noun in both numbers; plural and genitive are given
// where they are no rule's.
func countForms(word string, n noun, plural, genitive string) (six, six) {
	if plural == "" && !hasAnySuffix(word, "ие", "ые") {
		if s, ok := adjectiveForms(word, n.animate); ok {
			return s, adjectivePlural(s, n.animate)
		}
	}
	singular, ok := n.decline(word)
	if !ok && plural == "" {
		return singular, singular
	}
	stem := n.stem
	if stem == "" {
		stem = word
		if !isConsonant(lastLetter(word)) {
			stem = drop(word, 1)
		}
	}
	if plural == "" {
		plural = nominativePlural(word, stem, n.gender)
	}
	if genitive == "" {
		genitive = genitivePlural(word, drop(plural, 1))
	}
	return singular, pluralNoun(plural, genitive, n.animate)
}

// adjectivePlural is the plural of a noun that declines as an adjective.
func adjectivePlural(s six, animate bool) six {
	stem := drop(s[nom], 2)
	e := hardPluralAdj
	word := stem + "ые"
	if before := lastLetter(stem); isVelar(before) || isHush(before) || hasAnySuffix(s[nom], "ий", "яя", "ее") {
		e, word = softPluralAdj, stem+"ие"
	}
	plural := e.on(word, stem)
	if !animate {
		plural[acc] = word
	}
	return plural
}

func nominativePlural(word, stem string, g Gender) string {
	before, last := lastLetter(stem), lastLetter(word)
	switch {
	case g == Neuter && last == 'о':
		return stem + "а"
	case g == Neuter && (isHush(before) || before == 'ц'):
		return stem + "а"
	case g == Neuter:
		return stem + "я"
	case isVelar(before), isHush(before), last == 'ь', last == 'й', last == 'я':
		return stem + "и"
	}
	return stem + "ы"
}

// genitivePlural follows Зализняк, «Грамматические сведения», § 13.
func genitivePlural(word, stem string) string {
	last, before := lastLetter(word), lastLetter(stem)
	switch {
	case last == 'ь', isHush(last):
		return stem + "ей"
	case last == 'й':
		return stem + "ев"
	case last == 'ц':
		return stem + "ев"
	case isConsonant(last):
		return stem + "ов"
	case hasAnySuffix(word, "ия", "ие", "ея", "уя"):
		return stem + "й"
	case strings.HasSuffix(word, "ье"), hasAnySuffix(word, "ья"):
		return drop(stem, 1) + "ий"
	case last == 'я':
		return stem + "ь"
	case before == 'к' && isHush(lastLetter(drop(stem, 1))), hasAnySuffix(stem, "йк", "ьк"):
		return strings.TrimRight(drop(stem, 1), "йь") + "ек"
	case before == 'к' && isConsonant(lastLetter(drop(stem, 1))):
		return drop(stem, 1) + "ок"
	}
	return stem
}

// With gives the form of the noun beside a number in figures or words: «21
// государство», «2 государства», «5 государств», «к 5 государствам».
func (n Noun) With(count int, c Case) string {
	if count < 0 {
		count = -count
	}
	last, teen := count%10, count%100/10 == 1
	straight := c == Nominative || c == Accusative
	switch {
	case last == 1 && !teen:
		return n.Singular[c]
	case n.Counted != "" && c == Genitive: // пяти человек, пяти лет
		return n.Counted
	case !straight && n.countsItself(): // пяти человекам
		return n.Counted + map[Case]string{Dative: "ам", Instrumental: "ами", Prepositional: "ах"}[c]
	case !straight:
		return n.Plural[c]
	case last >= 2 && last <= 4 && !teen:
		return n.few(count, c)
	case n.Counted != "":
		return n.Counted
	}
	return n.Plural[Genitive]
}

// few is the form with два, три, четыре: the genitive singular, the plural of
// an adjective («2 военнослужащих»), and the genitive plural of whom one
// meets (встретил двух участников; but двадцать два участника).
func (n Noun) few(count int, c Case) string {
	adjectival := strings.HasSuffix(n.Plural[Genitive], "х") && strings.HasSuffix(n.Plural[Nominative], "е") &&
		hasAnySuffix(n.Singular[Genitive], "го", "ой", "ей")
	switch {
	case c == Accusative && n.Animate && count < 5 && n.countsItself(): // двух человек
		return n.Counted
	case c == Accusative && n.Animate && count < 5:
		return n.Plural[Genitive]
	case adjectival && n.Gender == Feminine:
		return n.Plural[Nominative]
	case adjectival:
		return n.Plural[Genitive]
	}
	return n.Singular[Genitive]
}

// countsItself reports a noun that is counted by a plural of its own word:
// человек, and not год, whose plural is годы beside пять лет.
func (n Noun) countsItself() bool { return n.Counted != "" && n.Counted == n.Singular[Nominative] }
