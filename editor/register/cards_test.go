package register

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/words"
)

// TestRowsOfOnePerson: rows of one name are of one person where nothing that both say
// is said differently.
func TestRowsOfOnePerson(t *testing.T) {
	whole := Person{First: "Иван", Patronymic: "Петрович", Last: "Пробный", Gender: grammar.Masculine, Country: "Казахстан", Organisation: "Совет", English: "Ivan Probny"}
	for name, tt := range map[string]struct {
		change func(*Person)
		one    bool
	}{
		"the same":             {func(*Person) {}, true},
		"another post":         {func(p *Person) { p.Posts = []Post{{Title: "посол"}} }, true},
		"nothing else":         {func(p *Person) { *p = Person{First: p.First, Patronymic: p.Patronymic, Last: p.Last} }, true},
		"another name":         {func(p *Person) { p.Last = "Образцов" }, false},
		"another patronymic":   {func(p *Person) { p.Patronymic = "Ильич" }, false},
		"another gender":       {func(p *Person) { p.Gender = grammar.Feminine }, false},
		"another country":      {func(p *Person) { p.Country = "Армения" }, false},
		"another organisation": {func(p *Person) { p.Organisation = "Комитет" }, false},
		"another English name": {func(p *Person) { p.English = "Ivan Sample" }, false},
	} {
		other := whole
		tt.change(&other)
		if whole.isRowOf(other) != tt.one || other.isRowOf(whole) != tt.one {
			t.Errorf("%s", name)
		}
	}
}

// TestCardsOfOnePerson: one name, and no patronymics or posts that tell them apart.
func TestCardsOfOnePerson(t *testing.T) {
	named := func(patronymic string, posts ...string) Person {
		p := Person{First: "Иван", Patronymic: patronymic, Last: "Пробный"}
		for _, title := range posts {
			p.Posts = append(p.Posts, Post{Title: title})
		}
		return p
	}
	for name, tt := range map[string]struct {
		a, b Person
		one  bool
	}{
		"alone":               {named(""), named(""), true},
		"one has a post":      {named("", "посол"), named(""), true},
		"one post":            {named("", "посол", "министр"), named("", "Министр"), true},
		"two posts":           {named("", "посол"), named("", "министр"), false},
		"one patronymic":      {named("Петрович", "посол"), named("", "посол"), true},
		"two patronymics":     {named("Петрович"), named("Ильич"), false},
		"the same patronymic": {named("Петрович"), named("Петрович", "посол"), true},
		"another name":        {named(""), Person{First: "Пётр", Last: "Пробный"}, false},
	} {
		if tt.a.is(tt.b) != tt.one || tt.b.is(tt.a) != tt.one {
			t.Errorf("%s", name)
		}
	}
}

// TestPostsAsTyped: several that stand in one line are the card's own, with their forms,
// where all of them are; else the line is one post.
func TestPostsAsTyped(t *testing.T) {
	forms := grammar.Forms{grammar.Genitive: "посла по делам"}
	p := Person{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "посол", Forms: forms}, {Title: "министр"}, {Title: "член Совета, Комитета"}}}
	for typed, want := range map[string][]Post{
		"посол":                 {p.Posts[0]},
		"посол, министр":        {p.Posts[0], p.Posts[1]},
		"министр, посол":        {p.Posts[1], p.Posts[0]},
		"посол, декан":          {{Title: "посол, декан"}},
		"декан":                 {{Title: "декан"}},
		"член Совета, Комитета": {p.Posts[2]},
	} {
		if got := p.Typed(typed); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", typed, got)
		}
	}
}

// TestNamedPeople: a name that its parts do not give back stays as it was said.
func TestNamedPeople(t *testing.T) {
	for name, full := range map[string]string{
		"Пётр Образцов": "", "Образцов Пётр Иванович": "Образцов Пётр Иванович", "Пётр Иванович Образцов": "Пётр Иванович Образцов", " Пётр \n Образцов ": "",
		"Имангали": "", "Си Цзиньпин": "",
	} {
		p := Named(name)
		if p.Full != full || p.Name() != Line(name) {
			t.Errorf("%q: %+v", name, p)
		}
	}
}

