package register

import (
	"reflect"
	"slices"
)

// Twin returns the card that one to be kept would stand beside, or in the place of, under the same name: of a person, with a post
// that does not tell the two apart. from is the card as it was, none where it is new; what was a twin of that already is none.
func (r Registers) Twin(from, to Registers) (twin Registers, ok bool) {
	twin = Registers{
		People:        twinOf(r.People, from.People, to.People, Person.is),
		Organisations: twinOf(r.Organisations, from.Organisations, to.Organisations, Organisation.is),
		Places:        twinOf(r.Places, from.Places, to.Places, Place.is),
	}
	return twin, twin.Count() > 0
}

func twinOf[T any](all, from, to []T, same func(T, T) bool) []T {
	for _, card := range to {
		for i := range all {
			if same(all[i], card) && !slices.ContainsFunc(from, func(was T) bool { return same(all[i], was) }) {
				return all[i : i+1]
			}
		}
	}
	return nil
}

// Joined returns the registers with a card in the place of what it was and of its twin, of which it has what it does not tell itself.
func (r Registers) Joined(from, to, twin Registers) Registers {
	left := Registers{
		People:        withoutCards(r.People, twin.People),
		Organisations: withoutCards(r.Organisations, twin.Organisations),
		Places:        withoutCards(r.Places, twin.Places),
	}
	if from.Count() == 0 { // the card stands where its twin did
		left, from = r, twin
	}
	for i, p := range twin.People {
		to.People = []Person{to.People[i].joinedWith(p)}
	}
	for i, o := range twin.Organisations {
		to.Organisations = []Organisation{o.completing(to.Organisations[i])}
	}
	for i, p := range twin.Places {
		to.Places = []Place{p.completing(to.Places[i])}
	}
	return left.Changed(from, to)
}

// WithoutCard returns the registers without a person's very card.
func (r Registers) WithoutCard(p Person) Registers {
	r.People = withoutCards(r.People, []Person{p})
	return r
}

func withoutCards[T any](all, gone []T) []T {
	return slices.DeleteFunc(slices.Clone(all), func(card T) bool {
		return slices.ContainsFunc(gone, func(other T) bool { return reflect.DeepEqual(card, other) })
	})
}

// joinedWith is the card with what its twin tells besides: all posts, those of one title once.
func (p Person) joinedWith(twin Person) Person {
	own := len(p.Posts)
	for i, post := range p.Posts {
		at := slices.IndexFunc(twin.Posts, func(other Post) bool { return other.Title == post.Title })
		if at >= 0 && post.From.IsZero() && post.Until.IsZero() {
			p.Posts = slices.Clone(p.Posts)
			p.Posts[i].From, p.Posts[i].Until = twin.Posts[at].From, twin.Posts[at].Until
		}
	}
	p = p.with(twin)
	p.Posts = append(p.Posts[:own:own], slices.DeleteFunc(p.Posts[own:], func(post Post) bool {
		return slices.ContainsFunc(p.Posts[:own], func(other Post) bool { return other.Title == post.Title })
	})...)
	return p
}
