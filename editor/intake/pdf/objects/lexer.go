// Package objects reads the objects of a PDF file (ISO 32000-1, 7). They are looked for
// where they stand and not where a cross-reference table has them: one that is broken, or missing,
// costs nothing. Of several objects with one number the last counts, as in a file that was saved again.
package objects

import (
	"bytes"
	"strconv"
)

// The kinds of object, beside bool, float64 and nil.
type (
	// Name is a name, without its stroke.
	Name string
	// String are bytes; File.Text has the words.
	String string
	// Keyword is an operator, or what belongs to no object.
	Keyword string
	// Array is a list of objects.
	Array []any
	// Dict is a dictionary.
	Dict map[Name]any
	// Ref names an object of the file.
	Ref struct{ Number, Generation int }
	// Stream is a dictionary with bytes, as they lie in the file.
	Stream struct {
		Dict Dict
		raw  []byte
	}
)

// deepest is how many arrays and dictionaries stand within one another at most.
const deepest = 64

// Lexer reads objects one by one.
type Lexer struct {
	data  []byte
	at    int
	depth int
	left  *int // how many objects may follow
	refs  bool // two numbers and an R are a reference, which a page's contents have none of
}

// maxRead is how many objects are read of a file without its streams, and of each of these.
const maxRead = 2_000_000

// NewLexer returns what reads the objects of a page's contents, or of a map of characters.
func NewLexer(data []byte) *Lexer {
	left := maxRead
	return &Lexer{data: data, left: &left}
}

// TooMany reports whether more objects follow than are read.
func (l *Lexer) TooMany() bool { return *l.left < 0 }

// Next returns the next object; more is false behind the last.
func (l *Lexer) Next() (object any, more bool) {
	l.space()
	if *l.left--; l.at >= len(l.data) || *l.left < 0 {
		l.at = len(l.data)
		return nil, false
	}
	switch c := l.data[l.at]; {
	case c == '/':
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case bytes.IndexByte([]byte("<>[]{})"), c) >= 0:
		return l.bracket(c), true
	case c == '+' || c == '-' || c == '.' || isDigit(c):
		return l.number(), true
	}
	return l.word(), true
}

// bracket reads what begins with a bracket, or one that ends something.
func (l *Lexer) bracket(c byte) any {
	twice := l.peek(1) == c
	switch {
	case c == '<' && !twice:
		return l.hex()
	case c == '<':
		l.at += 2
		return l.dict()
	case c == '>' && twice:
		l.at += 2
		return Keyword(">>")
	}
	l.at++
	if c == '[' {
		return l.array()
	}
	return Keyword(c)
}

func (l *Lexer) peek(n int) byte {
	if l.at+n < len(l.data) {
		return l.data[l.at+n]
	}
	return 0
}

