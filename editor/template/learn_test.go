package template

import (
	"fmt"
	"reflect"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
)

func TestLearn(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Fields: blanks}
	got := tmpl.Learn(map[string]Value{
		"guest":   {Text: "Министр обороны Пётр Кравец", Forms: grammar.Forms{grammar.Instrumental: "Министром обороны Петром Кравецом", grammar.Dative: "Министру обороны Петру Кравцу"}},
		"present": {Text: "Иван Пробный\nглавы делегаций\nМария Тихая, Юрий Образцов"},
		"place":   {Text: "Новопробное", Forms: grammar.Forms{grammar.Genitive: "Новопробного"}},
		"org":     {Text: "СПГ"}, "event": {Text: "Анна Петрова"},
	}, bureau()).Registers
	var names []string
	for _, p := range got.People {
		names = append(names, p.Name())
	}
	if want := []string{"Пётр Кравец", "Мария Тихая", "Юрий Образцов"}; !reflect.DeepEqual(names, want) {
		t.Fatalf("people %v, not %v", names, want)
	}
	minister := got.People[0]
	if minister.Posts[0].Title != "Министр обороны" || minister.Forms[grammar.Instrumental] != "Петром Кравецом" || minister.Forms[grammar.Dative] != "Петру Кравцу" || len(minister.Forms) != 2 || minister.Posts[0].Forms != nil {
		t.Errorf("got %+v", minister)
	}
	if len(got.Places) != 1 || got.Places[0].Forms[grammar.Genitive] != "Новопробного" || len(got.Organisations) != 0 {
		t.Errorf("got %+v, %+v", got.Places, got.Organisations)
	}
	known := bureau().Add(got)
	if again := tmpl.Learn(map[string]Value{"guest": {Text: "посол Пётр Кравец"}, "place": {Text: "Новопробное"}}, known).Registers; again.Count() != 0 {
		t.Errorf("known ones are learned again: %+v", again)
	}
}