// TestSpellings lists the ways in which texts write a name.
func TestSpellings(t *testing.T) {
	for want, p := range map[string]Person{
		"Иван Пробный|И. Пробный|Иван Пробный|Пробный Иван|И. Пробный|Пробный И.":                                                                                             {First: "Иван", Last: "Пробный"},
		"Иван Пробный|И. Пробный|Иван Пробный|Пробный Иван|Иван Ильич Пробный|Пробный Иван Ильич|И. Пробный|Пробный И.|И.И. Пробный|Пробный И.И.|И. И. Пробный|Пробный И. И.": {First: "Иван", Patronymic: "Ильич", Last: "Пробный"},
		"Имангали|Имангали": {First: "Имангали"},
	} {
		if got := strings.Join(slices.Collect(p.spellings), "|"); got != want {
			t.Errorf("got %s", got)
		}
	}
}

// TestDeclinedAsTyped: a name without a post has none, a post without a name has no name.
func TestDeclinedAsTyped(t *testing.T) {
	r := Registers{People: []Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "посол"}}}}}
	for text, want := range map[string]string{
		"Иван Пробный": "Ивана Пробного", "посол Иван Пробный": "посла Ивана Пробного", "Анна Озерова": "Анны Озеровой", "министр Анна Озерова": "министра Анны Озеровой",
	} {
		if got := r.Declined(grammar.House{}, text).Forms[grammar.Genitive]; got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestTheRegisters are these, in this order, and Count counts the cards of all.
func TestTheRegisters(t *testing.T) {
	if got := strings.Join(Names(), " "); got != "people organisations places" {
		t.Errorf("got %s", got)
	}
	r := Registers{People: make([]Person, 3), Organisations: make([]Organisation, 5), Places: make([]Place, 7)}
	if r.Count() != 15 || r.Only(People).Count() != 3 || r.Only(Organisations).Count() != 5 || r.Only(Places).Count() != 7 {
		t.Errorf("%d cards", r.Count())
	}
}

// TestANameOfItsOwnAtTheEnd: who is called otherwise than by first name and surname is
// found by that.
func TestANameOfItsOwnAtTheEnd(t *testing.T) {
	r := Registers{People: []Person{
		{First: "Иван", Last: "Пробный"}, {First: "Анна", Last: "Озерова", Full: "Анна Псевдоним"}, {First: "Пётр", Last: "Образцов", Short: "П. О."},
	}}
	for phrase, want := range map[string]string{
		"секретарь Иван Пробный": "Иван Пробный", "секретарь Анна Псевдоним": "Анна Псевдоним", "секретарь Озерова Анна": "Озерова Анна", "секретарь П. О.": "П. О.",
		" секретарь Пробный И. ": "Пробный И.", "секретарь": "", "": "", "Пробный": "", "неИван Пробный": "",
	} {
		if got := r.NameAtEnd(phrase); got != want {
			t.Errorf("%q: %q", phrase, got)
		}
	}
}

// TestRowsWithoutAName are told by their line and the column that lacks it.
func TestRowsWithoutAName(t *testing.T) {
	organisations, skipped, err := ReadOrganisationsCSV([]byte("name,short\nСовет,С\n,Б\n"))
	if err != nil || len(organisations) != 1 || len(skipped) != 1 || !reflect.DeepEqual(skipped[0], error(&TableError{3, "", namesColumn})) {
		t.Errorf("%+v, %v, %v", organisations, skipped, err)
	}
	places, skipped, err := ReadPlacesCSV([]byte("name,country\nПробный,Армения\n,Беларусь\n"))
	if err != nil || len(places) != 1 || len(skipped) != 1 || !reflect.DeepEqual(skipped[0], error(&TableError{3, "", namesColumn})) {
		t.Errorf("%+v, %v, %v", places, skipped, err)
	}
	places, skipped, err = ReadPlacesCSV([]byte("name,country\nПроб\xffный,Армения\nПробный,Беларусь,лишнее\nПробный,Беларусь,\n"))
	if want := []error{&TableError{2, "Проб\ufffdный", "UTF-8"}, &TableError{3, "лишнее", "3"}}; err != nil || len(places) != 1 || !reflect.DeepEqual(skipped, want) {
		t.Errorf("%+v, %v, %v", places, skipped, err)
	}
	if got := strings.Join(Endings(), " "); got != ".xlsx .ods .csv .tsv .txt .docx .odt .rtf .doc .html .htm .toml" {
		t.Errorf("files end in %s", got)
	}
}

// TestPreviewOfTheHouse declines as the house writes.
func TestPreviewOfTheHouse(t *testing.T) {
	r := Registers{
		People: []Person{{First: "Пётр", Last: "Пробный"}}, Organisations: []Organisation{{Name: "Союз учёных"}}, Places: []Place{{Name: "Озёрск"}},
	}
	for yo, want := range map[grammar.Yo]string{grammar.YoEverywhere: "Петра Пробного; Союза учёных; Озёрска", grammar.YoNowhere: "Петра Пробного; Союза ученых; Озерска"} {
		var names []string
		for _, kind := range []grammar.Kind{grammar.Person, grammar.Organisation, grammar.Place} {
			for _, hit := range r.Preview(grammar.House{Yo: yo}, on("2024-01-01")) {
				if hit.Kind == kind {
					names = append(names, hit.Forms[grammar.Genitive])
				}
			}
		}
		if got := strings.Join(names, "; "); got != want {
			t.Errorf("%s: %s", yo, got)
		}
	}
}

// TestWhatAnotherCardAdds: each thing that a card lacks is taken over, what it has stays,
// and neither card is written over.
func TestWhatAnotherCardAdds(t *testing.T) {
	of := func(said string) Person {
		var p Person
		v := reflect.ValueOf(&p).Elem()
		for i := range v.NumField() {
			if v.Field(i).Kind() == reflect.String {
				v.Field(i).SetString(said)
			}
		}
		p.Full = "" // it is the name, by which the two are one
		p.Forms, p.Other = grammar.Forms{grammar.Genitive: said}, Other{"kk": said}
		p.Posts = []Post{{Title: said}}
		return p
	}
	own, other := of("а"), of("б")
	joined := of("а")
	joined.Posts = append(joined.Posts, Post{Title: "б"})
	if got := own.with(other); !reflect.DeepEqual(got, joined) || !reflect.DeepEqual(own, of("а")) || !reflect.DeepEqual(other, of("б")) {
		t.Errorf("what a card has: %+v", got)
	}
	if got := (Person{}).with(other); !reflect.DeepEqual(got, of("б")) {
		t.Errorf("what a card lacks: %+v", got)
	}
	if got := own.with(own); !reflect.DeepEqual(got, of("а")) {
		t.Errorf("its own: %+v", got)
	}
	roomy := of("а")
	roomy.Posts = append(make([]Post, 0, 8), roomy.Posts...)
	if one, two := roomy.with(Person{Posts: []Post{{Title: "б"}}}), roomy.with(Person{Posts: []Post{{Title: "в"}}}); one.Posts[1].Title != "б" || two.Posts[1].Title != "в" {
		t.Errorf("two cards share their posts: %+v, %+v", one.Posts, two.Posts)
	}
	later := Person{Posts: []Post{{Title: "а", From: on("2024-01-01")}}}
	if got := own.with(later); len(got.Posts) != 2 {
		t.Errorf("a second term: %+v", got.Posts)
	}
}

// TestOtherLanguagesAsTyped: a line each; the first that is none is named.
func TestOtherLanguagesAsTyped(t *testing.T) {
	for text, want := range map[string]struct {
		names Other
		wrong string
	}{
		"":          {nil, ""},
		"\n \n":     {nil, ""},
		"kk: Кеңес": {Other{"kk": "Кеңес"}, ""},
		" hy :Խորհուրդ\r\nuz-Cyrl: Кенгаш ": {Other{"hy": "Խորհուրդ", "uz-Cyrl": "Кенгаш"}, ""},
		"kk: а\nkk: б":       {Other{"kk": "б"}, ""},
		"kk: а: б":           {Other{"kk": "а: б"}, ""},
		"kk: а\nкк: б\nhy":   {nil, "кк: б"},
		"kk: а\n\n\nhy: б\n": {Other{"kk": "а", "hy": "б"}, ""},
		"kk Кеңес":           {nil, "kk Кеңес"},
		"kk:":                {nil, "kk:"},
		": Кеңес":            {nil, ": Кеңес"},
	} {
		got, wrong := ParseOther(text)
		if !reflect.DeepEqual(got, want.names) || wrong != want.wrong {
			t.Errorf("%q: %v, %q", text, got, wrong)
		}
		if again, wrong := ParseOther(got.Lines()); wrong != "" || !reflect.DeepEqual(again, got) {
			t.Errorf("%q reads back as %v, %q", got.Lines(), again, wrong)
		}
	}
}

// TestWhatIsGuessedIsTold: of somebody with a post, where either of the two is a guess.
func TestWhatIsGuessedIsTold(t *testing.T) {
	for name, tt := range map[string]struct {
		p     Person
		guess bool
	}{
		"neither":  {Person{First: "Иван", Last: "Пробнов", Posts: []Post{{Title: "министр"}}}, false},
		"the name": {Person{First: "Abc", Posts: []Post{{Title: "министр"}}}, true},
		"the post": {Person{First: "Иван", Last: "Пробнов", Posts: []Post{{Title: "трамбыш дел"}}}, true},
	} {
		hits := Registers{People: []Person{tt.p}}.Preview(grammar.House{}, on("2024-01-01"))
		if len(hits) != 1 || hits[0].Guess != tt.guess {
			t.Errorf("%s: %+v", name, hits)
		}
	}
	sure, guessed := Post{Title: "министр"}, Post{Title: "трамбыш дел"}
	for _, posts := range [][]Post{{sure, sure}, {sure, guessed}, {guessed, sure}, {guessed, sure, sure}, {guessed, guessed}} {
		all := Together(grammar.House{}, posts)
		if want := slices.ContainsFunc(posts, func(p Post) bool { return p.Title == guessed.Title }); all.Guess != want {
			t.Errorf("%s is a guess: %t", all.Phrase, all.Guess)
		}
	}
	for name, guess := range map[string]bool{"Совет": false, "Abc": true} {
		if hits := (Registers{Organisations: []Organisation{{Name: name}}}).Preview(grammar.House{}, on("2024-01-01")); hits[0].Guess != guess {
			t.Errorf("%s: %+v", name, hits)
		}
	}
	mended := Person{First: "Abc", Posts: []Post{{Title: "министр"}}, Forms: grammar.Forms{}}
	for _, c := range grammar.Cases() {
		mended.Forms[c] = "Abc"
	}
	if hits := (Registers{People: []Person{mended}}).Preview(grammar.House{}, on("2024-01-01")); hits[0].Guess {
		t.Errorf("what a person has corrected is a guess: %+v", hits)
	}
}

// TestTheColumnThatSaysWhether: a table says yes, in the words that others read.
func TestTheColumnThatSaysWhether(t *testing.T) {
	data, err := PeopleCSV([]Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "министр"}, {Title: "член Совета", Beside: true}}}})
	if err != nil || strings.Count(string(data), "yes") != 1 {
		t.Errorf("%s, %v", data, err)
	}
}

