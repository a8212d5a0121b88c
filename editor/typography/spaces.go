package typography

import (
	"strings"
	"unicode/utf8"
)

const noBreak = "\u00a0"

// setSpace sets a space: one that no line ends at, one of several, or none.
func (s *setter) setSpace(i int) {
	t := &s.tokens[i]
	left, right := s.before(i), s.after(i)
	if s.kindOf(left) == lineStart || s.kindOf(right) == lineStart {
		return // what indents a line, or ends it
	}
	run := s.words(i)
	switch {
	case !isRunOf(run, " \u00a0") && run != "": // tabs, and spaces of a chosen width
	case strings.Contains(run, noBreak):
		if t.runes > 1 {
			s.replace(i, Spacing, noBreak)
		}
	case s.holdsTogether(left, right):
		s.replace(i, NoBreak, noBreak)
	case t.runes != 1:
		s.replace(i, Spacing, " ")
	}
}

// holdsTogether reports whether no line may end between two tokens.
func (s *setter) holdsTogether(left, right int) bool {
	if _, to, is := s.dashAt(right); is {
		return !s.isCue(left, to)
	}
	if isDash(s.runeOf(left)) {
		return s.beginsSpeech(left)
	}
	l, r := s.kindOf(left), s.kindOf(right)
	switch {
	case l == number:
		return s.belongsToNumber(left, right)
	case l == sign && s.runeOf(left) == '.':
		return s.holdsAbbreviation(left-1, right)
	case l == sign:
		return strings.ContainsRune("№§", s.runeOf(left)) && (r == number || r == word)
	case s.english || l != word:
		return l == word && (s.isOne(left, honorifics) && s.tokens[right].capital || s.isMonthOfDay(left, right))
	}
	return s.holdsWords(left, right)
}

// beginsSpeech reports whether a dash is the one before what somebody says: at the
// beginning of a line, or behind a sentence.
func (s *setter) beginsSpeech(dash int) bool {
	to := dash
	for s.runeOf(dash-1) == '-' {
		dash--
	}
	if _, _, is := s.dashAt(dash); !is {
		return false
	}
	left := s.before(dash)
	return s.kindOf(left) == lineStart || s.kindOf(left) == space && s.isCue(s.before(left), to)
}

// isCue reports whether the dash that ends with a token stands between two sentences of a
// talk: «– Может быть? – Нет». Within a quotation it parts what was said from who said it.
func (s *setter) isCue(left, dash int) bool {
	if s.within > 0 || s.kindOf(left) != sign || !strings.ContainsRune(".!?…", s.runeOf(left)) || s.runeOf(left) == '.' && (s.kindOf(left-1) != word || s.isAbbreviated(left-1)) {
		return false
	}
	next := s.after(s.after(dash))
	return s.kindOf(next) == word && s.tokens[next].capital && s.tokens[next].cyrillic
}

// holdsWords is for a word of Russian and what follows it.
func (s *setter) holdsWords(left, right int) bool { //nolint:gocyclo // a list of cases, each read by itself
	l, r := &s.tokens[left], &s.tokens[right]
	switch {
	case s.isOne(right, particles) && l.cyrillic && s.isFree(right+1):
		return true
	case s.isOne(left, addressed) && r.kind == number:
		return true
	case legalForms[s.words(left)] && isQuote(r.first):
		return true
	case s.words(left) == "N" && r.kind == number && s.isNumero(left):
		return true
	case isRunOf(s.words(left), roman) && s.isOne(right, centuries):
		return true
	case l.capital && l.cyrillic && l.runes > 2 && r.kind == word && r.runes < 6 && isRunOf(s.words(right), romanOfRulers) && s.runeOf(right+1) != '.' && s.runeOf(right+1) != '-':
		return true
	case s.isOne(left, magnitudes) && s.kindOf(left-2) == number && (s.isOne(right, currencies) && s.runeOf(right+1) == '.' || strings.ContainsRune("€$£₽₸", r.first)):
		return true
	case s.isShort(left) && (r.kind == word || r.kind == number || r.kind == literal || isQuote(r.first) || r.first == '№'):
		return !s.isOne(right, particles)
	}
	return s.endsSentence(right)
}

