package typography

import (
	"strings"
	"unicode"
)

// removeSpaces takes out the spaces that are needless, and joins three full stops.
func (s *setter) removeSpaces(isNeedless func(i int) bool) {
	var needless []int
	stops := strings.Contains(s.text, "...")
	for i := range s.tokens {
		if t := &s.tokens[i]; t.kind == space && isNeedless(i) {
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
		case t.kind == lineStart:
			s.english = t.english
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
	s.tokens, s.opening = kept, nil
}

// isEllipsis reports whether exactly three full stops begin at a token, the last of those
// before it given. Behind «!» and «?» that is one of Russian, which then has two.
func (s *setter) isEllipsis(i int, kept []token) bool {
	n := 1
	for s.runeOf(i+n) == '.' && s.kindOf(i+n) == sign {
		n++
	}
	last := kept[len(kept)-1].first
	before := ".…"
	if s.english {
		before = ".…!?"
	}
	return n == 3 && !strings.ContainsRune(before, last) && s.runeOf(i+3) != '…'
}

// isNeedless reports whether no space belongs where one is: before a comma, within
// brackets or quotation marks.
func (s *setter) isNeedless(i int) bool {
	left, right := i-1, i+1
	if s.kindOf(left) == lineStart || s.kindOf(right) == lineStart || !s.isPlainSpace(i) {
		return false
	}
	if s.kindOf(right) == sign && strings.ContainsRune(",;:!?.)]", s.runeOf(right)) {
		return s.isNeedlessBefore(left, right)
	}
	if s.kindOf(left) == sign && strings.ContainsRune("([", s.runeOf(left)) && !strings.ContainsRune(":;-", s.runeOf(left-1)) {
		return s.kindOf(right) == word || s.kindOf(right) == number || strings.ContainsRune("([", s.runeOf(right))
	}
	return s.isWithinQuotation(left, right)
}

// isBetweenInitials reports whether a space stands between two initials of a person.
func (s *setter) isBetweenInitials(i int) bool {
	left := i - 1
	return s.isPlainSpace(i) && s.runeOf(left) == '.' && s.areInitials(left-1, i+1) && s.isOfPerson(left-1)
}

// isNeedlessBefore is for the space before a sign that ends something.
func (s *setter) isNeedlessBefore(left, right int) bool {
	switch after := s.runeOf(right + 1); s.runeOf(right) {
	case ')', ']':
		return s.ends(left, ".,!?…)]%")
	case '.':
		return (after == 0 || after == ' ') && s.kindOf(left) != number && s.ends(left, ")]%")
	case ':', ';':
		return !strings.ContainsRune(")(-", after) && s.ends(left, ")]%….") // no smile
	case '!', '?':
		return s.ends(left, ")]%….!?")
	}
	return s.ends(left, ")]%….")
}

// isWithinQuotation reports whether a space stands between a quotation and its mark:
// « слово ». The other mark has to stand in the line, or the signs part what they stand
// between: «Главная » Новости».
func (s *setter) isWithinQuotation(left, right int) bool {
	if s.runeOf(left) == '«' && (s.kindOf(right) == word || s.kindOf(right) == number) {
		return !s.holds(s.runeOf(left-1)) && s.meets(right, 1, '»', '«')
	}
	if s.runeOf(left) == '"' || s.runeOf(right) == '"' {
		return s.isWithinStraight(left, right)
	}
	if s.runeOf(right) != '»' || s.kindOf(right+1) == word || s.kindOf(right+1) == number {
		return false
	}
	return (s.kindOf(left) == word || s.kindOf(left) == number || s.kindOf(left) == sign && strings.ContainsRune(".!?…)%", s.runeOf(left))) &&
		s.meets(left, -1, '«', '»')
}

// isWithinStraight is isWithinQuotation of straight marks, which do not say which way they face.
func (s *setter) isWithinStraight(left, right int) bool {
	if s.runeOf(left) == '"' && s.opensInLine(left) {
		return s.arePaddedMarks(left, s.nextStraight(left, 1))
	}
	return s.runeOf(right) == '"' && !s.opensInLine(right) && s.arePaddedMarks(s.nextStraight(right, -1), right)
}

// nextStraight is the next straight mark of the line on one side of one; 0 for none.
func (s *setter) nextStraight(i, step int) int {
	for i += step; s.kindOf(i) != lineStart; i += step {
		if s.runeOf(i) == '"' {
			return i
		}
	}
	return 0
}

// arePaddedMarks reports whether spaces part two straight marks from the words between them and from
// what stands before and behind: " слово ".
func (s *setter) arePaddedMarks(opening, closing int) bool {
	if opening == 0 || closing == 0 || !s.opensInLine(opening) {
		return false
	}
	before, behind := s.kindOf(opening-1), s.runeOf(closing+1)
	return (before == space || before == lineStart) && s.kindOf(opening+1) == space && s.kindOf(opening+2) == word &&
		s.kindOf(closing-2) == word && s.kindOf(closing-1) == space && (behind == ' ' || behind == 0 || unicode.IsPunct(behind))
}

// meets reports whether a sign stands in the line on one side of a token, and another one
// not before it.
func (s *setter) meets(i, step int, wanted, other rune) bool {
	for n := 0; n < longestSingle && s.kindOf(i) != lineStart; n, i = n+1, i+step {
		switch s.runeOf(i) {
		case wanted:
			return true
		case other:
			return false
		}
	}
	return false
}

// areInitials reports whether two tokens are initials, of which the second has its full
// stop.
func (s *setter) areInitials(first, second int) bool {
	return s.isInitial(first) && s.isInitial(second) && s.runeOf(second+1) == '.'
}

// ends reports whether a token may be the last before a comma or a bracket, with a space
// between: a word, a mark that closes a quotation, or one of some signs.
func (s *setter) ends(i int, signs string) bool {
	switch {
	case s.kindOf(i) == word || s.kindOf(i) == number:
		return true
	case s.isOfLiteral(i): // or the sign would become part of it
		return s.kindOf(i) == literal && (s.runeOf(i+3) == 0 || s.runeOf(i+3) == ' ' && s.kindOf(i+4) != sign)
	case s.kindOf(i) != sign:
		return false
	case isQuote(s.runeOf(i)):
		if s.kindOf(i-1) == space && s.isWithinQuotation(i-2, i) {
			return true
		}
		return s.kindOf(i-1) == word || s.kindOf(i-1) == number || s.kindOf(i-1) == literal || strings.ContainsRune(".!?…", s.runeOf(i-1))
	}
	return strings.ContainsRune(signs, s.runeOf(i))
}

// isOfLiteral reports whether a token is an address or code, or a sign behind it.
func (s *setter) isOfLiteral(i int) bool {
	for s.kindOf(i) == sign {
		i--
	}
	return s.kindOf(i) == literal
}
