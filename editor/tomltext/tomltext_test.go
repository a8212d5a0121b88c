package tomltext

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// day is a value that reads itself, and takes no other year than 2024.
type day string

func (d *day) UnmarshalText(text []byte) error {
	if !strings.HasPrefix(string(text), "2024-") {
		return fmt.Errorf("no day: %s", text)
	}
	*d = day(text)
	return nil
}

// embedded is read as though its fields stood in the struct that has it.
type embedded struct {
	Inner string `toml:"inner,omitempty"`
}

// document has a value of each shape that the program's files have.
type document struct {
	embedded
	Name   string `toml:"name,omitempty"`
	Number int    `toml:"number,omitempty"`
	Day    day    `toml:"day,omitempty"`
	Part   struct {
		Text  string            `toml:"text,omitempty"`
		Words map[string]string `toml:"words,omitempty"`
	} `toml:"part,omitempty"`
	Words map[string]string `toml:"words,omitempty"`
	Rows  []struct {
		Text string `toml:"text"`
	} `toml:"rows,omitempty"`
}

// The line of an unknown key is where a person will look for it, even where
// the same name stands elsewhere for something that is known.
func TestUnknownKeysAreNamedWithTheirLine(t *testing.T) {
	for name, tt := range map[string]struct {
		text, key string
		line      int
	}{
		"the first line":                  {"colour = 1\n", "colour", 1},
		"below others":                    {"name = \"a\"\nnumber = 1\ncolour = 1\n", "colour", 3},
		"without spaces":                  {"name=\"a\"\ncolour=1", "colour", 2},
		"indented":                        {"name = \"a\"\n\t colour = 1\n", "colour", 2},
		"CRLF":                            {"name = \"a\"\r\ncolour = 1\r\n", "colour", 2},
		"in a table":                      {"name = \"a\"\n[part]\ntext = \"b\"\nname = \"c\"\n", "part.name", 4},
		"in a table, by its path":         {"name = \"a\"\npart.colour = 1\n", "part.colour", 2},
		"in a table within its line":      {"name = \"a\"\npart = { text = \"b\", colour = 1 }\n", "part.colour", 2},
		"in a table, named above as well": {"name = \"colour\"\n[part]\ncolour = 1\n", "part.colour", 3},
		"in the second of many":           {"[[rows]]\ntext = \"a\"\n\n[[rows]]\ntext = \"b\"\nname = \"c\"\n", "rows.name", 6},
		"a table":                         {"name = \"a\"\n\n[extra]\ncolour = 1\n", "extra", 3},
		"a table with spaces":             {"name = \"a\"\n[ extra ]\ncolour = 1\n", "extra", 2},
		"a table within a table":          {"[part]\ntext = \"a\"\n[part.extra]\ncolour = 1\n", "part.extra", 3},
		"many tables":                     {"[part]\ntext = \"a\"\n[[extra]]\ncolour = 1\n", "extra", 3},
		"within a line that runs on":      {"part = {\n text = \"b\",\n other.colour = 1 }\nname = \"colour\"\n", "part.other", 1},
		"a quoted key":                    {"name = \"a\"\n\"two words\" = 1\n", "two words", 2},
		"a known key told by a comment":   {"# name = \"x\"\nname = \"a\"\ncolour = 1\n", "colour", 3},
		"below what was put aside":        {"#? size: size = 1\nname = \"a\"\ncolour = 1\n", "colour", 3},
	} {
		t.Run(name, func(t *testing.T) {
			var d document
			err := Decode([]byte(tt.text), &d)
			var fault Fault
			if !errors.As(err, &fault) || fault.Why != Unknown || fault.Key != tt.key || fault.Line != tt.line {
				t.Errorf("got %v, want %s in line %d", err, tt.key, tt.line)
			}
		})
	}
}

