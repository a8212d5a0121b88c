package release

import (
	"bytes"
	"errors"
	"reflect"
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
			{Kind: Paragraph, Text: "Ҷаласа ғ қ ң ө ұ ү һ і\u00a0ӣ"},
			{Kind: Quotation, Text: "Слова", Speaker: "Иван Пробный"},
			{Kind: List, Text: "раз\nдва"},
			{Kind: Subheading, Text: "Далее"},
		},
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
		"unknown key":         {head + "colour = \"red\"\n", new(*tomltext.UnknownKeyError), "line 5: unknown key colour"},
		"unknown key deep":    {head + "[[blocks]]\nkind = \"list\"\ntext = \"\"\nname = \"x\"\n", new(*tomltext.UnknownKeyError), "line 8: unknown key blocks.name"},
		"unknown table":       {head + "\n[extra]\na = 1\n", new(*tomltext.UnknownKeyError), "line 6"},
		"no TOML":             {head + "headline = \"open\n", new(*tomltext.SyntaxError), "line 5"},
		"wrong type":          {head + "headline = 5\n", new(*tomltext.SyntaxError), "line 5"},
		"not UTF-8":           {head + "headline = \"\xcf\xf0\"\n", new(*tomltext.SyntaxError), "line 5: not UTF-8"},
		"NUL":                 {head + "headline = \"a\x00b\"\n", new(*tomltext.SyntaxError), "line 5"},
		"newer format":        {strings.Replace(head, "1", "2", 1), new(*FormatError), "format 2"},
		"no format":           {strings.TrimPrefix(head, "format = 1\n"), new(*FormatError), "format 0"},
		"unknown kind":        {strings.Replace(head, "news", "rumour", 1), new(*ValueError), "rumour"},
		"impossible date":     {head + "date = \"2024-02-30\"\n", new(*tomltext.SyntaxError), "2024-02-30"},
		"embargo off by zone": {head + "embargo = \"2024-09-11T12:00:00+03:00[Asia/Bishkek]\"\n", new(*tomltext.SyntaxError), "embargo"},
		"speaker without quotation": {
			head + "\n[[blocks]]\nkind = \"paragraph\"\ntext = \"a\"\nspeaker = \"b\"\n", new(*ValueError), "speaker",
		},
		"comment":     {head + "# a remark\n", new(*LayoutError), "line 5"},
		"CRLF":        {strings.ReplaceAll(head, "\n", "\r\n"), new(*LayoutError), "line 1"},
		"other order": {"language = \"ru\"\nformat = 1\nkind = \"news\"\nstatus = \"draft\"\n", new(*LayoutError), "line 1"},
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

func TestDecodeTakesAnyLayout(t *testing.T) {
	r, err := Decode([]byte("# by hand\r\nstatus='draft'\r\nkind='news'\r\nlanguage='ru'\r\nformat=1\r\nheadline='Да'\r\n"))
	if err != nil || r.Headline != "Да" {
		t.Errorf("got %v, %v", r, err)
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
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("%v\ngot  %q\nwant %q", err, again, data)
		}
	})
}
