package register

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/tomltext"
)

func day(text string) release.Date {
	var d release.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

func sample() Registers {
	return Registers{
		People: []Person{
			{
				First: "Садыр", Last: "Пробнов", Country: "KG", English: "Sadyr Probnov",
				Posts: []Post{
					{Title: "Министр юстиции", From: day("2018-01-01"), Until: day("2020-10-15")},
					{Title: "Президент Кыргызской Республики", English: "President of the Kyrgyz Republic", From: day("2020-10-16")},
				},
			},
			{First: "Анна", Patronymic: "Ильинична", Last: "Коваль", Gender: grammar.Feminine, Full: "Анна Ильинична Коваль", Forms: grammar.Forms{"ins": "Анной Ильиничною Коваль"}},
		},
		Organisations: []Organisation{{Name: "Совет пробных государств", Abbreviation: "СПГ"}},
		Places:        []Place{{Name: "Пробный", Preposition: "на", Zone: "Asia/Bishkek", Forms: grammar.Forms{"prep": "Пробном поле"}}},
	}
}

func TestNames(t *testing.T) {
	p := sample().People[0]
	if p.Name() != "Садыр Пробнов" || p.ShortName() != "С. Пробнов" || p.Declined(grammar.House{}).Forms["ins"] != "Садыром Пробновым" || p.DeclinedShort(grammar.House{}).Forms["gen"] != "С. Пробнова" {
		t.Errorf("%s, %s, %v, %v", p.Name(), p.ShortName(), p.Declined(grammar.House{}), p.DeclinedShort(grammar.House{}))
	}
	anna := sample().People[1].Declined(grammar.House{})
	if anna.Forms["ins"] != "Анной Ильиничною Коваль" || anna.Forms["gen"] != "Анны Ильиничны Коваль" {
		t.Errorf("what was corrected wins, the rest is proposed: %v", anna.Forms)
	}
	place := sample().Places[0].Declined(grammar.House{})
	if place.Preposition != "на" || place.Forms["prep"] != "Пробном поле" {
		t.Errorf("%+v", place)
	}
}

func TestTermsOfOffice(t *testing.T) {
	p := sample().People[0]
	for date, want := range map[string]string{
		"2019-05-05": "Министр юстиции", "2020-10-15": "Министр юстиции", "2020-10-16": "Президент Кыргызской Республики",
		"2024-01-01": "Президент Кыргызской Республики", "2017-01-01": "", "": "Президент Кыргызской Республики",
	} {
		var on release.Date
		if date != "" {
			on = day(date)
		}
		if post, ok := p.PostOn(on); post.Title != want || ok != (want != "") {
			t.Errorf("on %s: %q", date, post.Title)
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]Person{
		"Президент Республики Садыр Пробнов": {First: "Садыр", Last: "Пробнов", Gender: "m", Posts: []Post{{Title: "Президент Республики"}}},
		"Пробнова Анна Ильинична":            {First: "Анна", Patronymic: "Ильинична", Last: "Пробнова", Gender: "f", Full: "Пробнова Анна Ильинична"},
		"Иван Пробный":                       {First: "Иван", Last: "Пробный", Gender: "m"},
		"Озеров Иван":                        {First: "Иван", Last: "Озеров", Gender: "m", Full: "Озеров Иван"},
		"Жээнбек уулу Бакыт":                 {First: "Жээнбек уулу Бакыт", Gender: "m"},
	} {
		if got := (Registers{}).Parse(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", text, got, want)
		}
	}
}

func TestLookups(t *testing.T) {
	r := sample()
	if p, ok := r.Person("Президент Кыргызской Республики Садыр Пробнов"); !ok || p.Last != "Пробнов" {
		t.Error("not found with the post", p)
	}
	if p, ok := r.Place("Бишкек"); !ok || p.Zone != "Asia/Bishkek" || p.English != "Bishkek" {
		t.Errorf("%+v", p)
	}
	if p, ok := r.Place("Республика Казахстан"); !ok || p.Declined(grammar.House{}).Forms["prep"] != "Республике Казахстан" {
		t.Errorf("%+v", p)
	}
	if o, ok := r.Organisation("СПГ"); !ok || o.Declined(grammar.House{}).Forms["gen"] != "Совета пробных государств" {
		t.Errorf("%+v", o)
	}
	if _, ok := r.Person(""); ok {
		t.Error("nobody was found")
	}
}

func TestShippedPlaces(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Shipped() {
		if seen[p.Name] {
			t.Errorf("%s stands there twice", p.Name)
		}
		seen[p.Name] = true
		if _, err := time.LoadLocation(p.Zone); err != nil || p.Zone == "" || len(p.Country) != 2 || p.English == "" {
			t.Errorf("%+v: %v", p, err)
		}
		if d := p.Declined(grammar.House{}); d.Guess || d.Preposition == "" {
			t.Errorf("%s is declined by a guess", p.Name)
		}
	}
	if n := len(Shipped()); n < 900 {
		t.Errorf("%d places", n)
	}
}

// A form that a person corrected has ё where the house has it, as the others do.
func TestCorrectedFormsInTheHousesSpelling(t *testing.T) {
	o := Organisation{Name: "Счётный дом", Forms: grammar.Forms{"gen": "Счётнаго дома"}}
	d := o.Declined(grammar.House{Yo: grammar.YoNowhere})
	if d.Forms["gen"] != "Счетнаго дома" || d.Forms["dat"] != "Счетному дому" || o.Forms["gen"] != "Счётнаго дома" {
		t.Errorf("%v, %v", d.Forms, o.Forms)
	}
}

// What a person stored for the prepositional stands behind the preposition too.
func TestWhereByTheCard(t *testing.T) {
	for _, tt := range []struct {
		place Place
		want  string
	}{
		{Place{Name: "Крым"}, "в Крыму"},
		{Place{Name: "Крым", Preposition: "на"}, "на Крыму"},
		{Place{Name: "Крым", Forms: grammar.Forms{"gen": "Крыма"}}, "в Крыму"},
		{Place{Name: "Крым", Forms: grammar.Forms{"prep": "Тавриде"}}, "в Тавриде"},
	} {
		if got := tt.place.Declined(grammar.House{}).Where(); got != tt.want {
			t.Errorf("%+v: %s", tt.place, got)
		}
	}
	x := NewIndex(grammar.House{}, Registers{Places: []Place{{Name: "Крым"}}}, release.Date{})
	if found := x.Find(grammar.Place, "крыму", 1); len(found) != 1 || found[0].Name != "Крым" {
		t.Errorf("found %v", found)
	}
}

func TestFindByAnyForm(t *testing.T) {
	x := NewIndex(grammar.House{}, sample(), release.Date{})
	for typed, want := range map[string]string{
		"жапаровым": "", "пробнову": "Садыр Пробнов", "садыро": "Садыр Пробнов", "sadyr": "Садыр Пробнов", "президентом": "Садыр Пробнов",
		"бишкеке": "Бишкек", "спг": "Совет пробных государств", "кыргызскую": "Кыргызская Республика", "ковал анн": "Анна Ильинична Коваль",
	} {
		var names []string
		for _, hit := range x.Find("", typed, 10) {
			names = append(names, hit.Name)
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("%s: %s", typed, got)
		}
	}
	if hits := x.Find(grammar.Place, "", 5); len(hits) != 5 {
		t.Errorf("%d hits", len(hits))
	}
}

func TestRoundTrips(t *testing.T) {
	r := sample()
	people, err := EncodePeople(r.People)
	if err != nil {
		t.Fatal(err)
	}
	if got, faults := DecodePeople(people); len(faults) > 0 || !reflect.DeepEqual(got, r.People) {
		t.Errorf("people: %v\n%+v", faults, got)
	}
	organisations, _ := EncodeOrganisations(r.Organisations)
	if got, faults := DecodeOrganisations(organisations); len(faults) > 0 || !reflect.DeepEqual(got, r.Organisations) {
		t.Errorf("organisations: %v\n%+v", faults, got)
	}
	places, _ := EncodePlaces(r.Places)
	if got, faults := DecodePlaces(places); len(faults) > 0 || !reflect.DeepEqual(got, r.Places) {
		t.Errorf("places: %v\n%+v", faults, got)
	}
	table, _ := PeopleCSV(r.People)
	if got, skipped, err := ReadPeopleCSV(table); err != nil || len(skipped) > 0 || !reflect.DeepEqual(got, r.People) {
		t.Errorf("people as CSV: %v\n%+v", err, got)
	}
	table, _ = OrganisationsCSV(r.Organisations)
	if got, skipped, err := ReadOrganisationsCSV(table); err != nil || len(skipped) > 0 || !reflect.DeepEqual(got, r.Organisations) {
		t.Errorf("organisations as CSV: %v\n%+v", err, got)
	}
	table, _ = PlacesCSV(r.Places)
	if got, skipped, err := ReadPlacesCSV(table); err != nil || len(skipped) > 0 || !reflect.DeepEqual(got, r.Places) {
		t.Errorf("places as CSV: %v\n%+v", err, got)
	}
}

func TestCardsThatCanBeReadStay(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		people []Person
		faults string
	}{
		"a card without a name": {
			"[[people]]\n[[people.posts]]\ntitle = \"Президент Ирана Масуд Пезешкиан\"\n\n[[people]]\nfirst = \"Иван\"\n",
			[]Person{{First: "Иван"}},
			"1 people unnamed",
		},
		"a name of spaces":        {"[[people]]\nfull = \" \"\n[[people]]\nfirst = \"Иван\"\n", []Person{{First: "Иван"}}, "1 people unnamed"},
		"a gender there is not":   {"[[people]]\nfirst = \"Иван\"\ngender = \"x\"\n", []Person{{First: "Иван"}}, "3 people.gender value"},
		"a case there is not":     {"[[people]]\nfirst = \"Иван\"\n[people.forms]\ngen = \"Ивана\"\nvoc = \"Иване\"\n", []Person{{First: "Иван", Forms: grammar.Forms{"gen": "Ивана"}}}, "5 people.forms.voc value"},
		"a language there is not": {"[[people]]\nfirst = \"Иван\"\n[people.other]\nky = \"а\"\n\"uz-Cyrl\" = \"б\"\nKY = \"в\"\n", []Person{{First: "Иван", Other: Other{"ky": "а", "uz-Cyrl": "б"}}}, "6 people.other.KY value"},
		"a term that ends early":  {"[[people]]\nfirst = \"Иван\"\n[[people.posts]]\ntitle = \"А\"\nfrom = \"2024-02-01\"\nuntil = \"2024-01-01\"\n[[people.posts]]\ntitle = \"Б\"\n", []Person{{First: "Иван", Posts: []Post{{Title: "Б"}}}}, "6 people.posts.until value"},
		"a post without a title":  {"[[people]]\nfirst = \"Иван\"\n[[people.posts]]\nenglish = \"x\"\n", []Person{{First: "Иван"}}, "3 people.posts unnamed"},
		"a day that is none":      {"[[people]]\nfirst = \"Иван\"\n[[people.posts]]\ntitle = \"А\"\nuntil = \"вчера\"\n", []Person{{First: "Иван", Posts: []Post{{Title: "А"}}}}, "5 people.posts.until value"},
		"an open quote":           {"[[people]]\nfirst = \"Иван\"\nlast = \"Про\n[[people]]\nfirst = \"Анна\"\n", []Person{{First: "Иван"}, {First: "Анна"}}, "3 people.last syntax"},
		"no list at all":          {"people = 5", nil, "1 people list"},
	} {
		t.Run(name, func(t *testing.T) {
			people, faults := DecodePeople([]byte(c.text))
			var told []string
			for _, f := range faults {
				told = append(told, fmt.Sprint(f.Line, " ", f.Key, " ", f.Why))
			}
			if !reflect.DeepEqual(people, c.people) || strings.Join(told, "; ") != c.faults {
				t.Errorf("got %+v, told %q", people, told)
			}
		})
	}
}

func TestNothingIsWrittenThatCannotBeRead(t *testing.T) {
	for name, err := range map[string]error{
		"a person without a name":        errOf(EncodePeople([]Person{{Posts: []Post{{Title: "Президент"}}}})),
		"an organisation without a name": errOf(EncodeOrganisations([]Organisation{{Abbreviation: "С"}})),
		"a place of spaces":              errOf(EncodePlaces([]Place{{Name: " "}})),
		"a term that ends early":         errOf(EncodePeople([]Person{{First: "И", Posts: []Post{{Title: "А", From: day("2024-02-01"), Until: day("2024-01-01")}}}})),
		"bytes that are no text":         errOf(EncodePlaces([]Place{{Name: "\xff"}})),
	} {
		var unwritable *tomltext.UnwritableError
		if !errors.As(err, &unwritable) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRowsThatAreNoCards(t *testing.T) {
	for name, c := range map[string]struct {
		table   string
		names   string
		skipped []string
	}{
		"a row without a name":      {"first,last,post\nИван,Пробный,А\n,,Б\nАнна,Озерова,В\n", "Иван Пробный, Анна Озерова", []string{"3 first, last "}},
		"empty rows":                {"first;last\nИван;Пробный\n;\n\n", "Иван Пробный", nil},
		"a gender there is not":     {"first,gender\nИван,x\nАнна,f\n", "Анна", []string{"2 gender x"}},
		"a day that is none":        {"first,post,from\nИван,А,вчера\nАнна,Б,\n", "Анна", []string{"2 from вчера"}},
		"a term that ends early":    {"first,post,from,until\nИван,А,01.02.2024,01.01.2024\n", "", []string{"2 until 2024-02-01 – 2024-01-01"}},
		"a term of no post":         {"first,post,from\nИван,,01.02.2024\n", "", []string{"2 post "}},
		"an end of no post":         {"first,post,until\nИван,,01.02.2024\n", "", []string{"2 post "}},
		"a name of no post":         {"first,post,post_english\nИван,,Minister\n", "", []string{"2 post "}},
		"cells without a column":    {"first\nИван,Пробный\nАнна\n", "Анна", []string{"2 2 Пробный"}},
		"rows that end early":       {"first,last,post\nИван\n", "Иван", nil},
		"a line feed in a name":     {"first,last\n\"Иван\nПетрович\",Пробный\n", "Иван Петрович Пробный", nil},
		"quotes that do not match":  {"first,last\nИван,\"Про\"бный\nАнна,Озерова\n", "Анна Озерова", []string{"2 quotes"}},
		"windows-1251":              {"first\n\xc8\xe2\xe0\xed\nАнна\n", "Анна", []string{"2 UTF-8 �"}},
		"rows of one person":        {"first,post,english\nИван,А,\nИван,Б,Ivan\n", "Иван", nil},
		"capitals beside a columns": {" first , last\nИван,Пробный\n", "Иван Пробный", nil},
	} {
		t.Run(name, func(t *testing.T) {
			people, skipped, err := ReadPeopleCSV([]byte(c.table))
			if err != nil {
				t.Fatal(err)
			}
			var names, told []string
			for _, p := range people {
				names = append(names, p.Name())
			}
			for _, err := range skipped {
				var table *TableError
				var quotes *QuoteError
				switch {
				case errors.As(err, &table):
					told = append(told, fmt.Sprintf("%d %s %s", table.Line, table.Column, table.Value))
				case errors.As(err, &quotes):
					told = append(told, fmt.Sprintf("%d quotes", quotes.Line))
				}
			}
			if strings.Join(names, ", ") != c.names || !slices.Equal(told, c.skipped) {
				t.Errorf("got %q, skipped %q", names, told)
			}
		})
	}
	people, _, _ := ReadPeopleCSV([]byte("first,post,english\nИван,А,\nИван,Б,Ivan\n"))
	if len(people[0].Posts) != 2 || people[0].English != "Ivan" {
		t.Errorf("got %+v", people)
	}
	if wrong, is := errors.AsType[*ColumnError](tableErr(ReadPeopleCSV([]byte("first;first\nа;б\n")))); !is || !wrong.Twice {
		t.Errorf("a column twice: %v", wrong)
	}
}

func TestAddingTakesNothingAway(t *testing.T) {
	full := sample()
	r := full.Add(Registers{
		People:        []Person{{First: "Садыр", Last: "Пробнов", Gender: "m", Posts: []Post{{Title: "Депутат"}, {Title: "Министр юстиции", From: day("2018-01-01")}}}},
		Organisations: []Organisation{{Name: full.Organisations[0].Name}}, Places: []Place{{Name: "Пробный"}, {Name: "Новый"}},
	})
	if p := r.People[0]; p.English != "Sadyr Probnov" || p.Gender != "m" || len(p.Posts) != 3 || p.Posts[2].Title != "Депутат" {
		t.Errorf("got %+v", p)
	}
	if !reflect.DeepEqual(r.Organisations, full.Organisations) || len(r.Places) != 2 || !reflect.DeepEqual(r.Places[0], full.Places[0]) {
		t.Errorf("got %+v", r)
	}
	if len(full.People[0].Posts) != 2 {
		t.Error("the old registers changed")
	}
}

func TestNamesStandInOneLine(t *testing.T) {
	if p := (Registers{}).Parse("Министр\tИван\r\n Пробный\x00"); p.Name() != "Иван Пробный" || Line("а\u00a0\x01 б\n") != "а б" {
		t.Errorf("got %+v", p)
	}
}

func errOf[T any](_ T, err error) error { return err }

func FuzzPeopleCSV(f *testing.F) {
	table, _ := PeopleCSV(sample().People)
	f.Add(table)
	f.Add([]byte("first,last\n\"а\nб\",\"в;\"\"г\""))
	f.Add([]byte("first,last\nа,б,в\n\"а\"б\n,,"))
	f.Fuzz(func(t *testing.T, data []byte) {
		people, _, err := ReadPeopleCSV(data)
		if err != nil {
			return
		}
		table, err := PeopleCSV(people)
		if err != nil {
			t.Fatal(err)
		}
		if again, skipped, err := ReadPeopleCSV(table); err != nil || len(skipped) > 0 || len(again) != len(people) {
			t.Errorf("%v %v\n%+v\n%+v", err, skipped, people, again)
		}
		if _, err := EncodePeople(people); err != nil {
			t.Errorf("%+v cannot be written: %v", people, err)
		}
	})
}

func FuzzDecodePeople(f *testing.F) {
	data, _ := EncodePeople(sample().People)
	f.Add(data)
	f.Add([]byte("[[people]]\n[[people.posts]]\ntitle = \"А\n[[people\nfirst = \"И\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		people, _ := DecodePeople(data)
		text, err := EncodePeople(people)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, faults := DecodePeople(text)
		if second, _ := EncodePeople(again); len(faults) > 0 || string(second) != string(text) {
			t.Errorf("%v\n%s\n%s", faults, text, second)
		}
	})
}

// BenchmarkJoin brings a table into registers of as many people, some of whom have one name: each
// card costs the same in ten times as many.
func BenchmarkJoin(b *testing.B) {
	for _, size := range []int{1_000, 10_000} {
		var r Registers
		for i := range size {
			r.People = append(r.People, Person{First: "Садыр", Last: fmt.Sprintf("Пробн%dов", i-i%50/49), Posts: []Post{{Title: fmt.Sprint("Министр ", i)}}})
		}
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				if got := r.With(r.Complete(r)); len(got.People) != size {
					b.Fatalf("%d people", len(got.People))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*size), "ns/card")
		})
	}
}

