package tomltext

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"communique/editor/growthtest"
)

// What goes deeper than any file of ours is told with its line, and costs no more than reading it.
func TestTooDeep(t *testing.T) {
	type file struct {
		Headline string   `toml:"headline"`
		List     []string `toml:"list"`
	}
	const first = "headline = \"Встреча\"\n"
	for name, text := range map[string]string{
		"a key":                  first + strings.Repeat("a.", 100_000) + "a = 1",
		"a quoted key":           first + strings.Repeat(`"a".`, 100_000) + "a = 1",
		"spaces between":         first + strings.Repeat("a . ", 100_000) + "a = 1",
		"a table":                first + "[" + strings.Repeat("a.", 100_000) + "a]\nb = 1",
		"a list of tables":       first + "[[" + strings.Repeat("a.", 100_000) + "a]]\nb = 1",
		"lists":                  first + "a = " + strings.Repeat("[", 200_000) + strings.Repeat("]", 200_000),
		"tables":                 first + "a = " + strings.Repeat("{a=", 100_000) + "1" + strings.Repeat("}", 100_000),
		"lists over lines":       first + "a = " + strings.Repeat("[\n", 10_000) + strings.Repeat("]\n", 10_000),
		"a key within":           first + "list = [{ " + strings.Repeat("a.", 100_000) + "a = 1 }]",
		"behind an open string":  first + "b = \"\n" + strings.Repeat("a.", 100_000) + "a = 1",
		"behind an open comment": first + "# \"\n" + strings.Repeat("a.", 100_000) + "a = 1",
	} {
		t.Run(name, func(t *testing.T) {
			var into file
			var fault Fault
			if err := Decode([]byte(text), &into); !errors.As(err, &fault) || fault.Line < 2 {
				t.Errorf("%.200v", err)
			}
			var saved file
			if found := Salvage([]byte(text), &saved, func(string, any) *Fault { return nil }); len(found) == 0 || saved.Headline != "Встреча" {
				t.Errorf("%q, %d faults", saved.Headline, len(found))
			}
		})
	}
	for name, text := range map[string]string{
		"dots in a text":    "headline = \"" + strings.Repeat("а. ", 1000) + "\"",
		"dots in a literal": "headline = '" + strings.Repeat(".", 1000) + "'",
		"dots over lines":   "headline = \"\"\"\n" + strings.Repeat("[\n.", 1000) + "\"\"\"",
		"a quote escaped":   `headline = "\"` + strings.Repeat("[", 1000) + `"`,
		"dots in a comment": "# " + strings.Repeat(".[", 1000) + "\nheadline = \"\"",
		"many in a list":    "list = [" + strings.Repeat(`"a.b.c", `, 1000) + "]",
	} {
		t.Run(name, func(t *testing.T) {
			var into file
			if err := Decode([]byte(text), &into); err != nil {
				t.Error(err)
			}
		})
	}
}

// What holds more than any file of ours is told with its line, whichever way it is read, and costs
// no more than looking through it; what is as long as any of ours may be is read.
func TestTooMany(t *testing.T) {
	type file struct {
		Headline string   `toml:"headline"`
		List     []string `toml:"list"`
	}
	const first = "headline = \"Встреча\"\n"
	check := func(string, any) *Fault { return nil }
	for name, tt := range map[string]struct {
		unit string
		line int // where it is told
	}{
		"keys":            {"a = 1 ", 2},
		"tables":          {"[a] ", 2},
		"lists of tables": {"[[a]] ", 2},
		"inline tables":   {"{}", 2},
		"elements":        {"\"\",", 2},
		"lists":           {"[]", 2},
		"dotted keys":     {"a.a ", 2},
		"lines":           {"\n", most + 1},
		"comments":        {"#\n", most + 1},
		"broken lines":    {"a\n", most + 1},
		"notes":           {"#? a: b\n", most + 1},
		"tables in lines": {"[[a]]\n", most + 1},
	} {
		t.Run(name, func(t *testing.T) {
			text := []byte(first + "a = [" + strings.Repeat(tt.unit, most+1))
			var into file
			var fault Fault
			if err := Decode(text, &into); !errors.As(err, &fault) || fault.Line != tt.line || fault.Why != TooMany {
				t.Errorf("%.200v", err)
			}
			if found := Salvage(text, &into, check); len(found) != 1 || found[0].Line != tt.line || found[0].Why != TooMany {
				t.Errorf("%d faults", len(found))
			}
			if into.Headline != "" {
				t.Errorf("it was read: %+v", into)
			}
		})
	}
	list := []byte(first + "list = [" + strings.Repeat("\"\",", most-3) + "]\n")
	for name, text := range map[string][]byte{
		"a list":          list,
		"signs in a text": []byte("headline = \"" + strings.Repeat("=,.[{", most) + "\""),
	} {
		t.Run(name, func(t *testing.T) {
			var into, saved file
			if err := Decode(text, &into); err != nil || into.Headline == "" {
				t.Error(err)
			}
			if found := Salvage(text, &saved, check); len(found) > 0 || saved.Headline == "" {
				t.Error(found)
			}
		})
	}
	var own file
	if err := DecodeOwn(bytes.Replace(list, []byte("]"), []byte(strings.Repeat("\"\",", 9)+"]"), 1), &own); err != nil || len(own.List) != most+6 {
		t.Errorf("what the program has written is not read: %v", err)
	}
}

