package register

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
)

// PostOn returns the post the person holds on a day; the newest where there
// are several. A zero day asks for what holds still.
func (p Person) PostOn(day release.Date) (Post, bool) {
	at := p.newest(day)
	if at < 0 {
		return Post{}, false
	}
	return p.Posts[at], true
}

// PostsOn returns the posts by which a text names the person on a day: the
// newest, with those that are named beside it, in the order of the card.
func (p Person) PostsOn(day release.Date) []Post {
	at := p.newest(day)
	var all []Post
	for i, post := range p.Posts {
		if i == at || at >= 0 && post.Beside && post.holds(day) {
			all = append(all, post)
		}
	}
	return all
}

// PostsOf are the posts of people as a line names them, each title once: «министр, посол».
func PostsOf(people []Person) string {
	var all []string
	for _, p := range people {
		for _, post := range p.Posts {
			if !slices.Contains(all, post.Title) {
				all = append(all, post.Title)
			}
		}
	}
	return strings.Join(all, ", ")
}

// newest is where the newest post of a day stands, -1 where there is none. One
// that is named beside others comes after them.
func (p Person) newest(day release.Date) int {
	found := -1
	for i, post := range p.Posts {
		switch {
		case !post.holds(day):
		case found < 0, p.Posts[found].Beside && !post.Beside,
			post.Beside == p.Posts[found].Beside && post.From.Compare(p.Posts[found].From) >= 0:
			found = i
		}
	}
	return found
}

// Typed are the posts of a title as typed: the person's own, with their
// corrected forms, also where several stand beside each other.
func (p Person) Typed(title string) []Post {
	parts := strings.Split(title, ", ")
	var all []Post
	for _, part := range parts {
		post := p.Post(part)
		if !slices.ContainsFunc(p.Posts, func(own Post) bool { return own.Title == part }) {
			return []Post{p.Post(title)}
		}
		all = append(all, post)
	}
	return all
}

// Post is the person's post of that title, with its corrected forms, or one of
// that title alone.
func (p Person) Post(title string) Post {
	for _, post := range p.Posts {
		if post.Title == title {
			return post
		}
	}
	return Post{Title: title}
}

func (p Post) holds(day release.Date) bool {
	if day.IsZero() {
		return p.Until.IsZero()
	}
	return (p.From.IsZero() || p.From.Compare(day) <= 0) && (p.Until.IsZero() || day.Compare(p.Until) <= 0)
}

// Declined is the post in its six forms.
func (p Post) Declined(house grammar.House) grammar.Declension {
	return corrected(house, house.DeclinePost(p.Title), p.Forms)
}

// Together is several posts beside each other in their six forms.
func Together(house grammar.House, posts []Post) grammar.Declension {
	all := posts[0].Declined(house)
	for _, post := range posts[1:] {
		d := post.Declined(house)
		forms := grammar.Forms{}
		for _, c := range grammar.Cases() {
			forms[c] = all.Forms[c] + ", " + d.Forms[c]
		}
		all = grammar.Declension{Phrase: all.Phrase + ", " + d.Phrase, Kind: grammar.Post, Forms: forms, Guess: all.Guess || d.Guess}
	}
	return all
}
