package snippet

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// TestLiteral makes snippets of blocks with signs of any kind: filled, they are what they were.
func TestLiteral(t *testing.T) {
	pieces := []string{"слово", " ", "{", "}", "[", "]", "{person}", "[да]", "{{", "😀", "«x»", ".", "ё"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var text strings.Builder
		text.WriteString("а")
		for range r.IntN(8) {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		text.WriteString("я")
		letters := len([]rune(text.String()))
		b := release.Block{Kind: release.Quotation, Text: text.String(), Speaker: "{кто}"}
		if start := r.IntN(letters); r.IntN(2) == 0 {
			b.Marks = []release.Mark{bold(start, start+1+r.IntN(letters-start))}
		}
		blocks, omitted := Literal([]release.Block{{Kind: release.Paragraph, Text: " "}, b, {Kind: release.Picture, Picture: "x"}})
		s := Of("а", "ru", blocks)
		if err := s.Check(); err != nil || omitted != 1 || len(s.Asked()) != 0 {
			t.Fatalf("%q: %v, %d left out, asks for %v", b.Text, err, omitted, s.Asked())
		}
		filled, err := s.Fill(grammar.House{}, nil, register.Registers{}, "ru", release.Date{})
		if err != nil || !reflect.DeepEqual(filled.Blocks, []release.Block{b}) {
			t.Fatalf("%v\n got %+v\nwant %+v", err, filled.Blocks, b)
		}
	}
}

// TestReworded changes the words of a snippet as one types them: marks stay with theirs.
func TestReworded(t *testing.T) {
	blocks := func(s Snippet) (all []string) {
		for _, b := range s.All() {
			var marked string
			for _, m := range b.Marks {
				marked += "<" + string([]rune(b.Text)[m.Start:m.End]) + ">"
			}
			all = append(all, string(b.Kind)+" "+b.Text+marked)
		}
		return all
	}
	s := Of("а", "ru", []release.Block{
		{Kind: release.Subheading, Text: "О фонде", Marks: []release.Mark{bold(2, 7)}},
		{Kind: release.Paragraph, Text: "Фонд работает давно.", Marks: []release.Mark{bold(0, 4), bold(14, 19)}},
		{Kind: release.List, Text: "раз\nдва"},
	})
	s.Fields = nil
	words := s.Words()
	for name, c := range map[string]struct {
		words string
		want  string
		lost  int
	}{
		"nothing":               {words, "subheading О фонде<фонде> paragraph Фонд работает давно.<Фонд><давно> list раз\nдва", 0},
		"a word between":        {strings.Replace(words, "работает", "помогает", 1), "subheading О фонде<фонде> paragraph Фонд помогает давно.<Фонд><давно> list раз\nдва", 0},
		"a marked word":         {strings.Replace(words, "давно", "недавно", 1), "subheading О фонде<фонде> paragraph Фонд работает недавно.<Фонд><недавно> list раз\nдва", 0},
		"a marked word is gone": {strings.Replace(words, " давно", "", 1), "subheading О фонде<фонде> paragraph Фонд работает.<Фонд> list раз\nдва", 1},
		"a paragraph more":      {strings.Replace(words, "Фонд", "Новое.\n\nФонд", 1), "subheading О фонде<фонде> paragraph Новое. paragraph Фонд работает давно.<Фонд><давно> list раз\nдва", 0},
		"a paragraph less":      {"# О фонде\n\n- раз\n- два", "subheading О фонде<фонде> list раз\nдва", 2},
		"the end is gone":       {strings.Replace(words, " давно.", "", 1), "subheading О фонде<фонде> paragraph Фонд работает<Фонд> list раз\nдва", 1},
		"the beginning is gone": {strings.Replace(words, "Фонд работает ", "", 1), "subheading О фонде<фонде> paragraph давно.<давно> list раз\nдва", 1},
		"all is gone":           {"", "", 3},
		"all is another":        {"Иное.", "paragraph Иное.", 3},
	} {
		got, lost := s.Reworded(c.words)
		if text := strings.Join(blocks(got), " "); text != c.want || lost != c.lost {
			t.Errorf("%s: lost %d\n got %s\nwant %s", name, lost, text, c.want)
		}
	}
}

func TestExchange(t *testing.T) {
	a, b := Snippet{Title: "а", Text: "1"}, Snippet{Title: "б", Text: "2"}
	set := Set{a, b}
	now := Snippet{Title: "в", Text: "3"}
	if got, err := set.Exchange(a, now); err != nil || !reflect.DeepEqual(got, Set{now, b}) || set[0].Title != "а" {
		t.Errorf("%v, %+v", err, got)
	}
	var exists *ExistsError
	if _, err := set.Exchange(a, Snippet{Title: "б", Text: "3"}); !errors.As(err, &exists) {
		t.Error(err)
	}
	var changed *ChangedError
	for _, old := range []Snippet{{Title: "а", Text: "иное"}, {Title: "нет", Text: "1"}} {
		if _, err := set.Exchange(old, now); !errors.As(err, &changed) || changed.Title != old.Title {
			t.Error(err)
		}
	}
}

// TestFieldsStayWhenWordsChange: title, language and labels are the snippet's still.
func TestFieldsStayWhenWordsChange(t *testing.T) {
	s := Snippet{Title: "О фонде", Language: "ru", Text: "{тема} сегодня", Fields: []template.Field{{Name: "тема", Kind: template.Text, Label: "о чём"}}}
	got, lost := s.Reworded("{тема} завтра")
	want := s
	want.Text = "{тема} завтра"
	if lost != 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("lost %d, %+v", lost, got)
	}
}

// TestWordsOfASnippet are its blocks as they are typed; of an empty one there are none.
func TestWordsOfASnippet(t *testing.T) {
	for want, blocks := range map[string][]release.Block{
		"":             nil,
		"раз":          {{Kind: release.Paragraph, Text: "раз"}},
		"# раз\n\nдва": {{Kind: release.Subheading, Text: "раз"}, {Kind: release.Paragraph, Text: "два"}},
		"раз\n\n- два": {{Kind: release.Paragraph, Text: "раз"}, {Kind: release.List, Text: "два"}},
		"- раз\n- два": {{Kind: release.List, Text: "раз\nдва"}},
		"раз\n\n# два": {{Kind: release.Paragraph, Text: "раз"}, {Kind: release.Subheading, Text: "два"}},
		"раз\n\nдва":   {{Kind: release.Paragraph, Text: "раз"}, {Kind: release.Paragraph, Text: "два"}},
	} {
		s := Of("а", "ru", blocks)
		if got := s.Words(); got != want {
			t.Errorf("%q: %q", want, got)
		}
		if again, lost := s.Reworded(want); lost != 0 || !reflect.DeepEqual(again.All(), s.All()) {
			t.Errorf("%q comes back as %+v", want, again.All())
		}
	}
}

// TestLiteralOfNothing: where nothing is chosen, or only empty paragraphs and pictures are, there is
// no snippet.
func TestLiteralOfNothing(t *testing.T) {
	empty, picture := release.Block{Kind: release.Paragraph, Text: " "}, release.Block{Kind: release.Picture, Picture: "x"}
	for name, c := range map[string]struct {
		blocks  []release.Block
		omitted int
	}{"nothing": {}, "an empty paragraph": {[]release.Block{empty}, 0}, "two": {[]release.Block{empty, empty}, 0}, "a picture": {[]release.Block{picture, empty}, 1}} {
		if literal, omitted := Literal(c.blocks); len(literal) > 0 || omitted != c.omitted {
			t.Errorf("%s: %+v, %d left out", name, literal, omitted)
		}
	}
}
