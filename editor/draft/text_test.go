package draft

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"communique/editor/release"
)

func paragraphOf(text string) release.Block {
	return release.Block{Kind: release.Paragraph, Text: text}
}

// TestTextForm compares a release's text as it is shown with the blocks it is read
// back to.
func TestTextForm(t *testing.T) {
	quotation := func(text, speaker string) release.Block {
		return release.Block{Kind: release.Quotation, Text: text, Speaker: speaker}
	}
	tests := map[string]struct {
		lead   string
		blocks []release.Block
		text   string
	}{
		"lead and paragraph":       {"Первый.", []release.Block{paragraphOf("Второй.")}, "Первый.\n\nВторой."},
		"quotation with speaker":   {"Лид.", []release.Block{quotation("Слова.\nЕщё.", "Иван Пробный")}, "Лид.\n\n> Слова.\n> Ещё.\n> — Иван Пробный"},
		"quotation alone":          {"", []release.Block{quotation("Слова.", "")}, "> Слова."},
		"quotations apart":         {"", []release.Block{quotation("а", ""), quotation("б", "в")}, "> а\n\n> б\n> — в"},
		"a dash in a quotation":    {"", []release.Block{quotation("а\n— б", "")}, "> а\n> \\— б"},
		"a dash alone":             {"", []release.Block{quotation("— б", "")}, "> — б"},
		"a blank speaker":          {"", []release.Block{quotation("а", " ")}, "> а\n> — ¶ "},
		"a speaker over two lines": {"", []release.Block{quotation("а", "б\nв")}, "> а\n> — б\\\nв"},
		"list, subheading": {
			"Лид.", []release.Block{{Kind: release.Subheading, Text: "О деле"}, {Kind: release.List, Text: "раз\nдва"}}, "Лид.\n\n# О деле\n\n- раз\n- два",
		},
		"an empty item":              {"", []release.Block{{Kind: release.List, Text: "раз\n"}}, "- раз\n- "},
		"levels":                     {"", []release.Block{{Kind: release.List, Text: "раз\n\tдва\n\t\tтри\nчетыре"}}, "- раз\n- \tдва\n- \t\tтри\n- четыре"},
		"levels with numbers":        {"", []release.Block{{Kind: release.List, First: 2, Text: "раз\n\tдва\n\tтри\nчетыре"}}, "#2 раз\n#1 \tдва\n#2 \tтри\n#3 четыре"},
		"the highest number":         {"", []release.Block{{Kind: release.List, First: release.MaxNumber, Text: "раз"}}, "#999999999 раз"},
		"numbers under bullets":      {"", []release.Block{{Kind: release.List, Mixed: true, Text: "раз\n\tдва\nтри"}}, "- раз\n#1 \tдва\n- три"},
		"bullets under numbers":      {"", []release.Block{{Kind: release.List, First: 1, Mixed: true, Text: "раз\n\tдва\n\t\tтри"}}, "#1 раз\n- \tдва\n- \t\tтри"},
		"other levels are a list":    {"", []release.Block{{Kind: release.List, Text: "раз\n\tдва"}, {Kind: release.List, First: 1, Text: "\tтри"}}, "- раз\n- \tдва\n\n#1 \tтри"},
		"lists apart":                {"", []release.Block{{Kind: release.List, Text: "раз"}, {Kind: release.List, Text: "два"}}, "- раз\n\n- два"},
		"marks as letters":           {"- не список", []release.Block{paragraphOf(`\ черта`), paragraphOf("# не подзаголовок"), paragraphOf(`\# с чертой`)}, "\\- не список\n\n\\ черта\n\n\\# не подзаголовок\n\n\\\\# с чертой"},
		"a mark behind a space":      {" - нет", nil, `\ - нет`},
		"a mark in the second line":  {"первая\n- вторая", nil, "первая\\\n- вторая"},
		"line break in lead":         {"Первая\nвторая", nil, "Первая\\\nвторая"},
		"line break in a subheading": {"", []release.Block{{Kind: release.Subheading, Text: "а\nб"}}, "# а\\\nб"},
		"an empty line within":       {"а\n\nб", nil, "а\\\n\\\nб"},
		"a line feed at the end":     {"а\n", []release.Block{paragraphOf("б")}, "а\\\n\n\nб"},
		"a backslash at the end":     {`C:\`, []release.Block{paragraphOf("б\\\\\nв\\")}, "C:\\\\\n\nб\\\\\\\\\\\nв\\\\"},
		"spaces at the ends":         {" а ", []release.Block{paragraphOf("\u00a0б ")}, " а \n\n\u00a0б "},
		"no lead":                    {"", []release.Block{paragraphOf("Второй.")}, "¶\n\nВторой."},
		"an empty paragraph":         {"Лид.", []release.Block{paragraphOf(""), paragraphOf("  ")}, "Лид.\n\n¶\n\n¶  "},
		"a pilcrow as a letter":      {"¶", []release.Block{paragraphOf("¶ а"), paragraphOf("¶\nа")}, "\\¶\n\n¶ а\n\n\\¶\\\nа"},
		"strange line ends":          {"а\rб\vв\fг\u2028д\u2029е\u0085ж", []release.Block{paragraphOf("\r"), paragraphOf("\v\n\f")}, "а\rб\vв\fг\u2028д\u2029е\u0085ж\n\n¶\r\n\n\v\\\n\f"},
		"nothing":                    {"", nil, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := FormatText(tt.lead, tt.blocks); got != tt.text {
				t.Errorf("FormatText: got %q, want %q", got, tt.text)
			}
			lead, blocks := ParseText(tt.text)
			if lead != tt.lead || !reflect.DeepEqual(blocks, tt.blocks) {
				t.Errorf("ParseText: got %q %+v", lead, blocks)
			}
		})
	}
}

// TestWhatIsTyped reads texts as people type them.
func TestWhatIsTyped(t *testing.T) {
	for name, tt := range map[string]struct {
		text, lead string
		blocks     []release.Block
	}{
		"Enter ends a paragraph":  {"Первый.\nВторой.\n", "Первый.", []release.Block{paragraphOf("Второй.")}},
		"empty lines are no more": {"\n\nПервый.\n \n\nВторой.", "Первый.", []release.Block{paragraphOf("Второй.")}},
		"a space is being typed":  {"Первый. ", "Первый. ", nil},
		"a list between lines":    {"Лид\n- а\n - б\nещё", "Лид", []release.Block{{Kind: release.List, Text: "а\nб"}, paragraphOf("ещё")}},
		"levels by spaces":        {"- а\n  - б\n    - в\n- г", "", []release.Block{{Kind: release.List, Text: "а\n\tб\n\t\tв\nг"}}},
		"levels by tabs":          {"#2 а\n\t#1 б\n\t\t#1 в\n#3 г", "", []release.Block{{Kind: release.List, First: 2, Text: "а\n\tб\n\t\tв\nг"}}},
		"levels by both":          {"- а\n\t- \tб", "", []release.Block{{Kind: release.List, Text: "а\n\t\tб"}}},
		"a list that stands in":   {"Лид\n   - а\n   - б\n\n- в\n  - г", "Лид", []release.Block{{Kind: release.List, Text: "а\nб"}, {Kind: release.List, Text: "в\n\tг"}}},
		"levels of another list":  {"- а\n  - б\nслово\n  - в", "", []release.Block{{Kind: release.List, Text: "а\n\tб"}, paragraphOf("слово"), {Kind: release.List, Text: "в"}}},
		"subheadings":             {"# а\n# б", "", []release.Block{{Kind: release.Subheading, Text: "а"}, {Kind: release.Subheading, Text: "б"}}},
		"a quotation in lines":    {"Лид\n> а\n> — Кто\nещё", "Лид", []release.Block{{Kind: release.Quotation, Text: "а", Speaker: "Кто"}, paragraphOf("ещё")}},
		"a speaker being typed":   {"> а\n> — ", "", []release.Block{{Kind: release.Quotation, Text: "а\n— "}}},
		"bars in cells":           {"Лид\n| а\\|б | в\\\\ | \\г\\ |", "Лид", []release.Block{{Kind: release.Table, Text: "а|б\tв\\\t\\г\\\t"}}},
		"a backslash at last":     {`путь C:\`, `путь C:\`, nil},
		"three at last":           {`путь\\\`, `путь\\`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			lead, blocks := ParseText(tt.text)
			if lead != tt.lead || !reflect.DeepEqual(blocks, tt.blocks) {
				t.Errorf("got %q %+v", lead, blocks)
			}
		})
	}
}

// alphabet is what can be taken for something else, in pieces.
var alphabet = []string{
	"# ", "> ", "- ", "— ", "| ", "|", "\t", "#3 ", "---", "!" + strings.Repeat("0a", 32) + " ", `\`, "¶", "\n", "\n", " ", "а", "Слово.", "\r", "\u2028", "\u2029", "\v", "\f", "\u0085", "\u00a0", "\ufeff", "#", ">", "👩‍👧",
}

func randomText(random *rand.Rand) string {
	var b strings.Builder
	for range random.IntN(7) {
		b.WriteString(alphabet[random.IntN(len(alphabet))])
	}
	return b.String()
}

func randomBlocks(random *rand.Rand) []release.Block {
	var blocks []release.Block
	for range random.IntN(4) {
		kinds := release.BlockKinds()
		b := release.Block{Kind: kinds[random.IntN(len(kinds))], Text: randomText(random)}
		switch b.Kind {
		case release.Quotation:
			if random.IntN(2) == 0 {
				b.Speaker = randomText(random)
			}
		case release.List:
			b.First = random.IntN(3) * random.IntN(9)
		case release.Rule:
			b.Text = ""
		case release.Picture:
			b.Picture = strings.Repeat([]string{"0a", "b1"}[random.IntN(2)], 32)
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// Every kind of block has a form in the pane's text: FormatText gives it one, and ParseText
// reads it.
func TestEveryKindIsInTheText(t *testing.T) {
	for _, kind := range release.BlockKinds() {
		b := release.Block{Kind: kind, Text: "слова"}
		switch kind {
		case release.Rule:
			b.Text = ""
		case release.Picture:
			b.Picture = strings.Repeat("0a", 32)
		}
		text := FormatText("Лид", []release.Block{b})
		if _, again := ParseText(text); len(again) != 1 || again[0].Kind != kind || again[0].Text != b.Text {
			t.Errorf("a %s is written %q and comes back as %+v: FormatText and ParseText need a mark for it", kind, text, again)
		}
	}
}

func TestTextFormKeepsEveryRelease(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 8))
	for range 50_000 {
		lead, blocks := randomText(random), randomBlocks(random)
		text := FormatText(lead, blocks)
		again, blocksAgain := ParseText(text)
		if again != lead || !reflect.DeepEqual(blocks, blocksAgain) {
			t.Fatalf("%q\ngot  %q %+v\nwant %q %+v", text, again, blocksAgain, lead, blocks)
		}
	}
}

func FuzzParseText(f *testing.F) {
	f.Add("Лид.\n\n\\")
	f.Add("Лид.\n\n> Слова\n> — Кто\n\n- раз\n- два\n\n# И\n\n\\# нет")
	f.Add("а\\\nб\n¶\n> а\n> \\— б\\\\")
	f.Fuzz(func(t *testing.T, text string) {
		lead, blocks := ParseText(text)
		again, blocksAgain := ParseText(FormatText(lead, blocks))
		if again != lead || !reflect.DeepEqual(blocks, blocksAgain) {
			t.Errorf("%q\ngot  %q %+v\nwant %q %+v", text, again, blocksAgain, lead, blocks)
		}
	})
}
