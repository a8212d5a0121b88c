package typography

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"communique/editor/growthtest"
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

// TestKindsOfEdits: each kind goes out by its own name, and there is a text for each.
func TestKindsOfEdits(t *testing.T) {
	typesetter := Typesetter{Spell: func(w string) string { return strings.ReplaceAll(w, "ё", "е") }}
	var names []string
	for text, kind := range map[string]Kind{
		`"слово"`: "quotes", "Слово - слово": "dashes", "10-15": "ranges", "№ 5": "no-break", "слово , слово": "spacing", "слово...": "ellipses",
		"N 5": "numero", "5-ый": "ordinals", "об'ект": "apostrophes", "ещё": "yo",
	} {
		names = append(names, string(kind))
		if !slices.ContainsFunc(typesetter.Edits(text), func(e Edit) bool { return e.Kind == kind }) {
			t.Errorf("%s: no edit is of the kind %s, of %+v", text, kind, typesetter.Edits(text))
		}
	}
	slices.Sort(names)
	all := Kinds()
	slices.Sort(all)
	if fmt.Sprint(names) != fmt.Sprint(all) {
		t.Errorf("%v, the kinds are %v", names, all)
	}
}

// TestEveryMarkIsPartOfItsLetter: a word with a stress, or another mark, is one word.
func TestEveryMarkIsPartOfItsLetter(t *testing.T) {
	for r := rune(0x2fe); r < 0x373; r++ {
		words := 0
		for _, token := range tokens("сло" + string(r) + "во") {
			if token.kind == word {
				words++
			}
		}
		if want := map[bool]int{true: 1, false: 2}[unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)]; words != want {
			t.Errorf("%U: %d words", r, words)
		}
	}
}

// TestLongQuotations: one that does not begin each paragraph with its mark runs over ten at most. What is quoted in its
// last paragraph is quoted within it, or, where it ran on for too long, by itself.
func TestLongQuotations(t *testing.T) {
	for paragraphs := 2; paragraphs < 15; paragraphs++ {
		between := strings.Repeat("\nслово", paragraphs-2)
		inner := "„имя“"
		if paragraphs > 10 {
			inner = "«имя»"
		}
		if got, want := (Typesetter{}).Text(`"слово`+between+"\nслово \"имя\" слово\""), "«слово"+between+"\nслово "+inner+" слово»"; got != want {
			t.Errorf("over %d paragraphs: %q", paragraphs, got)
		}
		above := strings.Repeat("слово\n", 20)
		if got, want := (Typesetter{}).Text(above+`"слово`+between+"\nслово \"имя\" слово\""), above+"«слово"+between+"\nслово "+inner+" слово»"; got != want {
			t.Errorf("over %d paragraphs, below others: %q", paragraphs, got)
		}
		between = strings.Repeat("\n\"слово", paragraphs-2)
		if got, want := (Typesetter{}).Text(`"слово`+between+"\n\"слово \"имя\" слово\""), "«слово"+strings.ReplaceAll(between, `"`, "«")+"\n«слово „имя“ слово»"; got != want {
			t.Errorf("over %d paragraphs, each with its mark: %q", paragraphs, got)
		}
	}
}

// TestManyMarksWithoutTheirSpaces: what one line needs grows with it, and not with its square.
func TestManyMarksWithoutTheirSpaces(t *testing.T) {
	allocated := func(n int) uint64 {
		text := strings.Repeat(`ООО"Пример" `, n)
		return growthtest.Allocated(func() {
			if got := (Typesetter{}).Text(text); !strings.HasPrefix(got, "ООО\u00a0«Пример» ") {
				t.Fatal(got[:80])
			}
		})
	}
	allocated(100) // reads the tables
	if few, many := allocated(100), allocated(800); many > 20*few {
		t.Errorf("%d bytes for 100, %d for 800", few, many)
	}
}
