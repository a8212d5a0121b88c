package typography

import "strings"

// belongsToNumber is for a number and what follows it: a unit, a month, a year's «г.».
func (s *setter) belongsToNumber(left, right int) bool { //nolint:gocyclo // a list of cases, each read by itself
	t := &s.tokens[right]
	if s.kindOf(left-1) == word && s.runeOf(left-1) != 'N' || s.runeOf(left-1) == '_' {
		return false // Т34
	}
	switch t.kind {
	case sign:
		return strings.ContainsRune("%‰°€$£₽₸₴¥", t.first)
	case number:
		return s.isGroup(left, right)
	case word:
	default:
		return false
	}
	if s.english {
		return s.words(right) == strings.ToLower(s.words(right)) && s.isOne(right, englishUnits) || s.tokens[left].runes <= 2 && t.capital && s.isOne(right, englishMonths) ||
			s.tokens[left].runes <= 2 && (s.isOne(right, halves) && s.runeOf(right+1) == '.')
	}
	switch {
	case s.tokens[left].runes <= 2 && (s.isOne(right, months) || s.isOne(right, shortMonths)):
		return true
	case s.tokens[left].runes == 4 && s.isOne(right, years):
		return true
	case s.isOne(right, units) && s.isFree(right+1):
		return true
	case s.isOne(right, particles):
		return true
	case s.isOne(right, months):
		return false
	}
	return s.endsSentence(right) && t.runes > 1
}

// longestNumber is more tokens than the groups of a number are.
const longestNumber = 12

// isGroup reports whether two numbers are groups of three digits of one: 1 000 000.
func (s *setter) isGroup(left, right int) bool { //nolint:gocyclo // a list of cases, each read by itself
	if s.tokens[right].runes != 3 {
		return false
	}
	first := left
	for left-first < longestNumber && s.tokens[first].runes == 3 && s.kindOf(first-1) == space && s.kindOf(first-2) == number {
		first -= 2
	}
	if s.tokens[first].runes > 3 || s.runeOf(first-1) == '+' || s.runeOf(first-1) == '-' && !s.isRange(first-1) || s.words(first)[0] == '0' || s.namesPhone(first) {
		return false
	}
	last := right
	for last-right < longestNumber && s.kindOf(last+1) == space && s.kindOf(last+2) == number {
		if last += 2; s.tokens[last].runes != 3 {
			return false // a phone
		}
	}
	return s.runeOf(last+1) != '-' && s.runeOf(first-1) != ')' && s.runeOf(first-2) != ')'
}

// namesPhone reports whether the word before a number says that it is a phone's.
func (s *setter) namesPhone(i int) bool {
	for n, at := 0, i-1; n < 4 && s.kindOf(at) != lineStart; n, at = n+1, at-1 {
		if s.isOne(at, phones) {
			return true
		}
	}
	return false
}

// isMonthOfDay is for a month before its day, as in «September 11, 2024».
func (s *setter) isMonthOfDay(left, right int) bool {
	return s.tokens[left].capital && s.isOne(left, englishMonths) && s.kindOf(right) == number && s.tokens[right].runes <= 2
}
