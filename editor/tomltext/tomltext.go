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
// first. What holds more than any file that is meant, is not read.
func Decode(data []byte, v any) error { return decodeInto(data, v, decode) }

// DecodeOwn is Decode of what this program has written, however much that is.
func DecodeOwn(data []byte, v any) error { return decodeInto(data, v, decodeOwn) }

func decodeInto(data []byte, v any, decode func(text string, v any) (toml.MetaData, error)) error {
	t := reflect.TypeOf(v).Elem()
	if i := invalidUTF8(data); i >= 0 {
		return firstFault(data, t, lineAt(data, i), NoUTF8, nil)
	}
	meta, err := decode(string(data), v)
	if err != nil {
		return firstFault(data, t, errorLine(err), reason(err), nil)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return firstFault(data, t, lineOf(data, unknown[0]), Unknown, unknown[0])
	}
	if passedOver(meta, t, nil) {
		return firstFault(data, t, 1, NoTable, nil)
	}
	return nil
}

// explained is how long a file may be, in bytes, that is looked through for what exactly is wrong
// with it: that takes some six hundred times its room. Whoever writes by hand writes less.
const explained = 1 << 18

// firstFault returns what Salvage finds wrong first with a file that cannot be read into
// t. Where only the decoder is troubled (by a comment), the file contradicts itself all over or is
// too long, the decoder's line, reason and key are told.
func firstFault(data []byte, t reflect.Type, line int, why Reason, key toml.Key) Fault {
	if len(data) > explained {
		return faultAt(data, line, why, key)
	}
	for _, f := range Salvage(data, reflect.New(t).Interface(), func(string, any) *Fault { return nil }) {
		if f.Why != KeptAside && !f.givenUp { // a note is no part of what is decoded
			return f
		}
	}
	return faultAt(data, line, why, key)
}

// faultAt is a fault of a line alone; in none, of the first.
func faultAt(data []byte, line int, why Reason, key toml.Key) Fault {
	n, text := 0, []byte(nil)
	for row := range bytes.Lines(data) {
		if n, text = n+1, row; n >= line {
			break
		}
	}
	return Fault{Line: max(n, 1), Key: dotted(key), Text: strings.TrimSpace(strings.ToValidUTF8(string(text), "\ufffd")), Why: why}
}

// lineOf is the line that first gives a key of that name, or begins its table; 0 where none is found.
func lineOf(data []byte, key toml.Key) int {
	names := []string{dotted(key), key[len(key)-1]}
	n := 0
	for row := range bytes.Lines(data) {
		n++
		begun := strings.TrimLeft(string(row), "[ \t\"'")
		if slices.ContainsFunc(names, func(name string) bool {
			rest, ok := strings.CutPrefix(begun, name)
			return ok && strings.IndexAny(rest, " \t\"'=].") == 0
		}) {
			return n
		}
	}
	return 0
}

// reason says why the decoder did not read a file.
func reason(err error) Reason {
	if isTooMany(err) {
		return TooMany
	}
	return NoTOML
}

var plainLine = regexp.MustCompile(`line (\d+)`)

// errorLine is the line that the decoder names, 0 where it names none. The error for a
// value of the wrong type has it in its words only.
func errorLine(err error) int {
	var bounds *boundsError
	if errors.As(err, &bounds) {
		return bounds.line
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
