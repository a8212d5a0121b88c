// Package tomltext reads and writes the program's TOML files (releases,
// templates, settings) under one rule: a key that the program does not know is
// an error that names its line, so that nothing a person wrote is dropped.
package tomltext

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"communique/editor/regexp"
)

// SyntaxError says that a file is no TOML, or holds a value of the wrong type.
type SyntaxError struct {
	Line   int // from 1; 0 where the decoder could not tell
	Detail string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Detail) }

// Fact names the error for the translations.
func (e *SyntaxError) Fact() (string, map[string]any) {
	return "toml-syntax", map[string]any{"Line": e.Line, "Detail": e.Detail}
}

// UnknownKeyError names a key that the program does not know.
type UnknownKeyError struct {
	Line int // from 1
	Key  string
}

func (e *UnknownKeyError) Error() string {
	return fmt.Sprintf("line %d: unknown key %s", e.Line, e.Key)
}

// Fact names the error for the translations.
func (e *UnknownKeyError) Fact() (string, map[string]any) {
	return "toml-unknown-key", map[string]any{"Line": e.Line, "Key": e.Key}
}

// Decode reads UTF-8 TOML into v. Its errors are *SyntaxError
// and *UnknownKeyError.
func Decode(data []byte, v any) error {
	if i := invalidUTF8(data); i >= 0 {
		return &SyntaxError{Line: lineAt(data, i), Detail: "not UTF-8"}
	}
	meta, err := toml.Decode(string(data), v)
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return &SyntaxError{Line: parse.Position.Line, Detail: parse.Message}
	}
	if err != nil {
		return mismatch(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return &UnknownKeyError{Line: keyLine(string(data), unknown[0]), Key: unknown[0].String()}
	}
	return nil
}

var mismatchLine = regexp.MustCompile(`^(?:toml: )?(?:line (\d+) )?`)

// mismatch makes a *SyntaxError of the decoder's plain error for a value of
// the wrong type, which carries its line in the words only.
func mismatch(err error) error {
	text := err.Error()
	found := mismatchLine.FindStringSubmatch(text) // it matches any text
	line, _ := strconv.Atoi(found[1])              // no line given is line 0
	return &SyntaxError{Line: line, Detail: text[len(found[0]):]}
}

// Encode writes v as UTF-8 TOML in the order of its fields, without indents.
func Encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := toml.NewEncoder(&buf)
	enc.Indent = ""
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("encode TOML: %w", err)
	}
	return buf.Bytes(), nil
}

func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

func lineAt(data []byte, i int) int { return 1 + bytes.Count(data[:i], []byte("\n")) }

// keyLine finds the line that gives key, following the table headers. Where a
// key hides in an inline table, the first line with its last name is told.
func keyLine(text string, key toml.Key) int {
	want, last, near := key.String(), key[len(key)-1], 0
	table := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = strings.Trim(line, "[] \t")
			if table == want {
				return i + 1
			}
			table += "."
			continue
		}
		name, _, given := strings.Cut(line, "=")
		if given && table+strings.TrimSpace(name) == want {
			return i + 1
		}
		if near == 0 && strings.Contains(line, last) {
			near = i + 1
		}
	}
	return near
}
