package typography

import (
	"slices"
	"strings"
)

// clean makes the tokens those of the text as it will be: without the spaces that do not
// belong there, with those that are missing, and with one sign for three full stops. So
// the rules see the same neighbours when they look at a text that was set.
func (s *setter) clean() {
	s.removeSpaces()
	s.addSpaces()
}

// removeSpaces takes out the spaces before commas and within brackets, and joins three
// full stops.
func (s *setter) removeSpaces() {
	var needless []int
	stops := strings.Contains(s.text, "...")
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == space && s.isNeedless(i) {
			needless = append(needless, i)
		}
	}
	if len(needless) == 0 && !stops {
		return
	}
	kept := s.tokens[:0]
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch {
		case len(needless) > 0 && needless[0] == i:
			s.spaces = append(s.spaces, Edit{Spacing, t.at, s.text[t.start:t.end], ""})
			needless = needless[1:]
			continue
		case t.kind == sign && t.first == '.' && s.isEllipsis(i, kept):
			i += 2
			t.first, t.end, t.runes = '…', s.tokens[i].end, 3
		}
		kept = append(kept, t)
	}
	s.tokens = kept
}

// isEllipsis reports whether exactly three full stops begin at a token, the last of those
// before it given; behind «!» and «?» there are two.
func (s *setter) isEllipsis(i int, before []token) bool {
	n := 1
	for s.runeOf(i+n) == '.' && s.kindOf(i+n) == sign {
		n++
	}
	last := before[len(before)-1].first
	return n == 3 && !strings.ContainsRune(".…!?", last) && s.runeOf(i+3) != '…'
}

// isNeedless reports whether no space belongs where one is: before a comma, within
// brackets, between initials where the house has none there.
func (s *setter) isNeedless(i int) bool {
	left, right := i-1, i+1
	if s.kindOf(left) == lineStart || s.kindOf(right) == lineStart || !isRunOf(s.words(i), " \u00a0") {
		return false
	}
	if s.kindOf(right) == sign && strings.ContainsRune(",;:!?.)]", s.runeOf(right)) {
		return s.isNeedlessBefore(left, right)
	}
	if s.kindOf(left) == sign && strings.ContainsRune("([", s.runeOf(left)) {
		return s.kindOf(right) == word || s.kindOf(right) == number
	}
	return s.House.Initials == InitialsClosed && s.runeOf(left) == '.' && s.areInitials(left-1, right) && s.isOfPerson(left-1)
}

// isNeedlessBefore is for the space before a sign that ends something.
func (s *setter) isNeedlessBefore(left, right int) bool {
	switch after := s.runeOf(right + 1); s.runeOf(right) {
	case ')', ']':
		return s.ends(left, ".,!?…)%")
	case '.':
		return (after == 0 || after == ' ') && s.kindOf(left) != number && s.ends(left, ")]%")
	case ':':
		return after != ')' && s.ends(left, ")]%….")
	}
	return s.ends(left, ")]%….")
}

// areInitials reports whether two tokens are initials, of which the second has its full
// stop.
func (s *setter) areInitials(first, second int) bool {
	return s.isInitial(first) && s.isInitial(second) && s.runeOf(second+1) == '.'
}

// ends reports whether a token may be the last before a comma or a bracket, with a space
// between: a word, a
// mark that closes a quotation, or one of some signs.
func (s *setter) ends(i int, signs string) bool {
	switch {
	case s.kindOf(i) == word || s.kindOf(i) == number:
		return true
	case s.kindOf(i) == literal: // or the sign would become part of it
		return s.runeOf(i+3) == ' ' || s.runeOf(i+3) == 0
	case s.kindOf(i) != sign:
		return false
	case isQuote(s.runeOf(i)):
		return s.kindOf(i-1) == word || s.kindOf(i-1) == number || s.kindOf(i-1) == literal || strings.ContainsRune(".!?…", s.runeOf(i-1))
	}
	return strings.ContainsRune(signs, s.runeOf(i))
}

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
		return s.isMissingBeforeQuote(i)
	case left == number && kind == word:
		return s.isGluedUnit(i)
	case left == word && kind == number:
		return s.words(i-1) == "N" && s.isNumero(i-1)
	case left == sign:
		return s.isMissingBehindSign(i)
	}
	return false
}

// isMissingBeforeQuote is for the mark that opens what somebody said: «сказал:"Да"».
func (s *setter) isMissingBeforeQuote(i int) bool {
	return isQuote(s.tokens[i].first) && s.runeOf(i-1) == ':' && s.isRussian(i-2) && s.kindOf(i+1) == word
}

// isMissingBehindSign is for a word or a number with a sign before it.
func (s *setter) isMissingBehindSign(i int) bool {
	switch t := &s.tokens[i]; s.runeOf(i - 1) {
	case '№', '§':
		return t.kind == number || isRunOf(s.words(i), roman)
	case '.':
		return s.isMissingBehindStop(i)
	case ',', ';', ':', '!', '?':
		return s.isRussian(i) && s.isRussian(i-2)
	}
	return false
}

// isRussian reports whether a token is a word in Cyrillic letters.
func (s *setter) isRussian(i int) bool { return s.kindOf(i) == word && s.tokens[i].cyrillic }

// isGluedUnit reports whether a word is the unit of the number that it is written to.
func (s *setter) isGluedUnit(i int) bool {
	if s.english || !s.isFree(i+1) || s.runeOf(i+1) == '/' || s.kindOf(i+1) == number || s.kindOf(i-2) == word && s.words(i-2) != "N" || s.runeOf(i-2) == '-' && s.kindOf(i-3) == word {
		return false
	}
	if s.isOne(i, glued) {
		return s.tokens[i].first < 0x80 || !s.tokens[i].capital
	}
	return s.tokens[i-1].runes == 4 && s.words(i) == "г" && s.runeOf(i+1) == '.'
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
	if s.english || !s.isFree(abbreviation-1) || s.runeOf(abbreviation-1) == '.' {
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
		return s.isOne(abbreviation, beforeNumbers)
	case t.kind != word || t.runes < 2:
		return false
	case t.capital && s.isOne(abbreviation, places) && !s.isBehindNumber(abbreviation):
		return true
	}
	return t.cyrillic && t.runes > 2 && s.isOne(abbreviation, seeing)
}

// withSpaces puts the spaces that were taken out among the other edits.
func (s *setter) withSpaces() []Edit {
	if len(s.spaces) == 0 {
		return s.edits
	}
	all := append(s.spaces, s.edits...)
	slices.SortStableFunc(all, func(a, b Edit) int { return a.At - b.At })
	return all
}
