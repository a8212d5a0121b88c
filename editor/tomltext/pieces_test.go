package tomltext

import (
	"errors"
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
		"long quotes in a list of lines":   {"?\nlist = [\n\"\"\"x]\n\"\"\"\"\",\n'''y]'''',\n\"\"\"\"\"\"]" + rest, list("x]\n\"\"", "y]'", ""), "1  syntax"},
		"escapes in a list of lines":       {"?\nlist = [\n\"a\\\"]\",\n'b\\',\n\"c\\\\\"]" + rest, list("a\"]", "b\\", "c\\"), "1  syntax"},
		"a string open in a list of lines": {"?\nlist = [\n\"a,\n\"b\"]" + rest, good, "1  syntax, 2 list syntax, 3 a syntax, 4 b syntax"},
		"a remark ends an open list":       {"?" + rest + "list = [\n\"x\" # y]", good, "1  syntax, 6 cards.list syntax, 7 cards.x syntax"},
		"a brace in a list of lines":       {"?\nlist = [\n\"x\"]\ncards = [\n{name = \"А\"}\n]\n[office]\nname = \"Совет\"\n", list("x"), "1  syntax"},
		"a quote that opens a key":         {"?\n\"list = [\"x\"]" + rest, good, "1  syntax, 2 list syntax"},
		"a header whose quote is open":     {"?" + rest + "[\"cards]\nage = 1\n", good, "1  syntax, 6 cards syntax"},
		"a header without its last sign":   {"?\n[[cards]\nname = \"А\"\n[office\nname = \"Совет\"\n", good, "1  syntax, 2 cards syntax mended, 4 office syntax mended"},
		"an indented header":               {"?\n \t[office]\nname = \"Совет\"\n  [[cards]]\nname = \"А\"\n", good, "1  syntax"},
		"names at the edges of letters":    {"z9 x\nA x\nZ x\na x\n0 x\n_-.z x" + rest, good, "1 z9 syntax, 2 A syntax, 3 Z syntax, 4 a syntax, 5 0 syntax, 6 _-.z syntax"},
		"names beyond letters":             {"/x\n:x\n@x\n[x\n`x\n{x" + rest, good, "1  syntax, 2  syntax, 3  syntax, 4 x syntax mended, 4 x unknown, 5 x syntax, 6 x syntax"},
		"a contradiction below many lines": {"list = [\n\"x\",\n\"y\"]\noffice.name = \"Совет\"\n[office.name]\nx = 1\n[[cards]]\nname = \"А\"\n", list("x", "y"), "5 office.name twice"},
		"a key of every sign":              {"my_key-2 = = 1" + rest, good, "1 my_key-2 syntax"},
		"a path of keys":                   {"a_b.c-d.9 = = 1" + rest, good, "1 a_b.c-d.9 syntax"},
		"an open string, then all":         {"list = [\"x]\ntheme = \"dark\"" + rest, without(func(s *sample) { s.Theme = "dark" }), "1 list syntax"},
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

// TestContradictionsAllOver: a file that contradicts itself more often than anybody would is
// not read by halves, and all of it is told, each table in its own words.
func TestContradictionsAllOver(t *testing.T) {
	var text strings.Builder
	text.WriteString("theme = \"dark\"\n")
	for n := range mostConflicts + 6 {
		fmt.Fprintf(&text, "[a%d.b]\nx = 1\n[a%d]\nb = 2\n", n, n)
	}
	got, faults := salvage(text.String())
	if !reflect.DeepEqual(got, sample{}) {
		t.Errorf("read %+v", got)
	}
	told := map[string]bool{}
	for _, f := range faults {
		if told[f.Text] = true; f.Line < 1 {
			t.Errorf("%q stands in line %d", f.Text, f.Line)
		}
	}
	var first Fault
	if err := Decode([]byte(text.String()), &sample{}); !errors.As(err, &first) || first.Line != 5 {
		t.Errorf("the file is refused for %v", err)
	}
	for _, want := range []string{"theme = \"dark\"", "[a0.b]\nx = 1", "[a69.b]\nx = 1", "b = 2", "[a69]\nb = 2"} {
		if !told[want] {
			t.Errorf("%q is not told", want)
		}
	}
}

// TestWhatIsLeftOutWithAValue: a phone that is left out for its kind is told with all its
// lines, so that it can be kept aside whole.
func TestWhatIsLeftOutWithAValue(t *testing.T) {
	_, faults := salvage("[[cards]]\nname = \"А\"\n[[cards.phones]]\nnumber = \"1\"\nkind = \"telex\"\n")
	want := Fault{Line: 5, Key: "cards.phones.kind", Text: "kind = \"telex\"", Whole: "[[cards.phones]]\nnumber = \"1\"\nkind = \"telex\"", Why: Misfit, Fits: "phone, fax"}
	if !reflect.DeepEqual(faults, []Fault{want}) {
		t.Errorf("told %+v", faults)
	}
	_, faults = salvage("office.name = 1\noffice.site = \"council.example\"\n[[office.x]]\n")
	if len(faults) == 0 || faults[0].Text != "office.name = 1" {
		t.Errorf("told %+v", faults)
	}
}

// TestANameWithoutATag: a value that has no name in the file's own words is called as the
// program calls it, and one that is not to be read is unknown.
func TestANameWithoutATag(t *testing.T) {
	var v struct {
		Plain  string
		Hidden string `toml:"-"`
		own    string
	}
	faults := Salvage([]byte("Plain = \"x\"\nHidden = \"y\"\nown = \"z\"\n"), &v, func(string, any) *Fault { return nil })
	if v.Plain != "x" || v.Hidden != "" || v.own != "" || len(faults) != 2 || faults[0].Key != "Hidden" || faults[1].Key != "own" {
		t.Errorf("got %+v, told %+v", v, faults)
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
