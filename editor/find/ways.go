package find

import (
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// writer writes subjects in the ways of texts.
type writer struct {
	house grammar.House
	day   release.Date
}

// gender is that by which a verb agrees; Unknown where nobody knows.
func (w writer) gender(s Subject) grammar.Gender {
	switch {
	case s.Person != nil:
		return s.Person.Declined(w.house).Gender
	case s.Organisation != nil:
		g, _ := grammar.Agreement(s.Organisation.Name)
		return g
	}
	g, sure := grammar.Agreement(s.Place.Name)
	forms := s.Place.Declined(w.house).Forms
	switch name := forms[grammar.Nominative]; {
	case sure || isAbbreviation(name):
		return g
	case strings.ContainsRune("ыи", lastRune(name)) && (strings.HasSuffix(forms[grammar.Dative], "ам") || strings.HasSuffix(forms[grammar.Dative], "ям")):
		return grammar.Plural // Нидерланды
	}
	return grammar.NounOf(lastWord(s.Place.Name)).Gender
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

func lastWord(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// form is a way of writing something, in its forms.
type form struct {
	forms   map[slot]string
	guessed bool
}

func (w writer) of(d grammar.Declension) form {
	return form{formsIn(d.Forms, grammar.Unknown), d.Guess}
}

// main is how a subject is called in full.
func (w writer) main(s Subject) form {
	switch {
	case s.Person != nil:
		return w.of(s.Person.Declined(w.house))
	case s.Place != nil:
		return w.place(*s.Place)
	default:
		return w.of(s.Organisation.Declined(w.house))
	}
}

func (w writer) place(p register.Place) form {
	d := p.Declined(w.house)
	f := w.of(d)
	f.forms[slot{Case: locative}] = strings.TrimPrefix(d.Where(), d.Preposition+" ")
	return f
}

func (w writer) pairings(old, with Subject) []pairing {
	switch {
	case old.Person != nil && with.Person != nil:
		return w.people(*old.Person, *with.Person)
	case old.Place != nil && with.Place != nil:
		return w.places(*old.Place, *with.Place)
	case old.Organisation != nil && with.Organisation != nil:
		return w.organisations(*old.Organisation, *with.Organisation)
	}
	return pairs(nil, w.main(old), w.main(with), pairing{reason: NoCounterpart})
}

// pairs adds a pairing, unless the old has no words.
func pairs(all []pairing, old, with form, as pairing) []pairing {
	if strings.TrimSpace(old.forms[slot{Case: grammar.Nominative}]) == "" {
		return all
	}
	as.old, as.new, as.guessed = old.forms, with.forms, with.guessed
	return append(all, as)
}

func (w writer) places(old, with register.Place) []pairing {
	from, to := old.Declined(w.house).Preposition, with.Declined(w.house).Preposition
	side := func(preposition string) string { // «во» is «в»
		if preposition == "на" {
			return preposition
		}
		return "в"
	}
	as := pairing{from: side(from), to: side(to)}
	all := pairs(nil, w.place(old), w.place(with), as)
	if old.Official != "" {
		official := with.Official
		if official == "" {
			official, as.reason = with.Name, NoCounterpart
		}
		all = pairs(all, w.place(register.Place{Name: old.Official}), w.place(register.Place{Name: official}), as)
	}
	return english(all, old.English, with.English)
}

func (w writer) organisations(old, with register.Organisation) []pairing {
	loose := 0
	if strings.Contains(old.Name, " ") && !isAbbreviation(old.Name) {
		loose = 1
	}
	all := pairs(nil, w.of(old.Declined(w.house)), w.of(with.Declined(w.house)), pairing{loose: loose})
	all = abbreviated(all, old.Name, w.of(with.Declined(w.house)), pairing{})
	for _, names := range [][2]string{{old.Short, with.Short}, {old.Abbreviation, with.Abbreviation}} {
		if names[0] == "" || names[0] == old.Name {
			continue
		}
		put, as := w.of(w.house.DeclineOrganisation(names[1])), pairing{}
		if names[1] == "" {
			put, as.reason = w.of(with.Declined(w.house)), NoCounterpart
		}
		all = abbreviated(pairs(all, w.of(w.house.DeclineOrganisation(names[0])), put, as), names[0], put, as)
	}
	return english(all, old.English, with.English)
}

// abbreviated adds the cases that texts give to an abbreviation that is read as a word
// and ends in a consonant, «МИДа», though nobody has to.
func abbreviated(all []pairing, name string, put form, as pairing) []pairing {
	if strings.Contains(name, " ") || !isAbbreviation(name) || strings.ContainsRune("АЕЁИОУЫЭЮЯЬЙ", lastRune(name)) || lastRune(name) < 'А' || lastRune(name) > 'Я' {
		return all
	}
	as.old, as.new, as.guessed = map[slot]string{}, put.forms, put.guessed
	for c, ending := range map[grammar.Case]string{grammar.Genitive: "а", grammar.Dative: "у", grammar.Instrumental: "ом", grammar.Prepositional: "е"} {
		as.old[slot{Case: c}] = name + ending
	}
	return append(all, as)
}

func isAbbreviation(name string) bool {
	return capitalsOf(firstWord(name)) == allCapital && utf8.RuneCountInString(firstWord(name)) > 1
}

// parts are those of a person's name, each in its six cases.
type parts struct {
	first, father, last grammar.Forms
	guessed             bool
}

// parts declines a name word by word: the forms that somebody corrected count.
func (w writer) parts(p register.Person) parts {
	d := p.Declined(w.house)
	whole := strings.Join(strings.Fields(p.First+" "+p.Patronymic+" "+p.Last), " ")
	all := w.house.DeclinePerson(d.Gender, whole)
	out := parts{grammar.Forms{}, grammar.Forms{}, grammar.Forms{}, all.Guess && len(p.Forms) == 0}
	first, father := len(strings.Fields(p.First)), len(strings.Fields(p.Patronymic))
	for _, c := range grammar.Cases() {
		words := strings.Fields(all.Forms[c])
		if len(words) != len(strings.Fields(whole)) {
			words = strings.Fields(whole)
		}
		out.first[c], out.father[c], out.last[c] = strings.Join(words[:first], " "), strings.Join(words[first:first+father], " "), strings.Join(words[first+father:], " ")
		if corrected := strings.Fields(d.Forms[c]); p.Full == "" && len(corrected) == len(words)-father {
			out.first[c], out.last[c] = strings.Join(corrected[:first], " "), strings.Join(corrected[first:], " ")
		}
	}
	return out
}

// write puts parts together: F, P and L are the first name, the patronymic and the
// surname, f and p their initials.
func (p parts) write(pattern string) form {
	out := form{map[slot]string{}, p.guessed}
	for _, c := range grammar.Cases() {
		var b strings.Builder
		for _, r := range pattern {
			switch r {
			case 'F':
				b.WriteString(p.first[c])
			case 'P':
				b.WriteString(p.father[c])
			case 'L':
				b.WriteString(p.last[c])
			case 'f':
				b.WriteString(initial(p.first[c]))
			case 'p':
				b.WriteString(initial(p.father[c]))
			case 'c':
				one, other, _ := strings.Cut(p.first[c], "-")
				b.WriteString(initial(one) + "-" + initial(other))
			case 'X':
				b.WriteString(anyFather)
			case 'x':
				b.WriteString(anyInitial + ".")
			default:
				b.WriteRune(r)
			}
		}
		out.forms[slot{Case: c}] = b.String()
	}
	return out
}

func initial(name string) string {
	_, size := utf8.DecodeRuneInString(name)
	return name[:size] + "."
}

// has reports whether there are all the parts of a pattern.
func (p parts) has(pattern string) bool {
	nom := grammar.Nominative
	there := map[rune]bool{'F': p.first[nom] != "", 'P': p.father[nom] != "", 'L': p.last[nom] != ""}
	there['f'], there['p'], there['c'] = there['F'], there['P'], strings.Contains(strings.Trim(p.first[nom], "-"), "-")
	for _, r := range pattern {
		if has, asked := there[r]; asked && !has {
			return false
		}
	}
	return true
}

// ways are the ways in which texts write a name, each with one for whom has no
// patronymic: the same for the longer ones, and for a patronymic alone the whole name.
var ways = []way{
	{"F P L", "F L", whole},
	{"L F P", "L F", whole},
	{"F L", "", whole},
	{"L F", "", openBehind},
	{"F P", "F L", noSurname},
	{"f p L", "f L", whole},
	{"L f p", "L f", whole},
	{"f L", "", whole},
	{"L f", "", openBehind},
	{"L", "", surname},
}

// compoundInitials are the ways in which a first name of two parts is shortened to both:
// «К.-Ж.».
var compoundInitials = []way{{"c L", "f L", whole}, {"L c", "L f", whole}}

type way struct {
	pattern, without string
	name             part
}

// unknownFathers are the ways with a patronymic that the card does not tell: X is any, x
// the initial of any. They may be somebody else's.
var unknownFathers = []way{{"F X L", "F L", whole}, {"L F X", "L F", whole}, {"f x L", "f L", whole}, {"L f x", "L f", whole}}

func (w writer) people(old, with register.Person) []pairing {
	names := w.names(old, with)
	posts := w.posts(old, with)
	var all []pairing
	for _, post := range posts {
		for _, name := range names {
			all = append(all, post.followed(name))
		}
	}
	return append(all, names...)
}

// names pairs the ways of writing two people's names.
func (w writer) names(old, with register.Person) []pairing {
	all := pairs(nil, w.main(Subject{Person: &old}), w.main(Subject{Person: &with}), pairing{name: partOf(old.Name())})
	if old.Short != "" {
		all = pairs(all, w.of(old.DeclinedShort(w.house)), w.of(with.DeclinedShort(w.house)), pairing{})
	}
	mine, theirs := w.parts(old), w.parts(with)
	for _, way := range ways {
		if mine.has(way.pattern) {
			all = pairs(all, mine.write(way.pattern), w.put(theirs, way, with), w.as(theirs, way))
		}
	}
	for _, way := range compoundInitials {
		if mine.has(way.pattern) {
			all = pairs(all, mine.write(way.pattern), w.put(theirs, way, with), w.as(theirs, way))
		}
	}
	for _, way := range unknownFathers {
		if mine.father[grammar.Nominative] == "" && mine.has(way.pattern) {
			as := pairing{reason: SomebodyElse}
			full := way
			full.pattern = strings.NewReplacer("X", "P", "x", "p").Replace(way.pattern)
			all = pairs(all, mine.write(way.pattern), w.put(theirs, full, with), as)
		}
	}
	for _, names := range [][2]string{{old.English, with.English}, {old.EnglishShort, with.EnglishShort}} {
		all = english(all, names[0], names[1])
	}
	return all
}

// partOf is what a name of one word is that stands for the whole: what may be a surname.
func partOf(name string) part {
	if strings.Contains(name, " ") {
		return whole
	}
	return surname
}

// put writes a name as the old one is written, as far as it has the parts.
func (w writer) put(theirs parts, way way, with register.Person) form {
	switch {
	case theirs.has(way.pattern):
		return theirs.write(way.pattern)
	case way.without != "" && theirs.has(way.without):
		return theirs.write(way.without)
	}
	return w.main(Subject{Person: &with})
}

// as tells what is to be looked at where the new name has not all the parts.
func (w writer) as(theirs parts, way way) pairing {
	as := pairing{name: way.name}
	if !theirs.has(way.pattern) && (way.name == noSurname || way.without == "" || !theirs.has(way.without)) {
		as.reason = NoCounterpart
	}
	return as
}

// english pairs names that have no cases.
func english(all []pairing, old, with string) []pairing {
	if with == "" {
		return all
	}
	one := func(name string) form { return form{forms: map[slot]string{{Case: grammar.Nominative}: name}} }
	return pairs(all, one(old), one(with), pairing{})
}

// posts pairs each post of the old with what the new is on the day; nothing where
// that is not known, so that the text's own words stay.
func (w writer) posts(old, with register.Person) []pairing {
	held := with.PostsOn(w.day)
	if len(held) == 0 {
		return nil
	}
	put := w.of(register.Together(w.house, held))
	var all []pairing
	if own := old.PostsOn(w.day); len(own) > 1 {
		all = pairs(all, w.of(register.Together(w.house, own)), put, pairing{})
	}
	for _, post := range old.Posts {
		all = pairs(all, w.of(post.Declined(w.house)), put, pairing{})
	}
	return all
}

// followed is a post with the name behind it.
func (p pairing) followed(name pairing) pairing {
	nom := slot{Case: grammar.Nominative}
	both := pairing{old: map[slot]string{}, new: map[slot]string{}, guessed: p.guessed || name.guessed, reason: name.reason}
	both.loose = len(strings.FieldsFunc(p.old[nom], func(r rune) bool { return r == ' ' || r == '-' }))
	for s := range name.old {
		both.old[s], both.new[s] = p.old[s]+" "+name.old[s], p.new[s]+" "+name.new[s]
	}
	return both
}
