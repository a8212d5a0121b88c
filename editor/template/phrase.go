package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// phrase writes a text field as its placeholder asks for it: people as people,
// a place as a place, and anything else as nouns with what depends on them.
func (f *filling) phrase(p placeholder, text string) string {
	if p.word == clock {
		return f.spell(f.clock(text))
	}
	if !f.russian() {
		return f.englishPhrase(p, text)
	}
	form := f.russianPhrase(p, text)
	if p.word != in && p.within && (mixesVerb(text) || p.form != grammar.Nominative && isUndeclinedName(text, form)) {
		f.guess(Guess{p.field, text, form})
	}
	return form
}

// isUndeclinedName reports a name of several words in quotation marks that nothing before it says the kind of, and that stayed
// as it is: о «Долина пробных».
func isUndeclinedName(text, form string) bool {
	name, _, closed := strings.Cut(text, "»")
	return closed && strings.HasPrefix(name, "«") && strings.Contains(name, " ") && strings.HasPrefix(form, name)
}

// mixesVerb reports something named that goes on with what is to be done: «снижение пошлин и создать группу».
func mixesVerb(text string) bool {
	isVerb := func(word string) bool { return grammar.IsInfinitive(word + " x") }
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && isVerb(word) {
			return (words[i-1] == "и" || strings.HasSuffix(words[i-1], ",") || strings.HasSuffix(words[i-1], ";")) && !slices.ContainsFunc(words[:i], isVerb) && !grammar.IsClause(text)
		}
	}
	return false
}

// russianPhrase is phrase in Russian.
func (f *filling) russianPhrase(p placeholder, text string) string {
	switch {
	case p.word == in && (grammar.BeginsWithPreposition(text) || saysWhere(text)):
		return f.spell(text)
	case p.word == in:
		return f.where(p, text)
	case p.form == grammar.Nominative, isQuestionInMarks(text):
		return f.asTypedWithin(p, text)
	case p.form == grammar.Prepositional && grammar.IsInfinitive(text):
		return f.spell(grammar.ClauseIn("как "+text, p.form))
	case grammar.IsClause(text):
		return f.spell(grammar.ClauseIn(text, p.form))
	case f.namesPeople(text):
		p.word = full
		return f.enumerate(p, text)
	}
	if known, ok := f.known.Place(text); ok {
		return f.declined(p, text, known.Declined(f.house))
	}
	return f.asPhrase(p, listOfDeeds(text))
}

// asPhrase is a text in the case that is asked for, noted where that is not certain.
func (f *filling) asPhrase(p placeholder, text string) string {
	form, sure := f.house.InCase(text, p.form)
	if !sure {
		f.guess(Guess{p.field, text, form})
	}
	return form
}

// isThing reports a phrase whose noun names a thing: «отчёт о ремонте монастыря Пробнид».
func isThing(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if shows := grammar.NounShows(word); shows != nil {
			return !slices.ContainsFunc(shows, func(s grammar.Shown) bool { return s.Animate || s.Gender == grammar.Plural }) && isNominative(word)
		}
		if grammar.AdjectiveShows(word) == nil {
			return false
		}
	}
	return false
}

// isQuestionInMarks reports a question or a call that stands whole in quotation marks, as a title does.
func isQuestionInMarks(text string) bool {
	return strings.HasPrefix(text, "«") && (strings.HasSuffix(text, "?»") || strings.HasSuffix(text, "!»"))
}

// asTypedWithin is a text in the nominative, within a sentence with the ё that the house writes.
func (f *filling) asTypedWithin(p placeholder, text string) string {
	if !p.within {
		return text
	}
	if parts := strings.Split(text, "; "); len(parts) > 1 && !p.quoted && !strings.Contains(text, ", ") && !strings.Contains(text, " и ") {
		text = grammar.Enumerate(parts, "и")
	}
	return f.spell(listOfBodies(text))
}

// namesPeople reports a text that names somebody, or several who are parted as people are.
func (f *filling) namesPeople(text string) bool {
	return f.read(text).named || len(f.persons(text)) > 1 && !grammar.BeginsWithPreposition(text)
}

