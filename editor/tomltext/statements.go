package tomltext

import (
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// statement is what one line of a file says, or several where a text or a list
// runs on.
type statement struct {
	line  int // its first, from 1
	text  string
	sound bool // it is TOML by itself
}

// header reports whether the statement begins a table.
func (s statement) header() bool { return strings.HasPrefix(strings.TrimSpace(s.text), "[") }

// lookahead is how often, all in all, the letters of a file may be looked at
// again for the end of what was opened and never closed.
const lookahead = 32

// statements parts a file into its statements. What does not close ends with
// its line, so that the lines after it are read by themselves.
func statements(text string) []statement {
	var all []statement
	budget := lookahead * len(text)
	for line := 1; text != ""; {
		n := strings.IndexByte(text, '\n')
		if n < 0 {
			n = len(text)
		}
		if first := strings.TrimSpace(text[:n]); first != "" && first[0] != '#' {
			s := newStatement(line, text[:n])
			if !s.sound && !s.header() && budget > 0 {
				more := extent(text)
				budget -= max(more, -more)
				if longer := newStatement(line, text[:max(more, 0)]); longer.sound && more > n {
					s, n = longer, more
				}
			}
			all = append(all, s)
		}
		line += 1 + strings.Count(text[:n], "\n")
		text = text[min(n+1, len(text)):]
	}
	return all
}

func newStatement(line int, text string) statement {
	text = strings.TrimSuffix(text, "\r")
	var any map[string]any
	_, err := decode(text, &any)
	return statement{line, text, err == nil && utf8.ValidString(text)}
}

// extent is the length of the first statement of a text; where it does not
// close, how far was looked, as a negative number.
func extent(text string) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			if depth <= 0 {
				return i
			}
		case '#':
			if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
				i += end - 1
			} else {
				i = len(text)
			}
		case '"', '\'':
			n := quoted(text[i:])
			if n < 0 {
				return -len(text)
			}
			i += n - 1
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
	}
	if depth > 0 {
		return -len(text)
	}
	return len(text)
}

// quoted is the length of the string that a text begins with, quotes included;
// negative where it does not close.
func quoted(text string) int {
	quote := text[:1]
	if long := strings.Repeat(quote, 3); strings.HasPrefix(text, long) {
		quote = long
	}
	for i := len(quote); i < len(text); i++ {
		switch {
		case text[i] == quote[0] && strings.HasPrefix(text[i:], quote):
			for len(quote) == 3 && i+3 < len(text) && text[i+3] == quote[0] {
				i++ // a quote more than three belongs to the text
			}
			return i + len(quote)
		case text[i] == '\\' && quote[0] == '"':
			i++
		case text[i] == '\n' && len(quote) == 1:
			return -1
		}
	}
	return -1
}

// key is the key that a statement gives, or that of the table it begins; nil
// where none can be made out.
func (s statement) key() toml.Key {
	text := strings.TrimSpace(s.text)
	if s.header() {
		text = strings.TrimLeft(text, "[")
		end := outside(text, ']')
		if end < 0 {
			return nil
		}
		return keyIn(text[:end])
	}
	if end := outside(text, '='); end >= 0 {
		return keyIn(text[:end])
	}
	return nil
}

// outside is where a sign first stands outside of quotes.
func outside(text string, sign byte) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case sign:
			return i
		case '"', '\'':
			n := quoted(text[i:])
			if n < 0 {
				return -1
			}
			i += n - 1
		}
	}
	return -1
}

// keyIn reads a key, dotted or not.
func keyIn(text string) toml.Key {
	var tree map[string]any
	if _, err := decode(text+"=0", &tree); err != nil || strings.ContainsRune(text, '\n') {
		return nil
	}
	var key toml.Key
	for len(tree) == 1 {
		for name, value := range tree {
			key = append(key, name)
			tree, _ = value.(map[string]any)
		}
	}
	return key
}