// TestPostsBesideOthers: the newest post of a day with those that are named beside it, in the order of the card; none
// where no post is held, though one was named beside others.
func TestPostsBesideOthers(t *testing.T) {
	card := Person{Posts: []Post{
		{Title: "старый", Until: on("2019-12-31")},
		{Title: "бывший рядом", Until: on("2019-12-31"), Beside: true},
		{Title: "рядом", From: on("2021-01-01"), Beside: true},
		{Title: "новый", From: on("2020-06-01"), Until: on("2023-12-31")},
		{Title: "второй рядом", From: on("2021-01-01"), Until: on("2022-12-31"), Beside: true},
	}}
	for day, want := range map[string]string{
		"2019-06-01": "старый, бывший рядом", "2019-12-31": "старый, бывший рядом", "2020-01-01": "", "2020-06-01": "новый", "2021-01-01": "рядом, новый, второй рядом",
		"2023-01-01": "рядом, новый", "2024-01-01": "рядом",
	} {
		var titles []string
		for _, post := range card.PostsOn(on(day)) {
			titles = append(titles, post.Title)
		}
		if got := strings.Join(titles, ", "); got != want {
			t.Errorf("%s: %s, want %s", day, got, want)
		}
	}
	first := Person{Posts: []Post{{Title: "посол"}, {Title: "рядом", Beside: true}}}
	if got := first.PostsOn(on("2024-01-01")); len(got) != 2 {
		t.Errorf("the first post of a card: %+v", got)
	}
}

