package grammar

import "strings"

// DeclineOrganisation declines the head noun of an organisation's name and the
// adjectives before it, and those of a second one after «и» or a comma; what
// follows, names in quotation marks behind a noun and abbreviations stay.
func (h House) DeclineOrganisation(name string) Declension {
	if open, inner, end, ok := unquote(name); ok {
		return h.DeclineOrganisation(inner).quoted(open, end)
	}
	p := parse(name)
	if next := p.nextOrganisation(1); next > 0 && p.abbreviated() { // ЮНИСЕФ и Министерство просвещения, РИА Новости и газета «Проба»
		d := h.DeclineOrganisation(strings.Join(p.raw[next:], " "))
		for c, form := range d.Forms {
			d.Forms[c] = strings.Join(p.raw[:next], " ") + " " + form
		}
		d.Phrase = name
		return d
	}
	if p.isSettlement() {
		d := h.DeclinePlace(name)
		return Declension{Phrase: name, Kind: Organisation, Forms: d.Forms, Guess: d.Guess}
	}
	if len(p.raw) > 0 && !p.abbreviated() {
		p.declineOrganisations()
	}
	p.guess = p.guess || p.isNoThing() || p.endsInForeign()
	return h.spelled(Declension{Phrase: name, Kind: Organisation, Guess: p.guess}, p.join()).shown()
}

func (p *parsed) declineOrganisations() {
	p.guess = p.guess || p.isForeignPair()
	for at := p.declineHead(0, organisationHead, false); at > 0 && at < len(p.low); {
		next := p.nextOrganisation(at)
		if next < 0 {
			return
		}
		at = p.declineHead(next, organisationHead, false)
	}
}

// isForeignPair reports a short noun of the dictionary, by which nothing is called, before a
// word with a capital that nothing explains: Ил Тумэн is the parliament of Yakutia, and no silt.
func (p *parsed) isForeignPair() bool {
	if len(p.low) != 2 || !p.isCapital(0) || !p.isCapital(1) || isOrganisationNoun(p.low[0]) || isModifier(p.low[0]) || hasNoNamesMark(p.raw[1]) {
		return false
	}
	_, place := headForms(p.low[0])
	return !place && isNounForm(p.low[0]) && !isNounForm(p.low[1]) && complementOf(p.low[1]) == 0 && adjectiveFeatures(p.low[0])|adjectiveFeatures(p.low[1]) == 0 && !isAbbreviation(p.raw[1])
}

// endsInForeign reports a last word in small letters that is in no dictionary and ends as no
// genitive does, behind a noun by which no organisation is called: айыл окмоту, which stays
// as it is.
func (p *parsed) endsInForeign() bool {
	last := len(p.low) - 1
	if last != 1 || isOrganisationNoun(p.low[0]) || p.isCapital(last) || p.forms[last][nom] != "" || p.isNamesake(last) || strings.ContainsFunc(p.low[last], isInNoWord) {
		return false
	}
	word := p.low[last]
	return !isGenitiveLike(word) && !isNounForm(word) && complementOf(word) == 0 && adjectiveFeatures(word) == 0
}

// nextOrganisation is where another noun of the tables stands in the nominative
// with its adjectives, after «и» or a comma; -1 where there is none. Plurals are
// left out, because their nominative is the genitive of others (силы, сети).
func (p *parsed) nextOrganisation(from int) int {
	for i := from; i < len(p.low); i++ {
		if before := p.low[i-1]; before != "и" && !strings.HasSuffix(before, ",") {
			continue
		}
		for j := i; j < len(p.low); j++ {
			word := bare(p.low[j])
			if row, ok := organisationNouns()[word]; ok && !row.isPlural(word) {
				return i
			}
			if row, ok := placeNouns()[word]; ok && !row.isPlural(word) { // железнодорожный вокзал
				return i
			}
			if _, ok := modifierForms(word, false); !ok || !hasAnySuffix(word, "ый", "ий", "ой", "ая", "яя", "ое", "ее") {
				break
			}
		}
	}
	return -1
}

// abbreviated reports whether the name begins with an abbreviation or a name in
// quotes. In a name all in capitals only a word nobody knows is one.
func (p *parsed) abbreviated() bool {
	if r := lastLetter(strings.TrimLeft(p.low[0], "«„\"“(")); len(p.low[0]) > 0 && strings.ContainsAny(p.low[0][:min(2, len(p.low[0]))], "«„\"“(") || r == '"' {
		return true
	}
	if p.isKnownAbbreviation(0) {
		return true
	}
	if !isAbbreviation(p.raw[0]) || isRomanNumber(p.low[0]) || isOrganisationNoun(p.low[0]) {
		return false
	}
	_, adjective := adjectiveForms(p.low[0], false)
	return !adjective
}

// organisationHead declines the noun an organisation is called by.
func organisationHead(word string) (six, bool) {
	if s, ok := headForms(word); ok {
		return s, true
	}
	if s, ok := commonNoun(word); ok {
		return s, true
	}
	if lastLetter(word) == 'о' && !strings.HasSuffix(word, "ство") {
		return fixed(word), false
	}
	if hasAnySuffix(word, "уа", "иа", "оа", "еа") {
		return fixed(word), false
	}
	if s, ok := adjectiveForms(word, false); ok {
		return s, false
	}
	s, _ := noun{gender: genderByEnding(word)}.decline(word)
	return s, false
}

// commonNoun declines a noun of the dictionary that names a thing, in the
// singular or the plural.
func commonNoun(word string) (six, bool) {
	found, prefix := nounsOf(word)
	word = word[len(prefix):]
	for _, at := range []int{nom, 6 + nom} {
		for _, l := range found {
			if s := six(l.forms[at : at+6]); !l.animate && s[nom] == word && s[gen] != "" {
				return hyphenatedBehind(prefix, s), true
			}
		}
	}
	return six{}, false
}

func hyphenatedBehind(prefix string, s six) six {
	for c := range s {
		s[c] = prefix + s[c]
	}
	return s
}