// isFree reports whether a word ends where a token begins.
func (s *setter) isFree(i int) bool { return s.kindOf(i) != word && s.runeOf(i) != '-' }

// isShort reports whether a word is too short to stand at the end of a line: one or two
// letters, that are no particle (which belongs to the word before it), no unit and no
// abbreviation.
func (s *setter) isShort(i int) bool { //nolint:gocyclo // a list of cases, each read by itself
	t := &s.tokens[i]
	switch {
	case !t.cyrillic || t.runes > 3 || s.isOne(i, particles) || s.runeOf(i-1) == '-' || s.runeOf(i-1) == '‑' || s.kindOf(i-1) == number:
		return false
	case s.runeOf(i-1) == '.' && s.kindOf(i-2) == word || s.runeOf(i-1) == '\'' || s.runeOf(i-1) == '’' || s.runeOf(i-1) == '/':
		return false
	case s.kindOf(i-1) == space && s.kindOf(i-2) == number && s.isOne(i, units):
		return false
	case t.runes == 3:
		return s.isOne(i, prepositions)
	case t.runes == 2:
		w := s.words(i)
		return !t.capital || w != strings.ToUpper(w) // РФ
	}
	return true
}

// endsSentence reports whether a token is a short last word, or number, of a sentence.
func (s *setter) endsSentence(i int) bool { //nolint:gocyclo // a list of cases, each read by itself
	t := &s.tokens[i]
	switch {
	case t.kind == word && (t.runes > 3 || !t.cyrillic), t.kind == number && t.runes > 2, t.kind != word && t.kind != number:
		return false
	}
	end := i + 1
	if q, known := s.depths[end]; known && !q.opens && t.kind == number {
		end++
	}
	stops := end
	for s.kindOf(end) == sign && strings.ContainsRune(".!?…", s.runeOf(end)) {
		end++
	}
	if end == stops && (t.kind == word || stops == i+1) {
		return false
	}
	return s.kindOf(end) == lineStart || s.kindOf(end) == space && (s.kindOf(end+1) == lineStart || s.kindOf(end+1) == word && s.tokens[end+1].capital) && !s.isAbbreviated(i)
}

// isAbbreviated reports whether the full stop behind a word may be the word's own.
func (s *setter) isAbbreviated(i int) bool {
	return s.runeOf(i+1) == '.' && s.runeOf(i+2) != '.' && (s.isOne(i, places) || s.isOne(i, beforeNumbers) || s.isOne(i, seeing) || s.isOne(i, units) || s.tokens[i].runes == 1)
}

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

// setWord sets what a word is part of: the sign of a number, the ending of an ordinal, ё.
func (s *setter) setWord(i int) {
	t := &s.tokens[i]
	if s.Quoted || s.within > 0 {
		return
	}
	if t.first == 'N' && s.isNumero(i) {
		s.replace(i, Numero, "№")
		return
	}
	if ending, is := endings[s.words(i)]; is && t.cyrillic && s.runeOf(i-1) == '-' && s.kindOf(i-2) == number && s.runeOf(i+1) != '-' {
		s.replace(i, Ordinals, ending)
		return
	}
	if s.Spell != nil && t.cyrillic {
		if w := s.words(i); strings.ContainsAny(w, "ёЁеЕ") {
			s.replace(i, YoKind, s.Spell(w))
		}
	}
}

// isNumero reports whether a Latin N stands for №.
func (s *setter) isNumero(i int) bool {
	if s.english || s.tokens[i].runes != 1 || s.Quoted || s.within > 0 || s.kindOf(i-1) == number || s.kindOf(i-1) == word || s.kindOf(i-1) == literal ||
		s.kindOf(i-1) == sign && !strings.ContainsRune("(", s.runeOf(i-1)) {
		return false
	}
	return s.kindOf(i+1) == number || s.kindOf(i+1) == space && s.kindOf(i+2) == number
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
