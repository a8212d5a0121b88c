package register

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Preview tells how the cards will be declined before they are taken in: those
// that are guesses come first, the others after them in their order. A person has their posts
// of the day, and for themselves those of other days that are guesses.
func (r Registers) Preview(house grammar.House, day release.Date) []Hit {
	x := &Index{house: house, day: day}
	var all []Hit
	for _, p := range r.People {
		all = append(append(all, x.person(p)), x.otherGuesses(p)...)
	}
	for _, o := range r.Organisations {
		all = append(all, x.organisation(o))
	}
	for _, p := range r.Places {
		d := p.Declined(house)
		all = append(all, Hit{Kind: grammar.Place, Name: p.Name, Forms: d.Forms, Guess: d.Guess})
	}
	slices.SortStableFunc(all, func(a, b Hit) int {
		switch {
		case a.Guess == b.Guess:
			return 0
		case a.Guess:
			return -1
		}
		return 1
	})
	return all
}

// otherGuesses are the posts of the person by which a text of the day does not call them and
// whose forms are guesses: of an appointment to come.
func (x *Index) otherGuesses(p Person) []Hit {
	var all []Hit
	held := p.PostsOn(x.day)
	for _, post := range p.Posts {
		d := post.Declined(x.house)
		if !d.Guess || slices.ContainsFunc(held, func(other Post) bool { return other.Title == post.Title }) {
			continue
		}
		all = append(all, Hit{Kind: grammar.Person, Name: p.Name(), Forms: p.Declined(x.house).Forms, Post: post.Title, PostForms: d.Forms, Guess: true})
	}
	return all
}

// Full is what a hit names with its post before it, in its six forms.
func (h Hit) Full() grammar.Declension {
	name := grammar.Declension{Phrase: h.Name, Kind: h.Kind, Forms: h.Forms, Guess: h.Guess}
	if h.Post == "" {
		return name
	}
	return grammar.Declension{Phrase: h.Post, Kind: grammar.Post, Forms: h.PostForms}.Followed(name)
}
