package template

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// inWords writes a value as its placeholder asks for it, in the template's
// language.
func (f *filling) inWords(p placeholder, kind FieldKind, text string) string {
	switch kind {
	case Date:
		d, _ := grammar.ParseDate(text) // accept has checked it
		return f.dateInWords(d, p)
	case Place:
		return f.place(p, text)
	case Person:
		return f.person(p, text)
	case People:
		var all []string
		for _, one := range persons(text) {
			all = append(all, f.person(p, one))
		}
		and := "и"
		if !f.russian() {
			and = "and"
		}
		return grammar.Enumerate(all, and)
	case Organisation:
		return f.organisation(p, text)
	case Choice:
		return text
	default:
		return f.declined(p, text, f.house.DeclineOrganisation(text))
	}
}

func (f *filling) russian() bool { return f.template.Language == "ru" }

// declined is a form of a declension; in other languages than Russian the text
// as it stands. A guess is noted.
func (f *filling) declined(p placeholder, text string, d grammar.Declension) string {
	if !f.russian() || p.form == grammar.Nominative {
		return text
	}
	form := d.Forms[p.form]
	if d.Guess {
		f.guess(Guess{p.field, text, form})
	}
	return form
}

func (f *filling) guess(g Guess) {
	for _, known := range f.guesses {
		if known == g {
			return
		}
	}
	f.guesses = append(f.guesses, g)
}

func (f *filling) dateInWords(d release.Date, p placeholder) string {
	switch p.word {
	case short:
		return d.Time().Format("02.01.2006")
	case day:
		return f.withoutYear(d)
	case weekday:
		if f.russian() {
			return grammar.Weekday(d)[p.form]
		}
		return d.Time().Weekday().String()
	case on:
		if f.russian() {
			return grammar.OnWeekday(d)
		}
		return "on " + d.Time().Weekday().String()
	}
	return d.InWords(f.template.Language)
}

func (f *filling) withoutYear(d release.Date) string {
	if !f.russian() {
		return d.Time().Format("2 January")
	}
	words := strings.Fields(d.InWords("ru"))
	return strings.Join(words[:min(2, len(words))], " ")
}

func (f *filling) place(p placeholder, text string) string {
	known, ok := f.known.Place(text)
	if !ok {
		known = register.Place{Name: text}
	}
	if !f.russian() {
		name := text
		if known.English != "" {
			name = known.English
		}
		if p.word == in {
			return "in " + name
		}
		return name
	}
	d := known.Declined(f.house)
	if p.word == in {
		if d.Guess {
			f.guess(Guess{p.field, text, d.Where()})
		}
		return d.Where()
	}
	return f.declined(p, text, d)
}

func (f *filling) organisation(p placeholder, text string) string {
	known, ok := f.known.Organisation(text)
	if !ok {
		known = register.Organisation{Name: text}
	}
	switch {
	case !f.russian() && known.English != "":
		return known.English
	case p.word == short && known.Abbreviation != "":
		return known.Abbreviation
	case p.word == short && known.Short != "":
		return f.declined(p, known.Short, f.house.DeclineOrganisation(known.Short))
	}
	return f.declined(p, known.Name, known.Declined(f.house))
}

// person writes a person as typed, with the post where the placeholder asks
// for it: the one typed, or the one held on the day of the release.
func (f *filling) person(p placeholder, text string) string {
	typed := f.known.Parse(text)
	known, ok := f.known.Person(text)
	if !ok {
		known = typed
	}
	held, hasPost := register.Post{}, len(typed.Posts) > 0
	switch {
	case hasPost:
		held = known.Post(typed.Posts[0].Title)
	case p.word == full || p.word == post:
		held, hasPost = known.PostOn(f.date)
	}
	name := f.personName(p, known)
	title := held.Title
	if hasPost {
		title = f.post(p, held)
	}
	switch p.word {
	case onlyName, short:
		return name
	case post:
		return title
	}
	return strings.TrimSpace(title + " " + name)
}

func (f *filling) personName(p placeholder, known register.Person) string {
	switch {
	case p.word == short && !f.russian() && known.EnglishShort != "":
		return known.EnglishShort
	case !f.russian() && known.English != "":
		return known.English
	case known.Name() == "":
		return ""
	case p.word == short:
		return f.declined(p, known.ShortName(), known.DeclinedShort(f.house))
	}
	return f.declined(p, known.Name(), known.Declined(f.house))
}

func (f *filling) post(p placeholder, held register.Post) string {
	if !f.russian() {
		if held.English != "" {
			return held.English
		}
		return held.Title
	}
	return f.declined(p, held.Title, held.Declined(f.house))
}
