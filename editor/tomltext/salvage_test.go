package tomltext

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

type card struct {
	Name   string            `toml:"name"`
	Age    int               `toml:"age,omitempty"`
	Phones []phone           `toml:"phones,omitempty"`
	Forms  map[string]string `toml:"forms,omitempty"`
}

type phone struct {
	Number string `toml:"number"`
	Kind   string `toml:"kind"`
}

type sample struct {
	Theme  string   `toml:"theme,omitempty"`
	On     bool     `toml:"on,omitempty"`
	Width  float64  `toml:"width,omitempty"`
	List   []string `toml:"list,omitempty"`
	Office office   `toml:"office"`
	Cards  []card   `toml:"cards,omitempty"`
}

type office struct {
	Name string `toml:"name,omitempty"`
	Site string `toml:"site,omitempty"`
}

func checkSample(key string, value any) *Fault {
	switch v := value.(type) {
	case phone:
		if v.Kind == "telex" {
			return &Fault{Key: "kind", Why: Misfit, Fits: "phone, fax"}
		}
	case card:
		if v.Name == "" {
			return &Fault{Why: Unnamed}
		}
	case string:
		if key == "theme" && v != "dark" {
			return &Fault{Why: Misfit, Fits: "dark"}
		}
	}
	return nil
}

func salvage(text string) (sample, []Fault) {
	var s sample
	return s, Salvage([]byte(text), &s, checkSample)
}

