package grammar

import (
	"slices"
	"strings"
)

// family is a name of several who share a surname, or have none beside their first names:
// «Иван и Мария Пробновы», «Анна Петровна, Пётр и Ольга».
type family struct {
	*parsed
	surname int // its word, the number of words where there is none
}

// familyOf reads a name as one of a family; false for the name of one, and of two who have a
// surname each.
func familyOf(name string) (f family, ok bool) {
	p := parse(name)
	if len(p.low) == 1 && isSharedSurname(p.low[0]) {
		return family{p, 0}, true
	}
	and := slices.Index(p.low, "и")
	if and < 1 || and+1 >= len(p.low) {
		return f, false
	}
	f = family{p, len(p.low)}
	if last := len(p.low) - 1; last > and+1 && !p.isNameAt(last) {
		f.surname = last
	}
	for i := range f.surname {
		twice := i > 0 && bare(p.low[i-1]) == p.low[i-1] && patronymicGender(bare(p.low[i])) == Unknown && p.low[i-1] != "и"
		if i != and && (twice && !isRomanNumber(p.low[i]) || !p.isNameAt(i)) { // Асан и Балжан Омар: Омар is her surname
			return f, false
		}
	}
	return f, true
}

// IsFamily reports the names of several who share a surname or have none: «Иван и Мария Пробновы».
func IsFamily(name string) bool {
	if !strings.Contains(name, " и ") { // as most have not
		return !strings.Contains(name, " ") && isSharedSurname(lower(name))
	}
	_, ok := familyOf(name)
	return ok
}

// isNameAt reports a first name, a patronymic or a monarch's number, with or without the comma
// behind it.
func (p *parsed) isNameAt(i int) bool {
	word := bare(p.low[i])
	return p.isCapital(i) && (isFirstName(word) || patronymicGender(word) != Unknown || i > 0 && isRomanNumber(word))
}

// familyStart is where a family's name begins of which word at is the last one's first name:
// «супруги Иван и Мария Пробновы», «братья Пробновы».
func (p *parsed) familyStart(at int) int {
	if p.isFamilyBehind(at) {
		return len(p.low) - 1
	}
	start := at
	for start > 0 && (p.low[start-1] == "и" && start < len(p.low) || p.isNameAt(start-1)) {
		start--
	}
	if start == at || p.low[start] == "и" || !slices.Contains(p.low[start:at], "и") || start > 0 && !p.mayHaveFamily(start) {
		return at
	}
	return start
}

// isFamilyBehind reports a shared surname alone behind what several are, where no name was found.
func (p *parsed) isFamilyBehind(at int) bool {
	last := len(p.low) - 1
	return last > 0 && (at == 0 || at > last) && p.isCapital(last) && isSharedSurname(p.low[last]) && p.isOfSeveral()
}

// mayHaveFamily reports what several are before word i; not with somebody's first name between,
// «ветераны труда Кульжан Асан и Балжан Омар».
func (p *parsed) mayHaveFamily(i int) bool {
	return (p.isOfSeveral() || p.isOfTwoPosts(i)) && (!p.isCapital(i-1) || p.complementAt(i-1) != 0)
}

// isOfTwoPosts reports two posts before word i, one for each of two: президент и первая леди.
func (p *parsed) isOfTwoPosts(i int) bool {
	and := slices.Index(p.low[:i], "и")
	return and > 0 && p.isPostAt(and+1)
}

// isPostAt reports a post, and adjectives before it, from word i on.
func (p *parsed) isPostAt(i int) bool {
	at := p.findHead(i, true)
	return at >= 0 && isPostNoun(bare(p.low[at]))
}

// declineFamily declines the name of a family.
func (h House) declineFamily(f family) Declension {
	for i, low := range f.low[:f.surname] {
		word, tail := trimTail(low)
		gender := patronymicGender(word)
		switch {
		case word == "и", isRomanNumber(word):
			f.set(i, fixed(word).with(tail), true)
		case gender != Unknown:
			s, sure := patronymicForms(word, gender)
			f.set(i, s.with(tail), sure)
		default:
			gender, told := firstNameGender(word)
			s, sure := h.firstNameForms(word, gender)
			f.set(i, s.with(tail), told && sure)
		}
	}
	if f.surname < len(f.low) {
		s, sure := sharedSurname(f.low[f.surname])
		f.set(f.surname, s, sure)
	}
	return h.spelled(Declension{Kind: Person, Gender: Plural, Guess: f.guess}, f.join()).shown()
}

// sharedSurname declines a surname in the plural: Пробновы, Достоевские. One that neither a man
// nor a woman declines stays; of others a man's is not that of both, and usage differs.
func sharedSurname(word string) (six, bool) {
	if isSharedSurname(word) && strings.HasSuffix(word, "ы") {
		return hardPluralAdj.on(word, drop(word, 1)), true
	}
	if s, ok := adjectiveForms(word, true); ok && hasAnySuffix(word, "ые", "ие") {
		return s, true
	}
	if one := strings.TrimSuffix(strings.TrimSuffix(word, "ы"), "и"); one != word && isConsonant(lastLetter(one)) && given(word) == 0 && syllables(one) > 0 { // Ротенберги, Коэны
		return pluralNoun(word, one+manyOf(one), true), false
	}
	man, sure := surnameForms(word, Masculine)
	return fixed(word), sure && man == fixed(word)
}

// manyOf is the ending of the genitive plural of a noun in a consonant: Ротенбергов, Ткачей.
func manyOf(one string) string {
	if isHush(lastLetter(one)) {
		return "ей"
	}
	return pick(strings.HasSuffix(one, "ц"), "ев", "ов")
}

// isSharedSurname reports a surname in the plural by an ending that no other word of a name has.
func isSharedSurname(word string) bool {
	if hasAnySuffix(word, "ые", "кие", "гие", "хие") && syllables(word) > 2 {
		return given(word) == 0
	}
	one := strings.TrimSuffix(word, "ы")
	return one != word && hasAnySuffix(one, "ов", "ев", "ёв", "ин", "ын") && given(one+"а") == 0 && syllables(one) > 1
}
