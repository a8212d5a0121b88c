package grammar

import (
	"slices"
	"strings"
)

// recognise finds what noun the head is.
func (n *nounPhrase) recognise(p *parsed, agree features) {
	raw := bare(p.raw[n.head])
	if isQuotedName(raw) || isAbbreviation(raw) {
		n.fixed = true
		return
	}
	if p.isDayOfMonth(n.head) {
		n.takeDay(p)
		return
	}
	word := strings.Trim(bare(p.low[n.head]), "«»„“”\"()")
	found, prefix := nounsOf(word)
	n.prefix = prefix
	word = word[len(prefix):]
	if n.isCounted() {
		agree = ^features(0)
	}
	n.takeAll(found, agree, word)
	if n.features&inCase(nom) == 0 && len(n.agreeing) == 0 && isNameLike(raw) {
		n.takePlace(word, agree)
	}
	if !n.known {
		n.takeMany(found, word)
	}
	if n.numeral >= 0 {
		n.fixed = n.countsNothing(p, word)
	}
	switch {
	case n.numeral >= 0:
		n.features = n.countedFeatures(word)
	case isIndeclinable(word): // лари, which are no chests
		n.fixed = true
	}
	n.known = n.known || n.numeral >= 0 // declineCounted says what it is certain of
}

// takeMany takes what is many: a noun that each of several adjectives goes with, «второе и
// третье заседания», and people who are called by a participle, «все желающие», «собравшиеся».
func (n *nounPhrase) takeMany(found []lexeme, word string) {
	if len(n.agreeing) > 1 {
		n.takeAll(found, bit(pluralRow, nom)|bit(pluralRow, acc), word)
	}
	if n.known || n.numeral >= 0 {
		return
	}
	if s, ok := agreeing(word, true); ok && isParticiple(word) && adjectiveFeatures(strings.TrimSuffix(word, "ся"))&bit(pluralRow, nom) != 0 {
		n.noun, n.known = lexeme{gender: Plural, animate: true}, true
		copy(n.noun.forms[6:], s[:])
		n.features = bit(pluralRow, nom)
	}
}

// countsNothing reports a number that leaves what stands behind it as it is: «8 Марта» is no
// eight of anything.
func (n *nounPhrase) countsNothing(p *parsed, word string) bool {
	_, month := Month(word)
	return n.number.fraction || units.Has(word) && !p.isFiguresAt(n.head+1) || month
}

// countedFeatures are those of a noun behind a numeral, which is in the nominative.
func (n *nounPhrase) countedFeatures(word string) features {
	switch {
	case n.isCounted():
		return bit(pluralRow, nom) | bit(pluralRow, acc)
	case n.features&inCase(nom) != 0: // 1 сом, not of a coma
		return n.features & (inCase(nom) | inCase(acc))
	case len(nouns()[word]) > 0: // 1 драм, not of dramas
		return inCase(nom) | inCase(acc)
	}
	return n.features
}

// takePlace takes a state or a town for the head.
func (n *nounPhrase) takePlace(word string, agree features) {
	if row, known := findPlace(word); known {
		n.take(row.lexeme(word), word, agree)
	}
}

func (n *nounPhrase) takeAll(found []lexeme, agree features, word string) {
	for _, l := range found {
		n.take(l, word, agree)
	}
}

// take takes a noun for the head if it agrees; of several the one that is in the
// nominative, and names a thing, where the word is no post.
func (n *nounPhrase) take(l lexeme, word string, agree features) {
	f := l.features(word) & agree
	switch {
	case f == 0:
		return
	case n.known && n.prefix == "" && f&bit(pluralRow, nom) != 0 && n.sharesPlural(l, word): // вице-премьеры are no first nights
		n.takeCommoner(l)
	case !n.known, n.features&inCase(nom) == 0 && f&inCase(nom) != 0, n.noun.animate && !l.animate && n.prefix == "" && !postNouns.Has(word):
		n.noun, n.known = l, true
	}
	n.features |= f
}

// takeOneOf takes «один из …» for a noun, which all behind it depends on.
func (n *nounPhrase) takeOneOf(p *parsed, i int) bool {
	if i+2 >= len(p.low) || p.low[i+1] != "из" {
		return false
	}
	g := map[string]Gender{"один": Masculine, "одна": Feminine, "одно": Neuter}[p.low[i]]
	if g == Unknown {
		return false
	}
	n.head, n.known, n.noun = i, true, lexeme{gender: g}
	for k, c := range Cases() {
		n.noun.forms[k] = Numeral(1, c, g, p.isOfMen(i+2))
	}
	n.features = n.noun.features(p.low[i])
	return true
}

// isOfMen reports a genitive plural of whom one meets, with the adjectives before it: «новых
// лидеров».
func (p *parsed) isOfMen(i int) bool {
	for ; i < len(p.low); i++ {
		if found := findNouns(bare(p.low[i])); len(found) > 0 && adjectiveFeatures(bare(p.low[i])) == 0 {
			return slices.ContainsFunc(found, func(l lexeme) bool { return l.animate })
		}
	}
	return false
}

// isDayOfMonth reports the day of a date in words: «первое марта».
func (p *parsed) isDayOfMonth(i int) bool {
	if i+1 >= len(p.low) || !hasAnySuffix(p.low[i], "ое", "ье") {
		return false
	}
	month, _ := trimTail(p.low[i+1])
	_, is := Month(month)
	return is && hasAnySuffix(month, "а", "я") && adjectiveFeatures(p.low[i])&bit(neuterRow, nom) != 0
}

// takeDay takes the day of a date in words for the head: its month stays.
func (n *nounPhrase) takeDay(p *parsed) {
	s, ok := agreeing(p.low[n.head], false)
	n.noun, n.known = lexeme{gender: Neuter}, ok
	copy(n.noun.forms[:], s[:])
	n.features = bit(neuterRow, nom) | bit(neuterRow, acc)
}
