package snippet

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

func bold(start, end int) release.Mark {
	return release.Mark{Start: start, End: end, Style: release.Bold}
}

// office are the registers of the tests.
var office = register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "Посол"}}}}}

func TestFill(t *testing.T) {
	day, _ := release.NewDate(2024, 9, 11)
	values := map[string]template.Value{
		"person": {Text: "Иван Пробный"}, "place": {Text: "Бишкек"}, "date": {Text: "11.09.2024"}, "topic": {Text: "ход подготовки"}, "person2": {Text: "Станислав Озеров"},
		"corrected": {Text: "Ялта", Forms: grammar.Forms{grammar.Genitive: "Ялты-города"}},
	}
	for name, c := range map[string]struct {
		snippet Snippet
		want    []release.Block
	}{
		"a standing sentence":   {Snippet{Text: "Подробности – на сайте"}, []release.Block{{Kind: release.Paragraph, Text: "Подробности – на сайте"}}},
		"a sign":                {Snippet{Text: "* * *"}, []release.Block{{Kind: release.Paragraph, Text: "* * *"}}},
		"several paragraphs":    {Snippet{Text: "Один.\n\nДва.\r\n"}, []release.Block{{Kind: release.Paragraph, Text: "Один."}, {Kind: release.Paragraph, Text: "Два."}}},
		"a person in a case":    {Snippet{Text: "встреча с {person.ins.name}"}, []release.Block{{Kind: release.Paragraph, Text: "встреча с Иваном Пробным"}}},
		"with the post":         {Snippet{Text: "встреча с {person.ins.full}"}, []release.Block{{Kind: release.Paragraph, Text: "встреча с Послом Иваном Пробным"}}},
		"a place":               {Snippet{Text: "встреча {place.in} {date}"}, []release.Block{{Kind: release.Paragraph, Text: "встреча в Бишкеке 11 сентября 2024 года"}}},
		"the preposition":       {Snippet{Text: "с {person2.ins}"}, []release.Block{{Kind: release.Paragraph, Text: "со Станиславом Озеровым"}}},
		"a topic":               {Snippet{Text: "обсудили {topic.acc}"}, []release.Block{{Kind: release.Paragraph, Text: "обсудили ход подготовки"}}},
		"a corrected form":      {Snippet{Text: "до {corrected.gen}"}, []release.Block{{Kind: release.Paragraph, Text: "до Ялты-города"}}},
		"not given":             {Snippet{Text: "с {guest.ins} {date2} {text2}"}, []release.Block{{Kind: release.Paragraph, Text: "с [укажите: guest] [укажите: дата 2] [укажите: text2]"}}},
		"a brace that is meant": {Snippet{Text: "{{скобка}}"}, []release.Block{{Kind: release.Paragraph, Text: "{скобка}"}}},
		"an optional one": {
			Snippet{Text: "Встреча {place.in}[ на тему {subject}]", Fields: []template.Field{{Name: "subject", Kind: template.Text}}},
			[]release.Block{{Kind: release.Paragraph, Text: "Встреча в Бишкеке"}},
		},
		"blocks": {
			Snippet{Text: "О встрече:", Blocks: []release.Block{{ID: 7, Kind: release.List, Text: "{place}\nдругое"}, {Kind: release.Rule}, {Kind: release.Quotation, Text: "Слова.", Speaker: "{person.nom.name}"}}},
			[]release.Block{{Kind: release.Paragraph, Text: "О встрече:"}, {Kind: release.List, Text: "Бишкек\nдругое"}, {Kind: release.Rule}, {Kind: release.Quotation, Text: "Слова.", Speaker: "Иван Пробный"}},
		},
		"marks without a blank": {
			Snippet{Blocks: []release.Block{{Kind: release.Paragraph, Text: "О партнёре", Marks: []release.Mark{bold(2, 10)}}}},
			[]release.Block{{Kind: release.Paragraph, Text: "О партнёре", Marks: []release.Mark{bold(2, 10)}}},
		},
		"marks behind a blank": {
			Snippet{Blocks: []release.Block{{Kind: release.Paragraph, Text: "{place}: важно", Marks: []release.Mark{bold(9, 14)}}}},
			[]release.Block{{Kind: release.Paragraph, Text: "Бишкек: важно", Marks: []release.Mark{bold(8, 13)}}},
		},
		"a mark on a blank behind a preposition": {
			Snippet{Blocks: []release.Block{{Kind: release.Paragraph, Text: "с {person2.ins} там", Marks: []release.Mark{bold(2, 15)}}}},
			[]release.Block{{Kind: release.Paragraph, Text: "со Станиславом Озеровым там", Marks: []release.Mark{bold(3, 23)}}},
		},
		"a link and bold in it": {
			Snippet{Blocks: []release.Block{{Kind: release.Paragraph, Text: "см. сайт {place.gen}", Marks: []release.Mark{{Start: 4, End: 20, Style: release.Link, Address: "https://example.org"}, bold(9, 20)}}}},
			[]release.Block{{Kind: release.Paragraph, Text: "см. сайт Бишкека", Marks: []release.Mark{{Start: 4, End: 16, Style: release.Link, Address: "https://example.org"}, bold(9, 16)}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.snippet.Title = name
			if err := c.snippet.Check(); err != nil {
				t.Fatal(err)
			}
			given := map[string]template.Value{}
			for _, f := range c.snippet.Asked() {
				if v, ok := values[f.Name]; ok {
					given[f.Name] = v
				}
			}
			got, err := c.snippet.Fill(grammar.House{}, given, office, "ru", day)
			if err != nil || !reflect.DeepEqual(got.Blocks, c.want) {
				t.Errorf("%v\n got %+v\nwant %+v", err, got.Blocks, c.want)
			}
		})
	}
}

func TestWhatCannotBeFilled(t *testing.T) {
	s := Snippet{Title: "День", Text: "{date}"}
	for _, values := range []map[string]template.Value{{"date": {Text: "вчера"}}, {"data": {Text: "11.09.2024"}}} {
		var wrong *Error
		if _, err := s.Fill(grammar.House{}, values, office, "ru", release.Date{}); !errors.As(err, &wrong) || wrong.Title != "День" {
			t.Error(err)
		}
	}
}

func TestAsked(t *testing.T) {
	s := Snippet{Text: "{person.ins} {place2.in} {person} {date_from} {datum} {topic}", Fields: []template.Field{{Name: "topic", Kind: template.Choice, Options: []string{"а"}}}}
	var got []string
	for _, f := range s.Asked() {
		got = append(got, f.Name+":"+string(f.Kind))
	}
	if want := "person:person place2:place date_from:date datum:text topic:choice"; strings.Join(got, " ") != want {
		t.Error(got)
	}
}

// TestLabelsOfBlanks: each is called by its kind in the snippet's language, or by its own name.
func TestLabelsOfBlanks(t *testing.T) {
	const text = "{date} {date2} {date_from} {place} {person} {people} {organisation} {time} {topic} {datum}"
	for language, want := range map[string]string{
		"ru": "дата, дата 2, дата from, место, человек, люди, организация, время, topic, datum",
		"en": "date, date 2, date from, place, person, people, organisation, time, topic, datum",
		"kk": "date, date2, date from, place, person, people, organisation, time, topic, datum",
	} {
		var labels []string
		for _, f := range (Snippet{Language: language, Text: text}).Asked() {
			labels = append(labels, f.Label)
			if !f.Required {
				t.Errorf("%s need not be filled", f.Name)
			}
		}
		if got := strings.Join(labels, ", "); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
}

// TestWhatASnippetLacks is told with what would fit.
func TestWhatASnippetLacks(t *testing.T) {
	const kinds = "paragraph, subheading, quotation, list, table, rule"
	for name, c := range map[string]struct {
		s    Snippet
		want Error
	}{
		"a title":           {Snippet{Title: " ", Text: "а"}, Error{" ", "title", `title = "…"`}},
		"a text":            {Snippet{Title: "а"}, Error{"а", "text", `text = "…"`}},
		"no picture":        {Snippet{Title: "а", Blocks: []release.Block{{Kind: release.Picture}}}, Error{"а", "picture", kinds}},
		"a form":            {Snippet{Title: "а", Text: "{person.voc}"}, Error{"а", "{person.voc}", "{person}, {person.full}, {person.name}, {person.short}, {person.post}, {person.gen}, {person.dat}, {person.acc}, {person.ins}, {person.prep}"}},
		"a speaker's brace": {Snippet{Title: "а", Blocks: []release.Block{{Kind: release.Quotation, Text: "а", Speaker: "{кто.voc}"}}}, Error{"а", "{кто.voc}", "{{, }}"}},
	} {
		var wrong *Error
		if err := c.s.Check(); !errors.As(err, &wrong) || *wrong != c.want {
			t.Errorf("%s: %+v", name, err)
		}
	}
	for _, k := range release.BlockKinds() {
		if err := (Snippet{Title: "а", Blocks: []release.Block{{Kind: k, Text: "а"}}}).Check(); (err == nil) != (k != release.Picture && k != release.Rule) {
			t.Errorf("%s: %v", k, err)
		}
	}
}

func TestCheck(t *testing.T) {
	for name, s := range map[string]Snippet{
		"no title": {Text: "а"}, "no text": {Title: "а", Text: " \n"}, "a picture": {Title: "а", Blocks: []release.Block{{Kind: release.Picture, Picture: strings.Repeat("0", 64)}}},
		"no such kind": {Title: "а", Blocks: []release.Block{{Kind: "poem", Text: "а"}}}, "no such form": {Title: "а", Text: "{person.voc}"}, "an open bracket": {Title: "а", Text: "[а"},
		"an open brace": {Title: "а", Text: "{person"}, "marks behind the end": {Title: "а", Blocks: []release.Block{{Kind: release.Paragraph, Text: "а", Marks: []release.Mark{bold(0, 2)}}}},
		"a field of no kind": {Title: "а", Text: "{x}", Fields: []template.Field{{Name: "x", Kind: "y"}}},
	} {
		var wrong *Error
		if err := s.Check(); !errors.As(err, &wrong) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSet(t *testing.T) {
	ru, en, anyone := Snippet{Title: "О партнёре", Language: "ru", Text: "а"}, Snippet{Title: "О партнёре", Language: "en", Text: "b"}, Snippet{Title: "Новый знак", Text: "*"}
	set, err := Set{}.Add(Set{ru, en, anyone})
	if err != nil {
		t.Fatal(err)
	}
	data, err := set.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if back, faults := Decode(data); len(faults) > 0 || !reflect.DeepEqual(back, set) {
		t.Errorf("%v %+v", faults, back)
	}
	var exists *ExistsError
	if _, err := set.Add(Set{{Title: "О партнёре", Language: "ru", Text: "иное"}}); !errors.As(err, &exists) {
		t.Error(err)
	}
	titles := func(s Set) (all []string) {
		for _, one := range s {
			all = append(all, one.Title+one.Language)
		}
		return all
	}
	for name, c := range map[string]struct {
		got  Set
		want []string
	}{
		"in a language":          {set.In("ru"), []string{"О партнёреru", "Новый знак"}},
		"by the first letters":   {set.Begin("парт"), []string{"О партнёреru", "О партнёреen"}},
		"the title's own before": {set.With(Snippet{Title: "Знак"}).Begin("знак"), []string{"Знак", "Новый знак"}},
		"without ё":              {set.Begin("о партнере"), []string{"О партнёреru", "О партнёреen"}},
		"nothing typed":          {set.Begin(""), []string{"О партнёреru", "О партнёреen", "Новый знак"}},
		"without one":            {set.Without(Set{ru}), []string{"О партнёреen", "Новый знак"}},
	} {
		if got := titles(c.got); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
	if _, err := set.Titled("О партнёре", "de"); err == nil || titles(must(set.Titled("О партнёре", "")))[1] != "О партнёреen" {
		t.Error(err)
	}
}

func must(s Set, _ error) Set { return s }

func TestOf(t *testing.T) {
	paragraph := func(text string) release.Block { return release.Block{Kind: release.Paragraph, Text: text} }
	if s := Of("а", "ru", []release.Block{paragraph("один"), paragraph("два")}); s.Text != "один\nдва" || s.Blocks != nil {
		t.Errorf("%+v", s)
	}
	for _, blocks := range [][]release.Block{{paragraph("с\nстрокой")}, {paragraph("")}, {{Kind: release.Rule}}, {{Kind: release.Paragraph, Text: "а", Marks: []release.Mark{bold(0, 1)}}}} {
		if s := Of("а", "ru", blocks); s.Text != "" || !reflect.DeepEqual(s.Blocks, blocks) {
			t.Errorf("%+v", s)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("[[snippets]]\ntitle = \"а\"\ntext = \"{person.ins}\"\n"))
	f.Add([]byte("[[snippets]]\ntitle = \"а\"\n[[snippets.blocks]]\nkind = \"paragraph\"\ntext = \"а [б {x}]\"\nmarks = [\"0-1 bold\"]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		set, _ := Decode(data)
		for _, s := range set {
			filled, err := s.Fill(grammar.House{}, nil, office, "ru", release.Date{})
			if err != nil {
				t.Fatalf("%+v: %v", s, err)
			}
			r := release.New("ru")
			r.Blocks = release.Numbered(filled.Blocks)
			if err := r.Validate(); err != nil {
				t.Fatalf("%+v: %v", filled.Blocks, err)
			}
		}
	})
}