func TestSalvage(t *testing.T) {
	good := sample{Theme: "dark", Office: office{Name: "Совет", Site: "council.example"}, Cards: []card{{Name: "А"}, {Name: "Б"}}}
	rest := "\n[office]\nname = \"Совет\"\nsite = \"council.example\"\n[[cards]]\nname = \"А\"\n[[cards]]\nname = \"Б\"\n"
	with := func(change func(*sample)) sample {
		s := good
		change(&s)
		return s
	}
	for name, c := range map[string]struct {
		text   string
		want   sample
		faults []string // line key reason
	}{
		"nothing wrong":            {"theme = \"dark\"" + rest, good, nil},
		"a byte order mark, CRLF":  {"\ufeff" + strings.ReplaceAll("theme = \"dark\""+rest, "\n", "\r\n"), good, nil},
		"an unknown key":           {"theme = \"dark\"\ncolour = 1" + rest, good, []string{"2 colour unknown"}},
		"an unknown table":         {"theme = \"dark\"" + rest + "[more]\na = 1\nb = 2", good, []string{"9 more unknown"}},
		"a key in capitals":        {"THEME = \"dark\"" + rest, good, nil},
		"a wrong one in capitals":  {"THEME = \"pink\"\nOn = 5" + rest, with(func(s *sample) { s.Theme = "" }), []string{"1 theme value", "2 on truth"}},
		"capitals in a list":       {"theme = \"dark\"" + rest + "[[cards.PHONES]]\nnumber = \"2\"\nKIND = \"telex\"\n", with(func(s *sample) { s.Cards[1].Phones = nil }), []string{"9 cards.phones.kind value"}},
		"the key in capitals too":  {"theme = \"dark\"\nTHEME = \"x\"" + rest, good, []string{"2 THEME unknown"}},
		"a wrong type":             {"theme = \"dark\"\non = \"yes\"\nwidth = \"5\"" + rest, good, []string{"2 on truth", "3 width number"}},
		"a text that is a number":  {"theme = \"dark\"" + strings.Replace(rest, "\"council.example\"", "5", 1), with(func(s *sample) { s.Office.Site = "" }), []string{"4 office.site text"}},
		"a value that cannot be":   {"theme = \"pink\"" + rest, with(func(s *sample) { s.Theme = "" }), []string{"1 theme value"}},
		"an open quote":            {"theme = \"dark\"\nlist = \"x" + rest, good, []string{"2 list syntax"}},
		"an open long quote":       {"theme = \"dark\"\nlist = \"\"\"x" + rest, good, []string{"2 list syntax"}},
		"an open list":             {"theme = \"dark\"\nlist = [\"x\"," + rest, good, []string{"2 list syntax"}},
		"no value":                 {"theme = \"dark\"\nlist = " + rest, good, []string{"2 list syntax"}},
		"no sign of equality":      {"theme = \"dark\"\nlist \"x\"" + rest, good, []string{"2 list syntax"}},
		"not a word of TOML":       {"theme = \"dark\"\nТема: тёмная" + rest, good, []string{"2  syntax"}},
		"a key twice":              {"theme = \"dark\"\ntheme = \"x\"" + rest, good, []string{"2 theme twice"}},
		"a table twice":            {"theme = \"dark\"" + rest + "[office]\nname = \"x\"\n", good, []string{"9 office twice mended", "10 office.name twice"}},
		"a table goes on":          {"theme = \"dark\"\n[office]\nname = \"Совет\"\n[[cards]]\nname = \"А\"\n[[cards]]\nname = \"Б\"\n[office]\nsite = \"council.example\"\n", good, []string{"8 office twice mended"}},
		"a header without bracket": {"theme = \"dark\"" + strings.Replace(rest, "[office]", "[office", 1), good, []string{"2 office syntax mended"}},
		"a list's header with one": {"theme = \"dark\"" + strings.Replace(rest, "[[cards]]\nname = \"Б\"", "[cards]\nname = \"Б\"", 1), good, []string{"7 cards list mended"}},
		"a table as a list":        {"theme = \"dark\"" + strings.Replace(rest, "[office]", "[[office]]", 1), good, []string{"2 office table mended"}},
		"a header nobody can read": {"theme = \"dark\"" + rest + "[[cards]\"x]\nname = \"В\"\n[[cards]]\nname = \"Г\"", with(func(s *sample) { s.Cards = append(s.Cards[:2:2], card{Name: "Г"}) }), []string{"9 cards syntax"}},
		"a value and a table":      {"theme = \"dark\"\noffice.name = \"Совет\"\noffice.site = \"council.example\"" + rest, good, []string{"4 office twice", "5 office.name twice", "6 office.site twice"}},
		"bytes that are no UTF-8":  {"theme = \"dark\"\nlist = [\"\xf0\xf3\"]" + rest, good, []string{"2 list encoding"}},
		"NUL":                      {"theme = \"dark\"\n\x00" + rest, good, []string{"2  syntax"}},
		"a card without a name":    {"theme = \"dark\"" + rest + "[[cards]]\nage = 7\n[[cards.phones]]\nnumber = \"1\"\n", good, []string{"9 cards unnamed"}},
		"one of a list":            {"theme = \"dark\"\nlist = [\"x\", 5, \"y\"]" + rest, with(func(s *sample) { s.List = []string{"x", "y"} }), []string{"2 list text"}},
		"one phone of a card": {
			"theme = \"dark\"" + rest + "[[cards.phones]]\nnumber = \"1\"\nkind = \"fax\"\n[[cards.phones]]\nnumber = \"2\"\nkind = \"telex\"\n",
			with(func(s *sample) { s.Cards = []card{{Name: "А"}, {Name: "Б", Phones: []phone{{"1", "fax"}}}} }),
			[]string{"14 cards.phones.kind value"},
		},
		"one in an inline list": {
			"theme = \"dark\"\ncards = [\n{name = \"А\"},\n{age = 1},\n{name = \"Б\", forms = {a = \"x\", b = 5}}]\n[office]\nname = \"Совет\"\nsite = \"council.example\"\n",
			with(func(s *sample) { s.Cards = []card{{Name: "А"}, {Name: "Б", Forms: map[string]string{"a": "x"}}} }),
			[]string{"2 cards unnamed", "2 cards.forms.b text"},
		},
		"a number for cards": {"theme = \"dark\"\ncards = 5\n[office]\nname = \"Совет\"\nsite = \"council.example\"\n", with(func(s *sample) { s.Cards = nil }), []string{"2 cards list"}},
		"a table for texts":  {"theme = \"dark\"" + rest + "[list]\na = \"x\"\n", good, []string{"9 list list"}},
		"all lists as texts": {"theme = \"dark\"\nlist = \"x\"" + rest, good, []string{"2 list list"}},
		"nothing but noise":  {"}}}{{{\n=\n[[[\n\"", sample{}, []string{"1  syntax", "2  syntax", "3  syntax"}},
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
				if f.Text == "" {
					t.Errorf("%s: without its text", line)
				}
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %+v", got)
			}
			if !slices.Equal(told, c.faults) {
				t.Errorf("told %q", told)
			}
		})
	}
}

func TestWhatIsKeptIsFoundAgain(t *testing.T) {
	s, faults := salvage("theme = \"pink\"\n[[cards]]\nage = 7\n[[cards.phones]]\nnumber = \"\x01\"\n")
	text, err := Encode(s)
	if err != nil {
		t.Fatal(err)
	}
	notes := Keep(faults)
	again, found := salvage(string(notes) + string(text))
	if !reflect.DeepEqual(again, s) || len(found) != len(faults) {
		t.Fatalf("got %+v, %v of %v", again, found, faults)
	}
	for i, f := range found {
		if f.Why != KeptAside || f.Key != faults[i].Key {
			t.Errorf("%+v of %+v", f, faults[i])
		}
	}
	if string(Keep(found)) != string(notes) {
		t.Errorf("kept again as %q, not %q", Keep(found), notes)
	}
}

