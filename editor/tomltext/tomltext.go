// Package tomltext reads and writes the program's TOML files (releases,
// templates, settings) under one rule: a key that the program does not know is
// an error that names its line, so that nothing a person wrote is dropped.
package tomltext

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"communique/editor/regexp"
)

// Decode reads UTF-8 TOML into v, a pointer to a struct. Its error is a Fault, the file's
// first.
func Decode(data []byte, v any) error {
	t := reflect.TypeOf(v).Elem()
	if i := invalidUTF8(data); i >= 0 {
		return firstFault(data, t, lineAt(data, i), NoUTF8)
	}
	meta, err := decode(string(data), v)
	if err != nil {
		return firstFault(data, t, errorLine(err), NoTOML)
	}
	if len(meta.Undecoded()) > 0 {
		return firstFault(data, t, 1, Unknown)
	}
	if passedOver(meta, t, nil) {
		return firstFault(data, t, 1, NoTable)
	}
	return nil
}

// firstFault returns what Salvage finds wrong first with a file that cannot be read into
// t. Where only the decoder is troubled (by a comment), its line and reason are told.
func firstFault(data []byte, t reflect.Type, line int, why Reason) Fault {
	for _, f := range Salvage(data, reflect.New(t).Interface(), func(string, any) *Fault { return nil }) {
		if f.Why != KeptAside { // a note is no part of what is decoded
			return f
		}
	}
	lines := strings.Split(string(data), "\n")
	line = min(max(line, 1), len(lines))
	return Fault{Line: line, Text: strings.TrimSpace(strings.ToValidUTF8(lines[line-1], "\ufffd")), Why: why}
}

var plainLine = regexp.MustCompile(`line (\d+)`)

// errorLine is the line that the decoder names, 0 where it names none. The error for a
// value of the wrong type has it in its words only.
func errorLine(err error) int {
	var deep *depthError
	if errors.As(err, &deep) {
		return deep.line
	}
	var parse toml.ParseError
	if errors.As(err, &parse) {
		return parse.Position.Line
	}
	if found := plainLine.FindStringSubmatch(err.Error()); found != nil {
		line, _ := strconv.Atoi(found[1])
		return line
	}
	return 0
}

// passedOver reports whether a value stands where t has a map: the decoder takes none of
// it and says nothing.
func passedOver(meta toml.MetaData, t reflect.Type, at toml.Key) bool {
	for _, f := range fieldsOf(t) {
		inner := t.FieldByIndex(f.index).Type
		if inner.Kind() != reflect.Map && inner.Kind() != reflect.Struct {
			continue
		}
		key := append(slices.Clone(at), f.name)
		switch {
		case !meta.IsDefined(key...):
		case inner.Kind() == reflect.Map && !slices.Contains([]string{"Hash", ""}, meta.Type(key...)), // "" is of dotted keys
			inner.Kind() == reflect.Struct && passedOver(meta, inner, key):
			return true
		}
	}
	return false
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

// invalidUTF8 is where data is no UTF-8 first; negative where all of it is.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
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
