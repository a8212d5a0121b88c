package draft

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/document"
	"communique/editor/release"
)

// marked is a release with every kind of block and with marks on their texts.
func marked() release.Release {
	r := release.New("ru")
	bold := func(start, end int) []release.Mark {
		return []release.Mark{{Start: start, End: end, Style: release.Bold}}
	}
	r.Lead, r.LeadMarks = "Первый абзац", bold(0, 6)
	r.Blocks = []release.Block{
		{ID: 3, Kind: release.Paragraph, Text: "Второй абзац", Marks: bold(7, 12)},
		{ID: 1, Kind: release.Subheading, Text: "Итоги", Marks: bold(0, 5)},
		{ID: 7, Kind: release.Quotation, Text: "Мы рады", Speaker: "Анна Пробная", Marks: bold(0, 2)},
		{ID: 2, Kind: release.List, Text: "раз\nдва", First: 3, Marks: bold(4, 7)},
		{ID: 5, Kind: release.Table, Text: "Год\tЧисло\n2024\t7", Marks: bold(0, 9)},
		{ID: 6, Kind: release.Picture, Text: "На встрече", Picture: strings.Repeat("0a", 32), Author: "Анна", Alternative: "Двое", Marks: bold(3, 10)},
		{ID: 8, Kind: release.Rule},
		{ID: 9, Kind: release.Paragraph, Text: "Третий"},
	}
	return r
}

// shape writes down what a text cannot say: IDs and what is bold.
func shape(r release.Release) string {
	var b strings.Builder
	write := func(text string, marks []release.Mark) {
		for _, run := range release.Runs(text, marks) {
			if run.Bold {
				b.WriteString("*" + run.Text + "*")
			} else {
				b.WriteString(run.Text)
			}
		}
	}
	write(r.Lead, r.LeadMarks)
	for _, block := range r.Blocks {
		b.WriteString("|" + string(rune('0'+block.ID)) + string(block.Kind[0])) //nolint:gosec // a digit
		write(block.Text, block.Marks)
		if block.Speaker != "" {
			b.WriteString("—" + block.Speaker)
		}
	}
	return b.String()
}

// TestTypingKeepsWhatATextCannotSay edits the body as text; the blocks keep their IDs
// and their marks.
func TestTypingKeepsWhatATextCannotSay(t *testing.T) {
	const whole = "*Первый* абзац|3pВторой *абзац*|1s*Итоги*|7q*Мы* рады—Анна Пробная|2lраз\n*два*|5t*Год\tЧисло*\n2024\t7|6pНа *встрече*|8r|9pТретий"
	for name, tt := range map[string]struct {
		old, typed string
		want       [2]string // what of whole becomes what
	}{
		"in plain words":             {"Второй аб", "Второй новый аб", [2]string{"|3pВторой *абзац*", "|3pВторой новый *абзац*"}},
		"within bold words":          {"абзац\n\n# ", "абз-ац\n\n# ", [2]string{"Второй *абзац*", "Второй *абз-ац*"}},
		"in the lead":                {"Первый аб", "Первый, аб", [2]string{"*Первый* аб", "*Первый*, аб"}},
		"a paragraph parted":         {"Второй абзац", "Второй\n абзац", [2]string{"|3pВторой *абзац*", "|3pВторой|ap *абзац*"}},
		"a new paragraph":            {"# Итоги", "Новый\n# Итоги", [2]string{"|1s", "|apНовый|1s"}},
		"one taken away":             {"# Итоги\n\n", "", [2]string{"|1s*Итоги*", ""}},
		"an item more":               {"#4 два", "#4 два\n#5 три", [2]string{"*два*", "*два*\nтри"}},
		"another kind":               {"# Итоги", "> Итоги", [2]string{"|1s*Итоги*|7q*Мы* рады—Анна Пробная", "|1q*Итоги*|7q*Мы* рады—Анна Пробная"}},
		"a cell":                     {"2024 | 7", "2024 | 77", [2]string{"\n2024\t7", "\n2024\t77"}},
		"a caption":                  {"На встрече", "На вторых встречах", [2]string{"|6pНа *встрече*", "|6pНа *вторых встречах*"}},
		"the last, after the rule":   {"Третий", "Третий и последний", [2]string{"|9pТретий", "|9pТретий и последний"}},
		"a rule becomes words":       {"---", "слова", [2]string{"|8r", "|8pслова"}},
		"words become a quotation":   {"Второй абзац", "> Второй абзац\n> — Анна", [2]string{"|3pВторой *абзац*", "|3qВторой *абзац*—Анна"}},
		"a quotation becomes words":  {"> Мы рады\n> — Анна Пробная", "Мы рады", [2]string{"|7q*Мы* рады—Анна Пробная", "|7p*Мы* рады"}},
		"another is quoted":          {"Анна Пробная", "Анна Образцова", [2]string{"Анна Пробная", "Анна Образцова"}},
		"a quotation without a name": {"\n> — Анна Пробная", "", [2]string{"—Анна Пробная", ""}},
	} {
		t.Run(name, func(t *testing.T) {
			r := marked()
			s, _ := session(r)
			if got := shape(s.Release()); got != whole {
				t.Fatalf("begins as %q", got)
			}
			text := s.Text(Body)
			if strings.Count(text, tt.old) != 1 {
				t.Fatalf("%q is not once in %q", tt.old, text)
			}
			s.Set(Body, strings.Replace(text, tt.old, tt.typed, 1))
			want := strings.Replace(whole, tt.want[0], tt.want[1], 1)
			if got := strings.ReplaceAll(shape(s.Release()), "|:", "|a"); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if err := s.Release().Validate(); err != nil {
				t.Error(err)
			}
			s.Undo()
			if got := s.Release(); !reflect.DeepEqual(got, r) {
				t.Errorf("after undo %+v", got)
			}
		})
	}
}

