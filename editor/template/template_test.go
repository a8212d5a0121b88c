package template

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/editor/tomltext"
)

const head = `name = "try"
title = "Проба"
language = "ru"
kind = "meeting"
headline = "Встреча с {guest.ins}"
date = "{date}"
place = "{place}"
lead = "{date} в {place.prep} состоялась встреча с {guest.ins} {{не поле}}."
tags = ["встреча", "{topic}"]

[[fields]]
name = "date"
kind = "date"
label = "Дата"
required = true

[[fields]]
name = "place"
kind = "place"
label = "Место"
required = true

[[fields]]
name = "guest"
kind = "person"
label = "Гость"
required = true

[[fields]]
name = "topic"
kind = "text"
label = "Тема"

[[fields]]
name = "stage"
kind = "choice"
label = "Этап"
default = "начало"
options = ["начало", "конец"]

[[blocks]]
kind = "paragraph"
text = "Этап: {stage}."

[[blocks]]
kind = "quotation"
text = "{topic}"
speaker = "{guest}"
`

func parse(t *testing.T) Template {
	t.Helper()
	tmpl, err := Parse([]byte(head))
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

func TestFill(t *testing.T) {
	r, err := parse(t).Fill(map[string]Value{
		"date":  {Text: "11 сентября 2024 года"},
		"place": {Text: "Бишкек", Forms: grammar.Forms{grammar.Prepositional: "Бишкеке"}},
		"guest": {Text: "Иван Пробный", Forms: grammar.Forms{grammar.Instrumental: "Иваном Пробным"}},
		"topic": {Text: "Сроки"},
		"stage": {Text: "конец"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := release.Release{
		Language: "ru", Kind: release.Meeting, Status: release.Draft, Template: "try",
		Headline: "Встреча с Иваном Пробным", Date: release.Date{Year: 2024, Month: 9, Day: 11}, Place: "Бишкек",
		Lead: "11 сентября 2024 года в Бишкеке состоялась встреча с Иваном Пробным {не поле}.",
		Tags: []string{"встреча", "Сроки"},
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: "Этап: конец."},
			{Kind: release.Quotation, Text: "Сроки", Speaker: "Иван Пробный"},
		},
	}
	if !reflect.DeepEqual(r, want) {
		t.Errorf("got  %+v\nwant %+v", r, want)
	}
}

func TestWhatIsNotGivenStaysVisible(t *testing.T) {
	r, err := parse(t).Fill(map[string]Value{"place": {Text: "Бишкек"}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Headline != "Встреча с {guest.ins}" || !strings.HasPrefix(r.Lead, "{date} в {place.prep} состоялась") {
		t.Errorf("got %q, %q", r.Headline, r.Lead)
	}
	if len(r.Blocks) != 1 || r.Blocks[0].Text != "Этап: начало." || len(r.Tags) != 1 {
		t.Errorf("an empty optional blank falls away, a default stands: %+v %v", r.Blocks, r.Tags)
	}
	blocked := false
	for _, f := range proof.Check(r) {
		blocked = blocked || f.Code == proof.PlaceholderLeft
	}
	if !blocked {
		t.Error("the checks let a placeholder out")
	}
}

func TestCases(t *testing.T) {
	if got := parse(t).Cases("guest"); !reflect.DeepEqual(got, []grammar.Case{grammar.Nominative, grammar.Instrumental}) {
		t.Errorf("got %v", got)
	}
}

func TestFillRefuses(t *testing.T) {
	for name, values := range map[string]map[string]Value{
		"unknown field":   {"gast": {Text: "x"}},
		"no such option":  {"stage": {Text: "середина"}},
		"impossible date": {"date": {Text: "31.06.2024"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parse(t).Fill(values)
			var field *FieldError
			if !errors.As(err, &field) || field.Fits == "" {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	tests := map[string]struct {
		from, to string
		want     any
		part     string
	}{
		"unknown field": {"{guest.ins}\"", "{gast.ins}\"", new(*Error), "line 5: {gast.ins} (fits: {date}, {place}, {guest}, {topic}, {stage})"},
		"unknown case":  {"{guest.ins}\"", "{guest.voc}\"", new(*Error), "line 5: {guest.voc}"},
		"open brace":    {"{guest.ins}\"", "{guest\"", new(*Error), "line 5: {guest"},
		"unknown kind":  {`kind = "meeting"`, `kind = "party"`, new(*Error), "line 4: party"},
		"field kind":    {`kind = "person"`, `kind = "animal"`, new(*Error), "animal"},
		"field twice":   {`name = "topic"`, `name = "guest"`, new(*Error), "guest"},
		"no options":    {`options = ["начало", "конец"]`, "", new(*Error), "stage"},
		"unknown key":   {`title = "Проба"`, `titel = "Проба"`, new(*tomltext.UnknownKeyError), "line 2"},
		"no title":      {`title = "Проба"`, `title = ""`, new(*Error), "title"},
		"block kind":    {`kind = "quotation"`, `kind = "song"`, new(*Error), "song"},
		"broken TOML":   {`name = "try"`, `name = try`, new(*tomltext.SyntaxError), "line 1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(head, tt.from, tt.to, 1)
			if text == head {
				t.Fatal("the case changes nothing")
			}
			_, err := Parse([]byte(text))
			if err == nil || !errors.As(err, tt.want) || !strings.Contains(err.Error(), tt.part) {
				t.Errorf("got %T %v", err, err)
			}
		})
	}
}

// TestEmbedded fills every shipped template as a person would and lets the
// checks look at the result.
func TestEmbedded(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "en"} {
		for _, name := range []string{"meeting", "exercise", "statement", "announcement", "congratulation", "condolence", "comment"} {
			t.Run(language+"/"+name, func(t *testing.T) {
				tmpl, err := set.Find(name, language)
				if err != nil {
					t.Fatal(err)
				}
				r, err := tmpl.Fill(example(tmpl))
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range proof.Check(r) {
					if f.Code != proof.ContactMissing {
						t.Errorf("%s: %s", f.Code, f.Text)
					}
				}
				if r.Date.IsZero() || r.Place == "" || r.Headline == "" || r.Kind != tmpl.Kind {
					t.Errorf("got %+v", r)
				}
			})
		}
	}
}

func example(tmpl Template) map[string]Value {
	values := map[string]Value{}
	for _, f := range tmpl.Fields {
		v := Value{Text: "слово", Forms: grammar.Forms{}}
		switch f.Kind {
		case Date:
			v.Text = "11.09.2024"
		case Choice:
			v.Text = f.Options[0]
		case Text:
			if !f.Required || f.Name == "statement" || f.Name == "wishes" || f.Name == "words" || f.Name == "answer" {
				v.Text = "Целое предложение."
			}
		}
		for _, c := range tmpl.Cases(f.Name) {
			if f.Kind != Date {
				v.Forms[c] = v.Text
			}
		}
		values[f.Name] = v
	}
	return values
}

func TestFind(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	_, err = set.Find("meetings", "ru")
	var missing *MissingError
	if !errors.As(err, &missing) || len(missing.Known) != 7 {
		t.Errorf("got %v", err)
	}
	if in := set.In("ru"); in[0].Kind != release.Meeting {
		t.Errorf("the first template is %s", in[0].Name)
	}
}

func TestLoadNamesTheFile(t *testing.T) {
	_, err := Load(fstest.MapFS{"own/bad.toml": {Data: []byte("name = 5")}, "own/readme.txt": {Data: []byte("?")}})
	if err == nil || !strings.Contains(err.Error(), "own/bad.toml") {
		t.Errorf("got %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(head), "слово")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		tmpl, err := Parse(data)
		if err != nil {
			return
		}
		encoded, err := tmpl.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Parse(encoded)
		if err != nil {
			t.Fatalf("%v in\n%s", err, encoded)
		}
		if twice, err := again.Encode(); err != nil || string(twice) != string(encoded) {
			t.Errorf("%v\n%s\n%s", err, encoded, twice)
		}
		values := map[string]Value{}
		for _, field := range tmpl.Fields {
			values[field.Name] = Value{Text: text}
		}
		_, _ = tmpl.Fill(values) // it must not panic; what it refuses is its own matter
	})
}
