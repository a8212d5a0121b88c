package register

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Preview tells how the cards will be declined before they are taken in: those
// that are guesses come first, the others after them in their order.
func (r Registers) Preview(house grammar.House, day release.Date) []Hit {
	x := &Index{house: house, day: day}
	var all []Hit
	for _, p := range r.People {
		all = append(all, x.person(p))
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

// Full is what a hit names with its post before it, in its six forms.
func (h Hit) Full() grammar.Declension {
	name := grammar.Declension{Phrase: h.Name, Kind: h.Kind, Forms: h.Forms, Guess: h.Guess}
	if h.Post == "" {
		return name
	}
	return grammar.Declension{Phrase: h.Post, Kind: grammar.Post, Forms: h.PostForms}.Followed(name)
}
