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
func (s *setter) isNeedless(i int) bool { //nolint:gocyclo // a list of cases, each read by itself
	left, right := i-1, i+1
	l, r := s.runeOf(left), s.runeOf(right)
	if s.kindOf(left) == lineStart || s.kindOf(right) == lineStart || !isRunOf(s.words(i), " \u00a0") {
		return false
	}
	switch {
	case s.kindOf(right) == sign && strings.ContainsRune(",;:!?", r):
		return s.ends(left, ")]%….") && (r != ':' || s.runeOf(right+1) != ')')
	case s.kindOf(right) == sign && r == '.':
		after := s.runeOf(right + 1)
		return (after == 0 || after == ' ') && s.kindOf(left) != number && s.ends(left, ")]%")
	case s.kindOf(right) == sign && (r == ')' || r == ']'):
		return s.ends(left, ".,!?…)%")
	case s.kindOf(left) == sign && (l == '(' || l == '['):
		return s.kindOf(right) == word || s.kindOf(right) == number
	}
	return s.House.Initials == InitialsClosed && l == '.' && s.isInitial(left-1) && s.isInitial(right) && s.runeOf(right+1) == '.' && s.isOfPerson(left-1)
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
// the mark that opens a quotation: «сказал:"Да"».
func (s *setter) isMissingBefore(i int) bool { //nolint:gocyclo // a list of cases, each read by itself
	t := &s.tokens[i]
	switch left := s.kindOf(i - 1); {
	case t.kind == sign:
		return isQuote(t.first) && s.runeOf(i-1) == ':' && s.kindOf(i-2) == word && s.tokens[i-2].cyrillic && s.kindOf(i+1) == word
	case left == number && t.kind == word:
		return s.isGluedUnit(i)
	case left == word && t.kind == number:
		return s.words(i-1) == "N" && s.isNumero(i-1)
	case left != sign:
		return false
	}
	switch r := s.runeOf(i - 1); {
	case r == '№' || r == '§':
		return t.kind == number || isRunOf(s.words(i), roman)
	case r == '.':
		return s.isMissingBehindStop(i)
	case strings.ContainsRune(",;:!?", r):
		return t.kind == word && t.cyrillic && s.kindOf(i-2) == word && s.tokens[i-2].cyrillic
	}
	return false
}

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
func (s *setter) isMissingBehindStop(i int) bool { //nolint:gocyclo // a list of cases, each read by itself
	t, abbreviation := &s.tokens[i], i-2
	if s.kindOf(abbreviation) != word {
		return false
	}
	if s.isInitial(abbreviation) && t.kind == word && t.capital {
		if s.isInitial(i) && s.runeOf(i+1) == '.' {
			return s.House.Initials == InitialsSpaced && s.isOfPerson(abbreviation)
		}
		return s.isSurname(i) && s.isOfPerson(abbreviation)
	}
	if s.english || !s.isFree(abbreviation-1) || s.runeOf(abbreviation-1) == '.' {
		return false
	}
	return s.isOne(abbreviation, beforeNumbers) && t.kind == number ||
		s.isOne(abbreviation, places) && t.kind == word && t.capital && t.runes > 1 && !s.isYear(abbreviation) ||
		s.isOne(abbreviation, seeing) && t.kind == word && t.cyrillic && t.runes > 2
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
