package register

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Of several posts held on a day the newest is the person's, whatever the
// order in which the card has them.
func TestTheNewestOfSeveralPosts(t *testing.T) {
	posts := map[string]Post{
		"старый":   {Title: "старый", From: day("2010-01-01")},
		"средний":  {Title: "средний", From: day("2015-01-01")},
		"новый":    {Title: "новый", From: day("2020-01-01")},
		"прошлый":  {Title: "прошлый", From: day("2021-01-01"), Until: day("2021-12-31")},
		"будущий":  {Title: "будущий", From: day("2030-01-01")},
		"вечный":   {Title: "вечный"},
		"уходящий": {Title: "уходящий", Until: day("2019-12-31")},
	}
	for _, tt := range []struct{ posts, on, want string }{
		{"старый средний новый", "2024-01-01", "новый"},
		{"новый средний старый", "2024-01-01", "новый"},
		{"средний новый старый", "2024-01-01", "новый"},
		{"новый средний старый", "2019-12-31", "средний"},
		{"новый средний старый", "2020-01-01", "новый"},
		{"новый средний старый", "2010-01-01", "старый"},
		{"новый средний старый", "2009-12-31", ""},
		{"новый прошлый", "2021-12-31", "прошлый"},
		{"новый прошлый", "2022-01-01", "новый"},
		{"прошлый новый", "2021-06-01", "прошлый"},
		{"новый вечный", "2024-01-01", "новый"},
		{"вечный новый", "2024-01-01", "новый"},
		{"вечный новый", "2019-01-01", "вечный"},
		{"уходящий вечный", "2019-12-31", "вечный"}, // both from the beginning: the card's last
		{"вечный уходящий", "2019-12-31", "уходящий"},
		{"уходящий", "2020-01-01", ""},
		{"новый будущий", "2024-01-01", "новый"},
		{"прошлый новый средний", "", "новый"},
		{"прошлый", "", ""},
		{"новый будущий", "", "будущий"}, // it holds still, once it has begun
		{"", "2024-01-01", ""},
	} {
		var p Person
		for name := range strings.FieldsSeq(tt.posts) {
			p.Posts = append(p.Posts, posts[name])
		}
		var on release.Date
		if tt.on != "" {
			on = day(tt.on)
		}
		if got, ok := p.PostOn(on); got.Title != tt.want || ok != (tt.want != "") {
			t.Errorf("%s on %q: %q, %t; want %q", tt.posts, tt.on, got.Title, ok, tt.want)
		}
	}
	p := Person{Posts: []Post{{Title: "а", English: "A"}, {Title: "б", English: "B"}}}
	if p.Post("б").English != "B" || !reflect.DeepEqual(p.Post("в"), Post{Title: "в"}) {
		t.Errorf("%+v, %+v", p.Post("б"), p.Post("в"))
	}
}

func TestNamesOfPeople(t *testing.T) {
	for want, p := range map[string]Person{
		"Иван Пробный|И. Пробный":               {First: "Иван", Last: "Пробный"},
		"Пробный|Пробный":                       {Last: "Пробный"},
		"Иван|Иван":                             {First: "Иван"},
		"Иван Ильич Пробный|И. Пробный":         {First: "Иван", Last: "Пробный", Full: "Иван Ильич Пробный"},
		"Иван Пробный|Ив. Пробный":              {First: "Иван", Last: "Пробный", Short: "Ив. Пробный"},
		"Жээнбек уулу Бакыт|Жээнбек уулу Бакыт": {First: "Жээнбек уулу Бакыт"},
		"|": {},
	} {
		if got := p.Name() + "|" + p.ShortName(); got != want {
			t.Errorf("%+v: %s", p, got)
		}
	}
}

