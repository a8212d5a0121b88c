package spelling

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/assets/templates"
	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/spelling/hunspell"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestTexts compares what is said of texts of every kind with a list of it.
func TestTexts(t *testing.T) {
	c := New(Params{})
	texts, err := os.ReadFile("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for line := range strings.Lines(string(texts)) {
		said.WriteString(line)
		if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		r := c.Check(line)
		for _, m := range r.Misspelt {
			word := m.Text
			if m.Name {
				word = "[" + word + "]"
			}
			fmt.Fprintf(&said, "\t%d %s: %s\n", m.At, word, strings.Join(c.Suggest(m), ", "))
		}
		fmt.Fprintf(&said, "\t| %d", r.Checked)
		for _, reason := range Reasons() {
			if n := r.Skipped[reason]; n > 0 {
				fmt.Fprintf(&said, ", %s %d", reason, n)
			}
		}
		said.WriteString("\n")
	}
	const golden = "testdata/texts.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(said.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got, wanted := strings.Split(said.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(wanted)) {
		if i >= len(got) || i >= len(wanted) || got[i] != wanted[i] {
			t.Fatalf("line %d\ngot  %s\nwant %s", i+1, got[min(i, len(got)-1)], wanted[min(i, len(wanted)-1)])
		}
	}
}

// TestMistakes measures what is found of mistakes that people make, and what is proposed,
// against the marks that the program sets itself.
func TestMistakes(t *testing.T) {
	c := New(Params{})
	for _, language := range []string{"ru", "en"} {
		list, err := os.ReadFile(filepath.Join("testdata", "mistakes."+language+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		n, found, first, five := 0, 0, 0, 0
		for line := range strings.Lines(string(list)) {
			typed, meant, _ := strings.Cut(strings.TrimSpace(line), "\t")
			n++
			r := c.Check(typed)
			if len(r.Misspelt) == 0 {
				t.Logf("%s is not found", typed)
				continue
			}
			found++
			for i, proposed := range c.Suggest(r.Misspelt[0]) {
				if folded(proposed) == folded(meant) {
					five++
					if i == 0 {
						first++
					}
					break
				}
			}
		}
		t.Logf("%s: of %d found %d, the right word first %d, among five %d", language, n, found, first, five)
		if found*100 < n*95 || first*100 < found*90 || five*100 < found*95 {
			t.Errorf("%s: of %d found %d, the right word first %d, among five %d", language, n, found, first, five)
		}
	}
}

// The program's own templates and sentences are spelt as they should be.
func TestOwnTextsAreRight(t *testing.T) {
	c := New(Params{})
	n := 0
	check := func(name string, text string) {
		r := c.Check(text)
		n += r.Checked
		for _, m := range r.Misspelt {
			if !m.Name {
				t.Errorf("%s: %s (%s)", name, m.Text, strings.Join(c.Suggest(m), ", "))
			}
		}
	}
	for _, language := range []string{"ru", "en"} {
		words, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"command-check", "command-decline-long", "command-snippets"} {
			check(key, words.Text(key))
		}
		files, err := templates.Files.ReadDir(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := templates.Files.ReadFile(language + "/" + file.Name())
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(data)) {
				if _, text, ok := strings.Cut(line, `= "`); ok && strings.Contains(text, " ") && !strings.ContainsAny(text, "{_") {
					check(file.Name(), text)
				}
			}
		}
	}
	if n < 200 {
		t.Errorf("looked %d words up", n)
	}
}

// The embedded words are those that the lists of the compiler make.
func TestCompiledFromItsLists(t *testing.T) {
	c := New(Params{})
	lines := func(name string) []string {
		data, err := os.ReadFile(filepath.Join("compile", name))
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				all = append(all, line)
			}
		}
		return all
	}
	for _, line := range lines("likened.txt") {
		added, like, _ := strings.Cut(line, " ")
		n := 0
		for _, ending := range []string{"", "а", "и", "я", "ь", "о", "ый", "ий", "ой", "овать", "ский", "е"} {
			if c.Has(added + ending) {
				n++
			}
		}
		if n == 0 {
			t.Errorf("%s, like %s, is not compiled", added, like)
		}
	}
	for _, begin := range lines("misspelt.txt") {
		if word, whole := strings.CutSuffix(begin, "."); whole {
			if c.russian.words.Find(word) > 0 {
				t.Errorf("%s is compiled", word)
			}
			continue
		}
		for _, ending := range []string{"", "а", "ый", "о", "ться", "ь"} {
			if c.russian.words.Find(begin+ending) > 0 {
				t.Errorf("%s is compiled", begin+ending)
			}
		}
	}
}

