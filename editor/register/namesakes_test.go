package register

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

func on(text string) (d release.Date) {
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

// namesakes are two people of one name, and one with several posts.
func namesakes() Registers {
	return Registers{People: []Person{
		{First: "Иван", Last: "Пробный", English: "Ivan Probny", Posts: []Post{{Title: "министр юстиции"}}},
		{First: "Иван", Last: "Пробный", Country: "KZ", Posts: []Post{{Title: "директор завода"}}},
		{
			First: "Анна", Last: "Озерова", Other: Other{"kk": "Анна Озерова", "uz-Cyrl": "Анна Озёрова"},
			Posts: []Post{
				{Title: "Председатель Совета", Beside: true, From: on("2020-01-01")},
				{Title: "Президент Республики", From: on("2019-01-01"), Other: Other{"ky": "Республиканын Президенти"}},
				{Title: "Премьер-министр", From: on("2030-01-01")},
			},
		},
	}}
}

func TestNamesakesAreToldApartByPost(t *testing.T) {
	r := namesakes()
	for text, country := range map[string]string{"Иван Пробный": "", "министр юстиции Иван Пробный": "", "директор завода Иван Пробный": "KZ", "Директор завода Иван Пробный": "KZ"} {
		if p, ok := r.Person(text); !ok || p.Country != country {
			t.Errorf("%s: %+v, %t", text, p, ok)
		}
	}
	if p, ok := r.Person("адвокат Иван Пробный"); ok {
		t.Errorf("a third is taken for %+v", p)
	}
	if left := r.Without(grammar.Person, "Иван Пробный", "директор завода"); len(left.People) != 2 || left.People[0].Country != "" || len(r.People) != 3 {
		t.Errorf("removing one leaves %+v", left.People)
	}
	if all := r.With(Registers{People: []Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "адвокат"}}}}}); len(all.People) != 4 {
		t.Errorf("a third is not taken in: %+v", all.People)
	}
	more := r.With(Registers{People: []Person{{First: "Иван", Last: "Пробный", Country: "BY", Posts: []Post{{Title: "директор завода"}}}}})
	if len(more.People) != 3 || more.People[1].Country != "BY" {
		t.Errorf("the one with the post is not changed: %+v", more.People)
	}
	to := Registers{People: []Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "сенатор"}}}}}
	if got := r.Changed(Registers{People: r.People[1:2]}, to); len(got.People) != 3 || got.People[1].Posts[0].Title != "сенатор" || got.People[0].English == "" {
		t.Errorf("changing one card: %+v", got.People)
	}
}

// A new card is of somebody else unless one with the post is there; a table in
// which a post was changed is of the same person where nobody has the name too.
func TestNewCardsAndTables(t *testing.T) {
	one := Registers{People: []Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "министр"}}}}}
	other := Registers{People: []Person{{First: "Иван", Last: "Пробный", Posts: []Post{{Title: "посол"}}}}}
	for name, tt := range map[string]struct {
		got  Registers
		want int
	}{
		"a new card":        {one.Changed(Registers{}, other), 2},
		"the same post":     {one.Changed(Registers{}, one), 1},
		"a table":           {one.With(other), 1},
		"added":             {one.Add(other), 1},
		"added once more":   {one.Add(one), 1},
		"a table with both": {one.With(one.Changed(Registers{}, other)), 2},
	} {
		if len(tt.got.People) != tt.want {
			t.Errorf("%s: %+v", name, tt.got.People)
		}
	}
}

func TestPostsBesideEachOther(t *testing.T) {
	anna := namesakes().People[2]
	for day, want := range map[string]string{
		"2018-12-31": "", "2019-06-01": "Президент Республики", "2024-01-01": "Председатель Совета, Президент Республики", "2030-01-01": "Председатель Совета, Премьер-министр",
	} {
		var titles []string
		for _, post := range anna.PostsOn(on(day)) {
			titles = append(titles, post.Title)
		}
		if got := strings.Join(titles, ", "); got != want {
			t.Errorf("on %s: %s, not %s", day, got, want)
		}
	}
	if d := Together(grammar.House{}, anna.PostsOn(on("2024-01-01"))); d.Forms[grammar.Instrumental] != "Председателем Совета, Президентом Республики" || d.Guess {
		t.Errorf("got %+v", d)
	}
}

// An appointment that is not known yet is not told by the index before its day.
func TestTheIndexHasThePostsOfItsDay(t *testing.T) {
	for day, want := range map[string]string{"2024-01-01": "Председатель Совета, Президент Республики", "2030-01-01": "Председатель Совета, Премьер-министр"} {
		x := NewIndex(grammar.House{}, namesakes(), on(day))
		hits := x.Find(grammar.Person, "Озеров", 5)
		if len(hits) != 1 || hits[0].Post != want || hits[0].Text() != "Анна Озерова" || x.Day() != on(day) {
			t.Errorf("on %s: %+v", day, hits)
		}
	}
	hits := NewIndex(grammar.House{}, namesakes(), on("2024-01-01")).Find(grammar.Person, "Пробн", 5)
	if len(hits) != 2 || hits[0].Text() != "министр юстиции Иван Пробный" || hits[1].Text() != "директор завода Иван Пробный" {
		t.Errorf("namesakes: %+v", hits)
	}
}