// TestWhereNamesAreMentioned: at either end of a text too, in any case, the longer names first.
func TestWhereNamesAreMentioned(t *testing.T) {
	x := NewIndex(grammar.House{}, Registers{
		People:        []Person{{First: "Иван", Last: "Пробный", English: "Ivan Probny"}, {First: "Бакыт"}},
		Organisations: []Organisation{{Name: "Совет", Abbreviation: "СПГ"}, {Name: "Совет пробных дел"}},
	}, on("2024-01-01"))
	for text, want := range map[string]string{
		"Иван Пробный": "Иван Пробный 0 2", "с Иваном Пробным": "Иван Пробный 1 3", "Иваном Пробным был": "Иван Пробный 0 2", "Бакыт": "Бакыт 0 1", "о Бакыте": "Бакыт 1 2", "Ivan Probny": "Иван Пробный 0 2",
		"Иван": "", "Иван Образцов": "", "Пробный Иван": "", "СПГ": "Совет 0 1", "Совета пробных дел": "Совет пробных дел 0 3, Совет 0 1", "": "", "Бакыт и Бакыту": "Бакыт 0 1, Бакыт 2 3",
	} {
		var named []string
		for _, m := range x.Mentions(slices.Collect(words.In(text))) {
			if m.Hit.Kind != grammar.Place {
				named = append(named, fmt.Sprint(m.Hit.Name, " ", m.From, " ", m.To))
			}
		}
		named = slices.Compact(named)
		if got := strings.Join(named, ", "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestCardsAmongNamesakes: where some people have one name, the others are known by their names still.
func TestCardsAmongNamesakes(t *testing.T) {
	card := func(name, post string) Person {
		return Person{First: "Иван", Last: name, Posts: []Post{{Title: post}}}
	}
	r := Registers{People: []Person{card("Пробный", "посол"), card("Пробный", "министр"), card("Озеров", "посол")}}
	for name, tt := range map[string]struct {
		more Person
		want string
	}{
		"of one name alone":     {card("Озеров", "министр"), "Пробный посол, Пробный министр, Озеров министр"},
		"the second namesake":   {card("Пробный", "министр"), "Пробный посол, Пробный министр, Озеров посол"},
		"a third namesake":      {card("Пробный", "декан"), "Пробный посол, Пробный министр, Озеров посол, Пробный декан"},
		"a new one":             {card("Дальний", "посол"), "Пробный посол, Пробный министр, Озеров посол, Дальний посол"},
		"a namesake, no post":   {Person{First: "Иван", Last: "Пробный"}, "Пробный , Пробный министр, Озеров посол"},
		"one of one name, none": {Person{First: "Иван", Last: "Озеров"}, "Пробный посол, Пробный министр, Озеров "},
	} {
		var all []string
		for _, p := range r.With(Registers{People: []Person{tt.more}}).People {
			post := ""
			if len(p.Posts) > 0 {
				post = p.Posts[0].Title
			}
			all = append(all, p.Last+" "+post)
		}
		if got := strings.Join(all, ", "); got != tt.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