// Names of the registers are known in every case, and proposed first; so are the office's
// own words.
func TestOffice(t *testing.T) {
	cards := register.Registers{
		People: []register.Person{{First: "Мырзабек", Last: "Абырвалгов", Gender: grammar.Masculine, English: "Myrzabek Abyrvalgov", Posts: []register.Post{{Title: "Главный конфузмейстер"}}}},
		Places: []register.Place{{Name: "Пробоград"}}, Organisations: []register.Organisation{{Name: "Совет пробирщиков Пробландии", Short: "Пробсовет"}},
	}
	c := New(Params{Registers: cards, Words: Words{"Кракозябр", "шмурдяковый", "glokaya"}})
	right := "Абырвалговым Мырзабеку Абырвалгова АБЫРВАЛГОВУ конфузмейстером Пробограда Пробограде Пробландии Пробсовет Abyrvalgov Abyrvalgov's Кракозябра Кракозябру шмурдяковый Шмурдяковый шмурдяковых Кракозябрами glokaya Glokaya"
	for word := range strings.FieldsSeq(right) {
		if !c.Has(word) {
			t.Errorf("%s is not known", word)
		}
	}
	for word := range strings.FieldsSeq("абырвалговым кракозябр Абырвалгавым") {
		if c.Has(word) {
			t.Errorf("%s is known", word)
		}
	}
	for typed, want := range map[string]string{"Абырвалгвым": "Абырвалговым", "Прабоград": "Пробоград", "АБЫРВАЛГАВ": "АБЫРВАЛГОВ", "Кракозябо": ""} {
		m := c.Check("слово " + typed).Misspelt
		if len(m) != 1 || !m[0].Name {
			t.Fatalf("%s: %v", typed, m)
		}
		if got := c.Suggest(m[0]); want != "" && (len(got) == 0 || got[0] != want) {
			t.Errorf("%s: %v, not %s first", typed, got, want)
		}
	}
}

// Proposals are written with ё as the house has it.
func TestYo(t *testing.T) {
	for yo, want := range map[grammar.Yo]string{grammar.YoEverywhere: "съёмка", grammar.YoInNames: "съемка", grammar.YoNowhere: "съемка"} {
		c := New(Params{House: grammar.House{Yo: yo}})
		if got := c.Suggest(c.Check("сьёмка").Misspelt[0]); got[0] != want {
			t.Errorf("%q: %v", yo, got)
		}
		for word, right := range map[string]bool{"съемка": true, "съёмка": true, "министёр": false} {
			if c.Has(word) != right {
				t.Errorf("%q: %s is known: %t", yo, word, !right)
			}
		}
	}
}

// Some words are never proposed, however near they are.
func TestUnseemly(t *testing.T) {
	c := New(Params{})
	for _, typed := range []string{"сесс", "секз", "жопп", "мандда", "ffuck", "shhit", "dickk"} {
		for _, m := range c.Check(typed).Misspelt {
			for _, proposed := range c.Suggest(m) {
				if isUnseemly(proposed) {
					t.Errorf("%s: %s", typed, proposed)
				}
			}
		}
	}
	for _, right := range strings.Fields("сессия член мандат анализ сукно трасса секунда assess association title document cockpit analysis") {
		if isUnseemly(right) {
			t.Errorf("%s is never proposed", right)
		}
	}
}

