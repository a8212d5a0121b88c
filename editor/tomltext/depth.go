package tomltext

import (
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// deepest is how many parts a key may have, and how far values may lie within each other. Ours
// have a handful. The decoder's time and memory grow with the square of it, so that a key of
// 16 KB took a gigabyte.
const deepest = 64

// most is how many values and tables a file may have, and how many lines. A long release has a
// thousand, a register of ten thousand cards a hundred thousand, the longest text that is read from
// another format half a million. Each takes the decoder up to half a kilobyte: a file of 16 MB that
// holds nothing else took gigabytes.
const most = 600_000

// boundsError says that a file goes deeper than any of ours, or holds more.
type boundsError struct {
	line int
	why  Reason
}

func (e *boundsError) Error() string {
	if e.why == TooMany {
		return fmt.Sprintf("line %d: more than %d values", e.line, most)
	}
	return fmt.Sprintf("line %d: more than %d levels", e.line, deepest)
}

// decode is the decoder's Decode of what is neither too deep for it nor too much.
func decode(text string, v any) (toml.MetaData, error) {
	if line := tooMany(text); line > 0 {
		return toml.MetaData{}, &boundsError{line, TooMany}
	}
	return decodeOwn(text, v)
}

// decodeOwn is decode of what may be as much as it likes.
func decodeOwn(text string, v any) (toml.MetaData, error) {
	if i := tooDeep(text); i >= 0 {
		return toml.MetaData{}, &boundsError{1 + strings.Count(text[:i], "\n"), NoTOML}
	}
	return toml.Decode(text, v)
}

// isTooMany reports whether an error says that a file holds too much.
func isTooMany(err error) bool {
	var bounds *boundsError
	return errors.As(err, &bounds) && bounds.why == TooMany
}

// tooDeep returns where a text goes too deep, in bytes; -1 where it does not.
func tooDeep(text string) int {
	dots, within := 0, 0
	return signs(text, func(sign byte) bool {
		switch sign {
		case '\n', '=', ',':
			dots = 0
		case '.':
			dots++
		case '[', '{':
			within++
		case ']', '}':
			within = max(within-1, 0)
		}
		return dots >= deepest || within > deepest
	})
}

// tooMany returns the line with which a text holds more than any of ours; 0 where it does not.
func tooMany(text string) int {
	if len(text) <= most {
		return 0 // each takes a sign
	}
	if strings.Count(text, "\n") >= most {
		return most + 1
	}
	values := 0
	at := signs(text, func(sign byte) bool {
		switch sign {
		case '=', ',', '.', '[', '{':
			values++
		}
		return values > most
	})
	if at < 0 {
		return 0
	}
	return 1 + strings.Count(text[:at], "\n")
}

// signs passes the bytes of a text that lie outside of its strings and comments, until one of them
// is found; returns where that is, -1 where none is.
func signs(text string, found func(sign byte) bool) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '#':
			i += max(strings.IndexByte(text[i:], '\n'), 1) - 1
			continue
		case '"', '\'':
			n := quoted(text[i:])
			if n < 0 {
				return -1 // the decoder goes no further than what does not close
			}
			i += n - 1
			continue
		}
		if found(text[i]) {
			return i
		}
	}
	return -1
}
