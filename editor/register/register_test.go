package register

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/editor/grammar"
	"communique/editor/release"
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
	if p.Name() != "Садыр Пробнов" || p.ShortName() != "С. Пробнов" || p.Declined().Forms["ins"] != "Садыром Пробновым" || p.DeclinedShort().Forms["gen"] != "С. Пробнова" {
		t.Errorf("%s, %s, %v, %v", p.Name(), p.ShortName(), p.Declined(), p.DeclinedShort())
	}
	anna := sample().People[1].Declined()
	if anna.Forms["ins"] != "Анной Ильиничною Коваль" || anna.Forms["gen"] != "Анны Ильиничны Коваль" {
		t.Errorf("what was corrected wins, the rest is proposed: %v", anna.Forms)
	}
	place := sample().Places[0].Declined()
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
		"Жээнбек уулу Бакыт":                 {First: "Жээнбек уулу Бакыт", Gender: "m"},
	} {
		if got := Parse(text); !reflect.DeepEqual(got, want) {
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
	if p, ok := r.Place("Республика Казахстан"); !ok || p.Declined().Forms["prep"] != "Республике Казахстан" {
		t.Errorf("%+v", p)
	}
	if o, ok := r.Organisation("СПГ"); !ok || o.Declined().Forms["gen"] != "Совета пробных государств" {
		t.Errorf("%+v", o)
	}
	if _, ok := r.Person(""); ok {
		t.Error("nobody was found")
	}
}

func TestShippedPlaces(t *testing.T) {
	for _, p := range Shipped() {
		if _, err := time.LoadLocation(p.Zone); err != nil || p.Zone == "" || len(p.Country) != 2 || p.English == "" {
			t.Errorf("%+v: %v", p, err)
		}
		if d := p.Declined(); d.Guess || d.Preposition == "" {
			t.Errorf("%s is declined by a guess", p.Name)
		}
	}
	if n := len(Shipped()); n < 900 {
		t.Errorf("%d places", n)
	}
}

func TestFindByAnyForm(t *testing.T) {
	x := NewIndex(sample())
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
	if got, err := DecodePeople(people); err != nil || !reflect.DeepEqual(got, r.People) {
		t.Errorf("people: %v\n%+v", err, got)
	}
	organisations, _ := EncodeOrganisations(r.Organisations)
	if got, err := DecodeOrganisations(organisations); err != nil || !reflect.DeepEqual(got, r.Organisations) {
		t.Errorf("organisations: %v\n%+v", err, got)
	}
	places, _ := EncodePlaces(r.Places)
	if got, err := DecodePlaces(places); err != nil || !reflect.DeepEqual(got, r.Places) {
		t.Errorf("places: %v\n%+v", err, got)
	}
	table, _ := PeopleCSV(r.People)
	if got, err := ReadPeopleCSV(table); err != nil || !reflect.DeepEqual(got, r.People) {
		t.Errorf("people as CSV: %v\n%+v", err, got)
	}
	table, _ = OrganisationsCSV(r.Organisations)
	if got, err := ReadOrganisationsCSV(table); err != nil || !reflect.DeepEqual(got, r.Organisations) {
		t.Errorf("organisations as CSV: %v\n%+v", err, got)
	}
	table, _ = PlacesCSV(r.Places)
	if got, err := ReadPlacesCSV(table); err != nil || !reflect.DeepEqual(got, r.Places) {
		t.Errorf("places as CSV: %v\n%+v", err, got)
	}
}

func TestBadRegisters(t *testing.T) {
	var value *ValueError
	for name, err := range map[string]error{
		"a gender":  errOf(DecodePeople([]byte("[[people]]\nfirst = \"И\"\ngender = \"x\"\n"))),
		"no name":   errOf(DecodePlaces([]byte("[[places]]\nzone = \"x\"\n"))),
		"a case":    errOf(DecodePlaces([]byte("[[places]]\nname = \"x\"\n[places.forms]\nvoc = \"x\"\n"))),
		"the terms": errOf(DecodePeople([]byte("[[people]]\nfirst = \"И\"\n[[people.posts]]\ntitle = \"x\"\nfrom = \"2024-02-01\"\nuntil = \"2024-01-01\"\n"))),
	} {
		if !errors.As(err, &value) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var table *TableError
	if _, err := ReadPeopleCSV([]byte("first;wrong\nа;б\n")); !errors.As(err, &table) || table.Value != "wrong" {
		t.Error(err)
	}
	if _, err := ReadPeopleCSV([]byte("first,post,from\nа,б,вчера\n")); !errors.As(err, &table) || table.Line != 2 {
		t.Error(err)
	}
}

func errOf[T any](_ T, err error) error { return err }

func FuzzPeopleCSV(f *testing.F) {
	table, _ := PeopleCSV(sample().People)
	f.Add(table)
	f.Add([]byte("first,last\n\"а\nб\",\"в;\"\"г\""))
	f.Fuzz(func(t *testing.T, data []byte) {
		people, err := ReadPeopleCSV(data)
		if err != nil {
			return
		}
		table, err := PeopleCSV(people)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := ReadPeopleCSV(table); err != nil || len(again) != len(people) {
			t.Errorf("%v\n%+v\n%+v", err, people, again)
		}
	})
}

func FuzzDecodePeople(f *testing.F) {
	data, _ := EncodePeople(sample().People)
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		people, err := DecodePeople(data)
		if err != nil {
			return
		}
		text, err := EncodePeople(people)
		if err != nil {
			return // what TOML cannot hold is refused
		}
		again, err := DecodePeople(text)
		if second, _ := EncodePeople(again); err != nil || string(second) != string(text) {
			t.Errorf("%v\n%s\n%s", err, text, second)
		}
	})
}

// BenchmarkFind searches 10,000 people as a name is typed; the baseline looks
// at the names only, as they stand.
func BenchmarkFind(b *testing.B) {
	var r Registers
	for i := range 10_000 {
		r.People = append(r.People, Person{First: "Садыр", Last: fmt.Sprintf("Пробн%dов", i), Posts: []Post{{Title: "Министр иностранных дел Республики"}}})
	}
	x := NewIndex(r)
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
