package release

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/tomltext"
)

func full() Release {
	embargo, err := NewEmbargo(Date{2024, 9, 11}, 12, 0, "Asia/Bishkek")
	if err != nil {
		panic(err)
	}
	return Release{
		Language: "ru", Kind: Meeting, Status: InReview, Number: "14-с", Template: "meeting",
		Headline: "Встреча «на полях»", Subheadline: "О ходе работы", Date: Date{2024, 9, 11}, Place: "Бишкек",
		Embargo: embargo, Tags: []string{"визит", "учение"}, Lead: "Первый\nвторой\r\tтретий \"кавычки\" \\ ",
		Boilerplate: "Об организации", Notes: "не для печати",
		Blocks: []Block{
			{ID: 1, Kind: Paragraph, Text: "Ҷаласа ғ қ ң ө ұ ү һ і\u00a0ӣ", Marks: []Mark{{Start: 0, End: 6, Style: Bold}, {Start: 2, End: 8, Style: Link, Address: "https://example.org/?a=b"}}},
			{ID: 7, Kind: Quotation, Text: "Слова", Speaker: "Иван Пробный"},
			{ID: 2, Kind: List, Text: "раз\n\tдва", First: 3, Mixed: true},
			{ID: 4, Kind: Subheading, Text: "Далее"},
			{ID: 3, Kind: Table, Text: "Год\tЧисло\n2024\t7"},
			{ID: 9, Kind: Picture, Text: "На встрече", Picture: strings.Repeat("0a", 32), Author: "Анна Пробная", Alternative: "Двое за столом"},
			{ID: 10, Kind: Rule},
		},
		UUID:      "3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
		LeadMarks: []Mark{{Start: 0, End: 6, Style: Italic}}, BoilerplateMarks: []Mark{{Start: 3, End: 14, Style: Bold}},
		Contacts: []Contact{{
			Name: "Пётр Образцов", Post: "Пресс-секретарь", Organisation: "Совет",
			Phones: []PhoneNumber{{"+7-000-000-00-01", Phone}, {"+7-000-000-00-02", PhoneFax}},
			Email:  "press@example.org", Site: "example.org",
		}},
		Repairs: []Repair{{Code: "date-glued", Text: "26.10.202126 октября"}},
	}
}

