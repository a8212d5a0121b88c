package typography

import "strings"

// addSpaces puts in the spaces that are missing, as tokens without words.
func (s *setter) addSpaces() {
	var missing []int
	for i := range s.tokens {
		t := &s.tokens[i]
		switch t.kind {
		case lineStart:
			s.english = t.english
		case word, number, sign:
			if s.isMissingBefore(i) {
				missing = append(missing, i)
			}
		}
	}
	if len(missing) == 0 {
		return
	}
	all := make([]token, 0, len(s.tokens)+len(missing))
	for i, t := range s.tokens {
		if len(missing) > 0 && missing[0] == i {
			missing = missing[1:]
			all = append(all, token{kind: space, first: ' ', start: t.start, end: t.start, at: t.at})
		}
		all = append(all, t)
	}
	s.tokens = all
}

// isMissingBefore reports whether a space is missing before a word or a number, or before
// the mark that opens a quotation.
func (s *setter) isMissingBefore(i int) bool {
	kind := s.tokens[i].kind
	switch left := s.kindOf(i - 1); {
	case kind == sign:
		return s.isMissingBeforeQuote(i) || s.isMissingBeforeDash(i)
	case left == number && kind == word:
		return s.isGluedUnit(i)
	case left == word && kind == word: // XXв.
		return true
	case left == word && kind == number:
		return s.words(i-1) == "N" && s.isNumero(i-1)
	case left == sign:
		return s.isMissingBehindSign(i)
	}
	return false
}

// isMissingBeforeQuote is for the mark that opens what somebody said, «сказал:"Да"», or a name:
// «ООО"Пример"».
func (s *setter) isMissingBeforeQuote(i int) bool {
	if !isQuote(s.tokens[i].first) || s.kindOf(i+1) != word {
		return false
	}
	if s.isRussian(i-1) && s.tokens[i+1].capital && s.isFree(i-2) && (s.isLegalForm(i-1) || s.tokens[i-1].runes > 2) {
		return s.tokens[i].first == '«' || s.tokens[i].first == '"' && s.opensInLine(i)
	}
	return s.runeOf(i-1) == ':' && s.isRussian(i-2)
}

// opensInLine reports whether a straight mark opens by those of its line: as many open before it as
// close, and one stands behind it.
func (s *setter) opensInLine(i int) bool {
	if s.opening == nil {
		s.opening = openingMarks(s.tokens)
	}
	return s.opening[i]
}

// openingMarks are the straight marks of texts that open by those of their line.
func openingMarks(tokens []token) map[int]bool {
	opening := map[int]bool{}
	var line []int // the marks of one line
	end := func() {
		for n := 0; len(line)%2 == 0 && n < len(line); n += 2 {
			opening[line[n]] = true
		}
		line = line[:0]
	}
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.kind == lineStart:
			end()
		case t.first == '"':
			line = append(line, i)
		}
	}
	end()
	return opening
}

// isMissingBehindSign is for a word or a number with a sign before it.
func (s *setter) isMissingBehindSign(i int) bool {
	switch t := &s.tokens[i]; s.runeOf(i - 1) {
	case '№':
		return t.kind == number || s.words(i) != "N"
	case '§':
		return t.kind == number || isRunOf(s.words(i), roman)
	case '.':
		return s.isMissingBehindStop(i) || s.beginsSentence(i)
	case '…':
		return s.beginsSentence(i)
	case ',', ';':
		return s.isMissingBehindComma(i)
	}
	return s.isRussian(i) && s.isMissingBeforeRussian(i)
}

// isMissingBeforeRussian is for a word of Russian behind a sign that it is never written to.
func (s *setter) isMissingBeforeRussian(i int) bool {
	switch s.runeOf(i - 1) {
	case ':':
		return s.isRussian(i - 2)
	case '!', '?':
		return s.isRussian(s.beforeStops(i - 1))
	case '-':
		return s.isMissingBeforeDash(i - 1)
	}
	return false
}

// beginsSentence reports whether a token is a word of Russian with a capital behind an
// ellipsis: «слово… Слово», «слово!.. Слово».
func (s *setter) beginsSentence(i int) bool {
	if !s.isRussian(i) || !s.tokens[i].capital {
		return false
	}
	if s.runeOf(i-1) == '…' {
		return s.isRussian(i-2) || strings.ContainsRune("!?", s.runeOf(i-2))
	}
	return s.runeOf(i-2) == '.' && strings.ContainsRune("!?", s.runeOf(i-3))
}

// beforeStops is the token before the marks of questions and exclamations.
func (s *setter) beforeStops(i int) int {
	for s.kindOf(i) == sign && strings.ContainsRune("!?", s.runeOf(i)) {
		i--
	}
	return i
}

