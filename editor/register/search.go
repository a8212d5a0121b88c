package register

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
)

// Hit is something of a register that a search has found.
type Hit struct {
	Kind  grammar.Kind
	Name  string // in the nominative
	Post  string // a person's, in the nominative
	Forms grammar.Forms
	// PostForms are the forms of Post.
	PostForms grammar.Forms
	Guess     bool
	// Shared says that others have the name too: the post tells them apart.
	Shared bool
	// Card is the person's, which a name does not tell from a namesake's that has no post today.
	Card *Person
}

// Text is how a hit is written so that it is found again: with the post where
// others have the name.
func (h Hit) Text() string {
	if h.Shared && h.Post != "" {
		return h.Post + " " + h.Name
	}
	return h.Name
}

// Called is how a text of a day names a person of the registers so that they find this one.
func (r Registers) Called(p Person, day release.Date) string {
	hit := Hit{Name: p.Name(), Shared: len(r.Namesakes(p.Name())) > 1}
	for i, post := range p.PostsOn(day) {
		if i > 0 {
			hit.Post += ", "
		}
		hit.Post += post.Title
	}
	return hit.Text()
}

// entry is a hit with the words by which it is found.
type entry struct {
	hit  Hit
	name string // folded
	// called are its other names: in English, short ones.
	called []string
	// words holds every word of every form, folded, each with a space before it.
	words string
}

// Index finds people, places, organisations and posts by the first letters of
// any of their forms.
type Index struct {
	house   grammar.House
	day     release.Date
	entries []entry
}

// NewIndex takes in registers and the places the program ships with. People
// have the posts of a day: one that begins later is not told before.
func NewIndex(house grammar.House, r Registers, day release.Date) *Index {
	x := &Index{house: house, day: day}
	names := map[string]int{}
	for _, p := range r.People {
		names[p.Name()]++
	}
	for i, p := range r.People {
		hit := x.person(p)
		hit.Shared, hit.Card = names[hit.Name] > 1, &r.People[i]
		x.add(hit, []string{p.English}, p.Patronymic)
	}
	for _, o := range r.Organisations {
		x.add(x.organisation(o), []string{o.Short, o.Abbreviation, o.English})
	}
	own := map[string]bool{}
	for _, p := range r.Places {
		own[p.Name] = true
		x.place(p)
	}
	for _, p := range Shipped() {
		if !own[p.Name] {
			x.place(p)
		}
	}
	return x
}

// Day is the day whose posts the index has.
func (x *Index) Day() release.Date { return x.day }

func (x *Index) person(p Person) Hit {
	d := p.Declined(x.house)
	hit := Hit{Kind: grammar.Person, Name: p.Name(), Forms: d.Forms, Guess: d.Guess}
	if posts := p.PostsOn(x.day); len(posts) > 0 {
		held := Together(x.house, posts)
		hit.Post, hit.PostForms, hit.Guess = held.Phrase, held.Forms, d.Guess || held.Guess
	}
	return hit
}

func (x *Index) organisation(o Organisation) Hit {
	d := o.Declined(x.house)
	return Hit{Kind: grammar.Organisation, Name: o.Name, Forms: d.Forms, Guess: d.Guess}
}

func (x *Index) place(p Place) {
	d := p.Declined(x.house)
	x.add(Hit{Kind: grammar.Place, Name: p.Name, Forms: d.Forms, Guess: d.Guess}, []string{p.English}, d.Where())
	if p.Official != "" {
		official := x.house.DeclinePlace(p.Official)
		x.add(Hit{Kind: grammar.Place, Name: p.Official, Forms: official.Forms, Guess: official.Guess}, nil, p.English, p.Name)
	}
}

// add takes in a hit that is also called by other names, and found by more words.
func (x *Index) add(hit Hit, called []string, more ...string) {
	texts := slices.Concat(more, called, []string{hit.Name, hit.Post})
	for _, forms := range []grammar.Forms{hit.Forms, hit.PostForms} {
		for _, form := range forms {
			texts = append(texts, form)
		}
	}
	var all []string
	for _, text := range texts {
		for w := range words.In(text) {
			all = append(all, " "+w.Folded)
		}
	}
	slices.Sort(all)
	x.entries = append(x.entries, entry{hit, words.Fold(hit.Name), called, strings.Join(slices.Compact(all), "")})
}

// Find returns at most limit things of a kind (of every kind where it is "")
// in which a word begins with each word of typed; those whose name begins so
// come first. Nothing typed finds everything.
func (x *Index) Find(kind grammar.Kind, typed string, limit int) []Hit {
	var asked []string
	for w := range words.In(typed) {
		asked = append(asked, " "+w.Folded)
	}
	var first, rest []Hit
	for i := range x.entries {
		e := &x.entries[i]
		if kind != "" && e.hit.Kind != kind || !e.has(asked) {
			continue
		}
		if len(asked) > 0 && strings.HasPrefix(e.name, asked[0][1:]) {
			first = append(first, e.hit)
		} else if len(rest) < limit {
			rest = append(rest, e.hit)
		}
		if len(first) == limit {
			break
		}
	}
	found := append(first, rest...)
	return found[:min(limit, len(found))]
}

// has reports whether each asked word begins one of the entry's.
func (e *entry) has(asked []string) bool {
	for _, want := range asked {
		if !strings.Contains(e.words, want) {
			return false
		}
	}
	return true
}
