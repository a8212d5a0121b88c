package rtf

import "strconv"

// kind is what a piece of RTF is.
type kind int

const (
	opens  kind = iota // a group
	closes             // a group
	word               // a control word or sign
	letter             // a byte of text
)

type token struct {
	kind   kind
	word   string
	number int
	given  bool // the word has a number
	letter byte
	length int // bytes that it takes
}

// scanner parts RTF into its pieces.
type scanner struct {
	data []byte
	at   int
}

func (s *scanner) done() bool { return s.at >= len(s.data) }

// next returns the next piece; the caller knows that there is one.
func (s *scanner) next() token {
	start := s.at
	c := s.data[s.at]
	s.at++
	t := token{kind: letter, letter: c}
	switch c {
	case '{':
		t.kind = opens
	case '}':
		t.kind = closes
	case '\\':
		s.control(&t)
	case '\r', '\n', 0: // lines end anywhere
		t.kind = word
	}
	t.length = s.at - start
	return t
}

// longest is how many letters the longest control word has.
const longest = 32

// control reads what stands behind a backslash.
func (s *scanner) control(t *token) {
	if s.done() {
		t.kind = word
		return
	}
	start := s.at
	for !s.done() && isLetter(s.data[s.at]) && s.at-start < longest {
		s.at++
	}
	if s.at == start {
		s.sign(t)
		return
	}
	t.kind, t.word = word, string(s.data[start:s.at])
	begin := s.at
	if !s.done() && s.data[s.at] == '-' {
		s.at++
	}
	digits := s.at
	for !s.done() && s.data[s.at] >= '0' && s.data[s.at] <= '9' {
		s.at++
	}
	if s.at == digits {
		s.at = begin
	} else if n, err := strconv.Atoi(string(s.data[begin:s.at])); err == nil {
		t.number, t.given = n, true
	}
	if !s.done() && s.data[s.at] == ' ' {
		s.at++
	}
}

// sign reads a sign behind a backslash: a letter in figures, or one that means something in
// RTF itself.
func (s *scanner) sign(t *token) {
	c := s.data[s.at]
	s.at++
	switch c {
	case '\\', '{', '}':
		t.letter = c
	case '\'':
		if s.at+2 > len(s.data) {
			t.kind = word
			s.at = len(s.data)
			return
		}
		n, err := strconv.ParseUint(string(s.data[s.at:s.at+2]), 16, 8)
		if err != nil {
			t.kind = word
			return
		}
		s.at += 2
		t.letter = byte(n)
	case '\r', '\n':
		t.kind, t.word = word, "par"
	default:
		t.kind, t.word = word, string(rune(c))
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// hex returns the bytes in figures up to the end of the group, or as they are behind \bin.
func (s *scanner) hex() []byte {
	var out []byte
	half, high := false, byte(0)
	for !s.done() {
		c := s.data[s.at]
		var value byte
		switch {
		case c >= '0' && c <= '9':
			value = c - '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			value = c | 0x20 - 'a' + 10
		case c == ' ' || c == '\r' || c == '\n' || c == '\t':
			s.at++
			continue
		default:
			return out
		}
		s.at++
		if half {
			out = append(out, high<<4|value)
		}
		half, high = !half, value
	}
	return out
}

// take takes n bytes as they are.
func (s *scanner) take(n int) []byte {
	n = min(max(n, 0), len(s.data)-s.at)
	out := s.data[s.at : s.at+n]
	s.at += n
	return out
}