// A long file with a mistake is told by its line and not read statement by statement, which
// would take seconds.
func TestLongAndBroken(t *testing.T) {
	type file struct {
		Headline string `toml:"headline"`
	}
	check := func(string, any) *Fault { return nil }
	broken := "headline = \"Встреча\"\nстранно\n"
	var into file
	if found := Salvage([]byte(broken+strings.Repeat("\n", apart)), &into, check); len(found) != 1 || found[0].Line != 2 || found[0].Why != NoTOML || into.Headline != "" {
		t.Errorf("%+v, %+v", found, into)
	}
	if found := Salvage([]byte(broken+strings.Repeat("\n", apart-2)), &into, check); len(found) != 1 || into.Headline == "" {
		t.Errorf("not too long: %+v, %+v", found, into)
	}
}

// A note of many lines takes memory as the lines do, not as their square.
func TestLongNote(t *testing.T) {
	note := func(lines int) string { return keptMark + "a: b\n" + strings.Repeat(moreMark+"c\n", lines) }
	read := func(text string) uint64 { return growthtest.Allocated(func() { kept(text) }) }
	small, large := read(note(1000)), read(note(10_000))
	if large > 20*small {
		t.Errorf("ten times the lines take %d bytes, not %d", large, small)
	}
	if found := kept(note(2) + keptMark + "d: e\n" + moreMark + "f\n"); len(found) != 2 || found[0].Text != "b\nc\nc" || found[1].Text != "e\nf" || found[1].Line != 4 {
		t.Errorf("%+v", found)
	}
}

// Where it goes too deep is known to the letter, also right below a comment.
func TestWhereItIsTooDeep(t *testing.T) {
	open := strings.Repeat("[", deepest)
	for name, text := range map[string]string{"at the beginning": "", "below a comment": "# Встреча\n", "below an empty comment": "#\n"} {
		t.Run(name, func(t *testing.T) {
			if at := tooDeep(text + open); at != -1 {
				t.Errorf("as deep as may be: %d", at)
			}
			if at, want := tooDeep(text+open+"["), len(text)+deepest; at != want {
				t.Errorf("one more: %d, want %d", at, want)
			}
		})
	}
}

// A file that opens a string in every line and closes none is looked through once: with the
// square of its lines this one would take days.
func TestOpenInEveryLine(t *testing.T) {
	if at := tooDeep("a = 1\n" + strings.Repeat("\\\"\"\"\n", 2_000_000)); at >= 0 {
		t.Error(at)
	}
}

// TestLongFilesAreToldByTheirLine: a file that is longer than anybody writes is not looked through
// statement by statement, which would take gigabytes; its line, key and reason are told all the same.
func TestLongFilesAreToldByTheirLine(t *testing.T) {
	type file struct {
		Headline string `toml:"headline"`
		Blocks   []struct {
			Text string `toml:"text"`
		} `toml:"blocks"`
	}
	begun := "headline = \"Встреча\"\n" + strings.Repeat("[[blocks]]\ntext = \"раз\"\n", explained/20)
	lines := 1 + strings.Count(begun, "\n")
	for name, tt := range map[string]struct {
		text, key, shown string
		why              Reason
	}{
		"a key":         {"strange = 1\n", "blocks.strange", "strange = 1", Unknown},
		"a quoted key":  {"\"странно\" = 1\n", "blocks.странно", "\"странно\" = 1", Unknown},
		"a table":       {"[strange.a]\nb = 1\n", "strange.a", "[strange.a]", Unknown},
		"no TOML":       {"раз два\n", "", "раз два", NoTOML},
		"no UTF-8":      {"text = \"\xff\"\n", "", "text = \"\ufffd\"", NoUTF8},
		"given already": {"text = \"два\"\n", "", "text = \"два\"", NoTOML},
	} {
		t.Run(name, func(t *testing.T) {
			var into file
			var fault Fault
			err := Decode([]byte(begun+tt.text+strings.Repeat("[[blocks]]\n", 9)), &into)
			if !errors.As(err, &fault) || fault.Line != lines || fault.Key != tt.key || fault.Text != tt.shown || fault.Why != tt.why {
				t.Errorf("got %+v, want line %d", fault, lines)
			}
		})
	}
}