// isMissingBehindComma is for a comma or a semicolon. Between numbers it may be that of a
// decimal.
func (s *setter) isMissingBehindComma(i int) bool {
	switch left := i - 2; {
	case s.tokens[i].kind == number:
		return s.isRussian(left) && s.tokens[left].runes > 1 && s.isFree(left-1)
	case !s.isRussian(i):
		return false
	default:
		return s.kindOf(left) == number || s.endsClause(left)
	}
}

// endsClause reports whether a token ends what a comma stands behind: a word of Russian, or
// the bracket or the mark that closes something.
func (s *setter) endsClause(i int) bool {
	if s.isRussian(i) {
		return true
	}
	r := s.runeOf(i)
	return s.kindOf(i) == sign && (r == ')' || isQuote(r)) && (s.kindOf(i-1) == word || s.kindOf(i-1) == number || strings.ContainsRune(".!?…)", s.runeOf(i-1)))
}

// isMissingBeforeDash is for the hyphen that stands for a dash behind a comma, «Да,- сказал
// он», or behind another mark: a space on its right, or a word behind a comma, tells.
func (s *setter) isMissingBeforeDash(i int) bool {
	if s.runeOf(i) != '-' || s.kindOf(i-1) != sign {
		return false
	}
	switch s.runeOf(i - 1) {
	case ',':
		return s.endsClause(i-2) && (s.runeOf(i+1) == ' ' || s.isRussian(i+1))
	case '!', '?':
		return s.isRussian(s.beforeStops(i-1)) && s.runeOf(i+1) == ' '
	case '…':
		return s.isRussian(i-2) && s.runeOf(i+1) == ' '
	}
	return false
}

// isRussian reports whether a token is a word in Cyrillic letters.
func (s *setter) isRussian(i int) bool { return s.kindOf(i) == word && s.tokens[i].cyrillic }

// isGluedUnit reports whether a word is the unit of the number that it is written to.
func (s *setter) isGluedUnit(i int) bool {
	if s.english || !s.isFree(i+1) || s.runeOf(i+1) == '/' || s.kindOf(i+1) == number && !s.isOfArea(i) || s.kindOf(i-2) == word && s.words(i-2) != "N" || s.runeOf(i-2) == '-' && s.kindOf(i-3) == word {
		return false
	}
	if s.isOne(i, glued) {
		return s.tokens[i].first < 0x80 || !s.tokens[i].capital
	}
	return s.isGluedYear(i) || s.words(i) == "р" && s.runeOf(i+1) == '.'
}

// isGluedYear reports whether a word is «год», or «г.», behind the number of a year.
func (s *setter) isGluedYear(i int) bool {
	return s.tokens[i-1].runes == 4 && s.isOne(i, years) && (s.words(i) != "г" || s.runeOf(i+1) == '.')
}

// isOfArea reports whether a word is a unit of length, and the number behind it makes it
// one of area or volume: м2, км3.
func (s *setter) isOfArea(i int) bool {
	power := s.words(i + 1)
	return s.isOne(i, lengths) && (power == "2" || power == "3") && s.isFree(i+2)
}

// isMissingBehindStop is for what is written to an abbreviation: г.Москва, А.С.Примеров.
func (s *setter) isMissingBehindStop(i int) bool {
	abbreviation := i - 2
	if s.kindOf(abbreviation) != word {
		return false
	}
	if s.isInitial(abbreviation) && s.isName(i) {
		return s.isMissingBehindInitial(abbreviation, i)
	}
	if s.english || !s.isFree(abbreviation-1) {
		return false
	}
	if before := abbreviation - 2; s.runeOf(abbreviation-1) == '.' && // см.рис.5
		(s.kindOf(before) != word || !s.isFree(before-1) || s.runeOf(before-1) == '.' || !s.isMissingBehindAbbreviation(before, abbreviation)) {
		return false
	}
	return s.isMissingBehindAbbreviation(abbreviation, i)
}

// isName reports whether a token is a word with a capital.
func (s *setter) isName(i int) bool { return s.kindOf(i) == word && s.tokens[i].capital }

// isMissingBehindInitial is for another initial, where the house has a space before it,
// and for the surname.
func (s *setter) isMissingBehindInitial(initial, i int) bool {
	if s.areInitials(initial, i) {
		return s.House.Initials == InitialsSpaced && s.isOfPerson(initial)
	}
	return s.isSurname(i) && s.isOfPerson(initial)
}

// isMissingBehindAbbreviation is for a number, a place, or what somebody is to see.
func (s *setter) isMissingBehindAbbreviation(abbreviation, i int) bool {
	t := &s.tokens[i]
	switch {
	case t.kind == number:
		if _, beside := s.initialBeside(abbreviation, -1); beside { // А.С.5
			return false
		}
		return s.isOne(abbreviation, beforeNumbers)
	case t.kind != word || t.runes < 2:
		return false
	case t.capital && s.isOne(abbreviation, places) && !s.isBehindNumber(abbreviation):
		return true
	}
	return t.cyrillic && t.runes > 2 && s.isOne(abbreviation, seeing)
}