func TestEncodeThenParse(t *testing.T) {
	for name, r := range map[string]Release{"full": full(), "empty": New("en")} {
		t.Run(name, func(t *testing.T) {
			data, err := r.Encode()
			if err != nil {
				t.Fatal(err)
			}
			back, err := Parse(data)
			if err != nil {
				t.Fatalf("%v in\n%s", err, data)
			}
			if !reflect.DeepEqual(r, back) {
				t.Errorf("got %#v\nwant %#v", back, r)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	const head = "format = 1\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\n"
	tests := map[string]struct {
		text string
		want any // a pointer to the error's type
		part string
	}{
		"unknown key":         {head + "colour = \"red\"\n", new(tomltext.Fault), "line 5: colour: unknown"},
		"unknown key deep":    {head + "[[blocks]]\nkind = \"list\"\ntext = \"\"\nname = \"x\"\n", new(tomltext.Fault), "line 8: blocks.name: unknown"},
		"unknown table":       {head + "\n[extra]\na = 1\n", new(tomltext.Fault), "line 6"},
		"no TOML":             {head + "headline = \"open\n", new(tomltext.Fault), "line 5"},
		"wrong type":          {head + "headline = 5\n", new(tomltext.Fault), "line 5"},
		"not UTF-8":           {head + "headline = \"\xcf\xf0\"\n", new(tomltext.Fault), "line 5: headline: encoding"},
		"NUL":                 {head + "headline = \"a\x00b\"\n", new(tomltext.Fault), "line 5"},
		"newer format":        {strings.Replace(head, "1", "3", 1), new(*FormatError), "format 3"},
		"no format":           {strings.TrimPrefix(head, "format = 1\n"), new(*FormatError), "format 0"},
		"unknown kind":        {strings.Replace(head, "news", "rumour", 1), new(*ValueError), "rumour"},
		"impossible date":     {head + "date = \"2024-02-30\"\n", new(tomltext.Fault), "2024-02-30"},
		"embargo off by zone": {head + "embargo = \"2024-09-11T12:00:00+03:00[Asia/Bishkek]\"\n", new(tomltext.Fault), "embargo"},
		"speaker without quotation": {
			head + "\n[[blocks]]\nkind = \"paragraph\"\ntext = \"a\"\nspeaker = \"b\"\n", new(*ValueError), "speaker",
		},
		"an ID twice":            {head + blocks(`id = 1`, `id = 1`), new(*ValueError), "blocks.id"},
		"no ID in format 2":      {strings.Replace(head, "1", "2", 1) + blocks(``), new(*ValueError), "blocks.id"},
		"an ID below one":        {head + blocks(`id = -1`), new(*ValueError), "blocks.id"},
		"a UUID that is none":    {strings.Replace(head, "format = 1\n", "format = 1\nuuid = \"x\"\n", 1), new(*ValueError), "uuid"},
		"a mark of no style":     {head + blocks(`marks = ["0-1 red"]`), new(*ValueError), "0-1 red"},
		"a mark past the end":    {head + blocks(`marks = ["0-2 bold"]`), new(*ValueError), "0-2 bold"},
		"a mark of nothing":      {head + blocks(`marks = ["1-1 bold"]`), new(*ValueError), "1-1 bold"},
		"marks out of order":     {head + blocks(`marks = ["0-1 italic", "0-1 bold"]`), new(*ValueError), "0-1 italic, 0-1 bold"},
		"a mark twice":           {head + blocks(`marks = ["0-1 bold", "0-1 bold"]`), new(*ValueError), "0-1 bold"},
		"a link to nothing":      {head + blocks(`marks = ["0-1 link"]`), new(*ValueError), "0-1 link"},
		"bold with an address":   {head + blocks(`marks = ["0-1 bold https://example.org"]`), new(*ValueError), "0-1 bold https"},
		"an address of two":      {head + blocks(`marks = ["0-1 link https://example.org a"]`), new(*ValueError), "example.org a"},
		"a mark without numbers": {head + blocks(`marks = ["bold"]`), new(tomltext.Fault), "marks"},
		"a mark with plus":       {head + blocks(`marks = ["+0-1 bold"]`), new(tomltext.Fault), "marks"},
		"numbers of a paragraph": {head + blocks(`first = 3`), new(*ValueError), "blocks.first"},
		"a number too high":      {head + strings.Replace(blocks(`first = 1000000000`), "paragraph", "list", 1), new(*ValueError), "blocks.first"},
		"levels of a paragraph":  {head + blocks(`mixed = true`), new(*ValueError), "blocks.mixed"},
		"a picture of no hash":   {head + "\n[[blocks]]\nkind = \"picture\"\ntext = \"\"\npicture = \"x\"\n", new(*ValueError), "blocks.picture"},
		"words of a rule":        {head + "\n[[blocks]]\nkind = \"rule\"\ntext = \"x\"\n", new(*ValueError), "blocks.text"},
		"an author of none":      {head + blocks(`author = "x"`), new(*ValueError), "blocks.author"},
		"comment":                {head + "# a remark\n", new(*LayoutError), "line 5"},
		"CRLF":                   {strings.ReplaceAll(head, "\n", "\r\n"), new(*LayoutError), "line 1"},
		"other order":            {"language = \"ru\"\nformat = 1\nkind = \"news\"\nstatus = \"draft\"\n", new(*LayoutError), "line 1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(tt.text))
			if err == nil || !errors.As(err, tt.want) || !strings.Contains(err.Error(), tt.part) {
				t.Errorf("got %T %v, want %T with %q", err, err, tt.want, tt.part)
			}
		})
	}
}

// blocks are paragraphs of one letter with something more in each.
func blocks(more ...string) string {
	var b strings.Builder
	for _, m := range more {
		b.WriteString("\n[[blocks]]\nkind = \"paragraph\"\ntext = \"a\"\n" + m + "\n")
	}
	return b.String()
}

// TestTheFirstFormatIsRead: its blocks get IDs, and what is written is of this format.
func TestTheFirstFormatIsRead(t *testing.T) {
	const first = "format = 1\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\nlead = \"Лид\"\n\n[[blocks]]\nkind = \"paragraph\"\ntext = \"а\"\n\n[[blocks]]\nkind = \"quotation\"\ntext = \"б\"\nspeaker = \"в\"\n"
	r, err := Parse([]byte(first))
	if err != nil || len(r.Blocks) != 2 || r.Blocks[0].ID != 1 || r.Blocks[1].ID != 2 || r.Blocks[1].Speaker != "в" || r.Lead != "Лид" {
		t.Fatalf("got %+v, %v", r, err)
	}
	data, err := r.Encode()
	if err != nil || !strings.HasPrefix(string(data), "format = 2\n") {
		t.Fatalf("%v\n%s", err, data)
	}
	if again, err := Parse(data); err != nil || !reflect.DeepEqual(again, r) {
		t.Errorf("got %+v, %v", again, err)
	}
}

// TestTheLongestReleaseIsRead: the longest text that is read from another format comes in again as
// a file. A longer one is no release, unless the program has written it itself.
func TestTheLongestReleaseIsRead(t *testing.T) {
	const longest = 100_000 // paragraphs
	r := New("ru")
	r.Blocks = Numbered(slices.Repeat([]Block{{Kind: Paragraph, Text: "а"}}, longest))
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Decode(data); err != nil || len(again.Blocks) != longest {
		t.Errorf("%d paragraphs, %v", len(again.Blocks), err)
	}
	data = append(data, strings.Repeat("\n[[blocks]]\nkind = \"paragraph\"\ntext = \"а\"\n", longest/4)...)
	var fault tomltext.Fault
	if _, err := Decode(data); !errors.As(err, &fault) || fault.Why != tomltext.TooMany {
		t.Errorf("longer: %v", err)
	}
	if own, err := DecodeOwn(data); err != nil || len(own.Blocks) != longest*5/4 {
		t.Errorf("the program's own: %d paragraphs, %v", len(own.Blocks), err)
	}
}

func TestDecodeTakesAnyLayout(t *testing.T) {
	r, err := Decode([]byte("# by hand\r\nstatus='draft'\r\nkind='news'\r\nlanguage='ru'\r\nformat=1\r\nheadline='Да'\r\n"))
	if err != nil || r.Headline != "Да" {
		t.Errorf("got %v, %v", r, err)
	}
}

func TestDecodeFillsInWhatNobodyNeedKnow(t *testing.T) {
	r, err := Decode([]byte("format = 2\nlanguage = 'ru'\n" + blocks("", "id = 1", "")))
	if err != nil || r.Kind != News || r.Status != Draft {
		t.Fatalf("got %v, %v", r, err)
	}
	if ids := [...]BlockID{r.Blocks[0].ID, r.Blocks[1].ID, r.Blocks[2].ID}; ids != [...]BlockID{2, 1, 3} {
		t.Errorf("blocks have the IDs %v", ids)
	}
	if _, err := Parse([]byte("format = 2\nlanguage = \"ru\"\n")); err == nil {
		t.Error("Parse fills in what Encode always writes")
	}
}

func FuzzParse(f *testing.F) {
	for _, r := range []Release{full(), New("ru")} {
		data, _ := r.Encode()
		f.Add(data)
	}
	f.Add([]byte("format = 1\nlanguage = \"\"\n[[blocks]]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Parse(data)
		if err != nil {
			return
		}
		again, err := r.Encode()
		if err != nil || !bytes.Equal(again, data) && bytes.HasPrefix(data, []byte("format = 2\n")) {
			t.Errorf("%v\ngot  %q\nwant %q", err, again, data)
		}
		if same, err := Parse(again); err != nil || !reflect.DeepEqual(same, r) {
			t.Errorf("%v\ngot  %+v\nwant %+v", err, same, r)
		}
	})
}
