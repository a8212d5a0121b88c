package typography

import "unicode/utf8"

// isAbbreviated reports whether the full stop behind a word may be the word's own.
func (s *setter) isAbbreviated(i int) bool {
	return s.runeOf(i+1) == '.' && s.runeOf(i+2) != '.' && (s.isOne(i, places) || s.isOne(i, beforeNumbers) || s.isOne(i, seeing) || s.isOne(i, units) || s.tokens[i].runes == 1)
}

// holdsAbbreviation is for a word with a full stop and what follows it.
func (s *setter) holdsAbbreviation(i, right int) bool { //nolint:gocyclo // a list of cases, each read by itself
	if s.kindOf(i) != word {
		return false
	}
	r := &s.tokens[right]
	if s.english {
		return s.isOne(i, honorifics) && r.capital || s.words(i) == "No" && r.kind == number || s.isOne(i, pages) && r.kind == number || s.holdsInitial(i, right)
	}
	switch {
	case s.isOne(i, beforeNumbers) && r.kind == number:
		return true
	case s.isOne(i, places) && s.isPlaceName(right) && !s.isYear(i):
		return true
	case s.isOne(i, seeing) && (r.kind == word || r.kind == number):
		return true
	case r.kind == word && s.runeOf(right+1) == '.' && s.isPair(i, right):
		return true
	case s.isOne(i, magnitudes) && s.isOne(right, currencies):
		return true
	}
	if s.holdsInitial(i, right) {
		return true
	}
	return s.kindOf(right) == word && s.isOne(right, particles) && s.isFree(right+1)
}

// isPlaceName reports whether a token may be what stands behind «г.» or «ул.».
func (s *setter) isPlaceName(i int) bool {
	return s.kindOf(i) == word && s.tokens[i].capital || isQuote(s.runeOf(i)) || s.kindOf(i) == number
}

// isYear reports whether «г.» is that of a year or of grams.
func (s *setter) isYear(i int) bool {
	return s.kindOf(i-1) == number || s.kindOf(i-1) == space && s.kindOf(i-2) == number
}

// isPair reports whether two abbreviations are one: т. е., н. э.
func (s *setter) isPair(left, right int) bool {
	return pairs[s.words(left)+" "+s.words(right)]
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
	t := &s.tokens[i]
	if t.kind != word || !t.capital || t.runes < 2 || s.isInitial(i) && s.runeOf(i+1) == '.' {
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