func TestFaultsAreNamedWithTheirLine(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		why  Reason
		key  string
		line int
	}{
		"not closed":                  {"name = \"a\"\nnumber = [1\n", NoTOML, "number", 2},
		"no value":                    {"name = \"a\"\nnumber =\n", NoTOML, "number", 2},
		"a key twice":                 {"name = \"a\"\nnumber = 1\nname = \"b\"\n", Twice, "name", 3},
		"a text for a number":         {"name = \"a\"\nnumber = \"one\"\n", NoNumber, "number", 2},
		"a number for a text":         {"number = 1\n[part]\ntext = 5\n", NoText, "part.text", 3},
		"a value that does not parse": {"name = \"a\"\nday = \"2023-02-30\"\n", Misfit, "day", 2},
		"a table for a number":        {"name = \"a\"\n[number]\nx = 1\n", NoNumber, "number", 2},
		"a number for a table":        {"name = \"a\"\npart = 1\n", NoTable, "part", 2},
		"a number for a list":         {"rows = 1\n", NoList, "rows", 1},
		"a number for a map":          {"name = \"a\"\nwords = 1\n", NoTable, "words", 2},
		"a list for a map":            {"words = [\"a\"]\n", NoTable, "words", 1},
		"a number for a map within":   {"[part]\nwords = 1\n", NoTable, "part.words", 2},
		"a number in a map":           {"[words]\na = \"b\"\nc = 1\n", NoText, "words.c", 3},
		"a number for what is within": {"inner = 1\n", NoText, "inner", 1},
		"not UTF-8":                   {"name = \"a\"\n\nnumber = 1 # \xcf\n", NoUTF8, "number", 3},
		"not UTF-8 at the start":      {"\xffname = \"a\"\n", NoUTF8, "", 1},
		"cut off in a letter":         {"name = \"a\"\n# \xd0", NoUTF8, "", 2},
	} {
		t.Run(name, func(t *testing.T) {
			var d document
			err := Decode([]byte(tt.text), &d)
			var fault Fault
			if !errors.As(err, &fault) || fault.Line != tt.line || fault.Why != tt.why || fault.Key != tt.key {
				t.Fatalf("got %#v, want %s of %q in line %d", err, tt.why, tt.key, tt.line)
			}
		})
	}
}

func TestEncodeThenDecode(t *testing.T) {
	d := document{Name: "Совет \"А\"\tи \ufffd", Number: -7, Day: "2024-09-11"}
	d.Part.Text = "раз\nдва"
	d.Rows = append(d.Rows, struct {
		Text string `toml:"text"`
	}{"строка"})
	data, err := Encode(d)
	want := "name = \"Совет \\\"А\\\"\\tи \ufffd\"\nnumber = -7\nday = \"2024-09-11\"\n\n[part]\ntext = \"раз\\nдва\"\n\n[[rows]]\ntext = \"строка\"\n"
	if err != nil || string(data) != want {
		t.Fatalf("got\n%s\nwant\n%s\n%v", data, want, err)
	}
	var back document
	if err := Decode(data, &back); err != nil || !reflect.DeepEqual(back, d) {
		t.Errorf("got %+v, %v", back, err)
	}
}

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	if data, err := Encode(map[string]any{"a": []any{1, make(chan int)}}); err == nil || data != nil || !strings.HasPrefix(err.Error(), "encode TOML: ") {
		t.Errorf("got %q, %v", data, err)
	}
}

func TestFacts(t *testing.T) {
	for _, tt := range []struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
	}{
		{
			Fault{Line: 5, Key: "z", Text: "z = 1\n2", Why: NoText, Fits: "a, b"},
			"toml-fault-text", `line 5: z: text: "z = 1 …"`,
			map[string]any{"Line": 5, "Key": "z", "Text": "z = 1 …", "Fits": "a, b"},
		},
		{&UnwritableError{Fault{Line: 6, Key: "w", Text: "w = 1", Why: Misfit}}, "toml-unwritable", `not written: line 6: w: value: "w = 1"`, map[string]any{"Key": "w", "Text": "w = 1"}},
	} {
		name, args := tt.err.Fact()
		if name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("got %s %v, %v", name, args, tt.err)
		}
	}
}

// colour is a value that says how it is written.
type colour struct{ text string }

func (colour) Fits() string { return "#rrggbb" }

func (c *colour) UnmarshalText(text []byte) error {
	if c.text = string(text); c.text[0] != '#' {
		return errors.New("no colour")
	}
	return nil
}

// TestWhatWouldFit: a value that is written in a way of its own says so, and a whole number is
// asked for where a fraction stands.
func TestWhatWouldFit(t *testing.T) {
	for text, want := range map[string]Fault{
		"c = \"red\"\n": {Line: 1, Key: "c", Text: "c = \"red\"", Why: Misfit, Fits: "#rrggbb"},
		"c = 5\n":       {Line: 1, Key: "c", Text: "c = 5", Why: Misfit, Fits: "#rrggbb"},
		"n = 1.5\n":     {Line: 1, Key: "n", Text: "n = 1.5", Why: NoWhole},
		"n = \"1\"\n":   {Line: 1, Key: "n", Text: "n = \"1\"", Why: NoNumber},
		"f = \"1.5\"\n": {Line: 1, Key: "f", Text: "f = \"1.5\"", Why: NoNumber},
		"f = [1]\n":     {Line: 1, Key: "f", Text: "f = [1]", Why: NoNumber},
	} {
		var got struct {
			C colour  `toml:"c"`
			N int     `toml:"n"`
			F float64 `toml:"f"`
		}
		var fault Fault
		if err := Decode([]byte(text), &got); !errors.As(err, &fault) || fault != want {
			t.Errorf("%q: %+v, %v", text, fault, err)
		}
	}
}
