package grammar

import "strings"

// isNounPlace reports a place whose ending is an adjective's and which is none.
func isNounPlace(word string) bool {
	return places()[word].noun || syllables(word) < 2 || strings.HasSuffix(word, "ой") && !hasAnySuffix(word, "ской", "ной", "вой", "цкой")
}

// isPlaceEnding reports an ending that only names of places have.
func isPlaceEnding(word string) bool {
	return hasAnySuffix(word, "стан", "град", "бург", "поль", "ск", "цк", "абад", "кент", "ия") && syllables(word) > 1
}

// placeWord declines a place's name of one word by its ending; of a hyphenated
// one the last part, the part before «-на-», or both where the second is an
// adjective (Петропавловска-Камчатского): Розенталь, § 150; Агеенко, Словарь.
func placeWord(word string) (six, bool) {
	i := strings.LastIndexByte(word, '-')
	if i < 0 {
		return simplePlace(word)
	}
	first, _, _ := strings.Cut(word, "-")
	switch rest := word[len(first):]; {
	case hasInfix(rest, "-на-", "-над-", "-под-", "-у-"):
		s, sure := simplePlace(first)
		return s.with(rest), sure
	case hasInfix(rest, "-де-", "-ла-", "-ду-"):
		return fixed(word), false
	}
	last := word[i+1:]
	tail, sure := simplePlace(last)
	if _, ok := adjectiveForms(last, false); ok && !isNounPlace(last) || hasAnySuffix(first, "ово", "ево", "ино") && hasAnySuffix(last, "ово", "ево", "ёво", "ино") {
		before, _ := simplePlace(word[:i])
		return hyphenated(before, tail), sure
	}
	return hyphenated(fixed(word[:i]), tail), sure
}

func hasInfix(word string, infixes ...string) bool {
	for _, s := range infixes {
		if strings.Contains(word, s) {
			return true
		}
	}
	return false
}

func simplePlace(word string) (six, bool) {
	if n, ok := placeNouns[word]; ok {
		s, _ := n.decline(word)
		return s, true
	}
	if s, ok := adjectiveForms(word, false); ok && !isNounPlace(word) {
		return s, hasAnySuffix(word, "ский", "цкий", "ская", "ское")
	}
	last := lastLetter(word)
	switch {
	case hasAnySuffix(word, "уа", "иа", "оа", "еа"):
		return fixed(word), false
	case last == 'а' || last == 'я':
		s, _ := noun{gender: Feminine}.decline(word)
		return s, false
	case last == 'о' || last == 'е':
		return neuterPlace(word)
	case last == 'и' || last == 'ы':
		return pluralPlace(word)
	case last == 'ь':
		s, _ := noun{gender: softPlaceGender(word)}.decline(word)
		return s, false
	case isConsonant(last) || last == 'й':
		return masculinePlace(word)
	}
	return fixed(word), isRussianLetter(last)
}

func masculinePlace(word string) (six, bool) {
	n := noun{gender: Masculine, stressed: isStressedPlace(word)}
	switch {
	case strings.HasSuffix(word, "ец"):
		n.stem = fleetingStem(word)
	case hasAnySuffix(word, "городок", "жок", "чок", "шок") && syllables(word) > 1:
		n.stem = drop(word, 2) + "к"
	case hasAnySuffix(word, "чёк", "жёк"):
		n.stem = drop(word, 2) + "к"
	}
	s, _ := n.decline(word)
	return s, hasAnySuffix(word, "ск", "цк", "град", "город", "бург", "стан", "абад", "кент")
}

// isStressedPlace reports whether a place in -ец or -ач has its stress there,
// and so -ом: Череповцом, Калачом, but Олонцем (Агеенко, Словарь).
func isStressedPlace(word string) bool {
	switch word {
	case "череповец", "елец", "городец", "гороховец", "повенец", "островец", "кременец", "каменец", "хотинец":
		return true
	}
	return strings.HasSuffix(word, "ач")
}

// neuterPlace declines -ово, -ево, -ино (the house setting, as in Розенталь,
// § 149, though colloquial usage leaves them) and the common nouns in -о and -е.
func neuterPlace(word string) (six, bool) {
	sure := hasAnySuffix(word, "ово", "ево", "ёво", "ино", "ыно")
	if sure || hasAnySuffix(word, "ье", "ие", "ище", "поле", "море", "село", "озеро", "цо", "ло") {
		return neuter(word), sure
	}
	return fixed(word), false
}

// softPlaceGender guesses the gender of a place in -ь: -поль, -славль and most
// in -ль and -рь are masculine, the rest feminine (Агеенко, Словарь).
func softPlaceGender(word string) Gender {
	if hasAnySuffix(word, "ль", "ырь", "арь", "ерь", "чжэнь", "цзинь", "сиань", "день", "мень") && word != "тюмень" && word != "тверь" {
		return Masculine
	}
	return Feminine
}

// pluralPlace declines names in -и and -ы that are Russian plurals by their
// shape; the genitive of the rest nobody can tell, so they stay.
func pluralPlace(word string) (six, bool) {
	stem := drop(word, 1)
	before := lastLetter(stem)
	genitive := ""
	switch {
	case isHush(before) && !strings.HasSuffix(word, "ищи"):
		genitive = stem + "ей"
	case hasAnySuffix(word, "ики", "аки", "яки", "овы", "ины", "гры"):
		genitive = stem + "ов"
	case before == 'ц' && isConsonant(lastLetter(drop(stem, 1))):
		genitive = stem + "ев"
	case hasAnySuffix(word, "йки"):
		genitive = drop(stem, 2) + "ек"
	case hasAnySuffix(word, "ньки", "льки", "чки", "жки", "шки"):
		genitive = strings.TrimSuffix(drop(stem, 1), "ь") + "ек"
	case before == 'к' && isConsonant(lastLetter(drop(stem, 1))):
		genitive = drop(stem, 1) + "ок"
	case hasAnySuffix(word, "ищи", "ицы", "ры", "уги", "ны", "сы"):
		genitive = stem
	default:
		return fixed(word), false
	}
	return pluralNoun(word, genitive, false), false
}
