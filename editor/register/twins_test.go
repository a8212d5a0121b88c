package register

import (
	"reflect"
	"testing"

	"communique/editor/grammar"
	"communique/editor/release"
)

// TestTwins: a card that would take the place of another, or be taken for it, is found, and the two become one that tells all.
func TestTwins(t *testing.T) {
	day := release.Date{Year: 2027, Month: 12, Day: 1}
	envoy := Person{First: "Семён", Last: "Пробный", English: "Semyon Probny", Forms: grammar.Forms{grammar.Instrumental: "Семёном Пробным"}, Posts: []Post{{Title: "посол", From: day, English: "Ambassador"}, {Title: "член Совета"}}}
	singer := Person{First: "Семён", Last: "Пробный", Posts: []Post{{Title: "певец"}}}
	minister := Person{First: "Анна", Last: "Образцова", Posts: []Post{{Title: "министр"}}}
	all := Registers{People: []Person{envoy, singer, minister}, Places: []Place{{Name: "Пробный", English: "Probny"}}, Organisations: []Organisation{{Name: "Совет", Abbreviation: "СС"}}}
	person := func(first, last string, posts ...string) Registers {
		p := Person{First: first, Last: last}
		for _, title := range posts {
			p.Posts = append(p.Posts, Post{Title: title})
		}
		return Registers{People: []Person{p}}
	}
	one := func(p Person) Registers { return Registers{People: []Person{p}} }
	for name, c := range map[string]struct{ from, to, twin Registers }{
		"a new card with the same post":     {to: person("Семён", "Пробный", "посол"), twin: one(envoy)},
		"a new card without a post":         {to: person("Анна", "Образцова"), twin: one(minister)},
		"a new card with another post":      {to: person("Семён", "Пробный", "врач")},
		"a new card of another name":        {to: person("Пётр", "Пробный", "посол")},
		"a card under another name":         {from: one(minister), to: person("Семён", "Пробный", "певец"), twin: one(singer)},
		"a card that takes another's post":  {from: one(singer), to: person("Семён", "Пробный", "певец", "посол"), twin: one(envoy)},
		"a card that stays what it is":      {from: one(envoy), to: one(envoy)},
		"a place that is there":             {to: Registers{Places: []Place{{Name: "Пробный"}}}, twin: Registers{Places: all.Places}},
		"an organisation that is there":     {to: Registers{Organisations: []Organisation{{Name: "Совет"}}}, twin: Registers{Organisations: all.Organisations}},
		"an organisation of another name":   {to: Registers{Organisations: []Organisation{{Name: "Союз"}}}},
		"a place that the program has, own": {to: Registers{Places: []Place{{Name: "Москва"}}}},
	} {
		if twin, ok := all.Twin(c.from, c.to); ok != (c.twin.Count() > 0) || ok && !reflect.DeepEqual(cardNames(twin), cardNames(c.twin)) {
			t.Errorf("%s: the twin is %v", name, cardNames(twin))
		}
	}
	joined := all.Joined(Registers{}, person("Семён", "Пробный", "посол"), one(envoy))
	if want := (Person{First: "Семён", Last: "Пробный", English: envoy.English, Forms: envoy.Forms, Posts: envoy.Posts}); !reflect.DeepEqual(joined.People, []Person{want, singer, minister}) {
		t.Errorf("joined: %+v", joined.People)
	}
	to := singer
	to.Posts = []Post{{Title: "певец"}, {Title: "посол"}}
	joined = all.Joined(one(singer), one(to), one(envoy))
	if len(joined.People) != 2 || len(joined.People[0].Posts) != 3 || joined.People[0].English != envoy.English || joined.People[0].Posts[1].From != day {
		t.Errorf("two that were there, joined: %+v", joined.People)
	}
	joined = all.Joined(Registers{}, Registers{Organisations: []Organisation{{Name: "Совет", English: "Council"}}}, Registers{Organisations: all.Organisations})
	if len(joined.Organisations) != 1 || joined.Organisations[0].Abbreviation != "СС" || joined.Organisations[0].English != "Council" {
		t.Errorf("organisations joined: %+v", joined.Organisations)
	}
	joined = all.Joined(Registers{}, Registers{Places: []Place{{Name: "Пробный"}}}, Registers{Places: all.Places})
	if len(joined.Places) != 1 || joined.Places[0].English != "Probny" {
		t.Errorf("places joined: %+v", joined.Places)
	}
	if left := all.WithoutCard(singer); !reflect.DeepEqual(left.People, []Person{envoy, minister}) {
		t.Errorf("without the singer: %+v", left.People)
	}
}

// cardNames are the names of cards with their posts.
func cardNames(r Registers) (all []string) {
	for _, p := range r.People {
		all = append(all, p.Name()+" "+PostsOf([]Person{p}))
	}
	for _, o := range r.Organisations {
		all = append(all, o.Name)
	}
	for _, p := range r.Places {
		all = append(all, p.Name)
	}
	return all
}
