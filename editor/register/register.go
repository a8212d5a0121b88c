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
	First      string         `toml:"first,omitempty" json:"first"`
	Patronymic string         `toml:"patronymic,omitempty" json:"patronymic"`
	Last       string         `toml:"last,omitempty" json:"last"`
	Gender     grammar.Gender `toml:"gender,omitempty" json:"gender"` // "m", "f"; "" where the name tells
	Country    string         `toml:"country,omitempty" json:"country"`
	// Organisation is whom the person stands for.
	Organisation string `toml:"organisation,omitempty" json:"organisation"`
	// Full and Short are how texts name the person where that is not «First
	// Last» and «F. Last».
	Full         string        `toml:"full,omitempty" json:"full"`
	Short        string        `toml:"short,omitempty" json:"short"`
	English      string        `toml:"english,omitempty" json:"english"`
	EnglishShort string        `toml:"english_short,omitempty" json:"english_short"`
	Other        Other         `toml:"other,omitempty" json:"other,omitempty"` // Name in other languages
	Forms        grammar.Forms `toml:"forms,omitempty" json:"forms,omitempty"` // of Name, as corrected
	Posts        []Post        `toml:"posts,omitempty" json:"posts"`
}

// Other is how something is called in languages beside Russian and English, by
// their codes: "kk", "ky", "uz-Cyrl".
type Other map[string]string

// in is the name in a language; "" where nobody has told it.
func (o Other) in(language, english string) string {
	if language == "en" {
		return english
	}
	return o[language]
}

// Post is what somebody is or was, in the nominative.
type Post struct {
	Title   string       `toml:"title" json:"title"`
	English string       `toml:"english,omitempty" json:"english"`
	From    release.Date `toml:"from,omitempty" json:"from"`   // the first day; zero: always
	Until   release.Date `toml:"until,omitempty" json:"until"` // the last day; zero: still
	// Beside says that the post is named together with a newer one that is held
	// at the same time: «Председатель Совета, Президент Республики».
	Beside bool          `toml:"beside,omitempty" json:"beside"`
	Other  Other         `toml:"other,omitempty" json:"other,omitempty"` // Title in other languages
	Forms  grammar.Forms `toml:"forms,omitempty" json:"forms,omitempty"` // as corrected
}

// Organisation is an organisation that texts name.
type Organisation struct {
	Name         string        `toml:"name" json:"name"`
	Short        string        `toml:"short,omitempty" json:"short"`
	Abbreviation string        `toml:"abbreviation,omitempty" json:"abbreviation"`
	English      string        `toml:"english,omitempty" json:"english"`
	Other        Other         `toml:"other,omitempty" json:"other,omitempty"`
	Forms        grammar.Forms `toml:"forms,omitempty" json:"forms,omitempty"` // of Name, as corrected
}

// Place is a state, a city or any other place.
type Place struct {
	Name        string        `toml:"name" json:"name"`
	Official    string        `toml:"official,omitempty" json:"official"` // a state's official name
	Preposition string        `toml:"preposition,omitempty" json:"preposition"`
	Country     string        `toml:"country,omitempty" json:"country"` // ISO 3166, two letters
	Zone        string        `toml:"zone,omitempty" json:"zone"`       // IANA
	English     string        `toml:"english,omitempty" json:"english"`
	Other       Other         `toml:"other,omitempty" json:"other,omitempty"`
	Forms       grammar.Forms `toml:"forms,omitempty" json:"forms,omitempty"` // as corrected
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
	return corrected(house, house.DeclinePerson(p.Gender, p.Name()), p.Forms)
}

// DeclinedShort is the short name in its six forms.
func (p Person) DeclinedShort(house grammar.House) grammar.Declension {
	return house.DeclinePerson(p.Declined(house).Gender, p.ShortName())
}

// In is the person's name in a language other than Russian; "" where the card
// does not tell it.
func (p Person) In(language string) string { return p.Other.in(language, p.English) }

// In is the post in a language other than Russian.
func (p Post) In(language string) string { return p.Other.in(language, p.English) }

// In is the organisation's name in a language other than Russian.
func (o Organisation) In(language string) string { return o.Other.in(language, o.English) }

// In is the place's name in a language other than Russian.
func (p Place) In(language string) string { return p.Other.in(language, p.English) }

// Declined is the organisation's name in its six forms.
func (o Organisation) Declined(house grammar.House) grammar.Declension {
	return corrected(house, house.DeclineOrganisation(o.Name), o.Forms)
}

// Declined is the place's name in its six forms, with its preposition.
func (p Place) Declined(house grammar.House) grammar.Declension {
	d := corrected(house, house.DeclinePlace(p.Name), p.Forms)
	if p.Preposition != "" {
		d.Preposition = p.Preposition
	}
	return d
}

