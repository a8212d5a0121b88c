// Package register keeps whom and what a press office writes about: people
// with their posts, organisations and places, each with its six forms. The
// grammar proposes the forms; what a person corrected is stored and wins.
package register

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Person is somebody the office writes about.
type Person struct {
	First      string         `toml:"first,omitempty"`
	Patronymic string         `toml:"patronymic,omitempty"`
	Last       string         `toml:"last,omitempty"`
	Gender     grammar.Gender `toml:"gender,omitempty"` // "m", "f"; "" where the name tells
	Country    string         `toml:"country,omitempty"`
	// Organisation is whom the person stands for.
	Organisation string `toml:"organisation,omitempty"`
	// Full and Short are how texts name the person where that is not «First
	// Last» and «F. Last».
	Full         string        `toml:"full,omitempty"`
	Short        string        `toml:"short,omitempty"`
	English      string        `toml:"english,omitempty"`
	EnglishShort string        `toml:"english_short,omitempty"`
	Forms        grammar.Forms `toml:"forms,omitempty"` // of Name, as corrected
	Posts        []Post        `toml:"posts,omitempty"`
}

// Post is what somebody is or was, in the nominative.
type Post struct {
	Title   string        `toml:"title"`
	English string        `toml:"english,omitempty"`
	From    release.Date  `toml:"from,omitempty"`  // the first day; zero: always
	Until   release.Date  `toml:"until,omitempty"` // the last day; zero: still
	Forms   grammar.Forms `toml:"forms,omitempty"` // as corrected
}

// Organisation is an organisation that texts name.
type Organisation struct {
	Name         string        `toml:"name"`
	Short        string        `toml:"short,omitempty"`
	Abbreviation string        `toml:"abbreviation,omitempty"`
	English      string        `toml:"english,omitempty"`
	Forms        grammar.Forms `toml:"forms,omitempty"` // of Name, as corrected
}

// Place is a state, a city or any other place.
type Place struct {
	Name        string        `toml:"name"`
	Official    string        `toml:"official,omitempty"` // a state's official name
	Preposition string        `toml:"preposition,omitempty"`
	Country     string        `toml:"country,omitempty"` // ISO 3166, two letters
	Zone        string        `toml:"zone,omitempty"`    // IANA
	English     string        `toml:"english,omitempty"`
	Forms       grammar.Forms `toml:"forms,omitempty"` // as corrected
}

// Name is how texts name the person in full, in the nominative.
func (p Person) Name() string {
	if p.Full != "" {
		return p.Full
	}
	return strings.TrimSpace(p.First + " " + p.Last)
}

// ShortName is the initial and the surname: «И. Пробный».
func (p Person) ShortName() string {
	if p.Short != "" {
		return p.Short
	}
	return Initialled(p.First, p.Last)
}

// Initialled puts the initial of a first name before a surname.
func Initialled(first, last string) string {
	if last == "" {
		return first
	}
	for _, r := range first {
		return string(r) + ". " + last
	}
	return last
}

// Declined is the person's name in its six forms.
func (p Person) Declined(house grammar.House) grammar.Declension {
	return corrected(house.DeclinePerson(p.Gender, p.Name()), p.Forms)
}

// DeclinedShort is the short name in its six forms.
func (p Person) DeclinedShort(house grammar.House) grammar.Declension {
	return house.DeclinePerson(p.Declined(house).Gender, p.ShortName())
}

// PostOn returns the post the person holds on a day; the newest where there
// are several. A zero day asks for what holds still.
func (p Person) PostOn(day release.Date) (Post, bool) {
	var found Post
	ok := false
	for _, post := range p.Posts {
		if post.holds(day) && (!ok || post.From.Compare(found.From) >= 0) {
			found, ok = post, true
		}
	}
	return found, ok
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
	return corrected(house.DeclinePost(p.Title), p.Forms)
}

// Declined is the organisation's name in its six forms.
func (o Organisation) Declined(house grammar.House) grammar.Declension {
	return corrected(house.DeclineOrganisation(o.Name), o.Forms)
}

// Declined is the place's name in its six forms, with its preposition.
func (p Place) Declined(house grammar.House) grammar.Declension {
	d := corrected(house.DeclinePlace(p.Name), p.Forms)
	if p.Preposition != "" {
		d.Preposition = p.Preposition
	}
	return d
}

