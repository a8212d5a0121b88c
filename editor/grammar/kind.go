package grammar

import "strings"

// GuessKind says what a phrase most likely names: an organisation, a post or a
// place by its first noun or by the table of places; what is counted, or begins
// with a small letter and a noun of the dictionary, is a phrase; and otherwise
// it is a person.
func GuessKind(phrase string) Kind {
	if _, _, _, quoted := unquote(phrase); quoted {
		return Organisation
	}
	if before, remark := remarkBehind(phrase); remark != "" && IsPersonsName(before) {
		return Person
	}
	p := takeApart(placeParts(phrase)[0])
	if _, ok := findPlace(strings.Join(p.low, " ")); ok {
		return Place
	}
	if isKhanOfEast(p.low) || p.isOthersTitle() || p.isSurnameFirst() {
		return Person // Хан Кан, Король Ольга, Могила Пётр Иванович
	}
	for i, word := range p.low {
		word = bare(word)
		if i > 0 && p.isObjectBehind(i) { // представлявшая область депутат
			continue
		}
		if k := p.kindOf(i, word); k != "" {
			return k
		}
		if !standsBeforeNoun(word) {
			break
		}
	}
	if p.isPhrase() {
		return Phrase
	}
	return Person
}

// standsBeforeNoun reports a word that leads to the noun by which a kind is told. «Наш посол» says who somebody is to
// those who speak, and is no title.
func standsBeforeNoun(word string) bool {
	if _, ours := possessivePronoun(word, true); ours {
		return false
	}
	_, ok := modifierForms(word, true)
	return ok || isModifier(word)
}

// isPhrase reports what is counted, or begins with a small letter and a noun of
// the dictionary.
func (p *parsed) isPhrase() bool {
	if len(p.low) == 0 || p.raw[0] != p.low[0] {
		return false
	}
	first, _ := p.nounPhrase(0)
	return first.head >= 0 && first.known && first.features&inCase(nom) != 0
}

// kindOf is what a phrase names whose first noun is word i; "" where the word
// does not tell.
func (p *parsed) kindOf(i int, word string) Kind {
	_, isHead := headForms(word)
	substantive := isSubstantive(word)
	first, _, compound := strings.Cut(word, "-")
	switch {
	case isHead && compound:
		return kindOfHead(word, first)
	case substantive && p.nounFollows(i+1): // учёный совет
		return ""
	case p.isInitialAt(i):
		return ""
	case isPostNoun(word) || p.isActingAt(i) || substantive || i > 0 && postNeuters.Has(word) && isModifier(p.low[i-1]):
		return Post
	case isHead:
		return kindOfHead(word, word)
	case p.beginsAsOrganisation(i):
		return Organisation
	case p.beginsAsPlace(i, word):
		return Place
	}
	return ""
}

// isInitialAt reports a capital with a full stop before what is a surname sooner than a place:
// «С. Лебедь», but «С. Пробное» and «Г. Минск».
func (p *parsed) isInitialAt(i int) bool {
	if !p.isCapital(i) || !isInitials(p.low[i]) || i+2 != len(p.low) || !p.isCapital(i+1) {
		return false
	}
	return !isLikePlace(p.low[i+1]) && (surnameScore(p.low[i+1]) == 3 || isPerson(p.low[i+1]))
}

// beginsAsOrganisation reports an abbreviation that is no initials, nor a word
// of a name in capitals.
func (p *parsed) beginsAsOrganisation(i int) bool {
	if len(p.raw) > 1 && allCapitals(strings.Join(p.raw, "")) { // МИД РФ, but ИВАН ПРОБНЫЙ
		return p.areKnownAbbreviations()
	}
	return isAbbreviation(p.raw[i]) && !isInitials(p.low[i]) || p.isKnownAbbreviation(i)
}

// areKnownAbbreviations reports words all of which the table of abbreviations has.
func (p *parsed) areKnownAbbreviations() bool {
	for _, word := range p.low {
		if !abbreviations()[word] {
			return false
		}
	}
	return true
}

// beginsAsPlace reports a word alone by its ending, and a place that is known
// behind an adjective: Западная Украина.
func (p *parsed) beginsAsPlace(i int, word string) bool {
	if len(p.low) == 1 {
		return isPlaceEnding(word) || strings.HasSuffix(word, "щина")
	}
	_, known := findPlace(word)
	return known && i > 0
}

// kindOfHead tells by the noun, or by the first one of a compound.
func kindOfHead(word, first string) Kind {
	if _, ok := organisationNouns()[word]; ok || isOrganisationNoun(first) {
		return Organisation
	}
	return Place
}
