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
	case !s.isPlainSpace(i) && run != "": // tabs, and spaces of a chosen width
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

// isPlainSpace reports whether a token is of spaces alone, and none of a chosen width.
func (s *setter) isPlainSpace(i int) bool {
	run := s.words(i)
	return run == " " || isRunOf(run, " \u00a0")
}

// holdsTogether reports whether no line may end between two tokens.
func (s *setter) holdsTogether(left, right int) bool {
	if _, to, is := s.dashAt(right); is {
		return !s.isCue(left, to)
	}
	if isDash(s.runeOf(left)) {
		return s.beginsSpeech(left)
	}
	switch l := s.kindOf(left); {
	case l == number:
		return s.belongsToNumber(left, right)
	case l == sign:
		return s.holdsSign(left, right)
	case l != word:
		return false
	case s.isTimes(left) && s.kindOf(left-2) == number && s.kindOf(right) == number:
		return true
	case s.english:
		return s.holdsEnglish(left, right)
	}
	return s.holdsWords(left, right)
}

// holdsSign is for a sign and what follows it.
func (s *setter) holdsSign(left, right int) bool {
	kind := s.kindOf(right)
	switch r := s.runeOf(left); r {
	case '.':
		return s.holdsAbbreviation(left-1, right)
	case '№', '§', '¶':
		return kind == number || kind == word
	case '°':
		return s.isOne(right, degrees)
	case '×':
		return s.kindOf(left-2) == number && kind == number
	default:
		return kind == number && strings.ContainsRune(currencySigns, r)
	}
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

// currencySigns stand before or behind an amount.
const currencySigns = "€$£₽₸₴¥"

// isTimes reports whether a token stands between the sides of a thing: 10 x 15.
func (s *setter) isTimes(i int) bool {
	switch s.words(i) {
	case "x", "х", "X", "Х":
		return true
	}
	return false
}

// holdsEnglish is for a word of English and what follows it.
func (s *setter) holdsEnglish(left, right int) bool {
	if s.isOne(left, honorifics) {
		return s.tokens[right].capital
	}
	return s.isMonthOfDay(left, right) || s.isName(left) && s.tokens[left].runes > 2 && s.isName(right) && s.tokens[right].runes > 1 && isRunOf(s.words(right), romanOfRulers)
}

// holdsWords is for a word of Russian and what follows it.
func (s *setter) holdsWords(left, right int) bool {
	switch {
	case s.isParticle(right) && s.tokens[left].cyrillic && s.isFree(right+1):
		return true
	case s.introduces(left, right) || s.isRomanNumber(left, right) || s.isOfMagnitude(left, right) || s.isBeforeInitials(left, right):
		return true
	case s.isShort(left) && s.takesShort(right):
		return !s.isParticle(right)
	}
	return s.endsSentence(right)
}

// introduces reports whether a word stands before what it is about: a house before its
// number, a company before its name, N before a number.
func (s *setter) introduces(left, right int) bool {
	switch {
	case s.kindOf(right) == number:
		return s.isOne(left, addressed) || standards.Has(s.words(left)) || s.words(left) == "N" && s.isNumero(left)
	case isQuote(s.runeOf(right)):
		return s.isLegalForm(left)
	case s.isName(right):
		return s.tokens[right].runes == 1 && s.isOne(left, lettered) || s.isTitle(left)
	}
	return false
}

// isLegalForm reports whether a word is what an organisation is: ООО, МБОУ, РИА.
func (s *setter) isLegalForm(i int) bool {
	w := s.words(i)
	return legalForms.Has(w) || s.tokens[i].cyrillic && s.tokens[i].runes > 1 && s.tokens[i].runes <= 6 && strings.ToUpper(w) == w
}

// isTitle reports whether a word, or the second half of one, stands before a name: г-н,
// пр-т, пгт.
func (s *setter) isTitle(i int) bool {
	if s.tokens[i].runes > 3 {
		return false
	}
	if s.runeOf(i-1) == '-' && s.isFree(i-3) {
		return titles.Has(s.words(i-2) + "-" + s.words(i))
	}
	return titles.Has(s.words(i)) && s.isFree(i-1)
}

// isBeforeInitials reports whether a word is the surname that stands before its initials:
// «Примеров А. С.».
func (s *setter) isBeforeInitials(left, right int) bool {
	if !s.isSurname(left) || !s.isInitial(right) || s.runeOf(right+1) != '.' || !s.isOfPerson(right) {
		return false
	}
	last := right
	for next, ok := s.initialBeside(last, 1); ok; next, ok = s.initialBeside(last, 1) {
		last = next
	}
	next := last + 2
	if s.kindOf(next) == space {
		next++
	}
	return !s.isSurname(next)
}

// isRomanNumber reports whether a Roman number is that of a century, or of a ruler.
func (s *setter) isRomanNumber(left, right int) bool {
	if isRunOf(s.words(left), roman) && s.isOne(right, centuries) {
		return true
	}
	l, r := &s.tokens[left], &s.tokens[right]
	if !l.capital || !l.cyrillic || l.runes < 3 || r.kind != word || r.runes > 5 {
		return false
	}
	return isRunOf(s.words(right), romanOfRulers) && s.runeOf(right+1) != '.' && s.runeOf(right+1) != '-'
}

// isOfMagnitude reports whether a word between a number and its currency, which may be a sign,
// or its measure counts it.
func (s *setter) isOfMagnitude(left, right int) bool {
	if s.kindOf(left-2) != number || !s.isOne(left, magnitudes) {
		return false
	}
	return s.isOne(right, currencies) && s.runeOf(right+1) == '.' || s.isOne(right, measures) && s.isFree(right+1) || strings.ContainsRune("€$£₽₸", s.tokens[right].first)
}

// takesShort reports whether a token is one that a short word belongs to.
func (s *setter) takesShort(i int) bool {
	switch t := &s.tokens[i]; t.kind {
	case word, number:
		return true
	case literal:
		return t.runes > 1
	case sign:
		return isQuote(t.first) || strings.ContainsRune("№§([", t.first) ||
			(isDash(t.first) || strings.ContainsRune("+±~<>≤≥"+currencySigns, t.first)) && s.kindOf(i+1) == number
	}
	return false
}

// isParticle reports whether a token is one that belongs to the word before it.
func (s *setter) isParticle(i int) bool { return s.tokens[i].runes <= 2 && s.isOne(i, particles) }

// isFree reports whether a word ends where a token begins.
func (s *setter) isFree(i int) bool { return s.kindOf(i) != word && s.runeOf(i) != '-' }

// isShort reports whether a word is too short to stand at the end of a line: one or two
// letters, that are no particle (which belongs to the word before it), no unit and no
// abbreviation.
func (s *setter) isShort(i int) bool {
	t := &s.tokens[i]
	if !t.cyrillic || t.runes > 4 || s.isParticle(i) || s.isPart(i) || s.isOne(i, units) && (s.isBehindNumber(i) || s.isBehindMagnitude(i)) {
		return false
	}
	switch t.runes {
	case 3, 4:
		return s.isOne(i, prepositions)
	case 2:
		w := s.words(i)
		return !t.capital || w != strings.ToUpper(w) // РФ
	}
	return true
}

// isBehindMagnitude reports whether a word stands behind what its number is counted in, or the
// power that its unit has: 3 тыс. км, 5 кв. м.
func (s *setter) isBehindMagnitude(i int) bool {
	if s.kindOf(i-1) != space {
		return false
	}
	i -= 2
	if s.runeOf(i) == '.' {
		i--
	}
	return s.isBehindNumber(i) && (s.isOne(i, magnitudes) || s.isOne(i, powers))
}

// isPart reports whether a word is written to what stands before it, or belongs to the sign of degrees.
func (s *setter) isPart(i int) bool {
	switch s.runeOf(i - 1) {
	case '-', '‑', '\'', '’', '/', '°':
		return true
	case ' ':
		return s.runeOf(i-2) == '°' && s.isOne(i, degrees)
	case '.':
		return s.kindOf(i-2) == word
	}
	return s.kindOf(i-1) == number
}

// endsSentence reports whether a token is a short last word, or number, of a sentence.
func (s *setter) endsSentence(i int) bool {
	if !s.tokens[i].isShortLast() {
		return false
	}
	end := s.behindStops(i)
	if end == i+1 { // no stop follows, nor a mark that closes
		return false
	}
	switch s.kindOf(end) {
	case lineStart:
		return true
	case space:
		return (s.kindOf(end+1) == lineStart || s.isName(end+1)) && (s.kindOf(i) == number || !s.isAbbreviated(i))
	}
	return false
}

// isShortLast reports whether a token is too short to be the last line by itself.
func (t *token) isShortLast() bool {
	switch t.kind {
	case word:
		return t.cyrillic && t.runes <= 3
	case number:
		return t.runes <= 2
	}
	return false
}

// behindStops is the token behind the stops that follow a word, or a number with its
// percent sign, a bracket, or the mark that closes a quotation.
func (s *setter) behindStops(i int) int {
	end := i + 1
	if s.kindOf(i) == number {
		q, known := s.depths[end]
		isStop := s.kindOf(end+1) == sign && strings.ContainsRune(".!?…", s.runeOf(end+1))
		if known && !q.opens || isStop && strings.ContainsRune("%)", s.runeOf(end)) {
			end++
		}
	}
	for s.kindOf(end) == sign && strings.ContainsRune(".!?…", s.runeOf(end)) {
		end++
	}
	return end
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
	if s.runeOf(i-1) == '-' && (s.kindOf(i-2) == number || s.runeOf(i-2) == '%') && s.runeOf(i+1) != '-' {
		if ending := s.endingOf(i); ending != "" {
			s.replace(i, Ordinals, ending)
			return
		}
	}
	if s.Spell != nil && t.cyrillic {
		if w := s.words(i); strings.ContainsAny(w, "ёЁеЕ") {
			s.replace(i, YoKind, s.Spell(w))
		}
	}
}

// endingOf is what an ordinal ends in that says too much in the token at i; "" where it does not.
// Of «третий» the sign goes too: «3-ьего».
func (s *setter) endingOf(i int) string {
	said := s.words(i)
	soft, isThird := strings.CutPrefix(said, "ь")
	if isThird && strings.HasSuffix(s.words(i-2), "3") {
		said = soft
	}
	if ending, is := endings[said]; is {
		return ending
	}
	if said == soft && isThird {
		return soft
	}
	return ""
}

// isNumero reports whether a Latin N stands for №.
func (s *setter) isNumero(i int) bool {
	if s.english || s.tokens[i].runes != 1 || s.Quoted || s.within > 0 || s.kindOf(i-1) == number || s.kindOf(i-1) == word || s.kindOf(i-1) == literal ||
		s.kindOf(i-1) == sign && !strings.ContainsRune("(", s.runeOf(i-1)) {
		return false
	}
	return s.kindOf(i+1) == number || s.kindOf(i+1) == space && s.kindOf(i+2) == number
}
