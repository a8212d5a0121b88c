package template

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/wordset"
)

// inWords writes a value as its placeholder asks for it, in the template's
// language.
func (f *filling) inWords(p placeholder, kind FieldKind, text string) string {
	switch kind {
	case Date:
		written := f.dates(p, text)
		if typed := f.yearless[p.field]; typed != "" && p.word != day {
			written = f.withLastHour(p, typed, written)
			f.guess(Guess{p.field, typed, written})
		}
		return written
	case Time:
		return f.spell(f.time(p, text))
	case Place:
		return f.place(p, text)
	case Person:
		return f.enumerate(p, text)
	case People:
		return f.enumerate(p, text)
	case Organisation:
		return f.organisation(p, text)
	case Choice:
		return f.spell(text)
	default:
		return f.phrase(p, text)
	}
}

// dates writes a day, or the days from one to another.
func (f *filling) dates(p placeholder, text string) string {
	from, until, _ := grammar.ParseDates(text) // accept has checked it
	if !f.russian() && grammar.IsAmbiguousDate(text) {
		f.guess(Guess{p.field, text, f.dateInWords(from, p)})
	}
	if p.word == "" && p.field == f.template.DateField() {
		p.word = f.turn()
	}
	switch p.word {
	case first:
		until, p.word = from, ""
	case last:
		from, p.word = until, ""
	}
	if from != until {
		return f.datesInWords(from, until, p)
	}
	return f.dateInWords(from, p)
}

// turn is first or last where a choice of the template says that what took several days
// began or ended, which it does on one of them; "" where none does.
func (f *filling) turn() string {
	for _, field := range f.template.Fields {
		switch verb := strings.ToLower(f.given(field).Text); {
		case field.Kind != Choice:
		case beginnings.Has(verb):
			return first
		case endings.Has(verb):
			return last
		}
	}
	return ""
}

var (
	beginnings = wordset.Of("начался началась началось начались начинается начинаются открылся открылась открылось открылись открывается открываются began begins started starts opened opens")
	endings    = wordset.Of("завершился завершилась завершилось завершились завершается завершаются закончился закончилась закончилось закончились закрылся закрылась закрылось закрылись ended ends finished concluded closed")
)

func (f *filling) russian() bool { return f.template.Language == "ru" }

