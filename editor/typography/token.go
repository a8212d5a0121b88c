package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a token is.
type tokenKind uint8

const (
	lineStart tokenKind = iota // a line feed, or the beginning of the text
	space                      // one space or more, of any kind
	word                       // letters
	number                     // digits
	sign                       // one of the rest
	literal                    // an address, code, a placeholder: nothing in it is looked at
	markup                     // a tag of HTML, which the words around it do not notice
)

// token is a piece of a text.
type token struct {
	kind       tokenKind
	english    bool // of lineStart: the paragraph is in Latin letters
	capital    bool // of word: its first letter is one
	cyrillic   bool // of word
	first      rune
	start, end int // bytes
	at         int // code points before it
	runes      int
}

// tokens parts a text. The first token is the beginning of the first line.
func tokens(text string) []token {
	s := scanner{text: text, all: make([]token, 1, len(text)/4+2)}
	for s.at < len(text) {
		s.next()
	}
	s.endLine()
	return s.all
}

// scanner parts a text.
type scanner struct {
	text            string
	at, runes       int
	all             []token
	line            int  // the token that begins it
	latin, cyrillic int  // letters of the line
	small           int  // those of its words without a capital: of Latin above 0, of Cyrillic below
	clear           int  // the byte up to which is known to be no literal
	low             bool // the line has a mark of two commas
}

func (s *scanner) next() {
	c := s.text[s.at]
	if s.typewritten() {
		return
	}
	if s.at >= s.clear && c > ' ' {
		if s.protected() {
			return
		}
	}
	switch {
	case c == '\n':
		s.endLine()
		s.take(lineStart, 1, '\n')
		s.line, s.latin, s.cyrillic, s.small, s.low = len(s.all)-1, 0, 0, 0, false
	case c == ' ' || c == '\t' || c == '\r':
		s.spaces()
	case c >= '0' && c <= '9':
		n := 1
		for s.at+n < len(s.text) && s.text[s.at+n] >= '0' && s.text[s.at+n] <= '9' {
			n++
		}
		s.take(number, n, rune(c))
	default:
		s.letters()
	}
}

// typewritten takes a quotation mark that is made of two signs where a keyboard has none:
// <<слово>>, ,,слово”.
func (s *scanner) typewritten() bool {
	const length = 2
	rest := s.text[s.at:]
	if len(rest) < length || rest[0] != rest[1] || rest[0] > '>' {
		return false
	}
	var first rune
	switch c := rest[0]; {
	case c == '<' && s.opensBefore(rest[length:]):
		first = '«'
	case c == '>' && s.closesBefore(rest[length:]):
		first = '»'
	case c == ',' && s.opensBefore(rest[length:]) && s.isClear():
		first, s.low = '„', true
	case c == '\'' && s.low && s.closesBefore(rest[length:]):
		first, s.low = '”', false
	default:
		return false
	}
	s.take(sign, length, first)
	return true
}

// opensBefore reports whether a mark here opens what follows it, and closesBefore whether
// it closes what stands before it.
func (s *scanner) opensBefore(rest string) bool {
	return !isLetter(s.before()) && startsWithLetter(rest)
}

func (s *scanner) closesBefore(rest string) bool {
	before := s.before()
	return !startsWithLetter(rest) && (isLetter(before) || strings.ContainsRune(".!?…", before))
}

// isClear reports whether nothing stands here that a sign could belong to.
func (s *scanner) isClear() bool {
	before := s.before()
	return s.at == 0 || before == '(' || unicode.IsSpace(before)
}

// before is the letter or sign that was taken last.
func (s *scanner) before() rune {
	r, _ := utf8.DecodeLastRuneInString(s.text[:s.at])
	return r
}

// take makes a token of the next bytes.
func (s *scanner) take(kind tokenKind, n int, first rune) {
	runes := n
	if n > 1 && kind != number {
		runes = utf8.RuneCountInString(s.text[s.at : s.at+n])
	}
	s.all = append(s.all, token{kind: kind, first: first, start: s.at, end: s.at + n, at: s.runes, runes: runes})
	s.at, s.runes = s.at+n, s.runes+runes
}

