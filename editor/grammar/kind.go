package grammar

import "strings"

// GuessKind says what a phrase most likely names: an organisation, a post or a
// place by its first noun or by the table of places, and otherwise a person.
func GuessKind(phrase string) Kind {
	if _, _, _, quoted := unquote(phrase); quoted {
		return Organisation
	}
	p := parse(placeParts(phrase)[0])
	if _, ok := findPlace(strings.Join(p.low, " ")); ok {
		return Place
	}
	for i, word := range p.low {
		word = bare(word)
		if k := p.kindOf(i, word); k != "" {
			return k
		}
		if _, ok := modifierForms(word, true); !ok && !isModifier(word) {
			break
		}
	}
	return Person
}

// kindOf is what a phrase names whose first noun is word i; "" where the word
// does not tell.
func (p *parsed) kindOf(i int, word string) Kind {
	first, _, _ := strings.Cut(word, "-")
	_, isHead := headForms(word)
	substantive := isSubstantive(word)
	switch {
	case isHead && strings.Contains(word, "-"):
		return kindOfHead(word, first)
	case substantive && p.nounFollows(i+1): // учёный совет
		return ""
	case isPostNoun(word) || isActing(word) || substantive:
		return Post
	case isHead:
		return kindOfHead(word, word)
	case isAbbreviation(p.raw[i]) && !isInitials(word) && (len(p.raw) == 1 || !allCapitals(strings.Join(p.raw, ""))):
		return Organisation
	case len(p.low) == 1 && (isPlaceEnding(word) || strings.HasSuffix(word, "щина")):
		return Place
	}
	if _, known := findPlace(word); known && i > 0 {
		return Place // Западная Украина
	}
	return ""
}

// kindOfHead tells by the noun, or by the first one of a compound.
func kindOfHead(word, first string) Kind {
	if _, ok := organisationNouns()[word]; ok || isOrganisationNoun(first) {
		return Organisation
	}
	return Place
}