// declined is a form of a declension; in other languages than Russian the text
// as it stands, which is noted where it is Russian. A guess is noted.
func (f *filling) declined(p placeholder, text string, d grammar.Declension) string {
	switch {
	case !f.russian():
		return f.untranslated(p, text)
	case p.form == grammar.Nominative:
		return f.house.Spell(d.Kind, text)
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

// withDates writes the dates within a text as the office has them. Figures that stand as
// those of a date and are none are noted.
func (f *filling) withDates(p placeholder, text string) string {
	write := grammar.DateRange
	switch {
	case f.template.Language == "en":
		write = f.house.English.Dates
	case !f.russian():
		return text
	}
	written, sure := grammar.WriteDates(text, write)
	if f.template.Language == "en" {
		written = daysWithoutYear(written, f.house.English)
	}
	if written != text && !f.russian() {
		written = yearWithin.ReplaceAllString(written, "$1, $2")
	}
	if !sure || grammar.IsAmbiguousDate(text) && !f.russian() {
		f.guess(Guess{p.field, text, written})
	}
	return written
}

func (f *filling) dateInWords(d release.Date, p placeholder) string {
	switch {
	case p.word == short:
		return d.Time().Format("02.01.2006")
	case f.template.Language == "en":
		return f.englishDate(d, p)
	case p.word == span:
		return d.InWords(f.template.Language)
	case !f.russian() && p.word != "":
		return f.leave(p, d.InWords(f.template.Language)) // other languages have their own ways
	case p.word == day:
		text := d.InWords("ru")
		return text[:strings.LastIndex(strings.TrimSuffix(text, " года"), " ")]
	case p.word == weekday:
		return grammar.Weekday(d)[p.form]
	case p.word == on:
		return grammar.OnWeekday(d)
	}
	return d.InWords(f.template.Language)
}

// datesInWords writes the days from one to another.
func (f *filling) datesInWords(from, until release.Date, p placeholder) string {
	english, sameYear := f.template.Language == "en", from.Year == until.Year
	if english && (p.word == "" || p.word == span || p.word == day && sameYear) {
		return f.englishDates(from, until, p)
	}
	switch {
	case p.word == day && f.russian() && sameYear:
		return grammar.DayRange(from, until)
	case p.word == span && f.russian():
		return grammar.FromTo(from, until)
	case p.word == "" && f.russian():
		return grammar.DateRange(from, until)
	case p.word == on:
		return f.dateInWords(from, p) // it begins on that day
	}
	return f.dateInWords(from, p) + " – " + f.dateInWords(until, p)
}

// time writes a time of the day. What is none («после заседания», «утром») stays as
// it was typed, and is noted where it brings no preposition of its own.
func (f *filling) time(p placeholder, text string) string {
	t, ok := grammar.ParseTimes(text)
	if m := aboutTime.FindStringSubmatch(text); m != nil && f.template.Language == "en" {
		if t, ok := grammar.ParseTimes(m[2]); ok {
			return strings.ToLower(m[1]) + f.untranslated(p, t.English(f.house.English))
		}
	}
	switch english := f.template.Language == "en"; {
	case !ok && english && p.word == at && hourOfDay.MatchString(text):
		return "at " + text
	case !ok:
		return f.timeTyped(p, text, english)
	case english && p.word == at:
		return f.untranslated(p, t.AtEnglish(f.house.English))
	case english:
		return f.untranslated(p, t.English(f.house.English))
	case p.word == at && !f.russian():
		return f.leave(p, text)
	case p.word == at:
		return t.At()
	}
	return t.Text()
}

// twoTimes are two times of a day that an «и» joins, «в 10:00 и 16:00», each as the language has it; "" for other texts.
func (f *filling) twoTimes(p placeholder, text string) string {
	first, second, two := strings.Cut(strings.Replace(text, " and ", " и ", 1), " и ")
	_, one := grammar.ParseTimes(first)
	_, other := grammar.ParseTimes(second)
	if !two || !one || !other || !f.russian() && f.template.Language != "en" {
		return ""
	}
	and := " and "
	if f.russian() {
		and = " и "
	}
	return f.time(p, first) + and + f.time(placeholder{field: p.field}, second)
}

// timeTyped is a time that is not read, as it was typed.
func (f *filling) timeTyped(p placeholder, text string, english bool) string {
	if both := f.twoTimes(p, text); both != "" {
		return both
	}
	if english {
		text = withinSentence(text)
	}
	if p.word == at && !f.bringsPreposition(text) && !dayTimes.Has(text) && !allDay.MatchString(text) {
		f.guess(Guess{p.field, text, text})
	}
	return text
}

// hourOfDay is a time that is not read further: 11 o’clock, 8 p.m. EST, 9 in the morning.
var hourOfDay = regexp.MustCompile(`^\d{1,2}(?:[.:]\d{2})? ?(?:o[’']clock|[ap]\.?m\.? \p{Lu}{2,5}|in the (?:morning|afternoon|evening)|at night)$`)

// aboutTime is a time with what stands before it instead of "at".
var aboutTime = regexp.MustCompile(`^((?i:about|around|approximately|after|before|by|not before|no earlier than|no later than) )(\d{1,2}(?:[.:]\d{2}| ?[ap]\.?m).*)$`)

// dayTimes say when without a preposition.
var dayTimes = wordset.Of("утром днём днем вечером ночью")

// allDay is a time that needs no preposition in English.
var allDay = regexp.MustCompile(`^all (?:day|night|week)\b`)

func (f *filling) place(p placeholder, text string) string {
	known, ok := f.known.Place(text)
	if !ok {
		if known, ok = f.known.Place(capitalised(text)); ok {
			text = known.Name // «бишкек», typed in haste
		}
	}
	if !ok {
		known = register.Place{Name: text}
	}
	if !f.russian() {
		return f.foreignPlace(p, known)
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
	own := known.In(f.template.Language)
	switch {
	case !f.russian() && own != "":
		return own
	case p.word == short && known.Abbreviation != "":
		return f.untranslated(p, known.Abbreviation)
	case p.word == short && known.Short != "":
		return f.declined(p, known.Short, f.house.DeclineOrganisation(known.Short))
	}
	return f.declined(p, known.Name, known.Declined(f.house))
}

// person writes a person as typed, with the post where the placeholder asks
// for it: the one typed, or those held on the day of the release.
func (f *filling) person(p placeholder, text string) string {
	one := f.read(text)
	typed, known := one.typed, one.known
	if !f.russian() && !hasCyrillic(text) {
		own, ok := f.englishNamed(text)
		if !ok {
			return f.asTypedOrGuessed(p, f.smallLetters(p, text))
		}
		typed, known = register.Person{}, own
	}
	held := f.posts(p, typed, known)
	if name := typed.Name(); name != "" && len(typed.Posts) == 0 && len(f.known.Namesakes(name)) > 1 {
		f.guess(Guess{p.field, text, name}) // several have the name: who is meant is not known
	}
	name := f.personName(p, known)
	var titles []string
	for _, one := range held {
		titles = append(titles, f.post(p, one))
	}
	title := strings.Join(titles, ", ")
	switch {
	case p.word == post:
		return title
	case name != "" && (p.word == onlyName && !isTitled(typed) || p.word == short), title == "": // «Иаков расскажет» is no bishop
		return name
	case f.template.Language == "en":
		return englishTitle(title, name)
	}
	return strings.TrimSpace(title + " " + name)
}

// smallLetters is who was typed in capitals as names are written, which is noted: which words are abbreviations is not known.
func (f *filling) smallLetters(p placeholder, text string) string {
	small := text
	if f.template.Language == "en" {
		small = withoutCapitals(text)
	}
	if small != text {
		f.guess(Guess{p.field, text, small})
	}
	return small
}

// posts are those with which somebody is written: the one typed, or those of the day.
func (f *filling) posts(p placeholder, typed, known register.Person) []register.Post {
	switch {
	case len(typed.Posts) > 0:
		return known.Typed(typed.Posts[0].Title)
	case p.word == full || p.word == post:
		return known.PostsOn(f.day)
	}
	return nil
}

func (f *filling) personName(p placeholder, known register.Person) string {
	switch {
	case p.word == short && f.template.Language == "en" && known.EnglishShort != "":
		return known.EnglishShort
	case !f.russian() && known.In(f.template.Language) != "":
		return known.In(f.template.Language)
	case !f.russian() && p.word == short:
		return f.untranslated(p, known.ShortName())
	case !f.russian():
		return f.untranslated(p, known.Name())
	case known.Name() == "":
		return ""
	case p.word == short:
		return f.declined(p, known.ShortName(), known.DeclinedShort(f.house))
	}
	return f.declined(p, known.Name(), known.Declined(f.house))
}

func (f *filling) post(p placeholder, held register.Post) string {
	if !f.russian() {
		if title := held.In(f.template.Language); title != "" {
			return title
		}
		return f.untranslated(p, held.Title)
	}
	return f.declined(p, held.Title, held.Declined(f.house))
}
