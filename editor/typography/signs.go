package typography

import (
	"strconv"
	"strings"

	"communique/editor/wordset"
)

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '―' || r == '−' }

// setSign sets a sign.
func (s *setter) setSign(i int) {
	switch r := s.tokens[i].first; {
	case isQuote(r):
		s.setQuote(i)
	case r == '-' || r == '–' || r == '—':
		s.setDash(i)
	case r == '…':
		s.setEllipsis(i)
	case r == '\'':
		s.setApostrophe(i)
	}
}

// setEllipsis sets an ellipsis as one sign. Behind «!» and «?» Russian has two full stops
// (Правила русской орфографии и пунктуации, 2006, § 154).
func (s *setter) setEllipsis(i int) {
	if !s.english && strings.ContainsRune("!?", s.runeOf(i-1)) {
		s.replace(i, Ellipses, "..")
		return
	}
	s.replace(i, Ellipses, "…")
}

// setDash sets a hyphen or a dash: between spaces it is the house's dash, and without
// them, between what a range goes from and to, the en dash.
func (s *setter) setDash(i int) {
	if s.runeOf(i-1) == '-' {
		return // of more than one hyphen the first speaks for all
	}
	if from, to, is := s.dashAt(i); is {
		s.replaceAll(from, to, Dashes, s.dash(from, to))
		return
	}
	if s.tokens[i].first == '-' && s.isRange(i) {
		s.replace(i, Ranges, "–")
	}
}

// dashAt is the run of hyphens, or the dash, that begins at a token, where it stands as a
// dash does: with a space on both sides, or at the edge of the line on one of them.
func (s *setter) dashAt(i int) (from, to int, is bool) {
	r := s.runeOf(i)
	if s.kindOf(i) != sign || r != '-' && r != '–' && r != '—' {
		return i, i, false
	}
	to = i
	for r == '-' && s.runeOf(to+1) == '-' && to-i < 2 {
		to++
	}
	if !s.standsFree(i, to) {
		return i, to, false
	}
	return i, to, r != '-' || !s.isOfList(i, to) && !s.isMinus(i, to)
}

// standsFree reports whether a space stands on both sides of some tokens, or on one of
// them with the edge of the line on the other.
func (s *setter) standsFree(from, to int) bool {
	before := s.before(from)
	left, right := s.runeOf(before), s.runeOf(s.after(to))
	switch left {
	case ' ':
		return right == ' ' || right == 0
	case 0:
		return right == ' ' && s.kindOf(before) == lineStart
	}
	return false
}

// isOfList reports whether a hyphen that begins a line is that of a list of numbers, or of
// an option.
func (s *setter) isOfList(from, to int) bool {
	return s.runeOf(s.before(from)) == 0 && s.kindOf(to+2) != word && !isQuote(s.runeOf(to+2))
}

// isMinus reports whether a hyphen stands in a sum.
func (s *setter) isMinus(from, to int) bool {
	left, right, next := s.runeOf(from-2), s.runeOf(to+2), s.runeOf(to+4)
	if isMath(left) || isMath(right) || isMath(next) && !isDash(next) {
		return true
	}
	return s.kindOf(from-2) == number && s.kindOf(to+2) == number && s.isSum(from, to)
}

func isMath(r rune) bool {
	return r == '=' || r == '+' || r == '×' || r == '<' || r == '>' || isDash(r)
}

// isSum reports whether a hyphen between spaced numbers may be a minus: the first is not
// the smaller.
func (s *setter) isSum(from, to int) bool {
	a, b := s.value(from-2), s.value(to+2)
	return a < 0 || b < 0 || a >= b
}

// dash is the dash for those that stand between two tokens.
func (s *setter) dash(from, to int) string {
	if first := s.tokens[from].first; s.asWritten && first != '-' {
		return string(first)
	}
	if from > 1 && s.kindOf(from-2) == number && s.kindOf(to+2) == number {
		return "–"
	}
	if s.House.Dash == EnDash {
		return "–"
	}
	return "—"
}

// value is what a number is worth; -1 for a token that is none, or a long one.
func (s *setter) value(i int) int {
	if s.kindOf(i) != number || s.tokens[i].runes > 9 {
		return -1
	}
	n, _ := strconv.Atoi(s.words(i))
	return n
}

