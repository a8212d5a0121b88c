package tomltext

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// TestWhereAPieceEnds: beside a line that is no TOML each piece of a file is read to its
// own end, whatever its quotes, brackets and remarks hold.
func TestWhereAPieceEnds(t *testing.T) {
	rest := "\n[office]\nname = \"Совет\"\n[[cards]]\nname = \"А\"\n"
	good := sample{Office: office{Name: "Совет"}, Cards: []card{{Name: "А"}}}
	list := func(texts ...string) sample {
		s := good
		s.List = texts
		return s
	}
	without := func(change func(*sample)) sample {
		s := good
		change(&s)
		return s
	}
	for name, c := range map[string]struct {
		text   string
		want   sample
		faults string
	}{
		"a remark in a list":      {"?\nlist = [\"x\", # \"one]\n\"y\"] # [\n# \"" + rest, list("x", "y"), "1  syntax"},
		"a remark at last":        {"?" + rest + "# [\"", good, "1  syntax"},
		"five quotes":             {"?\nlist = [\"\"\"x\"\"\"\"\", '''y'''']" + rest, list("x\"\"", "y'"), "1  syntax"},
		"quotes that are escaped": {"?\nlist = [\"z\\\"]\", '[\\']" + rest, list("z\"]", "[\\"), "1  syntax"},
		"lines in long quotes":    {"?\nlist = [\"\"\"x\ny = [\"\"\"]" + rest, list("x\ny = ["), "1  syntax"},
		"a number for a table":    {"?\noffice = 5\n[[cards]]\nname = \"А\"\n", without(func(s *sample) { s.Office = office{} }), "1  syntax, 2 office table"},
		"two tables for one":      {"?\noffice = [{name = \"а\"}, {name = \"б\"}]\n[[cards]]\nname = \"А\"\n", without(func(s *sample) { s.Office = office{} }), "1  syntax, 2 office table"},
		"a text for forms":        {"?" + rest + "forms = \"x\"\n", good, "1  syntax, 6 cards.forms table"},
		"one card for all":        {"?\ncards = {name = \"А\"}\n[office]\nname = \"Совет\"\n", good, "1  syntax, 2 cards list mended"},
		"one card without a name": {"?\ncards = {age = 1}\n[office]\nname = \"Совет\"\n", without(func(s *sample) { s.Cards = nil }), "1  syntax, 2 cards list mended, 2 cards unnamed"},
		"quotes at the very end":  {"?\n[office]\nname = \"Совет\"\n[[cards]]\nname = \"А\"\nforms = [\"\"\"x\"\"\"", good, "1  syntax, 6 cards.forms syntax"},
		"a value against a table": {"?\n[office.deep]\nx = 1\n[office]\ndeep = 1\nname = \"Совет\"\n[[cards]]\nname = \"А\"\n", good, "1  syntax, 2 office.deep unknown, 5 office.deep twice"},
		"quoted keys":             {"?\n\"a=b\" = 1\n\"list\" = [\"x\"]" + rest, list("x"), "1  syntax, 2 a=b unknown"},
		"quoted headers":          {"?\n'a=b' = 1\n[\"x]y\"]\nz = 1" + rest, good, "1  syntax, 2 a=b unknown, 3 x]y unknown"},
		"lines of Windows":        {"?\r\nlist = [\"x\",\r\n\"y\"]\r\n[office]\r\nname = \"Совет\"\r\n[[cards]]\r\nname = \"А\"\r\n", list("x", "y"), "1  syntax"},
		"letters at the edges":    {"z9 = = 1\nA = = 2\nZ = = 3\na = = 4\n0 = = 5" + rest, good, "1 z9 syntax, 2 A syntax, 3 Z syntax, 4 a syntax, 5 0 syntax"},
		"the same in two cards": {
			"?" + rest + "[[cards.phones]]\nkind = \"telex\"\n[[cards]]\nname = \"Б\"\n[[cards.phones]]\nnumber = \"1\"\nkind = \"telex\"\n",
			without(func(s *sample) { s.Cards = append(s.Cards, card{Name: "Б"}) }), "1  syntax, 7 cards.phones.kind value, 12 cards.phones.kind value",
		},
		"a key of every sign":      {"my_key-2 = = 1" + rest, good, "1 my_key-2 syntax"},
		"a path of keys":           {"a_b.c-d.9 = = 1" + rest, good, "1 a_b.c-d.9 syntax"},
		"an open string, then all": {"list = [\"x]\ntheme = \"dark\"" + rest, without(func(s *sample) { s.Theme = "dark" }), "1 list syntax"},
	} {
		t.Run(name, func(t *testing.T) {
			got, faults := salvage(c.text)
			var told []string
			for _, f := range faults {
				line := fmt.Sprintf("%d %s %s", f.Line, f.Key, f.Why)
				if f.Mended {
					line += " mended"
				}
				told = append(told, line)
			}
			if !reflect.DeepEqual(got, c.want) || strings.Join(told, ", ") != c.faults {
				t.Errorf("got %+v, told %q", got, told)
			}
		})
	}
}

// TestBytesThatAreNoText stand in what is told as what no reader shows.
func TestBytesThatAreNoText(t *testing.T) {
	_, faults := salvage("theme = \"\xf0\xf3\"\nlist = [\"а\xff\"]\n")
	if len(faults) != 2 || faults[0].Text != "theme = \"\ufffd\"" || faults[0].Why != NoUTF8 || faults[1].Text != "list = [\"а\ufffd\"]" {
		t.Errorf("got %+v", faults)
	}
	if got, faults := salvage("\xff = 1\ntheme = \"dark\"\n"); got.Theme != "dark" || len(faults) != 1 || faults[0].Line != 1 {
		t.Errorf("at the very beginning: %+v, %+v", got, faults)
	}
}

// TestSameFaults: two are the same that would be kept in the same words, wherever they stand.
func TestSameFaults(t *testing.T) {
	f := Fault{Line: 1, Key: "a", Text: "a = 1", Why: NoText}
	for _, tt := range []struct {
		other Fault
		same  bool
	}{
		{Fault{Line: 9, Key: "a", Text: " a = 1\n", Why: KeptAside}, true},
		{Fault{Line: 1, Key: "b", Text: "a = 1"}, false},
		{Fault{Line: 1, Key: "a", Text: "a = 2"}, false},
		{Fault{Line: 1, Key: "a", Text: "x", Whole: "a = 1"}, true},
	} {
		if f.Same(tt.other) != tt.same || tt.other.Same(f) != tt.same {
			t.Errorf("%+v", tt.other)
		}
	}
	if all := Errors([]Fault{f, {Key: "b"}}); !reflect.DeepEqual(all, []error{f, Fault{Key: "b"}}) {
		t.Errorf("got %v", all)
	}
}
