package typography

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// caseOf is a text before and after it is set.
type caseOf struct {
	line          int
	about         string
	setter        Typesetter
	before, after string
}

// cases reads testdata/cases.txt, which says how it is written.
func cases(t testing.TB) []caseOf {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("·", "\u00a0", "¶", "\n")
	var all []caseOf
	var c caseOf
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if heading, is := strings.CutPrefix(line, "# "); is {
			c.about, c.setter = heading, houseOf(t, heading)
			continue
		}
		before, after, ok := strings.Cut(line, " → ")
		if !ok {
			t.Fatalf("line %d says no case: %q", n+1, line)
		}
		if after == "=" {
			after = before
		}
		c.line, c.before, c.after = n+1, plain.Replace(before), plain.Replace(after)
		all = append(all, c)
	}
	return all
}

// houseOf reads the usages that a heading names.
func houseOf(t testing.TB, heading string) Typesetter {
	t.Helper()
	var s Typesetter
	_, usages, _ := strings.Cut(heading, ", house ")
	for _, usage := range strings.Fields(usages) {
		switch name, value, _ := strings.Cut(usage, "="); name {
		case "dash":
			s.House.Dash = Dash(value)
		case "initials":
			s.House.Initials = Initials(value)
		case "quoted":
			s.Quoted = true
		default:
			t.Fatalf("no usage is called %q", usage)
		}
	}
	return s
}

func TestCases(t *testing.T) {
	shown := strings.NewReplacer("\u00a0", "·", "\n", "¶")
	for _, c := range cases(t) {
		if got := c.setter.Text(c.before); got != c.after {
			t.Errorf("cases.txt:%d (%s): %s → %s, want %s", c.line, c.about, shown.Replace(c.before), shown.Replace(got), shown.Replace(c.after))
		}
		holds(t, c.setter, c.before)
	}
}

// A text that belongs to others takes their dash; letters change only where the office
// has ё its own way, and not in what somebody said.
func TestTypesetter(t *testing.T) {
	if got := (Typesetter{}).For("да – нет", "он").Text("да - нет"); got != "да\u00a0– нет" {
		t.Errorf("among texts with the en dash: %q", got)
	}
	plain := Typesetter{Spell: func(w string) string { return strings.ReplaceAll(w, "ё", "е") }}
	if got := plain.Text("Ещё «ещё» ёлка"); got != "Еще «ещё» елка" {
		t.Errorf("without ё: %q", got)
	}
	want := []Counted{{Quotes, 2}, {Dashes, 1}, {NoBreak, 1}, {YoKind, 1}}
	if got := Count(plain.Edits("Ещё «ещё» \"елка\" - да")); !slices.Equal(got, want) {
		t.Errorf("counted: %v", got)
	}
}
