package typography

import (
	"strings"
	"unicode/utf8"
)

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
	return s.address(rest[:end], rest[end:], tells, dots)
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

// address takes an address, a path or code, where a run without spaces is one, and with it what a
// quotation in it goes on with behind a space.
func (s *scanner) address(run, behind string, tells, dots bool) bool {
	from, to := trimmed(run)
	switch {
	case from == to:
		return false
	case from > 0: // signs before it are signs
		s.clear = s.at + from
		return false
	case tells && isCode(run[:to]) || dots && isDomain(run[:to]):
		end := withClosing(run, to)
		if n := restOfQuotation(run, behind); n > 0 {
			end = len(run) + n
		}
		s.take(literal, end, rune(run[0]))
		return true
	}
	return false
}

// restOfQuotation is how many bytes of what stands behind a run are of the quotation that opens in it:
// «?d="a b"»; 0 where none is open.
func restOfQuotation(run, behind string) int {
	const longest = 100 // bytes
	_, quotation, ok := strings.Cut(run, `="`)
	if !ok || strings.Count(quotation, `"`)%2 == 1 {
		return 0
	}
	n := strings.IndexAny(behind[:min(len(behind), longest)], "\"\n«»")
	if n < 1 || behind[n] != '"' || behind[n-1] == ' ' { // the mark opens something else
		return 0
	}
	return n + 1
}

// closings are the signs that open something within an address, with those that close it.
var closings = map[rune]rune{'(': ')', '[': ']', '«': '»', '„': '“', '“': '”', '‘': '’', '"': '"', '\'': '\''}

// withClosing is where an address ends that seems to end at a byte: the signs behind it that
// close what was opened within it are its own, as in «?name="value"».
func withClosing(run string, to int) int {
	var open []rune
	for i, r := range run {
		last := len(open) - 1
		switch {
		case last >= 0 && closings[open[last]] == r:
			open = open[:last]
			if i >= to {
				to = i + utf8.RuneLen(r)
			}
		case i < to && closings[r] != 0:
			open = append(open, r)
		case i >= to && len(open) == 0:
			return to
		}
	}
	return to
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

// typewritten takes out what is made of the signs of code and is none: quotation marks of two
// signs, and words left out of a quotation, «<...>».
var typewritten = strings.NewReplacer("<<", "", ">>", "", "<...>", "", "<…>", "")

// isCode reports whether a run is an address, a path or code: of words joined by one
// slash, «и/или», and of numbers, «34/25», it is none.
func isCode(run string) bool {
	run = typewritten.Replace(run)
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
