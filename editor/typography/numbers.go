package typography

import (
	"slices"
	"strings"
)

// belongsToNumber is for a number and what follows it: a unit, a month, a year's «г.».
func (s *setter) belongsToNumber(left, right int) bool {
	if s.kindOf(left-1) == word && s.runeOf(left-1) != 'N' || s.runeOf(left-1) == '_' {
		return false // Т34
	}
	switch t := &s.tokens[right]; t.kind {
	case sign:
		return strings.ContainsRune("%‰°€$£₽₸₴¥", t.first)
	case number:
		return s.isGroup(left, right)
	case word:
		if s.isTimes(right) && s.kindOf(right+2) == number {
			return true
		}
		if s.english {
			return s.isCountedInEnglish(left, right)
		}
		return s.isCounted(left, right)
	}
	return false
}

// isCountedInEnglish reports whether a word is the unit of the number before it, the month
// of a day, or the first half of «a.m.».
func (s *setter) isCountedInEnglish(left, right int) bool {
	if s.isOne(right, englishUnits) && s.words(right) == strings.ToLower(s.words(right)) {
		return true
	}
	if s.tokens[left].runes > 2 {
		return false
	}
	return s.isName(right) && s.isOne(right, englishMonths) || s.isOne(right, halves) && s.runeOf(right+1) == '.' || s.isOne(right, shortHalves)
}

// isCounted reports the same of a word of Russian, and whether it is a particle, a short one
// that ends the sentence, or what is counted.
func (s *setter) isCounted(left, right int) bool {
	digits := s.tokens[left].runes
	switch {
	case digits <= 2 && (s.isOne(right, months) || s.isOne(right, shortMonths)):
		return true
	case digits == 4 && s.isOne(right, years):
		return true
	case s.isOne(right, units) && s.isFree(right+1):
		return !s.isTownBehindNumber(right)
	case s.isParticle(right):
		return true
	case s.isOne(right, months):
		return false
	}
	return s.endsSentence(right) && s.tokens[right].runes > 1 || s.countsThings(left) && s.isThing(right)
}

// isTownBehindNumber reports whether «г.» is that of a town behind the number of a school or a document, which counts
// no grams: «школа № 12 г. Примерного».
func (s *setter) isTownBehindNumber(i int) bool {
	sign := s.before(s.before(s.before(i)))
	if s.kindOf(sign) == space {
		sign = s.before(sign)
	}
	return s.words(i) == "г" && s.runeOf(sign) == '№' && s.runeOf(i+1) == '.' && s.isPlaceName(s.after(s.after(i+1)))
}

// countsThings reports whether a number says how many there are of what follows: it is no
// year, no time, no phone, and not that of a document.
func (s *setter) countsThings(i int) bool {
	const longest, lastYear = 5, 2100
	n := s.value(i)
	if digits := s.tokens[i].runes; digits > longest || digits == 4 && n <= lastYear || s.namesNumber(i) || s.isNumberOf(i) {
		return false
	}
	switch s.runeOf(i - 1) {
	case '.', ':', '/':
		return false
	case '-':
		return s.kindOf(i-2) == number && s.isRange(i-1) || s.isNegative(i)
	}
	return true
}

// isNegative reports whether the hyphen before a number is its minus.
func (s *setter) isNegative(i int) bool {
	switch s.runeOf(i - 2) {
	case 0, ' ', '(', '…':
		return true
	}
	return false
}

// isNumberOf reports whether a number belongs to the word before it, by itself or as one of
// several: «кв. 7», «§ 4», «статьи 5, 6 и 7».
func (s *setter) isNumberOf(i int) bool {
	const longestList = 12 // numbers
	for range longestList {
		earlier := s.listedBefore(i)
		if earlier < 0 {
			break
		}
		i = earlier
	}
	if s.kindOf(i-1) != space {
		return false
	}
	switch s.runeOf(i - 2) {
	case '.':
		return s.isOne(i-3, beforeNumbers)
	case '§':
		return true
	}
	return s.isOne(i-2, addressed) || s.isOne(i-2, divisions)
}

// listedBefore is the number before another one that «и» or a comma joins it to; -1 where there is none.
func (s *setter) listedBefore(i int) int {
	earlier := i - 3
	switch {
	case s.kindOf(i-1) != space:
		return -1
	case s.runeOf(i-2) == ',':
	case s.isOne(i-2, links) && s.kindOf(i-3) == space:
		earlier--
	default:
		return -1
	}
	if s.kindOf(earlier) == number {
		return earlier
	}
	return -1
}

// isThing reports whether a word may be what a number counts, or how: one of those that
// sentences are only held together by is not.
func (s *setter) isThing(i int) bool {
	t := &s.tokens[i]
	return t.cyrillic && !t.capital && t.runes > 2 && !s.isOne(i, prepositions) && !s.isOne(i, joints)
}

// longestNumber is more tokens than the groups of a number are.
const longestNumber = 12

// isGroup reports whether two numbers are groups of three digits of one: 1 000 000.
func (s *setter) isGroup(left, right int) bool {
	if s.tokens[right].runes != 3 || !s.beginsGroups(s.firstGroup(left)) {
		return false
	}
	last := right
	for last-right < longestNumber && s.kindOf(last+1) == space && s.kindOf(last+2) == number {
		if last += 2; s.tokens[last].runes != 3 {
			return false // a phone
		}
	}
	return s.runeOf(last+1) != '-' || s.isRange(last+1)
}

// firstGroup is the first of the numbers that may be groups of one.
func (s *setter) firstGroup(i int) int {
	first := i
	for i-first < longestNumber && s.tokens[first].runes == 3 && s.kindOf(first-1) == space && s.kindOf(first-2) == number {
		first -= 2
	}
	return first
}

// beginsGroups reports whether a number of several groups may begin with one: a phone
// begins with +, with a code in brackets or with 0.
func (s *setter) beginsGroups(first int) bool {
	if t := &s.tokens[first]; t.runes > 3 || t.first == '0' {
		return false
	}
	switch before := s.runeOf(first - 1); {
	case before == '+', before == '-' && !s.isRange(first-1):
		return false
	case before == ')', s.runeOf(first-2) == ')':
		return false
	}
	return !s.namesPhone(first)
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

// isRomanRange reports whether a hyphen joins centuries, or two other Roman numbers of
// which the second is the larger: two single letters are something else.
func (s *setter) isRomanRange(i int) bool {
	from, to := s.words(i-1), s.words(i+1)
	if !isRunOf(from, roman) || !isRunOf(to, roman) {
		return false
	}
	if s.isOne(i+2, centuries) || s.runeOf(i+2) == ' ' && s.isOne(i+3, centuries) {
		return true
	}
	a, b := romanValue(from), romanValue(to)
	return len(from)+len(to) > 2 && a > 0 && a < b && s.standsApart(i-2) && s.standsApart(i+2)
}

// standsApart reports whether a token is nothing that a word or a number could be glued to.
func (s *setter) standsApart(i int) bool {
	switch s.kindOf(i) {
	case word, number, literal:
		return false
	}
	return s.runeOf(i) != '-' && s.runeOf(i) != '/'
}

// romanValue is what a Roman number of I, V and X is worth; 0 for what is not written as
// one.
func romanValue(w string) int {
	if !isRunOf(w, "IVX") {
		return 0
	}
	n := 0
	for tens := strings.HasPrefix(w, "X"); tens; tens = strings.HasPrefix(w, "X") {
		n, w = n+10, w[1:]
	}
	ones := slices.Index([]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}, w)
	if ones < 0 || n > 30 {
		return 0
	}
	return n + ones
}
