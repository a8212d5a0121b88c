package template

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/register"
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
	filled, err := parse(t).Fill(Office{}, map[string]Value{
		"date":  {Text: "11 сентября 2024 года"},
		"place": {Text: "Бишкек"},
		"guest": {Text: "Иван Пробный", Forms: grammar.Forms{grammar.Instrumental: "Иваном Пробным"}},
		"topic": {Text: "Сроки"},
		"stage": {Text: "конец"},
	})
	if err != nil {
		t.Fatal(err)
	}
	r := filled.Release
	want := release.Release{
		Language: "ru", Kind: release.Meeting, Status: release.Draft, Template: "try",
		Headline: "Встреча с Иваном Пробным", Date: release.Date{Year: 2024, Month: 9, Day: 11}, Place: "Бишкек",
		Lead: "11 сентября 2024 года в Бишкеке состоялась встреча с Иваном Пробным {не поле}.",
		Tags: []string{"встреча", "Сроки"},
		Blocks: []release.Block{
			{ID: 1, Kind: release.Paragraph, Text: "Этап: конец."},
			{ID: 2, Kind: release.Quotation, Text: "Сроки.", Speaker: "Иван Пробный"},
		},
		Values: []release.Value{{Field: "date", Text: "11 сентября 2024 года"}, {Field: "place", Text: "Бишкек"}, {Field: "guest", Text: "Иван Пробный"}, {Field: "guest.ins", Text: "Иваном Пробным"}, {Field: "topic", Text: "Сроки"}, {Field: "stage", Text: "конец"}},
	}
	if !reflect.DeepEqual(r, want) {
		t.Errorf("got  %+v\nwant %+v", r, want)
	}
}

func TestWhatIsNotGivenStaysVisible(t *testing.T) {
	filled, err := parse(t).Fill(Office{}, map[string]Value{"place": {Text: "Бишкек"}})
	if err != nil {
		t.Fatal(err)
	}
	r := filled.Release
	if r.Headline != "Встреча с [укажите: гость]" || !strings.HasPrefix(r.Lead, "[укажите: дата] в Бишкеке состоялась") {
		t.Errorf("got %q, %q", r.Headline, r.Lead)
	}
	if len(r.Blocks) != 1 || r.Blocks[0].Text != "Этап: начало." || len(r.Tags) != 1 {
		t.Errorf("an empty optional blank falls away, a default stands: %+v %v", r.Blocks, r.Tags)
	}
	blocked := false
	for _, f := range proof.Check(r, proof.Params{}) {
		blocked = blocked || f.Code == proof.PlaceholderLeft
	}
	if !blocked {
		t.Error("the checks let a placeholder out")
	}
}