// space passes over white space and comments.
func (l *Lexer) space() {
	for l.at < len(l.data) {
		switch c := l.data[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			end := bytes.IndexAny(l.data[l.at:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.at
			}
			l.at += end
		default:
			return
		}
	}
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isRegular(c byte) bool { return !isSpace(c) && bytes.IndexByte([]byte("()<>[]{}/%"), c) < 0 }

// regular returns the letters up to the next space or bracket.
func (l *Lexer) regular() []byte {
	from := l.at
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		l.at++
	}
	return l.data[from:l.at]
}

func (l *Lexer) name() Name {
	l.at++
	letters := l.regular()
	if bytes.IndexByte(letters, '#') < 0 {
		return Name(letters)
	}
	var b []byte
	for i := 0; i < len(letters); i++ {
		if letters[i] == '#' && i+2 < len(letters) {
			if v, err := strconv.ParseUint(string(letters[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, letters[i])
	}
	return Name(b)
}

// escapes are what letters behind a backslash mean.
var escapes = [256]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', '(': '(', ')': ')', '\\': '\\'}

func (l *Lexer) literal() String {
	l.at++
	var b []byte
	for open := 1; l.at < len(l.data); l.at++ {
		c := l.data[l.at]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.at++
				return String(b)
			}
		case '\\':
			l.at++
			b = l.escaped(b)
			continue
		}
		b = append(b, c)
	}
	l.at = len(l.data) // it is not closed
	return String(b)
}

// escaped adds what stands behind a backslash: a letter, a number in octal digits, or nothing at a line's end.
func (l *Lexer) escaped(b []byte) []byte {
	c := l.peek(0)
	switch {
	case c == '\r' && l.peek(1) == '\n':
		l.at++
	case c == '\r' || c == '\n':
	case '0' <= c && c <= '7':
		v := 0
		for n := 0; n < 3 && '0' <= l.peek(0) && l.peek(0) <= '7'; n++ {
			v = v*8 + int(l.peek(0)-'0')
			l.at++
		}
		l.at--
		b = append(b, byte(v)) // what does not fit is ignored (7.3.4.2)
	case escapes[c] != 0:
		b = append(b, escapes[c])
	case l.at < len(l.data):
		b = append(b, c)
	}
	return b
}

func (l *Lexer) hex() String {
	l.at++
	var b []byte
	half, high := false, byte(0)
	for ; l.at < len(l.data) && l.data[l.at] != '>'; l.at++ {
		v, ok := digit(l.data[l.at])
		switch {
		case !ok:
		case half:
			b, half = append(b, high<<4|v), false
		default:
			high, half = v, true
		}
	}
	l.at = min(l.at+1, len(l.data))
	if half {
		b = append(b, high<<4)
	}
	return String(b)
}

// digit is the value of a digit of base 16.
func digit(c byte) (byte, bool) {
	switch {
	case isDigit(c):
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func (l *Lexer) array() Array {
	all := Array{}
	if l.depth++; l.depth > deepest {
		*l.left = 0
	}
	defer func() { l.depth-- }()
	for {
		o, more := l.Next()
		if !more || o == Keyword("]") {
			return all
		}
		if word, is := o.(Keyword); is && (word == "endobj" || word == ">>") { // it is not closed
			return all
		}
		all = append(all, o)
	}
}

func (l *Lexer) dict() Dict {
	d := Dict{}
	if l.depth++; l.depth > deepest {
		*l.left = 0
	}
	defer func() { l.depth-- }()
	for {
		key, more := l.Next()
		if !more || key == Keyword(">>") || key == Keyword("endobj") {
			return d
		}
		name, is := key.(Name)
		if !is {
			continue
		}
		value, more := l.Next()
		if !more || value == Keyword(">>") {
			return d
		}
		d[name] = value
	}
}

func (l *Lexer) number() any {
	from := l.at
	v, ok := number(l.regular())
	if !ok {
		return Keyword(l.data[from:l.at])
	}
	if !l.refs || v < 0 || v != float64(int(v)) || bytes.IndexByte(l.data[from:l.at], '.') >= 0 {
		return v
	}
	end := l.at
	l.space()
	generation, isNumber := number(l.regular())
	l.space()
	if isNumber && l.peek(0) == 'R' && (l.at+1 == len(l.data) || !isRegular(l.data[l.at+1])) {
		l.at++
		return Ref{int(v), int(generation)}
	}
	l.at = end
	return v
}

// number reads a number as programs write it, with signs too many, too.
func number(letters []byte) (float64, bool) {
	v, err := strconv.ParseFloat(string(letters), 64)
	if err != nil {
		if v, err = strconv.ParseFloat("-"+string(bytes.TrimLeft(letters, "-")), 64); err != nil {
			return 0, false
		}
	}
	if v != v || v > 1e15 || v < -1e15 {
		return 0, false
	}
	return v, len(letters) > 0 && (isDigit(letters[len(letters)-1]) || letters[len(letters)-1] == '.')
}

func (l *Lexer) word() any {
	letters := l.regular()
	switch string(letters) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	return Keyword(letters)
}

// SkipImage passes over the bytes of a picture within a page's contents, to the word that ends it
// between white space (8.9.7).
func (l *Lexer) SkipImage() {
	for {
		n := bytes.Index(l.data[l.at:], []byte("EI"))
		if n < 0 {
			l.at = len(l.data)
			return
		}
		at := l.at + n
		l.at = at + len("EI")
		if at > 0 && isSpace(l.data[at-1]) && (l.at == len(l.data) || isSpace(l.data[l.at])) {
			return
		}
	}
}
