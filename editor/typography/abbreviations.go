package typography

import "unicode/utf8"

// isAbbreviated reports whether the full stop behind a word may be the word's own.
func (s *setter) isAbbreviated(i int) bool {
	return s.runeOf(i+1) == '.' && s.runeOf(i+2) != '.' && (s.isOne(i, places) || s.isOne(i, beforeNumbers) || s.isOne(i, seeing) || s.isOne(i, units) || s.tokens[i].runes == 1)
}

// holdsAbbreviation is for a word with a full stop and what follows it.
func (s *setter) holdsAbbreviation(i, right int) bool {
	switch {
	case s.kindOf(i) != word:
		return false
	case s.holdsInitial(i, right):
		return true
	case s.english:
		return s.announcesInEnglish(i, right)
	}
	return s.announces(i, right) || s.isDegree(i) && s.isName(right) || s.isPair(i, right) || s.isOne(i, powers) && s.isBehindNumber(i) && s.isOne(right, units) || s.isAmount(i, right) || s.isParticle(right) && s.isFree(right+1)
}

// isDegree reports whether a token is the last letter of a degree of learning: к.т.н., д. э. н.
func (s *setter) isDegree(i int) bool {
	letter := func(i int) int { // the one before
		if i--; s.kindOf(i) == space {
			i--
		}
		if s.runeOf(i) != '.' || s.kindOf(i-1) != word || s.tokens[i-1].runes != 1 {
			return -1
		}
		return i - 1
	}
	if s.words(i) != "н" {
		return false
	}
	science := letter(i)
	if science < 0 {
		return false
	}
	degree := letter(science)
	return degree >= 0 && (s.words(degree) == "к" || s.words(degree) == "д")
}

// announces reports whether an abbreviation stands before what it is about: a number, a
// place, what somebody is to see.
func (s *setter) announces(i, right int) bool {
	switch kind := s.kindOf(right); {
	case (kind == number || s.runeOf(right) == '-' && s.kindOf(right+1) == number) && s.isOne(i, beforeNumbers):
		return !s.isUnit(i)
	case s.isPlaceName(right) && s.isOne(i, places) && (!s.isBehindNumber(i) || s.isTownBehindNumber(i)):
		return true
	case kind == word || kind == number:
		return s.isOne(i, seeing)
	}
	return false
}

// isUnit reports whether an abbreviation is the unit of the number before it, as in «12 ч. 30 мин.»
// and not in «ст. 12 ч. 3».
func (s *setter) isUnit(i int) bool {
	return s.isOne(i, units) && s.kindOf(i-1) == space && s.kindOf(i-2) == number && !s.isNumberOf(i-2)
}

// announcesInEnglish reports the same of an abbreviation of English: a person's title, the
// number of a page or of a thing.
func (s *setter) announcesInEnglish(i, right int) bool {
	if s.kindOf(right) == number {
		return s.words(i) == "No" || s.isOne(i, pages)
	}
	return s.tokens[right].capital && s.isOne(i, honorifics)
}

// isAmount reports whether two words count money or a measure: млн руб., тыс. км.
func (s *setter) isAmount(left, right int) bool {
	return s.isOne(left, magnitudes) && (s.isOne(right, currencies) || s.isOne(right, measures) && s.isFree(right+1))
}

// isPlaceName reports whether a token may be what stands behind «г.» or «ул.».
func (s *setter) isPlaceName(i int) bool {
	return s.kindOf(i) == word && s.tokens[i].capital || isQuote(s.runeOf(i)) || s.kindOf(i) == number
}

// isBehindNumber reports whether a word stands behind a number: «г.» is then that of a year,
// or of grams.
func (s *setter) isBehindNumber(i int) bool {
	return s.kindOf(i-1) == number || s.kindOf(i-1) == space && s.kindOf(i-2) == number
}

// isPair reports whether two abbreviations are one: т. е., н. э.
func (s *setter) isPair(left, right int) bool {
	return s.kindOf(right) == word && s.runeOf(right+1) == '.' && pairs[s.words(left)+" "+s.words(right)]
}

// isInitial reports whether a token is a single capital letter, or Дж and Ю with their
// like, that does not belong to a longer word.
func (s *setter) isInitial(i int) bool {
	if s.kindOf(i) != word || !s.tokens[i].capital || s.runeOf(i-1) == '-' && s.kindOf(i-2) != word {
		return false
	}
	switch s.tokens[i].runes {
	case 1:
		return s.kindOf(i-1) != number && s.runeOf(i-1) != '’' && s.runeOf(i-1) != '\''
	case 2:
		w := s.words(i)
		return w == "Дж" || w == "Вл" || w == "Ал" || w == "Дм"
	}
	return false
}

// isSurname reports whether a token is a word with a capital that is no initial.
func (s *setter) isSurname(i int) bool {
	if !s.isName(i) {
		return false
	}
	t := &s.tokens[i]
	if t.runes < 2 || s.isInitial(i) && s.runeOf(i+1) == '.' {
		return false
	}
	_, size := utf8.DecodeRuneInString(s.words(i))
	second, _ := utf8.DecodeRuneInString(s.words(i)[size:])
	return !isCapital(second) || t.runes > 3
}

// isOfPerson reports whether a run of initials that an initial belongs to is of a name,
// and no abbreviation such as «С.Ш.А.»: there are at most two of them.
func (s *setter) isOfPerson(i int) bool {
	n := 1
	first := i
	for at, ok := s.initialBeside(first, -1); ok && n <= 2; at, ok = s.initialBeside(first, -1) {
		first, n = at, n+1
	}
	for at, ok := s.initialBeside(i, 1); ok && n <= 2; at, ok = s.initialBeside(i, 1) {
		i, n = at, n+1
	}
	return n <= 2 && s.kindOf(first-1) != word
}

// initialBeside is the initial before another one, or behind it.
func (s *setter) initialBeside(i, step int) (int, bool) {
	stop, next := i+1, i+2
	if s.kindOf(next) == space {
		next++
	}
	if step < 0 {
		stop = i - 1
		if s.kindOf(stop) == space {
			stop--
		}
		next = stop - 1
	}
	return next, s.runeOf(stop) == '.' && s.isInitial(next) && (step < 0 || s.runeOf(next+1) == '.')
}

// holdsInitial is for an initial with its full stop and what follows it: another one, or
// the surname.
func (s *setter) holdsInitial(i, right int) bool {
	if !s.isInitial(i) {
		return false
	}
	return s.isInitial(right) && s.runeOf(right+1) == '.' || s.isSurname(right)
}