// saysWhere reports what needs no preposition before it: «онлайн», «неподалёку от Пробска».
func saysWhere(text string) bool {
	first, more, _ := strings.Cut(strings.ToLower(text), " ")
	return adverbs.Has(first) || nearby.Has(first) && (strings.HasPrefix(more, "от ") || strings.HasPrefix(more, "с ") || strings.HasPrefix(more, "со "))
}

// adverbs say where without a preposition, and nearby where with one of their own behind them.
var (
	adverbs = wordset.Of("онлайн дистанционно очно заочно удалённо удаленно")
	nearby  = wordset.Of("неподалёку неподалеку недалеко невдалеке рядом")
)

// beginsWithTime reports where and when somebody meets: «8.30, вход С».
func beginsWithTime(text string) bool {
	if partOfDay.MatchString(text) {
		return true
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(text, ",", " "), " ")
	_, ok := grammar.ParseTimes(first)
	return ok && strings.ContainsAny(first, ".:") // not «3 полигона»
}

// partOfDay is an hour of a part of the day: 9 утра.
var partOfDay = regexp.MustCompile(`^\d{1,2}(?:[.:]\d{2})? (?:утра|дня|вечера|ночи)(?:,? |$)`)

// placeBehindTime is a time with the place where one meets then behind it: «9.45 у восточных ворот».
func (f *filling) placeBehindTime(p placeholder, text string) string {
	time, place, parted := strings.Cut(text, ", ")
	if !parted || strings.Contains(place, ",") {
		return text
	}
	if grammar.BeginsWithPreposition(place) {
		return time + " " + place
	}
	guesses := f.guesses
	where := f.where(p, place)
	if len(f.guesses) > len(guesses) { // as typed it is right at least
		f.guesses = guesses
		return text
	}
	return time + " " + where
}

// storey is one that was typed without the ending of its number: «мэрия, 3 этаж».
var storey = regexp.MustCompile(`(\d) этаж$`)

// whenBehind is a place with the time behind it: стойка регистрации, не позднее 9.40.
var whenBehind = regexp.MustCompile(`^(.*[^,]), ((?:(?:не позднее|не позже|не ранее|не раньше|до|к|с|после|около|в) )?\d{1,2}[.:]\d{2}(?: .*)?)$`)

// areaBehind is a place whose name stands in quotation marks, with the part of a state where it lies: полигон «Проба», Пробская область.
var areaBehind = regexp.MustCompile(`^([^,]*»), (\p{Lu}[\p{L}-]+(?:ский|цкий|ская|цкая) (?:область|край|район|округ|губерния|республика))$`)

// when is a time behind a place: at it without a comma, or until it behind one.
func when(text string) string {
	if _, read := grammar.ParseTimes(text); read && text[0] <= '9' {
		return " в " + text
	}
	if strings.HasPrefix(text, "в ") {
		return " " + text
	}
	return ", " + text
}

// where puts a place that is no name, «пресс-центр Секретариата», behind its
// preposition.
func (f *filling) where(p placeholder, text string) string {
	text = storey.ReplaceAllString(text, "$1-й этаж")
	if beginsWithTime(text) {
		return f.spell("в " + f.placeBehindTime(p, text))
	}
	if found := whenBehind.FindStringSubmatch(text); found != nil {
		return f.where(p, found[1]) + f.spell(when(found[2]))
	}
	if found := areaBehind.FindStringSubmatch(text); found != nil {
		return f.where(p, found[1]) + " " + f.house.DeclinePlace(found[2]).Where()
	}
	known, ok := f.known.Place(text)
	if !ok {
		known.Name = text
	}
	d := known.Declined(f.house)
	if form, sure := f.house.InCase(text, grammar.Prepositional); d.Guess && sure && !ok {
		return d.Preposition + " " + grammar.BehindIn(form)
	} else if _, second, two := strings.Cut(text, " и "); two && sure && !ok && strings.HasSuffix(d.Where(), " и "+second) && !strings.HasSuffix(form, " и "+second) {
		return d.Preposition + " " + grammar.BehindIn(form) // стадион и прилегающие улицы
	}
	return f.place(p, text)
}