// What is known already teaches what is new of it: a form that nobody had corrected, and a post where the card has none. Another post
// than the card's is a question.
func TestLearnMore(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Fields: blanks}
	known := register.Registers{
		People: []register.Person{
			{First: "Пётр", Last: "Кравец", English: "Petr Kravets", Forms: grammar.Forms{grammar.Genitive: "Петра Кравца"}, Posts: []register.Post{{Title: "Министр обороны", English: "Minister of Defence"}}},
			{First: "Мария", Last: "Тихая"},
		},
		Organisations: []register.Organisation{{Name: "Пробкомитет", Abbreviation: "ПК", English: "Trial Committee"}},
	}
	corrected := grammar.Forms{grammar.Genitive: "Министра обороны Петра Кравеца", grammar.Instrumental: "Министром обороны Петром Кравецом"}
	for name, tt := range map[string]struct {
		field string
		value Value
		want  func(r register.Registers) bool
	}{
		"a further form": {"guest", Value{Text: "Министр обороны Пётр Кравец", Forms: corrected}, func(r register.Registers) bool {
			p := r.People[0]
			return p.Forms[grammar.Instrumental] == "Петром Кравецом" && p.Forms[grammar.Genitive] == "Петра Кравца" && p.English != "" && len(p.Posts) == 1
		}},
		"the form of a post": {"guest", Value{Text: "Министр обороны Пётр Кравец", Forms: grammar.Forms{grammar.Dative: "министру по обороне Петру Кравцу"}}, func(r register.Registers) bool {
			post := r.People[0].Posts[0]
			return post.Forms[grammar.Dative] == "министру по обороне" && post.English != "" && len(r.People[0].Posts) == 1
		}},
		"a first post": {"guest", Value{Text: "посол Мария Тихая"}, func(r register.Registers) bool {
			return len(r.People) == 2 && len(r.People[1].Posts) == 1 && r.People[1].Posts[0].Title == "посол"
		}},
		"a form of an organisation": {"org", Value{Text: "Пробкомитет", Forms: grammar.Forms{grammar.Genitive: "Пробкомитету"}}, func(r register.Registers) bool {
			return r.Organisations[0].Forms[grammar.Genitive] == "Пробкомитету" && r.Organisations[0].English != ""
		}},
		"a form of a place that the program ships with": {"place", Value{Text: "Бишкек", Forms: grammar.Forms{grammar.Genitive: "Бишкеку"}}, func(r register.Registers) bool {
			return len(r.Places) == 1 && r.Places[0].Forms[grammar.Genitive] == "Бишкеку" && r.Places[0].English != "" && r.Places[0].Zone != ""
		}},
	} {
		values := map[string]Value{tt.field: tt.value}
		learned := tmpl.Learn(values, known)
		all := known.Add(learned.Registers)
		if len(learned.Doubtful) > 0 || !tt.want(all) {
			t.Errorf("%s: %+v, %q", name, all, learned.Doubtful)
		}
		if again := tmpl.Learn(values, all); again.Registers.Count() != 0 {
			t.Errorf("%s: learned again: %+v", name, again.Registers)
		}
	}
	for name, values := range map[string]map[string]Value{
		"a short name":                   {"guest": {Text: "Министр обороны П. Кравец", Forms: grammar.Forms{grammar.Dative: "Министру обороны П. Кравецу"}}},
		"an abbreviation":                {"org": {Text: "ПК", Forms: grammar.Forms{grammar.Genitive: "ПКа"}}},
		"a state by its official name":   {"place": {Text: "Кыргызская Республика", Forms: grammar.Forms{grammar.Genitive: "Киргизской Республики"}}},
		"what the card says just so now": {"org": {Text: "Пробкомитет"}, "guest": {Text: "Мария Тихая"}},
	} {
		if learned := tmpl.Learn(values, known); learned.Registers.Count() != 0 {
			t.Errorf("%s is learned: %+v", name, learned.Registers)
		}
	}
	asked := tmpl.Learn(map[string]Value{"guest": {Text: "Посол Пётр Кравец"}, "present": {Text: "Министр обороны Пётр Кравец\nдиректор Пётр Кравец"}}, known)
	if want := []string{"Посол Пётр Кравец", "директор Пётр Кравец"}; !reflect.DeepEqual(asked.Doubtful, want) || asked.Registers.Count() != 0 {
		t.Errorf("asked %q, learned %+v", asked.Doubtful, asked.Registers)
	}
}

// What a field's text becomes in the template's cases can be shown, and mended
// where it is a guess; the release keeps what was mended.
func TestFormsOfAField(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Kind: "news", Headline: "Обсудили {topic.acc} о {topic.prep}", Lead: "{topic} {topic:был/была/было/были}", Fields: []Field{{Name: "topic", Kind: Text}, {Name: "other", Kind: Text}}}
	if got := tmpl.Cases("topic"); !reflect.DeepEqual(got, []grammar.Case{grammar.Accusative, grammar.Prepositional}) || tmpl.Cases("other") != nil {
		t.Errorf("got %v", got)
	}
	for text, want := range map[string]string{"подготовка к сессии": "подготовку к сессии true", "крутость трамбы": "", "чтобы было лучше": "чтобы было лучше false"} {
		form, sure := tmpl.InText(Office{}, map[string]Value{"topic": {Text: text}}, "topic", grammar.Accusative)
		if got := fmt.Sprint(form, " ", sure); want != "" && got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	given := Value{Text: "чтобы было лучше", Forms: grammar.Forms{grammar.Accusative: "улучшение", grammar.Prepositional: "улучшении"}}
	filled, err := tmpl.Fill(Office{}, map[string]Value{"topic": given})
	if err != nil || filled.Release.Headline != "Обсудили улучшение об улучшении" || !reflect.DeepEqual(Values(filled.Release)["topic"], given) {
		t.Errorf("got %+v, %v", filled.Release, err)
	}
	if sure, _ := tmpl.InText(Office{}, map[string]Value{"topic": given}, "topic", grammar.Accusative); sure != "улучшение" {
		t.Errorf("got %s", sure)
	}
}