// corrected puts what a person typed, with ё where the house has it, in the place
// of what the grammar proposed.
// With all six forms typed nothing is a guess any more.
func corrected(house grammar.House, d grammar.Declension, forms grammar.Forms) grammar.Declension {
	if len(forms) == 0 {
		return d
	}
	d.Forms = maps.Clone(d.Forms)
	for c, form := range forms {
		d.Forms[c] = house.Spell(d.Kind, form)
	}
	if forms[grammar.Prepositional] != "" {
		d.Locative = ""
	}
	d.Guess = d.Guess && len(forms) < len(grammar.Cases())-1
	return d
}

// Correct keeps of the forms those that are not what the grammar proposes, and of a guess all
// that somebody typed: they have looked at it.
func Correct(proposed grammar.Declension, typed grammar.Forms) grammar.Forms {
	kept := grammar.Forms{}
	for _, c := range grammar.Cases()[1:] {
		if form := strings.TrimSpace(typed[c]); form != "" && (proposed.Guess || form != proposed.Forms[c]) {
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
	typed, _, _ := r.Read(text)
	return typed
}

// Read reads a person as typed, and tells whom the registers know by that; what
// Parse and Person tell, for the price of one.
func (r Registers) Read(text string) (typed, known Person, ok bool) {
	return r.read(grammar.ReadHolder(Line(text), r))
}

// read is Read of what was parted into a post and a name.
func (r Registers) read(of grammar.Holder) (typed, known Person, ok bool) {
	post, name := of.Post, of.Name
	all := r.Namesakes(name)
	for i := range all {
		all[i] = all[i].as(name)
	}
	known, ok = whoHolds(post, all)
	typed = Named(name)
	if len(all) > 0 && all[0].Gender != grammar.Unknown {
		typed.Gender = all[0].Gender
	}
	if post != "" {
		typed.Posts = []Post{{Title: post}}
		if typed.Gender == grammar.Unknown {
			typed.Gender = grammar.GenderOfPost(post)
		}
	}
	return typed, known, ok
}

// Declined is a person as typed, with or without a post, in the six forms: with
// what the registers know of the name and of the post, which may stand behind the name.
// Several people parted by a comma or «и» decline each by themselves, and have no gender.
func (r Registers) Declined(house grammar.House, text string) grammar.Declension {
	all := r.several(text)
	d := r.declined(house, all[0].text)
	for _, next := range all[1:] {
		d = beside(d, next.mark, r.declined(house, next.text))
	}
	return d
}

// postBehind parts a person, with or without a post before the name, from the post behind it.
func postBehind(text string) (person, mark, post string, behind bool) {
	if person, mark, post, behind = grammar.PostBehind(text); behind {
		return person, mark, post, true
	}
	return grammar.SecondPostBehind(text)
}

// declined is Declined for one person.
func (r Registers) declined(house grammar.House, text string) grammar.Declension {
	if name, mark, post, behind := postBehind(text); behind {
		d := r.declined(house, name)
		d.Forms = maps.Clone(d.Forms)
		for c := range d.Forms {
			d.Forms[c] += strings.TrimRight(mark, " ")
		}
		person := d.Gender
		d = d.Followed(house.DeclinePost(post))
		d.Kind, d.Gender = grammar.Person, person
		return d
	}
	of := grammar.ReadHolder(Line(text), r)
	typed, p, known := r.read(of)
	if !known {
		p = typed
	}
	post := of.Post
	if !known && post != "" && of.Name != "" { // no card has forms of theirs
		return house.DeclineHolder(typed.Gender, of)
	}
	d := p.Declined(house)
	switch {
	case post == "":
		return d
	case p.Name() == "":
		return Together(house, p.Typed(post))
	}
	return Together(house, p.Typed(post)).Followed(d)
}

// Named is a person of that name, all of it: «Пётр Образцов», «Образцов Пётр
// Иванович».
func Named(name string) Person {
	name = Line(name)
	p := Person{}
	p.First, p.Patronymic, p.Last = grammar.NameParts(name)
	if p.Name() != name {
		p.Full = name
	}
	if g, sure := grammar.GenderOf(name); sure {
		p.Gender = g
	}
	return p
}

// Lines are the names as a person reads and types them: «kk: …», one a line.
func (o Other) Lines() string {
	var all []string
	for _, code := range slices.Sorted(maps.Keys(o)) {
		all = append(all, code+": "+o[code])
	}
	return strings.Join(all, "\n")
}

// ParseOther reads Lines; it returns the first line that is none of them.
func ParseOther(text string) (o Other, wrong string) {
	for line := range strings.Lines(text) {
		line = Line(line)
		code, name, ok := strings.Cut(line, ":")
		code, name = strings.TrimSpace(code), strings.TrimSpace(name)
		switch {
		case line == "":
		case !ok || name == "" || !languageCode.MatchString(code):
			return nil, line
		case o == nil:
			o = Other{code: name}
		default:
			o[code] = name
		}
	}
	return o, ""
}