// TestBlocksJoined takes out what parts two blocks: the first keeps its ID, both their
// marks, and undo brings the second back as it was.
func TestBlocksJoined(t *testing.T) {
	italic := []release.Mark{{Start: 0, End: 4, Style: release.Italic}}
	for name, blocks := range map[string][2]release.Block{
		"paragraphs":   {{ID: 4, Kind: release.Paragraph, Text: "Один "}, {ID: 2, Kind: release.Paragraph, Text: "Двое", Marks: italic}},
		"lists":        {{ID: 4, Kind: release.List, Text: "Один", First: 3}, {ID: 2, Kind: release.List, Text: "Двое", First: 7, Marks: italic}},
		"quotations":   {{ID: 4, Kind: release.Quotation, Text: "Один", Speaker: "Анна"}, {ID: 2, Kind: release.Quotation, Text: "Двое", Marks: italic}},
		"not of kinds": {{ID: 4, Kind: release.Paragraph, Text: "Один"}, {ID: 2, Kind: release.Subheading, Text: "Двое", Marks: italic}},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Blocks = []release.Block{{ID: 1, Kind: release.Rule}, blocks[0], blocks[1], {ID: 3, Kind: release.Rule}}
			s, _ := session(r)
			joined := blocks[0]
			joined.Text += blocks[1].Text
			s.Set(Body, FormatText("", []release.Block{{Kind: release.Rule}, joined, {Kind: release.Rule}}))
			got := s.Release()
			if err := got.Validate(); err != nil || len(got.Blocks) != 3 || got.Blocks[1].ID != 4 || got.Blocks[1].Text != joined.Text || got.Blocks[2].ID != 3 {
				t.Errorf("joined: %+v, %v", got.Blocks, err)
			}
			if name != "not of kinds" && len(got.Blocks[1].Marks) != 1 {
				t.Errorf("the marks of the second are %v", got.Blocks[1].Marks)
			}
			s.Undo()
			if again := s.Release(); !reflect.DeepEqual(again, r) {
				t.Errorf("after undo %+v", again)
			}
			s.Redo()
			if again := s.Release(); !reflect.DeepEqual(again, got) {
				t.Errorf("after redo %+v", again)
			}
		})
	}
}