// TestWhatAMessageQuotes: the first line of a piece, and no more of it than is read at a
// glance; a note of the file holds all of it, but for what TOML cannot.
func TestWhatAMessageQuotes(t *testing.T) {
	for text, want := range map[string]string{
		"a = 1": "a = 1", " a = 1 \n": "a = 1 …", "a = [\n1]": "a = [ …", strings.Repeat("щ", 80): strings.Repeat("щ", 80), strings.Repeat("щ", 81): strings.Repeat("щ", 80) + " …",
	} {
		if _, args := (Fault{Text: text}).Fact(); args["Text"] != want {
			t.Errorf("%q is quoted as %q", text, args["Text"])
		}
	}
	notes := string(Keep([]Fault{{Key: "a\x01b", Text: "a = \"\tx\x02\ufffd\"\nmore"}, {Key: "mended", Text: "c", Mended: true}}))
	if want := "#? a?b: a = \"\tx??\"\n#+ more\n"; !strings.HasPrefix(notes, want) || strings.Contains(notes, "mended") {
		t.Errorf("got %q", notes)
	}
}

// shy is a text that does not come back as it was.
type shy string

func (s shy) MarshalText() ([]byte, error) { return []byte(s), nil }

func (s *shy) UnmarshalText(text []byte) error { *s = shy(strings.TrimSpace(string(text))); return nil }

func TestOnlyWhatComesBackIsWritten(t *testing.T) {
	type file struct {
		Name shy `toml:"name"`
	}
	check := func(string, any) *Fault { return nil }
	if data, err := EncodeProven(file{"а"}, check); err != nil || string(data) != "name = \"а\"\n" {
		t.Errorf("got %q, %v", data, err)
	}
	var unwritable *UnwritableError
	if _, err := EncodeProven(file{" а"}, check); !errors.As(err, &unwritable) || unwritable.Fault.Text != "name = \" а\"" {
		t.Errorf("got %v", err)
	}
	if _, err := EncodeProven(sample{Cards: []card{{Age: 1}}}, checkSample); !errors.As(err, &unwritable) || unwritable.Fault.Why != Unnamed {
		t.Errorf("got %v", err)
	}
}

// TestSalvageIsBounded reads files that make each line look for an end it never finds.
func TestSalvageIsBounded(t *testing.T) {
	for name, line := range map[string]string{
		"lists": "a = [\n", "long texts": "a = \"\"\"\n", "headers": "[a\n", "conflicts": "a.b = 1\n[a]\n", "lists of tables": "[[a]]\nb = [\n",
		"cards without a name": "[[cards]]\nage = 1\n",
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			salvage(strings.Repeat(line, 60_000/len(line)))
			if took := time.Since(begun); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// noForms is a map of another type, which the decoder passes over in silence.
func noForms(f Fault) bool { return f.Key == "cards.forms" && f.Why == NoTable }

// withoutComments leaves out the lines that say nothing.
func withoutComments(data []byte) []byte {
	var said []byte
	for line := range bytes.Lines(data) {
		if text := bytes.TrimSpace(line); len(text) > 0 && text[0] != '#' {
			said = append(said, line...)
		}
	}
	return said
}

func FuzzSalvage(f *testing.F) {
	f.Add([]byte("theme = \"dark\"\nlist = [\"x\", 'y', \"\"\"z\n\"\"\"]\n[office]\nname = \"Совет\" # да\n[[cards]]\nname = \"А\"\nforms = {a = \"x\"}\n[[cards.phones]]\nkind = \"fax\"\n"))
	f.Add([]byte("[a\n[[b]\nc = \"\nd = [\n'"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var strict, lenient sample
		err := Decode(data, &strict)
		faults := Salvage(data, &lenient, func(string, any) *Fault { return nil })
		if err == nil && (!reflect.DeepEqual(strict, lenient) || len(kept(string(data))) != len(faults)) && !slices.ContainsFunc(faults, noForms) {
			t.Errorf("%q is read as %+v and as %+v, %v", data, strict, lenient, faults)
		}
		if err != nil && len(faults) == 0 && Decode(withoutComments(data), &sample{}) != nil {
			t.Errorf("%q: %v is not told", data, err)
		}
		if err == nil { // taken apart and put together it says the same
			var whole map[string]any
			d := parse(string(data))
			tree, meta := d.decode()
			again := map[string]any{}
			for name, value := range tree {
				var v any
				if err := meta.PrimitiveDecode(value, &v); err != nil {
					t.Fatal(err)
				}
				again[name] = v
			}
			if _, err := toml.Decode(string(data), &whole); err != nil || len(d.faults) > 0 || len(whole)+len(again) > 0 && fmt.Sprint(whole) != fmt.Sprint(again) {
				t.Errorf("%q is parted wrongly: %v, %v, not %v", data, d.faults, again, whole)
			}
		}
		text, err := Encode(lenient)
		if err != nil {
			return
		}
		var back sample
		if err := Decode(append(Keep(faults), text...), &back); err != nil {
			t.Errorf("%q with its notes: %v", data, err)
		}
	})
}