// isRange reports whether the hyphen between two words or numbers is that of a range.
func (s *setter) isRange(i int) bool {
	switch {
	case s.kindOf(i-1) == number && s.kindOf(i+1) == number:
		return s.isNumberRange(i)
	case s.runeOf(i-1) == '%' && s.kindOf(i+1) == number:
		return s.isPercentRange(i)
	case s.english && s.kindOf(i+1) == number && s.endsHalf(i-1):
		return s.namesHalf(i + 2)
	case s.kindOf(i-1) != word || s.kindOf(i+1) != word || s.runeOf(i-2) == '-' || s.runeOf(i+2) == '-':
		return false
	}
	for _, list := range []*wordset.Set{months, shortMonths, weekdays, englishMonths} {
		if s.isOne(i-1, list) && s.isOne(i+1, list) {
			return true
		}
	}
	return s.isRomanRange(i)
}

// endsHalf reports whether a token ends a time with its half of the day: 9 a.m., 9 am.
func (s *setter) endsHalf(i int) bool {
	if s.runeOf(i) == '.' && s.words(i-1) == "m" && s.runeOf(i-2) == '.' {
		i -= 3
		return s.isOne(i, halves) && s.isBehindNumber(i)
	}
	return s.isOne(i, shortHalves) && s.isBehindNumber(i)
}

// namesHalf reports whether a half of the day stands behind a number, and its minutes, at a token.
func (s *setter) namesHalf(i int) bool {
	if strings.ContainsRune(":.", s.runeOf(i)) && s.kindOf(i+1) == number {
		i += 2
	}
	if s.kindOf(i) == space {
		i++
	}
	return s.isOne(i, shortHalves) || s.isOne(i, halves) && s.runeOf(i+1) == '.'
}

// isPercentRange reports whether a hyphen joins two shares: 10%-20%.
func (s *setter) isPercentRange(i int) bool {
	from := i - 2
	if s.kindOf(from) == space {
		from--
	}
	to := i + 2
	if s.kindOf(to) == space {
		to++
	}
	a, b := s.value(from), s.value(i+1)
	return s.runeOf(to) == '%' && a >= 0 && a < b
}

// isNumberRange reports whether a hyphen joins what a range goes from and to: the second
// number is the larger, or both are times of day, and neither is part of a phone, a date,
// the number of a document or a name.
func (s *setter) isNumberRange(i int) bool {
	from, a := s.compound(i-1, -1)
	to, b := s.compound(i+1, 1)
	switch {
	case s.isGlued(from-1) || s.isGlued(to+1) || s.namesNumber(from):
		return false
	case a.parts() > 1 || b.parts() > 1:
		return a.rangesTo(b)
	case s.isPhoneOrName(i) || s.identifies(i-1) || s.identifies(i+1):
		return false
	}
	return s.value(i-1) < s.value(i+1) || s.isShortYear(i)
}

// isPhoneOrName reports whether two numbers are those of a short phone, 555-1234, or of
// what a word with a capital before them names: Боинг 737-800.
func (s *setter) isPhoneOrName(i int) bool {
	if s.follows(i-1, false) {
		return true
	}
	if s.tokens[i-1].runes != 3 {
		return false
	}
	switch s.tokens[i+1].runes {
	case 3:
		return s.follows(i-1, true)
	case 4:
		return s.english || s.runeOf(i-2) == ')' || s.runeOf(i-3) == ')'
	}
	return false
}

// identifies reports whether a number is too long to count something, or begins with 0.
func (s *setter) identifies(i int) bool { return s.tokens[i].runes > 4 || s.tokens[i].first == '0' }

// isShortYear reports whether a hyphen joins a year and the last digits of a later one:
// 2024-25 гг.
func (s *setter) isShortYear(i int) bool {
	if s.tokens[i-1].runes != 4 || s.tokens[i+1].runes != 2 || s.value(i-1)%100 >= s.value(i+1) {
		return false
	}
	if s.runeOf(i+2) == '-' { // 1980-90-е годы
		return s.isEnding(i+3) && s.value(i-1)%10 == 0 && s.value(i+1)%10 == 0
	}
	return s.runeOf(i+2) == ' ' && (s.isOne(i+3, years) || s.isOne(i+3, seasons))
}

// isGlued reports whether a token beside a number makes something else of it.
func (s *setter) isGlued(i int) bool {
	switch s.kindOf(i) {
	case word, number, literal:
		return s.kindOf(i) != word || !s.tokens[i].cyrillic || s.tokens[i].capital
	case sign:
		r := s.runeOf(i)
		return isDash(r) && !s.isEnding(i+1) || strings.ContainsRune("/+#№*§", r)
	}
	return false
}