// TestAnyEditOfTheBodyIsSound types anywhere into the body of a release with marks and
// pictures: what is said is what was typed, and every step is taken back exactly.
func TestAnyEditOfTheBodyIsSound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 11))
	for range 300 {
		r := marked()
		s, c := session(r)
		steps := []release.Release{s.Release()}
		for range 12 {
			letters := []rune(s.Text(Body))
			from := random.IntN(len(letters) + 1)
			to := min(len(letters), from+random.IntN(9))
			c.t = c.t.Add(typingPause)
			if s.Set(Body, string(letters[:from])+randomText(random)+string(letters[to:])) {
				steps = append(steps, s.Release())
			}
			now := s.Release()
			lead, blocks := ParseText(s.Text(Body))
			if err := now.Validate(); err != nil {
				t.Fatal(err)
			}
			if now.Lead != lead || !slices.EqualFunc(now.Blocks, blocks, alike) {
				t.Fatalf("%q is\n%+v\nnot %+v", s.Text(Body), now.Blocks, blocks)
			}
		}
		for i := len(steps) - 2; i >= 0; i-- {
			s.Undo()
			if got := s.Release(); !reflect.DeepEqual(got, steps[i]) {
				t.Fatalf("step %d is taken back to\n%+v\nnot %+v", i, got, steps[i])
			}
		}
	}
}

// TestApply makes a transaction beside typing: undo goes through both in their order.
func TestApply(t *testing.T) {
	s, c := session(marked())
	var heard []Change
	s.Listen(func(c Change) { heard = append(heard, c) })
	c.t = c.t.Add(typingPause)
	s.Set(Body, strings.Replace(s.Text(Body), "Третий", "Третий\n\n\n", 1)) // lines that say nothing
	typed := s.Text(Body)
	d := s.Document()
	lead := release.TextID{Field: release.LeadField}
	ops := document.Transaction{
		d.Marking(lead, release.Mark{Start: 7, End: 12, Style: release.Italic}, true),
		document.Add{After: 9, Block: release.Block{ID: d.NewID(), Kind: release.Picture, Picture: strings.Repeat("b1", 32), Text: "Ещё"}},
	}
	if err := s.Apply(ops); err != nil {
		t.Fatal(err)
	}
	r := s.Release()
	if len(r.LeadMarks) != 2 || r.Blocks[8].Text != "Ещё" || !strings.HasSuffix(s.Text(Body), "\n\n!"+strings.Repeat("b1", 32)+" Ещё") {
		t.Fatalf("got %+v, %q", r, s.Text(Body))
	}
	if last := heard[len(heard)-1]; last.Field != All || !reflect.DeepEqual(last.Moves, ops) {
		t.Errorf("heard %+v", last)
	}
	s.Undo()
	if s.Text(Body) != typed || len(s.Release().Blocks) != 8 {
		t.Errorf("after one undo %q", s.Text(Body))
	}
	s.Undo()
	if !reflect.DeepEqual(s.Release(), marked()) {
		t.Errorf("after two %+v", s.Release())
	}
	s.Redo()
	s.Redo()
	if !reflect.DeepEqual(s.Release(), r) {
		t.Errorf("redone to %+v", s.Release())
	}
	if err := s.Apply(document.Transaction{document.Remove{Block: release.Block{ID: 99}}}); err == nil || !reflect.DeepEqual(s.Release(), r) {
		t.Errorf("what does not fit changed the draft, %v", err)
	}
}

// TestWhereAPlaceOfTheBodyIs goes through the letters of the body and back.
func TestWhereAPlaceOfTheBodyIs(t *testing.T) {
	s, _ := session(marked())
	letters := []rune(s.Text(Body))
	for p := range s.Release().Passages() {
		if p.Index < 0 || p.Part == release.AuthorPart || p.Part == release.AlternativePart {
			continue
		}
		for i := range []rune(p.Text) {
			at := s.Offset(release.Position{TextID: p.TextID, Offset: i})
			if got := s.BlockAt(at); got != p.Block {
				t.Errorf("letter %d of block %d (%q) is in block %d", i, p.Block, letters[at:min(at+5, len(letters))], got)
			}
		}
	}
	if got := s.BlockAt(0); got != 0 {
		t.Errorf("the lead is block %d", got)
	}
	if got := s.BlockAt(1 << 20); got != 9 {
		t.Errorf("the end is in block %d", got)
	}
}