// A dictionary of the folder adds its words, and checks paragraphs in its language.
func TestMoreDictionaries(t *testing.T) {
	d, err := hunspell.Read(strings.NewReader("SET UTF-8\nTRY аеийлнр\nSFX A Y 1\nSFX A 0 лар ."),
		strings.NewReader("8\nмырза/A\nкеле/A\nбарып\nжатыр\nүйүнө\nкечинде\nжалгыз\nмырзабай"))
	if err != nil {
		t.Fatal(err)
	}
	c := New(Params{More: []*hunspell.Dictionary{d}})
	r := c.Check("мырзалар келелар барып жатыр үйүнө кечинде жалгыс")
	if len(r.Misspelt) != 1 || r.Misspelt[0].Text != "жалгыс" {
		t.Fatalf("got %+v", r)
	}
	if got := New(Params{}).Check("мырзалар келелар барып жатыр үйүнө кечинде жалгыс"); len(got.Misspelt) != 0 || got.Skipped[Foreign] != 7 {
		t.Errorf("without a dictionary: %+v", got)
	}
	if !c.Has("мырзалар") {
		t.Error("a word of the folder's dictionary is not known")
	}
}

func TestWords(t *testing.T) {
	w := Words{"совет"}.With("Пробоград", "автослово", "совет", "Пробоград")
	if fmt.Sprint(w) != "[автослово Пробоград совет]" || fmt.Sprint(w.Without("совет")) != "[автослово Пробоград]" {
		t.Errorf("got %v", w)
	}
	data, err := w.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if again, faults := DecodeWords(data); len(faults) > 0 || fmt.Sprint(again) != fmt.Sprint(w) {
		t.Errorf("%s comes back as %v, %v", data, again, faults)
	}
	if _, faults := DecodeWords([]byte("words = [\"два слова\", \"одно\"]")); len(faults) != 1 {
		t.Errorf("two words are one: %v", faults)
	}
	for text, is := range map[string]bool{"слово": true, "два слова": false, "": false, "вице-премьер": true, "слово.": false, "COVID-19": false, "iPhone": true, " слово": false, "я": false} {
		if IsWord(text) != is {
			t.Errorf("%q: %t", text, !is)
		}
	}
}

// TestLongerThanAnyWord holds that nothing is proposed for what is no word for its length:
// every proposal costs time for each of its letters.
func TestLongerThanAnyWord(t *testing.T) {
	c := New(Params{})
	for name, test := range map[string]struct {
		text     string
		proposed bool
	}{
		"a word":         {"агенство-" + strings.Repeat("совет-", 5) + "союз", true},
		"many joined":    {"агенство-" + strings.Repeat("совет-", 20) + "союз", false},
		"a letter":       {strings.Repeat("а", 300_000), false},
		"a Latin letter": {strings.Repeat("a", 300_000), false},
	} {
		t.Run(name, func(t *testing.T) {
			found := c.Check(test.text).Misspelt
			if len(found) != 1 {
				t.Fatalf("found %d words, want 1", len(found))
			}
			if got := c.Suggest(found[0]); len(got) > 0 != test.proposed {
				t.Errorf("proposed %.200q", got)
			}
		})
	}
}

// FuzzCheck: nothing is found outside the text, in its order, and each word once.
func FuzzCheck(f *testing.F) {
	f.Add("Агенство «ghbdtn» — что-бы\nThe ministor’s COVID-19 www.x.ru")
	f.Add("за\u0301мок и\u0306 \u00ad- '-' Ё\xff ǅ")
	c := New(Params{})
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 500 {
			return
		}
		end := 0
		for _, m := range c.Check(text).Misspelt {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || text[m.Start:m.End] != m.Text {
				t.Fatalf("%q: %d–%d %q after %d", text, m.Start, m.End, m.Text, end)
			}
			if m.At != utf8.RuneCountInString(text[:m.Start]) {
				t.Fatalf("%q: %q stands at %d", text, m.Text, m.At)
			}
			for _, proposed := range c.Suggest(m) {
				if proposed == m.Text || proposed == "" || !utf8.ValidString(proposed) {
					t.Fatalf("%q: %q for %q", text, proposed, m.Text)
				}
			}
			end = m.End
		}
	})
}

// TestTheShippedWordsAreSound reads all of them once; the program reads what it looks up alone.
func TestTheShippedWordsAreSound(t *testing.T) {
	for i, l := range shipped() {
		if !l.words.IsSound() {
			t.Errorf("lexicon %d is not as Build writes one", i)
		}
	}
}