// The house's ё is that of names, of topics and of the template's own words.
func TestTheHousesYo(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Kind: "news", Headline: "Итоги {guest:подвёл/подвела/подвело/подвели} {guest}", Lead: "Её {event} посвящён {topic.dat}, {guest.gen}.", Fields: blanks}
	tmpl.Fields = append([]Field{{Name: "topic", Kind: Text}}, blanks...)
	for usage, want := range map[grammar.Yo]string{
		grammar.YoEverywhere: "Итоги подвёл учёный секретарь Пётр Семёнов. Её отчёт посвящён подъёму, учёного секретаря Петра Семёнова.",
		grammar.YoInNames:    "Итоги подвел ученый секретарь Пётр Семёнов. Ее отчет посвящен подъему, ученого секретаря Петра Семёнова.",
		grammar.YoNowhere:    "Итоги подвел ученый секретарь Петр Семенов. Ее отчет посвящен подъему, ученого секретаря Петра Семенова.",
	} {
		filled, err := tmpl.Fill(Office{House: grammar.House{Yo: usage}}, map[string]Value{"guest": {Text: "учёный секретарь Пётр Семёнов"}, "event": {Text: "отчёт"}, "topic": {Text: "подъём"}})
		if got := filled.Release.Headline + ". " + filled.Release.Lead; err != nil || got != want {
			t.Errorf("%q: %s, %v", usage, got, err)
		}
	}
}

// In a language of which the program knows nothing but its dates and its «and»,
// what it cannot write is left to the person, and Russian is told.
func TestOtherLanguages(t *testing.T) {
	known := register.Registers{
		People: []register.Person{{First: "Иван", Last: "Пробный", Other: register.Other{"kk": "Иван Пробный", "hy": "Իվան Պրոբնի"}, Posts: []register.Post{{Title: "Президент Совета", Other: register.Other{"kk": "Кеңес Президенті"}}}}},
		Places: []register.Place{{Name: "Бишкек", Other: register.Other{"hy": "Բիշքեկ"}}},
	}
	values := map[string]Value{"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "guest": {Text: "Иван Пробный"}, "present": {Text: "Иван Пробный\nАнна Озерова"}}
	for _, tt := range []struct {
		language, pattern, want string
		guesses                 int
	}{
		{"kk", "{date}: {guest.full}", "2024 жылғы 11 қыркүйек: Кеңес Президенті Иван Пробный", 0},
		{"kk", "{present}", "Иван Пробный және Анна Озерова", 1},
		{"hy", "{date}, {place}: {guest}", "2024 թվականի սեպտեմբերի 11, Բիշքեկ: Իվան Պրոբնի", 0},
		{"hy", "{guest.full}", "Президент Совета Իվան Պրոբնի", 1},
		{"ky", "{date} {date.on} {place.in}", "2024-жылдын 11-сентябры [fill in: date (2024-жылдын 11-сентябры)] [fill in: place (Бишкек)]", 0},
		{"pl", "{date}, {present}", "11.09.2024, Иван Пробный, Анна Озерова", 2},
		{"tg", "{guest:шуд/шуданд}", "шуд", 0},
		{"be", "{date}; {date.short}", "11 верасня 2024 года; 11.09.2024", 0},
	} {
		f := newFilling(Office{Registers: known}, Template{Name: "try", Language: tt.language, Fields: blanks, Date: "{date}"}, values)
		if got := f.text(tt.pattern); got != tt.want || len(f.guesses) != tt.guesses {
			t.Errorf("%s %s: %s, %v", tt.language, tt.pattern, got, f.guesses)
		}
	}
}
