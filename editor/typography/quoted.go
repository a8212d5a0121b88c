package typography

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoted returns what somebody said as it is printed in a language: within quotation
// marks, once, whether its author typed them or not, and with the marks of what is quoted
// within it a level lower. Every code point of the text stands shift further on in shown.
func Quoted(text, language string) (shown string, shift int) {
	s, lead := readSaying(text, language)
	switch {
	case len(s.letters) == 0 || s.isAsTyped():
		return string(s.letters), -lead
	case s.isEnclosed():
		s.level(0)
		return string(s.letters), -lead
	}
	opens, closes := s.lacks()
	before, after, said := "", "", s.letters
	if opens {
		before = string(s.marks.outer[0]) + s.marks.space
	}
	if closes {
		after = s.marks.space + string(s.marks.outer[1])
		if s.marks.stopOutside && endsInStop(said) {
			said, after = said[:len(said)-1], after+"."
		}
	}
	return before + string(said) + after, utf8.RuneCountInString(before) - lead
}

// Unquoted takes off the marks that Quoted puts around a text, with the levels of those
// within. Any other text stays as it is.
func Unquoted(text, language string) (said string, shift int) {
	s, lead := readSaying(text, language)
	if !s.isEnclosed() || s.stray >= 0 {
		return text, 0
	}
	end := s.end()
	within, tail := s.letters[1:end], string(s.letters[end+1:])
	if len(within) == 0 || tail != "" && (tail != "." || !s.marks.stopOutside || endsSentence(within)) {
		return text, 0
	}
	s.level(-1)
	bare, spaces := bareOf(string(within))
	return bare + tail, -lead - 1 - spaces
}

// saying is a text that somebody said, with the quotation marks that it holds.
type saying struct {
	letters []rune
	marks   quotationMarks // of its language
	found   []sayingMark
	stray   int  // the place in found of one that has no partner; -1 for none
	unclear bool // more than one have none
}

// sayingMark is a quotation mark of a saying.
type sayingMark struct {
	at      int
	opens   bool
	depth   int // quotations around the one it belongs to; -1 where that begins before the text
	partner int // its place in found; -1 for none
}

// readSaying returns a text without the white space at its ends, and how many code points
// of that stood before it.
func readSaying(text, language string) (s saying, lead int) {
	bare, lead := bareOf(text)
	s = saying{letters: []rune(bare), marks: marksOf(language), stray: -1}
	s.pair()
	return s, lead
}

// bareOf returns a text without what shows nothing at its ends, and how many code points
// of that stood before it.
func bareOf(text string) (bare string, lead int) {
	bare = strings.TrimLeftFunc(text, isShapeless)
	return strings.TrimRightFunc(bare, isShapeless), utf8.RuneCountInString(text) - utf8.RuneCountInString(bare)
}

func isShapeless(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc, unicode.Noncharacter_Code_Point)
}

// pair finds which marks belong together.
func (s *saying) pair() {
	var open []int
	for i := range s.letters {
		opens, is := s.faces(i, open)
		if !is {
			continue
		}
		m := sayingMark{at: i, opens: opens, depth: -1, partner: -1}
		last := len(open) - 1
		switch {
		case opens:
			m.depth = len(open)
			open = append(open, len(s.found))
		case last >= 0 && closesQuotation(s.letters[s.found[open[last]].at], s.letters[i]):
			m.depth, m.partner = last, open[last]
			s.found[open[last]].partner = len(s.found)
			open = open[:last]
		}
		s.found = append(s.found, m)
	}
	for i, m := range s.found {
		if m.partner < 0 {
			s.unclear = s.stray >= 0
			s.stray = i
		}
	}
}

// closers are the marks that end a quotation, by the mark that begins it.
var closers = map[rune]string{
	'«': "»", '„': "“”", '‟': "”", '“': "”", '”': "”", '"': "\"", '‘': "’", '‚': "‘", '‹': "›", '「': "」", '『': "』",
}

func closesQuotation(opening, closing rune) bool {
	return strings.ContainsRune(closers[opening], closing)
}

// faces tells which way a letter faces as a quotation mark, and whether it is one: an
// apostrophe and the mark of inches are none.
func (s *saying) faces(i int, open []int) (opens, is bool) {
	r := s.letters[i]
	var innermost rune
	if n := len(open); n > 0 {
		innermost = s.letters[s.found[open[n-1]].at]
	}
	switch r {
	case '«', '„', '‟', '‚', '‹', '「', '『':
		return true, true
	case '»', '›', '」', '』':
		return false, true
	case '“', '”':
		return s.mayBegin(i), true
	case '"':
		return s.mayBegin(i), s.mayBegin(i) || closesQuotation(innermost, r)
	case '‘':
		return innermost != '‚', innermost == '‚' || s.mayBegin(i)
	case '’':
		return false, closesQuotation(innermost, r) && !s.isBeforeLetter(i)
	}
	return false, false
}

