package register

import (
	"reflect"
	"slices"
	"strings"

	"communique/editor/grammar"
)

// Registers are the office's people, organisations and places.
type Registers struct {
	People        []Person
	Organisations []Organisation
	Places        []Place // its own, before those the program ships with
}

// Person returns whom a text names in full, with or without a post. Of several
// people of one name it is the one who has the post, or had it; without a post
// the first.
func (r Registers) Person(text string) (Person, bool) {
	return r.named(grammar.SplitPost(text, r))
}

func (r Registers) named(post, name string) (Person, bool) {
	return whoHolds(post, r.Namesakes(name))
}

// whoHolds is the one of several people of one name who has a post, or had it.
func whoHolds(post string, all []Person) (Person, bool) {
	switch {
	case len(all) == 0:
		return Person{}, false
	case len(all) == 1 || post == "":
		return all[0], true
	}
	for _, p := range all {
		if p.hasPost(post) {
			return p, true
		}
	}
	return Person{}, false
}

// Namesakes returns the people of a name, in any of the ways that names are written.
func (r Registers) Namesakes(name string) []Person {
	var all []Person
	for i := range r.People {
		p := &r.People[i]
		// Most have another surname; their names need not be put together.
		if name != "" && (p.Full != "" || p.Short != "" || strings.Contains(name, p.Last)) && p.isWritten(name) {
			all = append(all, *p)
		}
	}
	return all
}

// InAnotherPost returns the people whose name a text has with posts that no card of theirs knows, and those posts: whether they are
// new ones or somebody else's, only a person can say. It is nobody where a card has no posts at all, as nothing speaks against it.
func (r Registers) InAnotherPost(text string) ([]Person, []Post) {
	typed := r.Parse(text)
	if len(typed.Posts) == 0 {
		return nil, nil
	}
	all := r.Namesakes(typed.Name())
	if slices.ContainsFunc(all, func(p Person) bool { return len(p.Posts) == 0 || p.hasPost(typed.Posts[0].Title) }) {
		return nil, nil
	}
	return all, typed.Posts
}

// hasPost reports whether the person has or had a post, or all of several.
func (p Person) hasPost(title string) bool {
	for _, post := range p.Typed(title) {
		if !slices.ContainsFunc(p.Posts, func(own Post) bool { return strings.EqualFold(own.Title, post.Title) }) {
			return false
		}
	}
	return true
}

// is reports whether two cards are of one person: they have one name, and no
// patronymics or posts that tell them apart.
func (p Person) is(q Person) bool {
	if p.Name() != q.Name() || p.Patronymic != q.Patronymic && p.Patronymic != "" && q.Patronymic != "" {
		return false
	}
	return len(p.Posts) == 0 || len(q.Posts) == 0 || slices.ContainsFunc(q.Posts, func(post Post) bool { return p.hasPost(post.Title) })
}

// Place returns the place of that name, the office's own first.
func (r Registers) Place(name string) (Place, bool) {
	for _, places := range [][]Place{r.Places, Shipped()} {
		if i := slices.IndexFunc(places, func(p Place) bool { return p.Name == name || p.Official == name && name != "" }); i >= 0 {
			found := places[i]
			if found.Name != name {
				found.Name, found.Forms, found.Preposition = name, nil, ""
			}
			return found, true
		}
	}
	return Place{}, false
}

// Organisation returns the organisation of that name, short name or abbreviation.
func (r Registers) Organisation(name string) (Organisation, bool) {
	for _, o := range r.Organisations {
		if name != "" && (o.Name == name || o.Short == name || o.Abbreviation == name) {
			return o, true
		}
	}
	return Organisation{}, false
}

// With returns the registers with more entries; those of the same name give
// way to the new ones, in their place. Where several people have one name they
// are told apart by their patronymics and posts.
func (r Registers) With(more Registers) Registers {
	return Registers{
		People:        merged(r.People, more.People, Person.Name, r.same(more)),
		Organisations: merged(r.Organisations, more.Organisations, Organisation.title, Organisation.is),
		Places:        merged(r.Places, more.Places, Place.title, Place.is),
	}
}

// same tells whether cards of the registers and of more are of one person: by
// the name, and by more than that where several have it.
func (r Registers) same(more Registers) func(p, q Person) bool {
	ours, theirs := map[string]int{}, map[string]int{}
	if haveNamesakes(r.People) || haveNamesakes(more.People) {
		ours, theirs = written(r.People), written(more.People)
	}
	return func(p, q Person) bool {
		if name := p.Name(); ours[name] > 1 || theirs[name] > 1 {
			return p.is(q)
		}
		return p.Name() == q.Name()
	}
}

// written counts the people that each name is written of.
func written(people []Person) map[string]int {
	all := map[string]int{}
	for i := range people {
		seen := map[string]bool{"": true}
		for spelling := range people[i].spellings {
			if !seen[spelling] {
				seen[spelling] = true
				all[spelling]++
			}
		}
	}
	return all
}

func (o Organisation) is(other Organisation) bool { return o.Name == other.Name }

func (p Place) is(other Place) bool { return p.Name == other.Name }

func merged[T any](old, more []T, name func(T) string, same func(T, T) bool) []T {
	there := newCardIndex(old, name)
	for _, entry := range more {
		if i := there.find(entry, same); i >= 0 {
			there.put(i, entry)
		} else {
			there.add(entry)
		}
	}
	return there.all
}

// Changed returns the registers with a card in the place of what it was: from
// holds that card, or none where it is new.
func (r Registers) Changed(from, to Registers) Registers {
	return Registers{
		People:        changed(r.People, from.People, to.People, Person.is),
		Organisations: changed(r.Organisations, from.Organisations, to.Organisations, Organisation.is),
		Places:        changed(r.Places, from.Places, to.Places, Place.is),
	}
}

func changed[T any](all, from, to []T, same func(T, T) bool) []T {
	all = slices.Clone(all)
	for i, card := range to {
		at := slices.IndexFunc(all, func(other T) bool {
			if i < len(from) {
				return reflect.DeepEqual(other, from[i])
			}
			return same(other, card)
		})
		if at < 0 {
			all = append(all, card)
		} else {
			all[at] = card
		}
	}
	return all
}

// Without returns the registers without what has that name. Of several people
// only the one goes who has the post, or the first where none is given.
func (r Registers) Without(kind grammar.Kind, name, post string) Registers {
	switch kind {
	case grammar.Person:
		all := r.Namesakes(name)
		at := slices.IndexFunc(all, func(p Person) bool { return p.Name() == name && (post == "" || p.hasPost(post)) })
		if at >= 0 {
			gone := slices.IndexFunc(r.People, func(p Person) bool { return reflect.DeepEqual(p, all[at]) })
			r.People = slices.Delete(slices.Clone(r.People), gone, gone+1)
		}
	case grammar.Place:
		r.Places = slices.DeleteFunc(slices.Clone(r.Places), func(p Place) bool { return p.Name == name || p.Official != "" && p.Official == name })
	default:
		r.Organisations = slices.DeleteFunc(slices.Clone(r.Organisations), func(o Organisation) bool { return o.Name == name })
	}
	return r
}