func TestOtherLanguagesTravel(t *testing.T) {
	r := namesakes()
	r.People[2].Posts[1].Beside = true
	r.Places = []Place{{Name: "Пробное", Other: Other{"hy": "Պրոբնոե"}}}
	r.Organisations = []Organisation{{Name: "Совет", Other: Other{"kk": "Кеңес"}}}
	for _, ending := range Endings() {
		for _, name := range Names() {
			data, err := r.Write(name, ending)
			if err != nil {
				t.Fatal(err)
			}
			back, skipped, err := Read(name, ending, data, asIs)
			if err != nil || len(skipped) > 0 || !reflect.DeepEqual(back, r.Only(name)) {
				t.Errorf("%s%s: %+v, %v, %v\n%s", name, ending, back, skipped, err, data)
			}
		}
	}
	if r.People[2].In("kk") != "Анна Озерова" || r.People[0].In("en") != "Ivan Probny" || r.People[0].In("ky") != "" || r.People[2].Posts[1].In("ky") == "" || r.Places[0].In("hy") == "" || r.Organisations[0].In("kk") != "Кеңес" {
		t.Error("a name in another language is lost")
	}
}

// What is a guess is looked at first.
func TestPreview(t *testing.T) {
	r := Registers{
		People:        []Person{{First: "Анна", Last: "Озерова", Posts: []Post{{Title: "министр обороны"}}}, {First: "Юрий", Last: "Кравец"}},
		Organisations: []Organisation{{Name: "Министерство обороны"}},
		Places:        []Place{{Name: "Бишкек"}},
	}
	var names []string
	for _, hit := range r.Preview(grammar.House{}, on("2024-01-01")) {
		names = append(names, hit.Full().Forms[grammar.Dative])
	}
	if got := strings.Join(names, "; "); got != "Юрию Кравцу; министру обороны Анне Озеровой; Министерству обороны; Бишкеку" {
		t.Errorf("got %s", got)
	}
}

// Names in other languages read back as they are shown; what is none is named.
func FuzzParseOther(f *testing.F) {
	for _, seed := range []string{"kk: Кеңес", "kk: а\nuz-Cyrl: б", "kk", ": а", "KK: а", "kk: а\nkk: б", "", "\n \n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, wrong := ParseOther(text)
		if wrong != "" && o != nil {
			t.Errorf("%q: %v beside %q", text, o, wrong)
		}
		if again, wrong := ParseOther(o.Lines()); wrong != "" || !reflect.DeepEqual(again, o) {
			t.Errorf("%q: %v, then %v, %q", text, o, again, wrong)
		}
	})
}

// TestPostsThatATableReplaces are told, of those alone who had another.
func TestPostsThatATableReplaces(t *testing.T) {
	card := func(name string, posts ...string) Person {
		p := Person{First: name, Last: "Озерова"}
		for _, title := range posts {
			p.Posts = append(p.Posts, Post{Title: title})
		}
		return p
	}
	for name, tt := range map[string]struct {
		known, more []Person
		want        string
	}{
		"another post":           {[]Person{card("Анна", "министр")}, []Person{card("Анна", "посол")}, "Анна Озерова: министр -> посол"},
		"the same post":          {[]Person{card("Анна", "министр")}, []Person{card("Анна", "министр")}, ""},
		"one more":               {[]Person{card("Анна", "министр")}, []Person{card("Анна", "министр", "посол")}, ""},
		"one of two":             {[]Person{card("Анна", "министр", "посол")}, []Person{card("Анна", "посол")}, "Анна Озерова: министр -> посол"},
		"no post in the table":   {[]Person{card("Анна", "министр")}, []Person{card("Анна")}, ""},
		"no post on the card":    {[]Person{card("Анна")}, []Person{card("Анна", "посол")}, ""},
		"somebody new":           {[]Person{card("Анна", "министр")}, []Person{card("Ольга", "посол")}, ""},
		"one of two of the name": {[]Person{card("Анна", "министр"), card("Анна", "врач")}, []Person{card("Анна", "посол")}, ""},
	} {
		known := Registers{People: tt.known}
		var got []string
		for _, err := range known.Replaced(Registers{People: tt.more}) {
			if e, is := errors.AsType[*ReplacedPostError](err); is {
				got = append(got, e.Name+": "+e.Was+" -> "+e.Now)
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %q, not %q", name, got, tt.want)
		}
		if after := known.With(known.Complete(Registers{People: tt.more})); (PostsOf(after.People) != "" && !strings.Contains(PostsOf(after.People), "министр") && strings.Contains(PostsOf(tt.known), "министр")) != (tt.want != "") {
			t.Errorf("%s: what is kept, %s, is told otherwise", name, PostsOf(after.People))
		}
	}
	if SkippedLines([]error{&ReplacedPostError{}, &TableError{}}) != 1 {
		t.Error("a post that is replaced is no line that is skipped")
	}
}
