package tomltext

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// deepest is how many parts a key may have, and how far values may lie within each other. Ours
// have a handful. The decoder's time and memory grow with the square of it, so that a key of
// 16 KB took a gigabyte.
const deepest = 64

// depthError says that a file goes deeper than any of ours.
type depthError struct{ line int }

func (e *depthError) Error() string {
	return fmt.Sprintf("line %d: more than %d levels", e.line, deepest)
}

// decode is the decoder's Decode of what is not too deep for it.
func decode(text string, v any) (toml.MetaData, error) {
	if i := tooDeep(text); i >= 0 {
		return toml.MetaData{}, &depthError{1 + strings.Count(text[:i], "\n")}
	}
	return toml.Decode(text, v)
}

// tooDeep returns where a text goes too deep, in bytes; -1 where it does not. It passes by
// strings and comments.
func tooDeep(text string) int {
	dots, within := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '#':
			i += max(strings.IndexByte(text[i:], '\n'), 1) - 1
		case '"', '\'':
			n := quoted(text[i:])
			if n < 0 {
				return -1 // the decoder goes no further than what does not close
			}
			i += n - 1
		case '\n', '=', ',':
			dots = 0
		case '.':
			dots++
		case '[', '{':
			within++
		case ']', '}':
			within = max(within-1, 0)
		}
		if dots >= deepest || within > deepest {
			return i
		}
	}
	return -1
}