// What a person typed wins over what is proposed, and only with all of it typed
// nothing is guessed any more.
func TestCorrected(t *testing.T) {
	proposed := grammar.Declension{Forms: grammar.Forms{"nom": "а", "gen": "б", "dat": "в", "acc": "г", "ins": "д", "prep": "е"}, Guess: true}
	was := fmt.Sprint(proposed.Forms)
	got := corrected(grammar.House{}, proposed, grammar.Forms{"gen": "Б"})
	if got.Forms["gen"] != "Б" || got.Forms["dat"] != "в" || !got.Guess || fmt.Sprint(proposed.Forms) != was {
		t.Errorf("%+v, from %v", got, proposed.Forms)
	}
	for n := range 6 {
		typed := grammar.Forms{}
		for _, c := range grammar.Cases()[1 : n+1] {
			typed[c] = "x"
		}
		if guess := corrected(grammar.House{}, proposed, typed).Guess; guess != (n < 5) {
			t.Errorf("%d forms typed: a guess is %t", n, guess)
		}
	}
	proposed.Guess = false
	if corrected(grammar.House{}, proposed, grammar.Forms{"gen": "Б"}).Guess {
		t.Error("what was typed made a guess of what was known")
	}
}

func TestCorrectKeepsTheDifference(t *testing.T) {
	proposed := grammar.Forms{"nom": "а", "gen": "б", "dat": "в", "acc": "г", "ins": "д", "prep": "е"}
	for name, tt := range map[string]struct{ typed, want grammar.Forms }{
		"nothing":           {nil, nil},
		"the same":          {proposed, nil},
		"one other":         {grammar.Forms{"gen": " Б ", "dat": "в"}, grammar.Forms{"gen": "Б"}},
		"one emptied":       {grammar.Forms{"gen": "  "}, nil},
		"the nominative":    {grammar.Forms{"nom": "А"}, nil},
		"all of them other": {grammar.Forms{"gen": "1", "dat": "2", "acc": "3", "ins": "4", "prep": "5"}, grammar.Forms{"gen": "1", "dat": "2", "acc": "3", "ins": "4", "prep": "5"}},
	} {
		if got := Correct(grammar.Declension{Forms: proposed}, tt.typed); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Whoever types over a guess what it says has looked at it, and is asked no more.
func TestAGuessIsConfirmed(t *testing.T) {
	p := Person{First: "Абега", Last: "Пробец"}
	d := p.Declined(grammar.House{})
	if p.Forms = Correct(d, d.Forms); !d.Guess || len(p.Forms) != 5 || p.Declined(grammar.House{}).Guess {
		t.Errorf("a guess: %v, kept %v", d.Guess, p.Forms)
	}
}

// A table in which the forms, the posts or the English are not told leaves those of the card.
func TestATableLeavesWhatItDoesNotTell(t *testing.T) {
	forms := grammar.Forms{"gen": "Абеги Чизулька"}
	old := Registers{
		People: []Person{{First: "Абега", Last: "Чизулька", English: "Abega Chizulka", Other: Other{"kk": "А"}, Forms: forms, Posts: []Post{
			{Title: "Посол", English: "Ambassador", Forms: grammar.Forms{"ins": "Послом"}}, {Title: "Декан"},
		}}},
		Organisations: []Organisation{{Name: "Совет", Abbreviation: "С", English: "Council", Forms: forms}},
		Places:        []Place{{Name: "Пробное", Preposition: "на", Zone: "Asia/Bishkek", Forms: forms}},
	}
	more := Registers{
		People:        []Person{{First: "Абега", Last: "Чизулька", Country: "MW", Posts: []Post{{Title: "Ректор"}, {Title: "Посол"}}}, {First: "Анна", Last: "Озерова"}},
		Organisations: []Organisation{{Name: "Совет", English: "The Council"}},
		Places:        []Place{{Name: "Пробное", Country: "KG"}},
	}
	got := old.Complete(more)
	p, o, place := got.People[0], got.Organisations[0], got.Places[0]
	if p.Country != "MW" || p.English == "" || p.Other["kk"] == "" || !reflect.DeepEqual(p.Forms, forms) || len(p.Posts) != 2 || p.Posts[1].English != "Ambassador" || p.Posts[1].Forms["ins"] == "" || p.Posts[0].English != "" || p.Posts[0].Forms != nil {
		t.Errorf("the person: %+v", p)
	}
	if o.Abbreviation != "С" || o.English != "The Council" || len(o.Forms) == 0 || place.Country != "KG" || place.Preposition != "на" || place.Zone == "" || len(place.Forms) == 0 {
		t.Errorf("the organisation: %+v, the place: %+v", o, place)
	}
	if bare := old.Complete(Registers{People: []Person{{First: "Абега", Last: "Чизулька"}}}); len(bare.People[0].Posts) != 2 {
		t.Errorf("a table without posts: %+v", bare.People)
	}
	if more.People[0].English != "" || more.People[0].Posts[0].English != "" || len(got.People) != 2 {
		t.Errorf("the table itself: %+v", more.People)
	}
}

// An appointment to come is looked at too where its forms are a guess.
func TestThePreviewHasPostsToCome(t *testing.T) {
	day := release.Date{Year: 2026, Month: 12, Day: 5}
	r := Registers{People: []Person{{First: "Анна", Last: "Озерова", Posts: []Post{{Title: "посол"}, {Title: "капитан порта Скид", From: day}, {Title: "министр", From: day}}}}}
	var all []string
	for _, hit := range r.Preview(grammar.House{}, release.Date{Year: 2026, Month: 11, Day: 28}) {
		all = append(all, hit.Full().Forms[grammar.Genitive])
	}
	if got := strings.Join(all, "; "); got != "капитана порта Скид Анны Озеровой; посла Анны Озеровой" {
		t.Error(got)
	}
}

func TestFindingByName(t *testing.T) {
	r := Registers{
		People: []Person{
			{First: "Иван", Last: "Пробный", Country: "1"}, {First: "Анна", Last: "Озерова", Full: "Анна Ильинична Озерова", Short: "Аня О.", Country: "2"}, {First: "Бакыт", Country: "3"},
		},
		Organisations: []Organisation{{Name: "Совет пробных государств", Short: "Пробный совет", Abbreviation: "СПГ", English: "1"}, {Name: "Безымянное", English: "2"}},
		Places:        []Place{{Name: "Бишкек", Zone: "own"}, {Name: "Пробное", Official: "Республика Пробная", Preposition: "на", Country: "XX", Forms: grammar.Forms{"gen": "x"}}},
	}
	for text, want := range map[string]string{
		"Иван Пробный": "1", "И. Пробный": "1", "министр юстиции Иван Пробный": "1", "Анна Ильинична Озерова": "2", "Анна Озерова": "2", "Озерова Анна": "2", "Аня О.": "2", "Бакыт": "3",
		"Пробный Иван": "1", "Пробный И.": "1", "Пробный Пётр": "",
		"Пётр Пробный": "", "П. Пробный": "", "Пробный": "", "министр юстиции": "", "": "",
	} {
		if p, ok := r.Person(text); p.Country != want || ok != (want != "") {
			t.Errorf("%s: %+v, %t", text, p, ok)
		}
	}
	for name, want := range map[string]string{"Совет пробных государств": "1", "Пробный совет": "1", "СПГ": "1", "Безымянное": "2", "": "", "спг": "", "Совет": ""} {
		if o, ok := r.Organisation(name); o.English != want || ok != (want != "") {
			t.Errorf("%s: %+v, %t", name, o, ok)
		}
	}
	if p, ok := r.Place("Бишкек"); !ok || p.Zone != "own" {
		t.Errorf("the office's own come first: %+v", p)
	}
	if p, ok := r.Place("Пробное"); !ok || p.Preposition != "на" || p.Forms == nil {
		t.Errorf("%+v", p)
	}
	// Under its official name a place has other forms.
	if p, ok := r.Place("Республика Пробная"); !ok || p.Name != "Республика Пробная" || p.Country != "XX" || p.Preposition != "" || p.Forms != nil {
		t.Errorf("%+v", p)
	}
	if r.Places[1].Name != "Пробное" || r.Places[1].Forms == nil {
		t.Error("the register was changed")
	}
	first := Shipped()[0]
	if p, ok := (Registers{}).Place(first.Name); !ok || p.English != first.English {
		t.Errorf("the first that is shipped: %+v", p)
	}
	if _, ok := r.Place(""); ok {
		t.Error("a place without a name")
	}
	if _, ok := r.Place("Нигде"); ok {
		t.Error("a place that is none")
	}
}

func TestWithAndWithout(t *testing.T) {
	old := Registers{
		People:        []Person{{First: "А", Last: "А", Country: "1"}, {First: "Б", Last: "Б", Country: "1"}},
		Organisations: []Organisation{{Name: "А", English: "1"}, {Name: "Б", English: "1"}},
		Places:        []Place{{Name: "А", Zone: "1"}, {Name: "Б", Zone: "1"}},
	}
	more := Registers{
		People:        []Person{{First: "А", Last: "А", Country: "2"}, {First: "В", Last: "В", Country: "2"}},
		Organisations: []Organisation{{Name: "А", English: "2"}, {Name: "В", English: "2"}},
		Places:        []Place{{Name: "А", Zone: "2"}, {Name: "В", Zone: "2"}},
	}
	show := func(r Registers) string {
		var all []string
		for _, p := range r.People {
			all = append(all, p.Name()+p.Country)
		}
		for _, o := range r.Organisations {
			all = append(all, o.Name+o.English)
		}
		for _, p := range r.Places {
			all = append(all, p.Name+p.Zone)
		}
		return strings.Join(all, " ")
	}
	const was = "А А1 Б Б1 А1 Б1 А1 Б1"
	if got := show(old.With(more)); got != "А А2 Б Б1 В В2 А2 Б1 В2 А2 Б1 В2" || show(old) != was {
		t.Errorf("%s; before %s", got, show(old))
	}
	for kind, want := range map[grammar.Kind]string{grammar.Person: "Б Б1 А1 Б1 А1 Б1", grammar.Place: "А А1 Б Б1 А1 Б1 Б1", grammar.Organisation: "А А1 Б Б1 Б1 А1 Б1"} {
		name := "А"
		if kind == grammar.Person {
			name = "А А"
		}
		if got := show(old.Without(kind, name, "")); got != want || show(old) != was {
			t.Errorf("without a %s: %s; before %s", kind, got, show(old))
		}
		if got := show(old.Without(kind, "нет", "")); got != was {
			t.Errorf("without what is not there: %s", got)
		}
	}
}

// A register goes out and comes back in each form of file, by its own name.
func TestFilesOfRegisters(t *testing.T) {
	full := Registers{
		People: []Person{
			{
				First: "Иван", Patronymic: "Ильич", Last: "Пробный", Gender: "m", Country: "KG", Organisation: "Совет", Full: "Иван Ильич Пробный", Short: "И. И. Пробный", English: "Ivan Probny", EnglishShort: "I. Probny",
				Forms: grammar.Forms{"gen": "1", "dat": "2", "acc": "3", "ins": "4", "prep": "5"},
				Posts: []Post{{Title: "министр", English: "Minister", From: day("2018-01-01"), Until: day("2020-10-15")}, {Title: "посол; «особый»", From: day("2020-10-16")}},
			},
			{Last: "Озерова"},
			{First: "Иван", Patronymic: "Петрович", Last: "Пробный", Full: "Иван Ильич Пробный"}, // another of the same name
		},
		Organisations: []Organisation{{Name: "Совет", Short: "С", Abbreviation: "СПГ", English: "Council", Forms: grammar.Forms{"gen": "1", "dat": "2", "acc": "3", "ins": "4", "prep": "5"}}, {Name: "Штаб"}},
		Places:        []Place{{Name: "Пробное", Official: "Республика", Preposition: "на", Country: "XX", Zone: "Asia/Bishkek", English: "P", Forms: grammar.Forms{"gen": "1", "dat": "2", "acc": "3", "ins": "4", "prep": "5"}}, {Name: "Ош"}},
	}
	for name, only := range map[string]Registers{
		"people": {People: full.People}, "organisations": {Organisations: full.Organisations}, "places": {Places: full.Places},
	} {
		for _, ending := range []string{".toml", ".TOML", ".csv", ""} {
			data, err := full.Write(name, ending)
			if err != nil {
				t.Fatal(err)
			}
			isTOML := strings.HasPrefix(string(data), "[["+name+"]]")
			if isTOML != strings.EqualFold(ending, ".toml") || isTOML == strings.HasPrefix(string(data), "\ufeff") {
				t.Errorf("%s%s begins %q", name, ending, data[:min(len(data), 20)])
			}
			if back, skipped, err := Read(name, ending, data, asIs); err != nil || len(skipped) > 0 || !reflect.DeepEqual(back, only) {
				t.Errorf("%s%s: %v\n got %+v\nwant %+v", name, ending, err, back, only)
			}
			if got, skipped, err := Read(name, ending, []byte("чужое = 1\nчужое"), asIs); err == nil && len(skipped) < 2 || got.Count() > 0 {
				t.Errorf("%s%s: what is none was read", name, ending)
			}
		}
	}
	if People+Organisations+Places != "peopleorganisationsplaces" {
		t.Error("files of offices have these names")
	}
}

// Tables as spreadsheets write them, and what is wrong in one is told with its line.
func TestTables(t *testing.T) {
	for name, text := range map[string]string{
		"semicolons": "first;last;from;post\nИван;Пробный;2024-09-11;посол\n", "commas": "first,last,from,post\nИван,Пробный,11.09.2024,посол\n", "a byte order mark": "\ufefffirst;last;post;from\nИван;Пробный;посол;2024-09-11\n",
		"another order": "post;from;last;first\nпосол;2024-09-11;Пробный;Иван", "spaces": "first;last;post;from\n Иван ; Пробный;посол ;2024-09-11\n", "CRLF": "first;last;post;from\r\nИван;Пробный;посол;2024-09-11\r\n",
		"more semicolons than commas in the head": "first;last;post;from\n\"Иван\";Пробный;посол;2024-09-11\n",
	} {
		people, skipped, err := ReadPeopleCSV([]byte(text))
		if want := []Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "посол", From: day("2024-09-11")}}}}; err != nil || len(skipped) > 0 || !reflect.DeepEqual(people, want) {
			t.Errorf("%s: %+v, %v", name, people, err)
		}
	}
	for name, tt := range map[string]struct {
		text string
		want TableError
	}{
		"a day":           {"first;post;from\nа;б;2024-09-11\n\nв;г;вчера\n", TableError{4, "вчера", "from"}},
		"its last day":    {"first;post;until\nа;б;вчера\n", TableError{2, "вчера", "until"}},
		"a day, no first": {"first;post;from;until\nа;б;;вчера\n", TableError{2, "вчера", "until"}},
	} {
		var own *TableError
		if _, skipped, err := ReadPeopleCSV([]byte(tt.text)); !errors.As(errors.Join(append(skipped, err)...), &own) || *own != tt.want {
			t.Errorf("%s: %v, %v", name, skipped, err)
		}
	}
	for name, err := range map[string]error{
		"nothing": tableErr(ReadPeopleCSV(nil)), "a place without a column of names": tableErr(ReadPlacesCSV([]byte("zone;short\nа;б\n"))),
	} {
		if err == nil {
			t.Errorf("%s was read", name)
		}
	}
	for name, skipped := range map[string][]error{
		"a column of places":             rowErrs(ReadPlacesCSV([]byte("name;short\nа;б\n"))),
		"a column of organisations":      rowErrs(ReadOrganisationsCSV([]byte("name;zone\nа;б\n"))),
		"an organisation without a name": rowErrs(ReadOrganisationsCSV([]byte("name;short\n;С\n"))),
		"a place without a name":         rowErrs(ReadPlacesCSV([]byte("name;zone\n;x\n"))),
		"a quote that does not close":    rowErrs(ReadPlacesCSV([]byte("name\nа\n\"в\n"))),
		"a quote within":                 rowErrs(ReadOrganisationsCSV([]byte("name\nа\"б\n"))),
		"a row too long":                 rowErrs(ReadPlacesCSV([]byte("name;zone\nа;б;в\n"))),
	} {
		if len(skipped) != 1 {
			t.Errorf("%s: skipped %v", name, skipped)
		}
	}
	for text, want := range map[string]string{
		"[[organisations]]\nshort = \"x\"\n":                                        "1 organisations unnamed ",
		"[[organisations]]\nname = \"x\"\n[organisations.forms]\n\"род\" = \"x\"\n": "4 organisations.forms.род value nom, gen, dat, acc, ins, prep",
	} {
		_, faults := DecodeOrganisations([]byte(text))
		if len(faults) != 1 || fmt.Sprintf("%d %s %s %s", faults[0].Line, faults[0].Key, faults[0].Why, faults[0].Fits) != want {
			t.Errorf("%s: %+v", text, faults)
		}
	}
	if people, faults := DecodePeople([]byte("[[people]]\nfirst = \"И\"\n[[people.posts]]\ntitle = \"п\"\nfrom = \"2024-01-01\"\nuntil = \"2024-01-01\"\n")); len(faults) > 0 || len(people[0].Posts) != 1 {
		t.Errorf("a post of one day: %v", faults)
	}
	if people, faults := DecodePeople([]byte("[[people]]\nfirst = \"И\"\n[[people.posts]]\ntitle = \"п\"\n[people.posts.forms]\nvoc = \"x\"\ngen = \"y\"\n")); len(faults) != 1 || len(people[0].Posts[0].Forms) != 1 {
		t.Errorf("a post's case: %+v, %v", people, faults)
	}
}