// isEnding reports whether a token is the ending of an ordinal, as in «20–30-е», or the
// second half of a compound: «5–6-летний».
func (s *setter) isEnding(i int) bool {
	return s.kindOf(i) == word && s.tokens[i].cyrillic && !s.tokens[i].capital && s.kindOf(i-2) == number
}

// follows reports whether a number stands behind a word with a capital, in the midst of a
// sentence or also at its beginning.
func (s *setter) follows(i int, atStart bool) bool {
	if s.kindOf(i-1) != space || s.kindOf(i-2) != word || !s.tokens[i-2].capital {
		return false
	}
	if atStart || s.kindOf(i-3) != space {
		return atStart
	}
	before := s.runeOf(i - 4)
	return !strings.ContainsRune(".!?…", before) || before == '.' && (s.isInitial(i-5) || s.isOne(i-5, places))
}

// namesNumber reports whether what stands before a number says that it is of a phone, of
// a document or of a standard.
func (s *setter) namesNumber(i int) bool {
	for n, at := 0, i-1; n < 8 && s.kindOf(at) != lineStart; n, at = n+1, at-1 {
		switch s.kindOf(at) {
		case sign:
			switch r := s.runeOf(at); r {
			case '№': // of several, «№№ 1–5», the range is one
				return s.runeOf(at-1) != '№'
			case '+', '#':
				return true
			}
		case word:
			w := s.words(at)
			if s.isOne(at, numbered) || n < 2 && s.isOne(at, houses) || n < 2 && s.tokens[at].runes > 1 && strings.ToUpper(w) == w && !isRunOf(w, roman) || w == "N" {
				return true
			}
		}
	}
	return false
}

// setApostrophe sets the straight mark within a word, and in English at its edges.
func (s *setter) setApostrophe(i int) {
	left, right := s.kindOf(i-1), s.kindOf(i+1)
	switch {
	case left == word && right == word, s.isAnd(i + 1), s.isAnd(i - 1):
		s.replace(i, Apostrophe, "’")
	case !s.english:
	case left == word && s.opened(i):
		s.replace(i, Quotes, "’")
	case left == word:
		s.replace(i, Apostrophe, "’")
	case right == word && s.closesSingle(i):
		s.replace(i, Quotes, "‘")
	case s.isShortenedInEnglish(i):
		s.replace(i, Apostrophe, "’")
	case (left == sign && strings.ContainsRune(".,!?…", s.runeOf(i-1))) && s.opened(i):
		s.replace(i, Quotes, "’")
	}
}

// isShortenedInEnglish reports whether an apostrophe stands for what is left out before a
// word or a year, as in 'tis and the '90s, or belongs to an s behind a number or a
// quotation: the 1990's.
func (s *setter) isShortenedInEnglish(i int) bool {
	if s.kindOf(i+1) == number {
		return s.tokens[i+1].runes == 2 && s.kindOf(i-1) != number
	}
	if s.kindOf(i-1) == number || isQuote(s.runeOf(i-1)) && s.kindOf(i-2) == word {
		return s.words(i+1) == "s"
	}
	return (s.kindOf(i-1) == space || s.kindOf(i-1) == lineStart) && s.isOne(i+1, shortened)
}

// isAnd reports whether a token is the "and" of rock 'n' roll.
func (s *setter) isAnd(i int) bool {
	return s.english && s.kindOf(i) == word && s.words(i) == "n" && s.runeOf(i-1) == '\'' && s.runeOf(i+1) == '\''
}

// longestSingle is how far the partner of a single mark is looked for, in tokens.
const longestSingle = 600

// closesSingle reports whether a single mark that opens has one in its line that closes.
func (s *setter) closesSingle(i int) bool {
	if l := s.runeOf(i - 1); l != 0 && l != ' ' && l != '(' && !isQuote(l) {
		return false
	}
	for at := i + 1; at < i+longestSingle && s.kindOf(at) != lineStart; at++ {
		if s.runeOf(at) == '\'' && s.kindOf(at+1) != word && s.kindOf(at+1) != number && s.kindOf(at-1) != space {
			return true
		}
	}
	return false
}

// opened reports whether a single mark that may close has one in its line that opens.
func (s *setter) opened(i int) bool {
	for at := i - 1; at > i-longestSingle && s.kindOf(at) != lineStart; at-- {
		switch s.runeOf(at) {
		case '\'', '‘':
			if l := s.kindOf(at - 1); l != word && l != number && s.kindOf(at+1) == word {
				return true
			}
		}
	}
	return false
}