// mayBegin reports whether a mark at i stands where a quotation may begin.
func (s *saying) mayBegin(i int) bool {
	if i+1 == len(s.letters) || unicode.IsSpace(s.letters[i+1]) {
		return false
	}
	if i == 0 {
		return true
	}
	before := s.letters[i-1]
	return unicode.IsSpace(before) || isDash(before) || strings.ContainsRune("([{/-«„‟‚‹「『", before) ||
		strings.ContainsRune("“”‘\"", before) && s.mayBegin(i-1)
}

// isBeforeLetter reports whether a mark at i stands within a word, as an apostrophe does.
func (s *saying) isBeforeLetter(i int) bool {
	return i+1 < len(s.letters) && (unicode.IsLetter(s.letters[i+1]) || unicode.IsDigit(s.letters[i+1]))
}

// end is where the last letter stands that is no sign at the end of a sentence, or -1.
func (s *saying) end() int {
	i := len(s.letters) - 1
	for i >= 0 && strings.ContainsRune(".,;:!?…", s.letters[i]) {
		i--
	}
	return i
}

// isEnclosed reports whether one pair of marks stands around the whole.
func (s *saying) isEnclosed() bool {
	if len(s.found) == 0 || s.found[0].at != 0 || s.found[0].partner < 0 {
		return false
	}
	return s.found[s.found[0].partner].at == s.end()
}

// isAsTyped reports whether a text quotes itself in a way that is left to its author: with
// words of who said it, paragraph by paragraph, or with marks at both ends that are no pair.
func (s *saying) isAsTyped() bool {
	if len(s.found) == 0 || s.found[0].at != 0 || !s.found[0].opens {
		return false
	}
	if s.stray >= 0 {
		end := s.found[len(s.found)-1]
		return end.at == s.end() && !end.opens && len(s.letters) > 1
	}
	return !s.isEnclosed() && (s.isAttributed() || s.isByLines())
}

// isAttributed reports whether the quotation that a text begins with is followed by who said
// it: behind a comma, or behind the end of a sentence, as in «Мы рады», – сказал он.
func (s *saying) isAttributed() bool {
	end := s.found[s.found[0].partner].at
	if end+1 == len(s.letters) {
		return false
	}
	comma := s.letters[end+1] == ','
	said := comma || strings.ContainsRune(",.!?…", s.letters[end-1])
	rest := strings.TrimLeftFunc(string(s.letters[end+1:]), func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	first := []rune(rest)
	if len(first) == 0 || !said {
		return false
	}
	return isDash(first[0]) || !comma && unicode.IsLetter(first[0])
}

// isByLines reports whether each line stands in marks of its own.
func (s *saying) isByLines() bool {
	lines := strings.Split(string(s.letters), "\n")
	return len(lines) > 1 && !slices.ContainsFunc(lines, func(line string) bool {
		one, _ := readSaying(line, "")
		return len(one.letters) > 0 && !one.isEnclosed()
	})
}

// lacks tells which of the marks around the whole are to be put in, and gives the others
// their levels within it.
func (s *saying) lacks() (opens, closes bool) {
	if s.stray < 0 {
		s.level(1)
		return true, true
	}
	switch m := s.found[s.stray]; {
	case s.unclear:
	case m.at == 0 && m.opens:
		s.level(0)
		return false, true
	case m.at == len(s.letters)-1 && !m.opens:
		s.level(1)
		return true, false
	}
	return true, true
}

// level gives the marks the forms of their levels, and by more.
func (s *saying) level(by int) {
	for _, m := range s.found {
		side := 1
		if m.opens {
			side = 0
		}
		if depth := m.depth + by; depth >= 0 {
			s.letters[m.at] = s.marks.pair(depth)[side]
		}
	}
}

// endsSentence reports whether a text has a sign of its own at the end of its sentence.
func endsSentence(said []rune) bool {
	return len(said) == 0 || strings.ContainsRune(".!?…", said[len(said)-1])
}

// stopped are words that end in a full stop of their own, with those of one letter.
var stopped = []string{"гг", "вв", "др", "пр", "руб", "коп", "тыс", "млн", "млрд", "чел", "экз", "проц", "см", "ул", "им", "стр", "просп", "обл", "жж"}

// endsInStop reports whether the last sign is a full stop that ends the sentence and
// nothing else: neither the dots of what is left unsaid nor an abbreviation's.
func endsInStop(said []rune) bool {
	n := len(said) - 1
	if n < 1 || said[n] != '.' || strings.ContainsRune(".!?…", said[n-1]) {
		return false
	}
	from := n
	for from > 0 && unicode.IsLetter(said[from-1]) {
		from--
	}
	return n-from != 1 && !slices.Contains(stopped, strings.ToLower(string(said[from:n])))
}