// endLine tells the language of the line. What holds a sentence together has no capital: names
// in Latin letters, however long, and with one within, do not make it English where such words are Cyrillic.
func (s *scanner) endLine() {
	s.all[s.line].english = s.cyrillic < s.latin && s.small >= 0
}

// spaces takes a run of spaces.
func (s *scanner) spaces() {
	n := 0
	for s.at+n < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.at+n:])
		if r == '\n' || !unicode.IsSpace(r) {
			break
		}
		n += size
	}
	s.take(space, n, ' ')
}

// letters takes a word, or a sign.
func (s *scanner) letters() {
	r, size := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case r == '\u00a0' || r > 0x7f && unicode.IsSpace(r):
		s.spaces()
		return
	case !isLetter(r):
		s.take(sign, size, r)
		return
	}
	first := r
	n, runes, cyrillic := wordAt(s.text[s.at:])
	if cut := romanBefore(s.text[s.at : s.at+n]); cut > 0 {
		n, runes = cut, utf8.RuneCountInString(s.text[s.at:s.at+cut])
		cyrillic = (n - runes)
	}
	capital := isCapital(first)
	if !s.isOfNoLanguage(s.text[s.at : s.at+n]) {
		s.cyrillic += cyrillic
		s.latin += runes - cyrillic
		if !capital && !hasCapital(s.text[s.at:s.at+n]) {
			s.small += runes - 2*cyrillic
		}
	}
	s.all = append(s.all, token{
		kind: word, capital: capital, cyrillic: cyrillic == runes,
		first: first, start: s.at, end: s.at + n, at: s.runes, runes: runes,
	})
	s.at, s.runes = s.at+n, s.runes+runes
}

// hasCapital reports whether a Latin word has a capital, as names that begin with none have: iPhone.
func hasCapital(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < utf8.RuneSelf && isCapital(r) }) >= 0
}

// isOfNoLanguage reports whether a word is XX or N, or the ending of a number, which may yet
// become another one.
func (s *scanner) isOfNoLanguage(w string) bool {
	if w[0] <= 'X' && isRunOf(w, roman+"N") {
		return true
	}
	n := len(s.all)
	return n > 2 && s.all[n-1].first == '-' && (s.all[n-2].kind == number || s.all[n-2].first == '%')
}

// wordAt is the word that a text begins with: its bytes and code points, and how many of
// these are Cyrillic. The letters that most words are of are told by their bytes.
func wordAt(text string) (n, runes, cyrillic int) {
	for n < len(text) {
		switch c := text[n]; {
		case (c == 0xd0 || c == 0xd1) && n+1 < len(text) && text[n+1]&0xc0 == 0x80: // U+0400 to U+047F
			n += 2
			cyrillic++
		case c < utf8.RuneSelf && !isLetter(rune(c)):
			return n, runes, cyrillic
		case c < utf8.RuneSelf:
			n++
		default:
			r, size := utf8.DecodeRuneInString(text[n:])
			if !isLetter(r) && (r < 0x300 || r >= 0x370) {
				return n, runes, cyrillic
			}
			if r >= 0x400 && r < 0x530 {
				cyrillic++
			}
			n += size
		}
		runes++
	}
	return n, runes, cyrillic
}

// romanBefore is how long the Roman number is that a word for centuries is written to:
// XXв. It is 0 where there is none.
func romanBefore(w string) int {
	number := strings.TrimRight(w, "в")
	if n := len(w) - len(number); n == 0 || n > len("вв") || !isRunOf(number, roman) {
		return 0
	}
	return len(number)
}

// isLetter is unicode.IsLetter, quick where most letters are.
func isLetter(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	case r >= 0x400 && r < 0x482 || r >= 0x48a && r < 0x530:
		return true
	}
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func isCapital(r rune) bool {
	switch {
	case r < 0x80:
		return 'A' <= r && r <= 'Z'
	case r >= 0x410 && r < 0x450:
		return r < 0x430
	}
	return unicode.IsUpper(r)
}