// corrected puts what a person typed in the place of what the grammar proposed.
// With all six forms typed nothing is a guess any more.
func corrected(d grammar.Declension, forms grammar.Forms) grammar.Declension {
	if len(forms) == 0 {
		return d
	}
	d.Forms = maps.Clone(d.Forms)
	maps.Copy(d.Forms, forms)
	if forms[grammar.Prepositional] != "" {
		d.Locative = ""
	}
	d.Guess = d.Guess && len(forms) < len(grammar.Cases())-1
	return d
}

// Correct keeps of the forms those that are not what the grammar proposes.
func Correct(proposed, typed grammar.Forms) grammar.Forms {
	kept := grammar.Forms{}
	for _, c := range grammar.Cases()[1:] {
		if form := strings.TrimSpace(typed[c]); form != "" && form != proposed[c] {
			kept[c] = form
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// Line is a text as a card holds it: in one line, without signs that nobody
// sees but that would keep a name from being found.
func Line(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// Parse reads a person as typed: «Министр … Пётр Образцов», with or without a
// post, first name first or last.
func (r Registers) Parse(text string) Person {
	post, name := grammar.SplitPost(Line(text), r)
	p := Named(name)
	if known, ok := r.bearer(name); ok && known.Gender != grammar.Unknown {
		p.Gender = known.Gender
	}
	if post != "" {
		p.Posts = []Post{{Title: post}}
		if p.Gender == grammar.Unknown {
			p.Gender = grammar.GenderOfPost(post)
		}
	}
	return p
}

// Declined is a person as typed, with or without a post, in the six forms: with
// what the registers know of the name and of the post.
func (r Registers) Declined(house grammar.House, text string) grammar.Declension {
	post, _ := grammar.SplitPost(text, r)
	p, known := r.Person(text)
	if !known {
		p = r.Parse(text)
	}
	d := p.Declined(house)
	switch {
	case post == "":
		return d
	case p.Name() == "":
		return p.Post(post).Declined(house)
	}
	return p.Post(post).Declined(house).Followed(d)
}

// Named is a person of that name, all of it: «Пётр Образцов», «Образцов Пётр
// Иванович».
func Named(name string) Person {
	name = Line(name)
	p := Person{}
	p.First, p.Patronymic, p.Last = grammar.NameParts(name)
	if p.Patronymic != "" || p.Name() != name {
		p.Full = name
	}
	if g, sure := grammar.GenderOf(name); sure {
		p.Gender = g
	}
	return p
}

// Registers are the office's people, organisations and places.
type Registers struct {
	People        []Person
	Organisations []Organisation
	Places        []Place // its own, before those the program ships with
}

// Person returns whom a text names in full, with or without a post.
func (r Registers) Person(text string) (Person, bool) {
	_, name := grammar.SplitPost(text, r)
	if name == "" {
		return Person{}, false
	}
	for i := range r.People {
		p := &r.People[i]
		// Most have another surname; their names need not be put together.
		if (strings.HasSuffix(name, p.Last) || p.Full != "" || p.Short != "") && (p.Name() == name || p.ShortName() == name) {
			return *p, true
		}
	}
	return Person{}, false
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
// way to the new ones, in their place.
func (r Registers) With(more Registers) Registers {
	return Registers{
		People:        merged(r.People, more.People, Person.Name),
		Organisations: merged(r.Organisations, more.Organisations, Organisation.title),
		Places:        merged(r.Places, more.Places, Place.title),
	}
}

func merged[T any](old, more []T, name func(T) string) []T {
	all := slices.Clone(old)
	for _, entry := range more {
		i := slices.IndexFunc(all, func(other T) bool { return name(other) == name(entry) })
		if i < 0 {
			all = append(all, entry)
		} else {
			all[i] = entry
		}
	}
	return all
}

// Without returns the registers without what has that name.
func (r Registers) Without(kind grammar.Kind, name string) Registers {
	switch kind {
	case grammar.Person:
		r.People = slices.DeleteFunc(slices.Clone(r.People), func(p Person) bool { return p.Name() == name })
	case grammar.Place:
		r.Places = slices.DeleteFunc(slices.Clone(r.Places), func(p Place) bool { return p.Name == name })
	default:
		r.Organisations = slices.DeleteFunc(slices.Clone(r.Organisations), func(o Organisation) bool { return o.Name == name })
	}
	return r
}