func TestFillRefuses(t *testing.T) {
	for name, values := range map[string]map[string]Value{
		"unknown field":   {"gast": {Text: "x"}},
		"no such option":  {"stage": {Text: "середина"}},
		"impossible date": {"date": {Text: "31.06.2024"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := parse(t).Fill(Office{}, values)
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
		"unknown field":         {"{guest.ins}\"", "{gast.ins}\"", new(*Error), "line 5: {gast.ins} (fits: {date}, {place}, {guest}, {topic}, {stage})"},
		"unknown case":          {"{guest.ins}\"", "{guest.voc}\"", new(*Error), "line 5: {guest.voc}"},
		"a word of a person":    {"{guest.ins}\"", "{guest.weekday}\"", new(*Error), "line 5: {guest.weekday} (fits: {guest}, {guest.full}, {guest.name}"},
		"a choice's case":       {"{stage}.", "{stage.gen}.", new(*Error), "{stage.gen}"},
		"three to agree":        {"{stage}.", "{topic:а/б/в}.", new(*Error), "{topic:а/б/в}"},
		"a bracket":             {"{stage}.", "[{stage}.", new(*Error), "[…]"},
		"open brace":            {"{guest.ins}\"", "{guest\"", new(*Error), "line 5: {guest"},
		"a path for a name":     {`name = "try"`, `name = "../../try"`, new(*Error), "line 1: ../../try"},
		"a path for a language": {`language = "ru"`, `language = ".."`, new(*Error), ".."},
		"unknown kind":          {`kind = "meeting"`, `kind = "party"`, new(*Error), "line 4: party"},
		"field kind":            {`kind = "person"`, `kind = "animal"`, new(*Error), "animal"},
		"field twice":           {`name = "topic"`, `name = "guest"`, new(*Error), "guest"},
		"no options":            {`options = ["начало", "конец"]`, "", new(*Error), "stage"},
		"unknown key":           {`title = "Проба"`, `titel = "Проба"`, new(tomltext.Fault), "line 2"},
		"no title":              {`title = "Проба"`, `title = ""`, new(*Error), "title"},
		"block kind":            {`kind = "quotation"`, `kind = "song"`, new(*Error), "song"},
		"broken TOML":           {`name = "try"`, `name = try`, new(tomltext.Fault), "line 1"},
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

// shipped are the templates the program ships with, in both languages.
var shipped = []string{
	"meeting", "visit", "call", "session", "exercise", "exercise-course", "exercise-end", "signing", "statement", "comment",
	"announcement", "accreditation", "congratulation", "condolence", "anniversary", "correction", "digest",
	"schedule", "briefing",
}

// TestEmbedded fills every shipped template as a person would, compares it
// with its golden text, and lets the checks look at it.
func TestEmbedded(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "en"} {
		var all strings.Builder
		for _, name := range shipped {
			tmpl, err := set.Find(name, language)
			if err != nil {
				t.Fatal(err)
			}
			for _, blanks := range []bool{true, false} {
				filled, err := tmpl.Fill(Office{Registers: office}, example(tmpl, blanks))
				if err != nil {
					t.Fatal(err)
				}
				r := filled.Release
				for _, f := range proof.Check(r, proof.Params{}) {
					if f.Code != proof.ContactMissing && f.Code != release.FormGuessed {
						t.Errorf("%s/%s: %s: %s", language, name, f.Code, f.Text)
					}
				}
				if r.Date.IsZero() || r.Place == "" || r.Headline == "" || r.Kind != tmpl.Kind {
					t.Errorf("got %+v", r)
				}
				write(&all, r)
			}
		}
		golden(t, filepath.Join("testdata", language+".txt"), all.String())
	}
}

func write(b *strings.Builder, r release.Release) {
	fmt.Fprintf(b, "# %s\n%s\n%s\n", r.Template, r.Headline, r.Lead)
	for _, block := range r.Blocks {
		fmt.Fprintln(b, block.Text, block.Speaker)
	}
	b.WriteString("\n")
}

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs (%v):\n%s", path, err, got)
	}
}

// office is a press office with registers of its own.
var office = register.Registers{People: []register.Person{
	{
		First: "Иван", Last: "Пробный", English: "Ivan Probny",
		Posts: []register.Post{{Title: "Генеральный секретарь Совета", English: "Secretary General of the Council"}},
	},
	{
		First: "Анна", Last: "Озерова", Gender: grammar.Feminine, English: "Anna Ozerova",
		Posts: []register.Post{{Title: "Министр иностранных дел Республики Казахстан", English: "Minister of Foreign Affairs of Kazakhstan"}},
	},
}}

// example gives every field a value, or only the required ones.
func example(tmpl Template, optional bool) map[string]Value {
	values := map[string]Value{}
	for _, f := range tmpl.Fields {
		if !f.Required && !optional {
			continue
		}
		text := f.Hint
		switch {
		case f.Kind == Date:
			text = "11.09.2024"
		case f.Kind == Choice:
			text = f.Options[0]
		case f.Kind == People:
			text = "Анна Озерова\nначальник штаба Пётр Образцов\nИван Пробный"
		case f.Kind == Person && (f.Name == "guest" || f.Name == "sender"):
			text = "Анна Озерова"
		case f.Kind == Person:
			text = "Иван Пробный"
		case f.Default != "":
			text = f.Default
		case text == "":
			text = map[string]string{"ru": "Целое предложение.", "en": "A whole sentence."}[tmpl.Language]
		}
		values[f.Name] = Value{Text: text}
	}
	return values
}

// TestTheSentence is the one the program was made for.
func TestTheSentence(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	meeting, err := set.Find("meeting", "ru")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(Office{}, map[string]Value{
		"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "topic": {Text: "повестку"},
		"host": {Text: "Генеральный секретарь ОДКБ Имангали Тасмагамбетов"}, "guest": {Text: "Президент Кыргызской Республики Садыр Жапаров"},
	})
	want := "11 сентября 2024 года в Бишкеке состоялась встреча Генерального секретаря ОДКБ Имангали Тасмагамбетова с Президентом Кыргызской Республики Садыром Жапаровым."
	if err != nil || filled.Release.Lead != want || len(filled.Guesses) > 0 {
		t.Errorf("got %s, %v, %v", filled.Release.Lead, filled.Guesses, err)
	}
}

func TestPlaceholders(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Fields: []Field{
		{Name: "date", Kind: Date},
		{Name: "place", Kind: Place},
		{Name: "guest", Kind: Person},
		{Name: "present", Kind: People},
		{Name: "event", Kind: Text},
		{Name: "org", Kind: Organisation},
		{Name: "empty", Kind: Text},
	}}
	values := map[string]Value{
		"date": {Text: "2024-09-11"}, "place": {Text: "Куба"}, "guest": {Text: "Анна Озерова"}, "present": {Text: "Иван Пробный; Анна Озерова"},
		"event": {Text: "консультации"}, "org": {Text: "Объединённый штаб"},
	}
	for pattern, want := range map[string]string{
		"{date}": "11 сентября 2024 года", "{date.short}": "11.09.2024", "{date.day}": "11 сентября", "{date.weekday}": "среда",
		"{date.weekday.gen}": "среды", "{date.on}": "в среду", "{place.in}": "на Кубе", "{place.род}": "Кубы",
		"{guest.ins}": "Анной Озеровой", "{guest.ins.full}": "Министром иностранных дел Республики Казахстан Анной Озеровой",
		"{guest.short.dat}": "А. Озеровой", "{guest.post}": "Министр иностранных дел Республики Казахстан", "{guest.name}": "Анна Озерова",
		"{present.ins}": "Иваном Пробным и Анной Озеровой", "{org.gen}": "Объединённого штаба",
		"{event:состоялся/состоялась/состоялось/состоялись} {event}": "состоялись консультации",
		"{guest:прибыл/прибыла/прибыло/прибыли}":                     "прибыла",
		"{present:прибыл/прибыла/прибыло/прибыли}":                   "прибыли",
		"Да[, {empty}]. Нет[, {event}].":                             "Да. Нет, консультации.",
		"{empty}":                                                    "", "[[{event}]] {{": "[консультации] {",
	} {
		f := filling{template: tmpl, values: values, known: office}
		if got := f.text(pattern); got != want {
			t.Errorf("%s: got %q, want %q", pattern, got, want)
		}
	}
}

