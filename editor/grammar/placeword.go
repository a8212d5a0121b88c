package grammar

import "strings"

// isNounPlace reports a place whose ending is an adjective's and which is none.
func isNounPlace(word string) bool {
	row, _ := findPlaceWord(word)
	return row.noun || syllables(word) < 2 || strings.HasSuffix(word, "ой") && !hasAnySuffix(word, "ской", "ной", "вой", "цкой")
}

// isPlaceEnding reports an ending that only names of places have.
func isPlaceEnding(word string) bool {
	return hasAnySuffix(word, "стан", "град", "бург", "поль", "ск", "цк", "абад", "кент", "ия") && syllables(word) > 1
}

// placeWord declines a place's name of one word by its row, and where it has
// none by its ending.
func placeWord(word string) (six, bool) {
	row, known := findPlaceWord(word)
	if row.marked() {
		return row.decline(word), true
	}
	if s, ok := headForms(word); ok && !known {
		return s, true
	}
	s, sure := shapedPlace(word)
	if strings.Contains(word, "-") {
		s, sure = hyphenatedPlace(word)
	}
	return s, sure || known
}

// hyphenatedPlace declines the last part, the part before «-на-», or both where
// the second is an adjective (Петропавловска-Камчатского): Розенталь, § 150;
// Агеенко, Словарь.
func hyphenatedPlace(word string) (six, bool) {
	first, _, _ := strings.Cut(word, "-")
	switch rest := word[len(first):]; {
	case hasInfix(rest, "-на-", "-над-", "-под-", "-у-"), strings.Trim(rest, "-0123456789") == "":
		s, sure := placeWord(first)
		return s.with(rest), sure
	case hasInfix(rest, "-де-", "-ла-", "-ду-"):
		return fixed(word), false
	}
	i := lastHyphen(word)
	last := word[i+1:]
	tail, sure := placeWord(last)
	if _, ok := adjectiveForms(last, false); ok && !isNounPlace(last) || isTown(first) && isTown(last) {
		before, _ := placeWord(word[:i])
		return hyphenated(before, tail), sure
	}
	return hyphenated(fixed(word[:i]), tail), sure
}

// isTown reports a part of Орехово-Зуево, but not the first of Ново-Огарёво.
func isTown(part string) bool {
	return hasAnySuffix(part, "ово", "ево", "ёво", "ино") && part != "ново" && part != "старо"
}

func hasInfix(word string, infixes ...string) bool {
	for _, s := range infixes {
		if strings.Contains(word, s) {
			return true
		}
	}
	return false
}

// shapedPlace declines a place by its ending alone, and says whether that is certain.
func shapedPlace(word string) (six, bool) {
	if s, ok := adjectiveForms(word, false); ok && !isNounPlace(word) {
		return s, hasAnySuffix(word, "ский", "цкий", "ская", "ское")
	}
	last := lastLetter(word)
	switch {
	case hasAnySuffix(word, "уа", "иа", "оа", "еа"):
		return fixed(word), false
	case strings.HasSuffix(word, "ия") && syllables(word) == 2: // на Бие, в Кызыл-Кие: Правила, 1956, § 40
		return softFirst.on(word, drop(word, 1)), false
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

// neuterPlace declines -ово, -ево, -ино (as in Розенталь, § 149, though
// colloquial usage leaves them) and the common nouns in -о and -е. Many a
// place in -ино is Italian or Japanese and stays: only those known are certain.
func neuterPlace(word string) (six, bool) {
	sure := hasAnySuffix(word, "ово", "ево", "ёво")
	if sure || hasAnySuffix(word, "ино", "ыно", "ье", "ие", "ище", "поле", "море", "село", "озеро", "цо", "ло") {
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

// pairForms declines an inanimate word whose genitive is known, each part of a
// hyphenated one by itself.
func pairForms(word, genitive string) six {
	if before, after, ok := strings.Cut(word, "-"); ok {
		if genitiveBefore, genitiveAfter, ok := strings.Cut(genitive, "-"); ok {
			return hyphenated(pairForms(before, genitiveBefore), pairForms(after, genitiveAfter))
		}
	}
	switch {
	case word == genitive:
		return fixed(word)
	case hasAnySuffix(genitive, "ых", "их"):
		e := hardPluralAdj
		if strings.HasSuffix(genitive, "их") {
			e = softPluralAdj
		}
		return e.on(word, drop(genitive, 2)).inanimate()
	case hasAnySuffix(genitive, "ого", "его", "ой"):
		if s, ok := adjectiveForms(word, false); ok {
			return s
		}
		return possessiveFem.on(word, drop(word, 1)) // Марьина Горка
	}
	return pairNoun(word, genitive)
}

func pairNoun(word, genitive string) six {
	last := lastLetter(word)
	switch {
	case last == 'ь' && strings.HasSuffix(genitive, "и"):
		s := third.on(word, drop(genitive, 1))
		s[acc], s[ins] = word, word+"ю"
		return s
	case last == 'ы' || last == 'и' || last == 'а' && !hasAnySuffix(genitive, "ы", "и") || last == 'я' && hasAnySuffix(genitive, "й", "ь", "в"):
		return pluralNoun(word, genitive, false)
	case last == 'а' || last == 'я':
		s, _ := noun{gender: Feminine}.decline(word)
		return s
	case last == 'о' || last == 'е':
		return neuter(word)
	}
	n := noun{gender: Masculine, stem: drop(genitive, 1), stressed: isStressedPlace(word)}
	s, _ := n.decline(word)
	return s
}

// inanimate gives the accusative the form of the nominative.
func (s six) inanimate() six {
	s[acc] = s[nom]
	return s
}
