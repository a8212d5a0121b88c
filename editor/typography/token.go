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
		s.line, s.latin, s.cyrillic, s.low = len(s.all)-1, 0, 0, false
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

func (s *scanner) endLine() { s.all[s.line].english = s.cyrillic < s.latin }

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
	s.cyrillic += cyrillic
	if cyrillic > 0 || first > 'X' || !isRunOf(s.text[s.at:s.at+n], roman+"N") { // XX and N are of no language
		s.latin += runes - cyrillic
	}
	s.all = append(s.all, token{
		kind: word, capital: isCapital(first), cyrillic: cyrillic == runes,
		first: first, start: s.at, end: s.at + n, at: s.runes, runes: runes,
	})
	s.at, s.runes = s.at+n, s.runes+runes
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

// telling are the bytes that only code, addresses and placeholders have.
var telling = func() (is [256]bool) {
	for _, c := range []byte("@\\_=<>{}`/|^#&") {
		is[c] = true
	}
	return is
}()

// ending are the bytes that a run without spaces may end before: spaces, the first byte of
// one that no line ends at, and what begins a tag, a placeholder or a piece of code.
var ending = func() (is [256]bool) {
	for c := range byte(' ' + 1) {
		is[c] = true
	}
	for _, c := range []byte("\xc2<{`") {
		is[c] = true
	}
	return is
}()

// protected takes a token that nothing is changed in, where one begins here: it looks as
// far as the next space. What it has found clear is not looked at again.
func (s *scanner) protected() bool {
	rest := s.text[s.at:]
	if kind, n := enclosed(rest); n > 0 {
		s.take(kind, n, rune(rest[0]))
		return true
	}
	end, tells, dots := runOf(rest)
	s.clear = s.at + end
	if !tells && !dots {
		return false
	}
	return s.address(rest[:end], tells, dots)
}

// runOf is where the run without spaces ends that a text begins with, whether one of its
// bytes tells of code, and whether it has full stops.
func runOf(rest string) (end int, tells, dots bool) {
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		if ending[c] && endsRun(rest, i) {
			return i, tells, dots
		}
		tells = tells || telling[c]
		dots = dots || c == '.'
	}
	return len(rest), tells, dots
}

// endsRun reports whether a run ends before one of the bytes that may end it.
func endsRun(rest string, i int) bool {
	switch c := rest[i]; {
	case c <= ' ':
		return true
	case c == 0xc2:
		return i+1 < len(rest) && rest[i+1] == 0xa0
	case i == 0: // it was looked at already
		return false
	}
	_, n := enclosed(rest[i:])
	return n > 0
}

// address takes an address, a path or code, where a run without spaces is one.
func (s *scanner) address(run string, tells, dots bool) bool {
	from, to := trimmed(run)
	switch {
	case from == to:
		return false
	case from > 0: // signs before it are signs
		s.clear = s.at + from
		return false
	case tells && isCode(run[:to]) || dots && isDomain(run[:to]):
		s.take(literal, to, rune(run[0]))
		return true
	}
	return false
}

// enclosed is a tag of HTML, a placeholder or a piece of code between its signs; 0 bytes
// where none begins.
func enclosed(rest string) (tokenKind, int) {
	const longest = 400 // bytes
	kind, closing := literal, byte('}')
	switch {
	case len(rest) < 3:
		return 0, 0
	case rest[0] == '<' && (rest[1] == '/' || rest[1] == '!' || startsWithLetter(rest[1:])):
		kind, closing = markup, '>'
	case rest[0] == '`':
		closing = '`'
	case rest[0] != '{':
		return 0, 0
	}
	for i := 1; i < min(len(rest), longest); i++ {
		switch rest[i] {
		case closing:
			return kind, i + 1
		case '\n':
			return 0, 0
		}
	}
	return 0, 0
}

func startsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isLetter(r)
}

// trimmed is where a run without spaces begins and ends without the signs around it.
func trimmed(run string) (from, to int) {
	core := strings.TrimLeft(run, `"'«»„“”‘’‚([….-–—`)
	from = len(run) - len(core)
	const closing = `"'«»„“”‘’‚)].,;:!?…-–—`
	core = strings.TrimRight(core, closing)
	if quoted, ok := strings.CutSuffix(core, ">>"); ok {
		core = strings.TrimRight(quoted, closing)
	}
	return from, from + len(core)
}

// typewrittenQuotes takes out the marks that are made of two signs.
var typewrittenQuotes = strings.NewReplacer("<<", "", ">>", "")

// isCode reports whether a run is an address, a path or code: of words joined by one
// slash, «и/или», and of numbers, «34/25», it is none.
func isCode(run string) bool {
	run = typewrittenQuotes.Replace(run)
	if strings.ContainsAny(run, "@\\_={}`|^#<>&") || strings.Contains(run, "://") {
		return true
	}
	return strings.Count(run, "/") > 1 || strings.HasSuffix(run, "/") || strings.HasPrefix(run, "/") || isDomain(run)
}

// isDomain reports whether a run begins with a domain: example.org.
func isDomain(run string) bool {
	host, _, _ := strings.Cut(run, "/")
	dot := strings.IndexByte(host, '.')
	if dot <= 0 || strings.Contains(host, "..") {
		return false
	}
	letters := 0
	last := host[strings.LastIndexByte(host, '.')+1:]
	for i := 0; i < len(last); i++ {
		if c := last[i] | 0x20; c >= 'a' && c <= 'z' {
			letters++
		} else if last[i] < 0x80 {
			return false
		}
	}
	if letters == 0 { // пример.рф
		return strings.HasPrefix(host, "www.") || last == "рф"
	}
	first, _ := utf8.DecodeLastRuneInString(host[:dot])
	return letters == len(last) && letters > 1 && (isLetter(first) || first >= '0' && first <= '9') && !isCapital(rune(last[0]))
}