// What is to be done stands beside what is named, which no form of either mends.
func TestVerbsBesideNouns(t *testing.T) {
	for text, want := range map[string]int{
		"снижение пошлин и создать группу":           1,
		"снижение пошлин; создать группу":            1,
		"снижение пошлин и создание группы":          0,
		"два заседания и пять двусторонних встреч":   0,
		"построить мост и создать группу":            0,
		"готовность построить мост и создать группу": 0,
	} {
		tmpl := Template{Name: "try", Language: "ru", Lead: "В программе – {topic}.", Fields: []Field{{Name: "topic", Kind: Text}}}
		if filled, err := tmpl.Fill(Office{}, map[string]Value{"topic": {Text: text}}); err != nil || len(filled.Guesses) != want {
			t.Errorf("%s: %+v, %v", text, filled.Guesses, err)
		}
	}
}

// A name of several words that nothing says the kind of may have to be declined.
func TestNamesWithoutAKind(t *testing.T) {
	for text, want := range map[string]int{"«Долина пробных» в Минске": 1, "центр «Долина пробных»": 0} {
		tmpl := Template{Name: "try", Language: "ru", Lead: "Вопрос о {topic.prep}.", Fields: []Field{{Name: "topic", Kind: Text}}}
		if filled, err := tmpl.Fill(Office{}, map[string]Value{"topic": {Text: text}}); err != nil || len(filled.Guesses) != want {
			t.Errorf("%s: %+v, %v", text, filled.Guesses, err)
		}
	}
}

func TestGuessesAreTold(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Headline: "С {guest.ins} и {guest.ins}", Fields: []Field{{Name: "guest", Kind: Person}}}
	filled, err := tmpl.Fill(Office{}, map[string]Value{"guest": {Text: "Юрий Кравец"}})
	if err != nil || len(filled.Guesses) != 1 || filled.Guesses[0].Form != "Юрием Кравцом" {
		t.Errorf("got %+v, %v", filled, err)
	}
	own := release.Repair{Code: "date-guessed", Text: "2024", Field: release.DateField}
	kept := func(r release.Release, form string) {
		t.Helper()
		want := []release.Repair{own, {Code: release.FormGuessed, Text: form, Field: release.BlocksField}}
		if !reflect.DeepEqual(r.Repairs, want) {
			t.Errorf("the release has %v, want %v", r.Repairs, want)
		}
	}
	filled.Release.Repairs = slices.Insert(filled.Release.Repairs, 0, own)
	kept(filled.Release, "Юрием Кравцом")
	followed, _, err := tmpl.Follow(Office{}, filled.Release, map[string]Value{"guest": {Text: "Игорь Кравец"}})
	if err != nil {
		t.Fatal(err)
	}
	kept(followed.Release, followed.Guesses[0].Form)
}

func TestFind(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	_, err = set.Find("meetings", "ru")
	var missing *MissingError
	if !errors.As(err, &missing) || len(missing.Known) != len(shipped) {
		t.Errorf("got %v", err)
	}
	for _, language := range []string{"ru", "en"} {
		if in := set.In(language); in[0].Name != "meeting" {
			t.Errorf("the first template in %s is %s", language, in[0].Name)
		}
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
		_, _ = tmpl.Fill(Office{}, values) // it must not panic; what it refuses is its own matter
	})
}

func TestAPlaceholderWithoutAnyField(t *testing.T) {
	var wrong *Error
	if _, err := Parse([]byte("name = \"a\"\ntitle = \"a\"\nlanguage = \"ru\"\nkind = \"news\"\nheadline = \"{x}\"\nlead = \"\"\n")); !errors.As(err, &wrong) || wrong.Placeholder != "{x}" {
		t.Error(err)
	}
}
