package register

import (
	"fmt"
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

// ReplacedPostError says that somebody's card has other posts from now on: a table that is taken in says what they are,
// or it names somebody else.
type ReplacedPostError struct{ Name, Was, Now string }

func (e *ReplacedPostError) Error() string {
	return fmt.Sprintf("%s was %s, and becomes %s", e.Name, e.Was, e.Now)
}

// Fact names the error for the translations.
func (e *ReplacedPostError) Fact() (string, map[string]any) {
	return "register-post-replaced", map[string]any{"Name": e.Name, "Was": e.Was, "Now": e.Now}
}

// Replaced tells each post that people have in the registers, and have no more when more cards are taken in: a
// *ReplacedPostError for a person.
func (r Registers) Replaced(more Registers) []error {
	var told []error
	there, same := newCardIndex(r.People, Person.Name), r.same(more)
	for _, p := range more.People {
		at := there.find(p, same)
		if at < 0 || len(p.Posts) == 0 {
			continue
		}
		was := r.People[at]
		was.Posts = slices.DeleteFunc(slices.Clone(was.Posts), func(post Post) bool { return p.hasPost(post.Title) })
		if len(was.Posts) > 0 {
			told = append(told, &ReplacedPostError{p.Name(), PostsOf([]Person{was}), PostsOf([]Person{p})})
		}
	}
	return told
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