// BenchmarkFind searches 10,000 people as a name is typed; the baseline looks
// at the names only, as they stand.
func BenchmarkFind(b *testing.B) {
	var r Registers
	for i := range 10_000 {
		r.People = append(r.People, Person{First: "Садыр", Last: fmt.Sprintf("Пробн%dов", i), Posts: []Post{{Title: "Министр иностранных дел Республики"}}})
	}
	x := NewIndex(grammar.House{}, r, release.Date{})
	keys := []string{"п", "пр", "проб", "пробн77", "министром", "садыру пробн9"}
	b.Run("any-form", func(b *testing.B) {
		for b.Loop() {
			for _, typed := range keys {
				x.Find(grammar.Person, typed, 8)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys)), "µs/key")
	})
	b.Run("names-as-they-stand", func(b *testing.B) {
		for b.Loop() {
			for _, typed := range keys {
				for _, p := range r.People {
					_ = strings.Contains(strings.ToLower(p.Last), typed)
				}
			}
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(keys)), "µs/key")
	})
}

// TestRowsOfACard: rows of one number are one person, whom a row without one may name as the
// rows together do.
func TestRowsOfACard(t *testing.T) {
	people, skipped, err := ReadPeopleCSV([]byte("card;first;last;post\n1;;Пробнов;министр\n1;Иван;Пробнов;\n;Иван;Пробнов;посол\n;;Пробнов;врач\n"))
	if err != nil || SkippedLines(skipped) > 0 {
		t.Fatal(skipped, err)
	}
	var got []string
	for _, p := range people {
		got = append(got, fmt.Sprint(p.Name(), len(p.Posts)))
	}
	if want := []string{"Иван Пробнов2", "Пробнов1"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