func tableErr[T any](_ T, _ []error, err error) error { return err }

func rowErrs[T any](_ T, skipped []error, _ error) []error { return skipped }

func TestTheHeadsOfTables(t *testing.T) {
	for name, want := range map[string]string{
		"people":        "first;patronymic;last;gender;country;organisation;full;short;english;english_short;gen;dat;acc;ins;prep;post;post_english;from;until;beside\n",
		"organisations": "name;short;abbreviation;english;gen;dat;acc;ins;prep\n", "places": "name;official;preposition;country;zone;english;gen;dat;acc;ins;prep\n",
	} {
		if got, err := (Registers{}).Write(name, ".csv"); err != nil || string(got) != "\ufeff"+want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestFactsOfRegisters(t *testing.T) {
	if name, args := (&NoNameError{People, "Посол"}).Fact(); name != "register-post-alone" || !reflect.DeepEqual(args, map[string]any{"Text": "Посол"}) {
		t.Errorf("%s, %v", name, args)
	}
	for _, e := range []*NoNameError{{People, ""}, {Places, "x"}} {
		if name, args := e.Fact(); name != "register-no-name" || !reflect.DeepEqual(args, map[string]any{"Register": e.Register}) {
			t.Errorf("%s, %v", name, args)
		}
	}
	if name, args := (&QuoteError{3}).Fact(); name != "register-quotes" || !reflect.DeepEqual(args, map[string]any{"Line": 3}) {
		t.Errorf("%s, %v", name, args)
	}
	if name, args := (&TableError{2, "x", "from"}).Fact(); name != "register-table" || !reflect.DeepEqual(args, map[string]any{"Line": 2, "Value": "x", "Column": "from"}) {
		t.Errorf("%s, %v", name, args)
	}
	if got := (&NoNameError{People, "И"}).Error() + "; " + (&TableError{2, "x", "from"}).Error(); got != `people: no name in "И"; line 2: column from: "x"` {
		t.Errorf("got %s", got)
	}
}

// asIs takes a table for UTF-8.
func asIs(data []byte) (string, error) { return string(data), nil }
