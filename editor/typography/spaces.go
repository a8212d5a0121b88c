package typography

import "strings"

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
